import { describe, expect, it } from 'vitest';
import type { Paragraph } from '../../../../../shared/reading/model/document.ts';
import { bullet, numeral } from '../../../../../shared/reading/open/docx/numerals.ts';
import { openDocument } from '../../../../../shared/reading/open/open-document.ts';
import { buildDocument, type DocumentParts, p, r } from './build-document.ts';

async function paragraphs(body: string, parts: Omit<DocumentParts, 'body'> = {}): Promise<Paragraph[]> {
  const { blocks } = await openDocument(buildDocument({ body, ...parts }));
  return blocks.filter((block) => block.kind === 'paragraph');
}

const level = (depth: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const list = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const num = (id: number, of: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const item = (numId: number, depth: number) =>
  p('x', `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${numId}"/></w:numPr>`);

describe('the label of a paragraph', () => {
  const labels = async (body: string, parts: Omit<DocumentParts, 'body'>) =>
    (await paragraphs(body, parts)).map(({ label }) => label);

  it('is computed over all levels, and starts again under each higher number', async () => {
    const numbering =
      list(
        0,
        level(0, 'upperRoman', '%1.'),
        level(1, 'decimal', '%2.'),
        level(2, 'decimal', '%2.%3.'),
        level(3, 'lowerLetter', '%4)'),
        level(4, 'bullet', '-'),
      ) + num(1, 0);
    const body = [0, 1, 2, 2, 3, 3, 4, 1, 2, 0, 1].map((depth) => item(1, depth)).join('');
    expect(await labels(body, { numbering })).toEqual([
      'I.',
      '1.',
      '1.1.',
      '1.2.',
      'a)',
      'b)',
      '-',
      '2.',
      '2.1.',
      'II.',
      '1.',
    ]);
  });

  it('goes on in another list of the same kind, unless that one starts anew', async () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
    const numbering = list(0, level(0, 'decimal', '%1.')) + num(1, 0) + num(2, 0) + num(3, 0, restart);
    const body = [1, 1, 2, 3, 3, 1].map((id) => item(id, 0)).join('');
    expect(await labels(body, { numbering })).toEqual(['1.', '2.', '3.', '5.', '6.', '7.']);
  });

  it('shows higher levels that were passed over, Roman ones in digits where the level is legal', async () => {
    const numbering =
      list(0, level(0, 'upperRoman', 'Chương %1'), level(1, 'decimal', '%1.%2', '<w:isLgl/>')) + num(1, 0);
    expect(await labels(item(1, 1) + item(1, 0) + item(1, 1), { numbering })).toEqual([
      '1.1',
      'Chương II',
      '2.1',
    ]);
  });

  it('comes from the style, too, and number 0 takes it away', async () => {
    const numbering = list(0, level(0, 'decimal', 'Điều %1.', '<w:pStyle w:val="Dieu"/>')) + num(7, 0);
    const styles =
      '<w:style w:type="paragraph" w:styleId="Dieu"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Dieu"/></w:style>';
    const body =
      p('a', '<w:pStyle w:val="Dieu"/>') +
      p('b', '<w:pStyle w:val="Dieu"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
      p('c', '<w:pStyle w:val="Con"/>');
    expect(await labels(body, { numbering, styles })).toEqual(['Điều 1.', undefined, 'Điều 2.']);
  });

  it('is absent for a list that does not exist', async () => {
    expect(await labels(item(9, 0), { numbering: '' })).toEqual([undefined]);
    expect(await labels(item(9, 0), {})).toEqual([undefined]);
  });
});

describe('a list number', () => {
  it('reads as Word shows it', () => {
    expect([1, 4, 9, 14, 40, 1999].map((value) => numeral(value, 'upperRoman'))).toEqual([
      'I',
      'IV',
      'IX',
      'XIV',
      'XL',
      'MCMXCIX',
    ]);
    expect([1, 26, 27, 53].map((value) => numeral(value, 'lowerLetter'))).toEqual(['a', 'z', 'aa', 'aaa']);
    expect(numeral(7, 'decimalZero')).toBe('07');
    expect(numeral(0, 'upperRoman')).toBe('0');
    expect(numeral(3, 'ideographDigital')).toBe('3');
  });

  it('is a plain dash or dot where the bullet is drawn by a picture font', () => {
    expect(bullet('\uf0b7', 'Symbol')).toBe('•');
    expect(bullet('§', 'Wingdings')).toBe('•');
    expect(bullet('-', 'Symbol')).toBe('-');
    expect(bullet('–', 'Times New Roman')).toBe('-');
    expect(bullet('+', 'Times New Roman')).toBe('+');
  });
});

describe('the level of a paragraph', () => {
  it('comes from its own outline level, its style, or the built-in name of a style below it', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="u2"><w:name w:val="heading 2"/></w:style><w:style w:type="paragraph" w:styleId="Muc"><w:basedOn w:val="u2"/></w:style><w:style w:type="paragraph" w:styleId="Phu"><w:basedOn w:val="Phu"/><w:pPr><w:outlineLvl w:val="4"/></w:pPr></w:style>';
    const styled = (style: string, more = '') => p(style, `<w:pStyle w:val="${style}"/>${more}`);
    const body =
      styled('u2') +
      styled('Muc') +
      styled('Phu') +
      styled('Muc', '<w:outlineLvl w:val="9"/>') +
      p('x', '<w:outlineLvl w:val="0"/>') +
      p('y');
    expect((await paragraphs(body, { styles })).map((one) => one.level)).toEqual([
      2,
      2,
      5,
      undefined,
      1,
      undefined,
    ]);
  });
});

describe('a bold paragraph', () => {
  it('is bold in all of its visible text, by its runs or its styles', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Dam"><w:rPr><w:b/></w:rPr></w:style><w:style w:type="character" w:styleId="Manh"><w:rPr><w:b/></w:rPr></w:style>';
    const bold = '<w:b/>';
    const body =
      p('a', '', bold) +
      `<w:p>${r('b', bold)}${r('  ')}${r('c', bold)}</w:p>` +
      `<w:p>${r('d', bold)}${r('e')}</w:p>` +
      p('f', '<w:pStyle w:val="Dam"/>') +
      p('g', '<w:pStyle w:val="Dam"/>', '<w:b w:val="0"/>') +
      p('h', '', '<w:rStyle w:val="Manh"/>') +
      p('i', '<w:pStyle w:val="Dam"/>', '<w:rStyle w:val="Manh"/>');
    const marks = (await paragraphs(body, { styles })).map((one) => one.bold ?? false);
    expect(marks).toEqual([true, true, false, true, false, true, false]);
  });
});
