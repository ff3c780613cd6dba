import { timingSafeEqual } from 'node:crypto';
import { HttpRequest } from '@smithy/protocol-http';
import { parseAmzDate, type SignatureClocks } from './clocks.ts';
import type { Principal } from './options.ts';
import { SignatureRefused } from './refusal.ts';
import { decodePercent, type GatewayRequest, queryValue } from './request.ts';
import { ALGORITHM, RequestSigner } from './request-signer.ts';

const WEEK_SECONDS = 7 * 24 * 60 * 60;
/** Parameters of the presigning itself, which a service must not read as its own. */
export const SIGNING_PARAMETERS: ReadonlySet<string> = new Set([
  'X-Amz-Algorithm',
  'X-Amz-Credential',
  'X-Amz-Date',
  'X-Amz-Expires',
  'X-Amz-SignedHeaders',
  'X-Amz-Signature',
  'X-Amz-Security-Token',
  'X-Amz-Content-Sha256',
]);

/** Where and when a signature was made, and by whom. */
export interface SignatureScope {
  readonly principal: Principal;
  readonly longDate: string;
  /** `20240319/ap-southeast-1/s3/aws4_request` */
  readonly scope: string;
  readonly signature: string;
  /** Signs a further string in the same scope (chunks). */
  readonly sign: (text: string) => Promise<string>;
  readonly signer: RequestSigner;
}

/** A signature that was recomputed and found equal. */
export interface VerifiedSignature extends SignatureScope {
  readonly authType: 'REST-HEADER' | 'REST-QUERY-STRING';
  readonly ageMs: number;
  /** What the signer said of the body: a SHA-256 in hex, `UNSIGNED-PAYLOAD` or `STREAMING-…`. */
  readonly payload: string;
}

/** Recomputes SigV4 signatures with the SDK's own signer and compares. */
export class SignatureVerifier {
  readonly #principals: ReadonlyMap<string, Principal>;
  readonly #region: string;
  readonly #clocks: SignatureClocks;
  /** By service and key pair: to make one for each request took more time than to sign with it. */
  readonly #signers = new Map<string, RequestSigner>();

  constructor(principals: readonly Principal[], region: string, clocks: SignatureClocks) {
    this.#principals = new Map(principals.map((principal) => [principal.accessKeyId, principal]));
    this.#region = region;
    this.#clocks = clocks;
  }

  /**
   * Checks a header or query signature. `payload` is the body's SHA-256 where the service reads the body first;
   * without it the signer's own word is taken, and the caller must compare the body with it.
   * Throws SignatureRefused.
   */
  async verify(request: GatewayRequest, service: string, payload?: string): Promise<VerifiedSignature> {
    const authorization = request.headers.get('authorization');
    const presigned = request.query.has('X-Amz-Signature') || request.query.has('X-Amz-Algorithm');
    if (authorization !== undefined && presigned) {
      throw new SignatureRefused('two-mechanisms', 'Only one auth mechanism allowed.');
    }
    if (authorization !== undefined) return this.#verifyHeader(request, authorization, service, payload);
    if (presigned) return this.#verifyQuery(request, service);
    throw new SignatureRefused('missing', 'The request carries no signature.');
  }

  async #verifyHeader(
    request: GatewayRequest,
    authorization: string,
    service: string,
    bodyHash: string | undefined,
  ): Promise<VerifiedSignature> {
    const parts = /^AWS4-HMAC-SHA256\s+(.*)$/s.exec(authorization);
    const fields = new Map((parts?.[1] ?? '').split(',').map((field) => splitPair(field.trim())));
    const credential = fields.get('Credential');
    const signature = fields.get('Signature');
    const signedHeaders = fields.get('SignedHeaders')?.split(';');
    const longDate = request.headers.get('x-amz-date');
    if (!credential || !signature || !signedHeaders || !longDate) {
      throw new SignatureRefused('malformed', 'The authorization header is malformed.');
    }
    const payload = request.headers.get('x-amz-content-sha256') ?? bodyHash;
    if (payload === undefined) {
      throw new SignatureRefused(
        'malformed',
        'Missing required header for this request: x-amz-content-sha256',
      );
    }
    const scope = this.#open(credential, longDate, service, signature);
    checkSignedHeaders(request, signedHeaders, service);
    compare(await canonicalSignature(scope, request, signedHeaders, payload), signature);
    checkToken(scope.principal, request.headers.get('x-amz-security-token'));
    const signedAt = parseAmzDate(longDate) ?? 0;
    if (!this.#clocks.near(signedAt)) {
      throw new SignatureRefused(
        'skewed',
        "The difference between the request time and the server's time is too large.",
      );
    }
    return { ...scope, authType: 'REST-HEADER', ageMs: Math.max(0, this.#clocks.age(signedAt)), payload };
  }

  async #verifyQuery(request: GatewayRequest, service: string): Promise<VerifiedSignature> {
    const need = (name: string) => {
      const value = queryValue(request.query, name);
      if (value !== undefined && value !== '') return value;
      throw new SignatureRefused(
        'query-malformed',
        'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, ' +
          'X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
      );
    };
    if (need('X-Amz-Algorithm') !== ALGORITHM) {
      throw new SignatureRefused('query-malformed', 'X-Amz-Algorithm only supports AWS4-HMAC-SHA256.');
    }
    const signature = need('X-Amz-Signature');
    const longDate = need('X-Amz-Date');
    const signedHeaders = need('X-Amz-SignedHeaders').split(';');
    const seconds = Number(need('X-Amz-Expires'));
    if (!Number.isInteger(seconds) || seconds < 1 || seconds > WEEK_SECONDS) {
      throw new SignatureRefused('query-malformed', 'X-Amz-Expires must be between 1 and 604800 seconds.');
    }
    const scope = this.#open(need('X-Amz-Credential'), longDate, service, signature);
    checkSignedHeaders(request, signedHeaders, service);
    const payload = queryValue(request.query, 'X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD';
    compare(await canonicalSignature(scope, request, signedHeaders, payload), signature);
    checkToken(scope.principal, queryValue(request.query, 'X-Amz-Security-Token'));
    const signedAt = parseAmzDate(longDate) ?? 0;
    const ageMs = this.#clocks.ageWithin(signedAt, signedAt + seconds * 1000);
    if (ageMs === undefined) throw new SignatureRefused('expired', 'Request has expired');
    return { ...scope, authType: 'REST-QUERY-STRING', ageMs, payload };
  }

  #open(credential: string, longDate: string, service: string, signature: string): SignatureScope {
    const signedAt = parseAmzDate(longDate);
    const [accessKeyId, date, region, signedFor, terminator, ...rest] = credential.split('/');
    if (
      signedAt === undefined ||
      rest.length > 0 ||
      date !== longDate.slice(0, 8) ||
      region !== this.#region ||
      signedFor !== service ||
      terminator !== 'aws4_request'
    ) {
      throw new SignatureRefused(
        'malformed',
        `The credential must be scoped <key>/${longDate.slice(0, 8)}/${this.#region}/${service}/aws4_request.`,
      );
    }
    const principal = this.#principals.get(accessKeyId ?? '');
    if (principal === undefined) {
      throw new SignatureRefused(
        'unknown-key',
        'The AWS Access Key Id you provided does not exist in our records.',
      );
    }
    const signer = this.#signerOf(principal, service);
    return {
      principal,
      signer,
      longDate,
      scope: `${date}/${region}/${service}/${terminator}`,
      signature,
      sign: (text) => signer.signOf(date, text),
    };
  }

  #signerOf(principal: Principal, service: string): RequestSigner {
    const of = `${service} ${principal.accessKeyId}`;
    const known = this.#signers.get(of) ?? new RequestSigner(principal, this.#region, service);
    this.#signers.set(of, known);
    return known;
  }
}

async function canonicalSignature(
  scope: SignatureScope,
  request: GatewayRequest,
  signedHeaders: readonly string[],
  payload: string,
): Promise<string> {
  const service = scope.scope.split('/')[2] ?? '';
  const headers: Record<string, string> = {};
  for (const name of signedHeaders) headers[name] = request.headers.get(name) ?? '';
  const query: Record<string, string[]> = {};
  for (const [name, values] of request.query) query[name] = [...values];
  const path = service === 's3' ? reencodePath(request.rawPath) : request.rawPath;
  const canonical = new HttpRequest({ method: request.method, path, query, headers });
  return scope.sign(await scope.signer.stringToSign(canonical, signedHeaders, payload, scope));
}

/** S3 signs the key encoded once, whatever way the client's URL library wrote it. */
function reencodePath(rawPath: string): string {
  return rawPath
    .split('/')
    .map((segment) =>
      encodeURIComponent(decodePercent(segment)).replace(
        /[!'()*]/g,
        (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    )
    .join('/');
}

function checkSignedHeaders(
  request: GatewayRequest,
  signedHeaders: readonly string[],
  service: string,
): void {
  const signed = new Set(signedHeaders);
  if (!signed.has('host')) throw new SignatureRefused('malformed', "'Host' must be a signed header.");
  if (service !== 's3') return;
  const unsigned = [...request.headers.keys()].filter(
    (name) => name.startsWith('x-amz-') && !signed.has(name),
  );
  if (unsigned.length > 0) {
    throw new SignatureRefused(
      'unsigned-headers',
      `There were headers present in the request which were not signed: ${unsigned.join(', ')}`,
    );
  }
}

function checkToken(principal: Principal, token: string | undefined): void {
  if (principal.sessionToken !== token) {
    throw new SignatureRefused('token', 'The provided token is malformed or otherwise invalid.');
  }
}

function compare(expected: string, given: string): void {
  const [left, right] = [Buffer.from(expected), Buffer.from(given)];
  if (left.length !== right.length || !timingSafeEqual(left, right)) {
    throw new SignatureRefused(
      'mismatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    );
  }
}

function splitPair(field: string): [string, string] {
  const equals = field.indexOf('=');
  return equals < 0 ? [field, ''] : [field.slice(0, equals), field.slice(equals + 1)];
}
