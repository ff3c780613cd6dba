import { createHash } from 'node:crypto';
import http from 'node:http';
import { Sha256 } from '@aws-crypto/sha256-js';
import { HttpRequest } from '@smithy/protocol-http';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Principal } from '../../../../../infra/local/cloud/gateway/options.ts';
import type { Gateway } from '../../../../../infra/local/cloud/gateway/server.ts';
import { admin, region } from './a-gateway.ts';

/** A request with full control over its bytes, for what no client would send. */
export interface RawRequest {
  readonly method: string;
  /** As it goes over the wire. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Sent as separate writes. */
  readonly pieces?: readonly (string | Buffer)[];
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
  /** The `<Code>` of an XML error. */
  readonly code: string | undefined;
}

/** Signs as the SDK does. `signingDate` and `secret` let a test sign wrongly. */
export async function sign(
  gateway: Gateway,
  request: RawRequest,
  how: { principal?: Principal; signingDate?: Date; service?: string; secretAccessKey?: string } = {},
): Promise<RawRequest & { headers: Record<string, string> }> {
  const { principal = admin, signingDate = new Date(), service = 's3' } = how;
  const signer = new SignatureV4({
    credentials: {
      accessKeyId: principal.accessKeyId,
      secretAccessKey: how.secretAccessKey ?? principal.secretAccessKey,
      ...(principal.sessionToken === undefined ? {} : { sessionToken: principal.sessionToken }),
    },
    region,
    service,
    sha256: Sha256,
    uriEscapePath: service !== 's3',
  });
  const payload = createHash('sha256')
    .update(request.body ?? '')
    .digest('hex');
  const signed = await signer.sign(
    new HttpRequest({
      method: request.method,
      path: request.path,
      query: { ...request.query },
      headers: {
        host: `127.0.0.1:${gateway.port}`,
        'x-amz-content-sha256': payload,
        ...request.headers,
      },
    }),
    { signingDate },
  );
  return { ...request, headers: signed.headers };
}

/** Sends a request as it stands. */
export function send(gateway: Gateway, request: RawRequest): Promise<RawAnswer> {
  const query = new URLSearchParams(request.query).toString().replaceAll('+', '%20');
  const pieces = request.pieces ?? (request.body === undefined ? [] : [request.body]);
  const length = pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0);
  const lengthHeader =
    length === 0 || request.headers?.['transfer-encoding'] ? {} : { 'content-length': String(length) };
  // Node writes header values as latin1; this puts their UTF-8 on the wire.
  const headers = Object.entries(request.headers ?? {}).map(([name, value]) => [
    name,
    Buffer.from(value).toString('latin1'),
  ]);
  return new Promise((resolve, reject) => {
    const outgoing = http.request({
      host: '127.0.0.1',
      port: gateway.port,
      method: request.method,
      path: request.path + (query === '' ? '' : `?${query}`),
      headers: { ...lengthHeader, ...Object.fromEntries(headers) },
      agent: false,
    });
    outgoing.on('error', reject);
    outgoing.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const text = Buffer.concat(parts).toString();
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text,
          code: /<Code>(.*?)<\/Code>/.exec(text)?.[1],
        });
      });
    });
    for (const piece of pieces) outgoing.write(Buffer.from(piece));
    outgoing.end();
  });
}

/** Signs and sends. */
export async function signedSend(
  gateway: Gateway,
  request: RawRequest,
  how: Parameters<typeof sign>[2] = {},
): Promise<RawAnswer> {
  return send(gateway, await sign(gateway, request, how));
}
