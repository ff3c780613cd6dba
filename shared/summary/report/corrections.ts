/**
 * What somebody changed in the draft by hand: the edited document held against the one that was built, paragraph by
 * paragraph. Pure: both come as what a reader sees of them.
 */
import type { NeutralDocument } from '../../reading/model/document.ts';
import { languageOf } from '../../regime/language.ts';
import type { Indicator } from '../../regime/regime.ts';
import { nameInReport } from '../../wording/documents.ts';
import { number, numberInText, percentage } from '../../wording/vietnamese.ts';
import type { Summary } from '../summary.ts';
import { changedPieces, longestShared, type Piece } from './changed-pieces.ts';
import type { Line } from './line.ts';
import { nameInRow, nameWithWhole } from './names.ts';
import { outlineOf } from './outline.ts';
import { nameOfTotal, totalOf } from './sentences.ts';
import { isOpen } from './signed-text.ts';

/** `changesFigures`: what goes upward may not be what the units' reports add up to any more; it needs a word of reason. */
export type Correction = Change & { readonly changesFigures: boolean };

type Change =
  /** A figure that is not what the units' reports add up to any more. */
  | {
      readonly kind: 'figure';
      /** Codes of the indicators that it may be; none where it is in a unit's sentence. */
      readonly indicators: readonly string[];
      /** Their names as the draft has them, a part with its whole. */
      readonly names: readonly string[];
      readonly from: string;
      readonly to: string;
      readonly before: string;
      readonly after: string;
      /** Elsewhere in the edited document the figure still stands as it was. */
      readonly contradicted: boolean;
    }
  /** A unit's sentence is not word for word the unit's any more. */
  | {
      readonly kind: 'unit-text';
      readonly unit: string;
      readonly id: string;
      readonly before: string;
      readonly after: string;
    }
  /** The office's own words: opening, headings, what was to be filled in. */
  | { readonly kind: 'wording'; readonly before: string; readonly after: string }
  | {
      readonly kind: 'struck';
      readonly text: string;
      readonly unit: string | null;
      readonly id: string | null;
    }
  | { readonly kind: 'added'; readonly text: string }
  /** Number, day, signature: what every draft lacks. */
  | { readonly kind: 'frame'; readonly before: string; readonly after: string };

/** A book is no draft that was corrected, and comparing it would keep whoever waits. */
const mostPieces = 5000;

/** Whether what came back is so long that it cannot be the draft. */
export function isFarTooLong(built: NeutralDocument, edited: NeutralDocument): boolean {
  return piecesOf(edited).length > Math.max(mostPieces, 2 * piecesOf(built).length);
}

/** @param built the draft as it was made of the summary; @param edited as it came back */
export function correctionsIn(
  summary: Summary,
  built: NeutralDocument,
  edited: NeutralDocument,
): readonly Correction[] {
  const known = knownTexts(summary);
  const [before, after] = [piecesOf(built), piecesOf(edited)];
  return changedPieces(before, after).flatMap(({ from, to }): Correction[] => {
    const origin = from && originOf(summary, known, from.text);
    return changesIn(summary, from, to, origin, after).map((change) => ({
      ...change,
      changesFigures: isOfFigures(change, origin),
    }));
  });
}

function changesIn(
  summary: Summary,
  from: Piece | null,
  to: Piece | null,
  origin: Origin | null,
  edited: readonly Piece[],
): readonly Change[] {
  if (from === null) return to === null || to.text === '' ? [] : [{ kind: 'added', text: to.text }];
  if (to === null) {
    if (from.text === '' || origin?.kind === 'wanted' || isOpen(from.text)) return [];
    const said = origin?.kind === 'said' ? origin : null;
    const unit = said && unitsOf(said);
    return [{ kind: 'struck', text: from.text, unit, id: said?.of.id ?? null }];
  }
  return between(summary, from.text, to.text, origin, edited);
}

/** A paragraph that was written anew comes as one struck and one added. */
function isOfFigures(change: Change, origin: Origin | null): boolean {
  switch (change.kind) {
    case 'figure':
      return true;
    case 'struck':
      return origin ? origin.kind === 'figures' || origin.kind === 'row' : /\d/.test(change.text);
    case 'added':
      return /\d/.test(change.text);
    // A draft of before an upgrade has lines that are not known any more; number and day are filled in, not changed.
    case 'frame':
      return altered(numeralsIn(change.before), numeralsIn(change.after)).some(([from]) => from !== '');
    default:
      return false;
  }
}

type Origin = Line | { readonly kind: 'row'; readonly indicator: string };

/** What each paragraph is made of. */
function knownTexts(summary: Summary): ReadonlyMap<string, Line> {
  return new Map(outlineOf(summary, 'draft').lines.map((line) => [keyOf(line.text), line]));
}

const cellBreak = ' | ';

/** Paragraphs, and rows of tables as one text each. */
function piecesOf({ blocks }: NeutralDocument): readonly Piece[] {
  return blocks.flatMap((block): Piece[] => {
    if (block.kind === 'paragraph') return [{ text: plain(block.text) }];
    const rows = Map.groupBy(block.cells, ({ row }) => row);
    return [...rows.keys()]
      .sort((a, b) => a - b)
      .map((row) => ({ text: (rows.get(row) ?? []).map(({ text }) => plain(text)).join(cellBreak) }));
  });
}

/** Whatever programs do to quotes, dashes and spaces when they save a file is no correction. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[‐‑–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

function keyOf(text: string): string {
  return plain(text).replace(/^-\s*/, '').toLocaleLowerCase('vi');
}

const numeral = /\d+(?:[.,/]\d+)*%?/g;

function numeralsIn(text: string): readonly string[] {
  return text.match(numeral) ?? [];
}

function between(
  summary: Summary,
  before: string,
  after: string,
  source: Origin | null,
  edited: readonly Piece[],
): Change[] {
  if (source === null) return [{ kind: 'frame', before, after }];
  const [old, now] = [numeralsIn(before), numeralsIn(after)];
  const figures =
    source.kind === 'figures' || source.kind === 'row' || source.kind === 'said'
      ? altered(old, now).map(([from, to]): Change => {
          const indicators = indicatorsOf(summary, source, from);
          const contradicted = indicators.some((code) => stillStands(summary, code, from, to, edited));
          const names = indicators.map((code) =>
            nameWithWhole(summary, code, (each) => nameOfTotal(summary, each)),
          );
          return { kind: 'figure', indicators, names, from, to, before, after, contradicted };
        })
      : [];
  const apart = (text: string) => text.replace(numeral, '#');
  if (apart(before) === apart(after) && figures.length > 0) return figures;
  const text: Change =
    source.kind === 'said'
      ? { kind: 'unit-text', unit: unitsOf(source), id: source.of.id, before, after }
      : { kind: 'wording', before, after };
  return [...figures, text];
}

/** Of several requests in one line nobody can tell which was changed. */
function unitsOf({ of, with: others = [] }: Extract<Line, { kind: 'said' }>): string {
  return [of, ...others].map(({ unit }) => unit.name).join('; ');
}

/** Pairs of numbers that differ, in their order; one that was struck or put in stands beside "". */
function altered(old: readonly string[], now: readonly string[]): readonly (readonly [string, string])[] {
  if (old.length === now.length) {
    return old.flatMap((from, n) => (from === now[n] ? [] : [[from, now[n] ?? ''] as const]));
  }
  const kept = longestShared(old, now);
  const [keptOld, keptNow] = [new Set(kept.map(([i]) => i)), new Set(kept.map(([, j]) => j))];
  return [
    ...old.flatMap((from, i) => (keptOld.has(i) ? [] : [[from, ''] as const])),
    ...now.flatMap((to, j) => (keptNow.has(j) ? [] : [['', to] as const])),
  ];
}

function originOf(summary: Summary, known: ReadonlyMap<string, Line>, text: string): Origin | null {
  const indicator = text.includes(cellBreak)
    ? summary.regime.indicators.find((each) => isRowOf(summary, each, text))
    : undefined;
  return indicator ? { kind: 'row', indicator: indicator.code } : (known.get(keyOf(text)) ?? null);
}

/** The appendix has names of its own for some; while units are missing "Số …" in the place of "Tổng số …". */
function isRowOf(summary: Summary, indicator: Indicator, text: string): boolean {
  const names = [
    nameInReport(indicator, languageOf(summary.regime)),
    nameOfTotal(summary, indicator),
    nameInRow(summary, indicator),
  ].map(keyOf);
  return text.split(cellBreak).some((cell) => names.includes(keyOf(cell)));
}

function indicatorsOf(summary: Summary, source: Origin, figure: string): readonly string[] {
  if (source.kind === 'row') return [source.indicator];
  if (source.kind !== 'figures') return [];
  return source.codes.filter((code) => {
    const total = totalOf(summary, code);
    const told = [total?.value, total?.cumulative].flatMap((value) => value ?? []);
    return told
      .flatMap((value) => [number(value), numberInText(value), percentage(value)])
      .includes(figure.replace('%', ''));
  });
}

/** Whether the appendix still has the old figure, where the text has another. */
function stillStands(
  summary: Summary,
  code: string,
  from: string,
  to: string,
  edited: readonly Piece[],
): boolean {
  const indicator = summary.regime.indicators.find((each) => each.code === code);
  if (!indicator) return false;
  const row = edited.find(({ text }) => text.includes(cellBreak) && isRowOf(summary, indicator, text));
  const cells = row?.text.split(cellBreak) ?? [];
  const bare = (text: string) => text.replace(/^0(?=\d)/, '').replace('%', '');
  return cells.some((cell) => bare(cell) === bare(from)) && !cells.some((cell) => bare(cell) === bare(to));
}
