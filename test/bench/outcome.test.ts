import { describe, expect, it } from 'vitest';
import { isHeld, type Outcome, outcomeOf, outcomeRows, outcomeTable } from './outcome.ts';

const front: Outcome = {
  rows: [
    { what: 'p95', value: 2198.4, unit: 'ms', aim: { most: 500 } },
    { what: 'a share', value: 20, unit: 'ms', ratio: { value: 0.456, to: 'naive' }, aim: { most: 0.5 } },
    { what: 'a count', value: 0, unit: 'requests' },
  ],
};
const reading: Outcome = {
  rows: [
    { what: 'pdftotext', value: null, unit: 'ms', note: 'not installed here', aim: { most: 5 } },
    {
      what: 'near',
      value: 110,
      unit: 'ms',
      ratio: { value: 1.1, to: 'real' },
      aim: { least: 0.8, most: 1.2 },
    },
  ],
};

describe('the table in which all benches end', () => {
  const lines = outcomeTable({ front, reading }).trimEnd().split('\n');
  const cells = (nth: number) =>
    lines[nth]
      ?.split('|')
      .map((cell) => cell.trim())
      .slice(1, -1);

  it('has one row for each thing measured, with its bench, its ratio, its aim, and whether that is held', () => {
    expect(lines).toHaveLength(2 + 5);
    expect(cells(2)).toEqual(['front', 'p95', '2,198', 'ms', '', '', '≤ 500', 'NOT HELD']);
    expect(cells(3)).toEqual(['front', 'a share', '20.0', 'ms', '0.456', 'naive', '≤ 0.5', 'held']);
    expect(cells(4)).toEqual(['front', 'a count', '0', 'requests', '', '', '', '']);
    expect(cells(6)).toEqual(['reading', 'near', '110', 'ms', '1.10', 'real', '0.8 to 1.2', 'held']);
  });

  it('says why what could not be measured was not, and calls it neither held nor not', () => {
    expect(cells(5)).toEqual(['reading', 'pdftotext', '–', 'ms', '', '', '≤ 5', 'not installed here']);
  });

  it('can be read as it stands: columns stand below each other, and a long word at the end makes no line longer', () => {
    const bars = (line: string) => [...line.matchAll(/\|/g)].map(({ index }) => index).slice(0, -1);
    expect(new Set(lines.map((line) => bars(line).join())).size).toBe(1);
    const [short, long] = [lines[4]?.length ?? 0, lines[5]?.length ?? 0];
    expect(long).toBeGreaterThan(short);
  });
});

describe('an aim', () => {
  it('bounds the ratio where there is one, and the value where there is none', () => {
    const row = { what: '', value: 9, unit: '' };
    expect(isHeld({ ...row, ratio: { value: 2, to: '' }, aim: { most: 3 } })).toBe(true);
    expect(isHeld({ ...row, aim: { most: 3 } })).toBe(false);
    expect(isHeld({ ...row, aim: { least: 9, most: 9 } })).toBe(true);
    expect(isHeld({ ...row, aim: { least: 9.1 } })).toBe(false);
    expect(isHeld(row)).toBeNull();
  });

  it('is not held by a figure that is none', () => {
    expect(isHeld({ what: '', value: Number.NaN, unit: '', aim: { most: 3 } })).toBe(false);
    expect(isHeld({ what: '', value: Number.NaN, unit: '', aim: { least: 3 } })).toBe(false);
  });
});

it('the rows for programs are the same, whole and not rounded', () => {
  const rows = outcomeRows({ front, reading });
  expect(rows).toHaveLength(5);
  expect(rows[0]).toMatchObject({ bench: 'front', what: 'p95', value: 2198.4, ratio: null, held: false });
  expect(rows[1]).toMatchObject({ ratio: 0.456, to: 'naive', aim: { most: 0.5 }, held: true });
  expect(rows[3]).toMatchObject({ value: null, held: null, note: 'not installed here' });
});

it('a bench that tells something else than rows says so, and the others keep their table', () => {
  expect(outcomeOf(front)).toEqual(front);
  for (const told of [[{ what: 'p95' }], undefined, {}]) expect(() => outcomeOf(told)).toThrow('no rows');
});
