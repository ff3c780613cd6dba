import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Format } from '../../../shared/reading/model/document.ts';
import { openDocument } from '../../../shared/reading/open/open-document.ts';
import { readReport } from '../../../shared/reading/read-report.ts';
import { runs } from '../../properties/runs.ts';
import { formRows, header, regime, taskOf, title, type Written } from './by-hand.ts';
import { buildDocument, p } from './open/docx/build-document.ts';
import { buildOdf } from './open/odf/build-odf.ts';
import { type PageBuilder, pdfOf } from './open/pdf/build-pdf.ts';
import { rtfOf, rtfTable } from './open/rtf/build-rich-text.ts';
import { buildWorkbook } from './open/xlsx/build-workbook.ts';

type Rows = readonly (readonly (string | number | null)[])[];

const escaped = (value: string | number) =>
  String(value).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const textOf = (value: string | number | null) => (value === null ? '' : String(value));

/** The same rows as a file of each format; what stands in no cell of them is counted by the readers alone. */
const writers: Readonly<Record<Format, (rows: Rows) => Uint8Array>> = {
  xlsx: (rows) =>
    buildWorkbook({
      sheets: [
        {
          rows: rows
            .map((row, r) => {
              const cells = row.map((value, c) => {
                const place = `r="${String.fromCharCode(65 + c)}${r + 1}"`;
                if (value === null) return '';
                return typeof value === 'number'
                  ? `<c ${place}><v>${value}</v></c>`
                  : `<c ${place} t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
              });
              return `<row r="${r + 1}">${cells.join('')}</row>`;
            })
            .join(''),
          after: '<headerFooter><oddFooter>Trang 1</oddFooter></headerFooter>',
        },
        { name: 'ẩn', state: 'hidden', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' },
      ],
    }),
  xls: (rows) => {
    const book = utils.book_new();
    const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
    sheet['!merges'] = [utils.decode_range('A1:B2')];
    utils.book_append_sheet(book, sheet, 's');
    utils.book_append_sheet(book, utils.aoa_to_sheet([[1]]), 'ẩn');
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }));
  },
  ods: (rows) =>
    buildOdf(
      'spreadsheet',
      `<table:table table:name="s">${rows
        .map(
          (row) =>
            `<table:table-row>${row.map((value) => (value === null ? '<table:table-cell/>' : `<table:table-cell office:value-type="string"><text:p>${escaped(value)}</text:p><office:annotation><text:p>x</text:p></office:annotation></table:table-cell>`)).join('')}</table:table-row>`,
        )
        .join('')}</table:table>`,
    ),
  odt: (rows) =>
    buildOdf(
      'text',
      `<text:p>BÁO CÁO</text:p><table:table>${rows
        .map(
          (row) =>
            `<table:table-row>${row.map((value) => `<table:table-cell><text:p>${escaped(textOf(value))}<text:note text:note-class="footnote"><text:note-body><text:p>1</text:p></text:note-body></text:note></text:p></table:table-cell>`).join('')}</table:table-row>`,
        )
        .join('')}</table:table>`,
    ),
  docx: (rows) =>
    buildDocument({
      body: `${p('BÁO CÁO')}<w:tbl>${rows
        .map(
          (row) =>
            `<w:tr>${row.map((value) => `<w:tc>${p(escaped(textOf(value)))}<w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p></w:tc>`).join('')}</w:tr>`,
        )
        .join('')}</w:tbl>`,
    }),
  rtf: (rows) => rtfOf(`{\\header trang}${rtfTable(rows.map((row) => row.map(textOf)))}`),
  csv: (rows) =>
    new TextEncoder().encode(
      rows
        .map((row) =>
          Array.from({ length: 7 }, (_, c) => row[c] ?? null)
            .map((value) => `"${textOf(value).replaceAll('"', '""')}"`)
            .join(';'),
        )
        .join('\n'),
    ),
  pdf: (rows) =>
    pdfOf(
      ...[0, 1].map((n) => (page: PageBuilder) => {
        page
          .text(290, 20, String(n + 1))
          .text(40, 50, 'BÁO CÁO công tác dân vận của đơn vị trong quý I năm 2024');
        rows.slice(n * 25, n * 25 + 25).forEach((row, r) => {
          row.forEach((value, c) => {
            if (value !== null) page.text(40 + 75 * c, 90 + 25 * r, textOf(value).slice(0, 14));
          });
        });
        page.grid(
          [38, 113, 188, 263, 338, 413, 488, 563],
          Array.from({ length: 26 }, (_, r) => 75 + 25 * r),
        );
        page.picture();
      }),
    ),
};

const plain = (rows: readonly (readonly Written[])[]): Rows =>
  rows.map((row) =>
    row.slice(0, 7).map((written) => (typeof written === 'object' ? (written?.text ?? null) : written)),
  );

const words = fc.constantFrom(
  ...['A01', 'B14', 'II.1', 'Trong kỳ', 'Chỉ tiêu', 'Nơi nhận:', '12 cuộc', 'khoảng 3', '1.234,5', '-'],
  ...regime.indicators.map(({ name }) => name.vi),
);
const value = fc.oneof(words, fc.integer({ min: 0, max: 5000 }), fc.constant(null));
const grid = fc.array(fc.array(value, { minLength: 2, maxLength: 7 }), { minLength: 3, maxLength: 30 });

describe.each(Object.keys(writers) as Format[])('read + skipped = total, of %s', (format) => {
  it('for whatever stands in the file', async () => {
    const rows = fc.oneof(
      grid,
      grid.map((more) => [...plain([...title, header, ...formRows()]), ...more]),
    );
    await fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const bytes = writers[format](written);
        const document = await openDocument(bytes);
        const pieces = document.blocks.flatMap((block): readonly unknown[] =>
          block.kind === 'table' ? block.cells : [block],
        );
        const skipped = document.skipped.reduce((sum, { count = 1 }) => sum + count, 0);
        const { counts, ...reading } = await readReport(bytes, taskOf());
        expect(reading.format).toBe(format);
        expect(counts.total).toBe(pieces.length + skipped);
        expect(counts.read + counts.skipped).toBe(counts.total);
        expect(reading.skipped.reduce((sum, { count = 1 }) => sum + count, 0)).toBe(counts.skipped);
      }),
      { numRuns: runs(format === 'pdf' ? 4 : 8) },
    );
  });
});
