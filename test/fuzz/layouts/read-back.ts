/** Whether a table comes back from the reader as it was meant. */
import type { Figure, Finding, Reading } from '../../../shared/reading/model/reading.ts';
import { readReport } from '../../../shared/reading/read-report.ts';
import type { Description, Row } from './description.ts';
import { type FormatName, written } from './formats.ts';
import { taskOf } from './task.ts';

/**
 * `whole`: every figure is right. `named`: one is not, and a finding speaks of it. `refused`: the report is rejected, or
 * cannot be read. `called-blank`: a figure is lost, and the unit is told that it left it out. `silent`: a figure is
 * wrong or lost, the report is accepted, and nobody is told. `thrown`: the reader failed.
 */
export type Outcome = 'whole' | 'named' | 'refused' | 'called-blank' | 'silent' | 'thrown';

export interface ReadBack {
  readonly outcome: Outcome;
  /** What differs, or why it was refused; empty where all is right. */
  readonly why: string;
}

export async function readBack(description: Description, format: FormatName): Promise<ReadBack> {
  const bytes = await written(description, format);
  let reading: Reading;
  try {
    reading = await readReport(bytes, taskOf(description));
  } catch (error) {
    return {
      outcome: 'thrown',
      why: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
  return outcomeOf(description, reading);
}

export function outcomeOf(description: Description, reading: Reading): ReadBack {
  const { state, findings } = reading;
  if (state === 'rejected' || state === 'unreadable') {
    const errors = findings.filter(({ severity }) => severity === 'error');
    return { outcome: 'refused', why: [...new Set(errors.map(({ code }) => code))].join(', ') };
  }
  const differences = description.rows.flatMap((row) => differencesIn(row, description, reading));
  const worst = (['silent', 'called-blank', 'named'] as const).find((kind) =>
    differences.some(({ outcome }) => outcome === kind),
  );
  if (!worst) return { outcome: 'whole', why: '' };
  return {
    outcome: worst,
    why: differences
      .filter(({ outcome }) => outcome === worst)
      .map(({ why }) => why)
      .join('; '),
  };
}

function differencesIn(
  row: Row,
  { columns }: Description,
  { values, findings }: Reading,
): readonly ReadBack[] {
  const read = values.find(({ indicator }) => indicator === row.code);
  return (['value', 'cumulative'] as const).flatMap((slot): readonly ReadBack[] => {
    const meant = columns.includes(slot) ? row[slot] : null;
    const got = read?.[slot] ?? null;
    if (isSame(meant, got)) return [];
    const source = read?.[slot === 'value' ? 'source' : 'cumulativeSource'] ?? null;
    const speaking = findings.filter((finding) => speaksOf(finding, row, source));
    const excuses = speaking.filter(({ code }) => !callsBlank.has(code));
    const why = `${row.code} ${slot}: ${meant} → ${got}`;
    if (excuses.length > 0) return [{ outcome: 'named', why: `${why} (${excuses[0]?.code})` }];
    const lost = got === null && speaking.length > 0;
    return [{ outcome: lost ? 'called-blank' : 'silent', why }];
  });
}

/** They tell the unit that nothing was written there. */
const callsBlank: ReadonlySet<string> = new Set([
  'BLANK',
  'CUMULATIVE_BLANK',
  'MISSING_ROWS',
  'EMPTY_REPORT',
]);

function speaksOf({ where, message }: Finding, { code }: Row, source: Finding['where']): boolean {
  if (source !== null && where !== null && JSON.stringify(where) === JSON.stringify(source)) return true;
  return new RegExp(String.raw`\b${code}\b`).test(message.vi);
}

function isSame(meant: Figure, got: Figure): boolean {
  if (typeof meant === 'number' && typeof got === 'number') return Math.abs(meant - got) < 1e-6;
  return meant === got;
}
