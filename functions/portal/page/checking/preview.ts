/** What was read, beside what stood there the last time: a column that slipped shows at a glance. */
import type { Figure } from '../../../../shared/vocabulary/figure.ts';
import type { Source } from '../../../../shared/vocabulary/source.ts';

export interface ReadValue {
  readonly indicator: string;
  readonly value?: Figure | undefined;
  readonly source?: Source | null | undefined;
  readonly cumulative?: Figure | undefined;
  readonly cumulativeSource?: Source | null | undefined;
}

export interface PreviewRow {
  readonly code: string;
  readonly name: string;
  readonly unitOfMeasure: string;
  readonly value: Figure;
  readonly previous: Figure;
  /** Null where one of the two is no number. */
  readonly difference: number | null;
  readonly cumulative: Figure;
  readonly source: Source | null;
  /** How many times as much, or as little; null where the change is nothing out of the ordinary. */
  readonly leap: { readonly grown: boolean; readonly times: number } | null;
}

interface Asked {
  readonly code: string;
  readonly name: string;
  readonly unitOfMeasure?: string | null | undefined;
}

/** One row for each indicator asked for, in that order, and one for whatever else was read. */
export function previewRows(
  asked: readonly Asked[],
  read: readonly ReadValue[],
  previous: readonly ReadValue[],
): readonly PreviewRow[] {
  const readOf = new Map(read.map((one) => [one.indicator, one]));
  const previousOf = new Map(previous.map((one) => [one.indicator, one]));
  const known = new Set(asked.map(({ code }) => code));
  const others = read
    .filter(({ indicator }) => !known.has(indicator))
    .map(({ indicator }) => ({ code: indicator, name: '', unitOfMeasure: '' }));
  return [...asked, ...others].map(({ code, name, unitOfMeasure }) => {
    const now = readOf.get(code);
    const before = previousOf.get(code);
    const value = now?.value ?? null;
    const previousValue = before?.value ?? null;
    return {
      code,
      name,
      unitOfMeasure: unitOfMeasure ?? '',
      value,
      previous: previousValue,
      difference: differenceOf(value, previousValue),
      cumulative: now?.cumulative ?? null,
      source: now?.source ?? now?.cumulativeSource ?? null,
      leap: leapOf(value, previousValue),
    };
  });
}

export interface PreviewSection {
  readonly id: string;
  readonly title: string;
  /** Empty where nothing was read under this heading. */
  readonly paragraphs: readonly { readonly text: string }[];
}

/** One entry for each section of the outline, in that order, and one for whatever else was read. */
export function previewSections(
  outline: readonly { readonly id: string; readonly title: string }[],
  read: readonly { readonly section: string; readonly paragraphs: PreviewSection['paragraphs'] }[],
): readonly PreviewSection[] {
  const known = new Set(outline.map(({ id }) => id));
  const others = read
    .filter(({ section }) => !known.has(section))
    .map(({ section: id }) => ({ id, title: '' }));
  return [...outline, ...others].map(({ id, title }) => ({
    id,
    title,
    paragraphs: read.filter(({ section }) => section === id).flatMap(({ paragraphs }) => paragraphs),
  }));
}

/** How many of the rows hold a figure, and how many leap. */
export function tally(rows: readonly PreviewRow[]): {
  readonly filled: number;
  readonly all: number;
  readonly leaps: number;
} {
  return {
    filled: rows.filter(({ value, cumulative }) => value !== null || cumulative !== null).length,
    all: rows.length,
    leaps: rows.filter(({ leap }) => leap !== null).length,
  };
}

function differenceOf(now: Figure, before: Figure): number | null {
  if (typeof now !== 'number' || typeof before !== 'number') return null;
  // 98.7 − 97.2 is 1.5, not 1.4999999999999858.
  return Math.round((now - before) * 1e6) / 1e6;
}

/** Five times as much or as little, and not merely one person more or less. */
const leapFrom = 5;
const leastLeap = 10;

function leapOf(now: Figure, before: Figure): PreviewRow['leap'] {
  if (typeof now !== 'number' || typeof before !== 'number' || now <= 0 || before <= 0) return null;
  if (Math.abs(now - before) < leastLeap) return null;
  const grown = now > before;
  const times = grown ? now / before : before / now;
  return times >= leapFrom ? { grown, times: Math.round(times) } : null;
}
