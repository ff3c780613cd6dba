/**
 * What somebody typed on the page, put into the form that is handed out: it then goes the way of every other file, and is
 * read as if Excel had saved it. The form is ours, so its sheets and cells are where shared/forms puts them.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { RejectError } from '../../../../shared/vocabulary/errors.ts';
import type { Source } from '../../../../shared/vocabulary/source.ts';
import { formSheets } from '../../../../shared/wording/forms.ts';

/** As typed, by the indicator's code and by the section's id; what is blank is left blank. */
export interface Typed {
  readonly figures: Readonly<Record<string, { readonly value: string; readonly cumulative: string }>>;
  /** Codes of the indicators whose figure is a day, typed as `yyyy-mm-dd`. */
  readonly days?: readonly string[];
  readonly texts: Readonly<Record<string, string>>;
}

export const nothingTyped: Typed = { figures: {}, texts: {} };

export const blankFigure = { value: '', cumulative: '' };

/** The form that came is not one of ours, or of another period: nothing can be put into it. */
export class FormUnknown extends RejectError {
  override readonly name = 'FormUnknown';
  readonly code = 'FORM_UNKNOWN';
  readonly mendable = false;
}

/** The columns that shared/forms gives them. */
const columns = { code: 'B', value: 'E', cumulative: 'F', text: 'A' } as const;

/** @param form the .xlsx as the portal hands it out. Throws FormUnknown where something typed has no place in it. */
export function filledForm(form: Uint8Array, typed: Typed): Uint8Array {
  const { parts, figures, texts, strings } = sheetsOf(form);
  const filled = { ...parts };
  const put = new Set<string>();
  if (figures !== null) filled[figures.path] = strToU8(withFigures(figures.xml, strings, typed, put));
  if (texts !== null) filled[texts.path] = strToU8(withTexts(texts.xml, strings, typed, put));
  const left = [...typedPlaces(typed)].filter((place) => !put.has(place));
  if (left.length > 0) throw new FormUnknown(`the form has no place for ${left.join(', ')}`);
  return zipSync(filled);
}

/** What was typed in a field; empty where nothing was. */
export function typedIn({ figures, texts }: Typed, field: Field): string {
  const [, section] = /^text\/(.*)$/.exec(field) ?? [];
  if (section !== undefined) return (texts[section] ?? '').trim();
  const [code = '', which] = field.split('/');
  const figure = Object.hasOwn(figures, code) ? figures[code] : undefined;
  return (which === 'cumulative' ? figure?.cumulative : figure?.value)?.trim() ?? '';
}

function sheetsOf(form: Uint8Array) {
  const parts = unzipSync(form);
  const read = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const sheets = [...read('xl/workbook.xml').matchAll(/<sheet name="([^"]*)" sheetId="(\d+)"/g)];
  const sheet = (wanted: string) => {
    const number = sheets.find(([, name]) => name === wanted)?.[2];
    if (number === undefined) return null;
    const path = `xl/worksheets/sheet${number}.xml`;
    return { path, xml: read(path) };
  };
  return {
    parts,
    figures: sheet(formSheets.figures),
    texts: sheet(formSheets.narrative),
    strings: textsOf(read('xl/sharedStrings.xml')),
  };
}

/** A field of the page: `A02/value`, `A02/cumulative`, or `text/` and the section's id. */
export type Field = `${string}/value` | `${string}/cumulative` | `text/${string}`;

/** A line of the form and, where it is one of them, which of its two fields; or a section's words. */
export type Spot =
  | { readonly code: string; readonly which: 'value' | 'cumulative' | null }
  | { readonly text: string };

/** The field at a spot; null where it is none that is typed in. */
export function fieldOf(spot: Spot | null): Field | null {
  if (spot === null) return null;
  if ('text' in spot) return `text/${spot.text}`;
  return spot.which && `${spot.code}/${spot.which}`;
}

/**
 * What stands at a place of the filled form; null where nothing of what is typed does.
 * @param form the .xlsx as the portal hands it out
 * @param sections their ids
 */
export function spotAt(form: Uint8Array, sections: readonly string[]): (where: Source | null) => Spot | null {
  const { figures, texts, strings } = sheetsOf(form);
  const lines = new Map(
    [...(figures?.xml ?? '').matchAll(rows)].map(([, number = '', cells = '']) => {
      return [number, textOf(cells, columns.code, strings)];
    }),
  );
  const paragraphs = new Map<string, string>();
  let section: string | undefined;
  for (const [, number = '', cells = ''] of (texts?.xml ?? '').matchAll(rows)) {
    const heading = textOf(cells, columns.text, strings);
    if (heading !== '') section = sections.find((id) => heading.startsWith(`${id}. `));
    else if (section !== undefined) paragraphs.set(number, section);
  }
  return (where) => {
    if (where === null || !('sheet' in where)) return null;
    const [, column, row = ''] = /^([A-Z]+)(\d+)$/.exec(where.cell) ?? [];
    if (where.sheet === formSheets.narrative) {
      const of = paragraphs.get(row);
      return of === undefined ? null : { text: of };
    }
    const code = lines.get(row) ?? '';
    if (where.sheet !== formSheets.figures || code === '') return null;
    if (column === columns.cumulative) return { code, which: 'cumulative' };
    return { code, which: column === columns.value ? 'value' : null };
  };
}

function* typedPlaces({ figures, texts }: Typed): Generator<string> {
  for (const [code, { value, cumulative }] of Object.entries(figures)) {
    if (value.trim() !== '') yield `${code}/value`;
    if (cumulative.trim() !== '') yield `${code}/cumulative`;
  }
  for (const [section, text] of Object.entries(texts)) if (text.trim() !== '') yield section;
}

function textsOf(sharedStrings: string): readonly string[] {
  return [...sharedStrings.matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, item = '']) =>
    [...item.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text = '']) => unescaped(text)).join(''),
  );
}

/** A formula with the result that it has in the blank form: it is left to be computed from what was typed. */
const computed = /<c( r="[A-Z]+\d+" s="\d+") t="str">(<f>[^<]*<\/f>)<v\/><\/c>/g;

/** A row's number and its cells. */
const rows = /<row r="(\d+)"[^>]*>(.*?)<\/row>/gs;

function cellIn(column: string): RegExp {
  return new RegExp(`<c r="${column}\\d+"([^>]*?)(?:/>|>((?:(?!</c>).)*)</c>)`, 's');
}

function textOf(cells: string, column: string, strings: readonly string[]): string {
  const [, attributes = '', content = ''] = cellIn(column).exec(cells) ?? [];
  const value = /<v>([^<]*)<\/v>/.exec(content)?.[1];
  return value !== undefined && attributes.includes('t="s"') ? (strings[Number(value)] ?? '') : '';
}

function withFigures(
  xml: string,
  strings: readonly string[],
  { figures, days = [] }: Typed,
  put: Set<string>,
): string {
  return xml.replace(computed, '<c$1>$2</c>').replace(rows, (row: string, number: string, cells: string) => {
    const code = textOf(cells, columns.code, strings);
    const typed = Object.hasOwn(figures, code) ? figures[code] : undefined;
    if (!typed) return row;
    let filled = row;
    for (const which of ['value', 'cumulative'] as const) {
      const said = typed[which].trim();
      if (said === '') continue;
      filled = filled.replace(cellIn(columns[which]), (_, attributes: string) => {
        put.add(`${code}/${which}`);
        return cell(`${columns[which]}${number}`, attributes, said, days.includes(code) ? 'day' : 'figure');
      });
    }
    return filled;
  });
}

function withTexts(xml: string, strings: readonly string[], { texts }: Typed, put: Set<string>): string {
  let waiting: string[] = [];
  return xml.replace(rows, (row: string, number: string, cells: string) => {
    const heading = textOf(cells, columns.text, strings);
    if (heading !== '') {
      const section = Object.keys(texts).find((id) => heading.startsWith(`${id}. `));
      waiting = section === undefined ? [] : paragraphsOf(texts[section] ?? '');
      if (section !== undefined && waiting.length > 0) put.add(section);
      return row;
    }
    const paragraph = waiting.shift();
    if (paragraph === undefined) return row;
    return row.replace(cellIn(columns.text), (_, attributes: string) =>
      cell(`${columns.text}${number}`, attributes, paragraph, 'text'),
    );
  });
}

/** The form has room for so many in a section; what is more stands in the last of them. */
const room = 5;

function paragraphsOf(text: string): string[] {
  const all = text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return all.length <= room ? all : [...all.slice(0, room - 1), all.slice(room - 1).join('\n')];
}

/**
 * A plain whole number is stored as a number, and a day as a day where a day is asked for. Everything else is stored as
 * it was typed: what it means the engine says, as of any file.
 */
function cell(address: string, attributes: string, typed: string, as: 'figure' | 'day' | 'text'): string {
  const style = /\bs="\d+"/.exec(attributes)?.[0] ?? '';
  const number = as === 'text' ? null : as === 'day' ? serialOf(typed) : wholeOf(typed);
  if (number !== null) return `<c r="${address}" ${style}><v>${number}</v></c>`;
  return `<c r="${address}" ${style} t="inlineStr"><is><t xml:space="preserve">${escaped(typed)}</t></is></c>`;
}

const dayZero = Date.UTC(1899, 11, 30);

function wholeOf(typed: string): string | null {
  return /^\d{1,15}$/.test(typed) ? String(Number(typed)) : null;
}

function serialOf(typed: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return null;
  const day = Date.parse(`${typed}T00:00:00Z`);
  return Number.isNaN(day) ? null : String((day - dayZero) / 86_400_000);
}

/** Written without the newer sets of letters: the browsers of old machines know them not. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const notInXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

function escaped(text: string): string {
  return text
    .normalize('NFC')
    .replace(notInXml, '')
    .replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;' })[sign] ?? '&gt;');
}

function unescaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => signs[name] ?? '');
}
