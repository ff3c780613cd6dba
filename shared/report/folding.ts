/** Folding: the form in which words are compared, whatever their marks, case, punctuation and spelling habits. */

/**
 * `"Luỹ kế từ đầu năm:"` → `"luy ke tu dau nam"`. Marks, đ, case, punctuation and runs of space fall away;
 * "tỉ lệ" folds as "tỷ lệ", "kì" as "kỳ", "quí" as "quý". `%` stays, as a word of its own.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đð]/g, 'd')
    .replace(/%/g, ' % ')
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()
    .replace(/\bti le\b/g, 'ty le')
    .replace(/\b(k|qu)i\b/g, '$1y');
}

/** The folded words of a text; none for a text without letters and digits. */
export function wordsOf(text: string): readonly string[] {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
}

/** Whether `phrase` (folded) stands in `folded` as whole words. */
export function hasPhrase(folded: string, phrase: string): boolean {
  return ` ${folded} `.includes(` ${phrase} `);
}

/** Whether `words` begin with all of `start`. */
export function startsWithWords(words: readonly string[], start: readonly string[]): boolean {
  return start.length <= words.length && start.every((word, at) => word === words[at]);
}
