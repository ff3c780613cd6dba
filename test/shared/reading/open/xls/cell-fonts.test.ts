import { describe, expect, it } from 'vitest';
import { cellFontsOf } from '../../../../../shared/reading/open/xls/cell-fonts.ts';

const u16 = (...values: readonly number[]) => values.flatMap((value) => [value & 255, value >> 8]);
const record = (type: number, body: readonly number[]) => [...u16(type, body.length), ...body];

/** A short text with one byte a letter (Excel 97) or as Excel 95 has it. */
const text = (letters: string, wide = true) => [
  letters.length,
  ...(wide ? [0] : []),
  ...Array.from(letters, (letter) => letter.charCodeAt(0)),
];
const font = (name: string, wide = true) => record(0x0031, [...new Array(14).fill(0), ...text(name, wide)]);
const style = (index: number) => record(0x00e0, [...u16(index), ...new Array(18).fill(0)]);
const begin = (version: number) => record(0x0809, u16(version, 0));
const label = (row: number, column: number, index: number) =>
  record(0x00fd, [...u16(row, column, index, 0, 0)]);
const end = record(0x000a, []);
const whole = (name: string) => [{ start: 0, font: name }];
const shared = (...texts: readonly (readonly number[])[]) => [
  ...[texts.length, 0, 0, 0],
  ...[texts.length, 0, 0, 0],
  ...texts.flat(),
];
/** A shared text of letters that are one byte wide, with changes of its font. */
const rich = (letters: string, ...changes: readonly (readonly [number, number])[]) => [
  ...u16(letters.length),
  8,
  ...u16(changes.length),
  ...Array.from(letters, (letter) => letter.charCodeAt(0)),
  ...changes.flatMap(([start, font]) => u16(start, font)),
];

/** A workbook with one sheet `s`; its globals are followed by the sheet itself. */
function stream(
  version: number,
  globals: readonly number[],
  cells: readonly number[],
  name = text('s'),
): Uint8Array {
  const entry = (at: number) => record(0x0085, [...u16(at, 0), 0, 0, ...name]);
  const head = [...begin(version), ...globals];
  const at = head.length + entry(0).length + end.length;
  return Uint8Array.from([...head, ...entry(at), ...end, ...begin(version), ...cells, ...end]);
}

describe('the fonts of cells with text', () => {
  it('are told by sheet, row and column where they are of before Unicode', () => {
    const bytes = stream(
      0x0600,
      [...font('Arial'), ...font('.VnTime'), ...font('VNI-Times'), ...style(0), ...style(1), ...style(2)],
      [...label(0, 0, 0), ...label(4, 1, 1), ...label(5, 2, 2)],
    );
    expect(cellFontsOf(bytes)).toEqual(
      new Map([['s', new Map([['4,1', whole('tcvn3')] as const, ['5,2', whole('vni')] as const])]]),
    );
  });

  it('count no font with the number 4', () => {
    const arials = new Array(4).fill(font('Arial')).flat();
    const bytes = stream(0x0600, [...arials, ...font('.VnTimeH'), ...style(5)], label(0, 0, 0));
    expect(cellFontsOf(bytes).get('s')?.get('0,0')).toEqual(whole('tcvn3-capitals'));
  });

  it('change within a text', () => {
    const texts = record(0x00fc, shared(rich('plain'), rich('B¸o c¸o', [0, 1], [1, 0])));
    const globals = [...font('Arial'), ...font('.VnTime'), ...style(0), ...texts];
    const cells = record(0x00fd, [...u16(0, 0, 0, 1, 0)]);
    expect(
      cellFontsOf(stream(0x0600, globals, cells))
        .get('s')
        ?.get('0,0'),
    ).toEqual([
      { start: 0, font: null },
      { start: 0, font: 'tcvn3' },
      { start: 1, font: null },
    ]);
  });

  it('are found behind texts that run over several records, wherever these are cut', () => {
    const all = shared(rich('thø nhÊt', [2, 1]), rich('B¸o c¸o', [0, 1]));
    // Within letters the next record tells anew how wide they are.
    const letters = [
      [13, 20],
      [30, 36],
    ] as const;
    for (let cut = 9; cut < all.length; cut += 1) {
      const inLetters = letters.some(([from, to]) => cut > from && cut <= to);
      const texts = [
        ...record(0x00fc, all.slice(0, cut)),
        ...record(0x003c, [...(inLetters ? [0] : []), ...all.slice(cut)]),
      ];
      const globals = [...font('Arial'), ...font('.VnTime'), ...style(0), ...texts];
      const cells = record(0x00fd, [...u16(0, 0, 0, 1, 0)]);
      expect([
        cut,
        cellFontsOf(stream(0x0600, globals, cells))
          .get('s')
          ?.get('0,0'),
      ]).toEqual([
        cut,
        [
          { start: 0, font: null },
          { start: 0, font: 'tcvn3' },
        ],
      ]);
    }
  });

  it('are told where their digits are pictures, and where they change their size', () => {
    const sized = (name: string, points: number) =>
      record(0x0031, [...u16(points * 20), ...new Array(12).fill(0), ...text(name)]);
    const texts = record(0x00fc, shared(rich('123', [2, 1])));
    const globals = [...sized('Arial', 13), ...sized('Arial', 6), ...sized('Wingdings', 13)];
    const styles = [...style(0), ...style(2)];
    const cells = [
      ...record(0x00fd, u16(0, 0, 0, 0, 0)),
      ...record(0x0203, [...u16(1, 0, 1), ...new Array(8).fill(0)]),
    ];
    const found = cellFontsOf(stream(0x0600, [...globals, ...styles, ...texts], cells)).get('s');
    expect(found?.get('0,0')).toEqual([
      { start: 0, font: null, size: 260 },
      { start: 2, font: null, size: 120 },
    ]);
    expect(found?.get('1,0')).toEqual([{ start: 0, font: null, size: 260, look: { pictures: true } }]);
  });

  it('are read of Excel 95 as well', () => {
    const bytes = stream(0x0500, [...font('.VnTime', false), ...style(0)], label(1, 1, 0), text('s', false));
    expect(cellFontsOf(bytes).get('s')?.get('1,1')).toEqual(whole('tcvn3'));
  });

  it('end where the stream is cut', () => {
    const bytes = stream(0x0600, [...font('.VnTime'), ...style(0)], label(0, 0, 0));
    for (let length = 0; length < bytes.length; length += 1) {
      expect(() => cellFontsOf(bytes.subarray(0, length))).not.toThrow();
    }
  });
});

describe('letters in the colour of what is behind them', () => {
  const inColour = (number: number) =>
    record(0x0031, [0, 0, 0, 0, ...u16(number), ...new Array(8).fill(0), ...text('Arial')]);
  /** Filled with a colour all over. */
  const filled = (number: number) =>
    record(0x00e0, [...u16(0), ...new Array(14).fill(0), ...u16(1 << 10, number)]);
  /** The workbook's own colours, from number 8. */
  const palette = (...colours: readonly (readonly number[])[]) =>
    record(0x0092, [...u16(colours.length), ...colours.flatMap((colour) => [...colour, 0])]);
  const number = record(0x0203, [...u16(2, 4, 0), ...new Array(8).fill(0)]);
  const isHidden = (...globals: readonly (readonly number[])[]) =>
    cellFontsOf(stream(0x0600, globals.flat(), number))
      .get('s')
      ?.get('2,4')?.[0]?.look?.hidden ?? false;
  const [black, white, red] = [
    [0, 0, 0],
    [255, 255, 255],
    [255, 0, 0],
  ] as const;

  it('are hidden: white on paper, or a number on a fill of the same', () => {
    expect(isHidden(inColour(9), style(0))).toBe(true);
    expect(isHidden(inColour(1), filled(9))).toBe(true);
    expect(isHidden(inColour(10), filled(10))).toBe(true);
    expect(isHidden(inColour(8), style(0))).toBe(false);
  });

  it('are hidden where they are no larger than a dot', () => {
    const inTwips = (height: number) =>
      record(0x0031, [...u16(height), ...new Array(12).fill(0), ...text('Arial')]);
    expect([20, 40, 60, 220].map((height) => isHidden(inTwips(height), style(0)))).toEqual([
      ...[true, true],
      ...[false, false],
    ]);
  });

  it('are told by the colours that the workbook has of its own, behind the fonts that name them', () => {
    expect(isHidden(inColour(9), style(0), palette(black, black))).toBe(false);
    expect(isHidden(inColour(1), filled(9), palette(black, black))).toBe(false);
    expect(isHidden(inColour(10), style(0), palette(black, black, white))).toBe(true);
    expect(isHidden(inColour(10), filled(8), palette(red, white, red))).toBe(true);
    expect(isHidden(inColour(1), style(0), palette(black, black))).toBe(true);
    expect(isHidden(inColour(9), style(0), palette(black))).toBe(true);
    expect(isHidden(inColour(9), style(0), record(0x0092, []))).toBe(true);
  });
});
