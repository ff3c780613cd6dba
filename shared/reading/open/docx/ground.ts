import { type Colour, vanishes } from '../looks/colours.ts';
import type { OpenTables } from './open-tables.ts';
import type { ParagraphDraft } from './paragraph-draft.ts';
import type { StyleSheet } from './styles.ts';

/** What is painted behind the text that is read. */
export class Ground {
  readonly #styles: StyleSheet;
  /** Text boxes around it: a shape paints what the text in it knows nothing of. */
  boxes = 0;
  pagePainted = false;

  constructor(styles: StyleSheet) {
    this.#styles = styles;
  }

  /** Whether the run has the colour of what is behind it, by whatever it stands in. */
  hides({ run, style, behind }: ParagraphDraft, { cells, tables }: OpenTables): boolean {
    const own = this.#styles.paintOf(run, this.#styles.paragraph(style), this.#styles.character(run.style));
    if (own.colour === undefined || own.colour === 'auto') return false;
    const painted: Colour | null | undefined =
      own.behind ?? behind ?? cells.findLast((cell) => cell.behind != null)?.behind;
    const isKnown = this.boxes === 0 && !this.pagePainted && !tables.some((table) => table.painted);
    return vanishes(own.colour, painted ?? (isKnown ? null : undefined));
  }
}
