import { crc32 as reference } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32, crc32ByTable } from '../../../../../shared/reading/open/zip/crc32.ts';

describe('crc32', () => {
  it('is the checksum of zip, also over pieces of any length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(200), (bytes, cut) => {
        for (const way of [crc32, crc32ByTable]) {
          expect(way(bytes.subarray(cut), way(bytes.subarray(0, cut)))).toBe(reference(bytes));
        }
      }),
    );
  });
});
