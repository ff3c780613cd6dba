/** Every sentence of the units: whether it stands in the report, why, and by which code the office puts it in or out. */

import { manyRows, rowByRow } from '../../documents/large-sheets.ts';
import type { PlannedCell, PlannedRow, PlannedSheet } from '../../documents/sheet-plan.ts';
import { head } from '../../documents/table-head.ts';
import { choiceWords as words } from '../../wording/report.ts';
import { choose, type Judged } from '../choice/choose.ts';
import { place } from '../places.ts';
import type { Summary } from '../summary.ts';
import { centred, markedFill, plain, titleStyle } from './styles.ts';

const widths = [6, 22, 30, 84, 10, 44, 8, 24, 30, 26];

/** Each sentence of the units with why it stands in the report, or why not. */
export function choiceSheet(summary: Summary): PlannedSheet {
  const { all, gone } = choose(summary);
  const receipts = new Map(summary.files.map(({ upload, receipt }) => [upload, receipt]));
  const across = (value: string, style: PlannedCell['style']): PlannedRow => ({
    cells: [{ value, ...(style && { style }), columns: widths.length }],
  });
  const above: readonly PlannedRow[] = [
    { height: 28, cells: across(words.title, titleStyle).cells },
    across(gone.length > 0 ? `${words.hint} ${words.gone(gone)}` : words.hint, { italic: true }),
    { height: 34, cells: words.columns.map((value) => ({ value, style: head })) },
    ...(all.length > 0 ? [] : [across(words.none, plain)]),
  ];
  return {
    name: words.sheet,
    widths,
    rows: rowByRow(above, all, (judged, n) => rowOf(judged, n + 1, receipts.get(judged.upload) ?? '')),
    large: all.length > manyRows,
    frozen: { rows: 3, columns: 3 },
    filter: `A3:J${above.length + all.length}`,
    landscape: true,
    printTitles: '3:3',
  };
}

const small = { ...plain, size: 10 };
const marked = { ...small, fill: markedFill };
const stands = { ...centred, bold: true };
const tiny = { ...centred, size: 9 };

function rowOf(judged: Judged, n: number, receipt: string): PlannedRow {
  const told = judged.verdict === 'chosen' || judged.verdict === 'pinned';
  return {
    cells: [
      { value: n, style: centred },
      { value: partOf(judged), style: judged.doubtful ? marked : small },
      { value: judged.unit.name, style: plain },
      { value: judged.text, style: plain },
      { value: told ? words.yes : words.no, style: told ? stands : centred },
      { value: whyOf(judged), style: small },
      { value: judged.score, style: centred },
      { value: place(judged.source), style: tiny },
      { value: receipt, style: tiny },
      { value: judged.id, style: tiny },
    ],
  };
}

/** Of the results the section too: "Kết quả, II.1". */
function partOf({ part, section }: Judged): string {
  return part === 'results' ? words.resultsOf(section) : words.parts[part];
}

/** "Được chọn: có địa danh, có kết quả cụ thể; xếp theo nội dung, cần xem lại". */
function whyOf({ verdict, signs, alike, word, doubtful }: Judged): string {
  const because = [
    ...(word === null ? signs.map((sign) => words.signs[sign]) : [words.word(word)]),
    ...(alike.length > 0 ? [words.alike(alike.length)] : []),
  ].join(', ');
  const said = `${words.verdicts[verdict]}${because && `: ${because}`}`;
  return doubtful ? `${said}; ${words.doubtful}` : said;
}
