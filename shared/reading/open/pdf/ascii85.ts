const FIRST = 0x21;
const LAST = 0x75;
const ZEROS = 0x7a;
const END = 0x7e;

/** Undoes ASCII85, in which some programs write packed streams: five letters for four bytes, `z` for four zeros. */
export function fromAscii85(letters: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(letters.length * 4);
  const view = new DataView(bytes.buffer);
  let length = 0;
  let group = 0;
  let count = 0;
  for (const letter of letters) {
    if (letter === END) break;
    if (letter === ZEROS && count === 0) length += 4;
    if (letter < FIRST || letter > LAST) continue;
    group = group * 85 + letter - FIRST;
    count += 1;
    if (count < 5) continue;
    view.setUint32(length, group >>> 0);
    length += 4;
    group = 0;
    count = 0;
  }
  if (count > 1) {
    for (let n = count; n < 5; n += 1) group = group * 85 + 84;
    view.setUint32(length, group >>> 0);
    length += count - 1;
  }
  return bytes.subarray(0, length);
}
