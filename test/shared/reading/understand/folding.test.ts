import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asSeen } from '../../../../shared/reading/understand/confusables.ts';
import { fold } from '../../../../shared/reading/understand/folding.ts';
import { anyText } from '../../../properties/any-text.ts';
import { runs } from '../../../properties/runs.ts';

/** What folding means, in the order of its steps. */
function byTheBook(text: string): string {
  return text
    .replace(/(?<=(?:^|[^\p{L}])[kcdm]?m)[²³]/giu, (power) => (power === '²' ? '2' : '3'))
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ]+/gu, '')
    .normalize('NFKD')
    .replace(/[\p{DI}\p{Cf}]/gu, '')
    .replace(/./gsu, asSeen)
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đð]/g, 'd')
    .replace(/%/g, ' % ')
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()
    .replace(/\bti le\b/g, 'ty le')
    .replace(/\b(k|qu)i\b/g, '$1y');
}

describe('fold', () => {
  it('forgets marks, case, punctuation and habits of spelling', () => {
    expect(fold(' Luỹ kế từ ĐẦU năm (%):')).toBe('luy ke tu dau nam %');
    expect(fold('Tỉ lệ kì trước, quí I/2024')).toBe('ty le ky truoc quy i 2024');
    expect(fold('Trong kỳ¹, diện tích km², H₂O')).toBe('trong ky dien tich km2 ho');
    expect(fold('hoà'.normalize('NFD'))).toBe(fold('hòa'));
  });

  it('goes by what is seen, whatever alphabet the letters are of', () => {
    const seen = 'Tăng cường công tác dân vận';
    const tricks = [
      'Tăng c\u200bường công t\u2060ác d\u00adân v\ufeffận',
      'Tăng cườпg сông tác dân vận',
      'Ƭăng ᴄường cônɡ ṭác dân νận'.replace('ṭ', 't'),
      'Ｔăng cường công tác 𝐝ân vận',
      'Ta\u0306ng cu\u031b\u034f\u031bờng co\u0302\u0336ng tác dân vận',
      'Тăпg сường соng tác dâп vận',
    ];
    for (const trick of tricks) expect(fold(trick)).toBe(fold(seen));
    expect(fold('báo cáo… số 5')).toBe('bao cao so 5');
  });

  it('does so for every character and any text as by the book', () => {
    const other: string[] = [];
    for (let code = 0; code < 0x2100; code++) {
      const character = String.fromCharCode(code);
      for (const text of [character, `a${character}B ${character}`]) {
        if (fold(text) !== byTheBook(text)) other.push(text);
      }
    }
    expect(other).toEqual([]);
    const letters = [
      ...'abcdeikoqtuyđĐăâêôơưàảãáạẤỆỖỢỰ %.,()09–'.normalize('NFC'),
      '\u0301',
      '\u0309',
      '\u0323',
    ];
    const vietnamese = fc.array(fc.constantFrom(...letters), { maxLength: 60 }).map((list) => list.join(''));
    fc.assert(
      fc.property(fc.oneof(vietnamese, anyText(40)), (text) => {
        expect(fold(text)).toBe(byTheBook(text));
      }),
      { numRuns: runs(2000) },
    );
  });

  it('is the same of a text of any length', () => {
    const long = 'Đơn vị tính: 98,5% '.repeat(500);
    expect(fold(long)).toBe(byTheBook(long));
  });
});
