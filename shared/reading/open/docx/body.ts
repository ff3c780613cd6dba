import type { Source } from '../../model/document.ts';
import { FieldInstructions } from '../active/field-instructions.ts';
import { LegacyReader } from '../legacy-fonts/legacy-text.ts';
import type { Look } from '../looks/letters.ts';
import { marksApart, plainText } from '../plain-text.ts';
import type { XmlAttributes, XmlHandler } from '../xml/read-xml.ts';
import { BoundData } from './bound-data.ts';
import { ContentControls } from './content-controls.ts';
import type { DocumentDraft, Flow } from './document-draft.ts';
import { DropDown } from './drop-down.ts';
import { FieldCodes } from './field-codes.ts';
import { Ground } from './ground.ts';
import { MATH_PLACES, MathBoxes, signBefore, signBehind } from './math.ts';
import type { ListNumbering } from './numbering.ts';
import { OpenElements } from './open-elements.ts';
import { OpenTables } from './open-tables.ts';
import { type FinishedParagraph, ParagraphDraft, type Skip } from './paragraph-draft.ts';
import {
  describeEffect,
  describeFill,
  describeListPlace,
  describeParagraph,
  describeRun,
  UNREADABLE,
} from './properties.ts';
import { isOn, type StyleSheet } from './styles.ts';
import { FILLED_SIGN, LEFT_OUT, REMOVED, SIGNS, SKIPPED, symbol } from './vocabulary.ts';

const RIGHT_TO_LEFT = '\u202e';
const POP_DIRECTION = '\u202c';

/** A flow, and a paragraph in it whose end was deleted and that waits for the next one. */
interface OpenFlow {
  readonly flow: Flow;
  waiting: ParagraphDraft | null;
}

/**
 * Reads word/document.xml in one pass. Every element not named here lets its content through (`sdt`, `ins`,
 * `hyperlink`, `smartTag` …), so that no wrapper ever costs a unit its text.
 */
export class BodyHandler implements XmlHandler {
  readonly #draft: DocumentDraft;
  readonly #styles: StyleSheet;
  readonly #numbering: ListNumbering;
  readonly #elements = new OpenElements();
  readonly #flows: OpenFlow[];
  readonly #paragraphs: ParagraphDraft[] = [];
  readonly #tables: OpenTables;
  readonly #legacy = new LegacyReader();
  readonly #fields = new FieldCodes();
  readonly #instructions = new FieldInstructions(
    (active) => this.#skip({ what: 'part', ...active }),
    () => this.#fill(),
  );
  /** For each open AlternateContent whether one of its branches was taken. */
  readonly #alternatives: boolean[] = [];
  readonly #ground: Ground;
  /** Of parts of formulas that are open. */
  readonly #mathPlaces: Look['place'][] = [];
  readonly #mathBoxes = new MathBoxes();
  readonly #controls: ContentControls;
  #dropDown: DropDown | null = null;
  #leftOut = 0;
  #inText = false;
  /** The root element's name. */
  root = '';

  constructor(
    draft: DocumentDraft,
    styles: StyleSheet,
    numbering: ListNumbering,
    data: BoundData = BoundData.none,
  ) {
    this.#controls = new ContentControls(data);
    this.#draft = draft;
    this.#styles = styles;
    this.#ground = new Ground(styles);
    this.#numbering = numbering;
    this.#tables = new OpenTables(draft, styles, this.#elements);
    this.#flows = [{ flow: draft.body, waiting: null }];
  }

  open(name: string, attributes: XmlAttributes): void {
    this.root ||= name;
    this.#instructions.open(name, attributes);
    if (this.#leftOut > 0 || LEFT_OUT.test(name) || this.#isOtherBranch(name)) {
      this.#leftOut++;
      return;
    }
    const { parent } = this.#elements;
    const close = this.#openStructure(name, parent, attributes);
    this.#elements.open(name, close);
    if (close) return;
    if (parent === 'w:ddList') {
      this.#dropDown?.describe(name, attributes);
      return;
    }
    this.#controls.describe(name, parent, attributes);
    const removed = REMOVED[name];
    if (removed && parent !== 'w:rPr' && parent !== 'w:trPr') this.#elements.silence(name, removed);
    else if (name.startsWith('w14:')) this.#openEffect(name, parent, attributes);
    else if (parent.endsWith('Pr')) this.#openProperty(name, parent, attributes);
    else this.#openContent(name, parent, attributes);
  }

  text(text: string): void {
    this.#instructions.text(text);
    if (!this.#inText || this.#leftOut > 0) return;
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) this.#addText(paragraph, text);
  }

  close(): void {
    this.#instructions.close();
    if (this.#leftOut > 0) {
      this.#leftOut--;
      return;
    }
    this.#inText = false;
    if (!this.#elements.close() || !this.#elements.isEmpty) return;
    this.#release(this.#flows.at(-1));
    this.#instructions.end();
  }

  #isOtherBranch(name: string): boolean {
    if (name !== 'mc:Choice' && name !== 'mc:Fallback') return false;
    const taken = this.#alternatives.at(-1) ?? false;
    if (this.#alternatives.length > 0) this.#alternatives[this.#alternatives.length - 1] = true;
    return taken;
  }

  /** @returns what to do at the element's end; null where the element has no structure of its own */
  #openStructure(name: string, parent: string, attributes: XmlAttributes): (() => void) | null {
    if (name.startsWith('m:')) return this.#openMath(name, parent);
    switch (name) {
      case 'w:p':
        return this.#openParagraph();
      case 'w:tbl':
        this.#release(this.#flows.at(-1));
        return this.#tables.openTable((table) => this.#flows.at(-1)?.flow.table(table));
      case 'w:tr':
        return this.#tables.openRow();
      case 'w:tc':
        return this.#tables.openCell((flow) => this.#enter(flow));
      case 'w:txbxContent':
        return this.#openBox();
      case 'w:ddList':
        return this.#openDropDown();
      case 'w:sdt':
        return this.#controls.enter((skip, cell) => this.#skip(skip, cell?.source));
      case 'w:bdo':
        return attributes['w:val'] === 'rtl' ? this.#openReversed() : null;
      case 'mc:AlternateContent':
        this.#alternatives.push(false);
        return () => this.#alternatives.pop();
      default:
        return null;
    }
  }

  #openParagraph(): () => void {
    const paragraph = new ParagraphDraft();
    const place = this.#flows.at(-1);
    if (place?.waiting) paragraph.continueFrom(place.waiting);
    if (place) place.waiting = null;
    this.#paragraphs.push(paragraph);
    return () => {
      this.#paragraphs.pop();
      this.#fields.endParagraph();
      if (paragraph.endDeleted && place) place.waiting = paragraph;
      else place?.flow.paragraph(this.#finish(paragraph));
    };
  }

  #openMath(name: string, parent: string): (() => void) | null {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph) return null;
    const place = MATH_PLACES[name];
    const [before, behind] = [signBefore(name, parent), signBehind(name)];
    if (name === 'm:r') paragraph.run = { place: this.#mathPlaces.at(-1) ?? 'line' };
    if (before !== '') this.#addText(paragraph, before);
    if (place) this.#mathPlaces.push(place);
    const leave = this.#mathBoxes.enter(name);
    if (!place && behind === '') return leave;
    return () => {
      if (place) this.#mathPlaces.pop();
      else this.#addText(paragraph, behind);
    };
  }

  /** Letters in the other order than they are stored in: what stands there is not read as if it were not so. */
  #openReversed(): (() => void) | null {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph) return null;
    this.#addText(paragraph, RIGHT_TO_LEFT);
    return () => this.#addText(paragraph, POP_DIRECTION);
  }

  #openBox(): (() => void) | null {
    const anchor = this.#paragraphs.at(-1);
    if (!anchor) return null;
    this.#ground.boxes++;
    const leave = this.#enter({
      paragraph: (paragraph) => anchor.after.push(paragraph),
      table: (table) => anchor.after.push(table),
    });
    return () => {
      this.#ground.boxes--;
      leave();
    };
  }

  /** What is shown of it stands where the field begins. */
  #openDropDown(): () => void {
    const dropDown = new DropDown();
    this.#dropDown = dropDown;
    return () => {
      this.#dropDown = null;
      const paragraph = this.#paragraphs.at(-1);
      this.#fields.show(dropDown.shown);
      if (paragraph) this.#addText(paragraph, dropDown.shown);
    };
  }

  /** @returns what ends the flow */
  #enter(flow: Flow): () => void {
    const place = { flow, waiting: null };
    this.#flows.push(place);
    return () => {
      this.#release(place);
      this.#flows.pop();
    };
  }

  /** A paragraph that waits for one that never comes stands for itself. */
  #release(place: OpenFlow | undefined): void {
    if (!place?.waiting) return;
    place.flow.paragraph(this.#finish(place.waiting));
    place.waiting = null;
  }

  #openProperty(name: string, parent: string, attributes: XmlAttributes): void {
    const { holder } = this.#elements;
    const paragraph = this.#paragraphs.at(-1);
    if (parent === 'w:pPr' && paragraph) describeParagraph(paragraph, name, attributes);
    else if (parent === 'w:numPr' && paragraph) describeListPlace(paragraph, name, attributes);
    else if (parent === 'w:rPr' && /^[wm]:r$/.test(holder ?? '') && paragraph)
      describeRun(paragraph, name, attributes);
    else if (parent === 'w:rPr' && holder === 'w:pPr' && paragraph && REMOVED[name]) {
      paragraph.endDeleted = true;
    } else if (parent === 'm:borderBoxPr' || parent === 'm:phantPr') {
      this.#mathBoxes.describe(name, parent, attributes);
    } else if (parent === 'w:sdtPr' && name === 'w:showingPlcHdr' && isOn(attributes)) {
      this.#elements.silence('w:sdt', { what: 'paragraph', why: 'placeholder' });
    } else this.#tables.describe(name, parent, attributes);
  }

  #openEffect(name: string, parent: string, attributes: XmlAttributes): void {
    const paragraph = this.#paragraphs.at(-1);
    const { holder } = this.#elements;
    if (paragraph && holder === 'w14:solidFill' && parent.endsWith('Clr'))
      describeFill(paragraph, name, attributes);
    const effect = parent === 'w14:solidFill' ? (holder ?? '') : parent;
    if (paragraph) describeEffect(paragraph, effect, name, attributes);
  }

  #openContent(name: string, parent: string, attributes: XmlAttributes): void {
    const paragraph = this.#paragraphs.at(-1);
    const skipped = SKIPPED[name];
    if (skipped) this.#skip(skipped);
    if (name === 'w:background') this.#ground.pagePainted = true;
    if (!paragraph) return;
    const sign = SIGNS[name];
    if (name === 'w:r') paragraph.run = {};
    else if (name === 'w:t' || name === 'w:delText' || name === 'm:t') this.#inText = true;
    else if (name === 'w:fldChar') {
      const end = this.#fields.mark(attributes['w:fldCharType']);
      if (end === 'unshown') this.#skip({ what: 'part', why: 'field-code' });
      else if (end === 'contradicted') paragraph.filled = true;
    } else if (name === 'w:sym') this.#addText(paragraph, symbol(attributes['w:char']));
    else if (sign !== undefined && parent === 'w:r') this.#addText(paragraph, sign);
    else if (FILLED_SIGN.test(name)) this.#fill();
    // The mark that people see of it is the rest of its run.
    else if (/^w:(foot|end)noteReference$/.test(name)) paragraph.run.place ??= 'above';
  }

  #addText(paragraph: ParagraphDraft, text: string): void {
    const { run } = paragraph;
    const style = this.#styles.paragraph(paragraph.style);
    const character = this.#styles.character(run.style);
    const reason =
      this.#elements.silencedBy ??
      (this.#fields.inCode ? { what: 'part' as const, why: 'field-code' } : undefined);
    if (!reason) {
      this.#controls.add(text, this.#tables.cells.at(-1));
      const bold = this.#styles.isSwitchedOn('bold', run.bold, style, character);
      const boxes = this.#mathBoxes;
      const size = this.#styles.sizeOf(run.size, style, character);
      const unseen = boxes.hidden || size <= UNREADABLE || this.#ground.hides(paragraph, this.#tables);
      const hidden = unseen || run.hidden;
      const marked = boxes.struck ? { ...run, struck: true } : run;
      const look = this.#styles.lookOf(
        hidden === undefined ? marked : { ...marked, hidden },
        style,
        character,
        this.#styles.character(this.#tables.tables.at(-1)?.style),
      );
      paragraph.add(text, bold, this.#styles.fontOf(run.font, style, character), look, size);
    } else if (text.trim() !== '') {
      paragraph.skips.push(reason);
      this.#fields.pass(text);
    }
  }

  /** A program puts a number, or a drawing, of its own here. */
  #fill(): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph || this.#elements.silencedBy) return;
    paragraph.filled = true;
    this.#skip({ what: 'part', why: 'field-code' });
  }

  /** @param where of what ends outside of a paragraph */
  #skip(skip: Skip, where: Source | null = null): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) paragraph.skips.push(skip);
    else this.#draft.skipped.add(skip.what, skip.why, where, 1, skip.text);
  }

  #finish(paragraph: ParagraphDraft): FinishedParagraph {
    const style = this.#styles.paragraph(paragraph.style);
    const level = paragraph.level === undefined ? style.level : paragraph.level;
    const label = this.#elements.silencedBy ? undefined : this.#label(paragraph);
    const read = paragraph.read(this.#legacy);
    const text = plainText(read.text);
    return {
      ...read,
      text,
      ...marksApart(read.text, text),
      ...(level == null ? {} : { level }),
      ...(label === undefined ? {} : { label }),
      bold: paragraph.allBold,
      skips: paragraph.skips,
      after: paragraph.after,
    };
  }

  #label(paragraph: ParagraphDraft): string | undefined {
    const style = this.#styles.paragraph(paragraph.style);
    const numId = paragraph.numId ?? style.numId;
    // List 0 is how a paragraph leaves the list of its style.
    if (!numId) return undefined;
    return this.#numbering.next(numId, paragraph.depth ?? style.depth, paragraph.style);
  }
}
