import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Refusal } from './refusal.ts';

/** Query parameters in their decoded form; a repeated one has several values. */
export type Query = ReadonlyMap<string, readonly string[]>;

/** One HTTP request, its target taken apart without the normalising of `URL` (a key may hold `../..`). */
export interface GatewayRequest {
  readonly id: string;
  readonly method: string;
  /** As sent, still percent-encoded, without the query. */
  readonly rawPath: string;
  readonly query: Query;
  /** Lower-case names; repeated ones joined by `, `. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Readable;
}

/** What a service answers. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | Readable;
}

const beyondAscii = /[\x80-\xff]/;

/** Takes a request apart; throws InvalidURI for a target that is no well-formed UTF-8 percent-encoding. */
export function parseRequest(message: IncomingMessage): GatewayRequest {
  const target = message.url ?? '/';
  const mark = target.indexOf('?');
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(message.headers)) {
    if (value === undefined) continue;
    const text = Array.isArray(value) ? value.join(', ') : value;
    // Node reads header bytes as latin1; clients sign them as UTF-8.
    headers.set(name, beyondAscii.test(text) ? Buffer.from(text, 'latin1').toString() : text);
  }
  return {
    id: randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase(),
    method: message.method ?? 'GET',
    rawPath: mark < 0 ? target : target.slice(0, mark),
    query: parseQuery(mark < 0 ? '' : target.slice(mark + 1)),
    headers,
    body: message,
  };
}

function parseQuery(text: string): Query {
  const query = new Map<string, string[]>();
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decodePercent((equals < 0 ? pair : pair.slice(0, equals)).replaceAll('+', ' '));
    const value = equals < 0 ? '' : decodePercent(pair.slice(equals + 1).replaceAll('+', ' '));
    query.set(name, [...(query.get(name) ?? []), value]);
  }
  return query;
}

/** Undoes percent-encoding; throws InvalidURI where it is broken. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new Refusal(400, 'InvalidURI', "Couldn't parse the specified URI.", { cause });
  }
}

/** The first value of a query parameter. */
export function queryValue(query: Query, name: string): string | undefined {
  return query.get(name)?.[0];
}

/** Reads a whole body of at most `limit` bytes; longer ones are refused with 413. */
export async function readBody(request: GatewayRequest, limit: number): Promise<Buffer> {
  const tooLarge = () =>
    new Refusal(413, 'RequestEntityTooLarge', `The request body is longer than ${limit} bytes.`);
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge();
  const parts: Buffer[] = [];
  let length = 0;
  // Not `for await`: leaving that loop would destroy the socket before the refusal is written.
  await new Promise<void>((resolve, reject) => {
    request.body.on('data', (part: Buffer) => {
      length += part.length;
      if (length > limit) reject(tooLarge());
      else parts.push(part);
    });
    request.body.on('end', resolve);
    request.body.on('error', reject);
    request.body.on('close', () => {
      // Every body is closed, and an error is dear to make.
      if (!request.body.readableEnded) {
        reject(new Refusal(400, 'IncompleteBody', 'The body ended too early.'));
      }
    });
  });
  return Buffer.concat(parts);
}

/** SHA-256 in lower-case hex. */
export function sha256Hex(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
