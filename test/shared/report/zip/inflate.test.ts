import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inflate } from '../../../../shared/report/zip/inflate.ts';

const text = Buffer.from(Array.from({ length: 50_000 }, (_, n) => `dòng ${(n * 7919) % 10_007};`).join(''));
const packed = deflateRawSync(text);

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

describe('inflate', () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  beforeAll(() => {
    process.on('unhandledRejection', note);
  });
  afterAll(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });

  it('gives back what was deflated', async () => {
    expect((await collect(inflate(packed))).equals(text)).toBe(true);
  });

  it('takes nothing as the end of data that was cut short', async () => {
    for (const length of [0, 1, packed.length >> 1, packed.length - 1]) {
      await expect(collect(inflate(packed.subarray(0, length)))).rejects.toThrow(TypeError);
    }
  });

  it('refuses bytes behind the end of the data', async () => {
    await expect(collect(inflate(Buffer.concat([packed, Buffer.from('rác')])))).rejects.toThrow(TypeError);
  });

  it('refuses data that is no deflate data', async () => {
    await expect(collect(inflate(Buffer.alloc(1000, 0xff)))).rejects.toThrow(TypeError);
  });

  it('stops inflating when the reader stops reading', async () => {
    const bomb = deflateRawSync(Buffer.alloc(100_000_000));
    let seen = 0;
    for await (const piece of inflate(bomb)) {
      seen += piece.length;
      if (seen > 100_000) break;
    }
    expect(seen).toBeLessThan(1_000_000);
  });
});
