/** What of a summary somebody has to decide or look at, the most pressing first; for the mail and for the leadership's page. */
import type { Regime } from '../regime/regime.ts';
import { say } from '../vocabulary/text.ts';
import { type OpenBalance, openBalances } from './balances.ts';
import { type NilDated, nilDatedIn } from './nil-dated.ts';
import { type NotFiled, whyNotFiled } from './rate.ts';
import { type StatedOtherwise, statedOtherwise, untoldSoFar } from './stated.ts';
import type { Discrepancy, Gap, Outlier, Summary, UnitLine } from './summary.ts';

export type Matter =
  /** Units of which nothing has come, together. */
  | { readonly kind: 'silent'; readonly lines: readonly UnitLine[] }
  /** A file that was refused as another unit's, which is missing itself: most likely it is that unit's report. */
  | ({ readonly kind: 'misplaced' } & Misplaced)
  | { readonly kind: 'open'; readonly line: UnitLine; readonly why: NotFiled }
  /** It counts, but a newer file of it does not, or is not read yet. */
  | { readonly kind: 'newer-file'; readonly line: UnitLine }
  /** Figures to be looked at before somebody signs. */
  | { readonly kind: 'doubts'; readonly doubts: readonly FigureDoubt[] };

export type FigureDoubt =
  | ({ readonly kind: 'outlier' } & Outlier)
  | ({ readonly kind: 'discrepancy' } & Discrepancy)
  /** What units that lack a period state of the year is another figure than the report's. */
  | { readonly kind: 'stated'; readonly figures: readonly StatedOtherwise[] }
  /** Of the year so far the report cannot tell these figures, and tells those of its last part alone. */
  | { readonly kind: 'untold'; readonly indicators: readonly string[] }
  /** Not told in the report, for what belongs together does not agree. */
  | ({ readonly kind: 'unbalanced' } & OpenBalance)
  /** Of a period of which its unit declared that there was nothing: the report does not count it. */
  | ({ readonly kind: 'nil-dated' } & NilDated)
  | ({ readonly kind: 'gap' } & Gap);

/** From so many on, silent units are named together. */
const together = 2;

/** What the office has to look at, the gravest first. */
export function mattersOf(summary: Summary): readonly Matter[] {
  const { units, regime } = summary;
  const open = units.flatMap((line) => {
    const why = whyNotFiled(line);
    return why === null ? [] : [{ line, why }];
  });
  const misplaced = misplacedAmong(units, regime).map((each) => ({ kind: 'misplaced', ...each }) as const);
  const told = new Set(misplaced.flatMap(({ line, of }) => [line, of]));
  const left = open.filter(({ line }) => !told.has(line));
  const silent = left.filter(({ line, why }) => why === 'missing' && !line.attempt && !line.reason);
  const grouped = silent.length >= together ? silent : [];
  const doubts = figureDoubts(doubtsIn(summary));
  const newer = units.filter(
    (line) =>
      whyNotFiled(line) === null &&
      line.status !== 'excluded' &&
      (line.pending || (line.counting !== null && isBad(line))),
  );
  return [
    ...misplaced,
    ...left.filter((each) => !grouped.includes(each)).map((each): Matter => ({ kind: 'open', ...each })),
    ...(grouped.length > 0 ? [{ kind: 'silent', lines: grouped.map(({ line }) => line) } as const] : []),
    ...newer.map((line): Matter => ({ kind: 'newer-file', line })),
    ...(doubts.length > 0 ? [{ kind: 'doubts', doubts } as const] : []),
  ];
}

/** All that puts a figure of the summary in doubt. */
export interface Doubts extends Pick<Summary, 'outliers' | 'discrepancies' | 'gaps'> {
  readonly stated: readonly StatedOtherwise[];
  /** Codes of indicators. */
  readonly untold: readonly string[];
  readonly unbalanced: readonly OpenBalance[];
  readonly nilDated: readonly NilDated[];
}

export function doubtsIn(summary: Summary): Doubts {
  const { outliers, discrepancies, gaps } = summary;
  return {
    outliers,
    discrepancies,
    gaps,
    stated: statedOtherwise(summary),
    untold: untoldSoFar(summary),
    unbalanced: openBalances(summary),
    nilDated: nilDatedIn(summary),
  };
}

/** Figures that look wrong, the farthest off first, then what is known to be missing, which the report itself says. */
export function figureDoubts(doubts: Doubts): readonly FigureDoubt[] {
  const { outliers, discrepancies, gaps, stated: figures, untold: indicators, unbalanced, nilDated } = doubts;
  const far = (one: number, other: number) => Math.abs(Math.log((1 + Math.abs(one)) / (1 + Math.abs(other))));
  return [
    // Of a year that lacks somebody's period many figures are short at once.
    ...(figures.length > 0 ? [{ kind: 'stated', figures } as const] : []),
    ...outliers
      .map((each) => ({ kind: 'outlier', ...each }) as const)
      .toSorted((a, b) => far(b.value, b.usual) - far(a.value, a.usual)),
    ...unbalanced.map((each) => ({ kind: 'unbalanced', ...each }) as const),
    ...discrepancies
      .map((each) => ({ kind: 'discrepancy', ...each }) as const)
      .toSorted((a, b) => far(b.added, b.stated) - far(a.added, a.stated)),
    ...nilDated.map((each) => ({ kind: 'nil-dated', ...each }) as const),
    ...(indicators.length > 0 ? [{ kind: 'untold', indicators } as const] : []),
    ...gaps.map((each) => ({ kind: 'gap', ...each }) as const),
  ];
}

/** What of it stands in the report as if it were certain. */
export function standsAsTold(summary: Summary): readonly FigureDoubt[] {
  return figureDoubts(doubtsIn(summary)).filter(({ kind }) => asCertain.has(kind));
}

const asCertain: ReadonlySet<FigureDoubt['kind']> = new Set([
  'outlier',
  'discrepancy',
  'stated',
  'nil-dated',
]);

function isBad({ attempt }: UnitLine): boolean {
  return attempt?.state === 'rejected' || attempt?.state === 'unreadable';
}

/** A file that was refused as another unit's, and the line of that unit, of which nothing has come. */
export interface Misplaced {
  readonly line: UnitLine;
  readonly of: UnitLine;
}

/** In the order of the lines. */
export function misplacedAmong(units: readonly UnitLine[], regime: Regime): readonly Misplaced[] {
  const aliases = new Map(regime.units.map((unit) => [unit.code, unit.aliases ?? []]));
  const open = units.filter((line) => whyNotFiled(line) !== null);
  const silent = new Set(open.filter(({ attempt }) => attempt === null));
  const named = units.map((line) => ({
    line,
    names: [line.unit.name, ...(aliases.get(line.unit.code) ?? [])],
  }));
  return open.flatMap((line) => {
    const said = whoseItIs(line);
    if (said === null) return [];
    // "Chi nhánh Lộc Bình" holds "Chi nhánh": the longest name that is said is the one that is meant, whether or not its
    // unit is missing; else another that is, of which less is said, would be taken for it.
    const lengthIn = (names: readonly string[]) =>
      Math.max(0, ...names.filter((name) => said.includes(name)).map((name) => name.length));
    const [meant] = named
      .filter(({ line: of }) => of !== line)
      .map(({ line: of, names }) => ({ of, length: lengthIn(names) }))
      .filter(({ length }) => length > 0)
      .sort((a, b) => b.length - a.length);
    return meant && silent.has(meant.of) ? [{ line, of: meant.of }] : [];
  });
}

/** What the refused file says of the unit that it is of; null where it was not refused for that. */
function whoseItIs({ attempt }: UnitLine): string | null {
  const finding = attempt?.firstFinding;
  if (finding?.code !== 'OTHER_UNIT') return null;
  return `${finding.found ?? ''}\n${say(finding.message, 'vi')}`;
}
