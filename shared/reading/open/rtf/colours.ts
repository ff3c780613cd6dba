import { type Colour, vanishes } from '../looks/colours.ts';

/** The colours of a rich text: its table, and whether letters have that of what is behind them. */
export class RtfColours {
  /** By their number; undefined for the program's own. */
  readonly #colours: (Colour | undefined)[] = [];
  readonly #mixed = new Map<string, number>();

  /** What stands in the table: amounts of red, green and blue; `;` ends a colour. */
  word(word: string, number: number | null): void {
    if (/^(red|green|blue)$/.test(word)) this.#mixed.set(word, number ?? 0);
  }

  text(text: string): void {
    for (const letter of text) {
      if (letter !== ';') continue;
      const parts = ['red', 'green', 'blue'].map((part) => this.#mixed.get(part) ?? 0);
      const colour = parts.map((part) => Math.min(255, part).toString(16).padStart(2, '0')).join('');
      this.#colours.push(this.#mixed.size === 0 ? undefined : colour.toUpperCase());
      this.#mixed.clear();
    }
  }

  /**
   * Whether letters vanish in what is behind them; paper is white.
   * @param behind numbers of what is painted behind them, the innermost first; 0 paints nothing
   */
  hides(letters: number, behind: readonly number[]): boolean {
    const painted = behind.find((number) => number !== 0);
    const ground = painted === undefined ? null : this.#colours[painted];
    return vanishes(this.#colours[letters], ground);
  }
}
