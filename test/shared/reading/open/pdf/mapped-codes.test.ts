import { describe, expect, it } from 'vitest';
import { MappedCodes } from '../../../../../shared/reading/open/pdf/mapped-codes.ts';

const read = (codes: MappedCodes, text: string, first = true) =>
  codes.read(new TextEncoder().encode(text), first);
const ranges = (inner: string, kind = 'bf') => `1 begin${kind}range\n${inner}\nend${kind}range\n`;
const full = '<0000> <ffff> <0020>\n';

describe('codes that maps of fonts name in ranges', () => {
  it('may be all that sixty fonts can map', () => {
    const codes = new MappedCodes();
    for (let font = 0; font < 60; font += 1) read(codes, ranges(full));
  });

  it.each([
    ['in one range', ranges('<00000000> <ffffffff> <0020>')],
    ['in many', ranges(full.repeat(62))],
    ['in many parts', ranges(full).repeat(62)],
    ['that lead to glyphs', ranges('<0000> <ffff> 0\n'.repeat(62), 'cid')],
    ['that lead to lists', ranges('<000000><ffffff>[<0020> <0021>]')],
    ['behind lists', ranges(`<00> <01> [<0020> <0021>] <000000> <ffffff> 0`)],
    ['with spaces within', ranges('<00 00 00>\n<ff FF ff> 0')],
    ['with remarks between', ranges('<0000> %x\n<ffffff> %<00>\n<0020>')],
  ])('are too many beyond that, %s', (_, text) => {
    expect(() => read(new MappedCodes(), text)).toThrow('more than 4000000 codes in ranges');
  });

  it('are too many where they are written as nobody writes them', () => {
    expect(() => read(new MappedCodes(), ranges('(a) (\\377\\377\\377) <0020>'))).toThrow('codes written as');
  });

  it('are counted wherever a stream is cut into pieces, and once', () => {
    const text = `${ranges(full)}${ranges('<000000> <1fffff> <0020>\n<000000> <1fffff> <0020>')}`;
    for (let cut = 1; cut < text.length; cut += 1) {
      const codes = new MappedCodes();
      expect(() => {
        read(codes, text.slice(0, cut));
        read(codes, text.slice(cut), false);
      }).toThrow('codes in ranges');
      const fewer = new MappedCodes();
      const half = ranges(full.repeat(50));
      read(fewer, half.slice(0, cut));
      read(fewer, half.slice(cut), false);
    }
  });

  it('are no matter of codes that are mapped one by one, of lists and of other texts', () => {
    const letters = '<0003> <1ea5>\n<0004> <ffff>\n'.repeat(5000);
    read(new MappedCodes(), `5000 beginbfchar\n${letters}endbfchar`);
    read(new MappedCodes(), ranges(`<0000> <00ff> [${'<0041> <1ea5> '.repeat(5000)}]`));
    read(new MappedCodes(), '<00000000> <ffffffff> Tj');
    read(new MappedCodes(), ranges('<ffffffff> <00000000> 0'));
  });
});
