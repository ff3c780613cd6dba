import { describe, expect, it } from 'vitest';
import {
  body,
  decreeSection,
  decreeStyles,
  headingLine,
  titleBlock,
} from '../../../shared/documents/decree.ts';
import { grid, letterhead, signatureBlock } from '../../../shared/documents/decree-tables.ts';
import { millimetres, writeWord } from '../../../shared/documents/word.ts';
import { openDocument } from '../../../shared/reading/open/open-document.ts';
import { paragraphsOf, partsOf } from './reopened.ts';

const write = () =>
  writeWord({
    title: 'Thử',
    author: 'Văn phòng Sở',
    at: '2024-03-19T02:00:00Z',
    styles: decreeStyles,
    sections: [
      decreeSection([
        letterhead({
          parent: 'UBND tỉnh Lạng Sơn',
          issuer: 'Sở Tài nguyên và Môi trường',
          number: 'Số:        /BC-STNMT',
          placeAndDate: 'Lạng Sơn, ngày 19 tháng 3 năm 2024',
        }),
        ...titleBlock('BÁO CÁO', ['Kết quả công tác dân vận quý I năm 2024']),
        headingLine(1, 'I. Kết quả'),
        headingLine(2, '1. Công tác chỉ đạo'),
        body('Một đoạn văn.\u0000'),
        body('Kết luận số 133-KL/TU, Đề án số 01-ĐA/BDVTU-UBND - Chính quyền thân thiện.'),
        body('Có 35 mô hình của 1.250 hộ, năm 2024 như sau: 98,84% (Phụ lục I).'),
        grid([20, 145], ['Mã', 'Chỉ tiêu'], [[{ text: 'A01' }, { text: 'Số văn bản' }]], 11),
        signatureBlock(['Như trên;', 'Lưu: VT, VP.'], ['Giám đốc'], '(Họ và tên)'),
      ]),
      decreeSection([body('Phụ lục')]),
    ],
  });

describe('a Word document', () => {
  it('never rounds a margin below what the decree asks', () => {
    expect((millimetres(20) / 1440) * 25.4).toBeGreaterThanOrEqual(20);
    expect((millimetres(30) / 1440) * 25.4).toBeGreaterThanOrEqual(30);
  });

  it('is A4 portrait within the margins of Nghị định 30/2020', async () => {
    const xml = partsOf(await write())['word/document.xml'] ?? '';
    const sections = [...xml.matchAll(/<w:sectPr>.*?<\/w:sectPr>/gs)].map(([section]) => section);
    expect(sections).toHaveLength(2);
    for (const section of sections) {
      const twips = (name: string) => Number(new RegExp(`w:${name}="(\\d+)"`).exec(section)?.[1]);
      const mm = (name: string) => (twips(name) / 1440) * 25.4;
      expect(mm('w')).toBeCloseTo(210, 1);
      expect(mm('h')).toBeCloseTo(297, 1);
      for (const [side, least, most] of [
        ['top', 20, 25],
        ['bottom', 20, 25],
        ['left', 30, 35],
        ['right', 15, 20],
      ] as const) {
        expect(mm(side)).toBeGreaterThanOrEqual(least);
        expect(mm(side)).toBeLessThanOrEqual(most);
      }
      expect(section).toContain('<w:titlePg/>');
      expect(section).toContain('w:start="1"');
    }
  });

  it('numbers its pages top centre in 13 points, and not the first', async () => {
    const parts = partsOf(await write());
    const headers = Object.entries(parts).filter(([path]) => /^word\/header\d+\.xml$/.test(path));
    const numbered = headers.filter(([, xml]) => xml.includes('PAGE'));
    expect(numbered.length).toBe(headers.length / 2);
    for (const [, xml] of numbered) {
      expect(xml).toContain('<w:jc w:val="center"/>');
      expect(xml).toContain('<w:sz w:val="26"/>');
    }
  });

  it('is black Times New Roman, 14 points, justified, first line 1 cm, 6 points after a paragraph', async () => {
    const parts = partsOf(await write());
    expect(parts['word/styles.xml']).toContain('Times New Roman');
    const paragraph = /<w:p>(?:(?!<\/w:p>).)*Một đoạn văn\..*?<\/w:p>/s.exec(
      parts['word/document.xml'] ?? '',
    )?.[0];
    expect(paragraph).toContain('<w:jc w:val="both"/>');
    expect(paragraph).toContain('w:after="120"');
    expect(paragraph).toContain(`w:firstLine="${millimetres(10)}"`);
    expect(paragraph).toContain('<w:sz w:val="28"/>');
  });

  it('breaks no code at its hyphens, and no number from what it counts, which any reader finds as plain ones', async () => {
    const bytes = await write();
    expect(paragraphsOf(bytes)).toContain(
      'Kết luận số 133-KL/TU, Đề án số 01-ĐA/BDVTU-UBND - Chính quyền thân thiện.',
    );
    const xml = partsOf(bytes)['word/document.xml'] ?? '';
    expect(xml.match(/<w:noBreakHyphen\/>/g)).toHaveLength(3);
    expect(xml).toContain('Kết luận số 133');
    expect(xml).toContain('Có 35\u00a0mô hình của 1.250\u00a0hộ, năm 2024 như sau: 98,84% (Phụ lục I).');
    const texts = (await openDocument(bytes)).blocks.map((block) =>
      'text' in block ? block.text.replace(/\s/gu, ' ') : '',
    );
    expect(texts).toContain('Kết luận số 133-KL/TU, Đề án số 01-ĐA/BDVTU-UBND - Chính quyền thân thiện.');
  });

  it('has real headings, the first level in capitals', async () => {
    const bytes = await write();
    expect(paragraphsOf(bytes)).toContain('I. KẾT QUẢ');
    const xml = partsOf(bytes)['word/document.xml'];
    expect(xml).toContain('<w:pStyle w:val="Heading1"/>');
    expect(xml).toContain('<w:pStyle w:val="Heading2"/>');
  });

  it('repeats a table’s header and tears no row', async () => {
    const xml = partsOf(await write())['word/document.xml'];
    expect(xml).toContain('<w:tblHeader/>');
    expect(xml).toContain('<w:cantSplit/>');
  });

  it('is the same bytes for the same document, with no random id and no clock in it', async () => {
    const [first, second] = [await write(), await write()];
    expect(first).toEqual(second);
    const parts = partsOf(first);
    expect(parts['docProps/core.xml']).toContain('2024-03-19T02:00:00Z');
    expect(parts['docProps/core.xml']).not.toMatch(/20(?!24-03-19)\d\d-\d\d-\d\dT/);
    const ids = [...(parts['word/_rels/document.xml.rels'] ?? '').matchAll(/ Id="([^"]+)"/g)];
    for (const [, id = ''] of ids) expect(id).toMatch(/^rIdX?\d+$/);
    for (const [, id = ''] of (parts['word/document.xml'] ?? '').matchAll(/r:id="([^"]+)"/g)) {
      expect(ids.map(([, known]) => known)).toContain(id);
    }
  });
});
