/** How much of two texts is the same, whatever dates and document numbers they carry. */
import { asSeen } from '../understand/confusables.ts';
import { wordsOf } from '../understand/folding.ts';

// Shorter runs are what any two reports share: "trên địa bàn tỉnh Lạng Sơn" ends before a sentence is copied.
const runLength = 5;

/** A word no report contains: it survives folding and stands for whatever date, period or number stood there. */
const blank = '0date';

const digits = '[0-9]{1,4}';
/** What a draft leaves open: "Số:    /BC-STNMT", "ngày … tháng … năm 2024". Bounded, since forms draw lines of dots. */
const open = '[.…_\\s]{0,40}';
const year = '(?:19|20)[0-9]{2}';
const months = '(?:[0-9]{1,2}|sáu|chín|ba)';

/** In this order: what is longer first, so that no part of a date stays behind as a word of its own. */
const dated: readonly RegExp[] = [
  // 45/BC-STNMT, 09/2019/NĐ-CP, 27-CT/TU, and the draft's /BC-STNMT: capitals tell them from "2/người".
  new RegExp(`(?:Số\\s*:?)?(?:${digits}|${open})(?:/${year})?[/-]\\p{Lu}{2,}(?:[-/]\\p{Lu}{1,}\\d?)*`, 'gu'),
  new RegExp(
    `ngày(?:\\s+${digits}|${open})\\s*tháng(?:\\s+${digits}|${open})(?:,?\\s*năm\\s+(?:${digits}|…))?`,
    'giu',
  ),
  new RegExp(
    `(?:${months}\\s+tháng\\s+(?:đầu|cuối)(?:\\s+năm)?|(?:6|9|sáu|chín)\\s+tháng)(?=[\\s,./;:)]|$)`,
    'giu',
  ),
  /quý\s{0,9}(?:\/?\s{0,9}(?:iv|i{1,3}|[1-4])|một|nhất|hai|ba|tư)(?![\p{L}\p{N}])/giu,
  new RegExp(`(?:ngày\\s+)?(?<![0-9])[0-9]{1,2}[/.-][0-9]{1,2}[/.-]${year}(?![0-9])`, 'giu'),
  new RegExp(`(?<![0-9])${year}-[0-9]{2}-[0-9]{2}(?![0-9])`, 'gu'),
  new RegExp(`(?:ngày|tháng)\\s+[0-9]{1,2}(?:\\s*/\\s*${digits})?(?![0-9])`, 'giu'),
  new RegExp(`(?<![0-9])[0-9]{1,2}/${year}(?![0-9])`, 'gu'),
  new RegExp(`(?:năm\\s+)?(?<![0-9.,])${year}(?![0-9]|[.,][0-9])`, 'giu'),
];

/**
 * The share (0 to 1) of the longer text's words that stand in runs of at least five words which the other text has
 * too, after folding and after blanking dates, periods and numbers of documents. Paragraphs are read on end, so text
 * broken elsewhere is the same text. What stands there once covers what stands here once: repeating a borrowed
 * sentence makes no text equal. Takes time in proportion to the words; 0 where a text has none.
 */
export function textOverlap(one: readonly string[], other: readonly string[]): number {
  const [longer, shorter] = inOrderOfLength(undatedWords(one), undatedWords(other));
  if (shorter.length === 0) return 0;
  const run = Math.min(runLength, shorter.length);
  const unused = new Map<string, number>();
  for (const shingle of shinglesOf(shorter, run)) unused.set(shingle, (unused.get(shingle) ?? 0) + 1);

  let covered = 0;
  let coveredUntil = 0;
  shinglesOf(longer, run).forEach((shingle, at) => {
    const left = unused.get(shingle) ?? 0;
    if (left === 0) return;
    unused.set(shingle, left - 1);
    covered += at + run - Math.max(at, coveredUntil);
    coveredUntil = at + run;
  });
  return covered / longer.length;
}

/** The folded words of a text with one stand-in for each date, period and number of a document. */
export function undatedWords(paragraphs: readonly string[]): readonly string[] {
  return paragraphs
    .flatMap((paragraph) =>
      wordsOf(
        dated.reduce(
          (text, pattern) => text.replace(pattern, ` ${blank} `),
          asSeen(paragraph).normalize('NFC'),
        ),
      ),
    )
    .filter((word, at, words) => word !== blank || words[at - 1] !== blank);
}

/** Every run of `length` words, in order; none where there are fewer. */
export function shinglesOf(words: readonly string[], length: number): readonly string[] {
  return words.slice(length - 1).map((_, at) => words.slice(at, at + length).join(' '));
}

function inOrderOfLength<T>(one: readonly T[], other: readonly T[]): readonly [readonly T[], readonly T[]] {
  return one.length >= other.length ? [one, other] : [other, one];
}
