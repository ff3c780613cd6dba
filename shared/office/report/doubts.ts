/** Everything of a report that somebody should have looked at before it goes out, as far as the records know it. */
import { filingsByUnit } from '../../filing/counting.ts';
import { isAfter } from '../../filing/duty.ts';
import type { Filings } from '../../filing/filings.ts';
import { openRequest } from '../../filing/requests.ts';
import type { Version } from '../../filing/version.ts';
import { choose } from '../../summary/choice/choose.ts';
import { doubtsIn, type FigureDoubt, figureDoubts, standsAsTold } from '../../summary/matters.ts';
import { lackingParts, notReceiving, unnumberedBases } from '../../summary/report/wanted.ts';
import type { Summary, UnitLine } from '../../summary/summary.ts';
import { first, say, type Text } from '../../vocabulary/text.ts';
import { hindranceWords, issueDoubts as words } from '../../wording/issuing.ts';
import { moment, shortDay } from '../../wording/vietnamese.ts';
import type { DraftPlan } from './draw-up.ts';

interface Doubtful extends Pick<DraftPlan, 'hindrances' | 'stale' | 'summary' | 'manifest' | 'issue'> {
  /** An edition that was cut off is finished of what it was frozen of, and that is not what is filed now. */
  readonly outdated: boolean;
  /** The reports that count and give the totals of an edition drawn up before they came. */
  readonly likeTotals: readonly Pick<Version, 'unit' | 'fileName'>[];
}

/** One line each, the gravest first; none where nothing is doubtful. `now` is ISO 8601. */
export function doubtsOf(
  { hindrances, stale, outdated, likeTotals, summary, manifest, issue }: Doubtful,
  now: string,
): Text[] {
  const { timeZone } = issue.regime;
  const lacking = lackingParts(summary);
  return [
    ...hindrances.map((hindrance) => hindranceWords[hindrance]),
    ...(summary.due !== null && !isAfter(now, summary.due)
      ? [words.deadlineAhead(hour(summary.due, timeZone))]
      : []),
    ...(stale ? [words.stale(stale.edition)] : []),
    ...(outdated ? [words.outdated(manifest.edition, hour(manifest.scheduledAt, timeZone))] : []),
    ...notCounted(summary, manifest, timeZone),
    ...likeTotals.map(({ unit, fileName }) => words.likeTotals(nameIn(summary, unit), fileName)),
    ...summary.units.flatMap(openFindings),
    ...figureDoubts(doubtsIn(summary)).map((doubt) => told(doubt, summary)),
    ...frameDoubts(summary),
    ...(lacking.length > 0 ? [words.lacksParts(lacking)] : []),
  ];
}

/**
 * Those of them that somebody has to answer before the report goes out, for what is in doubt stands in it as if it were
 * certain: figures, what it is made on without a number, and whom it asks without telling them.
 */
export function askedOf(summary: Summary): Text[] {
  return [...standsAsTold(summary).map((doubt) => told(doubt, summary)), ...frameDoubts(summary)];
}

function frameDoubts(summary: Summary): Text[] {
  const absent = notReceiving(summary, choose(summary));
  return [
    ...unnumberedBases(summary.regime).map(words.unnumbered),
    ...(absent.length > 0 ? [words.notReceiving(absent)] : []),
  ];
}

/** `at` is ISO 8601 with the offset of the zone. */
function hour(at: string, timeZone: string): Text {
  return { vi: moment(at, timeZone), en: at };
}

/** Something that keeps a unit's report from being counted as it should be, and what of the unit it is about. */
export interface UnitFact {
  readonly of: 'status' | 'pending' | 'attempt' | 'request';
  readonly said: Text;
}

/** Of each unit one line, with all that keeps it from being counted as it should be. */
function notCounted({ units }: Summary, manifest: Filings, timeZone: string): Text[] {
  const filings = filingsByUnit(manifest);
  const known = new Set(units.map(({ unit }) => unit.code));
  const others = [...new Set(manifest.decisions.map(({ unit }) => unit))].filter((code) => !known.has(code));
  const lines = [
    ...units.map((line) => ({ whom: named(line), facts: factsOf(line, filings(line.unit.code), timeZone) })),
    ...others.map((code) => ({ whom: code, facts: asking(filings(code), code) })),
  ];
  return lines.flatMap(({ whom, facts }) => doubtAbout(whom, facts) ?? []);
}

/** Null where there is none. */
export function doubtAbout(whom: string, facts: readonly UnitFact[]): Text | null {
  return facts.length === 0
    ? null
    : words.ofUnit(
        whom,
        facts.map(({ said }) => said),
      );
}

/** `filings` are those of the unit, as they were when the line was made. */
export function factsOf(line: UnitLine, filings: Filings, timeZone: string): readonly UnitFact[] {
  const { status, pending, attempt, counting, ownDue } = line;
  const missing = words.notFiled(status, ownDue === undefined ? null : hour(ownDue, timeZone));
  return [
    ...(missing === null ? [] : [{ of: 'status', said: missing } as const]),
    ...(pending ? [{ of: 'pending', said: words.pending } as const] : []),
    ...(attempt
      ? [
          {
            of: 'attempt',
            said: words.attempt({
              file: attempt.fileName,
              state: attempt.state,
              first: attempt.firstFinding?.message ?? null,
              instead: counting?.fileName ?? null,
            }),
          } as const,
        ]
      : []),
    ...asking(filings, line.unit.code),
  ];
}

/** Asked for more time, not answered, and nothing filed that would make it idle. */
function asking(filings: Filings, unit: string): readonly UnitFact[] {
  const open = openRequest(filings, unit);
  if (!open) return [];
  const until = { vi: shortDay(open.until), en: open.until };
  return [{ of: 'request', said: words.undecided(until, open.reason) }];
}

/** As a unit is named beside what is doubtful about it. */
export function named({ unit }: Pick<UnitLine, 'unit'>): string {
  return `${unit.name} (${unit.code})`;
}

/** As it is named beside what is doubtful about it. */
export function nameIn({ units }: Summary, code: string): string {
  const line = units.find(({ unit }) => unit.code === code);
  return line ? named(line) : code;
}

/** Whose figure, and of which indicator: its code alone nobody knows by heart. */
function figureIn(summary: Summary, { unit, indicator }: { unit: string; indicator: string }): string {
  const known = summary.regime.indicators.find(({ code }) => code === indicator);
  return `${nameIn(summary, unit)}, ${indicator}${known ? ` “${say(known.name, first)}”` : ''}`;
}

export function openFindings(line: UnitLine): Text[] {
  const [first, ...more] = line.findings.filter(({ severity }) => severity !== 'note');
  return first ? [words.open(named(line), first.message, more.length)] : [];
}

function told(doubt: FigureDoubt, summary: Summary): Text {
  switch (doubt.kind) {
    case 'outlier':
      return words.outlier(figureIn(summary, doubt), doubt.value, doubt.why);
    case 'discrepancy':
      return words.discrepancy(figureIn(summary, doubt), doubt.added, doubt.stated);
    case 'stated':
      return words.stated(doubt.figures);
    case 'untold':
      return words.untold(doubt.indicators);
    case 'unbalanced':
      return words.unbalanced(
        doubt.untold,
        doubt.figures,
        doubt.wayOut && { ...doubt.wayOut, units: doubt.wayOut.units.map(({ unit }) => unit) },
      );
    case 'nil-dated':
      return words.nilDated(figureIn(summary, doubt), doubt.period, {
        vi: shortDay(doubt.day),
        en: doubt.day,
      });
    case 'gap':
      return words.gap(nameIn(summary, doubt.unit), doubt.periods);
  }
}
