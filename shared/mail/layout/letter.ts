/**
 * A letter as data: blocks that html-letter.ts and text-letter.ts each write in their own way, so that the text
 * part of a mail never says less than the HTML.
 */
export type Tone = 'good' | 'calm' | 'late' | 'bad' | 'wrong' | 'open' | 'quiet';

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Share of the width in percent; the text part gives the column as many characters as that is of its line. */
  readonly width: number;
}

export interface Cell {
  readonly text: string;
  /** Shown as a coloured chip. */
  readonly tone?: Tone;
  /** Smaller lines under the text. */
  readonly notes?: readonly string[];
  /** A part of what the row above says. */
  readonly indented?: boolean;
  /** Between 0 and 1: thin bars under the text, the first strong, one behind it pale (the text part has the figures). */
  readonly bars?: readonly number[];
  readonly strong?: boolean;
}

/** One problem, in one language. */
export interface FindingView {
  readonly tone: Tone;
  readonly title: string;
  readonly details: readonly { readonly label: string; readonly value: string }[];
}

/** A file: attached where `href` is empty. */
export interface LinkItem {
  readonly label: string;
  readonly note: string;
  readonly href: string;
  /** What the file is for; empty where nobody can say. */
  readonly purpose: string;
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string; readonly minor?: boolean }
  | { readonly kind: 'paragraph'; readonly text: string; readonly quiet?: boolean }
  /** What only few look for, at the end. */
  | { readonly kind: 'smallprint'; readonly lines: readonly string[] }
  | { readonly kind: 'banner'; readonly tone: Tone; readonly title: string; readonly text: string }
  | { readonly kind: 'button'; readonly label: string; readonly href: string }
  | { readonly kind: 'code'; readonly label: string; readonly groups: readonly string[] }
  | {
      readonly kind: 'facts';
      readonly rows: readonly { readonly label: string; readonly value: string; readonly mono?: boolean }[];
    }
  | { readonly kind: 'steps'; readonly items: readonly string[] }
  | { readonly kind: 'findings'; readonly findings: readonly FindingView[]; readonly more: string | null }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Cell[])[];
    }
  | {
      readonly kind: 'gauge';
      /** What the figure is. */
      readonly label: string;
      readonly figure: string;
      readonly caption: string;
      /** Parts of a whole, in the order in which they stand in the bar. */
      readonly parts: readonly { readonly tone: Tone; readonly count: number; readonly label: string }[];
    }
  | {
      readonly kind: 'entries';
      readonly items: readonly { readonly title: string; readonly text: string }[];
    }
  | {
      readonly kind: 'links';
      readonly items: readonly LinkItem[];
    };

export interface Letter {
  readonly to: string;
  readonly subject: string;
  /** What an inbox shows after the subject. */
  readonly preheader: string;
  readonly letterhead: { readonly authority: string; readonly regime: string };
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly english: { readonly title: string; readonly blocks: readonly Block[] };
  /** Who sent it and whom to ask, in both languages. */
  readonly footer: readonly string[];
}
