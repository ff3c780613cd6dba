import type { SignatureClocks } from '../clocks.ts';
import type { RequestContext } from '../conditions.ts';
import type { Guards } from '../guards.ts';
import type { BucketConfig } from '../options.ts';
import { Refusal } from '../refusal.ts';
import type { GatewayRequest } from '../request.ts';
import { SIGNING_PARAMETERS, type VerifiedSignature } from '../signature.ts';
import type { Bodies } from './bodies.ts';
import type { Objects, StoredObject } from './objects.ts';

/** What every S3 operation works with. */
export interface S3Room extends Guards {
  readonly buckets: ReadonlyMap<string, BucketConfig>;
  readonly objects: Objects;
  readonly bodies: Bodies;
  readonly clocks: SignatureClocks;
  readonly account: string;
}

/** A signed request on a bucket or an object, ready for its operation. */
export interface S3Call {
  readonly request: GatewayRequest;
  readonly signature: VerifiedSignature;
  readonly bucket: BucketConfig;
  /** Empty for the bucket itself. */
  readonly key: string;
  /** The request's headers, with what a presigned URL carries in their place. */
  readonly headers: ReadonlyMap<string, string>;
  /** The operation's own query parameters. */
  readonly params: ReadonlyMap<string, string>;
}

const MAX_KEY_BYTES = 1024;

/** Takes bucket and key from a path-style path. */
export function splitTarget(decodedPath: string): { bucket: string; key: string } {
  const slash = decodedPath.indexOf('/', 1);
  return slash < 0
    ? { bucket: decodedPath.slice(1), key: '' }
    : { bucket: decodedPath.slice(1, slash), key: decodedPath.slice(slash + 1) };
}

/** Throws NoSuchBucket. */
export function knownBucket(room: S3Room, name: string): BucketConfig {
  const bucket = room.buckets.get(name);
  if (bucket === undefined) {
    throw new Refusal(404, 'NoSuchBucket', 'The specified bucket does not exist', {
      details: { BucketName: name },
    });
  }
  return bucket;
}

/** Throws KeyTooLongError past 1,024 bytes. */
export function checkKey(key: string): void {
  if (Buffer.byteLength(key) > MAX_KEY_BYTES) {
    throw new Refusal(400, 'KeyTooLongError', 'Your key is too long');
  }
}

/** Separates headers and parameters of a signed request from what only serves the signature. */
export function separate(request: GatewayRequest): Pick<S3Call, 'headers' | 'params'> {
  const headers = new Map(request.headers);
  const params = new Map<string, string>();
  for (const [name, values] of request.query) {
    const value = values[0] ?? '';
    if (SIGNING_PARAMETERS.has(name) || name === 'x-id') continue;
    if (name.toLowerCase().startsWith('x-amz-')) headers.set(name.toLowerCase(), value);
    else params.set(name, value);
  }
  return { headers, params };
}

/** The ARN of an object, or of the bucket where the key is empty. */
function resourceArn(bucket: BucketConfig, key: string): string {
  return `arn:aws:s3:::${bucket.name}${key === '' ? '' : `/${key}`}`;
}

/** Condition keys of every S3 request. The loopback interface stands for TLS: nothing leaves the machine. */
function s3Context(signature: VerifiedSignature): RequestContext {
  return {
    'aws:SecureTransport': 'true',
    's3:TlsVersion': '1.3',
    's3:authType': signature.authType,
    's3:signatureversion': 'AWS4-HMAC-SHA256',
    's3:signatureAge': String(signature.ageMs),
  };
}

/** Throws AccessRefused unless the signer may do this; answers what to announce. */
export function authorise(room: S3Room, call: S3Call, action: string, extra: RequestContext = {}) {
  const { signature, bucket, key } = call;
  const resource = resourceArn(bucket, key);
  const context = { ...s3Context(signature), ...extra };
  room.permissions.demand({ principal: signature.principal, action, resource, context });
  return { principal: signature.principal.name, service: 's3', action, resource } as const;
}

/**
 * The version a request speaks of. Without the right to list, a missing key is AccessDenied, so that nobody can probe
 * for keys; with it, NoSuchKey.
 */
export function findObject(room: S3Room, call: S3Call): StoredObject & { body: string } {
  const { bucket, key } = call;
  const wanted = call.params.get('versionId');
  const found =
    wanted === undefined
      ? room.objects.current(bucket.name, key)
      : room.objects.version(bucket.name, key, wanted);
  if (found !== undefined && found.body !== null) return { ...found, body: found.body };
  const mayList = room.permissions.allows({
    principal: call.signature.principal,
    action: 's3:ListBucket',
    resource: resourceArn(bucket, ''),
    context: s3Context(call.signature),
  });
  if (!mayList) throw new Refusal(403, 'AccessDenied', 'Access Denied');
  const marker: Record<string, string> = found
    ? { 'x-amz-delete-marker': 'true', 'x-amz-version-id': found.version }
    : {};
  if (wanted !== undefined && found !== undefined) {
    throw new Refusal(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.', {
      headers: { ...marker, allow: 'DELETE' },
    });
  }
  if (wanted !== undefined) {
    throw new Refusal(404, 'NoSuchVersion', 'The specified version does not exist.', {
      details: { Key: key, VersionId: wanted },
    });
  }
  throw new Refusal(404, 'NoSuchKey', 'The specified key does not exist.', {
    details: { Key: key },
    headers: marker,
  });
}
