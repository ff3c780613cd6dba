/** Digits that the table of letters of a pdf's font calls otherwise than they are drawn. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { otherDigit } from '../../../../../shared/reading/open/pdf/digit-shapes.ts';
import { MisnamedDigits } from '../../../../../shared/reading/open/pdf/misnamed-digits.ts';
import { readPdf } from '../../../../../shared/reading/open/pdf/read-pdf.ts';

const form = readFileSync(join(import.meta.dirname, '../../../../corpus/doubts/form, fpdf2.pdf'), 'latin1');

/** A form whose font has its letters in the file, and its table of them as it is written there, changed. */
async function read(change: (table: string) => string) {
  const { blocks } = await readPdf(
    Buffer.from(form.replace(/(?<=> )<00[0-9A-F]{2}>(?=\n)/g, change), 'latin1'),
  );
  const cells = blocks.flatMap((block) => (block.kind === 'table' ? block.cells : []));
  const paragraphs = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
  return { cells, paragraphs };
}

const swapped = (one: string, other: string) => (code: string) => {
  const letter = String.fromCharCode(Number.parseInt(code.slice(1, -1), 16));
  const named = letter === one ? other : letter === other ? one : letter;
  return `<${named.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`;
};

describe('digits of a font that calls one of them otherwise than it is drawn', () => {
  it('are none as the file stands', async () => {
    const { cells } = await read((code) => code);
    expect(cells.filter(({ doubt }) => doubt)).toEqual([]);
  });

  it.each([
    ['1', '7'],
    ['2', '5'],
    ['0', '4'],
    ['6', '9'],
  ])('are all in doubt: %s for %s', async (one, other) => {
    const { cells } = await read(swapped(one, other));
    const figures = cells.filter(({ text }) => /^\d+$/.test(text));
    expect(figures.length).toBeGreaterThan(10);
    expect(new Set(figures.map(({ doubt }) => doubt?.why))).toEqual(new Set(['shape']));
  });

  it('are none that is known outside of tables', async () => {
    const { paragraphs } = await read(swapped('1', '7'));
    expect(paragraphs.join(' ')).toContain('\ufffd');
    expect(paragraphs.join(' ')).not.toMatch(/[17]/);
  });

  it.each([
    ['a point', '002E'],
    ['nothing', '200B'],
  ])('are not passed over where the file calls one %s', async (_, code) => {
    const { cells } = await read((own) => (own === '<0032>' ? `<${code}>` : own));
    const figure = cells.find(({ row, column }) => row === 5 && column === 5);
    expect(figure).toMatchObject({ text: '1\ufffd0', doubt: { why: 'shape' } });
  });
});

it.each([
  ['7', '1'],
  ['1', null],
  ['O', null],
  ['12', '1'],
  ['.', '1'],
  ['\u200b', '1'],
])('a font that is not in the file draws 1 by its code: "%s" is %s', (unicode, seen) => {
  const digits = new MisnamedDigits(new Map([['F1', { missingFile: true }]]));
  expect(digits.ask('F1', { unicode, fontChar: '1' }, 1)).toBe(seen);
});

it('one letter that is called by several digits is none of them', () => {
  const digits = new MisnamedDigits(new Map([['F1', { missingFile: true }]]));
  expect(digits.ask('F1', { unicode: '200000', fontChar: '…' }, 1)).toBe('\ufffd');
});

describe('a font that is not in the file', () => {
  const reportIn = (font: string, codes: string) => `%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >> endobj
4 0 obj << /Length ${codes.length + 40} >> stream
BT /F1 12 Tf 100 700 Td ${codes} Tj ET
endstream endobj
5 0 obj ${font} endobj
6 0 obj << /Length 400 >> stream
/CIDInit /ProcSet findresource begin begincmap
1 begincodespacerange <0000> <ffff> endcodespacerange
2 beginbfchar <0030> <0037> <0031> <0032> endbfchar
endcmap end
endstream endobj
7 0 obj << /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+TimesNewRomanPSMT /DW 500 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >> endobj
trailer << /Root 1 0 R >>`;
  const composite =
    '<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+TimesNewRomanPSMT /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 6 0 R >>';
  const simple = (more: string) =>
    `<< /Type /Font /Subtype /TrueType /BaseFont /TimesNewRomanPSMT /FirstChar 48 /LastChar 49 /Widths [500 500] ${more} >>`;
  const renamed = '<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [48 /seven /two] >>';

  it.each([
    ['is believed where its codes are places in it', composite, '<00300031>', '72'],
    [
      'draws what its encoding says of its codes',
      simple(`/Encoding ${renamed} /ToUnicode 6 0 R`),
      '(01)',
      '72',
    ],
    [
      'is not believed where its codes are other digits',
      simple('/Encoding /WinAnsiEncoding /ToUnicode 8 0 R'),
      '(01)',
      '\ufffd\ufffd',
    ],
  ])('%s', async (_, font, codes, text) => {
    const byBytes =
      '8 0 obj << /Length 130 >> stream\nbegincmap\n1 begincodespacerange <00> <ff> endcodespacerange\n2 beginbfchar <30> <0037> <31> <0032> endbfchar\nendcmap\nendstream endobj\ntrailer';
    const file = reportIn(font, codes).replace('trailer', byBytes);
    const { blocks } = await readPdf(Buffer.from(file, 'latin1'));
    expect(blocks).toMatchObject([{ text }]);
  });
});

it('an outline of any number of curves is looked at', () => {
  const curve = [3, 0.5, 0.7, 0.5, 0];
  const outline = [0, 0, 0, ...Array.from({ length: 40_000 }, () => curve).flat(), 4];
  expect(otherDigit(outline, '1')).toBeNull();
});

it.each([
  [[0.113, 0, 0.235, 0.613, 0.078, 0.613, 0.095, 0.7, 0.352, 0.7, 0.212, 0]],
  [[0.12, 0.653, 0.267, 0.653, 0.186, 0, 0.137, 0, 0.211, 0.606, 0.114, 0.606]],
])('a 1 that is slanted and has no foot is no 7, and is seen where it is called one', (corners) => {
  const lines = corners.flatMap((value, at) => (at % 2 === 0 ? [at === 0 ? 0 : 1, value] : [value]));
  expect(otherDigit([...lines, 4], '1')).toBeNull();
  expect(otherDigit([...lines, 4], '7')).toBe('1');
});
