import { type Link, officeZip, relationshipsXml } from '../zip/office-zip.ts';

export const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

interface SheetParts {
  readonly name?: string;
  readonly state?: string;
  /** What stands in `sheetData`. */
  readonly rows?: string;
  /** What stands behind it. */
  readonly after?: string;
  /** The whole part instead. */
  readonly xml?: string | Uint8Array;
  readonly links?: readonly Link[];
}

export interface WorkbookParts {
  readonly sheets: readonly SheetParts[];
  /** What stands in `sst`. */
  readonly strings?: string;
  /** What stands in `styleSheet`. */
  readonly styles?: string;
  readonly date1904?: boolean;
  readonly extra?: Readonly<Record<string, string>>;
}

/** A workbook from hand-written XML. */
export function buildWorkbook({ sheets, strings, styles, date1904, extra }: WorkbookParts): Uint8Array {
  const parts: Record<string, string | Uint8Array> = {};
  const links: Link[] = [];
  const entries = sheets.map(({ name, state, rows, after, xml, links: own }, index) => {
    const part = `worksheets/sheet${index + 1}.xml`;
    links.push([`rId${index + 1}`, 'worksheet', part]);
    parts[`xl/${part}`] =
      xml ??
      `<worksheet xmlns="${SPREADSHEET}"><sheetData>${rows ?? ''}</sheetData>${after ?? ''}</worksheet>`;
    if (own) parts[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] = relationshipsXml(own);
    return `<sheet name="${name ?? `Sheet${index + 1}`}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`;
  });
  if (strings !== undefined) {
    links.push(['rIdS', 'sharedStrings', 'sharedStrings.xml']);
    parts['xl/sharedStrings.xml'] = strings.startsWith('<!')
      ? strings
      : `<sst xmlns="${SPREADSHEET}">${strings}</sst>`;
  }
  if (styles !== undefined) {
    links.push(['rIdF', 'styles', 'styles.xml']);
    parts['xl/styles.xml'] = `<styleSheet xmlns="${SPREADSHEET}">${styles}</styleSheet>`;
  }
  return officeZip('xl/workbook.xml', CONTENT_TYPE, {
    'xl/workbook.xml': `<workbook xmlns="${SPREADSHEET}" xmlns:r="${RELATIONSHIPS}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${entries.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationshipsXml(links),
    ...parts,
    ...extra,
  });
}
