/** Where an old workbook leads out of itself: other workbooks, commands to other programs. */
import type { ActiveKind } from '../../../vocabulary/active-content.ts';
import { quoted } from '../active/addresses.ts';
import { BEGIN, BIFF8, recordsOf, textAt, viewOf } from './records.ts';

/** [MS-XLS] 2.4.271 SupBook; what stands in its place before Excel 97. */
const OUTSIDE = 0x01ae;
const OUTSIDE_BEFORE_97 = 0x0017;
/** In place of a name's length: the workbook itself, or functions that come with Excel. */
const ITSELF = 0x0401;
const ADD_INS = 0x3a01;

export interface ActiveRecord {
  readonly why: ActiveKind;
  readonly text?: string;
  readonly count?: number;
}

/** @param stream the stream `Workbook` (or `Book`) of the container */
export function linksIn(stream: Uint8Array): readonly ActiveRecord[] {
  const view = viewOf(stream);
  const found: ActiveRecord[] = [];
  let wide = true;
  let begun = false;
  for (const { type, body, length } of recordsOf(view)) {
    if (type === BEGIN && !begun && length >= 2) {
      begun = true;
      wide = view.getUint16(body, true) === BIFF8;
    }
    if (type === OUTSIDE && wide && length > 5) {
      const letters = view.getUint16(body + 2, true);
      // The length is two bytes here; names are shorter than one can tell.
      if (letters !== ITSELF && letters !== ADD_INS) found.push(...linkOf(textOf(stream, body + 2, true)));
    } else if (type === OUTSIDE_BEFORE_97 && !wide && length > 1) {
      found.push(...linkOf(textOf(stream, body, false)));
    }
  }
  return found;
}

function textOf(stream: Uint8Array, at: number, wide: boolean): string {
  if (!wide) return textAt(stream, at, false);
  // textAt knows lengths of one byte: the low one stands right before the byte that tells the width.
  return textAt(Uint8Array.of(stream[at] ?? 0, ...stream.subarray(at + 2, at + 2 + 1 + 510)), 0, true);
}

/** What parts a program from what it is told, and what a path begins with that leads out of the workbook. */
const PARTS = '\u0003';
const LEADS_OUT = '\u0001';

function linkOf(path: string): readonly ActiveRecord[] {
  const [service = '', ...topic] = path.split(PARTS);
  // Shorter ways within a path begin with such signs, too.
  if (topic.length > 0 && service >= ' ')
    return [{ why: 'dde', text: quoted(`${service}|${topic.join(' ')}`) }];
  if (!path.startsWith(LEADS_OUT)) return [];
  const steps = Array.from(path.slice(1), (letter) => (letter < '\t' ? '/' : letter));
  return [{ why: 'external-link', text: quoted(steps.join('')) }];
}
