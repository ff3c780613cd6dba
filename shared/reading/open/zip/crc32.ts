import { nativeZlib } from './native-zlib.ts';

/** Four tables instead of one: four bytes a step, so that the checksum stays cheaper than the inflating. */
const TABLES = buildTables();

/**
 * Continues a CRC-32 (ISO-HDLC, the one of zip) over `bytes`; start with `crc` 0.
 * No inflater notices a flipped bit that still decodes, so this is the only proof that a part is whole.
 */
export function crc32(bytes: Uint8Array, crc = 0): number {
  return nativeZlib ? nativeZlib.crc32(bytes, crc) : crc32ByTable(bytes, crc);
}

/** For browsers; seven times slower than Node's own. */
export function crc32ByTable(bytes: Uint8Array, crc = 0): number {
  const [t0, t1, t2, t3] = TABLES;
  const at = (table: Uint32Array, index: number) => table[index & 0xff] ?? 0;
  let c = ~crc;
  let i = 0;
  for (const end = bytes.length - 3; i < end; i += 4) {
    c ^=
      (bytes[i] ?? 0) |
      ((bytes[i + 1] ?? 0) << 8) |
      ((bytes[i + 2] ?? 0) << 16) |
      ((bytes[i + 3] ?? 0) << 24);
    c = at(t3, c) ^ at(t2, c >>> 8) ^ at(t1, c >>> 16) ^ at(t0, c >>> 24);
  }
  for (; i < bytes.length; i++) c = at(t0, c ^ (bytes[i] ?? 0)) ^ (c >>> 8);
  return ~c >>> 0;
}

function buildTables(): [Uint32Array, Uint32Array, Uint32Array, Uint32Array] {
  const tables: [Uint32Array, Uint32Array, Uint32Array, Uint32Array] = [
    new Uint32Array(256),
    new Uint32Array(256),
    new Uint32Array(256),
    new Uint32Array(256),
  ];
  const [t0, ...others] = tables;
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    t0[n] = c;
  }
  for (let n = 0; n < 256; n++) {
    let c = t0[n] ?? 0;
    for (const table of others) {
      c = (t0[c & 0xff] ?? 0) ^ (c >>> 8);
      table[n] = c;
    }
  }
  return tables;
}
