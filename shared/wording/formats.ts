/** How people are told which formats are read. */
import { type Format, formatNames } from '../vocabulary/formats.ts';
import { inEach, type Text } from '../vocabulary/text.ts';

/** What a file of a format must have besides, so that it can be read. */
const conditions: Partial<Record<Format, Text>> = { pdf: { vi: 'có chữ', en: 'with text' } };

const and: Text = { vi: 'và', en: 'and' };

/** `.xlsx, .docx and .pdf with text`: every format that is read, those with a condition last. */
export const readFormats: Text = inEach((language) => {
  const [free, bound] = [true, false].map((isFree) =>
    formatNames
      .filter((name) => (conditions[name] === undefined) === isFree)
      .map((name) => [`.${name}`, conditions[name]?.[language]].filter(Boolean).join(' '))
      .join(', '),
  );
  return [free, bound].filter(Boolean).join(` ${and[language]} `);
});
