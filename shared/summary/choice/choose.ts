/**
 * Which sentences of the units stand in the report. Pure and deterministic: the same summary and the same choices of the
 * office always give the same answer, and every sentence is told why it stands there or does not.
 */
import { fold } from '../../reading/understand/folding.ts';
import { withoutEnd } from '../../vocabulary/visible-text.ts';
import type { Summary } from '../summary.ts';
import { type Context, contextOf } from './context.ts';
import { idOf } from './ids.ts';
import { internalWordIn } from './internal-words.ts';
import { withEchoes } from './mould.ts';
import { namesDayWithin } from './named-days.ts';
import { assessed, withoutOvertaken, withoutShorter } from './over-time.ts';
import { isTold, type Place, roomIn, shareOfRoom, withRooms } from './rooms.ts';
import { shownOf } from './shown.ts';
import { type Part, parts, type Statement, statementsOf } from './statements.ts';
import { nothingTold, type Sign, scoreOf, substanceOf } from './substance.ts';
import { type Heard, leastScore, leftOut } from './within-room.ts';
import { sharedWorth, weightIn } from './worth.ts';

/**
 * Why a sentence stands in the report (`pinned`: by the office; `chosen`), or does not: `struck` by the office, told with
 * the same sentence of another (`folded`), of no substance, without room, said in the period before already, of last
 * year, of days of which its unit said that there was nothing (`nil-period`), of one period of the year alone
 * (`overtaken`), much like one that is told (`similar`), said more fully by its unit (`less-full`), of the office's own business (`internal-word`), no sentence by itself (`fragment`), a request that goes no
 * higher (`stays-inside`), or to districts and communes (`for-localities`), at odds with the part its paragraph speaks of (`contradicts`).
 */
export type Verdict =
  | 'pinned'
  | 'chosen'
  | 'struck'
  | 'folded'
  | 'internal-word'
  | 'fragment'
  | 'contradicts'
  | 'last-year'
  | 'as-before'
  | 'nil-period'
  | 'overtaken'
  | 'stays-inside'
  | 'for-localities'
  | 'no-substance'
  | 'similar'
  | 'less-full'
  | 'no-room';

export interface Judged extends Statement {
  /** Stays the same when the unit sends the same sentence again. */
  readonly id: string;
  /** As the report shows it: a run of the words of `text`, its first letter a capital. */
  readonly shown: string;
  readonly verdict: Verdict;
  readonly score: number;
  readonly signs: readonly Sign[];
  /** Others who wrote the same, in the regime's order; only of the first of them. */
  readonly alike: readonly Statement[];
  /** The word that keeps it inside; else null. */
  readonly word: string | null;
  /** How many other units, of whom no sentence is told, filled the same mould with their own names and numbers. */
  readonly echoed?: number;
  /**
   * Of an earlier period of the year, and said in fewer words in the unit's newest report too: the period in which the
   * unit first said it, in these words or in fewer.
   */
  readonly since?: string;
}

/** What stands in one place of the report: a section of the results, or one of the other parts. */
export interface Shelf {
  readonly part: Part;
  /** Null in the parts that gather the sentences of several sections. */
  readonly section: string | null;
  /** In the order in which they are told. */
  readonly told: readonly Judged[];
}

export interface Choice {
  readonly shelves: readonly Shelf[];
  /** Every sentence, in the order of the regime's sections and units. */
  readonly all: readonly Judged[];
  /** Ids that the office chose and that no sentence has now: the unit wrote otherwise since. */
  readonly gone: readonly string[];
}

/** What of the units' words the report shows. The same summary has the same choice. */
export function choose(summary: Summary): Choice {
  const known = made.get(summary);
  if (known) return known;
  const choice = chosenIn(summary);
  made.set(summary, choice);
  return choice;
}

/** The report, the workbook and the mail of one summary ask for the same. */
const made = new WeakMap<Summary, Choice>();

function chosenIn(summary: Summary): Choice {
  const { regime, paper } = summary;
  const context = contextOf(summary);
  const wanted = new Map(paper.choices.in.map((id, at) => [id, at]));
  const struck = new Set(paper.choices.out);
  const share = shareOfRoom(new Set(summary.files.map(({ unit }) => unit)).size);
  const shelves: Shelf[] = [];
  const heard: Heard = { said: [], times: new Map(), now: summary.period.id };
  const all: Judged[] = [];
  const periods = [...summary.earlier.year.map(({ period }) => period), summary.period.id];
  const groups = Map.groupBy(statementsOf(summary), keyOf);
  const keys = [
    ...regime.sections.map(({ id }) => ({ part: 'results', section: id }) as const),
    ...parts.filter((part) => part !== 'results').map((part) => ({ part, section: null })),
  ];
  const places = keys.map(({ part, section }): Place => {
    const group = groups.get(keyOf({ part, section })) ?? [];
    const same = folded(group, context);
    const writers = Map.groupBy(same, ({ unnamed }) => unnamed);
    const candidates = same.map((each) =>
      weighed(each, unitsOf(writers.get(each.unnamed) ?? []), context, wanted, struck),
    );
    const full = withoutOvertaken(withoutShorter(explained(candidates, groups), periods), context, periods);
    return { part, section, candidates: full, most: roomIn(regime, { part, section }) };
  });
  for (const { room, ...place } of withRooms(places, share)) {
    const { part, section, candidates } = place;
    if (candidates.length === 0) continue;
    const left = leftOut(candidates, room, heard);
    const judged = candidates.flatMap((each) => {
      const verdict = left.get(each) ?? each.verdict;
      return [{ ...each, verdict }, ...each.alike.map((other) => asFolded(other, each))];
    });
    const told = judged.filter(isTold).sort((a, b) => inOrder(a, b, wanted));
    shelves.push({ part, section, told: assessed.has(part) ? withEchoes(told, candidates) : told });
    all.push(...judged);
  }
  const known = new Set(all.map(({ id }) => id));
  return { shelves, all, gone: [...paper.choices.in, ...paper.choices.out].filter((id) => !known.has(id)) };
}

/** Results stand by section, every other part in one place. */
function keyOf({ part, section }: Pick<Shelf, 'part' | 'section'>): string {
  return part === 'results' ? `results ${section}` : part;
}

interface Candidate {
  readonly first: Statement;
  readonly alike: readonly Statement[];
  readonly shown: string;
  /** The same for who wrote the same but for their own names, in one period, for in a year each has its own. */
  readonly unnamed: string;
}

/** Who wrote them, by code. */
function unitsOf(all: readonly Pick<Candidate, 'first' | 'alike'>[]): ReadonlySet<string> {
  return new Set(all.flatMap(({ first, alike }) => [first, ...alike]).map(({ unit }) => unit.code));
}

/**
 * The same sentence of several units once, with those who wrote it: the same words and figures, and no name of the unit
 * itself in it, which would not be true of another. What is only much like it stands apart.
 */
function folded(group: readonly Statement[], { names, figures, summary }: Context): readonly Candidate[] {
  const same = Map.groupBy(group, (statement) => {
    const text = statement.text.normalize('NFC');
    const own = names.get(statement.unit.code);
    const whose = own && text.search(own) >= 0 ? statement.unit.code : '';
    const words = withoutEnd(text.toLocaleLowerCase('vi').replace(/\s{1,20}/g, ' '), /[\s.;,…]/u);
    return `${words} | ${whose}`;
  });
  return [...same.values()].flatMap(([first, ...alike]) => {
    if (!first) return [];
    const { unit, period } = first;
    const own = names.get(unit.code);
    const told = figures.get(`${unit.code} ${period}`) ?? nothingTold;
    const shown = shownOf(first, own, told, period !== summary.period.id);
    const unnamed = (own ? shown.replace(own, '@') : shown).normalize('NFC').toLocaleLowerCase('vi');
    return [{ first, alike, shown, unnamed: `${period} ${unnamed}` }];
  });
}

/** @param writers who wrote the same, but for their own names */
function weighed(
  { first, alike, shown }: Candidate,
  writers: ReadonlySet<string>,
  context: Context,
  wanted: ReadonlyMap<string, number>,
  struck: ReadonlySet<string>,
): Judged {
  const { names, figures, before, lastYear } = context;
  const { regime } = context.summary;
  const { text, unit, period, part } = first;
  const id = idOf(first);
  const ids = [id, ...alike.map(idOf)];
  const [own, told] = [names.get(unit.code), figures.get(`${unit.code} ${period}`) ?? nothingTold];
  // What the form tells of the period is none of a plan: that a figure of it stands there too is chance.
  const { score, signs } = weightIn(
    part,
    shown,
    substanceOf(shown, own, part === 'directions' ? nothingTold : told),
    2 * writers.size > context.reporting,
  );
  const word = internalWordIn(shown, regime);
  const worth = score + sharedWorth(part, writers.size - 1, context.reporting);
  const verdict = ((): Verdict => {
    // What is the office's own business cannot be put in by a slip either.
    if (word !== null) return 'internal-word';
    if (ids.some((each) => struck.has(each))) return 'struck';
    if (ids.some((each) => wanted.has(each))) return 'pinned';
    if (part === 'internal' || part === 'local') return part === 'local' ? 'for-localities' : 'stays-inside';
    if (/:\s*$/.test(text) || /^\p{Ll}/u.test(text) || fold(text).split(' ').length < 5) return 'fragment';
    if (first.contradicts) return 'contradicts';
    if (lastYear.test(text)) return 'last-year';
    if ((context.nil.get(unit.code) ?? []).some(({ from, to }) => namesDayWithin(text, from, to))) {
      return 'nil-period';
    }
    if ([...(before.get(unit.code) ?? [])].some((old) => old.includes(fold(text)))) return 'as-before';
    const least = leastScore[part];
    return least !== undefined && worth < least ? 'no-substance' : 'chosen';
  })();
  return { ...first, id, shown, verdict, score: worth, signs, alike, word };
}

/** A shortcoming of which its unit tells the cause comes before one that stays unexplained. */
function explained(
  candidates: readonly Judged[],
  groups: ReadonlyMap<string, readonly Statement[]>,
): readonly Judged[] {
  if (candidates[0]?.part !== 'weaknesses') return candidates;
  const causes = new Set((groups.get('causes') ?? []).map(({ unit }) => unit.code));
  return candidates.map((each) =>
    causes.has(each.unit.code) && !each.signs.includes('explained')
      ? { ...each, signs: [...each.signs, 'explained'], score: each.score + scoreOf(['explained']) }
      : each,
  );
}

function asFolded(statement: Statement, { shown, score, signs }: Judged): Judged {
  return { ...statement, id: idOf(statement), shown, verdict: 'folded', score, signs, alike: [], word: null };
}

function inOrder(a: Judged, b: Judged, wanted: ReadonlyMap<string, number>): number {
  const [first, second] = [placeAmong(wanted, a), placeAmong(wanted, b)];
  if (first !== second) return first - second;
  // What was only registered comes behind every result.
  const registered = Number(a.signs.includes('registered')) - Number(b.signs.includes('registered'));
  if (registered !== 0) return registered;
  return b.score - a.score;
}

/** Whoever of its authors the office named. */
function placeAmong(wanted: ReadonlyMap<string, number>, { id, alike }: Judged): number {
  const last = Number.POSITIVE_INFINITY;
  return Math.min(...[id, ...alike.map(idOf)].map((each) => wanted.get(each) ?? last));
}

/** What is told in one place of the report. */
export function toldOf({ shelves }: Choice, part: Part, section: string | null = null): readonly Judged[] {
  return shelves.find((each) => each.part === part && each.section === section)?.told ?? [];
}
