/** What the fields of a text tell a program to do. */
import type { ActiveKind } from '../../../vocabulary/active-content.ts';
import type { XmlAttributes } from '../xml/read-xml.ts';
import { quoted } from './addresses.ts';
import { isFilledByProgram } from './filled-fields.ts';

const longest = 2_000;

const kinds: readonly { readonly kind: ActiveKind; readonly of: RegExp }[] = [
  { kind: 'dde', of: /^DDE(AUTO)?\b/i },
  { kind: 'include', of: /^(INCLUDE(TEXT|PICTURE)?|IMPORT|RD)\b/i },
  { kind: 'external-link', of: /^(LINK|DATABASE)\b/i },
];

export interface ActiveField {
  readonly why: ActiveKind;
  /** The instruction itself. */
  readonly text: string;
}

/** @returns null for what acts on nothing outside of its own document */
export function activeField(instruction: string): ActiveField | null {
  const code = instruction.trim().replace(/^["“”\s]+/, '');
  const kind = kinds.find(({ of }) => of.test(code))?.kind;
  return kind === undefined ? null : { why: kind, text: quoted(code) };
}

/** Letters written as their numbers, by which a field hides what the one around it does. */
function lettersOf(instruction: string): string {
  const numbers = /^\s*QUOTE((?:\s+\d{1,7})+)/i.exec(instruction)?.[1] ?? '';
  return numbers
    .split(/\s+/)
    .map(Number)
    .filter((point) => point >= 0x20 && point <= 0xffff)
    .map((point) => String.fromCharCode(point))
    .join('');
}

/**
 * Follows the fields of a Word document, whatever else is read of it: a field may begin in one paragraph and end in
 * another, stand in what was deleted, and be put together of the results of others.
 */
export class FieldInstructions {
  readonly #told: (active: ActiveField) => void;
  readonly #filled: () => void;
  readonly #open: { code: string; inCode: boolean }[] = [];
  #inText = false;

  /** @param filled told of a field of which the file holds nothing that people see */
  constructor(told: (active: ActiveField) => void, filled: () => void = () => {}) {
    this.#told = told;
    this.#filled = filled;
  }

  open(name: string, attributes: XmlAttributes): void {
    // What is stored is to be worked out anew when the file is opened.
    if (/^w:fld(Simple|Char)$/.test(name) && /^(1|true|on)$/.test(attributes['w:dirty'] ?? ''))
      this.#filled();
    if (name === 'w:instrText' || name === 'w:delInstrText' || (name === 'w:t' && this.#open.length > 0)) {
      this.#inText = true;
    } else if (name === 'w:fldSimple') this.#judge(attributes['w:instr'] ?? '');
    else if (name === 'w:fldChar') this.#mark(attributes['w:fldCharType']);
  }

  text(text: string): void {
    if (!this.#inText) return;
    const field = this.#open.findLast(({ inCode }) => inCode);
    if (field && field.code.length < longest) field.code += text.slice(0, longest);
  }

  close(): void {
    this.#inText = false;
  }

  /** Where the text ends: programs take a field that was never ended for one. */
  end(): void {
    for (const { code, inCode } of this.#open.splice(0)) if (inCode) this.#judge(code);
  }

  #mark(type: string | undefined): void {
    if (type === 'begin') {
      if (this.#open.length < 100) this.#open.push({ code: '', inCode: true });
      return;
    }
    const field = this.#open.at(-1);
    if (!field || (type !== 'separate' && type !== 'end')) return;
    if (field.inCode) {
      field.inCode = false;
      this.#judge(field.code);
      const around = this.#open.findLast(({ inCode }) => inCode);
      if (around) around.code += lettersOf(field.code);
    }
    if (type === 'end') this.#open.pop();
  }

  #judge(instruction: string): void {
    const active = activeField(instruction);
    if (active) this.#told(active);
    if (isFilledByProgram(instruction)) this.#filled();
  }
}
