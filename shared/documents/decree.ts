/**
 * The look of an official document by Nghị định 30/2020/NĐ-CP, Phụ lục I: page, letterhead, title, headings, body,
 * signature. Sizes are the decree's, in points; each stands where it is used.
 */
import {
  AlignmentType,
  BorderStyle,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  type ISectionOptions,
  type IStylesOptions,
  LineRuleType,
  NumberFormat,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { printable } from './visible-text.ts';
import { millimetres } from './word.ts';

const font = 'Times New Roman';
const black = '000000';

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
      alignment: AlignmentType.JUSTIFIED,
      indent: { firstLine: millimetres(10) },
      spacing: { before: 120, after: 60 },
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
  /** Indents on both sides, in twentieths of a point. */
  readonly side?: number;
}

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} as const;

/**
 * A name too long for its column wraps near its middle ("SỞ TÀI NGUYÊN / VÀ MÔI TRƯỜNG"), not one word before its
 * end: indents narrow the paragraph, so that the text itself stays whole.
 */
function balanced(text: string, column: number, as: Written): Paragraph {
  const perLetter = 2.6;
  if (text.length * perLetter < column) return line(text, as);
  const words = text.split(' ');
  const halves = words.slice(1).map((_, n) => {
    const first = words.slice(0, n + 1).join(' ').length;
    return Math.max(first, text.length - first - 1);
  });
  const wanted = Math.min(...halves) * perLetter + 3;
  const side = millimetres(Math.max(0, (column - wanted) / 2));
  return line(text, { ...as, side });
}

/** One paragraph without a first-line indent: titles, letterhead, lists of addressees. */
export function line(text: string, as: Written = {}): Paragraph {
  return new Paragraph({
    alignment: alignments[as.align ?? 'left'],
    spacing: { before: (as.before ?? 0) * 20, after: (as.after ?? 0) * 20 },
    ...(as.keepNext && { keepNext: true }),
    ...(as.side && { indent: { left: as.side, right: as.side } }),
    children: [run(text, as)],
  });
}

/** Body text: 14 pt, justified, first line 1 cm, 6 pt between paragraphs, lines of 1.15. */
export function body(text: string, as: Pick<Written, 'italics' | 'bold'> = {}): Paragraph {
  return new Paragraph({ ...bodyShape, children: [run(text, as)] });
}

const bodyShape: IParagraphOptions = {
  alignment: AlignmentType.JUSTIFIED,
  indent: { firstLine: millimetres(10) },
  spacing: { before: 0, after: 120, line: 276, lineRule: LineRuleType.AUTO },
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

function run(text: string, { size, bold, italics }: Written): TextRun {
  return new TextRun({
    text: printable(text),
    font,
    size: points(size ?? 14),
    ...(bold && { bold: true }),
    ...(italics && { italics: true }),
  });
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

/** Quốc hiệu, tiêu ngữ, the body that issues, its superior, number, place and date. */
export function letterhead(head: {
  readonly parent: string;
  readonly issuer: string;
  readonly number: string;
  readonly placeAndDate: string;
}): Table {
  const [left, right] = [68, 97];
  const capitals = (text: string) => text.toLocaleUpperCase('vi');
  const centred = { align: 'center' } as const;
  return invisibleTable(
    [left, right],
    [
      [
        [
          balanced(capitals(head.parent), left, { ...centred, size: 12 }),
          balanced(capitals(head.issuer), left, { ...centred, size: 12, bold: true }),
          rule(left * 0.4, left),
        ],
        [
          line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { ...centred, size: 12, bold: true }),
          line('Độc lập - Tự do - Hạnh phúc', { ...centred, size: 13, bold: true }),
          rule(59, right),
        ],
      ],
      [
        [line(head.number, { ...centred, size: 13 })],
        [line(head.placeAndDate, { ...centred, size: 13, italics: true })],
      ],
    ],
  );
}

/** "BÁO CÁO" and what it is about, with the rule of a third to a half below. */
export function titleBlock(kind: string, about: readonly string[]): readonly Paragraph[] {
  return [
    line(kind, { align: 'center', bold: true, before: 18 }),
    ...about.map((text) => line(text, { align: 'center', bold: true })),
    rule(60, textWidth),
    line('', { size: 6 }),
  ];
}

/** "Nơi nhận" on the left, who signs on the right, with room for the signature. */
export function signatureBlock(addressees: readonly string[], signer: string): Table {
  return invisibleTable(
    [85, 80],
    [
      [
        [
          line('Nơi nhận:', { size: 12, bold: true, italics: true }),
          ...addressees.map((each) => line(`- ${each}`, { size: 11 })),
        ],
        [
          line(signer.toLocaleUpperCase('vi'), { align: 'center', bold: true }),
          ...Array.from({ length: 5 }, () => line('', {})),
        ],
      ],
    ],
    true,
  );
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};

function invisibleTable(
  widths: readonly number[],
  rows: readonly (readonly (readonly Paragraph[])[])[],
  together = false,
): Table {
  return new Table({
    ...fixed(widths),
    borders: noBorders,
    margins: { left: 0, right: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: together,
          children: cells.map(
            (children, n) =>
              new TableCell({
                borders: noBorders,
                width: { size: millimetres(widths[n] ?? 0), type: WidthType.DXA },
                children: [...children],
              }),
          ),
        }),
    ),
  });
}

export interface GridCell extends Written {
  readonly text: string;
  readonly columns?: number;
  /** `RRGGBB`. */
  readonly fill?: string;
}

/** A ruled table; widths in millimetres. The first row repeats on every page, and no row is torn in two. */
export function grid(
  widths: readonly number[],
  header: readonly string[],
  rows: readonly (readonly GridCell[])[],
  size: number,
): Table {
  const edge = { style: BorderStyle.SINGLE, size: 4, color: black } as const;
  const head = header.map((text): GridCell => ({ text, bold: true, align: 'center', fill: 'E7ECF2' }));
  return new Table({
    ...fixed(widths),
    margins: { left: millimetres(1), right: millimetres(1), top: 30, bottom: 30 },
    borders: {
      top: edge,
      bottom: edge,
      left: edge,
      right: edge,
      insideHorizontal: edge,
      insideVertical: edge,
    },
    rows: [head, ...rows].map((cells, n) => {
      let column = 0;
      return new TableRow({
        tableHeader: n === 0,
        cantSplit: true,
        children: cells.map((cell) => {
          const span = cell.columns ?? 1;
          const width = widths.slice(column, column + span).reduce((sum, each) => sum + each, 0);
          column += span;
          return new TableCell({
            width: { size: millimetres(width), type: WidthType.DXA },
            columnSpan: span,
            verticalAlign: VerticalAlignTable.CENTER,
            ...(cell.fill && { shading: { fill: cell.fill } }),
            children: cell.text.split('\n').map((text) => line(text, { ...cell, size: cell.size ?? size })),
          });
        }),
      });
    }),
  });
}

function fixed(widths: readonly number[]) {
  return {
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    columnWidths: widths.map(millimetres),
    width: { size: widths.reduce((sum, width) => sum + millimetres(width), 0), type: WidthType.DXA },
  };
}
