/** The files that were chosen and not yet sent, what is known of each, and what may be said about sending them. */

import type { Finding } from '../../../../shared/vocabulary/finding.ts';
import { largestFile } from '../../../../shared/vocabulary/formats.ts';
import type { Text } from '../../../../shared/vocabulary/text.ts';
import { send } from '../../../../shared/wording/page-upload.ts';
import type { OnPage } from '../typing/on-page.ts';
import type { Checked } from './checker.ts';

/** More at once is hardly meant: only one of them will count. */
export const mostFiles = 10;

export interface Draft {
  readonly id: number;
  readonly file: File;
  /** Null while the engine has not answered. */
  readonly checked: Checked | null;
  /** The upload that brought the very same bytes before; null where none is known. */
  readonly sentBefore: string | null;
}

export interface Chosen {
  readonly drafts: readonly Draft[];
  /** Names of files that were left aside because there were too many. */
  readonly tooMany: readonly string[];
  /** Names of files that stood in the list already. */
  readonly twice: readonly string[];
}

export const noFiles: Chosen = { drafts: [], tooMany: [], twice: [] };

/**
 * Adds files behind those that were chosen. One of the same name is the mended one and takes the other's place; the
 * very same file, and more than `mostFiles`, are named and left aside.
 */
export function addFiles({ drafts }: Chosen, files: readonly File[]): Chosen {
  const list = [...drafts];
  const tooMany: string[] = [];
  const twice: string[] = [];
  for (const file of files) {
    const draft = { id: highestId(list) + 1, file, checked: null, sentBefore: null };
    const namesake = list.findIndex((one) => one.file.name === file.name);
    const known = list[namesake];
    if (known && isSame(known.file, file)) twice.push(file.name);
    else if (known) list[namesake] = draft;
    else if (list.length >= mostFiles) tooMany.push(file.name);
    else list.push(draft);
  }
  return { drafts: list, tooMany, twice };
}

/** Without one file, and without what was said when files were added. */
export function withoutFile({ drafts }: Chosen, id: number): Chosen {
  return { ...noFiles, drafts: drafts.filter((draft) => draft.id !== id) };
}

/** What became known of a file; nothing where it was removed meanwhile. */
export function learn(
  chosen: Chosen,
  file: File,
  known: Partial<Pick<Draft, 'checked' | 'sentBefore'>>,
): Chosen {
  const drafts = chosen.drafts.map((draft) => (draft.file === file ? { ...draft, ...known } : draft));
  return { ...chosen, drafts };
}

/** `blocked`: it cannot be sent at all. */
export type Standing = 'blocked' | 'checking' | 'fine' | 'warnings' | 'errors' | 'unreadable' | 'unchecked';

/** What the page's own reading of a file comes to. */
export function standingOf({ file, checked }: Pick<Draft, 'file' | 'checked'>): Standing {
  if (file.size === 0 || file.size > largestFile) return 'blocked';
  if (checked === null) return 'checking';
  if ('unchecked' in checked) {
    if (checked.unchecked === 'old-word') return 'unreadable';
    return checked.unchecked === 'no-bytes' ? 'blocked' : 'unchecked';
  }
  switch (checked.reading.state) {
    case 'unreadable':
      return 'unreadable';
    case 'rejected':
      return 'errors';
    default:
      return checked.reading.findings.some(({ severity }) => severity === 'warning') ? 'warnings' : 'fine';
  }
}

export interface SendingAdvice {
  /** What the button says, with its blanks. */
  readonly words: Text;
  readonly blanks: { readonly count: number; readonly bad: number };
  /** False where mending comes first, or the check is worth waiting for. */
  readonly recommended: boolean;
  /** True where another file is the better choice. */
  readonly mendFirst: boolean;
}

/** How to offer the sending of what was chosen; null where nothing of it can be sent. */
export function adviceOn(drafts: readonly Draft[], plan: boolean): SendingAdvice | null {
  const standings = drafts.map(standingOf).filter((standing) => standing !== 'blocked');
  const [only] = standings;
  if (only === undefined) return null;
  const bad = standings.filter((standing) => standing === 'errors' || standing === 'unreadable').length;
  const recommended = bad === 0 && !standings.includes('checking');
  const about = { blanks: { count: standings.length, bad }, recommended, mendFirst: bad > 0 };
  if (drafts.length > 1) {
    return { words: bad > 0 ? send.submitSeveralDespite : send.submitSeveral, ...about };
  }
  return { words: oneFile(only, plan), ...about };
}

function oneFile(standing: Standing, plan: boolean): Text {
  switch (standing) {
    case 'checking':
      return send.submitUnchecked;
    case 'errors':
      return send.submitDespiteErrors;
    case 'unreadable':
      return send.submitUnread;
    default:
      return plan ? send.submitPlan : send.submit;
  }
}

const wrongFile: ReadonlySet<string> = new Set(['OTHER_UNIT', 'OTHER_PERIOD']);

/** A finding by which the file is another unit's or another period's. */
export function saysWrongFile({ code }: { readonly code: string }): boolean {
  return wrongFile.has(code);
}

/** True where the file speaks of another unit or period: most likely it was a slip of the hand. */
export function isWrongFile({ checked }: Draft): boolean {
  return checked !== null && 'reading' in checked && checked.reading.findings.some(saysWrongFile);
}

function isSame(one: File, other: File): boolean {
  return one.size === other.size && one.lastModified === other.lastModified;
}

function highestId(drafts: readonly Draft[]): number {
  return drafts.reduce((highest, { id }) => Math.max(highest, id), 0);
}

/** What the check of a filled form found, in the words of the page; null while it is not known. */
export function toldOf({ checked }: Pick<Draft, 'checked'>, tell: OnPage | null): readonly Finding[] | null {
  if (checked === null || !('reading' in checked)) return null;
  return checked.reading.findings.map((finding) => tell?.(finding) ?? finding);
}
