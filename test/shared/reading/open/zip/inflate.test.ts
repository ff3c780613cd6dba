import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CannotInflate, inflate, inflateByStream } from '../../../../../shared/reading/open/zip/inflate.ts';
import { runs } from '../../../../properties/runs.ts';

const text = Buffer.from(Array.from({ length: 50_000 }, (_, n) => `dòng ${(n * 7919) % 10_007};`).join(''));
const packed = deflateRawSync(text);

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

/** Each way of inflating: which one is taken depends on where the engine runs and on how much is expected. */
const ways = {
  "Node's own zlib": (data: Uint8Array) => inflate(data),
  "Node's own zlib, at once": (data: Uint8Array) => inflate(data, text.length),
  "Node's own zlib, with less expected": (data: Uint8Array) => inflate(data, 1),
  'the stream of browsers': inflateByStream,
};

/** Null where it is refused. */
async function outcome(way: (data: Uint8Array) => AsyncIterable<Uint8Array>, data: Uint8Array) {
  try {
    return (await collect(way(data))).toString('latin1');
  } catch (error) {
    expect(error).toBeInstanceOf(CannotInflate);
    return null;
  }
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

  it('reads the same, or refuses the same, in each way', async () => {
    const content = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.constant(new Uint8Array(text)));
    const change = fc.record({
      at: fc.nat(),
      byte: fc.nat(255),
      cut: fc.boolean(),
      more: fc.uint8Array({ maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(content, fc.option(change), async (bytes, changed) => {
        let data = new Uint8Array(deflateRawSync(bytes));
        if (changed) {
          const at = changed.at % data.length;
          data[at] = changed.byte;
          data = Uint8Array.from([...(changed.cut ? data.subarray(0, at) : data), ...changed.more]);
        }
        const [first, ...others] = await Promise.all(Object.values(ways).map((way) => outcome(way, data)));
        expect(new Set(others)).toEqual(new Set([first]));
        if (!changed) expect(first).toBe(Buffer.from(bytes).toString('latin1'));
      }),
      { numRuns: runs(80) },
    );
  });

  describe.each(Object.entries(ways))('by %s', (_, way) => {
    it('gives back what was deflated', async () => {
      expect((await collect(way(packed))).equals(text)).toBe(true);
    });

    it('takes nothing as the end of data that was cut short', async () => {
      for (const length of [0, 1, packed.length >> 1, packed.length - 1]) {
        await expect(collect(way(packed.subarray(0, length)))).rejects.toThrow(CannotInflate);
      }
    });

    it('refuses bytes behind the end of the data', async () => {
      await expect(collect(way(Buffer.concat([packed, Buffer.from('rác')])))).rejects.toThrow(CannotInflate);
    });

    it('refuses data that is no deflate data', async () => {
      await expect(collect(way(Buffer.alloc(1000, 0xff)))).rejects.toThrow(CannotInflate);
    });

    it('stops inflating when the reader stops reading', async () => {
      const bomb = deflateRawSync(Buffer.alloc(100_000_000));
      let seen = 0;
      for await (const piece of way(bomb)) {
        seen += piece.length;
        if (seen > 100_000) break;
      }
      expect(seen).toBeLessThan(1_000_000);
    });
  });
});
