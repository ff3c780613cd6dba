/** What is said of an action before it is made, on its button, and after. */
import type { Text } from '../../../../../../shared/vocabulary/text.ts';
import { keptWords, mailingWords } from '../../../../../../shared/wording/page-chase.ts';
import { actionWords, deciding as words } from '../../../../../../shared/wording/page-deciding.ts';
import type { useWords } from '../../../page-context.ts';
import { shortDay } from '../../../words.ts';
import type { Action } from '../action.ts';
import type { OutcomeWords } from '../outcome.tsx';

/** What is said of a decision once it is made. */
export const decidedWords: OutcomeWords = words;

/** Of a mail in its own words, of a decision in those of all of them. */
export function wordsOf(kind: Action['kind']) {
  if (kind === 'reminder' || kind === 'link' || kind === 'mended') return mailingWords[kind];
  const { reasonHint: hint, mailOne, mailMany } = words;
  return { ...actionWords[kind], hint, mailOne, mailMany, ...decidedWords };
}

interface Pressed {
  /** `yyyy-mm-dd`; empty where none is chosen or asked for. */
  readonly day: string;
  /** How many units it reaches; null where that is not known. */
  readonly count: number | null;
  /** Every unit, however many they are. */
  readonly forAll: boolean;
}

/** What a press does, until when, and to how many. */
export function pressWords(
  kind: Action['kind'],
  { day, count, forAll }: Pressed,
  t: ReturnType<typeof useWords>['t'],
): string {
  if (kind === 'reminder' && count !== null) return t(keptWords.send, { count });
  const own: { readonly button: Text; readonly confirm?: Text } = wordsOf(kind);
  const does = t(own.confirm ?? own.button);
  const until = day === '' ? does : t(words.untilDay, { action: does, day: shortDay(day) });
  if (forAll) return t(words.ofAll, { action: until });
  return count === null || count < 2 ? until : t(words.ofMany, { action: until, count });
}
