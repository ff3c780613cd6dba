/**
 * How many of the files that make_pdfs.py wrote are read whole, refused, or wrong: node judge.ts FOLDER [part of a name].
 * Where second_reader.py has read them too, each figure that was read, and each that was meant, is looked for in its row
 * as that one found it; what it did not find there is listed.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { regimeFile } from '../../../../infra/local/story/cast.ts';
import type { Reading } from '../../../../shared/reading/model/reading.ts';
import { readReport } from '../../../../shared/reading/read-report.ts';
import { readRegime } from '../../../../shared/regime/load.ts';

const Figure = z.union([z.number(), z.string(), z.null()]);
const Expected = z.record(
  z.string(),
  z.object({
    unit: z.string(),
    period: z.string(),
    values: z.record(z.string(), z.tuple([Figure, Figure])),
  }),
);

/** File → code → each word at its height. */
const Second = z.record(z.string(), z.record(z.string(), z.array(z.string())));

type Outcome = 'whole' | 'refused' | 'lost' | 'wrong';

const [folder = '.', only = ''] = process.argv.slice(2);
const regime = readRegime(readFileSync(regimeFile, 'utf8'), regimeFile);
const expected = Expected.parse(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')));
const secondFile = join(folder, 'second.json');
const second = existsSync(secondFile) ? Second.parse(JSON.parse(readFileSync(secondFile, 'utf8'))) : {};
const seconded = { 'of both': 0, 'of the maker alone': 0, 'of the reader alone': 0, 'of neither': 0 };
const counts: Record<Outcome, number> = { whole: 0, refused: 0, lost: 0, wrong: 0 };
for (const [name, { unit, period, values }] of Object.entries(expected)) {
  if (!name.includes(only)) continue;
  const task = {
    fileName: name,
    regime,
    unit: regime.units.find(({ code }) => code === unit) ?? fail(unit),
    period: regime.periods.find(({ id }) => id === period) ?? fail(period),
  };
  const reading = await readReport(readFileSync(join(folder, name)), task);
  const { state } = reading;
  const { outcome, says } = outcomeOf(reading, values);
  counts[outcome] += 1;
  if (state.startsWith('accepted')) holdAgainst(second[name] ?? {}, name, reading, values);
  if (outcome !== 'whole') console.log(`${outcome}: ${name} · ${says.replaceAll('\n', '⏎')}`);
}
const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
console.log(`${all} files: ${JSON.stringify(counts)}`);
if (existsSync(secondFile)) console.log(`figures that the second reader finds: ${JSON.stringify(seconded)}`);
process.exitCode = counts.wrong > 0 ? 1 : 0;

function holdAgainst(
  rows: Readonly<Record<string, readonly string[]>>,
  name: string,
  { values }: Reading,
  truth: Readonly<Record<string, readonly [unknown, unknown]>>,
): void {
  for (const [code, meant] of Object.entries(truth)) {
    const found = rows[code];
    if (!found) continue;
    const read = values.find(({ indicator }) => indicator === code);
    [read?.value ?? null, read?.cumulative ?? null].forEach((figure, n) => {
      if (figure === null && meant[n] === null) return;
      const [isRead, isMeant] = [stands(figure, found), stands(meant[n], found)];
      const kind = isMeant
        ? isRead
          ? 'of both'
          : 'of the maker alone'
        : isRead
          ? 'of the reader alone'
          : 'of neither';
      seconded[kind] += 1;
      if (!isRead || !isMeant)
        console.log(`second: ${name} ${code} is ${figure}, meant ${meant[n]}, beside it ${found}`);
    });
  }
}

/**
 * Whether a figure is among the words of a row, by its digits: a day is written the other way round. Of a text each word
 * is looked for.
 */
function stands(figure: unknown, row: readonly string[]): boolean {
  const text = String(figure);
  if (!/\d/.test(text)) return text.split(/\s+/).every((word) => row.includes(word));
  const words = row.map((word) => word.replace(/\D/g, '')).filter((digits) => digits !== '');
  const digits = /^\d{4}-\d\d-\d\d$/.test(text)
    ? text.split('-').toReversed().join('')
    : text.replace(/\D/g, '');
  // Spaces within a number make words of it.
  return words.includes(digits) || (digits.length > 3 && words.join('').includes(digits));
}

function outcomeOf(
  { state, findings, values }: Reading,
  truth: Readonly<Record<string, readonly [unknown, unknown]>>,
): { readonly outcome: Outcome; readonly says: string } {
  const wrong: string[] = [];
  const lost: string[] = [];
  for (const [code, [value, cumulative]] of Object.entries(truth)) {
    const read = values.find(({ indicator }) => indicator === code);
    for (const [is, meant] of [
      [read?.value ?? null, value],
      [read?.cumulative ?? null, cumulative],
    ]) {
      if (is === meant) continue;
      (is === null ? lost : wrong).push(`${code} is ${is}, not ${meant}`);
    }
  }
  for (const { indicator, value } of values) {
    if (!(indicator in truth) && value !== null) wrong.push(`${indicator} is ${value}`);
  }
  const doubts = findings.filter(({ code }) => code === 'TABLE_IN_DOUBT');
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (state.startsWith('accepted') && wrong.length > 0) return { outcome: 'wrong', says: wrong.join('; ') };
  if (wrong.length + lost.length === 0 && state.startsWith('accepted')) return { outcome: 'whole', says: '' };
  const why = errors.map(({ code, message, found }) => `${code} ${message.vi} ${found ?? ''}`).join(' | ');
  if (doubts.length > 0) return { outcome: 'refused', says: why };
  return { outcome: 'lost', says: `${state}: ${[...wrong, ...lost].join('; ')} ${why}` };
}

function fail(name: string): never {
  throw new Error(`the regime has no ${name}`);
}
