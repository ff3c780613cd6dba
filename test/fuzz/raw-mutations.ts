/** What happens to bytes on their way: flipped, cut, lost, sent twice, overwritten, mixed with another file's. */
import type { Chance } from './chance.ts';

type RawMutation = (bytes: Uint8Array, chance: Chance, other: Uint8Array) => Uint8Array;

const flip: RawMutation = (bytes, chance) => {
  const copy = Uint8Array.from(bytes);
  for (let n = 1 + chance.below(4); n > 0; n -= 1) {
    const at = chance.below(copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << chance.below(8));
  }
  return copy;
};

/** A few bytes near the end, where a zip keeps its directory and a PDF its table of objects. */
const flipNearTheEnd: RawMutation = (bytes, chance) => {
  const copy = Uint8Array.from(bytes);
  const at = Math.max(0, copy.length - 1 - chance.below(Math.min(copy.length, 1500)));
  copy[at] = chance.below(256);
  return copy;
};

const cut: RawMutation = (bytes, chance) => bytes.slice(0, chance.below(bytes.length));

const lose: RawMutation = (bytes, chance) => {
  const [from, to] = stretch(bytes, chance);
  return join(bytes.subarray(0, from), bytes.subarray(to));
};

const twice: RawMutation = (bytes, chance) => {
  const [from, to] = stretch(bytes, chance);
  return join(bytes.subarray(0, to), bytes.subarray(from));
};

const overwrite: RawMutation = (bytes, chance) => {
  const copy = Uint8Array.from(bytes);
  const [from, to] = stretch(bytes, chance);
  return copy.fill(chance.of([0, 0xff, 0x20, 0x3c]), from, to);
};

const mix: RawMutation = (bytes, chance, other) => {
  const [from] = stretch(bytes, chance);
  const [start, end] = stretch(other, chance);
  return join(bytes.subarray(0, from), other.subarray(start, end), bytes.subarray(from));
};

const append: RawMutation = (bytes, chance, other) =>
  join(bytes, other.subarray(0, chance.below(other.length)));

export const rawMutations: Readonly<Record<string, RawMutation>> = {
  flip,
  flipNearTheEnd,
  cut,
  lose,
  twice,
  overwrite,
  mix,
  append,
};

function stretch(bytes: Uint8Array, chance: Chance): [number, number] {
  const from = chance.below(bytes.length);
  return [from, Math.min(bytes.length, from + 1 + chance.below(chance.of([4, 64, 4096])))];
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}
