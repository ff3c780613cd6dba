const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
/** Where Word itself gives up on these alphabets; beyond, plain digits are honest. */
const LAST_ROMAN = 32_767;
const LAST_LETTER = 780;

/** A list number in one of Word's formats (`numFmt`); formats of other scripts are shown in digits. */
export function numeral(value: number, format: string): string {
  switch (format) {
    case 'none':
      return '';
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperLetter':
      return letters(value).toUpperCase();
    case 'lowerLetter':
      return letters(value);
    default:
      return String(value);
  }
}

function roman(value: number): string {
  if (value < 1 || value > LAST_ROMAN) return String(value);
  let text = '';
  let rest = value;
  for (const [worth, sign] of ROMAN) {
    text += sign.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return text;
}

/** a … z, aa, bb … zz, aaa: the letter is repeated, unlike the columns of a sheet. */
function letters(value: number): string {
  if (value < 1 || value > LAST_LETTER) return String(value);
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

/**
 * A bullet as plain text. Bullets are often letters or private code points of a picture font, which would read as
 * nonsense anywhere else.
 */
export function bullet(text: string, font: string): string {
  const sign = text.trim();
  if (/^[-–—]/u.test(sign) || sign === '\uf02d') return '-';
  if (/^[\ue000-\uf8ff]/u.test(sign) || /symbol|wingdings|webdings/i.test(font)) return '•';
  return sign;
}
