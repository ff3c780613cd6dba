import { describe, expect, it } from 'vitest';
import { visible } from '../../../shared/mail/layout/visible-text.ts';
import { neutralised, printable } from '../../../shared/vocabulary/visible-text.ts';

describe('text from a stranger’s file, in documents and in mails', () => {
  it.each<[string, string]>([
    ['private letters', '\ue0f2\uf0b7\u{f0001}\u{10fffd}'],
    [
      'overrides, embeddings and isolates of direction',
      '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069',
    ],
    ['marks of direction', '\u200e\u200f\u061c'],
    ['letters of no width', '\u200b\u200c\u200d\u2060\ufeff\u180e\u034f\u3164\u115f'],
    ['soft hyphens, selectors and tags', '\u00ad\ufe0f\u{e0041}'],
    ['control letters', '\u0000\u0007\u001b\u0085\u009f'],
    ['what is no character', '\ufffe\uffff\ufdd0\u{1ffff}'],
  ])('is without %s', (_, letters) => {
    const strange = `Tăng${letters}cường`;
    expect(printable(strange)).toBe('Tăngcường');
    expect(visible(strange)).toBe('Tăngcường');
    expect(neutralised(`${letters}=1+1`)).toBe("'=1+1");
  });

  it('keeps what Vietnamese needs: marks that stand apart are joined, everything else stays', () => {
    const text = 'Nguyễn Thị Ưởng – “Dân vận khéo” (98,5%): 5 m², 1 °C; ký: ☑ 𝒜';
    expect(printable(text.normalize('NFD'))).toBe(text.normalize('NFC'));
    expect(printable('a\tb\nc')).toBe('a\tb\nc');
  });

  it('has no half of a pair, also where a cell is full', () => {
    expect(printable('a\ud800b')).toBe('a\ufffdb');
    const full = neutralised(`${'x'.repeat(32_765)}𝒜${'x'.repeat(9)}`);
    expect(full.isWellFormed()).toBe(true);
    expect(full.length).toBeLessThanOrEqual(32_767);
  });

  it('has line feeds for separators of lines', () => {
    expect(printable('một\u2028hai\u2029ba')).toBe('một\nhai\nba');
  });
});
