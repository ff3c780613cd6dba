/** What units ask: upward, as the draft has it; of the authority itself; and of districts and communes. */

import { wordsOf } from '../../reading/understand/folding.ts';
import { containment } from '../../reading/understand/names/similarity.ts';
import { onlyBefore } from '../../summary/choice/authors.ts';
import { type Choice, choose, type Judged, toldOf } from '../../summary/choice/choose.ts';
import { requestsTold } from '../../summary/report/said.ts';
import { bySharedHeads, unitsOf } from '../../summary/report/shared-heads.ts';
import type { Summary } from '../../summary/summary.ts';
import { fill } from '../../vocabulary/text.ts';
import { requests as words } from '../../wording/summary-mail.ts';
import { withCurlyQuotes } from '../../wording/vietnamese.ts';
import type { Block } from '../layout/letter.ts';
import { writtenNumber } from '../layout/notation.ts';
import { capitalised, cut, oneLine } from '../layout/visible-text.ts';
import { crowdingOf } from './overview.ts';

const upwardShown = 2;
/** Where much is to be decided what units ask is not yet pressing. */
const shownAtMost = {
  calm: { inside: 3, local: 1 },
  crowded: { inside: 1, local: 0 },
  overfull: { inside: 0, local: 0 },
} as const;
const requestLimit = 180;
const upwardLimit = 120;

/** What stays here is put before the office; of districts and communes as long as nobody put it in. */
export function requestBlocks(summary: Summary): Block[] {
  if (summary.kind === 'interim') return [];
  const choice = choose(summary);
  const now = summary.period.id;
  const inside = choice.all.filter(({ part, verdict }) => part === 'internal' && verdict !== 'folded');
  const local = choice.all.filter(({ verdict }) => verdict === 'for-localities');
  const most = shownAtMost[crowdingOf(summary)];
  const own = differing(mostAskedFirst(inside, now), most.inside);
  const theirs = differing(mostAskedFirst(local, now), most.local);
  const items = [
    ...upwardItem(summary, choice),
    ...own.map((each) => item(each.isOpen ? words.unaddressed : words.internal, each)),
    ...theirs.map((each) => item(words.local, each)),
  ];
  const notes = [
    ...left(inside, own, most.local > 0 ? [] : local),
    ...(most.local > 0 && local.length > 0
      ? [fill(words.offered, { count: writtenNumber(local.length) })]
      : []),
  ];
  if (items.length === 0 && notes.length === 0) return [];
  return [
    { kind: 'heading', text: words.heading },
    ...(items.length > 0 ? [{ kind: 'entries', items } as const] : []),
    ...(notes.length > 0 ? [{ kind: 'paragraph', text: notes.join(' '), quiet: true } as const] : []),
  ];
}

function item(title: string, { whose, text }: Request) {
  return { title: fill(title, { whose }), text: cut(oneLine(text), requestLimit) };
}

/** In short, for whoever signs: the draft has all of it. */
function upwardItem(summary: Summary, choice: Choice) {
  const told = requestsTold(summary, choice, toldOf(choice, 'upward'));
  if (told.length === 0) return [];
  const shown = told.slice(0, upwardShown).map((text) => cut(oneLine(text), upwardLimit));
  const more = told.length - shown.length;
  const list = shown.join('; ');
  const text = more > 0 ? fill(words.upwardMore, { list, count: writtenNumber(more) }) : list;
  return [{ title: words.upward, text }];
}

/** How many of what stays here are not shown, by whom they ask; @param local those of districts and communes, where none is. */
function left(
  inside: readonly Judged[],
  shown: readonly Request[],
  local: readonly Judged[],
): readonly string[] {
  const told = new Set(shown.flatMap(({ of }) => of).map(({ shown: own }) => requestText(own)));
  const others = inside.filter(({ shown: own }) => !told.has(requestText(own)));
  const kinds = (
    [
      [words.moreInternal, others.filter((each) => !isOpen(each))],
      [words.moreOpen, others.filter(isOpen)],
      [words.moreLocal, local],
    ] as const
  ).flatMap(([told, all]) => {
    const count = new Set(all.map(({ shown: own }) => requestText(own))).size;
    return count === 0 ? [] : [fill(told, { count: writtenNumber(count) })];
  });
  if (kinds.length > 0) return [fill(words.more, { kinds: kinds.join(', ') })];
  return inside.length > 0 ? [words.stays] : [];
}

interface Request {
  readonly whose: string;
  readonly text: string;
  readonly asking: number;
  readonly isOpen: boolean;
  /** All that ask it. */
  readonly of: readonly Judged[];
}

/** What names nobody comes first, for the office has to decide of it; then what most ask, of one mould together. */
function mostAskedFirst(all: readonly Judged[], now: string): readonly Request[] {
  const first = all
    .toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || b.alike.length - a.alike.length)
    .slice(0, mostLookedAt);
  return bySharedHeads(first, all)
    .map((each): Request => {
      const of = 'head' in each ? each.asked : [each];
      const asking = unitsOf(of).size;
      const whose = asking > 1 ? many(asking, onlyBefore(of, now)) : (of[0]?.unit.name ?? '');
      const areOpen = of.every(isOpen);
      const text =
        'head' in each ? fill(words.ofMould, { head: each.head, one: each.told[0]?.tail ?? '' }) : each.shown;
      return {
        whose: oneLine(whose),
        text: requestText(text),
        asking,
        isOpen: areOpen,
        of,
      };
    })
    .toSorted((a, b) => Number(b.isOpen) - Number(a.isOpen) || b.asking - a.asking);
}

/** Three of them are shown. */
const mostLookedAt = 400;

function isOpen({ unaddressed, verdict }: Judged): boolean {
  return unaddressed === true && verdict === 'stays-inside';
}

/** Letter for letter the same is one request, however often it came. */
function requestText(shown: string): string {
  return capitalised(withCurlyQuotes(shown));
}

function many(count: number, before: number): string {
  if (before === count) return fill(words.unitsBefore, { count });
  return fill(before > 0 ? words.unitsSomeBefore : words.units, { count, before });
}

const muchAlike = 0.85;

/** A few of them, none of which asks for the same as another. */
function differing(all: readonly Request[], most: number): readonly Request[] {
  const told: { request: Request; words: readonly string[] }[] = [];
  for (const request of all) {
    if (told.length === most) break;
    const words = wordsOf(request.text);
    if (!told.some((other) => containment(words, other.words) >= muchAlike)) told.push({ request, words });
  }
  return told.map(({ request }) => request);
}
