import { describe, expect, it } from 'vitest';
import type { NeutralDocument } from '../../../../shared/reading/model/document.ts';
import { tcvn3Letters } from '../../../../shared/reading/open/legacy-fonts/tcvn3.ts';
import { readVni } from '../../../../shared/reading/open/legacy-fonts/vni.ts';
import { codes, findingOf, narrative, read, report, valueFor } from '../by-hand.ts';

const latin = Array.from({ length: 0x5f }, (_, n) => String.fromCharCode(0xa1 + n));
const written = [...'aeouyAEOUYôöÔÖ', ...latin];

/** Letter → what a font of the code has in its place. */
const tcvn3 = new Map([...tcvn3Letters].map(([stored, letter]) => [letter, stored]));
const vni = new Map(
  [...written, ...written.flatMap((letter) => latin.map((mark) => letter + mark))]
    .filter((stored) => !latin.includes(readVni(stored)) || readVni(stored) !== stored)
    .toReversed()
    .map((stored) => [readVni(stored).normalize('NFC'), stored]),
);

/** The report as somebody typed it in an old font, who then gave all of it the name of a new one. */
function typed(code: ReadonlyMap<string, string>, document: NeutralDocument = report()): NeutralDocument {
  const old = (text: string) =>
    Array.from(text, (letter) => code.get(letter) ?? code.get(letter.toLowerCase()) ?? letter).join('');
  return {
    ...document,
    blocks: document.blocks.map((block) =>
      block.kind === 'table'
        ? { ...block, cells: block.cells.map((cell) => ({ ...cell, text: old(cell.text) })) }
        : { ...block, text: old(block.text) },
    ),
  };
}

describe('text of before Unicode under the name of a new font', () => {
  it.each([
    ['TCVN3', tcvn3],
    ['VNI', vni],
  ])('of %s is read as what it was typed in, with a note', (name, code) => {
    const document = typed(code);
    expect(JSON.stringify(document)).not.toContain('Lũy kế');
    const reading = read(document);
    expect(codes(reading)).toEqual(['n:LEGACY_FONT']);
    expect(findingOf(reading, 'LEGACY_FONT').message.vi).toContain(name);
    expect(reading.values).toEqual(read(report()).values);
    expect(reading.narrative).toEqual(read(report()).narrative);
  });

  it('reads capitals behind which the font keeps small letters', () => {
    const document = typed(tcvn3, report({ D01: 'CHƯA CÓ' }));
    expect(valueFor(read(document), 'D01').value).toBe('CHƯA CÓ');
  });

  it('leaves letters of today alone: "có" does not become "cĩ"', () => {
    for (const D01 of ['Chưa có', 'Không có gì', 'Ông Lò Văn Sìn, bà Mùa Thị Xá']) {
      expect(valueFor(read(report({ D01 })), 'D01').value).toBe(D01);
    }
    const mixed = { ...typed(tcvn3), blocks: [...typed(tcvn3).blocks, ...report().blocks.slice(1)] };
    expect(JSON.stringify(read(mixed).narrative)).not.toMatch(/[¸µ¶·¹©®]/);
  });

  it('leaves what can be read either way where some of its table is of today', () => {
    const D01 = (document: NeutralDocument) => valueFor(read(document), 'D01').value;
    const old = typed(tcvn3, report({ D01: 'Cú' }));
    expect(JSON.stringify(old)).toContain('"Có"');
    expect(D01(old)).toBe('Cú');
    expect(D01({ ...old, blocks: [...old.blocks, narrative] })).toBe('Cú');
    const today = old.blocks.map((block) => {
      if (block.kind === 'paragraph') return block;
      return {
        ...block,
        cells: block.cells.map((cell) => (cell.text === 'Trong kú' ? { ...cell, text: 'Trong kỳ' } : cell)),
      };
    });
    expect(D01({ ...old, blocks: today })).toBe('Có');
  });

  it('is refused as before where few words speak for a code, not all of them do, or two codes could be meant', () => {
    const words = 'B¸o c¸o kÕt qu¶ c«ng t¸c d©n vËn quý n¨m ®¬n vÞ'.split(' ');
    const nonsense = 'qþt rýþ '.repeat(10);
    // "Thưa", "tư", "như", "như" of the one code are "thửa", "tử", "nhử" of the other.
    const either = 'Thöa tö nhö '.repeat(8);
    for (const D01 of [words.join(' '), `${nonsense} ${words.join(' ')} ${words.join(' ')}`, either]) {
      const said = codes(read(report({ D01 })));
      expect(said).toContain('e:DAMAGED_TEXT');
      expect(said).not.toContain('n:LEGACY_FONT');
    }
  });

  it('is not looked for in what is decided elsewhere: plain text, pdf files, hidden sheets', () => {
    for (const format of ['csv', 'pdf'] as const) {
      expect(codes(read({ ...typed(tcvn3), format }))).toContain('e:DAMAGED_TEXT');
    }
  });
});
