/**
 * VNI as the fonts VNI-Times, VNI-Helve … use it: a mark is a character of its own behind its letter ("Vieät Nam"),
 * and some letters have one character ("Ñoäc laäp").
 */
const [grave, acute, tilde, hook, dot] = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const [circumflex, breve] = ['\u0302', '\u0306'];

const single: Readonly<Record<string, string>> = {
  ñ: 'đ',
  ô: 'ơ',
  ö: 'ư',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
  Ñ: 'Đ',
  Ô: 'Ơ',
  Ö: 'Ư',
  Í: 'Í',
  Ì: 'Ì',
  Æ: 'Ỉ',
  Ó: 'Ĩ',
  Ò: 'Ị',
  Î: 'Ỵ',
};

/** Which letters a mark may stand behind, as VNI stores them, and what it adds to them. */
const marks: readonly { readonly behind: string; readonly adds: Readonly<Record<string, string>> }[] = [
  { behind: 'aeouyôö', adds: { ù: acute, ø: grave, û: hook, õ: tilde, ï: dot } },
  {
    behind: 'aeo',
    adds: {
      â: circumflex,
      á: circumflex + acute,
      à: circumflex + grave,
      å: circumflex + hook,
      ã: circumflex + tilde,
      ä: circumflex + dot,
    },
  },
  {
    behind: 'a',
    adds: {
      ê: breve,
      é: breve + acute,
      è: breve + grave,
      ú: breve + hook,
      ü: breve + tilde,
      ë: breve + dot,
    },
  },
];

const added = new Map<string, string>(
  marks.flatMap(({ behind, adds }) =>
    Object.entries(adds).flatMap(([mark, adding]) =>
      Array.from(behind).flatMap((letter): [string, string][] => {
        const upper = letter.toUpperCase();
        const [seen, seenUpper] = [single[letter] ?? letter, single[upper] ?? upper];
        return [
          [letter + mark, (seen + adding).normalize('NFC')],
          [upper + mark.toUpperCase(), (seenUpper + adding).normalize('NFC')],
          // Whoever holds no shift key for the mark still means the capital.
          [upper + mark, (seenUpper + adding).normalize('NFC')],
        ];
      }),
    ),
  ),
);

/** The text as the font shows it; characters that are no letters of the code stay. */
export function readVni(text: string): string {
  const characters = Array.from(text);
  let read = '';
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? '';
    const both = added.get(character + (characters[at + 1] ?? ''));
    read += both ?? single[character] ?? character;
    if (both !== undefined) at += 1;
  }
  return read;
}

/** Whether VNI has a use for the character beyond ASCII: as a letter or as a mark. */
export function isOfVni(character: string): boolean {
  const lower = character.toLowerCase();
  return character in single || marks.some(({ adds }) => lower in adds);
}
