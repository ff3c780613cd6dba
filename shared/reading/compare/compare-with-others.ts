/**
 * What shows only beside other reports. These findings are computed when somebody looks and never become part of a
 * stored verdict: the other reports may still change.
 */

import type { Text } from '../../vocabulary/text.ts';
import { comparisonFindings as words } from '../../wording/comparison-findings.ts';
import { finding } from '../model/finding.ts';
import type { Finding, NarrativeSection, Reading, Task, Value, VerdictState } from '../model/reading.ts';
import { compareWithPrevious } from './compare-with-previous.ts';
import { textOverlap } from './text-overlap.ts';
import { sketchLikeness } from './text-sketch.ts';

/** The head of a report as it is recorded. */
export interface RecordedReport {
  /** A ULID: the order in which reports were sent. */
  readonly upload: string;
  readonly unit: string;
  readonly period: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly receipt: string;
  readonly state: VerdictState;
  /** See text-sketch.ts; a report with little text has none. */
  readonly sketch?: string | undefined;
}

export interface OtherReports {
  /** In any order: at least the period's of all units, and the unit's own of other periods. */
  readonly reports: readonly RecordedReport[];
  /** The unit's report that counts for the period before, or null; its values are compared too. */
  readonly last: (RecordedReport & { readonly values: readonly Value[] }) | null;
}

/** The text of a report by its upload; null where it was not read. */
export type NarrativeOf = (upload: string) => readonly NarrativeSection[] | null;

/** From this share of the longer text on a text is said to be that of another unit. */
const sharedWithOther = 0.8;
/** A unit's own reports are more alike by nature. */
const sharedWithLast = 0.9;
/** Texts that share this much have sketches at least half as alike, chance included. */
const likelySketch = 0.3;
/** Texts are read to be compared: more than these few nobody needs to be told of. */
const mostOthers = 3;

/** The uploads whose text a comparison wants to read; few, because the sketches tell the others apart. */
export function textsToCompare(own: RecordedReport, others: OtherReports): readonly string[] {
  const { last } = others;
  const alike = unitsAlike(own, others).map(({ upload }) => upload);
  return last && isLike(own, last) ? [last.upload, ...alike] : alike;
}

/** Warnings and notes; those on figures first, then files, then texts. A later report is compared with earlier ones. */
export function compareWithOthers(
  own: RecordedReport,
  reading: Pick<Reading, 'values' | 'narrative'>,
  task: Task,
  others: OtherReports,
  narrativeOf: NarrativeOf,
): readonly Finding[] {
  if (own.state === 'unreadable') return sameFile(own, task, others);
  return [
    ...compareWithPrevious(task, reading.values, others.last?.values ?? []),
    ...sameFile(own, task, others),
    ...sameText(own, reading.narrative, task, others, narrativeOf),
  ];
}

function sameFile(own: RecordedReport, task: Task, others: OtherReports): readonly Finding[] {
  const same = earlierThan(own, others.reports).filter(({ sha256 }) => sha256 === own.sha256);
  const again = same.find(({ unit, period }) => unit === own.unit && period === own.period);
  const before = same.find(({ unit, period }) => unit === own.unit && period !== own.period);
  const foreign = same.find(({ unit }) => unit !== own.unit);
  return [
    ...(foreign ? [finding(words.SAME_FILE_OTHER_UNIT({ unit: unitName(foreign.unit, task) }))] : []),
    ...(before
      ? [
          finding(
            words.SAME_FILE_OTHER_PERIOD({
              file: before.fileName,
              receipt: before.receipt,
              earlier: periodTitle(before.period, task),
            }),
          ),
        ]
      : []),
    ...(again ? [finding(words.SAME_FILE_AGAIN({ file: again.fileName, receipt: again.receipt }))] : []),
  ];
}

function sameText(
  own: RecordedReport,
  narrative: readonly NarrativeSection[],
  task: Task,
  others: OtherReports,
  narrativeOf: NarrativeOf,
): readonly Finding[] {
  const texts = textsOf(narrative);
  const where = narrative[0]?.paragraphs[0]?.source ?? null;
  const shareOf = ({ upload, sha256 }: RecordedReport) => {
    const theirs = narrativeOf(upload);
    // Of the very same file it was said already.
    return theirs === null || sha256 === own.sha256 ? 0 : textOverlap(texts, textsOf(theirs));
  };
  const said: Finding[] = [];
  const { last } = others;
  const asBefore = last && isLike(own, last) ? shareOf(last) : 0;
  if (last && asBefore >= sharedWithLast) {
    const earlier = periodTitle(last.period, task);
    said.push(
      asBefore === 1
        ? finding(words.TEXT_AS_BEFORE({ earlier }), { where })
        : finding(words.TEXT_MUCH_AS_BEFORE({ earlier, percent: percentOf(asBefore) }), { where }),
    );
  }
  for (const other of unitsAlike(own, others)) {
    const share = shareOf(other);
    if (share < sharedWithOther) continue;
    const unit = unitName(other.unit, task);
    said.push(finding(words.TEXT_OF_OTHER_UNIT({ unit, percent: percentOf(share) }), { where }));
  }
  return said;
}

/** Of other units' newest earlier reports of the period those whose text may be the same, the likest first. */
function unitsAlike(own: RecordedReport, { reports }: OtherReports): readonly RecordedReport[] {
  const newest = new Map<string, RecordedReport>();
  for (const report of earlierThan(own, reports)) {
    const { unit, period, state } = report;
    if (unit === own.unit || period !== own.period || state === 'unreadable') continue;
    if (!newest.has(unit)) newest.set(unit, report);
  }
  return [...newest.values()]
    .filter((report) => isLike(own, report))
    .sort((a, b) => likeness(own, b) - likeness(own, a))
    .slice(0, mostOthers);
}

/** The newest first. */
function earlierThan(own: RecordedReport, reports: readonly RecordedReport[]): readonly RecordedReport[] {
  return reports.filter(({ upload }) => upload < own.upload).sort((a, b) => (a.upload < b.upload ? 1 : -1));
}

function isLike(own: RecordedReport, other: RecordedReport): boolean {
  return likeness(own, other) >= likelySketch;
}

function likeness({ sketch: one }: RecordedReport, { sketch: other }: RecordedReport): number {
  return one === undefined || other === undefined ? 0 : sketchLikeness(one, other);
}

/** The paragraphs of all sections. */
export function textsOf(narrative: readonly NarrativeSection[]): readonly string[] {
  return narrative.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
}

/** Rounded down: "100 %" is said of nothing that differs. */
function percentOf(share: number): string {
  return String(Math.floor(share * 100));
}

function unitName(code: string, { regime }: Task): string {
  return regime.units.find((unit) => unit.code === code)?.name ?? code;
}

function periodTitle(id: string, { regime }: Task): Text {
  return regime.periods.find((period) => period.id === id)?.title ?? { vi: id, en: id };
}
