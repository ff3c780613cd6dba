/** Units of measure that multiply the figures beside or below them: "nghìn lượt", "Đơn vị tính: 1.000 người". */
import { textAbove } from '../model/around-tables.ts';
import type { Cell, NeutralDocument, Paragraph } from '../model/document.ts';
import { factorOf, MULTIPLYING } from '../open/number-shapes/multiplied.ts';
import type { Form, FormRow } from './form-rows.ts';
import { columnsOf, overlaps } from './grid.ts';

/** A word, or a number such as 1.000. */
const SCALE = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${MULTIPLYING})(?![\\p{L}\\p{M}])|(?<![\\d.,])1(?:0{2,6}|[.,\\s]000)(?![\\d.,%])`,
  'giu',
);
/** A line that tells the unit of all that stands below it; units that report, and communes, may be called Triệu …. */
const CAPTION =
  /^[\s(*-]{0,5}(?:đơn vị tính|đvt|đv tính|đơn vị\s{0,3}:\s{0,3}(?:1[.,\s]?000|nghìn|ngàn|trăm|(?:triệu|tr|t[ỷỉ])[.\s]{0,3}đồng))/iu;
const LONGEST_CAPTION = 80;
/** Lines above a table that may be such. */
const MOST_LINES = 4;

/** By what a unit multiplies, factor by factor ("1000" for "nghìn lượt"); empty for one that does not. */
export function scaleIn(text: string): string {
  if (text.length > LONGEST_CAPTION) return '';
  const found = text.normalize('NFC').match(SCALE) ?? [];
  return found.map((each) => factorOf(each) ?? each.replace(/\D/g, '')).join(' ');
}

/** A unit in brackets behind a name: "Số lượt người (nghìn)", "(ĐVT: trăm lượt)". */
const UNIT_BEHIND = /\((?:(?:đơn vị tính|đơn vị|đvt|đv tính)\s{0,3}:?\s{0,3})?([^()]{1,30})\)\s*$/iu;

function unitBehind({ text }: Cell): string {
  const [, unit = ''] = UNIT_BEHIND.exec(text.normalize('NFC')) ?? [];
  return unit.search(SCALE) === 0 ? unit : '';
}

/** What multiplies a figure of a row otherwise than its indicator does: its unit, its heading, a line above the table. */
export function scaledBy(
  { blocks }: NeutralDocument,
  { headed }: Form,
  { layout, cells: { unit, name }, match: { indicator } }: FormRow,
  figure: Cell,
): Cell | Paragraph | null {
  const own = scaleIn(indicator.unitOfMeasure);
  const multiplies = ({ text }: Pick<Cell, 'text'>) => scaleIn(text) !== '' && scaleIn(text) !== own;
  const headings = layout.cells.filter((cell) => overlaps(columnsOf(cell), columnsOf(figure)));
  const near = [unit ?? [], headings].flat().find(multiplies);
  if (near) return near;
  if (name && multiplies({ text: unitBehind(name) })) return name;
  const first = Math.min(...layout.cells.map(({ row }) => row));
  const captions = [
    ...textAbove(blocks, headed).slice(-MOST_LINES),
    ...headed.cells.filter(({ row }) => row < first && row >= first - MOST_LINES),
  ];
  return captions.find((piece) => CAPTION.test(piece.text) && multiplies(piece)) ?? null;
}
