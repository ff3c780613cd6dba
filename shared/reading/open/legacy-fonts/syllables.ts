/** Whether a word is built as a Vietnamese syllable is; "báo" is, "bỏo" and "ch­a" are not. */

// Before e, ê and i the sound of c is written k, that of g gh, that of ng ngh: "có" is a word, "cĩ" is none.
const onset =
  '(?:b|ch|c(?![eêiy])|d|đ|gh(?=[eêi])|gi|g(?![eê])|h|kh|k|l|m|ngh(?=[eêi])|ng(?![eêi])|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?';

const rimes = [
  'a(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?',
  'ă(?:c|m|n|ng|p|t)',
  'â(?:c|m|n|ng|p|t|u|y)',
  'e(?:c|m|n|ng|o|p|t)?',
  'ê(?:ch|m|n|nh|p|t|u)?',
  'i(?:a|ch|m|n|nh|p|t|u)?',
  'iê(?:c|m|n|ng|p|t|u)',
  'o(?:c|i|m|n|ng|p|t)?',
  'oo(?:c|ng)',
  'oa(?:c|ch|i|m|n|ng|nh|o|p|t|y)?',
  'oă(?:c|m|n|ng|t)',
  'oe(?:n|o|t)?',
  'ô(?:c|i|m|n|ng|p|t)?',
  'ơ(?:i|m|n|p|t)?',
  'u(?:a|c|i|m|n|ng|p|t|y|ơ)?',
  'uâ(?:n|ng|t|y)',
  'uê(?:ch|nh)?',
  'uô(?:c|i|m|n|ng|t)',
  'uy(?:a|ch|nh|t|p|u)',
  'uyê(?:n|t)',
  'ư(?:a|c|i|m|n|ng|t|u)?',
  'ươ(?:c|i|m|n|ng|p|t|u)',
  'y',
  'yê(?:m|n|t|u)',
];
const syllable = new RegExp(`^${onset}(?:${rimes.join('|')})$`);

const plain = new RegExp(syllable.source.normalize('NFD').replace(/\p{M}/gu, '').replace('đ', 'd'));

/** What ends in a stop has a rising tone, a heavy one, or (where people leave it out) none. */
const stopped = /(?:c|ch|p|t)$/;
const otherTones = /[\u0300\u0303\u0309]/;

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Whether a word is spelt as a Vietnamese syllable can be: at most one tone mark, and one that its ending allows. */
export function isSyllable(word: string): boolean {
  const decomposed = word.toLowerCase().normalize('NFD');
  if ((decomposed.match(tones)?.length ?? 0) > 1) return false;
  if (stopped.test(decomposed) && otherTones.test(decomposed)) return false;
  return syllable.test(decomposed.replace(tones, '').normalize('NFC'));
}

/** Whether a word without marks is one of these without its own: "duong" of "đường". */
export function isPlainSyllable(word: string): boolean {
  return plain.test(word.toLowerCase());
}
