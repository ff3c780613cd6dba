/** Forms on paper, by every program that prints: all figures as the maker drew them, or a refusal; never another figure. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { regimeFile } from '../../infra/local/story/cast.ts';
import { readReport } from '../../shared/reading/read-report.ts';
import { readRegime } from '../../shared/regime/load.ts';

const Figure = z.union([z.number(), z.string(), z.null()]);
const Expected = z.record(
  z.string(),
  z.object({ unit: z.string(), period: z.string(), values: z.record(z.string(), z.tuple([Figure, Figure])) }),
);

const folder = join(import.meta.dirname, 'pdf');
const expected = Expected.parse(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')));
const regime = readRegime(readFileSync(regimeFile, 'utf8'), regimeFile);

it('expects something of every file', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
  expect(names.toSorted()).toEqual(Object.keys(expected).toSorted());
});

describe('reads every figure of', () => {
  for (const [name, { unit, period, values }] of Object.entries(expected)) {
    it(name, async () => {
      const reading = await readReport(readFileSync(join(folder, name)), {
        fileName: name,
        regime,
        unit: regime.units.find(({ code }) => code === unit) ?? expect.fail(unit),
        period: regime.periods.find(({ id }) => id === period) ?? expect.fail(period),
      });
      expect(reading.state).toMatch(/^accepted/);
      const read = reading.values.map(({ indicator, value, cumulative }) => [indicator, [value, cumulative]]);
      expect(Object.fromEntries(read)).toEqual(values);
    });
  }
});
