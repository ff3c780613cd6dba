/** A picture of growth: each line one look or one piece of work, both axes by powers of ten. */

export interface Line {
  readonly what: string;
  readonly points: readonly { readonly units: number; readonly count: number }[];
  /** By which power of the units it grows. */
  readonly exponent: number;
}

const [width, height] = [760, 460];
const plot = { left: 64, top: 28, right: 500, bottom: 410 };
/** Told apart by dashes too, so that nobody needs the colours. */
const looks = ['#0b5fa5', '#a33a00', '#1d7a3a', '#7a2a8a', '#5a5a00', '#006d77', '#8a1538', '#444'];
const dashes = ['', '7 3', '2 3', '9 3 2 3'];

/** An SVG without anything around it; the same lines always give the same text. */
export function growthPlot(title: string, lines: readonly Line[]): string {
  const points = lines.flatMap((line) => line.points);
  const across = axis(
    points.map(({ units }) => units),
    plot.left,
    plot.right,
  );
  const up = axis(
    points.map(({ count }) => count),
    plot.bottom,
    plot.top,
  );
  const labels = apart(lines.map((line) => up.at(line.points.at(-1)?.count ?? 1)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    text(plot.left, 16, title, 'font-weight="bold"'),
    ...across.ticks.flatMap((tick) => [
      rule(across.at(tick), plot.top, across.at(tick), plot.bottom),
      text(across.at(tick), plot.bottom + 18, tick.toLocaleString('en'), 'text-anchor="middle"'),
    ]),
    ...up.ticks.flatMap((tick) => [
      rule(plot.left, up.at(tick), plot.right, up.at(tick)),
      text(plot.left - 8, up.at(tick) + 4, tick.toLocaleString('en'), 'text-anchor="end"'),
    ]),
    text((plot.left + plot.right) / 2, plot.bottom + 38, 'units', 'text-anchor="middle"'),
    ...lines.flatMap(({ what, points: own, exponent }, nth) => {
      const color = looks[nth % looks.length];
      const dash = dashes[Math.floor(nth / 2) % dashes.length];
      const way = own
        .map(({ units, count }) => `${round(across.at(units))},${round(up.at(count))}`)
        .join(' ');
      const label = labels[nth] ?? 0;
      return [
        `<polyline points="${way}" fill="none" stroke="${color}" stroke-width="2" stroke-dasharray="${dash}"/>`,
        text(plot.right + 12, label + 4, `${what}: ${exponent.toFixed(2)}`, `fill="${color}"`),
      ];
    }),
    '</svg>\n',
  ].join('\n');
}

/** From the power of ten below the smallest to that above the largest. */
function axis(values: readonly number[], from: number, to: number) {
  const logs = values.map((value) => Math.log10(Math.max(1, value)));
  const [low, high] = [Math.floor(Math.min(...logs)), Math.ceil(Math.max(...logs))];
  const span = Math.max(1, high - low);
  return {
    at: (value: number) => from + ((Math.log10(Math.max(1, value)) - low) / span) * (to - from),
    ticks: Array.from({ length: span + 1 }, (_, n) => 10 ** (low + n)),
  };
}

/** Labels at these heights, moved so far that none stands on another. */
function apart(heights: readonly number[]): readonly number[] {
  const line = 16;
  const order = heights.map((at, nth) => ({ at, nth })).sort((one, other) => one.at - other.at);
  const placed: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const { at, nth } of order) {
    last = Math.max(at, last + line);
    placed[nth] = last;
  }
  const beyond = Math.max(0, last - (plot.bottom + 12));
  return placed.map((at) => at - beyond);
}

const round = (value: number) => Math.round(value * 10) / 10;

function rule(x1: number, y1: number, x2: number, y2: number): string {
  const [a, b, c, d] = [x1, y1, x2, y2].map(round);
  return `<line x1="${a}" y1="${b}" x2="${c}" y2="${d}" stroke="#ddd"/>`;
}

function text(x: number, y: number, of: string, more: string): string {
  return `<text x="${round(x)}" y="${round(y)}" ${more}>${escaped(of)}</text>`;
}

function escaped(of: string): string {
  return of.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
