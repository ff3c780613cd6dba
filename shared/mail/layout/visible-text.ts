/**
 * Text from units' files and file names, made fit to be shown: NFC, no control characters, no direction
 * overrides (with which "exe.xlsx" can be made to look like something else).
 */
import { printable, withoutEnd } from '../../vocabulary/visible-text.ts';

/** What may stand in a document, with line feeds alone between its lines. */
export function visible(text: string): string {
  return printable(text.replace(/\r\n?/g, '\n'));
}

/** `visible`, on one line, with single spaces: for headers, table cells and names. */
export function oneLine(text: string): string {
  return visible(text.replace(/[\r\n\u2028\u2029]+/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

/** At most `limit` characters, ended at a word with "…" where something was left out. */
export function cut(text: string, limit: number): string {
  const characters = [...text];
  if (characters.length <= limit) return text;
  const head = characters.slice(0, Math.max(0, limit - 1)).join('');
  const space = head.lastIndexOf(' ');
  return `${withoutEnd(space > head.length * 0.7 ? head.slice(0, space) : head, /[\s,;:.]/)}…`;
}

/** Shortens a file name in its middle: the end tells what kind of file it is. */
export function shortFileName(name: string, limit = 64): string {
  const characters = [...oneLine(name)];
  if (characters.length <= limit) return characters.join('');
  const tail = 16;
  return `${characters.slice(0, limit - tail - 1).join('')}…${characters.slice(-tail).join('')}`;
}

/** With a capital first letter. */
export function capitalised(text: string): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase('vi') + rest.join('');
}
