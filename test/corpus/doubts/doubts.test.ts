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
      /** Of README.md's table; 0 is none of them. */
      kind: z.number(),
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

/** What stands behind the last comma of a name; files without one are made byte by byte. */
const programOf = (name: string) => /, ([^,]+)\.\w+$/.exec(name)?.[1] ?? 'python';

describe('the kinds of README.md', () => {
  const kinds = Object.entries(known.files).filter(([, { kind }]) => kind > 0);
  const pages = readdirSync(join(here, '..', 'pdf')).filter((name) => name.endsWith('.pdf'));
  const files = [
    ...kinds.map(([name, { kind }]) => ({ name, kind })),
    ...pages.map((name) => ({ name, kind: 5 })),
  ];
  const byKind = Map.groupBy(files, ({ kind }) => kind);

  it('have at least five files each', () => {
    expect([...byKind.keys()].toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    for (const [kind, own] of byKind) expect(own.length, `kind ${kind}`).toBeGreaterThanOrEqual(5);
  });

  it('are as many, and by the programs, as its table says', () => {
    const told = readFileSync(join(here, '..', 'README.md'), 'utf8');
    for (const [kind, own] of byKind) {
      const programs = [...new Set(own.map(({ name }) => programOf(name)))].toSorted();
      const row = told.split('\n').find((line) => line.startsWith(`| ${kind} |`)) ?? '';
      expect(row).toMatch(new RegExp(`\\| ${own.length} \\| ${programs.join(', ')} \\|$`));
    }
  });
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
