import type { NeutralDocument } from '../../model/document.ts';
import { isRemote, quoted } from '../active/addresses.ts';
import { type ActiveField, activeField } from '../active/field-instructions.ts';
import { isFilledByProgram } from '../active/filled-fields.ts';
import { Budget } from '../budget.ts';
import { DocumentDraft } from '../docx/document-draft.ts';
import type { FinishedParagraph } from '../docx/paragraph-draft.ts';
import type { Look } from '../looks/letters.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { RtfColours } from './colours.ts';
import { codePageNumbered, RtfFonts } from './fonts.ts';
import { RtfList } from './list-field.ts';
import { OpenParagraph } from './open-paragraph.ts';
import { addTable, type RtfCell, type RtfRow } from './rows.ts';
import {
  BEGINNING,
  DEFAULT_SIZE,
  NARROWEST,
  NO_ROW,
  PLAIN,
  type RowPlan,
  type State,
  UNMERGED,
  UNREADABLE,
} from './state.ts';
import { rtfTokens } from './tokens.ts';
import { ANEW, KNOWN, LEFT_OUT, MATH_PROPERTIES, MATH_SIGNS, OF_ROWS, SIGNS } from './vocabulary.ts';

/** Pictures are written in digits, so such files are long; a report's text is not. */
const MAX_BYTES = 50 * 1024 * 1024;
const DEEPEST = 1000;
const LONGEST_INSTRUCTION = 2_000;

/**
 * Reads a rich text (.rtf): its paragraphs and tables in order, as its final text.
 * @throws UnreadableFile ZIP_TOO_LARGE, XML_REFUSED, TOO_MUCH_TO_READ
 */
export function readRichText(bytes: Uint8Array, budget = Budget.unlimited()): NeutralDocument {
  if (bytes.length > MAX_BYTES)
    throw new UnreadableFile('ZIP_TOO_LARGE', `${bytes.length} bytes`, { seen: '.rtf' });
  return new RichTextReader().read(bytes, budget);
}

class RichTextReader {
  readonly #draft = new DocumentDraft();
  readonly #paragraph = new OpenParagraph();
  readonly #fonts = new RtfFonts();
  readonly #colours = new RtfColours();
  readonly #decoders = new Map<string, InstanceType<typeof TextDecoder>>();
  readonly #looks = new Map<string, Look>();
  readonly #outer: State[] = [];
  #state = BEGINNING;
  #codePage = 'windows-1252';
  #instruction = '';
  #list = new RtfList();
  #plan: RowPlan = NO_ROW();
  #cell: FinishedParagraph[] = [];
  #cells: RtfCell['paragraphs'][] = [];
  #rows: RtfRow[] = [];
  /** Bytes of one font that follow on each other: letters of some code pages have two. */
  #bytes: number[] = [];
  #passOver = 0;
  #optional = false;

  read(bytes: Uint8Array, budget: Budget): NeutralDocument {
    for (const token of rtfTokens(bytes)) {
      budget.step();
      if (token.kind === 'bytes') {
        this.#take(token.bytes);
        continue;
      }
      this.#flush();
      this.#passOver = token.kind === 'word' ? this.#passOver : 0;
      if (token.kind === 'open') this.#open();
      else if (token.kind === 'close') this.#close();
      else this.#word(token.word, token.number);
      if (token.kind !== 'word' || token.word !== '*')
        this.#optional = this.#optional && token.kind === 'open';
    }
    this.#flush();
    this.#paragraph.closeBox(this.#state.level);
    if (this.#cell.length > 0 || (this.#paragraph.isBegun && this.#state.inTable)) this.#endCell();
    else if (this.#paragraph.isBegun) this.#endParagraph();
    this.#endTable();
    return { ...this.#draft.finish(), format: 'rtf' };
  }

  #open(): void {
    if (this.#outer.length === DEEPEST)
      throw new UnreadableFile('XML_REFUSED', 'nested too deeply', { seen: '.rtf' });
    this.#outer.push(this.#state);
  }

  #close(): void {
    const { destination, inBox } = this.#state;
    if (inBox && this.#outer.at(-1)?.inBox === false) this.#paragraph.closeBox(this.#state.level);
    this.#state = this.#outer.pop() ?? this.#state;
    if (this.#state.destination === destination) return;
    if (destination === 'instruction') {
      this.#tell(activeField(this.#instruction));
      if (isFilledByProgram(this.#instruction)) {
        this.#fill();
      }
    } else if (destination === 'form-field' || destination === 'list-entry') this.#closeField(destination);
    else if (destination === 'list-result' && this.#list.contradicts) this.#paragraph.draft.filled = true;
    else if (destination === 'template' && isRemote(this.#instruction)) {
      this.#tell({ why: 'remote-template', text: quoted(this.#instruction) });
    }
  }

  /** A program puts something else here when it shows the file. */
  #fill(): void {
    this.#paragraph.draft.filled = true;
    this.#paragraph.draft.skips.push({ what: 'part', why: 'field-code' });
  }

  #closeField(destination: 'form-field' | 'list-entry'): void {
    const { draft } = this.#paragraph;
    if (destination === 'list-entry') this.#list.endEntry();
    else if (this.#list.isOne) draft.add(this.#list.shown, false, null);
    else draft.skips.push({ what: 'part', why: 'form-field' });
  }

  #tell(active: ActiveField | null): void {
    if (active) this.#paragraph.draft.skips.push({ what: 'part', ...active });
  }

  #word(word: string, number: number | null): void {
    if (word === '*') {
      this.#optional = true;
      return;
    }
    if (this.#enters(word)) return;
    const { destination } = this.#state;
    if (destination === 'left-out' || destination === 'styles') return;
    if (destination === 'instruction' || destination === 'template') {
      if (word === 'u') this.#unicode(number ?? 0);
      return;
    }
    if (destination === 'form-field') {
      this.#list.describe(word, number);
      return;
    }
    if (destination === 'fonts' || destination === 'colours') {
      (destination === 'fonts' ? this.#fonts : this.#colours).word(word, number);
      return;
    }
    if (this.#describes(word, number) || this.#lays(word, number)) return;
    if (word === 'ansicpg') this.#codePage = codePageNumbered(number);
    else if (word === 'u') this.#unicode(number ?? 0);
    const sign = SIGNS.get(word) ?? MATH_SIGNS.get(word);
    if (sign !== undefined) this.#write(sign);
    if (ANEW.has(word)) this.#fill();
    if (word === 'msub') this.#state = { ...this.#state, look: { ...this.#state.look, place: 'below' } };
  }

  /** Whether a destination begins here. */
  #enters(word: string): boolean {
    const optional = this.#optional;
    if (word === 'fonttbl') this.#state = { ...this.#state, destination: 'fonts' };
    else if (word === 'colortbl') this.#state = { ...this.#state, destination: 'colours' };
    else if (word === 'stylesheet') this.#state = { ...this.#state, destination: 'styles' };
    else if (word === 'fldinst' || word === 'template') {
      this.#instruction = '';
      this.#state = { ...this.#state, destination: word === 'template' ? word : 'instruction' };
    } else if (word === 'formfield') {
      this.#list = new RtfList();
      this.#state = { ...this.#state, destination: 'form-field' };
    } else if (word === 'ffl' && this.#state.destination === 'form-field') {
      this.#state = { ...this.#state, destination: 'list-entry' };
    } else if (word === 'field') this.#list = new RtfList();
    else if (word === 'fldrslt' && this.#list.isOne && this.#state.destination === 'text') {
      this.#state = { ...this.#state, destination: 'list-result' };
    } else if (MATH_PROPERTIES.test(word)) this.#state = { ...this.#state, destination: 'left-out' };
    else if (word === 'shptxt') {
      this.#paragraph.openBox();
      this.#state = { ...this.#state, inBox: true };
    } else if (word === 'listtext' || word === 'pntext') {
      if (this.#state.destination !== 'text') return true;
      // Some programs write a label for readers of each age.
      this.#paragraph.label = '';
      this.#state = { ...this.#state, destination: 'label' };
    } else if (word === 'upr') {
      // The same text twice: for programs that know no Unicode, and behind it (`ud`) for those that do.
      this.#state = { ...this.#state, destination: 'left-out', instead: this.#state.destination };
    } else if (word === 'ud') {
      this.#state = { ...this.#state, destination: this.#state.instead ?? this.#state.destination };
    } else if (LEFT_OUT.has(word) || (optional && !KNOWN.has(word))) {
      const reason = LEFT_OUT.get(word);
      if (reason && (this.#state.destination === 'text' || word === 'formfield'))
        this.#paragraph.draft.skips.push(reason);
      this.#state = { ...this.#state, destination: 'left-out' };
    } else return optional;
    return true;
  }

  /** How letters look. */
  #describes(word: string, number: number | null): boolean {
    const on = number !== 0;
    const look = (change: Partial<State['look']>) => {
      this.#state = { ...this.#state, look: { ...this.#state.look, ...change } };
    };
    if (word === 'plain') this.#state = { ...this.#state, ...PLAIN };
    else if (word === 'cf') this.#state = { ...this.#state, colour: number ?? 0 };
    else if (word === 'highlight' || word === 'chcbpat') {
      this.#state = { ...this.#state, highlight: number ?? 0 };
    } else if (word === 'cbpat') this.#state = { ...this.#state, shading: number ?? 0 };
    else if (word === 'fs') this.#state = { ...this.#state, size: number ?? DEFAULT_SIZE };
    else if (word === 'charscalex') this.#state = { ...this.#state, narrow: (number ?? 100) <= NARROWEST };
    else if (word === 'f') this.#state = { ...this.#state, font: number ?? 0 };
    else if (word === 'b') this.#state = { ...this.#state, bold: on };
    else if (word === 'deleted' || word === 'mvf') this.#state = { ...this.#state, deleted: on };
    else if (word === 'uc') this.#state = { ...this.#state, fallback: Math.max(0, number ?? 1) };
    else if (word === 'v') look({ hidden: on });
    else if (word === 'strike' || word === 'striked') look({ struck: on });
    else if (word === 'super' || word === 'up') look({ place: on ? 'above' : 'line' });
    else if (word === 'sub' || word === 'dn') look({ place: on ? 'below' : 'line' });
    else if (word === 'nosupersub') look({ place: 'line' });
    else return false;
    return true;
  }

  /** How paragraphs and tables are laid out. */
  #lays(word: string, number: number | null): boolean {
    const { next } = this.#plan;
    if (this.#state.inBox && OF_ROWS.has(word)) this.#layInBox(word);
    else if (word === 'pard')
      this.#state = {
        ...this.#state,
        inTable: this.#state.inBox && this.#state.inTable,
        level: undefined,
        shading: 0,
      };
    else if (word === 'intbl') this.#state = { ...this.#state, inTable: true };
    else if (word === 'outlinelevel')
      this.#state = { ...this.#state, level: (number ?? 9) < 9 ? (number ?? 0) + 1 : undefined };
    else if (word === 'par' || word === 'sect') this.#endParagraph();
    else if (word === 'cell') this.#endCell();
    else if (word === 'row') this.#endRow();
    else if (word === 'trowd') this.#plan = NO_ROW();
    else if (word === 'clcbpat') this.#plan.paint = number ?? 0;
    else if (word === 'trleft') this.#plan.left = number ?? 0;
    // Below nought it says exactly, above it at least.
    else if (word === 'trrh') this.#plan.height = (number ?? 0) < 0 ? -(number ?? 0) : null;
    else if (word === 'clvmgf') this.#plan.next = { ...next, vertical: 'restart' };
    else if (word === 'clvmrg') this.#plan.next = { ...next, vertical: 'continue' };
    else if (word === 'clmrg') this.#plan.next = { ...next, continuesLeft: true };
    else if (word === 'cellx') {
      this.#plan.cells.push({ ...next, right: number ?? 0 });
      this.#plan.painted.push(this.#plan.paint);
      this.#plan.paint = 0;
      this.#plan.next = UNMERGED;
    } else return false;
    return true;
  }

  /** A table within a shape is none of the rows that the shape hangs on: its cells are lines. */
  #layInBox(word: string): void {
    if (word === 'cell') this.#write('\n');
    if (word === 'row') this.#paragraph.draft.skips.push({ what: 'part', why: 'nested-table' });
  }

  #take(bytes: Uint8Array): void {
    const from = Math.min(this.#passOver, bytes.length);
    this.#passOver -= from;
    if (this.#state.destination === 'left-out') return;
    for (let at = from; at < bytes.length; at += 1) this.#bytes.push(bytes[at] ?? 0);
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Uint8Array.from(this.#bytes);
    this.#bytes = [];
    const { legacy, codePage } = this.#fonts.font(this.#state.font);
    // Fonts of before Unicode have letters of their own for the bytes of Western Europe's code page.
    const label = legacy === null ? (codePage ?? this.#codePage) : 'windows-1252';
    const decoder = this.#decoders.get(label) ?? new TextDecoder(label);
    this.#decoders.set(label, decoder);
    this.#write(decoder.decode(bytes));
  }

  /** A character by its number, negative beyond 32767; what stands for it in older programs is passed over. */
  #unicode(number: number): void {
    this.#write(String.fromCharCode(number & 0xffff));
    this.#passOver = this.#state.fallback;
  }

  #write(text: string): void {
    const { destination, font, bold, deleted, size } = this.#state;
    if (destination === 'fonts') this.#fonts.text(text);
    else if (destination === 'colours') this.#colours.text(text);
    else if (destination === 'label') this.#paragraph.label += text;
    else if (destination === 'list-entry' || destination === 'list-result')
      this.#list.text(destination, text);
    else if (destination === 'instruction' || destination === 'template') {
      if (this.#instruction.length < LONGEST_INSTRUCTION) this.#instruction += text;
    } else if (destination !== 'text') return;
    else if (deleted) this.#paragraph.draft.skips.push({ what: 'deleted-text', why: 'tracked-deletion' });
    else this.#paragraph.draft.add(text, bold, this.#fonts.font(font).legacy, this.#look(), size);
  }

  /** One object for letters that look alike; undefined for plain ones on the line. */
  #look(): Look | undefined {
    const { pictures } = this.#fonts.font(this.#state.font);
    const look = { ...this.#state.look, hidden: this.#isUnseen(), pictures };
    if (!look.struck && !look.hidden && look.place === 'line' && !pictures) return undefined;
    const key = JSON.stringify(look);
    const known = this.#looks.get(key) ?? look;
    this.#looks.set(key, known);
    return known;
  }

  #isUnseen(): boolean {
    const { look, size, narrow, colour, highlight, shading, inTable } = this.#state;
    if (look.hidden || size <= UNREADABLE || narrow) return true;
    if (colour === 0) return false;
    const cell = inTable ? (this.#plan.painted[this.#cells.length] ?? 0) : 0;
    return this.#colours.hides(colour, [highlight, shading, cell]);
  }

  #endParagraph(): void {
    if (this.#paragraph.endInBox(this.#state.level)) return;
    const finished = this.#paragraph.finish(this.#state.level);
    if (this.#state.inTable) {
      this.#cell.push(finished);
      return;
    }
    this.#endTable();
    this.#draft.body.paragraph(finished);
  }

  #endCell(): void {
    this.#cell.push(this.#paragraph.finish(this.#state.level));
    this.#cells.push(this.#cell);
    this.#cell = [];
  }

  #endRow(): void {
    const { left, height, cells } = this.#plan;
    const last = cells.at(-1)?.right ?? left;
    // A row that describes fewer cells than it has goes on to the right.
    const placed = this.#cells.map((paragraphs, n) => ({
      ...(cells[n] ?? { ...UNMERGED, right: last + (n - cells.length + 1) * 1000 }),
      paragraphs,
    }));
    if (placed.length > 0) this.#rows.push({ left, height, cells: placed });
    this.#cells = [];
  }

  #endTable(): void {
    if (this.#cells.length > 0) this.#endRow();
    if (this.#rows.length > 0) addTable(this.#draft, this.#rows);
    this.#rows = [];
  }
}
