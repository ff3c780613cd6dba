/** The content controls (`w:sdt`) that are open, held against the data that they are bound to. */
import { plainText } from '../plain-text.ts';
import type { XmlAttributes } from '../xml/xml-handler.ts';
import type { BoundData } from './bound-data.ts';
import type { CellDraft } from './table-draft.ts';

/** Cells and paragraphs have no more letters that matter here. */
const LONGEST = 10_000;

interface Control {
  binding: { readonly store: string; readonly path: string } | null;
  /** What a list of choices shows for what the data holds. */
  readonly choices: Map<string, string>;
  /** Of a control that shows its data in a way of its own: a day, a mark, a picture. */
  kind: 'text' | 'date' | 'other';
  /** The day that is shown. */
  day: string | undefined;
  shown: string;
  readonly cells: Set<CellDraft>;
}

export class ContentControls {
  readonly #data: BoundData;
  readonly #open: Control[] = [];

  constructor(data: BoundData) {
    this.#data = data;
  }

  /** @param told handed what is put in its place where a control outside of cells shows something else than its data */
  enter(told: (value: string) => void): () => void {
    const control: Control = {
      binding: null,
      choices: new Map(),
      kind: 'text',
      day: undefined,
      shown: '',
      cells: new Set(),
    };
    this.#open.push(control);
    return () => {
      this.#open.pop();
      const value = this.#other(control);
      if (value === null) return;
      for (const cell of control.cells) cell.filled = true;
      if (control.cells.size === 0) told(value);
    };
  }

  /** One property of the innermost. */
  describe(name: string, parent: string, attributes: XmlAttributes): void {
    const control = this.#open.at(-1);
    if (!control) return;
    if (name === 'w:dataBinding' && parent === 'w:sdtPr') {
      const path = attributes['w:xpath'] ?? '';
      control.binding = { store: attributes['w:storeItemID'] ?? '', path };
    } else if (name === 'w:date' && parent === 'w:sdtPr') {
      control.kind = 'date';
      control.day = attributes['w:fullDate'];
    } else if (name === 'w:listItem') {
      const value = attributes['w:value'] ?? '';
      control.choices.set(value, attributes['w:displayText'] ?? value);
    } else if (parent === 'w:sdtPr' && /^(w:picture|\?:checkbox)$/.test(name)) control.kind = 'other';
  }

  /** @param cell the innermost cell that holds the text */
  add(text: string, cell: CellDraft | undefined): void {
    for (const control of this.#open) {
      if (control.shown.length < LONGEST) control.shown += text;
      if (cell) control.cells.add(cell);
    }
  }

  /** What the data has in place of what is shown; null where they agree, or nothing can be said. */
  #other({ binding, kind, day, choices, shown }: Control): string | null {
    if (!binding || kind === 'other') return null;
    const value = this.#data.valueAt(binding);
    if (value === null) return null;
    // More than steps down: what the program finds there is not known.
    if (value === undefined) return '';
    if (kind === 'date')
      return day === undefined || day.slice(0, 10) === value.trim().slice(0, 10) ? null : value;
    const meant = plainText(choices.get(value) ?? value);
    return squeezed(meant) === squeezed(plainText(shown)) ? null : meant;
  }
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
