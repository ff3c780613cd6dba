/** The records that the stream of an old workbook is made of: [MS-XLS] 2.3. */

export const BEGIN = 0x0809;
export const END = 0x000a;
export const SHEET_ENTRY = 0x0085;
export const CONTINUED = 0x003c;
export const BIFF8 = 0x0600;

export interface FoundRecord {
  readonly type: number;
  /** Where it begins, and where what it holds does, in bytes from the stream's beginning. */
  readonly start: number;
  readonly body: number;
  readonly length: number;
}

/** The bytes of a stream, to be read as numbers. */
export function viewOf(stream: Uint8Array): DataView {
  return new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
}

/** The records of a BIFF stream in their order ([MS-XLS] 2.1.4); ends at one that is cut off. */
export function* recordsOf(view: DataView): Generator<FoundRecord, void, undefined> {
  for (let start = 0; start + 4 <= view.byteLength; ) {
    const [type, length] = [view.getUint16(start, true), view.getUint16(start + 2, true)];
    const body = start + 4;
    if (body + length > view.byteLength) return;
    yield { type, start, body, length };
    start = body + length;
  }
}

/** A short text: its length, in Excel 97 and later a byte that tells how wide its letters are, its letters. */
export function textAt(stream: Uint8Array, at: number, wide: boolean): string {
  const length = stream[at] ?? 0;
  if (!wide) return letters(stream.subarray(at + 1, at + 1 + length), 1);
  const bytes = ((stream[at + 1] ?? 0) & 1) === 1 ? 2 : 1;
  return letters(stream.subarray(at + 2, at + 2 + length * bytes), bytes);
}

function letters(bytes: Uint8Array, each: 1 | 2): string {
  if (each === 2) return new TextDecoder('utf-16le').decode(bytes);
  return String.fromCharCode(...bytes);
}
