/** The tables of an official document by Nghị định 30/2020/NĐ-CP: letterhead, signature, ruled tables of figures. */
import {
  AlignmentType,
  BorderStyle,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import { line, rule, type Written } from './decree.ts';
import { millimetres } from './word.ts';

/** Quốc hiệu, tiêu ngữ, the body that issues, its superior, number, place and date. */
export function letterhead(head: {
  readonly parent: string;
  readonly issuer: string;
  readonly number: string;
  readonly placeAndDate: string;
  /** What a letter is about ("V/v …"): it stands below the number, as a letter has no title. */
  readonly about?: string;
  /** "DỰ THẢO", below the number. */
  readonly mark?: string;
}): Table {
  const [left, right] = [68, 97];
  const capitals = (text: string) => text.toLocaleUpperCase('vi');
  const centred = { align: 'center' } as const;
  return invisibleTable(
    [left, right],
    [
      [
        [
          named(capitals(head.parent), left, { ...centred, size: 12 }),
          named(capitals(head.issuer), left, { ...centred, size: 12, bold: true }),
          rule(widthOf(capitals(head.issuer), left) * 0.42, left),
        ],
        [
          line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { ...centred, size: 12, bold: true }),
          line('Độc lập - Tự do - Hạnh phúc', { ...centred, size: 13, bold: true }),
          rule(59, right),
        ],
      ],
      [
        [
          line(head.number, { ...centred, size: 13 }),
          ...(head.about === undefined ? [] : [line(head.about, { ...centred, size: 12, before: 6 })]),
          ...(head.mark === undefined
            ? []
            : [line(head.mark, { ...centred, size: 13, bold: true, before: 4 })]),
        ],
        [line(head.placeAndDate, { ...centred, size: 13, italics: true })],
      ],
    ],
  );
}

/**
 * A name too long for its column wraps near its middle ("SỞ TÀI NGUYÊN / VÀ MÔI TRƯỜNG"), not one word before its
 * end: indents narrow the paragraph, so that the text itself stays whole. The width it takes, in millimetres.
 */
function widthOf(name: string, column: number): number {
  const perLetter = 2.6;
  if (name.length * perLetter < column) return name.length * perLetter;
  const words = name.split(' ');
  const halves = words.slice(1).map((_, n) => {
    const first = words.slice(0, n + 1).join(' ').length;
    return Math.max(first, name.length - first - 1);
  });
  return Math.min(column, Math.min(...halves) * perLetter + 3);
}

function named(name: string, column: number, as: Written): Paragraph {
  const spare = column - widthOf(name, column);
  const oneLine = widthOf(name, column) > name.length * 2;
  return line(name, oneLine ? as : { ...as, side: millimetres(spare / 2) });
}

/** "Nơi nhận" on the left, who signs on the right, with room for the signature above the signer's name. */
export function signatureBlock(
  addressees: readonly string[],
  signers: readonly string[],
  name: string,
): Table {
  const centred = { align: 'center', bold: true } as const;
  return invisibleTable(
    [85, 80],
    [
      [
        [
          line('Nơi nhận:', { size: 12, bold: true, italics: true, before: 14 }),
          ...addressees.map((each) => line(`- ${each}`, { size: 11 })),
        ],
        [
          ...signers.map((signer, n) =>
            line(signer.toLocaleUpperCase('vi'), { ...centred, before: n === 0 ? 14 : 0 }),
          ),
          ...Array.from({ length: 4 }, () => line('', {})),
          line(name, centred),
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
  /** One cell with the one above; only the first of them shows its text. */
  readonly goesOn?: boolean;
  /** `RRGGBB`. */
  readonly fill?: string;
}

/**
 * A ruled table; widths in millimetres, `padding` in points above and below each text. The first row repeats on every page,
 * and no row is torn in two.
 */
export function grid(
  widths: readonly number[],
  header: readonly string[],
  rows: readonly (readonly GridCell[])[],
  size: number,
  padding = 1,
): Table {
  const edge = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
  const head = header.map((text): GridCell => ({ text, bold: true, align: 'center', fill: 'E7ECF2' }));
  return new Table({
    ...fixed(widths),
    margins: { left: millimetres(1), right: millimetres(1), top: padding * 20, bottom: padding * 20 },
    borders: {
      top: edge,
      bottom: edge,
      left: edge,
      right: edge,
      insideHorizontal: edge,
      insideVertical: edge,
    },
    rows: [head, ...rows].map((cells, n, all) => {
      let column = 0;
      return new TableRow({
        tableHeader: n === 0,
        cantSplit: true,
        children: cells.map((cell, c) => {
          const below = all[n + 1]?.[c]?.goesOn === true;
          const span = cell.columns ?? 1;
          const width = widths.slice(column, column + span).reduce((sum, each) => sum + each, 0);
          column += span;
          return new TableCell({
            width: { size: millimetres(width), type: WidthType.DXA },
            columnSpan: span,
            ...(below && { verticalMerge: VerticalMergeType.RESTART }),
            ...(cell.goesOn && { verticalMerge: VerticalMergeType.CONTINUE }),
            verticalAlign: VerticalAlignTable.CENTER,
            ...(cell.fill && { shading: { fill: cell.fill } }),
            children: cell.text.split('\n').map((text) => line(text, { ...cell, size: cell.size ?? size })),
          });
        }),
      });
    }),
  });
}

/**
 * Millimetres that a column of a grid needs so that none of these texts is broken, by what Times New Roman takes for
 * digits, signs and the letters of Vietnamese words.
 */
export function columnFor(texts: readonly string[], size: number): number {
  const em = (size * 25.4) / 72;
  const widest = Math.max(
    0,
    ...texts.map((text) => [...text].reduce((sum, each) => sum + partOfEm(each), 0)),
  );
  return widest * em + 2.6;
}

function partOfEm(letter: string): number {
  if (/[\s.,:;]/.test(letter)) return 0.25;
  return /[+−=<>]/.test(letter) ? 0.57 : 0.5;
}

function fixed(widths: readonly number[]) {
  return {
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    columnWidths: widths.map(millimetres),
    width: { size: widths.reduce((sum, width) => sum + millimetres(width), 0), type: WidthType.DXA },
  };
}
