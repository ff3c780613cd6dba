/** The consolidated report as a workbook: overview, figures of every unit, where each came from, findings, filings. */
import {
  type CellStyle,
  type PlannedRow,
  type PlannedSheet,
  quoted,
  writeWorkbook as writePlan,
} from '../documents/workbook.ts';
import { dayOf } from '../regime/calendar.ts';
import { measure, reportSubject, workbookWords as words } from '../wording/documents.ts';
import { moment, ratio, shortDay } from '../wording/vietnamese.ts';
import { totalNote } from './report-appendices.ts';
import { cellOfTotal, matrixOf } from './report-matrix.ts';
import { filingsSheet, findingsSheet } from './report-registers.ts';
import {
  amount as amountStyle,
  centred,
  head,
  ink,
  nameCell,
  numberFormat,
  plain,
  timeOf,
  titleStyle,
} from './report-styles.ts';
import type { Rate, Summary } from './summary.ts';
import { remarks, standing } from './unit-notes.ts';

/** The same summary always gives the same bytes. Every total is a formula that stands with its value. */
export async function writeWorkbook(summary: Summary): Promise<Uint8Array> {
  const { regime, period, scheduledAt } = summary;
  const matrix = matrixOf(summary);
  return writePlan({
    title: words.title(reportSubject(regime, period)),
    author: regime.office.name,
    at: scheduledAt,
    sheets: [
      overviewSheet(summary),
      matrix.figures,
      matrix.sources,
      findingsSheet(summary),
      filingsSheet(summary),
    ],
  });
}

const widths = [6, 11, 56, 18, 16, 16, 52];

function overviewSheet(summary: Summary): PlannedSheet {
  const { regime, period, scheduledAt, due, edition } = summary;
  const across = (value: string, style: CellStyle): PlannedRow => ({
    cells: [{ value, style, columns: widths.length }],
  });
  const dueAt = due === null ? words.noDate : words.due(shortDay(dayOf(due, regime.timeZone)));
  return {
    name: words.sheets.overview,
    widths,
    rows: [
      across(regime.authority.name, { bold: true }),
      { height: 28, cells: across(words.title(reportSubject(regime, period)), titleStyle).cells },
      across(words.scheduled(moment(scheduledAt, regime.timeZone), dueAt, edition), {
        italic: true,
        wrap: true,
      }),
      { height: 6, cells: [] },
      rateRow(summary.rate),
      { height: 10, cells: [] },
      across(words.totalsTitle, { bold: true, size: 13, color: ink }),
      { height: 22, cells: words.totalsColumns.map((value) => ({ value, style: head })) },
      ...totalRows(summary),
      { height: 10, cells: [] },
      across(words.unitsTitle, { bold: true, size: 13, color: ink }),
      { height: 22, cells: headOver(words.unitsColumns) },
      ...unitRows(summary),
    ],
    landscape: true,
    tab: ink,
  };
}

/** One line of words: "Tỷ lệ 78,6% · Phải báo cáo 14 · Đã thực hiện 11 (trong đó nộp muộn 1, không phát sinh 1) · …". */
function rateRow(rate: Rate): PlannedRow {
  const { counts } = words;
  const some = (['excluded', 'missing', 'rejected', 'unreadable', 'returned', 'extended', 'pending'] as const)
    .filter((name) => rate[name] > 0)
    .map((name) => `${counts[name]}: ${rate[name]}`);
  const within = (['late', 'nil'] as const)
    .filter((name) => rate[name] > 0)
    .map((name) => `${counts[name]}: ${rate[name]}`);
  const filed = `${counts.filed}: ${rate.filed}${within.length > 0 ? words.within(within.join('; ')) : ''}`;
  const said = [`${counts.expected}: ${rate.expected}`, filed, ...some].join('   ·   ');
  const band: CellStyle = { border: 'thin', fill: 'EEF2F7', bold: true, wrap: true, size: 12 };
  return {
    height: 30,
    cells: [
      {
        value: `${words.ratio}: ${ratio(rate.ratio)}`,
        style: { ...band, size: 15, align: 'center', color: ink },
        columns: 2,
      },
      null,
      { value: said, style: { ...band, indent: 1 }, columns: widths.length - 2 },
    ],
  };
}

function totalRows(summary: Summary): readonly PlannedRow[] {
  const { regime } = summary;
  const figures = quoted(words.sheets.figures);
  return regime.sections.flatMap(({ id, title }): PlannedRow[] => {
    const band: CellStyle = { ...plain, bold: true, fill: 'DCE6F1' };
    const indicators = regime.indicators.filter(({ section }) => section === id);
    return [
      {
        cells: [
          { value: id, style: { ...band, align: 'center', indent: 0 } },
          { value: title.vi, style: band, columns: widths.length - 1 },
        ],
      },
      ...indicators.map((indicator, n): PlannedRow => {
        const total = summary.totals.find((each) => each.indicator === indicator.code);
        const amount = (column: 'value' | 'cumulative') => {
          const style: CellStyle = { ...amountStyle, bold: true, format: numberFormat(indicator) };
          const value = total?.[column] ?? null;
          return value === null
            ? { value: '—', style: { ...style, align: 'center' as const, indent: 0 } }
            : { formula: `${figures}!${cellOfTotal(summary, indicator.code, column)}`, value, style };
        };
        return {
          cells: [
            { value: n + 1, style: centred },
            { value: indicator.code, style: centred },
            nameCell(indicator),
            { value: measure(indicator), style: centred },
            amount('value'),
            amount('cumulative'),
            {
              value: total ? totalNote(indicator, total, words.notAdded, listed) : '',
              style: { ...plain, size: 10 },
            },
          ],
        };
      }),
    ];
  });
}

/** Codes suffice where every unit stands below with its name. */
function listed(codes: readonly string[]): string {
  return codes.join(', ');
}

function headOver(columns: readonly string[]): PlannedRow['cells'] {
  return columns.map((value, n) => {
    if (value === '') return null;
    return { value, style: head, ...(columns[n + 1] === '' && { columns: 2 }) };
  });
}

function unitRows({ units, regime }: Summary): readonly PlannedRow[] {
  return units.map((line, n) => ({
    cells: [
      { value: n + 1, style: centred },
      { value: line.unit.code, style: centred },
      { value: line.unit.name, style: plain },
      { value: standing(line), style: { ...centred, bold: line.counting === null && line.status !== 'nil' } },
      { ...timeOf(line.filedAt, regime.timeZone), columns: 2 },
      null,
      { value: remarks(line, regime), style: { ...plain, size: 10 } },
    ],
  }));
}
