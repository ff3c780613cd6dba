/** What lies over the cells of an old workbook's sheets and is not read; the library that reads it does not tell. */
import type { Skipped } from '../../model/document.ts';
import { BEGIN, BIFF8, END, recordsOf, SHEET_ENTRY, textAt, viewOf } from './records.ts';

/** [MS-XLS] 2.4.181 and 2.4.329 */
const OBJECT = 0x005d;
const TEXT_OF_OBJECT = 0x01b6;
/** Kinds of objects. A note hangs on a cell and is counted with it. */
const CHART = 0x05;
const PICTURE = 0x08;
const NOTE = 0x19;

export interface DrawnObject extends Pick<Skipped, 'what' | 'why'> {
  readonly sheet: string;
}

/** @param stream the stream `Workbook` (or `Book`) of the container */
export function drawnObjectsIn(stream: Uint8Array): readonly DrawnObject[] {
  const view = viewOf(stream);
  const names = new Map<number, string>();
  const found: DrawnObject[] = [];
  let wide = true;
  let sheet: string | null = null;
  /** Charts begin and end within their sheet. */
  let depth = 0;
  let kind = 0;
  for (const { type, start, body, length } of recordsOf(view)) {
    const at = (offset: number) => (offset + 2 <= length ? view.getUint16(body + offset, true) : 0);
    if (type === BEGIN) {
      depth += 1;
      if (depth === 1) {
        wide = at(0) === BIFF8;
        sheet = names.get(start) ?? null;
      }
    } else if (type === END) depth = Math.max(0, depth - 1);
    else if (type === SHEET_ENTRY && length > 6)
      names.set(view.getUint32(body, true), textAt(stream, body + 6, wide));
    else if (type === OBJECT && sheet !== null) {
      kind = at(4);
      if (kind === PICTURE) found.push({ sheet, what: 'image', why: 'image' });
      else if (kind === CHART) found.push({ sheet, what: 'part', why: 'chart' });
    } else if (type === TEXT_OF_OBJECT && sheet !== null && kind !== NOTE && at(10) > 0) {
      found.push({ sheet, what: 'part', why: 'text-box' });
    }
  }
  return found;
}
