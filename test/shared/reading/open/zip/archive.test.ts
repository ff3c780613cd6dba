import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { MAX_INFLATED, ZipArchive } from '../../../../../shared/reading/open/zip/archive.ts';
import { zipByHand } from '../../../../nasty/zip-by-hand.ts';
import { patched, recordsOf, zipOf } from './office-zip.ts';

// Nothing repeats too evenly: a flipped bit must not be able to point at the same letters elsewhere.
const content = Array.from({ length: 500 }, (_, n) => `nội dung ${(n * 7919) % 10_007}`).join(' ');
const zip = zipOf({ 'one.xml': `<a>${content}</a>`, 'thư/two.xml': '<b/>' });
const one = recordsOf(zip, 'one.xml');

/** A zip of one stored part, with sizes and places of 64 bits (APPNOTE 4.3.14, 4.5.3). */
function wide({
  size,
  localSize,
  end = true,
}: {
  readonly size?: number;
  readonly localSize?: number;
  readonly end?: boolean;
}) {
  const data = Buffer.from('<a>nội dung</a>');
  const name = Buffer.from('one.xml');
  const extra = (own: number) => {
    const field = Buffer.alloc(20);
    field.writeUInt16LE(1, 0);
    field.writeUInt16LE(16, 2);
    field.writeBigUInt64LE(BigInt(own), 4);
    field.writeBigUInt64LE(BigInt(own), 12);
    return field;
  };
  const head = (field: Buffer) => {
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(45, 0);
    fixed.writeUInt32LE(crc32(data), 10);
    fixed.writeUInt32LE(0xffffffff, 14);
    fixed.writeUInt32LE(0xffffffff, 18);
    fixed.writeUInt16LE(name.length, 22);
    fixed.writeUInt16LE(field.length, 24);
    return fixed;
  };
  const [own, central] = [extra(localSize ?? size ?? data.length), extra(size ?? data.length)];
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head(own), name, own, data]);
  const directory = Buffer.concat([
    ...[Buffer.from('PK\x01\x02\x2d\x00', 'latin1'), head(central), Buffer.alloc(14), name, central],
  ]);
  const record = Buffer.alloc(56);
  record.write('PK\x06\x06', 'latin1');
  record.writeBigUInt64LE(1n, 32);
  record.writeBigUInt64LE(BigInt(directory.length), 40);
  record.writeBigUInt64LE(BigInt(local.length), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeBigUInt64LE(BigInt(local.length + directory.length), 8);
  const tail = Buffer.alloc(22);
  tail.write('PK\x05\x06', 'latin1');
  tail.writeUInt16LE(1, 8);
  tail.writeUInt16LE(1, 10);
  tail.writeUInt32LE(end ? 0xffffffff : directory.length, 12);
  tail.writeUInt32LE(end ? 0xffffffff : local.length, 16);
  return Buffer.concat([local, directory, ...(end ? [record, locator] : []), tail]);
}

async function readAll(bytes: Uint8Array, name = 'one.xml'): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of new ZipArchive(bytes).read(name)) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

const damaged = expect.objectContaining({ code: 'ZIP_DAMAGED' });
const tooLarge = expect.objectContaining({ code: 'ZIP_TOO_LARGE' });

describe('a zip archive', () => {
  it('gives its parts by name, whatever their case', async () => {
    expect(await readAll(zip, 'ONE.xml')).toContain('nội dung');
    expect(await readAll(zip, 'thư/two.xml')).toBe('<b/>');
    expect(new ZipArchive(zip).names).toEqual(['one.xml', 'thư/two.xml']);
  });

  it('is damaged when cut anywhere', async () => {
    for (const share of [0.1, 0.5, 2 / 3, 0.99]) {
      const cut = zip.subarray(0, Math.floor(zip.length * share));
      await expect(readAll(cut)).rejects.toEqual(damaged);
    }
  });

  it('is damaged when any byte of the data is flipped', async () => {
    const data = one.local + 30 + 'one.xml'.length;
    for (let offset = 0; offset < 60; offset += 7) {
      const flipped = new Uint8Array(zip);
      flipped[data + offset] = (flipped[data + offset] ?? 0) ^ 0x10;
      await expect(readAll(flipped)).rejects.toEqual(damaged);
    }
  });

  it('is damaged when a part is missing', async () => {
    await expect(readAll(zip, 'three.xml')).rejects.toEqual(damaged);
  });

  it('is damaged when the two headers of a part disagree', async () => {
    const changes: [number, 16 | 32, number][] = [
      [one.local + 8, 16, 0],
      [one.local + 14, 32, 1],
      [one.local + 18, 32, 1],
      [one.local + 22, 32, 1],
      [one.local + 30, 16, 0x4141],
      [one.local, 32, 0],
    ];
    for (const change of changes) await expect(readAll(patched(zip, change))).rejects.toEqual(damaged);
  });

  it('is damaged when it declares another size or checksum than the data has, in both headers', async () => {
    for (const size of [10, 100_000]) {
      const lie = patched(zip, [one.local + 22, 32, size], [one.central + 24, 32, size]);
      await expect(readAll(lie)).rejects.toEqual(damaged);
    }
    const lie = patched(zip, [one.local + 14, 32, 7], [one.central + 16, 32, 7]);
    await expect(readAll(lie)).rejects.toEqual(damaged);
  });

  it('is damaged when two parts share a name or bytes', async () => {
    const twins = zipOf({ 'a.xml': '<a/>', 'A.xml': '<b/>' });
    await expect(readAll(twins, 'a.xml')).rejects.toEqual(damaged);
    const pair = zipOf({ 'one.xml': '<a/>', 'two.xml': '<a/>' });
    const first = recordsOf(pair, 'one.xml');
    const second = recordsOf(pair, 'two.xml');
    await expect(readAll(patched(pair, [second.central + 42, 32, first.local]))).rejects.toEqual(damaged);
  });

  it('says so when a part is encrypted', async () => {
    const locked = patched(zip, [one.local + 6, 16, 1], [one.central + 8, 16, 1]);
    await expect(readAll(locked)).rejects.toMatchObject({ code: 'FILE_ENCRYPTED' });
  });

  it('reads sizes of 64 bits, which some programs write for any file, and refuses those that contradict', async () => {
    for (const change of [{}, { end: false }]) {
      expect(await readAll(wide(change))).toBe('<a>nội dung</a>');
    }
    await expect(readAll(wide({ size: 1 }))).rejects.toEqual(damaged);
    await expect(readAll(wide({ localSize: 1 }))).rejects.toEqual(damaged);
    await expect(readAll(wide({ size: 2 ** 32 }))).rejects.toEqual(tooLarge);
    const other = Buffer.from(wide({}));
    other.writeUInt32LE(7, other.length - 6);
    await expect(readAll(other)).rejects.toEqual(damaged);
  });

  it('refuses zip64, sizes beyond the limit and too many parts before inflating anything', async () => {
    await expect(readAll(patched(zip, [one.central + 20, 32, 0xffffffff]))).rejects.toEqual(tooLarge);
    const huge = patched(
      zip,
      [one.local + 22, 32, MAX_INFLATED + 1],
      [one.central + 24, 32, MAX_INFLATED + 1],
    );
    await expect(readAll(huge)).rejects.toEqual(tooLarge);
    const many = zipOf(Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`${n}`, ''])));
    await expect(readAll(many, '1')).rejects.toEqual(tooLarge);
  });

  it('stops at a bomb that declares its size truly but stays under the limit', async () => {
    const bomb = zipByHand([{ name: 'one.xml', content: [['a', 100_000_000]] }]);
    await expect(readAll(bomb)).rejects.toEqual(tooLarge);
  });

  it('counts the bytes of all reads together', async () => {
    // Poorly packed, so that only the total can be what stops it.
    const noise = Buffer.alloc(30_000_000);
    for (let at = 0; at < noise.length; at += 64) noise.writeUInt32LE((at * 2_654_435_761) % 2 ** 32, at);
    const archive = new ZipArchive(zipOf({ 'one.bin': noise }));
    const drain = async () => {
      let size = 0;
      for await (const piece of archive.read('one.bin')) size += piece.length;
      expect(size).toBe(noise.length);
    };
    await expect(
      (async () => {
        for (let round = 0; round < 8; round++) await drain();
      })(),
    ).rejects.toEqual(tooLarge);
  });
});
