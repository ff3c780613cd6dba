import { AccessRefused, Refusal, type SignatureFlaw, SignatureRefused, Throttled } from '../refusal.ts';
import { decodePercent, type GatewayRequest, type Reply } from '../request.ts';
import { authorise, checkKey, knownBucket, type S3Call, type S3Room, separate, splitTarget } from './call.ts';
import { copyObject } from './copy-object.ts';
import { corsHeaders, preflight } from './cors.ts';
import { LIST_PARAMETERS, listObjects, listVersions, VERSIONS_PARAMETERS } from './list-objects.ts';
import { refuseUnknownHeaders } from './object-headers.ts';
import { READ_PARAMETERS, readObject } from './read-object.ts';
import { deleteObject, putObject } from './write-object.ts';
import { xmlDocument } from './xml.ts';

interface Operation {
  readonly parameters: readonly string[];
  readonly run: (room: S3Room, call: S3Call) => Promise<Reply>;
}

const SIGNATURE_CODES: Readonly<Record<SignatureFlaw, readonly [number, string]>> = {
  missing: [403, 'AccessDenied'],
  malformed: [400, 'AuthorizationHeaderMalformed'],
  'query-malformed': [400, 'AuthorizationQueryParametersError'],
  'two-mechanisms': [400, 'InvalidArgument'],
  'unknown-key': [403, 'InvalidAccessKeyId'],
  token: [400, 'InvalidToken'],
  mismatch: [403, 'SignatureDoesNotMatch'],
  skewed: [403, 'RequestTimeTooSkewed'],
  expired: [403, 'AccessDenied'],
  'unsigned-headers': [403, 'AccessDenied'],
};

/** S3, path style. */
export class S3Service {
  readonly #room: S3Room;

  constructor(room: S3Room) {
    this.#room = room;
  }

  async handle(request: GatewayRequest): Promise<Reply> {
    const host = request.headers.get('host') ?? '';
    if (/\.localhost(:\d+)?$/.test(host)) {
      throw new Refusal(
        400,
        'InvalidRequest',
        `Buckets are in the path here: use 127.0.0.1 instead of ${host}.`,
      );
    }
    const target = splitTarget(decodePercent(request.rawPath));
    if (request.method === 'OPTIONS') return preflight(knownBucket(this.#room, target.bucket), request);
    const reply = await this.#signed(request, target);
    return { ...reply, headers: { ...reply.headers, ...this.#cors(request) } };
  }

  /** The error document of S3; undefined for what is no refusal but a fault of the gateway. */
  refusal(problem: unknown, request: GatewayRequest): Reply | undefined {
    const refusal = toRefusal(problem);
    if (refusal === undefined) return undefined;
    const body = xmlDocument(
      'Error',
      {
        Code: refusal.code,
        Message: refusal.message,
        ...refusal.details,
        Resource: request.rawPath,
        RequestId: request.id,
      },
      '',
    );
    const headers = { 'content-type': 'application/xml', ...refusal.headers, ...this.#cors(request) };
    return request.method === 'HEAD'
      ? { status: refusal.status, headers }
      : { status: refusal.status, headers, body };
  }

  async #signed(request: GatewayRequest, target: { bucket: string; key: string }): Promise<Reply> {
    const signature = await this.#room.verifier.verify(request, 's3');
    if (target.bucket === '') {
      throw new Refusal(
        501,
        'NotImplemented',
        `${request.method} without a bucket is not part of the local cloud.`,
      );
    }
    const bucket = knownBucket(this.#room, target.bucket);
    const call: S3Call = { request, signature, bucket, key: target.key, ...separate(request) };
    const operation = operationOf(call);
    const unknown = [...call.params.keys()].filter((name) => !operation?.parameters.includes(name));
    if (operation === undefined || unknown.length > 0) {
      const what = `${request.method} ${target.key === '' ? 'bucket' : 'object'}${unknown.map((name) => ` ?${name}`).join('')}`;
      throw new Refusal(501, 'NotImplemented', `${what} is not part of the local cloud.`);
    }
    refuseUnknownHeaders(call.headers, this.#room.account);
    checkKey(call.key);
    return operation.run(this.#room, call);
  }

  #cors(request: GatewayRequest): Record<string, string> {
    const name = /^\/([^/]*)/.exec(request.rawPath)?.[1] ?? '';
    return corsHeaders(this.#room.buckets.get(name), request);
  }
}

function operationOf(call: S3Call): Operation | undefined {
  const { method } = call.request;
  if (call.key === '') {
    if (method === 'HEAD') return { parameters: [], run: headBucket };
    if (method === 'GET' && call.params.get('list-type') === '2') {
      return { parameters: LIST_PARAMETERS, run: listObjects };
    }
    if (method === 'GET' && call.params.has('versions')) {
      return { parameters: VERSIONS_PARAMETERS, run: listVersions };
    }
    return undefined;
  }
  if (method === 'GET' || method === 'HEAD') return { parameters: READ_PARAMETERS, run: readObject };
  if (method === 'DELETE') return { parameters: ['versionId'], run: deleteObject };
  if (method !== 'PUT') return undefined;
  return { parameters: [], run: call.headers.has('x-amz-copy-source') ? copyObject : putObject };
}

function headBucket(room: S3Room, call: S3Call): Promise<Reply> {
  return room.calls.run(authorise(room, call, 's3:ListBucket'), () => ({ status: 200, headers: {} }));
}

function toRefusal(problem: unknown): Refusal | undefined {
  if (problem instanceof Refusal) return problem;
  if (problem instanceof AccessRefused) return new Refusal(403, 'AccessDenied', problem.message);
  if (problem instanceof Throttled) return new Refusal(503, 'SlowDown', 'Please reduce your request rate.');
  if (problem instanceof SignatureRefused) {
    const [status, code] = SIGNATURE_CODES[problem.flaw];
    return new Refusal(status, code, problem.message);
  }
  return undefined;
}
