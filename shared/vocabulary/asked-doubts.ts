/** The words that whoever issues a report has to find for what is doubtful in it. */

/** Of more doubts nobody is asked one by one: one word is to all the others. */
export const askedEach = 5;

/** How many words are to be written for so many doubts. */
export function wordsAsked(doubts: number): number {
  return Math.min(doubts, askedEach + 1);
}

/** To each of the doubts the word that was written for it; empty where none was. */
export function wordsOnEach(doubts: number, words: readonly string[]): string[] {
  return Array.from({ length: doubts }, (_, n) => (words[Math.min(n, askedEach)] ?? '').trim());
}
