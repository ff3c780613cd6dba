/** What another reading of the same file says otherwise. */
import { isDeepStrictEqual } from 'node:util';
import type { KeptReading } from '../../filing/version.ts';
import type { Reading } from '../../reading/model/reading.ts';
import type { Figure } from '../../vocabulary/figure.ts';
import type { VerdictState } from '../../vocabulary/states.ts';

interface FigureDifference {
  readonly indicator: string;
  readonly column: 'value' | 'cumulative';
  readonly from: Figure;
  readonly to: Figure;
}

export interface Differences {
  readonly state: { readonly from: VerdictState; readonly to: VerdictState };
  readonly figures: readonly FigureDifference[];
  /** By code: how many more there are, or fewer (negative). */
  readonly findings: ReadonlyMap<string, number>;
  /** Sections whose text is another. */
  readonly texts: readonly string[];
  /** Something else: where a figure stands, what was skipped, what a finding quotes. */
  readonly others: boolean;
}

/** Null where both say the same; in which words a finding is told makes no difference. */
export function differencesOf(before: Reading, after: Reading): Differences | null {
  if (isDeepStrictEqual(plain(before), plain(after))) return null;
  const figures = figureDifferences(before, after);
  const findings = findingDifferences(before, after);
  const texts = textDifferences(before, after);
  const state = { from: before.state, to: after.state };
  const others = state.from === state.to && figures.length === 0 && findings.size === 0 && texts.length === 0;
  return { state, figures, findings, texts, others };
}

/** Whether a unit has to hear of them: its verdict or its figures are others. */
export function concernsUnit({ state, figures }: Differences): boolean {
  return state.from !== state.to || figures.length > 0;
}

/** As it is stored and read back, without the words. */
function plain(reading: Reading): unknown {
  const { annotated: _, ...read } = { annotated: null, ...(reading as Partial<KeptReading> & Reading) };
  const findings = read.findings.map(({ message: _m, fix: _f, ...finding }) => finding);
  return JSON.parse(JSON.stringify({ ...read, findings }));
}

function figureDifferences(before: Reading, after: Reading): FigureDifference[] {
  const of = ({ values }: Reading) => new Map(values.map((value) => [value.indicator, value]));
  const [old, fresh] = [of(before), of(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((indicator) =>
    (['value', 'cumulative'] as const).flatMap((column) => {
      const [from, to] = [old.get(indicator)?.[column] ?? null, fresh.get(indicator)?.[column] ?? null];
      return from === to ? [] : [{ indicator, column, from, to }];
    }),
  );
}

function findingDifferences(before: Reading, after: Reading): Map<string, number> {
  const counts = new Map<string, number>();
  const add = ({ findings }: Reading, by: number) => {
    for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + by);
  };
  add(before, -1);
  add(after, 1);
  return new Map([...counts].filter(([, more]) => more !== 0));
}

function textDifferences(before: Reading, after: Reading): string[] {
  const of = ({ narrative }: Reading) =>
    new Map(narrative.map(({ section, paragraphs }) => [section, paragraphs.map(({ text }) => text)]));
  const [old, fresh] = [of(before), of(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].filter(
    (section) => !isDeepStrictEqual(old.get(section), fresh.get(section)),
  );
}
