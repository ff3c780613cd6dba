import type { Doubt, Skipped } from '../../model/document.ts';
import type { LegacyFont, LegacyReader, LegacyReading } from '../legacy-fonts/legacy-text.ts';
import type { Colour } from '../looks/colours.ts';
import { type Look, type LookedRun, lettersThatCount } from '../looks/letters.ts';
import type { TableDraft } from './table-draft.ts';

/** What a run says about itself; absent means "as its styles say". */
export interface RunProperties {
  style?: string;
  bold?: boolean;
  hidden?: boolean;
  struck?: boolean;
  place?: Look['place'];
  font?: LegacyFont | null;
  /** In a font whose digits are pictures. */
  pictures?: boolean;
  /** In half-points. */
  size?: number;
  colour?: Colour;
  /** What is painted behind it; null for nothing of its own. */
  behind?: Colour | null;
  /** A line is drawn around each letter. */
  outlined?: true;
}

/** Something that a paragraph holds and that is not read. */
export type Skip = Pick<Skipped, 'what' | 'why' | 'text'>;

/** A finished paragraph; where it stands is known only to whom it is given. */
export interface FinishedParagraph extends LegacyReading {
  /** May be empty: such a paragraph still carries what was skipped in it. */
  readonly text: string;
  readonly decomposed?: true;
  readonly level?: number;
  readonly label?: string;
  readonly bold: boolean;
  /** What makes its figures doubtful. */
  readonly doubt?: Doubt;
  readonly skips: readonly Skip[];
  /** What stood in text boxes anchored here. */
  readonly after: readonly (FinishedParagraph | TableDraft)[];
}

export const FILLED: Doubt = { why: 'filled', page: 0 };

/** What its runs say, put together. */
export interface ReadParagraph extends LegacyReading {
  readonly doubt?: Doubt;
}

/** A paragraph while its runs are read. */
export class ParagraphDraft {
  style?: string;
  level?: number | null;
  numId?: number;
  depth?: number;
  behind?: Colour | null;
  run: RunProperties = {};
  /** The paragraph's end was deleted: in the final text it and the next one are one. */
  endDeleted = false;
  /** Programs show something in it that the file does not hold. */
  filled = false;
  readonly skips: Skip[] = [];
  readonly after: (FinishedParagraph | TableDraft)[] = [];
  #runs: (LookedRun & { text: string })[] = [];
  #allBold = true;

  /** The text as it is seen; what is struck through or hidden joins `skips`. */
  read(reader: LegacyReader): ReadParagraph {
    const { runs, leftOut, doubt = this.filled ? FILLED : undefined } = lettersThatCount(this.#runs);
    this.skips.push(...leftOut);
    return { ...reader.read(runs), ...(doubt && { doubt }) };
  }

  /** Whether all visible text is bold; true of a text without any. */
  get allBold(): boolean {
    return this.#allBold;
  }

  get hasText(): boolean {
    return this.#runs.length > 0;
  }

  /**
   * @param look absent for plain letters on the line
   * @param size in whatever measure the file has
   */
  add(text: string, bold: boolean, font: LegacyFont | null, look?: Look, size?: number): void {
    const last = this.#runs.at(-1);
    if (last?.font === font && last.look === look && last.size === size) last.text += text;
    else this.#runs.push({ text, font, look, size });
    if (!bold && !look?.struck && !look?.hidden && text.trim() !== '') this.#allBold = false;
  }

  /** The whole of it is not shown. */
  hide(): void {
    this.#runs = this.#runs.map((run) => ({ ...run, look: { ...run.look, hidden: true } }));
  }

  /** Puts what an earlier paragraph, joined to this one, held before this one's own. */
  continueFrom(earlier: ParagraphDraft): void {
    for (const run of earlier.#runs) this.#runs.push(run);
    if (!earlier.#allBold) this.#allBold = false;
    this.filled ||= earlier.filled;
    this.skips.push(...earlier.skips);
    this.after.push(...earlier.after);
  }
}
