/** Zips that lie, or that are far larger than they look; made in little memory, the same in every run. */
import { constants, crc32, deflateRawSync } from 'node:zlib';

/** Text of a part: pieces, each repeated. */
export type Pieces = readonly (readonly [text: string, times: number])[];

export interface Part {
  readonly name: string;
  readonly content: string | Uint8Array | Pieces;
  /** What the headers say instead of the true size. */
  readonly sizes?: number;
}

/** A zip of the parts, in their order. */
export function zipByHand(parts: readonly Part[]): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, sizes } of parts) {
    const packed = pack(content);
    const title = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    // Names are UTF-8.
    fields.writeUInt16LE(/^[\x20-\x7e]*$/.test(name) ? 0 : 0x800, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(packed.crc, 10);
    fields.writeUInt32LE(sizes ?? packed.data.length, 14);
    fields.writeUInt32LE(sizes ?? packed.size, 18);
    fields.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, title, packed.data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, title]));
    bodies.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, central, end]);
}

function pack(content: Part['content']): { data: Buffer; crc: number; size: number } {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    const bytes = Buffer.from(content);
    return { data: deflateRawSync(bytes, { level: 1 }), crc: crc32(bytes), size: bytes.length };
  }
  const packed: Buffer[] = [];
  let crc = 0;
  let size = 0;
  for (const [text, times] of content) {
    const whole = Buffer.from(text);
    // Past a full flush nothing looks back, so a packed block may stand there any number of times.
    const block =
      times > 1 ? Buffer.from(text.repeat(Math.max(1, Math.min(times, blockOf(whole.length))))) : whole;
    const inBlock = block.length / whole.length;
    const flushed = deflateRawSync(block, { finishFlush: constants.Z_FULL_FLUSH });
    for (let left = times; left > 0; left -= inBlock) {
      const last = left < inBlock ? block.subarray(0, left * whole.length) : block;
      packed.push(last === block ? flushed : deflateRawSync(last, { finishFlush: constants.Z_FULL_FLUSH }));
      crc = crc32(last, crc);
      size += last.length;
    }
  }
  packed.push(deflateRawSync(Buffer.alloc(0)));
  return { data: Buffer.concat(packed), crc, size };
}

const blockOf = (length: number) => Math.ceil((4 * 1024 * 1024) / length);
