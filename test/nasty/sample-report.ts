/** One right report, small and plain, as rows of cells: what the nasty files wrap, bend and repeat. */

import { regime } from '../shared/reading/by-hand.ts';
import { buildWorkbook } from '../shared/reading/open/xlsx/build-workbook.ts';

export const unitName = 'Văn phòng Đăng ký đất đai';
export const figures: Readonly<Record<string, number>> = {
  ...{ A01: 6, A02: 3, A03: 142, A04: 17, A05: 3, A06: 2, A07: 1, A08: 0, A09: 2 },
  ...{ B02: 2, B03: 28, B04: 3, B05: 164, B06: 11, B07: 19, B08: 4, B09: 15, B10: 13, B11: 6 },
  ...{ B12: 52, B13: 51, B14: 98.08, C01: 18, C02: 16, C03: 26, C04: 61, C05: 92.86, E01: 28 },
};
const words: Readonly<Record<string, string>> = {
  B01: '19/01/2024',
  E02: '21/02/2024',
  E03: 'Kinh phí hạn hẹp.',
};

export type Written = string | number | null;

export const title: readonly (readonly Written[])[] = [
  ['SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG'],
  [unitName.toUpperCase()],
  ['BÁO CÁO KẾT QUẢ CÔNG TÁC DÂN VẬN QUÝ I NĂM 2024'],
  [`Đơn vị báo cáo: ${unitName}`],
];
export const header: readonly Written[] = ['STT', 'Mã', 'Chỉ tiêu', 'Đơn vị tính', 'Trong kỳ', 'Lũy kế'];

/** Title, header and a row for each indicator, the figures in columns 5 and 6. */
export function reportRows(change: Readonly<Record<string, Written>> = {}): (readonly Written[])[] {
  return [...title, header, ...indicatorRows(change)];
}

export function indicatorRows(change: Readonly<Record<string, Written>> = {}): (readonly Written[])[] {
  return regime.indicators.map(({ code, name, unitOfMeasure }, n) => {
    const figure = figures[code] ?? null;
    const value = change[code] ?? figure ?? words[code] ?? 'Chưa có văn bản hướng dẫn';
    return [n + 1, code, name.vi, unitOfMeasure, value, figure];
  });
}

export const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Rows of a sheet with addresses, texts inline. */
export function sheetRows(rows: readonly (readonly Written[])[], from = 1): string {
  return rows
    .map((row, r) => {
      const cells = row.map((written, c) => cellXml(`${String.fromCharCode(65 + c)}${from + r}`, written));
      return `<row r="${from + r}">${cells.join('')}</row>`;
    })
    .join('');
}

export function cellXml(at: string, written: Written): string {
  if (written === null) return '';
  return typeof written === 'number'
    ? `<c r="${at}"><v>${written}</v></c>`
    : `<c r="${at}" t="inlineStr"><is><t>${escaped(written)}</t></is></c>`;
}

export function workbookOf(rows: readonly (readonly Written[])[]): Uint8Array {
  return buildWorkbook({ sheets: [{ name: 'Biểu', rows: sheetRows(rows) }] });
}

/** As a spreadsheet set to Vietnamese saves it. */
export function csvOf(rows: readonly (readonly Written[])[], delimiter = ';'): string {
  const field = (written: Written) => {
    const text = typeof written === 'number' ? String(written).replace('.', ',') : (written ?? '');
    return text.includes(delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => `${row.map(field).join(delimiter)}\r\n`).join('');
}
