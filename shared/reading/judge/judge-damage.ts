/** Damaged letters of a whole file: an error that names the places, and what must not go on into any report. */

import type { Damage } from '../../vocabulary/finding.ts';
import { findings as words } from '../../wording/findings.ts';
import { placesOf } from '../../wording/places.ts';
import type { Cell, NeutralDocument, Paragraph, Source } from '../model/document.ts';
import { finding } from '../model/finding.ts';
import type { Finding, NarrativeSection, Value } from '../model/reading.ts';
import { damageOf, type WordCount, wordsIn } from '../understand/damaged-text.ts';

type Piece = Cell | Paragraph;

export interface JudgedDamage {
  /** One for each kind of damage. */
  readonly findings: readonly Finding[];
  readonly sources: ReadonlySet<Source>;
  /** Most of what has letters is damaged: nothing that is said of its words would be of use. */
  readonly isWidespread: boolean;
}

/** Of longer files the beginning tells. */
const MOST_WORDS = 20_000;
const LONGEST_JUDGED = 100_000;
/** Fewer words may be names. */
const FEWEST_WORDS = 3;
const FEWEST_IN_A_FILE = 12;
const MOST_PLACES = 5;
/** Texts of which it is kept what was found. */
const MOST_KNOWN = 5_000;

interface JudgedText {
  readonly damage: Damage | null;
  /** Null where nothing hangs on it. */
  readonly count: WordCount | null;
}

/** Whether the text is still Vietnamese, and where it is not. */
export function judgeDamage({ blocks }: NeutralDocument): JudgedDamage {
  const damaged = new Map<Damage, Piece[]>();
  const strange: Piece[] = [];
  const sum = { judged: 0, vietnamese: 0 };
  let written = 0;
  const add = (damage: Damage, piece: Piece) => {
    const pieces = damaged.get(damage);
    if (pieces) pieces.push(piece);
    else damaged.set(damage, [piece]);
  };
  // Names of units and measures stand in a register over and over.
  const known = new Map<string, JudgedText>();
  const judge = (text: string): JudgedText => {
    const before = known.get(text);
    if (before) return before;
    const damage = damageOf(text);
    const isTold = damage !== null || sum.judged > MOST_WORDS;
    const judged = { damage, count: isTold ? null : wordsIn(text.slice(0, LONGEST_JUDGED)) };
    if (known.size < MOST_KNOWN) known.set(text, judged);
    return judged;
  };
  for (const block of blocks) {
    if (block.kind === 'table' && block.hidden) continue;
    for (const piece of block.kind === 'table' ? block.cells : [block]) {
      if (!/[^\d\s.,%-]/.test(piece.text)) continue;
      written += 1;
      const { damage, count } = judge(piece.text);
      if (damage) add(damage, piece);
      if (!count || sum.judged > MOST_WORDS) continue;
      sum.judged += count.judged;
      sum.vietnamese += count.vietnamese;
      if (count.judged > count.vietnamese) strange.push(piece);
      if (isForeign(count, FEWEST_WORDS, 1 / 3)) add('foreign', piece);
    }
  }
  // Words of short cells tell only together.
  if (isForeign(sum, FEWEST_IN_A_FILE, 1 / 2)) damaged.set('foreign', strange);
  const all = [...damaged.values()].flat();
  const isWidespread = all.length > FEWEST_WORDS && all.length * 2 > written;
  const kinds = [...damaged].sort(([, a], [, b]) => b.length - a.length);
  // What befell the whole file befell it once, whatever it looks like here and there.
  const findings = kinds
    .slice(0, isWidespread ? 1 : undefined)
    .map(([damage, pieces]) => told(damage, pieces));
  return { findings, sources: new Set(all.map(({ source }) => source)), isWidespread };
}

function isForeign({ judged, vietnamese }: WordCount, fewest: number, least: number): boolean {
  return judged >= fewest && vietnamese < judged * least;
}

function told(damage: Damage, pieces: readonly Piece[]): Finding {
  const [first] = pieces;
  const places = placesOf(pieces.slice(0, MOST_PLACES).map(({ source }) => source));
  const said = words.DAMAGED_TEXT({ damage, places, count: String(pieces.length) });
  return finding(said, { where: first?.source ?? null, found: first?.text ?? null });
}

/** What was read, without texts whose letters are damaged. */
export function withoutDamage<
  Read extends { readonly values: readonly Value[]; readonly narrative: readonly NarrativeSection[] },
>({ values, narrative }: Read, { sources }: JudgedDamage): Pick<Read, 'values' | 'narrative'> {
  if (sources.size === 0) return { values, narrative };
  return {
    values: values.map((value) =>
      typeof value.value === 'string' && value.source && sources.has(value.source)
        ? { ...value, value: null }
        : value,
    ),
    narrative: narrative.flatMap(({ section, paragraphs }) => {
      const sound = paragraphs.filter(({ source }) => !sources.has(source));
      return sound.length === 0 ? [] : [{ section, paragraphs: sound }];
    }),
  };
}
