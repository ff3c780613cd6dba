/** Tiny reports, each amiss in some way: what the engine says of them are the catalogue's examples. */
import { strToU8, zipSync } from 'fflate';
import {
  compareWithOthers,
  type RecordedReport,
} from '../../../../shared/reading/compare/compare-with-others.ts';
import { sketchOf } from '../../../../shared/reading/compare/text-sketch.ts';
import type { Cell, NeutralDocument } from '../../../../shared/reading/model/document.ts';
import type { Finding, Reading, Task } from '../../../../shared/reading/model/reading.ts';
import { Budget } from '../../../../shared/reading/open/budget.ts';
import { readReport } from '../../../../shared/reading/read-report.ts';
import { engineFailed, fileChanged, refusedReading } from '../../../../shared/reading/unreadable-reading.ts';
import {
  type Changes,
  figures,
  formRows,
  header,
  narrative,
  type Part,
  read,
  report,
  sheet,
  taskOf,
  title,
  type Written,
  word,
  workbook,
} from '../by-hand.ts';
import { buildDocument, p, r } from '../open/docx/build-document.ts';
import { buildWorkbook } from '../open/xlsx/build-workbook.ts';
import { officeZip, zipOf } from '../open/zip/office-zip.ts';

type Rows = readonly (readonly Written[])[];

/** Findings of every scenario in the order of the scenarios, which is of no meaning but always the same. */
export async function findingsOfScenarios(): Promise<readonly Finding[]> {
  const readings: Reading[] = [
    ...written().map((changes) => read(report(changes))),
    ...documents().map(({ document, task }) => read(document, task)),
    ...(await Promise.all(files().map((bytes) => readReport(bytes, taskOf())))),
    engineFailed(),
    fileChanged(),
    refusedReading('FILE_TAKEN_AWAY', 'Q1-2024-QLDD-0123456789'),
    refusedReading('LINK_WAS_REVOKED', '0123456789ab'),
    await readReport(
      buildDocument({ body: p('Báo cáo') }),
      taskOf(),
      new Budget({ now: seconds(), seconds: 20 }),
    ),
  ];
  return [...readings.flatMap(({ findings }) => findings), ...comparisons()];
}

/** A clock that is half a minute on whenever it is looked at. */
function seconds(): () => number {
  let at = 0;
  return () => (at += 30_000);
}

/** Figures as people write them. */
function written(): readonly Changes[] {
  const counts: Written[] = [
    ...['nhiều', 12.5, -3, 'khoảng 30', 'không', '12 văn bản', '1.250', '1,250', '12 người', null, '12'],
    { text: '#REF!', trouble: 'error' },
    { text: '=SUM(E9:E12)', trouble: 'uncached-formula' },
    { text: '=IF(ISNUMBER(E9),E9+4,"")', trouble: 'uncached-formula', computed: '7' },
    ...['12¹', '\u200b12', '12 (mười ba)', '12 (dự kiến)'],
    { text: '0', number: 0, trouble: 'stale-formula', computed: '7' },
    { text: '0', number: 0, unchecked: true },
    { text: '12', number: 12, unproven: true },
  ];
  const shares: Written[] = [0.985, 197, 'gần hết', 90];
  const dates: Written[] = ['tháng 2', 'chưa ban hành', 45337, '15/02/2023', '15/2', '3/15/2024', '15/02/24'];
  return [
    ...counts.map((A01) => ({ A01 })),
    ...shares.map((B14) => ({ B14 })),
    ...dates.map((B01) => ({ B01 })),
    { C05: { text: '90', number: 90, ofForm: true } },
    { A01: '1,250', B14: '98.5' },
    { A01: '1.250', B14: '98.5' },
    { D04: 'Đã xong; số … ngày …' },
    { A05: 5 },
    { B07: 2 },
  ];
}

/** The name over two rows, the figure in each. */
function overTwoRows(row: Rows[number]): Rows {
  const tall = row.map((cell) => (typeof cell === 'string' ? { text: cell, rowSpan: 2 } : cell));
  return [tall, [null, null, null, null, row[4] ?? null]];
}

function documents(): readonly { readonly document: NeutralDocument; readonly task?: Task }[] {
  const rows = formRows();
  const renamed = (code: string, name: string, keepCode = true) =>
    rows.map((row) => (row[1] === code ? row.with(2, name).with(1, keepCode ? code : null) : row));
  const form = (...table: Rows) => ({ document: workbook(sheet('Số liệu', table), narrative) });
  const spanning = rows.map((row) =>
    row[1] === 'A01'
      ? row.with(4, { text: '5', number: 5, rowSpan: 2 })
      : row[1] === 'A02'
        ? row.with(4, null)
        : row,
  );
  const headed = (...lines: string[]) => form(...lines.map((line) => [line]), header, ...rows);
  const texts = (table: Rows) => table.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
  const inWord = (...tables: Rows[]): Part[] => tables.map((table) => texts(table));
  const plan = taskOf('VPDK', 'KH2024');
  const planTop = ['VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI', 'KẾ HOẠCH', 'Triển khai công tác dân vận năm 2024'];
  const unit = 'Đơn vị báo cáo: Văn phòng Đăng ký đất đai';
  const quarter = 'BÁO CÁO Kết quả công tác dân vận quý I năm 2024';
  const blanks = Object.fromEntries(Object.keys(figures).map((code) => [code, null]));
  const register: Rows = Array.from({ length: 25 }, (_, n) => [
    n,
    `Việc thứ ${n}`,
    `Nội dung ${n}`,
    'việc',
    n,
    n,
  ]);
  const hidden = sheet('Cũ', [header, ...formRows({ A01: 9 })], { hidden: true });
  const legacy: Written = { text: 'Không', legacyFont: 'tcvn3', storedText: 'Kh«ng' };
  return [
    form(...title),
    { document: workbook(sheet('Số liệu', [...title, header, ...formRows(blanks, blanks)])) },
    form(...title, ...rows),
    {
      document: word(
        ...title.map(([line]) => String(line)),
        ...inWord([header, ...rows.slice(0, 10)], rows.slice(10)),
      ),
    },
    { document: report({ E03: legacy }) },
    { document: report({ E03: { text: 'Thiếu nhân lực', decomposed: true } }) },
    form(...title, header, ...renamed('A02', 'Số đơn đã giải quyết')),
    form(
      ...title,
      header.flatMap((head, n): Written[] =>
        n === 4 ? [{ text: String(head), columnSpan: 2 }, null] : [head],
      ),
      ...rows.map((row) => row.toSpliced(5, 0, row[1] === 'A01' ? 2 : null)),
    ),
    form(...title, header.with(4, 'Quý I/2023'), ...rows),
    form(...title, header.with(4, 'Quý II/2024'), ...rows),
    {
      ...form(...title, [...header.slice(0, 4), 'Trong kỳ (lũy kế)'], ...rows.map((row) => row.slice(0, 5))),
      task: taskOf('VPDK', '6T-2024'),
    },
    form(...title, header, ...spanning),
    form(...title, header, ...renamed('A02', 'Việc khác của phòng')),
    form(...title, header, ...renamed('A02', 'Số hội nghị quán triệt, tuyên truyền năm 2023')),
    form(...title, header, ...renamed('A02', 'Số hội nghị quán triệt, tuyên truyền dự kiến', false)),
    form(...title, header, ...renamed('C03', 'Số người tham gia Cuộc thi trắc nghiệm trên Internet', false)),
    form(...title, header, ...rows, ...register),
    form(...title, header, ...rows, [1, 'A01', 'Số văn bản đã ban hành', 'văn bản', 7, null]),
    form(...title, header, ...rows, [1, 'A01', 'Số văn bản đã ban hành', 'văn bản', 3, null]),
    form(...title, header, ...rows.flatMap((row) => (row[1] === 'A01' ? overTwoRows(row) : [row]))),
    form(...title, header, ...rows.map((row) => (row[1] === 'A03' ? row.with(3, 'nghìn lượt người') : row))),
    form(...title, header, ...rows.map((row) => (row[1] === 'A03' ? row.toSpliced(3, 1) : row))),
    { document: workbook(sheet('Số liệu', [...title, header, ...rows]), narrative, hidden) },
    {
      document: {
        ...report(),
        blocks: report().blocks.map((block) => ({ ...block, hiddenRows: new Set([8]) })),
      },
    },
    form(...title, header, ...rows.filter((row) => row[1] !== 'A01' && row[1] !== 'A02')),
    { document: report({}, { A01: null }) },
    { document: report({}, { A01: 1 }) },
    { document: report({}, { A01: 7 }) },
    { document: report(), task: taskOf('VPDK', '6T-2024') },
    {
      document: report({ A03: { text: '120', number: 120, columnSpan: 2 } }),
      task: taskOf('VPDK', '6T-2024'),
    },
    { document: workbook(sheet('Số liệu', [...title, header, ...rows])) },
    {
      document: workbook(
        sheet('Số liệu', [...title, header, ...rows]),
        sheet('Lời văn', [['II.1. Tăng cường lãnh đạo'], ['Một.']]),
      ),
    },
    headed('Đơn vị báo cáo: Thanh tra Sở', quarter),
    headed('UBND TỈNH LẠNG SƠN', 'SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG', 'Số: 145/BC-STNMT', quarter),
    { document: { ...report(), mark: { instance: 'STNMT', regime: 'dan-van-2024', run: 'Q1-2024' } } },
    headed(unit, 'BÁO CÁO quý II năm 2024'),
    headed('SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG', quarter),
    headed('CHI CỤC BẢO VỆ MÔI TRƯỜNG', unit, quarter),
    headed(unit),
    headed(unit, 'Kỳ báo cáo: Báo cáo quý I (Q1-2024)', 'BÁO CÁO quý I năm 2023'),
    headed(unit, quarter, 'Số liệu từ ngày 01/01/2024 đến ngày 31/03/2024'),
    { document: word('VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI', 'II.1. Tăng cường lãnh đạo', 'Một.'), task: plan },
    { document: word(...planTop, 'II.1. Tăng cường lãnh đạo', 'Một việc đã làm. '.repeat(3000)), task: plan },
    { document: word(...planTop, 'I. MỤC ĐÍCH', 'Một.'), task: plan },
    {
      document: word(...planTop, 'II.1. Tăng cường lãnh đạo', 'II.2. Xây dựng và thực hiện dân chủ ở cơ sở'),
      task: plan,
    },
    {
      document: word(...planTop, 'II.1. Tăng cường lãnh đạo', 'Một.', 'IV. PHƯƠNG HƯỚNG', 'Hai.', 'Ba.'),
      task: plan,
    },
    { document: { ...report(), skipped: [{ what: 'part', why: 'scanned-page', where: null, count: 2 }] } },
    { document: { ...report(), skipped: [{ what: 'part', why: 'clipped-text', where: null, count: 3 }] } },
    ...['struck-text', 'hidden-text', 'look-by-rule', 'bound-text', 'bound-unknown'].map((why) => ({
      document: {
        ...report(),
        skipped: [
          { what: 'deleted-text' as const, why, where: { sheet: 'Số liệu', cell: 'E12' }, text: '1200' },
        ],
      },
    })),
    {
      document: {
        ...report(),
        skipped: [
          { what: 'part', why: 'dde', where: { sheet: 'Số liệu', cell: 'E12' }, text: 'cmd|/c calc' },
          { what: 'part', why: 'external-link', where: null, text: 'http://vd.vn/bieu.xlsx' },
        ],
      },
    },
    { document: { ...report(), recognised: true } },
    { document: inDoubt(word(...title.map(([line]) => String(line)), ...inWord([header, ...rows]))) },
    { document: report({ D01: 'ChÆ°a cÃ³ hÆ°á»›ng dáº«n' }) },
    { document: report({ D01: 'Chƣa có hƣớng dẫn' }) },
  ];
}

/** Two figures stand in the one cell of the form's third row. */
function inDoubt(document: NeutralDocument): NeutralDocument {
  const cellsOf = (cells: readonly Cell[]) =>
    cells.map((cell): Cell => {
      const doubtful = cell.row === 3 && cell.column === 5;
      return doubtful ? { ...cell, text: '3\n350', doubt: { why: 'figures', page: 1 } } : cell;
    });
  const blocks = document.blocks.map((block) =>
    block.kind === 'table' ? { ...block, cells: cellsOf(block.cells) } : block,
  );
  return { ...document, format: 'pdf', blocks };
}

/** Bytes, where the way they are stored is what is said. */
function files(): readonly Uint8Array[] {
  const workbookBytes = buildWorkbook({ sheets: [{ rows: '<row><c><v>1</v></c></row>' }] });
  const damaged = workbookBytes.slice(0, workbookBytes.length - 40);
  const doctype = buildWorkbook({ sheets: [{ xml: '<!DOCTYPE x><worksheet/>' }] });
  const bomb = zipSync({ '[Content_Types].xml': new Uint8Array(60_000_000) });
  const tracked = buildDocument({
    body:
      p('BÁO CÁO') +
      `<w:p>${r('Có ')}<w:del><w:r><w:delText>90</w:delText></w:r></w:del>${r('95 mô hình')}</w:p>`,
  });
  const oldCode = [
    'Mã,Chỉ tiêu,Trong kỳ,Lũy kế',
    'A01,Số văn bản lãnh đạo chỉ đạo,3,3',
    'A02,Số hội nghị quán triệt tuyên truyền,2,2',
  ].join('\r\n');
  const twins = ['Mã,Chỉ tiêu,Trong kỳ,Trong kỳ', 'A01,Số văn bản,3,4', 'A02,Số hội nghị,2,2'].join('\r\n');
  return [
    new Uint8Array(),
    strToU8('\u0001\u0002 không phải báo cáo'),
    strToU8(twins),
    damaged,
    bomb,
    zipOf({ 'a.txt': 'a', 'b.txt': 'b' }),
    doctype,
    strToU8('<html><body><table></table></body></html>'),
    Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0),
    tracked,
    utf16(oldCode),
    strToU8('Rar!'),
    strToU8('[InternetShortcut]\nURL=https://vd.vn'),
    strToU8('Message-ID: <1@vd.vn>\nFrom: An\nSubject: Báo cáo\n\nKính gửi'),
    strToU8(',An,may,01.02.2024 10:00,file:///home;'),
    zipOf({ 'Index/Document.iwa': 'x' }),
    officeOf('application/vnd.ms-excel.sheet.binary.macroEnabled.main'),
    officeOf('application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'),
  ];
}

function officeOf(type: string): Uint8Array {
  return officeZip('main.bin', type, { 'main.bin': 'x' });
}

function utf16(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'));
}

/** Reports beside others. */
function comparisons(): readonly Finding[] {
  const task = taskOf('QLDD', '6T-2024');
  const text =
    'Trong quý I năm 2024, phòng đã tổ chức 12 hội nghị tuyên truyền với 1.250 lượt người tham dự, phối hợp giải quyết dứt điểm các kiến nghị của nhân dân tại cơ sở, công khai kết quả trên trang thông tin.';
  const recorded = (upload: string, about: Partial<RecordedReport> = {}): RecordedReport => ({
    ...{
      upload,
      unit: 'QLDD',
      period: '6T-2024',
      fileName: 'BC 6 tháng.xlsx',
      receipt: `6T-2024-QLDD-${upload}`,
    },
    ...{ sha256: upload, state: 'accepted', sketch: sketchOf([text]) ?? '' },
    ...about,
  });
  const before = { period: 'Q1-2024', fileName: 'BC quý I.xlsx', receipt: 'Q1-2024-QLDD-A' };
  const told = (said: string): Reading['narrative'] => [
    { section: 'II.1', paragraphs: [{ text: said, source: { sheet: 'Lời văn', cell: 'A11' } }] },
  ];
  const last = { ...recorded('A', before), values: [] };
  const foreign = recorded('B', { unit: 'VPDK' });
  const compare = (own: RecordedReport, said: string, reports: readonly RecordedReport[]) =>
    compareWithOthers(own, { values: [], narrative: told(said) }, task, { reports, last }, () => told(text));
  return [
    ...compare(recorded('Z'), text.replace('quý I', 'quý II'), [foreign]),
    ...compare(recorded('Z'), text.replace('1.250', '1.300'), []),
    ...['A', 'B', 'C'].flatMap((sha256) =>
      compare(recorded('Z', { sha256 }), '', [last, foreign, recorded('C', { receipt: '6T-2024-QLDD-C' })]),
    ),
  ];
}
