import type { Skipped } from '../../model/document.ts';

type Reason = Pick<Skipped, 'what' | 'why'>;

/**
 * Elements whose whole content is no text of the document: what a tracked change replaced, instructions of fields,
 * reading aids, page settings.
 */
export const LEFT_OUT = /^w:(\w+Change|instrText|delInstrText|rt|sectPr|sdtEndPr)$/;

/** Content that a tracked change took away; the final text is without it. */
export const REMOVED: Readonly<Record<string, Reason | undefined>> = {
  'w:del': { what: 'deleted-text', why: 'tracked-deletion' },
  'w:moveFrom': { what: 'deleted-text', why: 'tracked-move' },
};

/** Elements of a run that stand for characters. */
export const SIGNS: Readonly<Record<string, string | undefined>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};

/** Elements of a run in whose place programs put a number of a page, or today. */
export const FILLED_SIGN = /^w:(?:pgNum|(?:day|month|year)(?:Short|Long))$/;

/** Things that are counted but not read. */
export const SKIPPED: Readonly<Record<string, Reason | undefined>> = {
  'pic:pic': { what: 'image', why: 'image' },
  'v:imagedata': { what: 'image', why: 'image' },
  'v:textpath': { what: 'part', why: 'word-art' },
  'a:t': { what: 'part', why: 'drawing-text' },
  'c:chart': { what: 'part', why: 'chart' },
  'cx:chart': { what: 'part', why: 'chart' },
  'dgm:relIds': { what: 'part', why: 'diagram' },
  'o:OLEObject': { what: 'part', why: 'embedded-object' },
  'w:altChunk': { what: 'part', why: 'embedded-document' },
  'w:subDoc': { what: 'part', why: 'embedded-document' },
  'w:control': { what: 'part', why: 'form-field' },
  'w:footnoteReference': { what: 'note', why: 'footnote' },
  'w:endnoteReference': { what: 'note', why: 'endnote' },
  'w:commentReference': { what: 'note', why: 'comment' },
};

/** The character of a `sym` (its code in hexadecimal). A sign of a picture font has no meaning as text, but its place must not look empty. */
export function symbol(code: string | undefined): string {
  const point = Number.parseInt(code ?? '', 16);
  if (!(point > 0x20) || point > 0xffff || (point >= 0xd800 && point <= 0xf8ff)) return '•';
  return String.fromCharCode(point);
}
