/** The consolidated report as a workbook: overview, figures of every unit, where each came from, findings, filings. */

import {
  address,
  type CellStyle,
  type PlannedCell,
  type PlannedRow,
  type PlannedSheet,
  quoted,
} from '../../documents/sheet-plan.ts';
import { head, ink } from '../../documents/table-head.ts';
import { writeWorkbook as writePlan } from '../../documents/workbook.ts';
import { dayOf } from '../../regime/calendar.ts';
import { languageOf } from '../../regime/language.ts';
import type { Rate } from '../../vocabulary/rate.ts';
import { say } from '../../vocabulary/text.ts';
import { measure, reportSubject, workbookWords as words } from '../../wording/documents.ts';
import { moment, ratio, shortDay } from '../../wording/vietnamese.ts';
import { cumulativeName, valueName } from '../report/standing-of-figures.ts';
import { markOf, type Summary } from '../summary.ts';
import type { Column } from '../totals.ts';
import { remarks, standing } from '../unit-notes.ts';
import { choiceSheet } from './choice-sheet.ts';
import { type ComparedColumns, comparedCells, comparedColumns } from './compared-columns.ts';
import { type MatrixSheets, matrixOf } from './matrix.ts';
import { filingsSheet, findingsSheet } from './registers.ts';
import {
  amount as amountStyle,
  centred,
  dash,
  nameCell,
  numberFormat,
  plain,
  timeOf,
  titleStyle,
} from './styles.ts';
import { standingNote, totalNote } from './total-note.ts';

/** The same summary always gives the same bytes. Every total is a formula that stands with its value. */
export async function writeWorkbook(summary: Summary): Promise<Uint8Array> {
  const { regime, period, scheduledAt } = summary;
  const matrix = matrixOf(summary);
  return writePlan({
    title: words.title(reportSubject(regime, period)),
    author: regime.office.name,
    at: scheduledAt,
    mark: markOf(summary),
    sheets: [
      overviewSheet(summary, matrix.cellOfTotal),
      matrix.figures,
      matrix.sources,
      findingsSheet(summary),
      choiceSheet(summary),
      filingsSheet(summary),
    ],
  });
}

function columnsOf(summary: Summary, shown: readonly ComparedColumns[]): readonly string[] {
  const always = words.totalsColumns(valueName(summary), cumulativeName(summary));
  return [...always.slice(0, -1), ...shown.flatMap(({ heads }) => heads), ...always.slice(-1)];
}

function overviewSheet(summary: Summary, cellOfTotal: MatrixSheets['cellOfTotal']): PlannedSheet {
  const { regime, period, scheduledAt, due, edition, kind } = summary;
  const shown = comparedColumns(summary);
  const widths = [6, 11, 56, 18, 16, 16, ...shown.flatMap((each) => each.widths), 52];
  const across = (value: string, style: CellStyle): PlannedRow => ({
    cells: [{ value, style, columns: widths.length }],
  });
  const dueAt = due === null ? words.noDate : words.due(shortDay(dayOf(due, regime.timeZone)));
  const columns = columnsOf(summary, shown);
  const totals = totalRows(summary, shown, cellOfTotal, 9);
  return {
    name: words.sheets.overview,
    widths,
    rows: [
      across(regime.authority.name, { bold: true }),
      { height: 28, cells: across(words.title(reportSubject(regime, period)), titleStyle).cells },
      across(
        words.scheduled(moment(scheduledAt, regime.timeZone), dueAt, kind === 'interim' ? null : edition),
        { italic: true, wrap: true },
      ),
      { height: 6, cells: [] },
      rateRow(summary.rate, widths.length),
      { height: 10, cells: [] },
      across(words.totalsTitle, { bold: true, size: 13, color: ink }),
      { height: headHeight(shown), cells: columns.map((value) => ({ value, style: head })) },
      ...totals,
      { height: 10, cells: [] },
      across(words.unitsTitle, { bold: true, size: 13, color: ink }),
      {
        height: 22,
        cells: unitCells(
          words.unitsColumns.map((value) => ({ value, style: head })),
          widths.length,
        ),
      },
      ...unitRows(summary, widths.length),
    ],
    frozen: { rows: 8, columns: 3 },
    breaks: [9 + totals.length],
    filter: `A8:${address(8 + totals.length, widths.length)}`,
    landscape: true,
    tab: ink,
  };
}

/** In points: one line of words, two or three. */
function headHeight(shown: readonly ComparedColumns[]): number {
  if (shown.length === 0) return 22;
  return shown.some(({ ofBoth }) => ofBoth) ? 50 : 34;
}

/** One line of words: "Tỷ lệ 78,6% · Phải báo cáo 14 · Đã thực hiện 11 (trong đó nộp muộn 1, không phát sinh 1) · …". */
function rateRow(rate: Rate, columns: number): PlannedRow {
  const { counts } = words;
  const some = (['excluded', 'missing', 'rejected', 'unreadable', 'returned', 'extended', 'pending'] as const)
    .filter((name) => rate[name] > 0)
    .map((name) => `${counts[name]}: ${rate[name]}`);
  const within = (['late', 'nil'] as const)
    .filter((name) => rate[name] > 0)
    .map((name) => `${counts[name]}: ${rate[name]}`);
  const filed = `${counts.filed}: ${rate.filed}${within.length > 0 ? words.within(within.join('; ')) : ''}`;
  const onTime = `${counts.onTime}: ${rate.onTime} (${ratio(rate.onTimeRatio)})`;
  const said = [`${counts.expected}: ${rate.expected}`, filed, onTime, ...some].join('   ·   ');
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
      { value: said, style: { ...band, indent: 1 }, columns: columns - 2 },
    ],
  };
}

/** In which columns a total stands. */
const totalAt = { value: 5, cumulative: 6 } as const;

/** `above`: how many rows stand before the first of these. */
function totalRows(
  summary: Summary,
  shown: readonly ComparedColumns[],
  cellOfTotal: MatrixSheets['cellOfTotal'],
  above: number,
): readonly PlannedRow[] {
  const { regime } = summary;
  const figures = quoted(words.sheets.figures);
  const totals = new Map(summary.totals.map((total) => [total.indicator, total]));
  const columns = columnsOf(summary, shown).length;
  const firstOf = (at: number) =>
    totalAt.cumulative + 1 + shown.slice(0, at).reduce((sum, { heads }) => sum + heads.length, 0);
  const rows: PlannedRow[] = [];
  for (const { id, title } of regime.sections) {
    const indicators = regime.indicators.filter(({ section }) => section === id);
    if (indicators.length === 0) continue;
    const band: CellStyle = { ...plain, bold: true, fill: 'DCE6F1' };
    rows.push({
      cells: [
        { value: id, style: { ...band, align: 'center', indent: 0 } },
        { value: say(title, languageOf(regime)), style: band, columns: columns - 1 },
      ],
    });
    for (const [n, indicator] of indicators.entries()) {
      const total = totals.get(indicator.code);
      const amount = (column: Column) => {
        const value = total?.[column] ?? null;
        return value === null
          ? dash
          : {
              formula: `${figures}!${cellOfTotal(indicator.code, column)}`,
              value,
              style: { ...amountStyle, bold: true, format: numberFormat(indicator) },
            };
      };
      const row = above + rows.length;
      rows.push({
        cells: [
          { value: n + 1, style: centred },
          { value: indicator.code, style: centred },
          nameCell(indicator, languageOf(regime)),
          { value: measure(indicator), style: centred },
          amount('value'),
          amount('cumulative'),
          ...shown.flatMap((each, at) => comparedCells(indicator, total, each, row, totalAt, firstOf(at))),
          {
            value: total
              ? [totalNote(indicator, total, words.notAdded, listed), standingNote(summary, indicator, total)]
                  .filter(Boolean)
                  .join('. ')
              : '',
            style: { ...plain, size: 10 },
          },
        ],
      });
    }
  }
  return rows;
}

/** Codes suffice where every unit stands below with its name. */
function listed(codes: readonly string[]): string {
  const most = 20;
  return codes.length > most ? words.countOfUnits(codes.length) : codes.join(', ');
}

/** The seven columns of the units over as many as the sheet has: the last takes what is left. */
function unitCells(cells: readonly PlannedCell[], columns: number): PlannedRow['cells'] {
  const [number = {}, code = {}, name = {}, status = {}, time = {}, remark = {}] = cells;
  return [
    number,
    code,
    name,
    status,
    { ...time, columns: 2 },
    null,
    { ...remark, ...(columns > 7 && { columns: columns - 6 }) },
  ];
}

function unitRows({ units, regime }: Summary, columns: number): readonly PlannedRow[] {
  return units.map((line, n) => ({
    cells: unitCells(
      [
        { value: n + 1, style: centred },
        { value: line.unit.code, style: centred },
        { value: line.unit.name, style: plain },
        {
          value: standing(line),
          style: { ...centred, bold: line.counting === null && line.status !== 'nil' },
        },
        timeOf(line.filedAt, regime.timeZone),
        { value: remarks(line, regime), style: { ...plain, size: 10 } },
      ],
      columns,
    ),
  }));
}
