import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { Refusal } from '../refusal.ts';

/** S3's additional checksums that this gateway computes, by the ending of their header's name. */
const CHECKSUM_ALGORITHMS = ['crc32', 'crc32c', 'sha1', 'sha256'] as const;
export type ChecksumAlgorithm = (typeof CHECKSUM_ALGORITHMS)[number];

/** A running digest; `base64` ends it. */
export interface RunningDigest {
  update(data: Uint8Array): void;
  base64(): string;
}

/** Starts a checksum of the given kind. */
export function startChecksum(algorithm: ChecksumAlgorithm): RunningDigest {
  if (algorithm === 'crc32') return runningCrc((data, value) => crc32(data, value));
  if (algorithm === 'crc32c') return runningCrc(crc32c);
  const hash = createHash(algorithm);
  return { update: (data) => void hash.update(data), base64: () => hash.digest('base64') };
}

/** The algorithm of a header such as `x-amz-checksum-crc32`; undefined for other headers. Throws NotImplemented. */
export function checksumHeader(name: string): ChecksumAlgorithm | undefined {
  const kind = /^x-amz-checksum-(.+)$/.exec(name)?.[1];
  if (kind === undefined || kind === 'mode' || kind === 'algorithm' || kind === 'type') return undefined;
  return checksumAlgorithm(kind);
}

/** The algorithm for a name such as `CRC32`. Throws NotImplemented for one that is not computed here. */
export function checksumAlgorithm(name: string): ChecksumAlgorithm {
  const known = CHECKSUM_ALGORITHMS.find((algorithm) => algorithm === name.toLowerCase());
  if (known !== undefined) return known;
  throw new Refusal(501, 'NotImplemented', `The checksum algorithm ${name} is not part of the local cloud.`);
}

/** Throws InvalidRequest unless the text is base64 of the algorithm's length. */
export function checkChecksumForm(algorithm: ChecksumAlgorithm, value: string): void {
  const length = { crc32: 4, crc32c: 4, sha1: 20, sha256: 32 }[algorithm];
  const bytes = Buffer.from(value, 'base64');
  if (bytes.length !== length || bytes.toString('base64') !== value) {
    throw new Refusal(400, 'InvalidRequest', `Value for x-amz-checksum-${algorithm} header is invalid.`);
  }
}

/** The refusal of a body whose checksum is another than announced. */
export function badDigest(kind: string): Refusal {
  const message =
    kind === 'md5'
      ? 'The Content-MD5 you specified did not match what we received.'
      : `The ${kind.toUpperCase()} you specified did not match the calculated checksum.`;
  return new Refusal(400, 'BadDigest', message);
}

function runningCrc(step: (data: Uint8Array, value: number) => number): RunningDigest {
  let value = 0;
  return {
    update: (data) => {
      value = step(data, value);
    },
    base64: () => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(value);
      return bytes.toString('base64');
    },
  };
}

/** CRC-32C (Castagnoli, reflected 0x82F63B78), which node:zlib does not offer. */
function crc32c(data: Uint8Array, previous: number): number {
  let crc = ~previous >>> 0;
  for (const byte of data) crc = (CRC32C_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

const CRC32C_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value;
});
