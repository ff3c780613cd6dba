/** What a reader converted on the way to the neutral document, and what it could not see: a note for each kind. */

import type { Indicator } from '../../regime/regime.ts';
import { formats } from '../../vocabulary/formats.ts';
import { findings as words } from '../../wording/findings.ts';
import { formWords } from '../../wording/forms.ts';
import type { Cell, NeutralDocument, Paragraph } from '../model/document.ts';
import { finding } from '../model/finding.ts';
import type { Finding, Value } from '../model/reading.ts';
import type { Encoding } from '../open/csv/decode.ts';
import type { Form } from '../understand/form-rows.ts';
import { amountInWords } from '../understand/in-words.ts';
import { readNumber } from '../understand/numbers.ts';

const names: Readonly<Record<Exclude<Encoding, 'utf-8'>, string>> = {
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252 (Latin-1)',
  'windows-1258': 'Windows-1258',
  tcvn3: 'TCVN3 (ABC)',
  vni: 'VNI',
};

const longestExample = 80;

/** @param forms those whose figures count, with the values read from them */
export function judgeConversions(
  document: NeutralDocument,
  forms: readonly Form[],
  values: readonly Value[],
): readonly Finding[] {
  return [
    ...codePage(document),
    ...decomposed(document),
    ...textNumbers(document, forms, values),
    ...workedOut(forms),
    ...unproven(forms),
    ...overtyped(forms),
    ...hiddenCells(forms),
    ...lettersLeftOut(document),
    ...counted(document),
  ];
}

function codePage(document: NeutralDocument): readonly Finding[] {
  const { encoding } = document;
  if (encoding === undefined || encoding === 'utf-8') return [];
  const pieces = piecesOf(document);
  // ASCII is the same in all of them: only another letter shows whether the code was told rightly.
  const example = pieces.find(({ text }) => /[^\p{ASCII}]/u.test(text)) ?? pieces[0];
  if (!example) return [];
  const said = words.CODE_PAGE({ encoding: names[encoding], value: shortened(example.text) });
  return [finding(said, { where: example.source })];
}

function decomposed(document: NeutralDocument): readonly Finding[] {
  const pieces = piecesOf(document).filter((piece) => piece.decomposed);
  const [first] = pieces;
  if (!first) return [];
  const said = words.DECOMPOSED_LETTERS({ count: String(pieces.length), value: shortened(first.text) });
  return [finding(said, { where: first.source })];
}

/** What people see: hidden sheets are not read. */
function piecesOf({ blocks }: NeutralDocument): readonly (Cell | Paragraph)[] {
  return blocks.flatMap((block): readonly (Cell | Paragraph)[] => {
    if (block.kind === 'paragraph') return [block];
    return block.hidden ? [] : block.cells;
  });
}

function shortened(text: string): string {
  return text.length > longestExample ? `${text.slice(0, longestExample)}…` : text;
}

/** In a spreadsheet figures are numbers; elsewhere all is text. */
function textNumbers(
  { format }: NeutralDocument,
  forms: readonly Form[],
  values: readonly Value[],
): readonly Finding[] {
  if (formats[format].kind !== 'workbook') return [];
  const read = new Set(
    values.flatMap(({ value, source, cumulative, cumulativeSource }) => [
      typeof value === 'number' ? source : null,
      typeof cumulative === 'number' ? cumulativeSource : null,
    ]),
  );
  const texts = figuresOf(forms).filter((cell) => read.has(cell.source) && isPlainNumber(cell));
  const [first] = texts;
  if (!first) return [];
  const said = words.TEXT_NUMBERS({ count: String(texts.length), value: first.text });
  return [finding(said, { where: first.source, found: first.text })];
}

/** Of formulas of the form that came back without their results. */
function workedOut(forms: readonly Form[]): readonly Finding[] {
  const cells = figuresOf(forms).filter(
    ({ trouble, computed }) => trouble === 'uncached-formula' && computed !== undefined,
  );
  const [first] = cells;
  if (!first) return [];
  const said = words.FORMULAS_WORKED_OUT({ count: String(cells.length), value: first.computed ?? '' });
  return [finding(said, { where: first.source, found: first.text })];
}

/** Results of before may stand there, and nothing here can tell. */
function unproven(forms: readonly Form[]): readonly Finding[] {
  const cells = figuresOf(forms).filter((cell) => cell.unproven && cell.trouble === undefined);
  const [first] = cells;
  if (!first) return [];
  const said = words.FORMULAS_UNPROVEN({ count: String(cells.length) });
  return [finding(said, { where: first.source, found: first.text })];
}

function isAdded({ acrossPeriods }: Indicator): boolean {
  return acrossPeriods === 'sum';
}

function isShare({ acrossPeriods, formula }: Indicator): boolean {
  return acrossPeriods !== 'sum' && formula !== undefined;
}

/** Typed where the form works a figure out, as it still does in other cells. */
function overtyped(forms: readonly Form[]): readonly Finding[] {
  const typed = forms.flatMap(({ rows }) =>
    [isAdded, isShare].flatMap((isKind) => {
      const own = rows.filter(({ match }) => isKind(match.indicator));
      return (['value', 'cumulative'] as const).flatMap((slot) => {
        // Cumulative figures are left open where the period before is not known.
        if (!own.some(({ cells }) => cells[slot]?.ofForm)) return [];
        return own.flatMap(({ match: { indicator }, cells: { [slot]: cell, note } }) =>
          cell && !cell.ofForm && !note?.text.includes(formWords.openCumulative)
            ? [{ code: indicator.code, cell }]
            : [],
        );
      });
    }),
  );
  const [first] = typed;
  if (!first) return [];
  const codes = [...new Set(typed.map(({ code }) => code))].join(', ');
  return [finding(words.FORMULA_OVERTYPED({ codes }), { where: first.cell.source, found: first.cell.text })];
}

/** What is written in any other way has a finding of its own. */
function isPlainNumber({ number, date, text, trouble }: Cell): boolean {
  if (number !== undefined || date !== undefined || trouble !== undefined) return false;
  const written = readNumber(text, { whole: true });
  if (!written || written.marked) return false;
  if (written.remark !== '' && !amountInWords(written.remark)?.amounts.includes(written.value)) return false;
  return written.rest === '' && written.separator === 'none' && !written.approximate;
}

/** Values whose rows or columns are hidden, in sheets that are not. */
function hiddenCells(forms: readonly Form[]): readonly Finding[] {
  const hidden = forms.flatMap((form) => {
    const { hiddenRows, hiddenColumns } = form.table;
    if (!hiddenRows && !hiddenColumns) return [];
    return figuresOf([form]).filter(
      ({ row, column, rowSpan, columnSpan }) =>
        holdsAll(hiddenRows, row, rowSpan) || holdsAll(hiddenColumns, column, columnSpan),
    );
  });
  const [first] = hidden;
  if (!first) return [];
  const said = words.HIDDEN_CELLS({ count: String(hidden.length) });
  return [finding(said, { where: first.source, found: first.text })];
}

const leftOut = {
  'struck-text': words.STRUCK_TEXT,
  'hidden-text': words.HIDDEN_TEXT,
  'look-by-rule': words.LOOK_BY_RULE,
  'bound-text': words.BOUND_TEXT,
  'bound-unknown': words.BOUND_UNKNOWN,
} as const;

function isLeftOut(why: string): why is keyof typeof leftOut {
  return why in leftOut;
}

/** A merged cell is seen where one of its rows, and one of its columns, is. */
function holdsAll(hidden: ReadonlySet<number> | undefined, from: number, span: number): boolean {
  if (!hidden) return false;
  for (let line = from; line < from + span; line += 1) if (!hidden.has(line)) return false;
  return true;
}

/** Letters struck through or hidden, at each place: whoever left them there should know that they do not count. */
function lettersLeftOut({ blocks, skipped }: NeutralDocument): readonly Finding[] {
  const unseen = new Set(
    blocks.flatMap((block) => (block.kind === 'table' && block.hidden ? [block.sheet] : [])),
  );
  return skipped.flatMap(({ why, where, text = null, count = 1 }) => {
    if (!isLeftOut(why)) return [];
    if (where !== null && 'sheet' in where && unseen.has(where.sheet)) return [];
    const said = { text: text ?? '', count: String(count) };
    const about = leftOut[why](said);
    return [finding(about, { where, found: text })];
  });
}

function figuresOf(forms: readonly Form[]): readonly Cell[] {
  return forms.flatMap(({ rows }) =>
    rows.flatMap(({ match, cells }) => {
      const { type } = match.indicator;
      if (type !== 'count' && type !== 'percent') return [];
      return [cells.value, cells.cumulative].filter((cell) => cell !== undefined);
    }),
  );
}

function counted({ skipped, recognised }: NeutralDocument): readonly Finding[] {
  const count = (reasons: readonly string[]) =>
    skipped.reduce((sum, entry) => sum + (reasons.includes(entry.why) ? (entry.count ?? 1) : 0), 0);
  const tracked = count(['tracked-deletion', 'tracked-move']);
  const scanned = count(['scanned-page']);
  const clipped = count(['clipped-text']);
  return [
    ...(tracked > 0 ? [finding(words.TRACKED_CHANGES({ count: String(tracked) }))] : []),
    ...(scanned > 0 ? [finding(words.SCANNED_PAGES({ count: String(scanned) }))] : []),
    ...(recognised ? [finding(words.RECOGNISED_TEXT())] : []),
    ...(clipped > 0 ? [finding(words.CLIPPED_TEXT({ count: String(clipped) }))] : []),
  ];
}
