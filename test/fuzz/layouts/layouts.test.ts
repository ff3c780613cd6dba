import { describe, expect, it } from 'vitest';
import { type Description, descriptionOf } from './description.ts';
import { formatNames } from './formats.ts';
import { fuzzLayouts } from './fuzz-layouts.ts';
import { outcomeOf, readBack } from './read-back.ts';
import { shrunk } from './shrink.ts';

const SEED = 20_240_322;
const TABLES = 6;

it('draws the same table from the same seed', () => {
  expect(descriptionOf(SEED)).toEqual(descriptionOf(SEED));
  expect(descriptionOf(SEED)).not.toEqual(descriptionOf(SEED + 1));
});

it('reads tables drawn by chance as they were meant, or says what it could not, in every format', async () => {
  const faults: string[] = [];
  const counts = await fuzzLayouts(SEED, TABLES, ({ seed, format, readBack: { outcome, why } }) => {
    faults.push(`${seed} ${format} ${outcome}: ${why}`);
  });
  expect(faults).toEqual([]);
  for (const format of formatNames.filter((name) => name !== 'pdf')) {
    expect([format, counts.get(format)?.outcomes.whole]).toEqual([format, TABLES]);
  }
  // Of a page more may be refused, but not most.
  expect(counts.get('pdf')?.outcomes.whole).toBeGreaterThan(TABLES / 2);
});

describe('reads or refuses what it once misread in a pdf', () => {
  const seeds = [
    ...[85, 103, 105, 125, 135, 5003, 5008, 5042, 5056, 5131, 5180],
    ...[100173, 100196, 100240, 100274, 100335, 100437, 100653, 100683, 101205, 101468],
    ...[201089, 201968, 202722, 300085, 511471],
    ...[
      500271, 500625, 503391, 503702, 510484, 511325, 601280, 700055, 705045, 713326, 8103177, 8112500,
      8114416, 8140274,
    ],
  ];
  it.each(seeds)('%s', async (seed) => {
    const { outcome } = await readBack(descriptionOf(seed), 'pdf');
    expect(['whole', 'refused']).toContain(outcome);
  });
});

describe('what is a fault', () => {
  const description = descriptionOf(SEED);

  it.each<[string, object, string]>([
    ['another figure of which nothing is said', { values: [] }, 'silent'],
    ['a figure that the unit is told to have left out', { values: [], say: 'BLANK' }, 'called-blank'],
    ['a figure of which a finding speaks', { values: [], say: 'NOT_WHOLE' }, 'named'],
    ['a report that is rejected', { values: [], state: 'rejected' }, 'refused'],
  ])('%s', async (_, { values, say, state }: { values?: []; say?: string; state?: 'rejected' }, outcome) => {
    const words = { vi: description.rows.map(({ code }) => code).join(', '), en: '' };
    const about = { where: null, found: null, expected: null, message: words, fix: words };
    const reading = {
      ...{
        state: state ?? ('accepted-with-warnings' as const),
        format: 'csv' as const,
        values: values ?? [],
      },
      findings: say === undefined ? [] : [{ ...about, code: say, severity: 'warning' as const }],
      ...{ narrative: [], skipped: [], counts: { read: 0, skipped: 0, total: 0 } },
    };
    expect(outcomeOf(description, reading).outcome).toBe(outcome);
  });
});

it('shrinks a failing table to what makes it fail', async () => {
  const description: Description = { ...descriptionOf(SEED), notation: 'points', stranger: true };
  const culprit = description.rows.at(-1)?.code;
  const fails = async ({ rows, notation }: Description) =>
    notation === 'points' && rows.some(({ code }) => code === culprit);
  const least = await shrunk(description, fails);
  expect(least.rows.map(({ code }) => code)).toEqual([culprit]);
  expect(least).toMatchObject({ notation: 'points', stranger: false, columns: ['name', 'value'] });
});
