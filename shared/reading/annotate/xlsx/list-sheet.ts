/** The sheet behind all others that lists every finding, the gravest first, each linked to its cell. */
import { first, say, second } from '../../../vocabulary/text.ts';
import { list, remark, severityWords } from '../../../wording/annotation.ts';
import { placeOf } from '../../model/finding.ts';
import type { Finding, Severity } from '../../model/reading.ts';
import { inBoth } from '../remarks.ts';
import { escapeXml } from '../xml-text.ts';
import { type CellStyles, grounds } from './cell-styles.ts';

const severities: readonly Severity[] = ['error', 'warning', 'note'];
/** In characters: number, where, what, found and expected, how to mend, English. */
const widths = [5, 20, 48, 30, 48, 60];
const letters = ['A', 'B', 'C', 'D', 'E', 'F'];
/** A dark red on the tab, so that the sheet is seen without being opened first. */
const tabColor = 'FFC00000';

/** @param namespace of the workbook's own sheets */
export function listSheet(findings: readonly Finding[], styles: CellStyles, namespace: string): string {
  const plain = styles.own({ ruled: true });
  const link = styles.own({ link: true, color: 'FF0563C1', ruled: true });
  const head = styles.own({ bold: true, ground: 'FFE7E6E6', ruled: true });
  const rows: string[] = [];
  const links: string[] = [];
  const merges: string[] = [];

  line([inBoth(list.title)], styles.own({ bold: true, size: 14 }), 22, 'wide');
  line([inBoth(list.about, '\n')], styles.own({}), 36, 'wide');
  line(
    Object.values(list.columns).map((title) => inBoth(title, '\n')),
    head,
    32,
  );
  let number = 0;
  for (const severity of severities) {
    const those = findings.filter((finding) => finding.severity === severity);
    if (those.length === 0) continue;
    const band = styles.own({ bold: true, ground: grounds[severity], ruled: true });
    line([`${inBoth(severityWords[severity])}: ${those.length}`], band, 18, 'wide');
    for (const finding of those) entry(finding, ++number);
  }
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${namespace}">` +
    `<sheetPr><tabColor rgb="${tabColor}"/><pageSetUpPr fitToPage="1"/></sheetPr>` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.map((width, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>` +
    `<sheetData>${rows.join('')}</sheetData>` +
    `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` +
    (links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`) +
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
  );

  function entry(finding: Finding, n: number): void {
    const { where, message, fix, found, expected } = finding;
    const pair = (label: string, value: string | null) =>
      value === null || value === '' ? [] : [`${label}: ${value}`];
    const values = [
      String(n),
      where === null ? inBoth(list.wholeFile) : placeOf(where),
      say(message, first),
      [...pair(say(remark.found, first), found), ...pair(say(remark.expected, first), expected)].join('\n'),
      say(fix, first),
      `${say(message, second)}\n${say(fix, second)}`,
    ];
    const lines = values.map((value, column) => linesOf(value, widths[column] ?? 10));
    const at = rows.length + 1;
    const isLinked = where !== null && 'sheet' in where;
    line(values, plain, 15 * Math.min(27, Math.max(...lines)), isLinked ? 'linked' : 'apart');
    if (!isLinked) return;
    const location = `'${where.sheet.replaceAll("'", "''")}'!${where.cell}`;
    links.push(
      `<hyperlink ref="B${at}" location="${escapeXml(location)}" display="${escapeXml(values[1] ?? '')}"/>`,
    );
  }

  /** One row; a `wide` one runs over all columns, a `linked` one leads to its cell. Height in points. */
  function line(
    values: readonly string[],
    style: number,
    height: number,
    kind: 'wide' | 'linked' | 'apart' = 'apart',
  ): void {
    const row = rows.length + 1;
    const cells = letters.map((letter, n) => {
      const value = values[n];
      const look = letter === 'B' && kind === 'linked' ? link : style;
      if (value === undefined || value === '') return `<c r="${letter}${row}" s="${look}"/>`;
      return `<c r="${letter}${row}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
    });
    rows.push(`<row r="${row}" ht="${height}" customHeight="1">${cells.join('')}</row>`);
    if (kind === 'wide') merges.push(`A${row}:F${row}`);
  }
}

function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil((part.length * 1.1) / width)), 0);
}
