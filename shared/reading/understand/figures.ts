/** One cell → the figure an indicator of its type takes, and what there is to say about the way it was written. */
import type { Indicator } from '../../regime/regime.ts';
import { hasGaps } from '../../vocabulary/gaps.ts';
import { findings as words } from '../../wording/findings.ts';
import type { Cell } from '../model/document.ts';
import { finding, nameOf } from '../model/finding.ts';
import type { Figure, Finding, ReadingPeriod, ReadingRegime } from '../model/reading.ts';
import { dateOfSerial, readDate, saysNotYet, type WrittenDate, writeDate } from './dates.ts';
import { amountInWords } from './in-words.ts';
import {
  multiplies,
  readNumber,
  saysNothing,
  type WrittenNumber,
  withoutUnseen,
  writeNumber,
} from './numbers.ts';
import type { Separators } from './separators.ts';
import { isOfAnotherTime, type Slot } from './stated-period.ts';
import { isUnit, sameUnit } from './units-of-measure.ts';

export interface ReadFigure {
  readonly figure: Figure;
  readonly findings: readonly Finding[];
  /** The cell says that there is nothing; of a count that is a figure, 0. */
  readonly saysNone?: true;
}

export interface FigureContext {
  readonly indicator: Indicator;
  readonly regime: ReadingRegime;
  readonly period: ReadingPeriod;
  /** For a share: what it comes to by its parts, or null; settles whether 0.985 means 98,5 %. */
  readonly recomputed: number | null;
  readonly slot: Slot;
  /** How the other numbers of the column are written. */
  readonly separators: Separators;
}

/** Reads a filled cell; a figure of null with a finding means that it could not be used. */
export function readFigure(cell: Cell, context: FigureContext): ReadFigure {
  const p = { indicator: nameOf(context.indicator, context.regime) };
  const { acrossUnits } = context.indicator;
  // It is said once for all cells of a column (judge-doubts.ts).
  if (cell.doubt) return { figure: null, findings: [] };
  if (cell.trouble === 'uncached-formula' && cell.computed !== undefined && isBorneOut(cell, context)) {
    return supplied(cell, context);
  }
  if (cell.trouble !== undefined) {
    // What is recomputed from its parts needs nothing from the cell.
    if (acrossUnits === 'derived') return only(null, words.PERCENT_UNREADABLE(p), cell);
    return troubled(cell, p);
  }
  const read = readSound(cell, context);
  if (!cell.unchecked) return read;
  const doubt = finding(words.FORMULA_UNCHECKED(p), { where: cell.source, found: cell.text });
  return { ...read, findings: [...read.findings, doubt] };
}

/** In hundredths: the form rounds its shares to two decimals. */
const ROUNDED = 0.0051;

/** Whether a formula's result is what the figures of its row's parts come to: it may speak of other rows. */
function isBorneOut({ computed }: Cell, { indicator, recomputed }: FigureContext): boolean {
  if (indicator.acrossUnits !== 'derived') return true;
  return recomputed !== null && Math.abs(Number(computed) - recomputed) < ROUNDED;
}

/** What the form's own formula comes to; it is said once for all of them (judge-conversions.ts). */
function supplied(cell: Cell, context: FigureContext): ReadFigure {
  const { trouble: _, computed = '', ...sound } = cell;
  const number = Number(computed);
  return readSound({ ...sound, text: computed, ...(Number.isFinite(number) && { number }) }, context);
}

function troubled(cell: Cell, p: { readonly indicator: string }): ReadFigure {
  switch (cell.trouble) {
    case 'error':
      return only(null, words.CELL_ERROR(p), cell);
    case 'stale-formula':
      return only(
        null,
        words.FORMULA_STALE({ ...p, stored: cell.text, computed: cell.computed }),
        cell,
        cell.computed,
      );
    default:
      return only(null, words.FORMULA_NO_VALUE(p), cell);
  }
}

function readSound(cell: Cell, context: FigureContext): ReadFigure {
  switch (context.indicator.type) {
    case 'count':
      return readCount(cell, context);
    case 'percent':
      return readPercent(cell, context);
    case 'date':
      return readDay(cell, context);
    case 'text':
      return readAnswer(cell, context);
  }
}

function readAnswer(cell: Cell, { indicator, regime }: FigureContext): ReadFigure {
  const { text } = cell;
  if (/^[-–—_/.…]+$/.test(text)) return { figure: null, findings: [], saysNone: true };
  if (!hasGaps(text)) return { figure: text, findings: [] };
  return only(text, words.ANSWER_UNFILLED({ indicator: nameOf(indicator, regime) }), cell);
}

type Words = ReturnType<(typeof words)[keyof typeof words]>;

function only(figure: Figure, what: Words, cell: Cell, expected?: string): ReadFigure {
  return {
    figure,
    findings: [finding(what, { where: cell.source, found: cell.text, expected: expected ?? null })],
  };
}

function readCount(cell: Cell, context: FigureContext): ReadFigure {
  const { indicator, regime, separators } = context;
  const p = { indicator: nameOf(indicator, regime) };
  // "120%" is no count, whatever the cell holds.
  if (cell.percent || cell.text.endsWith('%'))
    return only(null, words.NOT_A_NUMBER(p), cell, indicator.unitOfMeasure);
  if (cell.number !== undefined) return wholeNumber(cell.number, cell, context, []);
  if (cell.date !== undefined) return only(null, words.NOT_A_NUMBER(p), cell, indicator.unitOfMeasure);
  if (saysNothing(cell.text)) return only(0, words.ZERO_IN_WORDS(p), cell);
  const written = readNumber(cell.text, { whole: true });
  if (!written || written.percent || multiplies(written.rest) || isStrange(written, regime)) {
    return only(null, words.NOT_A_NUMBER(p), cell, indicator.unitOfMeasure);
  }
  const other = refusal(written, cell, context);
  if (other) return other;
  const said: Finding[] = [];
  const value = String(written.value);
  // Without any separator: 1.250 is one thing in Vietnamese and another in English.
  if (written.separator !== 'none') {
    const what = aboutSeparator(written.separator, separators)({ ...p, value });
    said.push(finding(what, { where: cell.source, found: cell.text }));
  }
  said.push(...aboutWriting(written, value, cell, context));
  return wholeNumber(written.value, cell, context, said);
}

/** Where what stands beside a number says that it is another one, or another figure than its cell is for. */
function refusal(written: WrittenNumber, cell: Cell, context: FigureContext) {
  const { indicator, regime, slot } = context;
  const p = { indicator: nameOf(indicator, regime) };
  const spelt = spelledOut(written, regime);
  if (spelt !== null && !spelt.includes(written.value)) return only(null, words.WORDS_DIFFER(p), cell);
  if (isOfAnotherTime(written.remark, slot, context)) return only(null, words.FIGURE_OF_OTHER(p), cell);
  return null;
}

/** What there is to say of how a number is written, apart from its separators. */
function aboutWriting(
  written: WrittenNumber,
  value: string,
  cell: Cell,
  { indicator, regime }: FigureContext,
): readonly Finding[] {
  const p = { indicator: nameOf(indicator, regime) };
  const said: Finding[] = [];
  const say = (what: Words, expected?: string) =>
    said.push(finding(what, { where: cell.source, found: cell.text, expected: expected ?? null }));
  if (written.approximate) say(words.APPROXIMATE(p));
  if (written.marked) say(words.RAISED_MARK({ ...p, value }));
  if (withoutUnseen(cell.text) !== cell.text) say(words.UNSEEN_LETTERS({ ...p, value }));
  if (written.rest !== '') {
    const fits = sameUnit(written.rest, indicator.unitOfMeasure);
    if (fits) say(words.NUMBER_IN_TEXT(p));
    else say(words.UNIT_DIFFERS({ ...p, unit: indicator.unitOfMeasure }), indicator.unitOfMeasure);
  } else if (written.remark !== '' && spelledOut(written, regime) === null && !written.approximate) {
    say(words.NUMBER_IN_TEXT(p));
  }
  return said;
}

/** The number once more in words, in brackets behind it; null where nothing of the kind stands there. */
function spelledOut({ remark }: WrittenNumber, { indicators }: ReadingRegime): readonly number[] | null {
  const spelt = amountInWords(remark);
  if (!spelt) return null;
  const units = indicators.map(({ unitOfMeasure }) => unitOfMeasure);
  return spelt.rest === '' || isUnit(spelt.rest, units) ? spelt.amounts : null;
}

/** What stands behind the number is no unit of measure: a letter for a digit ("12O"), a minus, a currency. */
function isStrange({ rest, joined }: WrittenNumber, { indicators }: ReadingRegime): boolean {
  if (rest === '') return false;
  // One letter right behind digits may be a digit: "1l", "12S".
  if (joined && /^\p{L}$/u.test(rest)) return true;
  return !isUnit(
    rest,
    indicators.map(({ unitOfMeasure }) => unitOfMeasure),
  );
}

/** What is said of thousands that stand apart: it depends on how the rest of the column is written. */
function aboutSeparator(separator: Exclude<WrittenNumber['separator'], 'none'>, column: Separators) {
  if (column === 'mixed') return words.SEPARATOR_MIXED;
  if (separator === 'comma') return column === 'english' ? words.SEPARATOR_ENGLISH : words.SEPARATOR_UNUSUAL;
  return separator === 'point' && column === 'english' ? words.SEPARATOR_MIXED : words.SEPARATOR;
}

function wholeNumber(
  value: number,
  cell: Cell,
  { indicator, regime }: FigureContext,
  said: readonly Finding[],
): ReadFigure {
  const p = { indicator: nameOf(indicator, regime) };
  const rounded = Math.round(value);
  // Sums that a spreadsheet computes in binary miss the whole number by a few ulps.
  if (Math.abs(value - rounded) > 1e-6) return only(null, words.NOT_WHOLE(p), cell);
  if (rounded < 0) return only(null, words.NEGATIVE(p), cell);
  if (!Number.isSafeInteger(rounded)) return only(null, words.NOT_A_NUMBER(p), cell);
  return { figure: rounded, findings: said };
}

function readPercent(cell: Cell, context: FigureContext): ReadFigure {
  const { indicator, regime, recomputed } = context;
  const p = { indicator: nameOf(indicator, regime) };
  const written = cell.number === undefined ? readNumber(cell.text, { whole: false }) : null;
  const number = cell.number ?? written?.value;
  if (number === undefined || (written && (multiplies(written.rest) || isStrange(written, regime)))) {
    if (saysNothing(cell.text)) return { figure: null, findings: [], saysNone: true };
    return only(null, words.PERCENT_UNREADABLE(p), cell);
  }
  const other = written && refusal(written, cell, context);
  // What is recomputed from its parts needs nothing from the cell.
  if (other)
    return indicator.acrossUnits === 'derived' ? only(null, words.PERCENT_UNREADABLE(p), cell) : other;
  const said: Finding[] = [];
  let value = cell.percent ? number * 100 : number;
  const plain = !cell.percent && !written?.percent && !cell.text.endsWith('%');
  if (
    plain &&
    value > 0 &&
    value <= 1 &&
    !isNear(value, recomputed) &&
    (value < 1 || isNear(100, recomputed))
  ) {
    value *= 100;
    const read = words.PERCENT_FRACTION({ ...p, value: writeNumber(value) });
    said.push(finding(read, { where: cell.source, found: cell.text, expected: `${writeNumber(value)}%` }));
  }
  value = Math.round(value * 1e8) / 1e8;
  if (value < 0 || value > 100) return only(null, words.PERCENT_RANGE(p), cell, '0–100%');
  if (written) said.push(...aboutWriting(written, writeNumber(value), cell, context));
  return { figure: value, findings: said };
}

function isNear(value: number, recomputed: number | null): boolean {
  return recomputed !== null && Math.abs(value - recomputed) <= 0.05;
}

function readDay(cell: Cell, { indicator, regime }: FigureContext): ReadFigure {
  const p = { indicator: nameOf(indicator, regime) };
  const [from, to] = [`${regime.year - 1}-12-01`, `${regime.year}-12-31`];
  if (cell.number !== undefined) {
    // Beyond these days no calendar goes.
    const date = cell.number >= 1 && cell.number <= 2_958_465 ? dateOfSerial(cell.number) : null;
    if (date === null || date < from || date > to) {
      return only(null, words.NOT_A_DATE(p), cell, 'dd/mm/yyyy');
    }
    return only(date, words.DATE_FROM_NUMBER({ ...p, value: writeDate(date) }), cell);
  }
  const stored: WrittenDate | null =
    cell.date === undefined ? null : { date: cell.date, alone: true, vague: false, written: 'plain' };
  const found = stored ?? readDate(cell.text, regime.year);
  if (!found || found.vague) {
    const notYet = saysNothing(cell.text) || saysNotYet(cell.text);
    return notYet
      ? { ...only(null, words.NO_DATE_YET(p), cell), saysNone: true }
      : only(null, words.NOT_A_DATE(p), cell, 'dd/mm/yyyy');
  }
  const { date, alone, written } = found;
  const read = { ...p, value: writeDate(date) };
  if (date < from || date > to) {
    return only(date, words.DATE_OUTSIDE_YEAR(p), cell, `${writeDate(from)} – ${writeDate(to)}`);
  }
  if (written === 'month-first') return only(date, words.DATE_ORDER(read), cell, writeDate(date));
  if (written === 'without-year') return only(date, words.DATE_WITHOUT_YEAR(read), cell, writeDate(date));
  if (!alone || written === 'other') return only(date, words.DATE_READ(read), cell);
  return { figure: date, findings: [] };
}
