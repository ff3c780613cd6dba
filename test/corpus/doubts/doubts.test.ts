import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { regimeFile } from '../../../infra/local/story/cast.ts';
import { readReport } from '../../../shared/reading/read-report.ts';
import { readRegime } from '../../../shared/regime/load.ts';

const Figure = z.union([z.number(), z.string(), z.null()]);
const Expected = z.object({
  unit: z.string(),
  period: z.string(),
  files: z.record(
    z.string(),
    z.object({
      /** A pattern. */
      state: z.string(),
      says: z.array(z.string()),
      notSaid: z.array(z.string()),
      values: z.record(z.string(), Figure),
      never: z.record(z.string(), Figure),
      words: z.string().optional(),
    }),
  ),
});

const here = import.meta.dirname;
const regime = readRegime(readFileSync(regimeFile, 'utf8'), regimeFile);
const known = Expected.parse(JSON.parse(readFileSync(join(here, 'expected.json'), 'utf8')));
const unit = regime.units.find(({ code }) => code === known.unit);
const period = regime.periods.find(({ id }) => id === known.period);

it('expects something of every file in its folder', () => {
  const files = readdirSync(here).filter((name) => !/^maker$|\.(ts|py|json)$/.test(name));
  expect(files.toSorted()).toEqual(Object.keys(known.files).toSorted());
});

describe('says what the maker says must be said, and takes no figure that is none', () => {
  for (const [name, expected] of Object.entries(known.files)) {
    it(name, async () => {
      if (!unit || !period) throw new Error('the regime has no such unit or period');
      const task = { fileName: name, unit, period, regime };
      const { state, findings, values } = await readReport(readFileSync(join(here, name)), task);
      const said = findings.map(({ code }) => code);
      expect(state).toMatch(new RegExp(`^(${expected.state})$`));
      expect(said).toEqual(expect.arrayContaining(expected.says));
      expect(said.filter((code) => expected.notSaid.includes(code))).toEqual([]);
      const figures = Object.fromEntries(values.map(({ indicator, value }) => [indicator, value]));
      expect(figures).toMatchObject(expected.values);
      for (const [code, never] of Object.entries(expected.never)) expect(figures[code]).not.toBe(never);
      if (expected.words) expect(JSON.stringify(findings)).toContain(expected.words);
    });
  }
});
