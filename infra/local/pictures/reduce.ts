import { decode, encode } from 'fast-png';

type Colour = readonly [red: number, green: number, blue: number];

/**
 * The same picture with at most `colours` (256 or fewer) colours, about a quarter of the bytes. Pages are made of
 * flat colours, which stay what they are; shades along the edges of letters move to the nearest that was chosen.
 */
export function reduce(png: Uint8Array, colours: number): Uint8Array {
  const { width, height, data, channels } = decode(png);
  const pixels = new Uint32Array(width * height);
  const frequency = new Map<number, number>();
  for (let index = 0; index < pixels.length; index++) {
    const at = index * channels;
    const colour = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
    pixels[index] = colour;
    frequency.set(colour, (frequency.get(colour) ?? 0) + 1);
  }
  const { palette, indexOf } = choose(frequency, colours);
  const indices = Uint8Array.from(pixels, (colour) => indexOf.get(colour) ?? 0);
  return encode(
    { width, height, data: indices, depth: 8, channels: 1, palette: palette.map((colour) => [...colour]) },
    { zlib: { level: 9 } },
  );
}

/**
 * One colour after the other: the one that is worst served by those before it, by how often it occurs and how far
 * off it would be shown. So a small red mark gets its red, however much grey there is.
 */
function choose(frequency: ReadonlyMap<number, number>, colours: number) {
  // In a fixed order: the same picture always gives the same bytes.
  const wanted = [...frequency]
    .sort(([a, countA], [b, countB]) => countB - countA || a - b)
    .map(([value, count]) => ({
      value,
      colour: split(value),
      count,
      nearest: 0,
      off: Number.POSITIVE_INFINITY,
    }));
  const palette: Colour[] = [];
  let next = wanted[0];
  while (next && palette.length < colours) {
    const chosen = next.colour;
    const index = palette.push(chosen) - 1;
    next = undefined;
    let worst = 0;
    for (const one of wanted) {
      const off = distance(one.colour, chosen);
      if (off < one.off) Object.assign(one, { off, nearest: index });
      if (one.off * one.count > worst) {
        worst = one.off * one.count;
        next = one;
      }
    }
  }
  return { palette, indexOf: new Map(wanted.map(({ value, nearest }) => [value, nearest])) };
}

function distance(a: Colour, b: Colour): number {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
}

function split(value: number): Colour {
  return [value >> 16, (value >> 8) & 255, value & 255];
}
