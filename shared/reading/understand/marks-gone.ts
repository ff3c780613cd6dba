/** Words without any mark: whether marks were lost with their letters, or typed and never put on. */
import type { Damage } from '../../vocabulary/finding.ts';
import { isPlainSyllable } from '../open/legacy-fonts/syllables.ts';

/** In what is no word: an address, a file's name, a code. */
const noWord = /[/=@_]|\.\p{L}/u;
const LETTER = /\p{L}/u;
const token = /[\p{L}\p{M}\d]+/gu;
/** "website, km, vb" and the like may stand in any text. */
const FEWEST = 4;
/** Letters that are lost before all others, and that are never typed as one key. */
const MARKED = /[ĩũạ-ỹ]/iu;
/** In a damaged text a name or a heading may have kept its marks. */
const MOST_MARKED = 2;
/** By themselves in a list they are abbreviations: "vp, tt, kt". */
const LISTED = /(?<=^|[,;:(])\s{0,3}[a-z]{2,9}\s{0,3}(?=$|[,;:).])/g;
/** What is left of a syllable without its vowels; abbreviations ("hnd", "pbt") seldom look like it. */
const VOWELS_LOST = /^(?:b|ch?|d|gh?|h|kh?|l|m|ngh?|nh?|ph?|qu?|r|s|th?|tr|v|x)?(?:ch?|m|ng|nh?|p|t)?$/;

/**
 * `lost`: "hn hp" for "hạn hẹp", many words without any vowel. `keystrokes`: "hanj hepj" or "ha5n he5p", as Telex and VNI are
 * typed where no program puts the marks on. Null where neither is so.
 */
export function damageOfMarks(text: string): Damage | null {
  const all = wordsOf(text);
  if (all.length < FEWEST) return null;
  if (all.filter((word) => MARKED.test(word)).length > MOST_MARKED) return null;
  const words = all.filter((word) => /^[A-Za-z][a-z\d]+$/.test(word) && /[a-z]/.test(word));
  const many = (found: readonly string[], share: number) =>
    new Set(found).size >= FEWEST && found.length >= all.length * share;
  const unlisted = wordsOf(text.replace(LISTED, ' '));
  const lost = unlisted.filter((word) => /^[a-z]{2,}$/.test(word) && VOWELS_LOST.test(word));
  if (many(lost, 1 / 5)) return 'lost';
  const telex = words.filter(isTelex);
  // "this", "for" and "his" end as Telex does; no language here has many words that end in j, x and f.
  if (many(telex, 1 / 3) && new Set(telex.filter((word) => /[jxf]$/.test(word))).size > 1)
    return 'keystrokes';
  const vni = words.filter(isVni);
  // "Thon1, thon2" are numbered; marks of letters stand before those of tones, or within the word.
  const marked = vni.some((word) => /\d[a-z]|[6-9][1-5]$/.test(word));
  return marked && new Set(vni.map(baseOfVni)).size >= FEWEST && many(vni, 1 / 3) ? 'keystrokes' : null;
}

function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  for (const chunk of text.normalize('NFC').split(/\s+/)) {
    if (noWord.test(chunk)) continue;
    for (const word of chunk.match(token) ?? []) if (LETTER.test(word)) words.push(word);
  }
  return words;
}

function isTelex(word: string): boolean {
  const small = word.toLowerCase();
  if (small === 'of' || small === 'if') return false;
  const base = small
    .replace(/[sfrxj]$/, '')
    .replace(/aa|ee|oo|dd/g, ([letter = '']) => letter)
    .replace(/([aou])w/g, '$1');
  return base !== small && isPlainSyllable(base);
}

function isVni(word: string): boolean {
  const base = baseOfVni(word);
  return base.length > 1 && base.length < word.length && /[a-z][1-9]/.test(word) && isPlainSyllable(base);
}

function baseOfVni(word: string): string {
  return word.toLowerCase().replace(/\d/g, '');
}
