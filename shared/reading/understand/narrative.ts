/** The text of a file → title lines, and narrative by section of the outline. */

import type { Source } from '../model/document.ts';
import type { Ledger } from '../model/ledger.ts';
import type { NarrativeSection, ReadingRegime } from '../model/reading.ts';
import { Budget } from '../open/budget.ts';
import { fold, wordsOf } from './folding.ts';
import type { Line, Passage } from './lines.ts';
import { type Heading, Outline } from './outline.ts';

export interface Told {
  /** The lines of the title blocks, in which unit and period are stated. */
  readonly title: readonly Line[];
  /** Sections that have text, in the regime's order. */
  readonly narrative: readonly NarrativeSection[];
  /** Sections whose heading was found, with text or without. */
  readonly sections: readonly string[];
  /** Paragraphs under headings that the outline does not know. */
  readonly outside: readonly Line[];
  /** Sections of which only the beginning was taken. */
  readonly cut: readonly CutSection[];
}

export interface CutSection {
  readonly section: string;
  /** How many letters were left out. */
  readonly letters: number;
  /** Where what was left out begins. */
  readonly where: Source;
}

/** Letters of one section, as in some twenty pages: no report goes on so long, and the office reads all of them. */
export const longestSection = 50_000;

type Place =
  | { readonly at: 'title' | 'closing' }
  /** Below a form: notes, the place and date, the signature. */
  | { readonly at: 'below-the-form' }
  | { readonly at: 'outside'; readonly rank: number }
  | { readonly at: 'section'; readonly id: string; readonly rank: number };

// A title block is short; whoever writes no heading at all must not have the whole text taken for a title.
const longestTitleBlock = 60;
const longestTitleLine = 60;
const longestCaption = 25;
/** Lines of a sheet before the form; a guide or a list of units has more. */
const longestCover = 15;

/** Reads all passages; accounts in the ledger for every line. */
export function readNarrative(
  passages: readonly Passage[],
  regime: ReadingRegime,
  ledger: Ledger,
  budget = Budget.unlimited(),
): Told {
  const outline = new Outline(regime);
  const told = new Telling(ledger);
  const read = passages.map((passage) => {
    return !passage.hidden && readPassage(passage, outline, told, budget);
  });
  // A cover, and the first sheet of a workbook without form and headings, say what the workbook is.
  const first = passages.findIndex((passage) => !passage.hidden);
  const lines = (passages[first]?.items ?? []).filter((item) => item.kind === 'line');
  if (read[first] === false && (!read.includes(true) || lines.length <= longestCover)) {
    for (const line of lines.slice(0, longestTitleBlock)) told.takeTitle(line);
  }
  const narrative = regime.sections.flatMap(({ id }) => {
    const paragraphs = told.paragraphs.get(id) ?? [];
    return paragraphs.length > 0 ? [{ section: id, paragraphs }] : [];
  });
  const sections = regime.sections.map(({ id }) => id).filter((id) => told.sections.has(id));
  const cut = regime.sections.flatMap(({ id }) => told.cut.get(id) ?? []);
  return { title: told.title, narrative, sections, outside: told.outside, cut };
}

/** What has been taken so far, each line accounted for in the ledger. */
class Telling {
  readonly title: Line[] = [];
  readonly paragraphs = new Map<string, NarrativeSection['paragraphs'][number][]>();
  readonly sections = new Set<string>();
  readonly outside: Line[] = [];
  readonly cut = new Map<string, CutSection>();
  readonly ledger: Ledger;
  readonly #letters = new Map<string, number>();

  constructor(ledger: Ledger) {
    this.ledger = ledger;
  }

  takeTitle(line: Line): void {
    if (wordsOf(line.text).length > longestTitleLine) this.ledger.pass(line.piece, 'introduction');
    else {
      this.ledger.read(line.piece);
      this.title.push(line);
    }
  }

  /** Beyond what a section may hold nothing is taken: the file is kept, and a finding says how much it is. */
  tell(section: string, text: string, { piece }: Line): void {
    const before = this.#letters.get(section) ?? 0;
    const taken = text.length <= longestSection - before ? text : beginningOf(text, longestSection - before);
    const isCut = taken.length < text.length;
    this.#letters.set(section, isCut ? longestSection : before + taken.length);
    if (isCut) {
      const letters = (this.cut.get(section)?.letters ?? 0) + text.length - taken.length;
      this.cut.set(section, { section, letters, where: this.cut.get(section)?.where ?? piece.source });
    }
    if (taken === '') {
      this.ledger.pass(piece, 'beyond-the-limit');
      return;
    }
    this.ledger.read(piece);
    const list = this.paragraphs.get(section) ?? [];
    list.push({ text: isCut ? `${taken}…` : taken, source: piece.source });
    this.paragraphs.set(section, list);
  }

  passOver(line: Line, place: Place, inTable: boolean): void {
    if (inTable) this.ledger.pass(line.piece, 'not-part-of-the-form');
    else if (place.at === 'below-the-form') this.ledger.pass(line.piece, 'below-the-form');
    else if (place.at === 'closing') this.ledger.pass(line.piece, 'closing-block');
    else {
      this.ledger.pass(line.piece, 'outside-the-outline');
      this.outside.push(line);
    }
  }
}

/** False where the passage has neither form nor section: a guide, a sheet of other things. */
function readPassage(passage: Passage, outline: Outline, told: Telling, budget: Budget): boolean {
  const { ledger } = told;
  const titleLines: Line[] = [];
  let place: Place = { at: 'title' };
  let part: string | null = null;
  let begun = passage.hasForm || passage.sheet === null;
  // A table between paragraphs of a Word document is layout or belongs to the text, unless it carries the headings.
  const paragraphsOnly = passage.sheet === null && hasHeadingsOutsideTables(passage, outline);

  let underForm = false;
  for (const [at, item] of passage.items.entries()) {
    budget.ask();
    if (item.kind === 'form') {
      if (place.at === 'title') place = { at: 'below-the-form' };
      underForm = true;
      continue;
    }
    underForm &&= isNote(item.text);
    const titlesForm = passage.items[at + 1]?.kind === 'form' && isCaption(item.text);
    const heading: Heading | null = outline.headingOf(item, part);
    const inTable = item.row !== null && paragraphsOnly;
    if (heading?.kind === 'closing' && place.at !== 'title') {
      place = { at: 'closing' };
      ledger.pass(item.piece, 'closing-block');
    } else if (heading?.kind === 'section' && !inTable && !isSubheading(heading, place)) {
      begun = true;
      ledger.read(item.piece);
      told.sections.add(heading.id);
      part = heading.id.split('.')[0] ?? null;
      place = { at: 'section', id: heading.id, rank: heading.rank };
      if (heading.rest !== '') told.tell(heading.id, heading.rest, item);
    } else if (heading?.kind === 'other' && !inTable && closes(heading, place)) {
      ledger.read(item.piece);
      part = heading.roman?.split('.')[0] ?? part;
      place = { at: 'outside', rank: heading.rank };
    } else if (place.at === 'title') titleLines.push(item);
    else if (underForm) ledger.pass(item.piece, 'below-the-form');
    else if (titlesForm) ledger.pass(item.piece, 'caption');
    else if (place.at !== 'section' || inTable) told.passOver(item, place, inTable);
    // The ordinal beside a text is no text of its own.
    else if (/^[\d.)\-–]+$/.test(item.text)) ledger.read(item.piece);
    else told.tell(place.id, item.text, item);
  }
  if (!begun) return false;
  titleLines.forEach((line, n) => {
    if (n < longestTitleBlock) told.takeTitle(line);
    else ledger.pass(line.piece, 'introduction');
  });
  return true;
}

/** "(1) Số liệu tính đến …", "(*) …", "Ghi chú: …": what explains the table right above it. */
function isNote(text: string): boolean {
  return /^(\*|\((\*+|\d{1,2})\))/.test(text) || /^(ghi chu|chu thich)\b/.test(fold(text.slice(0, 40)));
}

/** "Biểu 1. …", "Số liệu kèm theo": what names the table right below it, and is no sentence. */
function isCaption(text: string): boolean {
  const named = /^(bieu|bang|so lieu|phu luc|don vi tinh|dvt)\b/.test(fold(text.slice(0, 40)));
  return named && !/[.;!?]$/.test(text) && wordsOf(text).length <= longestCaption;
}

function hasHeadingsOutsideTables(passage: Passage, outline: Outline): boolean {
  return passage.items.some(
    (item) => item.kind === 'line' && item.row === null && outline.headingOf(item, null)?.kind === 'section',
  );
}

function closes(heading: Extract<Heading, { kind: 'other' }>, place: Place): boolean {
  if (place.at === 'closing') return false;
  // "II. NỘI DUNG" opens a part; a numbered line in a title block or below a form does not.
  return 'rank' in place ? heading.rank <= place.rank : heading.roman !== null;
}

/** "2.3. Kiến nghị, đề xuất của người dân" within II.2 is not the section III that it sounds like. */
function isSubheading(heading: Extract<Heading, { kind: 'section' }>, place: Place): boolean {
  return place.at === 'section' && heading.rank >= 3 && heading.rank > place.rank;
}

/** Whole words, where there are any near the end. */
function beginningOf(text: string, letters: number): string {
  const cut = text.slice(0, letters);
  const space = cut.lastIndexOf(' ');
  return (space > letters - 50 ? cut.slice(0, Math.max(0, space)) : cut).toWellFormed();
}
