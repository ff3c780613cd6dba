/**
 * Writes a document and a workbook with a mark into the folder given, from where LibreOffice saves them again:
 *   node test/shared/reading/resaved/make-resaved.ts OUT && cd OUT
 *   for kind in docx odt pdf; do soffice --headless --convert-to $kind --outdir resaved marked.docx; done
 *   for kind in xlsx ods xls; do soffice --headless --convert-to $kind --outdir resaved marked.xlsx; done
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decreeSection, decreeStyles, titleBlock } from '../../../../shared/documents/decree.ts';
import { writeWord } from '../../../../shared/documents/word.ts';
import { writeWorkbook } from '../../../../shared/documents/workbook.ts';
import { writeMark } from '../../../../shared/reading/model/consolidated-mark.ts';

const [folder = '.'] = process.argv.slice(2);
const about = {
  title: 'Báo cáo tổng hợp',
  author: 'Văn phòng Sở',
  at: '2024-03-19T02:00:00Z',
  mark: writeMark({
    instance: 'STNMT',
    regime: 'dan-van-2024',
    run: 'dan-van-2024:Q1-2024:2024-03-19T09:00',
  }),
};
const sections = [decreeSection([...titleBlock('BÁO CÁO', ['Kết quả công tác dân vận quý I năm 2024'])])];
writeFileSync(join(folder, 'marked.docx'), await writeWord({ ...about, styles: decreeStyles, sections }));
const sheet = {
  name: 'Tổng hợp',
  widths: [40],
  rows: [{ cells: [{ value: 'Tổng hợp' }] }],
  landscape: false,
};
writeFileSync(join(folder, 'marked.xlsx'), await writeWorkbook({ ...about, sheets: [sheet] }));
