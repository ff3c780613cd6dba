import { disguised } from '../number-shapes/disguised.ts';
import { showPercent, withPercentSign } from '../number-shapes/number-format.ts';
import { showIso } from '../number-shapes/serial-date.ts';
import { marksApart, plainText, unlikePlain } from '../plain-text.ts';
import type { CellValue } from '../sheets/finish-sheets.ts';
import type { XmlAttributes } from '../xml/read-xml.ts';
import { showsAnother, showsPercent } from './shown-number.ts';

const ERROR = /^(#(REF|NAME|VALUE|DIV\/0|N\/A|NUM|NULL)[!?]?|Err:\d+)$/;

/**
 * What a person would see in the cell; a formula goes along, to be held against its result.
 * @param shown the cell's paragraphs, line by line
 * @returns null for an empty cell
 */
export function readOdsValue(attributes: XmlAttributes, shown: string): CellValue | null {
  const value = readStored(attributes, shown);
  const written = attributes['table:formula'];
  if (written === undefined) return value;
  // What is worked out for an area at once is more than plain arithmetic.
  const text = attributes['table:number-matrix-columns-spanned'] === undefined ? written : `{${written}}`;
  const language = /^(msoxl|oooc?x):/i.test(written) ? 'excel' : 'opendocument';
  const formula = { text: language === 'excel' ? text.replace(/^[a-z]+:/i, '') : text, language } as const;
  return { ...(value ?? { text: '' }), formula };
}

function readStored(attributes: XmlAttributes, shown: string): CellValue | null {
  const type = attributes['office:value-type'];
  const formula = attributes['table:formula'];
  const text = plainText(shown);
  if (attributes['calcext:value-type'] === 'error' || (formula !== undefined && ERROR.test(text))) {
    return { text: text || '#VALUE!', trouble: 'error' };
  }
  const value = readTyped(attributes, text);
  if (value) return value;
  const stated = plainText(attributes['office:string-value'] ?? '');
  // Some programs show the one, some the other.
  if (text !== '' && stated !== '' && digitsIn(text) !== digitsIn(stated))
    return { text: `${stated} / ${text}` };
  const written = text || stated;
  if (written !== '') return { text: written, ...marksApart(shown, written), ...unlikePlain(shown, written) };
  // A formula may well come to an empty text.
  if (type === 'string') return null;
  return formula === undefined ? null : { text: writeFormula(formula), trouble: 'uncached-formula' };
}

/** The value as the file stores it; null for a text, and for anything that is not what it says. */
function readTyped(attributes: XmlAttributes, shown: string): CellValue | null {
  switch (attributes['office:value-type']) {
    case 'percentage': {
      const number = numberOf(attributes['office:value']);
      return number === null ? null : shareOf(number);
    }
    case 'float':
    case 'currency': {
      const number = numberOf(attributes['office:value']);
      if (number === null) return null;
      // Some programs store a share as any number, and its sign in the style alone.
      if (showsPercent(number, shown)) return shareOf(number);
      if (showsAnother(number, shown)) return disguised(number, { code: shown });
      return { text: shown.endsWith('%') ? withPercentSign(number) : String(number), number };
    }
    case 'date':
      return showIso(attributes['office:date-value'] ?? '');
    case 'boolean': {
      const value = attributes['office:boolean-value'];
      return value === undefined ? null : { text: value === 'true' ? 'TRUE' : 'FALSE' };
    }
    default:
      return null;
  }
}

function digitsIn(text: string): string {
  return text.replace(/\P{Nd}/gu, '');
}

function shareOf(number: number): CellValue {
  return { text: showPercent(number), number, percent: true };
}

function numberOf(written: string | undefined): number | null {
  const number = written === undefined || written.trim() === '' ? Number.NaN : Number(written);
  return Number.isFinite(number) ? number : null;
}

/** `of:=SUM([.A1:.A3])` → `=SUM([.A1:.A3])`; the prefix names the language of the formula. */
function writeFormula(formula: string): string {
  return `=${plainText(formula.replace(/^[a-z]+:/i, '').replace(/^=/, ''))}`;
}
