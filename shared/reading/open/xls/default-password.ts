/**
 * Old workbooks whose structure is protected, or that are recommended to be opened for reading alone, are encrypted with
 * a password that Excel itself knows and asks nobody for: [MS-OFFCRYPTO] 2.3.6 and 2.3.5, [MS-XLS] 2.2.10.
 */
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { recordsOf, SHEET_ENTRY, viewOf } from './records.ts';

export const DEFAULT_PASSWORD = 'VelvetSweatshop';

const PROTECTION = 0x002f;
/** Records that stay plain: beginnings, ends, and what tells of the protection itself. */
const PLAIN = new Set([0x0009, 0x0209, 0x0409, 0x0809, PROTECTION, 0x0194, 0x0195, 0x00e1, 0x0196, 0x0138]);
/** What holds pictures for all sheets, in place of the protection: readers of cells pass over it. */
const PASSED_OVER = 0x00eb;
const BLOCK = 1024;

export type Protection =
  /** Nothing is encrypted. */
  | { readonly kind: 'none' }
  /** The older way of mixing bytes, which is left to the library. */
  | { readonly kind: 'mixed' }
  | { readonly kind: 'opened'; readonly stream: Uint8Array }
  | { readonly kind: 'password' };

/** Takes Excel's own password off the stream of a workbook. */
export function withoutDefaultPassword(stream: Uint8Array): Protection {
  const view = viewOf(stream);
  for (const { type, body, length } of recordsOf(view)) {
    if (type !== PROTECTION) continue;
    if (length < 54 || view.getUint16(body, true) !== 1) return { kind: 'mixed' };
    const keyOf = keysFor(stream.subarray(body + 2, body + length));
    return keyOf ? { kind: 'opened', stream: decrypt(stream, keyOf) } : { kind: 'password' };
  }
  return { kind: 'none' };
}

type KeyOf = (block: number) => Uint8Array;

/** The key of each block; null where the password is another one. */
function keysFor(header: Uint8Array): KeyOf | null {
  const view = viewOf(header);
  return view.getUint16(0, true) === 1 ? keysOfRc4(header) : keysOfCryptoApi(header, view);
}

/** Behind the version: 16 bytes of salt, 16 that prove the password, 16 of their hash. */
function keysOfRc4(header: Uint8Array): KeyOf | null {
  const salt = header.subarray(4, 20);
  const first = md5(utf16(DEFAULT_PASSWORD)).subarray(0, 5);
  const salted = joined(...Array.from({ length: 16 }, () => [first, salt]).flat());
  const base = md5(salted).subarray(0, 5);
  const keyOf: KeyOf = (block) => md5(joined(base, numbered(block)));
  const proof = rc4(keyOf(0), header.subarray(20, 52));
  return isSame(md5(proof.subarray(0, 16)), proof.subarray(16, 32)) ? keyOf : null;
}

/** Behind the version: flags, the size of a header that holds the size of keys, the header, salt and proof. */
function keysOfCryptoApi(header: Uint8Array, view: DataView): KeyOf | null {
  if (header.length < 32) return null;
  const size = view.getUint32(8, true);
  const verifier = 12 + size;
  if (size < 32 || verifier + 60 > header.length) return null;
  const bits = view.getUint32(12 + 16, true) || 40;
  const salt = header.subarray(verifier + 4, verifier + 20);
  const base = sha1(joined(salt, utf16(DEFAULT_PASSWORD)));
  const keyOf: KeyOf = (block) => {
    const key = sha1(joined(base, numbered(block))).subarray(0, bits >> 3);
    return bits === 40 ? joined(key, new Uint8Array(11)) : key;
  };
  const proof = rc4(
    keyOf(0),
    joined(header.subarray(verifier + 20, verifier + 36), header.subarray(verifier + 40, verifier + 60)),
  );
  return isSame(sha1(proof.subarray(0, 16)), proof.subarray(16, 36)) ? keyOf : null;
}

function decrypt(stream: Uint8Array, keyOf: KeyOf): Uint8Array {
  // A Buffer’s slice is no copy.
  const open = new Uint8Array(stream);
  for (let block = 0; block * BLOCK < stream.length; block += 1) {
    const from = block * BLOCK;
    open.set(rc4(keyOf(block), stream.subarray(from, from + BLOCK)), from);
  }
  const view = viewOf(stream);
  const written = viewOf(open);
  for (const { type, start, body, length } of recordsOf(view)) {
    // Heads of records are never encrypted; of the entry of a sheet its place is not.
    const plain = PLAIN.has(type) ? 4 + length : type === SHEET_ENTRY ? 8 : 4;
    open.set(stream.subarray(start, Math.min(start + plain, body + length)), start);
    if (type === PROTECTION) written.setUint16(start, PASSED_OVER, true);
  }
  return open;
}

function rc4(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, n) => n);
  const swap = (a: number, b: number) => {
    const kept = state[a] ?? 0;
    state[a] = state[b] ?? 0;
    state[b] = kept;
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return bytes.map((byte) => {
    i = (i + 1) & 255;
    j = (j + (state[i] ?? 0)) & 255;
    swap(i, j);
    return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
  });
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function numbered(block: number): Uint8Array {
  return Uint8Array.of(block & 255, (block >> 8) & 255, (block >> 16) & 255, block >>> 24);
}

function utf16(text: string): Uint8Array {
  return Uint8Array.from(
    Array.from(text, (letter) => letter.charCodeAt(0)).flatMap((code) => [code & 255, code >> 8]),
  );
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
