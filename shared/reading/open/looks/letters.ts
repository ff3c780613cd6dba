/** How letters look, as far as that changes what a text says; every reader says it of runs of letters. */
import type { Doubt, Skipped } from '../../model/document.ts';
import type { FontRun } from '../legacy-fonts/legacy-text.ts';
import { marksApart, plainText, unlikePlain } from '../plain-text.ts';
import { doubtIn } from './figure-letters.ts';
import { raise } from './raised.ts';

export interface Look {
  /** Struck through: what stands there no longer counts. */
  readonly struck?: boolean;
  /** Not shown to whoever opens the file. */
  readonly hidden?: boolean;
  /** Above or below the line: most often the mark of a note, which is no part of the figure beside it. */
  readonly place?: 'above' | 'below' | 'line';
  /** In a font whose digits are pictures. */
  readonly pictures?: boolean;
}

export interface LookedRun extends FontRun {
  readonly look?: Look | undefined;
  /** In whatever measure the file has; undefined where it says nothing of it. */
  readonly size?: number | undefined;
}

/** Letters that do not count, with the reason that stands in `skipped`. */
export interface LeftOutLetters extends Pick<Skipped, 'what' | 'why'> {
  readonly text: string;
}

export interface LettersSeen {
  /** The runs that count; what is raised is written with Unicode's raised characters. */
  readonly runs: readonly FontRun[];
  readonly leftOut: readonly LeftOutLetters[];
  /** Set where a figure among them is seen as another one than its characters are. */
  readonly doubt?: Doubt;
}

/** What stands for raised letters, which are no part of a figure. */
const APART: LookedRun = { text: ' ', font: null };

/** Takes the letters that count out of runs as they are written. A text that is raised as a whole is plain. */
export function lettersThatCount(written: readonly LookedRun[]): LettersSeen {
  if (written.every(({ look }) => look === undefined)) {
    return { runs: written, leftOut: [], ...doubted(doubtIn(written)) };
  }
  const shown = written.filter(({ look }) => !look?.struck && !look?.hidden);
  const onTheLine = shown.some(({ text, look }) => !isRaised(look) && text.trim() !== '');
  let before = '';
  const runs = shown.map(({ text, font, look }): FontRun => {
    const place = look?.place;
    const raised = onTheLine && (place === 'above' || place === 'below') ? raise(text, place, before) : text;
    before = raised === '' ? before : raised;
    // Old fonts have letters of their own where Unicode has the raised figures.
    return { text: raised, font: raised === text ? font : null };
  });
  return {
    runs,
    leftOut: [
      ...leftOut(written, 'struck-text', (look) => look?.struck === true && !look.hidden),
      ...leftOut(written, 'hidden-text', (look) => look?.hidden === true),
    ],
    ...doubted(doubtIn(shown.map((run) => (onTheLine && isRaised(run.look) ? APART : run)))),
  };
}

/** What a sheet's cell says by them; null where nothing is written there at all. */
export function cellOfLetters<Read extends { readonly text: string }>(
  read: Read,
  { leftOut, doubt }: Pick<LettersSeen, 'leftOut' | 'doubt'>,
) {
  const text = plainText(read.text);
  if (text === '' && leftOut.length === 0) return null;
  return {
    ...read,
    text,
    ...marksApart(read.text, text),
    ...unlikePlain(read.text, text),
    ...(leftOut.length > 0 && { leftOut }),
    ...doubted(doubt ?? null),
  };
}

function doubted(doubt: Doubt | null): Pick<LettersSeen, 'doubt'> {
  return doubt ? { doubt } : {};
}

function isRaised(look: Look | undefined): boolean {
  return look?.place === 'above' || look?.place === 'below';
}

function leftOut(
  written: readonly LookedRun[],
  why: 'struck-text' | 'hidden-text',
  belongs: (look: Look | undefined) => boolean,
): readonly LeftOutLetters[] {
  const text = plainText(
    written
      .filter(({ look }) => belongs(look))
      .map((run) => run.text)
      .join(''),
  );
  return text === '' ? [] : [{ what: why === 'struck-text' ? 'deleted-text' : 'paragraph', why, text }];
}

/** What an outer style says, changed by what an inner one does; undefined where neither says anything. */
export function lookWithin(outer: Look | undefined, inner: Look | undefined): Look | undefined {
  if (outer === undefined || inner === undefined) return outer ?? inner;
  return { ...outer, ...inner };
}
