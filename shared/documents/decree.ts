/**
 * The look of an official document by Nghị định 30/2020/NĐ-CP, Phụ lục I: page, title, headings, body. Sizes are the decree's, in points; each stands where it is used.
 */
import {
  AlignmentType,
  BorderStyle,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  type FileChild,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  type ISectionOptions,
  type IStylesOptions,
  LineRuleType,
  NoBreakHyphen,
  NumberFormat,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { printable } from '../vocabulary/visible-text.ts';
import { millimetres } from './word.ts';

const font = 'Times New Roman';
const black = '000000';

/** What a section of the document is made of. */
export type Block = FileChild;

/** Between the left margin of 30 mm and the right one of 15 mm. */
export const textWidth = 165;

const heading = (id: string, name: string, run: IRunOptions) => ({
  [id]: {
    name,
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { font, size: points(14), color: black, ...run },
    paragraph: {
      // Justified, a heading of two lines is torn apart.
      alignment: AlignmentType.LEFT,
      indent: { firstLine: millimetres(10) },
      // What stands above keeps its own six points: more would cost a report of two pages its third.
      spacing: { before: 0, after: 120 },
      keepNext: true,
    },
  },
});

/** "I. …" capitals bold, "1. …" bold, "a) …" upright. */
export const decreeStyles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: points(14), color: black, language: { value: 'vi-VN' } },
      paragraph: { spacing: { before: 0, after: 0 } },
    },
    ...heading('heading1', 'Heading 1', { bold: true }),
    ...heading('heading2', 'Heading 2', { bold: true }),
    ...heading('heading3', 'Heading 3', {}),
  },
};

/** Half-points, as Word counts. */
function points(size: number): number {
  return size * 2;
}

/** A4 portrait within the decree's margins; the page number stands top centre, none on the first page. */
export function decreeSection(children: NonNullable<ISectionOptions['children']>): ISectionOptions {
  return {
    properties: {
      titlePage: true,
      page: {
        size: { width: millimetres(210), height: millimetres(297) },
        margin: {
          top: millimetres(20),
          bottom: millimetres(20),
          left: millimetres(30),
          right: millimetres(15),
          header: millimetres(10),
          footer: millimetres(10),
        },
        // Each appendix counts its own pages.
        pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL },
      },
    },
    headers: {
      first: new Header({ children: [new Paragraph({ children: [] })] }),
      default: new Header({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ size: points(13), font, children: [PageNumber.CURRENT] })],
          }),
        ],
      }),
    },
    children: [...children],
  };
}

export interface Written {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly align?: 'left' | 'center' | 'right' | 'justify';
  /** In points. */
  readonly before?: number;
  readonly after?: number;
  readonly keepNext?: boolean;
  /** All on one page. */
  readonly whole?: boolean;
  /** Indents on both sides, in twentieths of a point. */
  readonly side?: number;
  /** On the left alone, in millimetres. */
  readonly indent?: number;
  /** The comment that hangs on the text (its number in WordPlan.comments). */
  readonly comment?: number;
  /** Shown in the navigation at this level, 1 the highest, without being a heading of the text. */
  readonly outline?: 1;
}

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} as const;

/** One paragraph without a first-line indent: titles, letterhead, lists of addressees. */
export function line(text: string, as: Written = {}): Paragraph {
  return new Paragraph({
    alignment: alignments[as.align ?? 'left'],
    spacing: { before: (as.before ?? 0) * 20, after: (as.after ?? 0) * 20 },
    ...(as.keepNext && { keepNext: true }),
    ...(as.whole && { keepLines: true }),
    ...(as.side && { indent: { left: as.side, right: as.side } }),
    ...(as.indent && { indent: { left: millimetres(as.indent) } }),
    ...(as.outline && { outlineLevel: as.outline - 1 }),
    // An empty line is as high as its mark, which else has the size of body text.
    ...(text === '' && as.size !== undefined && { run: { size: points(as.size) } }),
    children: noted(run(text, as), as.comment),
  });
}

function noted(written: TextRun, comment: number | undefined): NonNullable<IParagraphOptions['children']> {
  if (comment === undefined) return [written];
  return [
    new CommentRangeStart(comment),
    written,
    new CommentRangeEnd(comment),
    new TextRun({ children: [new CommentReference(comment)] }),
  ];
}

/** Body text: 14 pt, justified, first line 1 cm, 6 pt between paragraphs, single lines. */
export function body(
  text: string,
  as: Pick<Written, 'size' | 'italics' | 'bold' | 'keepNext' | 'comment'> = {},
): Paragraph {
  return new Paragraph({
    ...bodyShape,
    ...(as.keepNext && { keepNext: true }),
    children: noted(run(text, as), as.comment),
  });
}

const bodyShape: IParagraphOptions = {
  alignment: AlignmentType.JUSTIFIED,
  indent: { firstLine: millimetres(10) },
  spacing: { before: 0, after: 120, line: 240, lineRule: LineRuleType.AUTO },
};

const levels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const;

/** A real heading, so that Word's outline shows it; level 1 is written in capitals. */
export function headingLine(level: 1 | 2 | 3, text: string): Paragraph {
  return new Paragraph({
    heading: levels[level],
    children: [new TextRun({ text: printable(level === 1 ? text.toLocaleUpperCase('vi') : text) })],
  });
}

/** "133-KL/TU" is not broken at its hyphen, nor a number from what it counts; whoever reads the text back finds plain ones. */
function run(text: string, { size, bold, italics }: Written): TextRun {
  const shown = printable(text).replace(beforeNumber, '\u00a0').replace(behindNumber, '\u00a0');
  return new TextRun({
    ...(withinCode.test(shown) ? { children: withWholeCodes(shown) } : { text: shown }),
    font,
    size: points(size ?? 14),
    ...(bold && { bold: true }),
    ...(italics && { italics: true }),
  });
}

/**
 * "bão số 3", "ngày 14/12/2024", "quý III"; not before a code, which by itself leaves a gap at the line's end that tears the
 * words before it apart.
 */
const beforeNumber =
  /(?<=(?<!\p{L})(?:số|ngày|tháng)) (?=\d(?!\d*[-/]\p{Lu}))|(?<=(?<!\p{L})quý) (?=[IV]{1,3}(?!\p{L}))/giu;
/** "35 mô hình", and no year: "năm 2024 như sau". */
const behindNumber = /(?<=(?<!năm )(?<![\d.,/-])\d[\d.,]{0,12}(?<=\d)) (?=\p{Ll})/gu;
/** Behind the stroke of a long code the line may break after all: "01-ĐA/BDVTU-UBND". */
const withinCode = /(?<=[\p{L}\d])(?<!\d-[\p{L}\d]{1,6}\/[\p{L}\d-]{5,12})-(?=[\p{L}\d])/u;

function withWholeCodes(text: string): (string | NoBreakHyphen)[] {
  return text.split(withinCode).flatMap((part, n) => (n === 0 ? [part] : [new NoBreakHyphen(), part]));
}

/** A drawn rule of `width` millimetres, centred in a column of `column` millimetres. */
export function rule(width: number, column: number): Paragraph {
  const side = millimetres((column - width) / 2);
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 70, after: 60, line: 40, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: black } },
    children: [new TextRun({ text: '', size: 2 })],
  });
}

/** "BÁO CÁO" and what it is about, with the rule of a third to a half below. */
export function titleBlock(kind: string, about: readonly string[]): readonly Paragraph[] {
  return [
    line(kind, { align: 'center', bold: true, before: 18 }),
    ...about.map((text) => line(text, { align: 'center', bold: true })),
    // A third to a half of the last line's own width; a bold letter of 14 points takes 2.3 mm.
    rule(0.42 * Math.min(textWidth, (about.at(-1) ?? kind).length * 2.3), textWidth),
    line('', { size: 6 }),
  ];
}
