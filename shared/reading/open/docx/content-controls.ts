/** The content controls (`w:sdt`) that are open, held against the data that they are bound to. */
import { plainText } from '../plain-text.ts';
import type { XmlAttributes } from '../xml/xml-handler.ts';
import { asSeen, type BoundData } from './bound-data.ts';
import { FILLED, type Skip } from './paragraph-draft.ts';
import type { CellDraft } from './table-draft.ts';
import { isSameDay, writtenDay } from './written-day.ts';

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

  /** @param told where a control outside of cells shows something else than its data, and where nobody knows */
  enter(told: (skip: Skip, cell: CellDraft | undefined) => void): () => void {
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
      const verdict = this.#verdict(control);
      if (verdict === null) return;
      const [first] = control.cells;
      if (verdict.why === 'bound-unknown' || !first) {
        told(verdict, first);
        return;
      }
      for (const cell of control.cells) cell.doubt = FILLED;
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
  #verdict(control: Control): Skip | null {
    const { binding, kind, choices } = control;
    if (!binding || kind === 'other') return null;
    const value = this.#data.valueAt(binding);
    if (value === null) return null;
    if (value !== undefined) {
      const text = plainText(choices.get(value) ?? value);
      return shows(control, text) ? null : { what: 'paragraph', why: 'bound-text', text };
    }
    // More than steps down. A figure that stands nowhere in the data is not what is found there.
    const isOther = control.cells.size > 0 && !this.#mayHold(control);
    return { what: 'paragraph', why: isOther ? 'bound-text' : 'bound-unknown', text: asSeen(control.shown) };
  }

  #mayHold({ kind, choices, shown }: Control): boolean {
    if (kind === 'date' && writtenDay(shown)) return true;
    const chosen = [...choices].flatMap(([value, name]) => (asSeen(name) === asSeen(shown) ? [value] : []));
    return [asSeen(shown), ...chosen.map(asSeen)].some((text) => this.#data.holds(text));
  }
}

/** Programs write the day of a control of dates in a way of its own. */
function shows({ kind, day, shown }: Control, text: string): boolean {
  if (asSeen(text) === asSeen(shown)) return true;
  return kind === 'date' && isSameDay(text, shown, day);
}
