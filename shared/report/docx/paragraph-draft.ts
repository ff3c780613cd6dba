import type { Skipped } from '../document.ts';
import type { TableDraft } from './table-draft.ts';

/** What a run says about itself; absent means "as its styles say". */
export interface RunProperties {
  style?: string;
  bold?: boolean;
  hidden?: boolean;
}

/** A finished paragraph; where it stands is known only to whom it is given. */
export interface FinishedParagraph {
  /** May be empty: such a paragraph still carries what was skipped in it. */
  readonly text: string;
  readonly level?: number;
  readonly label?: string;
  readonly bold: boolean;
  readonly skips: readonly Pick<Skipped, 'what' | 'why'>[];
  /** What stood in text boxes anchored here. */
  readonly after: readonly (FinishedParagraph | TableDraft)[];
}

/** A paragraph while its runs are read. */
export class ParagraphDraft {
  style?: string;
  level?: number | null;
  numId?: number;
  depth?: number;
  run: RunProperties = {};
  /** The paragraph's end was deleted: in the final text it and the next one are one. */
  endDeleted = false;
  readonly skips: Pick<Skipped, 'what' | 'why'>[] = [];
  readonly after: (FinishedParagraph | TableDraft)[] = [];
  #text = '';
  #allBold = true;

  get text(): string {
    return this.#text;
  }

  /** Whether all visible text is bold; true of a text without any. */
  get allBold(): boolean {
    return this.#allBold;
  }

  add(text: string, bold: boolean): void {
    this.#text += text;
    if (!bold && text.trim() !== '') this.#allBold = false;
  }

  /** Puts what an earlier paragraph, joined to this one, held before this one's own. */
  continueFrom(earlier: ParagraphDraft): void {
    this.add(earlier.text, earlier.allBold);
    this.skips.push(...earlier.skips);
    this.after.push(...earlier.after);
  }
}
