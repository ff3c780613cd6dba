import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { period as periodId, regimeFile, scenes } from '../../../../infra/local/story/cast.ts';
import { readReport } from '../../../../shared/reading/read-report.ts';
import { readRegime } from '../../../../shared/regime/load.ts';
import { evaluateRule, type Operand, parseRule } from '../../../../shared/regime/rule.ts';

const story = join(import.meta.dirname, '..', '..', '..', '..', 'infra', 'local', 'story');

const Figure = z.union([z.number(), z.string(), z.null()]);
const Values = z.record(z.string(), z.tuple([Figure, Figure]));
const Report = z.object({ values: Values, narrative: z.record(z.string(), z.array(z.string())) });
const Figures = z.object({
  units: z.record(z.string(), Report),
  'CN-CLO first': z.object({ values: Values, errors: z.array(z.string()) }),
  'CN-HLU': z.object({ reportOf: z.string(), errors: z.array(z.string()) }),
});
const known = Figures.parse(JSON.parse(readFileSync(join(story, 'figures.json'), 'utf8')));

const regime = readRegime(readFileSync(regimeFile, 'utf8'), regimeFile);
const period = found(regime.periods.find(({ id }) => id === periodId));

const sent = scenes.filter((scene) => scene.kind === 'file');
const [firstOfCaoLoc, secondOfCaoLoc] = sent.filter(({ unit }) => unit === 'CN-CLO').map(({ file }) => file);
const mistaken = sent.filter(({ file, unit }) => file === firstOfCaoLoc || unit === 'CN-HLU');
const right = sent.filter((scene) => !mistaken.includes(scene));

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('missing in the sample');
  return value;
}

function read(code: string, fileName: string) {
  const unit = found(regime.units.find((each) => each.code === code));
  return readReport(readFileSync(join(story, 'files', fileName)), { fileName, unit, period, regime });
}

type Reading = Awaited<ReturnType<typeof read>>;

function figuresOf({ values }: Reading) {
  return Object.fromEntries(
    values.map(({ indicator, value, cumulative }) => [indicator, [value, cumulative]]),
  );
}

function textOf({ narrative }: Reading) {
  return Object.fromEntries(
    narrative.map(({ section, paragraphs }) => [section, paragraphs.map(({ text }) => text)]),
  );
}

const codesOf = (reading: Reading, severity: string) =>
  reading.findings.filter((finding) => finding.severity === severity).map(({ code }) => code);

describe('the files of the story', () => {
  it('are those that the cast sends, and no others', () => {
    const files = readdirSync(join(story, 'files')).map((name) => name.normalize('NFC'));
    expect(files.toSorted()).toEqual(sent.map(({ file }) => file).toSorted());
  });

  it('are small', () => {
    for (const { file } of sent)
      expect(readFileSync(join(story, 'files', file)).length, file).toBeLessThan(60_000);
  });
});

describe.each(right)('$file, the report of $unit', ({ unit, file }) => {
  const { values, narrative } = found(known.units[unit]);

  it('is accepted', async () => {
    const reading = await read(unit, file);
    expect({ state: reading.state, warnings: codesOf(reading, 'warning') }).toEqual({
      state: 'accepted',
      warnings: [],
    });
  });

  it('yields the figures, each with the cell it stands in', async () => {
    const reading = await read(unit, file);
    expect(figuresOf(reading)).toEqual(values);
    const places = reading.values.flatMap((each) => [
      ...(each.value === null ? [] : [each.source]),
      ...(each.cumulative === null ? [] : [each.cumulativeSource]),
    ]);
    expect(places).not.toContain(null);
    expect(new Set(places.map((place) => JSON.stringify(place))).size).toBe(places.length);
    for (const { indicator, value, source, cumulative, cumulativeSource } of reading.values) {
      expect({ indicator, there: source !== null }).toEqual({ indicator, there: value !== null });
      expect({ indicator, there: cumulativeSource !== null }).toEqual({
        indicator,
        there: cumulative !== null,
      });
    }
  });

  it('yields the text of every section, word for word', async () => {
    const reading = await read(unit, file);
    const asked = regime.sections.filter(({ optional }) => !optional);
    expect(Object.keys(narrative)).toEqual(asked.map(({ id }) => id));
    expect(textOf(reading)).toEqual(narrative);
  });

  it('accounts for every piece of it', async () => {
    const { counts } = await read(unit, file);
    expect(counts.read + counts.skipped).toBe(counts.total);
  });
});

describe('the files that are refused', () => {
  it('names three mistakes of Cao Lộc, and has read all figures nevertheless', async () => {
    const { values, errors } = known['CN-CLO first'];
    const reading = await read('CN-CLO', found(firstOfCaoLoc));
    expect(reading.state).toBe('rejected');
    expect(codesOf(reading, 'error')).toEqual(errors);
    expect(codesOf(reading, 'warning')).toEqual([]);
    expect(figuresOf(reading)).toEqual({ ...found(known.units['CN-CLO']).values, ...values });
  });

  it('differs from the corrected file in these figures alone', async () => {
    const [first, second] = await Promise.all(
      [firstOfCaoLoc, secondOfCaoLoc].map((file) => read('CN-CLO', found(file))),
    );
    const changed = found(first).values.filter(({ value }, n) => value !== found(second).values[n]?.value);
    expect(changed.map(({ indicator }) => indicator)).toEqual(Object.keys(known['CN-CLO first'].values));
  });

  it('names the other unit whose report Hữu Lũng sent, at the place where it is stated', async () => {
    const { reportOf, errors } = known['CN-HLU'];
    const { file } = found(sent.find(({ unit }) => unit === 'CN-HLU'));
    const reading = await read('CN-HLU', file);
    expect(reading.state).toBe('rejected');
    expect(codesOf(reading, 'error')).toEqual(errors);
    expect(reading.findings[0]?.found).toContain(`(${reportOf})`);
    expect((await read(reportOf, file)).state).toBe('accepted');
  });
});

describe.each(Object.keys(known.units))('the figures of %s', (unit) => {
  const { values } = found(known.units[unit]);
  // Days since 1970, as rules compare dates.
  const planDue = Date.parse('2024-02-28') / 86_400_000;
  const figure = ({ indicator, cumulative }: Operand) => {
    const value = values[indicator]?.[cumulative ? 1 : 0] ?? null;
    if (typeof value !== 'string') return value;
    const day = Date.parse(value);
    return Number.isNaN(day) ? null : day / 86_400_000;
  };

  it('hold against every check that needs no other report', () => {
    const own = regime.checks.filter(({ needs }) => needs === 'this-report');
    const failed = own.filter(({ rule }) => evaluateRule(parseRule(rule), { figure, planDue }) !== true);
    expect(failed.map(({ id }) => id)).toEqual([]);
  });

  it('are, in the year’s first period, the cumulative figures too', () => {
    const counted = regime.indicators.filter(({ type }) => type === 'count' || type === 'percent');
    for (const { code } of counted) expect(values[code]?.[1], code).toBe(values[code]?.[0]);
  });
});
