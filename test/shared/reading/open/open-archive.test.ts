import { describe, expect, it } from 'vitest';
import { openDocument } from '../../../../shared/reading/open/open-document.ts';
import { UnreadableFile } from '../../../../shared/reading/open/unreadable-file.ts';
import { buildDocument, p } from './docx/build-document.ts';
import { buildOdf } from './odf/build-odf.ts';
import { zipOf } from './zip/office-zip.ts';

const word = buildDocument({ body: p('Báo cáo') });
const csv = 'a;b\n1;2\n';

async function outcome(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  try {
    return (await openDocument(zipOf(files))).format;
  } catch (error) {
    if (error instanceof UnreadableFile) return `${error.code} ${error.seen ?? ''}`.trim();
    throw error;
  }
}

describe('an archive around a report', () => {
  it.each([
    ['docx', { 'Quy I/bao cao.docx': word }],
    ['ods', { 'bao cao.ods': buildOdf('spreadsheet', '') }],
    ['odt', { 'bao cao.odt': buildOdf('text', '') }],
    ['csv', { 'bao cao.csv': csv }],
    ['docx', { 'without an ending': word }],
    [
      'docx',
      {
        'bao cao.docx': word,
        '__MACOSX/._bao cao.docx': 'x',
        '.DS_Store': 'x',
        'anh.jpg': 'x',
        'b/Thumbs.db': 'x',
      },
    ],
  ])('is read as the %s in it', async (format, files) => {
    expect(await outcome(files)).toBe(format);
  });

  it('is no report where it holds two, none, or another archive', async () => {
    expect(await outcome({ 'a.docx': word, 'b.csv': csv })).toBe('ZIP_NOT_A_REPORT .zip: a.docx, b.csv');
    expect(await outcome({ 'a.jpg': 'x', 'b.jpg': 'x' })).toBe('PICTURE .zip: a.jpg, b.jpg');
    expect(await outcome({ 'a.docx': 'one line' })).toBe('PLAIN_TEXT .txt');
    expect(await outcome({ 'a.zip': zipOf({ 'a.docx': word }) })).toBe('ZIP_NOT_A_REPORT .zip: a.docx');
  });

  it('is refused for what its file is refused for', async () => {
    expect(await outcome({ 'quet.pdf': '%PDF-1.7\n' })).toBe('ZIP_DAMAGED PDF');
    expect(await outcome({ 'bao cao.docx': word.slice(0, word.length / 2) })).toBe('ZIP_DAMAGED');
  });

  it('is refused where its file is larger than any upload', async () => {
    expect(await outcome({ 'a.csv': new Uint8Array(51 * 1024 * 1024).fill(0x61) })).toBe('ZIP_TOO_LARGE');
  });
});
