import { describe, expect, it } from 'vitest';
import { MappedCodes } from '../../../../shared/report/pdf/mapped-codes.ts';

const take = (codes: MappedCodes, text: string, first = true) =>
  codes.read(new TextEncoder().encode(text), first);
const full = '<0000> <ffff> <0020>\n';

describe('codes that maps of fonts name', () => {
  it('may be all that sixty fonts can map', () => {
    const codes = new MappedCodes();
    for (let font = 0; font < 60; font += 1) take(codes, full);
  });

  it.each([
    ['in one range', '<00000000> <ffffffff> <0020>'],
    ['in many', full.repeat(70)],
    ['without spaces', '<000000><ffffff>[<0020>]'],
    ['with spaces within', '<00 00 00>\n<ff FF ff> 0'],
  ])('are too many beyond that, %s', (_, text) => {
    expect(() => take(new MappedCodes(), text)).toThrow('more than 4000000 codes in ranges');
  });

  it('are counted where a range runs from one piece to the next, and once', () => {
    const codes = new MappedCodes();
    take(codes, '<000000> <ff');
    expect(() => take(codes, 'ffff> 0', false)).toThrow('codes in ranges');
    const once = new MappedCodes();
    take(once, full.repeat(40));
    for (let piece = 0; piece < 40; piece += 1) take(once, ' ', false);
  });

  it('are no matter of two texts in brackets, nor of ranges that run backwards', () => {
    take(new MappedCodes(), '<00000000> <ffffffff> Tj');
    take(new MappedCodes(), '<ffffffff> <00000000> 0');
  });
});
