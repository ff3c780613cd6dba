/** The beginning of a longer text in whole sentences: what a mail has room for, without breaking off in a word. */
import { oneLine, withoutEnd } from './visible-text.ts';

const segmenter = new Intl.Segmenter('vi', { granularity: 'sentence' });

// A full stop that ends no sentence: behind an abbreviation or an initial ("TP. Lạng Sơn"), and a list's "1.".
const goesOn = /(?:(?:^|[\s(])(?:TP|Tp|TX|TT|Th[sS]|TS|PGS|GS|\p{Lu})|^\d+)\.$/u;

/** The sentences of a text, without the spaces around them; "1.250" and "TP. Lạng Sơn" stay whole. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  for (const { segment } of segmenter.segment(oneLine(text))) {
    const last = sentences.at(-1);
    if (last !== undefined && goesOn.test(last))
      sentences[sentences.length - 1] = `${last} ${segment.trim()}`;
    else sentences.push(segment.trim());
  }
  return sentences.filter((sentence) => sentence !== '');
}

/**
 * The first sentence, and the second where both fit into `limit` characters. A first sentence that is longer by more
 * than a quarter ends at its last clause that fits, or at a word, with "…".
 */
export function firstSentences(paragraphs: readonly string[], limit: number): string {
  // A letter may be two signs; what is cut here is longer than whatever is kept.
  const enough = paragraphs.map((paragraph) => oneLine(paragraph).slice(0, 4 * limit));
  const [first = '', second] = enough.flatMap(sentencesOf);
  if (lengthOf(first) > limit * 1.25) return endedEarly(first, limit);
  const both = `${first} ${second}`;
  return second !== undefined && lengthOf(both) <= limit ? both : first;
}

function endedEarly(sentence: string, limit: number): string {
  const head = [...sentence].slice(0, limit).join('');
  const clause = /^(.*)[;,]\s/su.exec(head)?.[1] ?? '';
  const words = /^(.*)\s/su.exec(head)?.[1] ?? head;
  const kept = lengthOf(clause) >= limit / 3 ? clause : words;
  return `${withoutEnd(kept, /[\s,;:.–-]/)}…`;
}

function lengthOf(text: string): number {
  return [...text].length;
}
