/**
 * Writes .xlsx files. The only file that knows the library (hucre): callers plan sheets as rows of cells. The same
 * plan always gives the same bytes.
 */

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type {
  Cell,
  ColumnDef,
  ConditionalRule,
  DataValidation,
  CellStyle as LibraryStyle,
  MergeRange,
  WriteSheet,
} from 'hucre/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { neutralised, printable } from '../vocabulary/visible-text.ts';
import { putCells, sampleOf } from './large-sheets.ts';
import { markProperty } from './mark-property.ts';
import {
  type CellStyle,
  fittingHeight,
  type Highlight,
  type PlannedCell,
  type PlannedSheet,
  quoted,
  type Validation,
} from './sheet-plan.ts';

export interface WorkbookPlan {
  readonly title: string;
  readonly author: string;
  /** The time that the file's properties carry; ISO 8601. */
  readonly at: string;
  /** Goes with the file through other programs: as its keywords, and as a property of its own. */
  readonly mark?: string;
  /** The first one is open. */
  readonly sheets: readonly PlannedSheet[];
}

const font = 'Times New Roman';
const grey = { rgb: '9AA5B1' };

/** Sheets are A4, fitted to the page's width, with page numbers below. */
export async function writeWorkbook(plan: WorkbookPlan): Promise<Uint8Array> {
  const at = new Date(plan.at);
  const large = plan.sheets.some((sheet) => sheet.large);
  const bytes = await writeXlsx({
    sheets: plan.sheets.map((sheet) => sheetOf(sheet.large ? sampleOf(sheet) : sheet)),
    defaultFont: { name: font, size: 11 },
    properties: {
      title: plan.title,
      creator: plan.author,
      lastModifiedBy: plan.author,
      created: at,
      modified: at,
      ...(plan.mark !== undefined && { keywords: plan.mark, custom: { [markProperty]: plan.mark } }),
    },
    // The library would name the rows to repeat itself, without the quotes that a sheet's name with a space needs:
    // Excel then calls the file damaged.
    namedRanges: plan.sheets.flatMap(({ name, printTitles, printArea }) => {
      const area = printArea?.replace(/\d+|[A-Z]+/g, '$$$&');
      const printed = area
        ? [{ name: '_xlnm.Print_Area', scope: name, range: `${quoted(name)}!${area}` }]
        : [];
      if (printTitles === undefined) return printed;
      const areas = printTitles.split(',').map((area) => area.replace(/\d+|[A-Z]+/g, '$$$&'));
      // Excel wants the columns first.
      const range = areas
        .toReversed()
        .map((area) => `${quoted(name)}!${area}`)
        .join(',');
      return [...printed, { name: '_xlnm.Print_Titles', scope: name, range }];
    }),
    activeSheet: 0,
  });
  const parts: Record<string, Uint8Array> = unzipSync(bytes);
  if (large) putCells(parts, plan.sheets);
  const styles = parts['xl/styles.xml'];
  if (styles) parts['xl/styles.xml'] = strToU8(withOrderedFonts(strFromU8(styles)));
  return zipSync(parts, { mtime: new Date(2000, 0, 1) });
}

/** As the schema orders what is said of a font (ECMA-376, CT_Font); the library puts the colour before the size. */
const ofFont =
  'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'.split(' ');

function withOrderedFonts(styles: string): string {
  const [before = '', ...fonts] = styles.split('<font>');
  const placeOf = (element: string) => ofFont.indexOf(/^<(\w{1,20})/.exec(element)?.[1] ?? '');
  const ordered = fonts.map((font) => {
    const end = font.indexOf('</font>');
    // Each element is empty: "<sz val="11"/>".
    const elements = font.slice(0, end).split('/>').slice(0, -1);
    const written = elements.sort((a, b) => placeOf(a) - placeOf(b)).map((element) => `${element}/>`);
    return `<font>${written.join('')}${font.slice(end)}`;
  });
  return before + ordered.join('');
}

function sheetOf(plan: PlannedSheet): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const merges: MergeRange[] = [];
  const heights = new Map<number, { height: number }>();
  [...plan.rows].forEach((row, r) => {
    heights.set(r, { height: row.height ?? fittingHeight(row, plan.widths) });
    row.cells.forEach((cell, c) => {
      if (cell === null) return;
      cells.set(`${r},${c}`, cellOf(cell));
      const [wide, high] = [cell.columns ?? 1, cell.rows ?? 1];
      if (wide === 1 && high === 1) return;
      merges.push({ startRow: r, startCol: c, endRow: r + high - 1, endCol: c + wide - 1 });
      // The covered cells carry the style too, or the merged area loses its border.
      for (let i = 0; i < wide * high; i += 1) {
        const key = `${r + Math.floor(i / wide)},${c + (i % wide)}`;
        if (i > 0 && cell.style) cells.set(key, { style: styleOf(cell.style) });
      }
    });
  });
  return {
    name: plan.name,
    rows: [],
    columns: plan.widths.map((width): ColumnDef => ({ width })),
    cells,
    merges,
    rowDefs: heights,
    pageSetup: {
      paperSize: 'a4',
      orientation: plan.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: plan.pagesWide ?? 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { top: 0.79, bottom: 0.79, left: 0.59, right: 0.59, header: 0.3, footer: 0.3 },
    },
    ...(plan.breaks && { rowBreaks: plan.breaks.map((row) => row - 1) }),
    headerFooter: { oddFooter: `&C&"${font}"&10&P/&N` },
    view: { showGridLines: false, ...(plan.tab && { tabColor: { rgb: plan.tab } }) },
    ...(plan.frozen && { freezePane: { ...plan.frozen } }),
    ...(plan.filter && { autoFilter: { range: plan.filter } }),
    ...(plan.highlights && { conditionalRules: plan.highlights.map(highlightOf) }),
    ...(plan.validations && { dataValidations: plan.validations.map(validationOf) }),
    ...(plan.protect && {
      protection: { sheet: true, formatCells: true, formatColumns: true, formatRows: true },
    }),
  };
}

function cellOf({ value, formula, style, note }: PlannedCell): Partial<Cell> {
  const safe = typeof value === 'string' ? neutralised(value) : (value ?? null);
  return {
    ...(formula === undefined ? { value: safe } : { formula, formulaResult: safe }),
    ...(style && { style: styleOf(style) }),
    ...(note !== undefined && { comment: { text: printable(note) } }),
  };
}

/** A style is made once, however many thousand cells wear it. */
const made = new WeakMap<CellStyle, LibraryStyle>();

function styleOf(style: CellStyle): LibraryStyle {
  const known = made.get(style);
  if (known) return known;
  const fresh = libraryStyle(style);
  made.set(style, fresh);
  return fresh;
}

function libraryStyle(style: CellStyle): LibraryStyle {
  const side = { style: 'thin', color: grey } as const;
  return {
    font: {
      name: font,
      size: style.size ?? 11,
      ...(style.bold && { bold: true }),
      ...(style.italic && { italic: true }),
      ...(style.color && { color: { rgb: style.color } }),
    },
    ...(style.fill && { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: style.fill } } }),
    ...(style.border === 'thin' && { border: { top: side, right: side, bottom: side, left: side } }),
    ...(style.border === 'bottom' && { border: { bottom: side } }),
    alignment: {
      vertical: style.vertical ?? 'center',
      ...((style.align || style.indent) && { horizontal: style.align ?? 'left' }),
      ...(style.wrap && { wrapText: true }),
      ...(style.indent && { indent: style.indent }),
    },
    ...(style.format && { numFmt: style.format }),
    ...(style.unlocked && { protection: { locked: false } }),
  };
}

function highlightOf({ range, formula, fill }: Highlight, n: number): ConditionalRule {
  const color = { rgb: fill };
  return {
    type: 'expression',
    priority: n + 1,
    range,
    formula,
    // Spreadsheets take the background of such a style for its colour.
    style: { fill: { type: 'pattern', pattern: 'solid', fgColor: color, bgColor: color } },
  };
}

function validationOf(validation: Validation): DataValidation {
  const { range, title, message } = validation;
  return {
    ...ruleOf(validation),
    allowBlank: true,
    // A unit that must write "khoảng 30" may: the verdict will say what it thinks of it.
    errorStyle: 'warning',
    showErrorMessage: validation.type !== 'list',
    errorTitle: title,
    errorMessage: message,
    showInputMessage: true,
    inputTitle: title,
    inputMessage: message,
    range,
  };
}

function ruleOf(validation: Validation): Pick<DataValidation, 'type' | 'operator' | 'formula1' | 'values'> {
  switch (validation.type) {
    case 'list':
      return { type: 'list', values: [...validation.values] };
    case 'computed':
      return { type: 'custom', formula1: 'FALSE' };
    default:
      return {
        type: validation.type,
        operator: 'greaterThanOrEqual',
        formula1: String(validation.min),
      };
  }
}
