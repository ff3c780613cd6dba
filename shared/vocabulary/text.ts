/** Text in the languages of this system. Vietnamese is written first everywhere. Free of zod: the page's first view uses it. */

/** In the order in which they are written below each other. */
export const languages = ['vi', 'en'] as const;

/** A mail is written in the first of them; below it stands the same, shorter, in the second. */
export const [first, second] = languages;

export type Language = (typeof languages)[number];

/** A sentence in every language; `{name}` marks what is filled in. */
export type Text = Readonly<Record<Language, string>>;

/** What stands in the `{name}` places of a sentence. */
export type Blanks = Readonly<Record<string, string | number>>;

/** The BCP 47 locale by which numbers and dates are written in a language. */
export const localeOf = { vi: 'vi-VN', en: 'en-GB' } as const satisfies Record<Language, string>;

/**
 * The text in one language, its `{name}` places filled from `blanks`. Without `blanks` it is the sentence as it stands.
 * @throws RangeError where a place has no value
 */
export function say(text: Text, language: Language, blanks?: Blanks): string {
  const sentence = text[language];
  return blanks === undefined ? sentence : fill(sentence, blanks);
}

/** The text in every language, made of one that has other words in each. */
export function inEach(write: (language: Language) => string): Text {
  return { vi: write('vi'), en: write('en') };
}

/**
 * The text with its `{name}` places filled in every language; a blank that is a text comes in the language of its sentence.
 * @throws RangeError where a place has no value
 */
export function fillEach(text: Text, blanks: Readonly<Record<string, string | number | Text>>): Text {
  return inEach((language) => {
    const said = Object.entries(blanks).map(([name, value]) => [
      name,
      typeof value === 'object' ? value[language] : value,
    ]);
    return fill(text[language], Object.fromEntries(said));
  });
}

/** One text of several: in each language their sentences in order, with `between` between two of them. */
export function joinEach(texts: readonly Text[], between = ''): Text {
  return inEach((language) => texts.map((text) => text[language]).join(between));
}

/**
 * Puts `blanks` into the `{name}` places of a sentence.
 * @param missing what stands where a place has no value; without it such a place is an error
 * @throws RangeError where a place has no value
 */
export function fill(sentence: string, blanks: Blanks, missing = noValue(sentence)): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(blanks[name] ?? missing(name)));
}

function noValue(sentence: string): (name: string) => string {
  return (name) => {
    throw new RangeError(`no value for {${name}} in "${sentence}"`);
  };
}
