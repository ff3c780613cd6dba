/** Words without any mark: whether marks were lost with their letters, or typed and never put on. */
import type { Damage } from '../../vocabulary/finding.ts';
import { isPlainSyllable } from '../open/legacy-fonts/syllables.ts';

/** In what is no word: an address, a file's name, a code. */
const noWord = /[/=@_]|\.\p{L}/u;
const token = /[\p{L}\p{M}\d]+/gu;
/** "website, km, vb" and the like may stand in any text. */
const FEWEST = 4;

/**
 * `lost`: "hn hp" for "hạn hẹp", many words without any vowel. `keystrokes`: "hanj hepj" or "ha5n he5p", as Telex and VNI are
 * typed where no program puts the marks on. Null where neither is so.
 */
export function damageOfMarks(text: string): Damage | null {
  const words = text
    .split(/\s+/)
    .flatMap((chunk) => (noWord.test(chunk) ? [] : (chunk.match(token) ?? [])))
    .filter((word) => /^[A-Za-z][a-z\d]+$/.test(word) && /[a-z]/.test(word));
  const many = (count: number, share: number) => count >= FEWEST && count >= words.length * share;
  if (many(words.filter((word) => /^[a-z]+$/.test(word) && !/[aeiouy]/.test(word)).length, 1 / 5))
    return 'lost';
  const telex = words.filter(isTelex);
  // "this", "for" and "his" end as Telex does; no language here has many words that end in j, x and f.
  if (many(telex.length, 1 / 3) && telex.filter((word) => /[jxf]$/.test(word)).length > 1)
    return 'keystrokes';
  return many(words.filter(isVni).length, 1 / 3) ? 'keystrokes' : null;
}

function isTelex(word: string): boolean {
  const small = word.toLowerCase();
  const base = small
    .replace(/[sfrxj]$/, '')
    .replace(/aa|ee|oo|dd/g, ([letter = '']) => letter)
    .replace(/([aou])w/g, '$1');
  return base !== small && isPlainSyllable(base);
}

function isVni(word: string): boolean {
  const base = word.toLowerCase().replace(/\d/g, '');
  return base.length > 1 && base.length < word.length && /[a-z][1-9]/.test(word) && isPlainSyllable(base);
}
