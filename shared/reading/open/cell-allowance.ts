import { UnreadableFile } from './unreadable-file.ts';

/** A unit's report has some hundreds, a year's register some ten thousands. */
const MAX_CELLS = 500_000;
/** One stored text may stand in every cell, so a few kilobytes can say thousands of megabytes. */
const MAX_LETTERS = 20_000_000;

/** What the sheets of one workbook may hold together. */
export class CellAllowance {
  #cells = MAX_CELLS;
  #letters = MAX_LETTERS;

  /**
   * Counts a filled cell with so many letters, or as many cells as the file says it stands for.
   * @throws UnreadableFile ZIP_TOO_LARGE
   */
  take(letters: number, times = 1): void {
    this.#cells -= times;
    this.#letters -= times * letters;
    if (this.#cells < 0) throw new UnreadableFile('ZIP_TOO_LARGE', `more than ${MAX_CELLS} filled cells`);
    if (this.#letters < 0)
      throw new UnreadableFile('ZIP_TOO_LARGE', `more than ${MAX_LETTERS} letters in cells`);
  }
}
