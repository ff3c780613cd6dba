import { gzipSync } from 'node:zlib';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { encodings, type PageFile } from './page-files.ts';

/** The file in the smallest form the browser takes, or 304 where it has it already. */
export function handOut(context: Context, file: PageFile): Response {
  for (const [name, value] of Object.entries(file.headers)) context.header(name, value);
  // Weak: the encodings are different bytes of the same content.
  const tag = `W/"${file.tag}"`;
  context.header('ETag', tag);
  context.header('Vary', 'Accept-Encoding');
  const held = context.req.header('If-None-Match') ?? '';
  if (held.split(',').some((one) => one.trim() === tag)) return context.body(null, 304);
  const taken = takenBy(context.req.header('Accept-Encoding') ?? '');
  const encoding = encodings.find((one) => taken.has(one) && file.encoded[one]);
  if (encoding !== undefined) context.header('Content-Encoding', encoding);
  const bytes = (encoding !== undefined && file.encoded[encoding]) || file.plain;
  return context.body(Uint8Array.from(bytes).buffer);
}

/** What fits into one packet gains nothing. */
const worthCompressing = 1400;

/**
 * An answer of the API, compressed where the browser takes it: nobody on the way does it, an HTTP API passes a function's
 * answer on as it is. At one go: a stream for each answer, however small, was a tenth of the portal's time.
 */
export function handOutJson(
  context: Context,
  value: object,
  status: ContentfulStatusCode,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const text = JSON.stringify(value);
  context.header('Vary', 'Accept-Encoding');
  const isWorth = text.length > worthCompressing;
  if (!isWorth || !takenBy(context.req.header('Accept-Encoding') ?? '').has('gzip')) {
    return context.body(text, status, { 'Content-Type': 'application/json', ...headers });
  }
  context.header('Content-Encoding', 'gzip');
  return context.body(Uint8Array.from(gzipSync(text)).buffer, status, {
    'Content-Type': 'application/json',
    ...headers,
  });
}

/** The encodings of an `Accept-Encoding` that are not refused by `;q=0`. */
function takenBy(header: string): ReadonlySet<string> {
  const offers = header.split(',').map((offer) => offer.trim().toLowerCase());
  return new Set(
    offers.filter((offer) => !/;\s*q=0(\.0*)?$/.test(offer)).map((offer) => offer.split(';', 1)[0] ?? ''),
  );
}
