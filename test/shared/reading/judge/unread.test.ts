import { describe, expect, it } from 'vitest';
import type { NeutralDocument, Skipped } from '../../../../shared/reading/model/document.ts';
import { openDocument } from '../../../../shared/reading/open/open-document.ts';
import {
  codes,
  findingOf,
  formRows,
  header,
  narrative,
  read,
  report,
  sheet,
  title,
  valueFor,
  type Written,
  word,
  workbook,
} from '../by-hand.ts';
import { buildDocument, p, tc } from '../open/docx/build-document.ts';

const withSkipped = (document: NeutralDocument, ...skipped: Skipped[]): NeutralDocument => ({
  ...document,
  skipped,
});
const piece = (why: string, where: Skipped['where'] = null): Skipped => ({ what: 'part', why, where });

describe('answers in words in a column whose heading means nothing', () => {
  it('are named with it, where others in it are figures', () => {
    const heads = ['STT', 'Mã', 'Chỉ tiêu', 'ĐVT', 'SLTH', 'Lũy kế', 'Ghi chú'];
    const reading = read(workbook(sheet('Số liệu', [...title, heads, ...formRows()]), narrative));
    const blanks = reading.findings.filter(({ code }) => code === 'BLANK');
    expect(blanks).toHaveLength(1);
    expect(blanks[0]?.message.vi).toMatch(/D01.*cột “SLTH”/s);
  });
});

const shown = (written: Written | undefined) =>
  written === null || written === undefined
    ? ''
    : typeof written === 'object'
      ? written.text
      : String(written);

describe('a blank cell', () => {
  it('may not be the unit’s: what stands in it unread is named, with the way to mend it', () => {
    const document = withSkipped(
      report({ A01: null }),
      piece('form-field', { sheet: 'Số liệu', cell: 'E8' }),
    );
    const { message, fix } = findingOf(read(document), 'BLANK');
    expect(message.vi).toContain('ô nhập, ô chọn của biểu mẫu (ô E8)');
    expect(fix.vi).toContain('gõ trực tiếp');
  });

  it('may have its figure turned, beside a table without lines', () => {
    const { message, fix } = findingOf(
      read(withSkipped(report({ A01: null }), piece('turned-figure'))),
      'BLANK',
    );
    expect(message.vi).toContain('số viết dọc hoặc nghiêng');
    expect(fix.vi).toContain('viết thẳng hàng');
  });

  it('may hold a table, which is named', async () => {
    const grid = (rows: readonly (readonly string[])[]) =>
      `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => tc(cell)).join('')}</w:tr>`).join('')}</w:tbl>`;
    const inner = grid([[p('7')]]);
    const lines = [header, ...formRows()].map((row, at) =>
      row.map((cell, column) =>
        at > 0 && row[1] === 'A01' && column === 4 ? `${inner}<w:p/>` : p(shown(cell)),
      ),
    );
    const body = [...title.map(([text]) => p(shown(text))), grid(lines)].join('');
    const reading = read(await openDocument(buildDocument({ body })));
    expect(valueFor(reading, 'A01').value).toBeNull();
    expect(findingOf(reading, 'BLANK').message.vi).toContain('bảng lồng trong ô');
  });

  it('is nobody else’s where what was not read stands elsewhere', () => {
    const document = withSkipped(
      report({ A01: null }),
      piece('comment', { sheet: 'Số liệu', cell: 'E8' }),
      piece('image'),
    );
    expect(findingOf(read(document), 'BLANK').message.vi).toBe(
      findingOf(read(report({ A01: null })), 'BLANK').message.vi,
    );
  });

  it('names what lies over the file and may hold it', () => {
    const document = withSkipped(report({ A01: null }), piece('text-box', { sheet: 'Số liệu', cell: 'A1' }));
    expect(findingOf(read(document), 'BLANK').message.vi).toContain('hộp chữ');
  });

  it('is not told of twice where what stands in it is struck out or hidden', () => {
    for (const why of ['struck-text', 'hidden-text']) {
      const document = withSkipped(report({ A01: null }), {
        ...piece(why, { sheet: 'Số liệu', cell: 'E8' }),
        text: '3',
      });
      expect(codes(read(document))).not.toContain('w:BLANK');
      expect(valueFor(read(document), 'A01').value).toBeNull();
    }
  });

  it('names the column that was not understood', () => {
    const strange = (heading: string) => {
      const rows = formRows({ A01: null }).map((row): readonly Written[] =>
        row[1] === 'A01' ? row.with(6, 5) : row,
      );
      const head = header.with(6, heading);
      return findingOf(read(workbook(sheet('Số liệu', [...title, head, ...rows]), narrative)), 'BLANK')
        .message.vi;
    };
    expect(strange('Số mới')).toContain('cột “Số mới” (ô G8)');
    expect(strange('Cùng kỳ')).not.toContain('Cùng kỳ');
  });
});

it('a column that was not understood is told of once, whatever sections it runs through', () => {
  const blank = Object.fromEntries(formRows().map((row) => [String(row[1]), null]));
  const rows = formRows(blank).map((row): readonly Written[] => (row.length > 6 ? row.with(6, 5) : row));
  const { findings } = read(
    workbook(sheet('Số liệu', [...title, header.with(6, 'Số mới'), ...rows]), narrative),
  );
  const told = findings.filter(({ code }) => code === 'BLANK');
  expect(told).toHaveLength(1);
  expect(told[0]?.message.vi).toMatch(/Mục II\.1, II\.2.*“Số mới”/);
});

describe('a report without a form, or with an empty one', () => {
  it('names an embedded workbook and how to paste it as a table', () => {
    const document = withSkipped(word('BÁO CÁO', 'Một.'), piece('embedded-object'), piece('embedded-object'));
    const { message, fix } = findingOf(read(document), 'NO_FORM');
    expect(message.vi).toContain('đối tượng nhúng');
    expect(fix.vi).toContain('dán (Ctrl+V) thành bảng');
  });

  it('is not advised to declare nil where something was not read', () => {
    const blank = Object.fromEntries(formRows().map((row) => [String(row[1]), null]));
    const empty = workbook(sheet('Số liệu', [...title, header, ...formRows(blank, blank)]));
    expect(findingOf(read(empty), 'EMPTY_REPORT').fix.vi).toContain('Không phát sinh');
    const unread = findingOf(read(withSkipped(empty, piece('image'))), 'EMPTY_REPORT');
    expect(unread.message.vi).toContain('hình ảnh');
    expect(unread.fix.vi).not.toContain('Không phát sinh');
  });
});

describe('a list of the old form fields', () => {
  const list = (inner: string) =>
    buildDocument({
      body: `<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="x"/><w:ddList>${inner}</w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
    });
  const entries = '<w:listEntry w:val="5"/><w:listEntry w:val="7"/>';
  it('is a field like any other where it holds no list, and a blank names a field without a result', async () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> =SUM(ABOVE) </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const { skipped } = await openDocument(buildDocument({ body: `<w:p>${field}</w:p>` }));
    expect(skipped).toEqual([{ what: 'part', why: 'field-code', where: null }]);
    const document = withSkipped(
      report({ A01: null }),
      piece('field-code', { sheet: 'Số liệu', cell: 'E8' }),
    );
    expect(findingOf(read(document), 'BLANK').fix.vi).toContain('F9');
  });
  const textOf = async (bytes: Uint8Array) =>
    (await openDocument(bytes)).blocks.map((block) => block.kind === 'paragraph' && block.text);

  it('shows the entry that was chosen, else the usual one, else the first', async () => {
    expect(await textOf(list(`<w:result w:val="1"/>${entries}`))).toEqual(['7']);
    expect(await textOf(list(`<w:default w:val="1"/>${entries}`))).toEqual(['7']);
    expect(await textOf(list(entries))).toEqual(['5']);
    expect(await textOf(list(''))).toEqual([]);
  });
});
