import type { Skipped } from '../../model/document.ts';

type Reason = Pick<Skipped, 'what' | 'why'>;

/** Destinations whose content is no text of the document; null for what nobody misses. */
export const LEFT_OUT: ReadonlyMap<string, Reason | null> = new Map<string, Reason | null>([
  ...['info', 'listtable', 'listoverridetable', 'rsidtbl', 'generator', 'filetbl', 'revtbl'].map(
    (word): [string, null] => [word, null],
  ),
  ...['bkmkstart', 'bkmkend', 'xe', 'tc', 'nonshppict', 'sp', 'pntxta', 'pntxtb'].map(
    (word): [string, null] => [word, null],
  ),
  ...[
    'themedata',
    'colorschememapping',
    'datastore',
    'latentstyles',
    'mmathPr',
    'objdata',
    'objclass',
    'result',
  ].map((word): [string, null] => [word, null]),
  ...['header', 'headerl', 'headerr', 'headerf'].map((word): [string, Reason] => [
    word,
    { what: 'part', why: 'header' },
  ]),
  ...['footer', 'footerl', 'footerr', 'footerf'].map((word): [string, Reason] => [
    word,
    { what: 'part', why: 'footer' },
  ]),
  ['footnote', { what: 'note', why: 'footnote' }],
  ['annotation', { what: 'note', why: 'comment' }],
  ['pict', { what: 'image', why: 'image' }],
  ['object', { what: 'part', why: 'embedded-object' }],
]);

/** Destinations marked as ones that a reader may not know, in which there is text nevertheless. */
export const KNOWN: ReadonlySet<string> = new Set([
  'shpinst',
  'shppict',
  'fldrslt',
  'listtext',
  'nesttableprops',
  'moMath',
  'moMathPara',
]);

/** Words that lay out the cells of a row. */
export const OF_ROWS: ReadonlySet<string> = new Set([
  'cell',
  'row',
  'trowd',
  'cellx',
  'clvmgf',
  'clvmrg',
  'clmrg',
  'clcbpat',
  'trleft',
  'trrh',
]);

/** Of formulas: signs that are drawn, not written, where a part begins. */
export const MATH_SIGNS: ReadonlyMap<string, string> = new Map([
  ['msup', '^'],
  ['mden', '/'],
  ['mrad', '√'],
  ['mnary', '∑'],
  ['md', '('],
]);
/** How their parts are laid out. */
export const MATH_PROPERTIES = /^m[A-Za-z]+Pr$/;

/** What a program works out anew when it shows the file: numbers of pages, today, a field marked as one of before. */
export const ANEW: ReadonlySet<string> = new Set([
  'chpgn',
  'chdate',
  'chdpl',
  'chdpa',
  'chtime',
  'sectnum',
  'flddirty',
]);

/** Words that stand for characters. */
export const SIGNS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['line', '\n'],
  ['lbr', '\n'],
  ['page', '\n'],
  ['column', '\n'],
  ['nestcell', '\n'],
  ['nestrow', '\n'],
  ['emdash', '—'],
  ['endash', '–'],
  ['emspace', ' '],
  ['enspace', ' '],
  ['bullet', '•'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['~', '\u00a0'],
  ['_', '-'],
]);
