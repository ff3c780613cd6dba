import type { Context } from 'hono';
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

/** The encodings of an `Accept-Encoding` that are not refused by `;q=0`. */
function takenBy(header: string): ReadonlySet<string> {
  const offers = header.split(',').map((offer) => offer.trim().toLowerCase());
  return new Set(
    offers.filter((offer) => !/;\s*q=0(\.0*)?$/.test(offer)).map((offer) => offer.split(';', 1)[0] ?? ''),
  );
}
