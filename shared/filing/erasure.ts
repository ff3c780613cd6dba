/** Keeping and erasing: until when a period's files are kept, and what stays of its rows afterwards. */
import * as z from 'zod';
import { addMonths, lastDay } from '../regime/calendar.ts';
import type { Period, Regime } from '../regime/regime.ts';
import { Instant, Ulid } from '../vocabulary/codes.ts';
import { type Decision, isUnitsOwn } from './decision.ts';
import type { Manifest } from './manifest.ts';
import type { LaterReading, Upload, Version } from './version.ts';

/** That something was erased: written before anything is, and closed when all of it was. */
export const Erasure = z.object({
  erasure: Ulid,
  period: z.string(),
  actor: z.string(),
  reason: z.string(),
  begunAt: Instant,
  /** The last day until which all of it had to be kept. */
  keptUntil: z.iso.date(),
  files: z.int(),
  /** Null where it was cut off: then it is done again. */
  finishedAt: Instant.nullable(),
});
export type Erasure = z.output<typeof Erasure>;

/**
 * The last day until which the period's files are kept, `yyyy-mm-dd`: so many months after the period, and every period
 * whose figures are compared with its or add them up, is over. Null where the regime erases nothing, or a date is missing.
 */
export function keptUntil({ keep }: Regime, period: Period, all: readonly Period[]): string | null {
  if (keep === undefined) return null;
  const leaning = all.filter(
    ({ previous, sameLastYear, sumOf = [] }) =>
      previous === period.id || sameLastYear === period.id || sumOf.includes(period.id),
  );
  const ends = [period, ...leaning].map(endOf);
  if (ends.some((end) => end === null)) return null;
  const last = ends.reduce<string>((latest, end) => (end !== null && end > latest ? end : latest), '');
  return addMonths(last, keep.months);
}

/** The last day on which anything of it could still come; null while nobody knows. */
function endOf({ lock, deadline, window }: Period): string | null {
  const last = lastDay(deadline);
  const days = [lock, last, window?.to].flatMap((day) => day ?? []).sort();
  return lock === undefined && last === null ? null : (days.at(-1) ?? null);
}

/** What a file was called; that it was a workbook or a text is nobody's name. */
function namelessFile(fileName: string): string {
  return `da-xoa${/\.[A-Za-z0-9]{1,5}$/.exec(fileName)?.[0] ?? ''}`;
}

/** What a row loses: `set` anew, `remove`d. */
export interface Redaction {
  readonly set: Readonly<Record<string, unknown>>;
  readonly remove: readonly string[];
}

export function redactedVersion({ fileName }: Pick<Version, 'fileName'>, erased: string): Redaction {
  const set = { fileName: namelessFile(fileName), sender: null, firstFindings: [], erased };
  return { set, remove: ['sketch', 'values'] };
}

export const redactedReading: Redaction = {
  set: { firstFindings: [] } satisfies Partial<LaterReading>,
  remove: ['sketch'],
};

export function redactedUpload({ fileName }: Pick<Upload, 'fileName'>): Redaction {
  return { set: { fileName: namelessFile(fileName), sender: null }, remove: ['link'] };
}

/** A unit's own reasons are its people's; what the office decided, and why, stays on record. Null where nothing goes. */
export function redactedDecision(decision: Pick<Decision, 'actor' | 'reason'>): Redaction | null {
  return isUnitsOwn(decision) && decision.reason !== '' ? { set: { reason: '' }, remove: ['link'] } : null;
}

export const redactedNote: Redaction = { set: { text: '' }, remove: [] };

/** The manifest without whose files the period's were and what they quoted; the same where nothing of it is in it. */
export function redactedManifest(manifest: Manifest, period: string, erased: string): Manifest {
  const version = (each: Version): Version => {
    if (each.period !== period || each.erased !== undefined) return each;
    const { sketch: _, values, ...rest } = each;
    const set = { fileName: namelessFile(each.fileName), sender: null, firstFindings: [], erased };
    return { ...rest, ...(values && { values }), ...set };
  };
  const decision = (each: Decision): Decision =>
    each.period === period && redactedDecision(each) ? { ...each, reason: '' } : each;
  const filings = <T extends Pick<Manifest, 'versions' | 'decisions'>>(of: T): T => ({
    ...of,
    versions: of.versions.map(version),
    decisions: of.decisions.map(decision),
  });
  const { previous, lastYear, year } = manifest.earlier;
  return {
    ...filings(manifest),
    pending:
      manifest.period === period
        ? manifest.pending.map((each) => ({ ...each, fileName: namelessFile(each.fileName) }))
        : manifest.pending,
    earlier: {
      previous: previous && filings(previous),
      lastYear: lastYear && filings(lastYear),
      year: year.map(filings),
    },
  };
}
