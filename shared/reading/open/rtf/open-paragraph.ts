import { type FinishedParagraph, ParagraphDraft } from '../docx/paragraph-draft.ts';
import { LegacyReader } from '../legacy-fonts/legacy-text.ts';
import { marksApart, plainText } from '../plain-text.ts';

/** The paragraph being read: one of the text, or one of a shape, while that which the shape hangs on waits. */
export class OpenParagraph {
  draft = new ParagraphDraft();
  /** Its number or sign in a list. */
  label = '';
  readonly #legacy = new LegacyReader();
  /** What a shape hangs on whose text is being read. */
  #anchor: { readonly draft: ParagraphDraft; readonly label: string } | null = null;

  /** Whether it holds anything, be it only what is not read. */
  get isBegun(): boolean {
    return this.draft.hasText || this.draft.filled || this.label !== '' || this.draft.skips.length > 0;
  }

  /** Text of a shape is none of the paragraph on which the shape hangs; it comes behind it. */
  openBox(): void {
    if (this.#anchor) return;
    this.#anchor = { draft: this.draft, label: this.label };
    this.#clear();
  }

  /** @returns whether it is one of a shape: it goes behind what the shape hangs on */
  endInBox(level: number | undefined): boolean {
    if (!this.#anchor) return false;
    this.#anchor.draft.after.push(this.finish(level));
    return true;
  }

  closeBox(level: number | undefined): void {
    if (!this.#anchor) return;
    if (this.isBegun) this.endInBox(level);
    ({ draft: this.draft, label: this.label } = this.#anchor);
    this.#anchor = null;
  }

  /** @param level of the outline, from 1 */
  finish(level: number | undefined): FinishedParagraph {
    const { draft } = this;
    const label = plainText(this.label);
    const read = draft.read(this.#legacy);
    const text = plainText(read.text);
    this.#clear();
    return {
      ...read,
      text,
      ...marksApart(read.text, text),
      bold: draft.allBold,
      ...(level === undefined ? {} : { level }),
      ...(label === '' ? {} : { label }),
      skips: draft.skips,
      after: draft.after,
    };
  }

  #clear(): void {
    this.draft = new ParagraphDraft();
    this.label = '';
  }
}
