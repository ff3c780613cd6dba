/** Rows that a pdf file's table lost: their names stand in cells of something else, or in the text around it. */
import { languageOf } from '../../regime/language.ts';
import type { Indicator } from '../../regime/regime.ts';
import { say } from '../../vocabulary/text.ts';
import { textAbove, textBelow } from '../model/around-tables.ts';
import type { Cell, Doubt, NeutralDocument, Table } from '../model/document.ts';
import type { ReadingRegime } from '../model/reading.ts';
import { fold, hasPhrase } from '../understand/folding.ts';
import type { Form } from '../understand/form-rows.ts';
import { pageOf } from '../understand/grid.ts';
import { saysNothing } from '../understand/numbers.ts';
import { endsInFigure } from './run-into-names.ts';

/** Rows of indicators that were found nowhere, though a cell of a pdf file's table holds their code or name. */
export function notTakenApart(
  { blocks }: NeutralDocument,
  forms: readonly Form[],
  missing: readonly Indicator[],
  regime: ReadingRegime,
): ReadonlyMap<Table, ReadonlyMap<Cell, Doubt>> {
  const absent = missing.map((each) => soughtOf(each, regime));
  const taken = new Set(
    forms.flatMap(({ rows }) =>
      rows.flatMap(({ cells, match }) => [
        ...(match.by === 'name' && match.name === 'exact' ? [cells.name] : []),
      ]),
    ),
  );
  const known = new Set(forms.flatMap(({ rows }) => rows.flatMap(({ cells }) => Object.values(cells))));
  const found = new Map<Table, ReadonlyMap<Cell, Doubt>>();
  for (const table of blocks) {
    if (table.kind !== 'table' || !table.pages) continue;
    const cells = table.cells.filter(
      (cell) =>
        (!taken.has(cell) && holdsOne(cell, absent)) ||
        (table.laidOut && !known.has(cell) && isBrokenRow(cell.text, absent)),
    );
    const [first, last] = [table.cells[0], table.cells.at(-1)];
    if (table.laidOut) cells.push(...brokenNames(table, known, absent));
    if (table.laidOut && first && last) {
      const [above, below] = [textAbove, textBelow].map((around) =>
        around(blocks, table).map(({ text }) => text),
      );
      const names = (texts: readonly string[] = []) => holdsName(texts, absent) || beginsName(texts, absent);
      if (below?.some((text) => isRowOf(text, absent)) || names(below)) cells.push(last);
      if (areRowsOf(above ?? [], absent) || names(above)) cells.push(first);
    }
    found.set(table, new Map(cells.map((cell) => [cell, { why: 'row', page: pageOf(cell, table) }])));
  }
  return found;
}

/** Lines, or rows, over which one name may have been spread. */
const MOST_LINES = 4;

/** Cells below each other that together hold the name of an indicator: its lines were taken for rows. */
function brokenNames(
  table: Table,
  known: ReadonlySet<Cell | undefined>,
  absent: readonly Sought[],
): readonly Cell[] {
  const unknown = table.cells.filter((cell) => !known.has(cell));
  return [...Map.groupBy(unknown, ({ column }) => column).values()].flatMap((cells) =>
    cells.filter((first, n) => {
      const below = cells.slice(n, n + MOST_LINES).filter((cell, at) => cell.row <= first.row + at);
      return isNameOf(
        below.map(({ text }) => text),
        absent,
      );
    }),
  );
}

/** Whether lines of text are the name of an indicator, or begin with one; figures may stand among them. */
function isNameOf(lines: readonly string[], absent: readonly Sought[]): boolean {
  const words = lines.filter((line) => /\p{L}/u.test(line));
  const [first = '', ...more] = words.map((line) => fold(line.replace(FIGURE_FIRST, '')));
  return absent.some(({ names }) =>
    names.some((name) => {
      let read = first;
      for (const line of more) {
        if (read === name || !name.startsWith(`${read} `)) break;
        read = `${read} ${line}`;
      }
      return read === name;
    }),
  );
}

/** Whether a name stands among texts, in lines of its own. */
function holdsName(texts: readonly string[], absent: readonly Sought[]): boolean {
  return texts.some((text, n) => /\p{L}/u.test(text) && isNameOf(texts.slice(n, n + 2 * MOST_LINES), absent));
}

/** So many words are no beginning by chance. */
const FEWEST_WORDS = 4;

/** Whether a text is the beginning of a name, whatever stands among the rest of it. */
function beginsName(texts: readonly string[], absent: readonly Sought[]): boolean {
  return texts.some((text) => {
    const folded = fold(text);
    const isLong = folded.split(' ').length >= FEWEST_WORDS;
    return isLong && absent.some(({ names }) => names.some((name) => name.startsWith(`${folded} `)));
  });
}

/** One that begins with a figure, and with no number of a list: the name beside it was wrapped. */
const FIGURE_FIRST = /^[-–(]?\d(?:[\d.,/]*\d)?(?: \d{3}){0,3}\)?\s?%?\s+(?=[\p{Ll}%])/u;
/** Longer texts are prose. */
const LONGEST_ROW = 300;

/** What an indicator's row may be known by, folded. */
interface Sought {
  readonly code: string;
  readonly names: readonly string[];
  readonly unit: string;
}

function soughtOf({ code, name, aliases, unitOfMeasure }: Indicator, regime: ReadingRegime): Sought {
  return {
    code: fold(code),
    names: [say(name, languageOf(regime)), ...aliases].map(fold),
    unit: fold(unitOfMeasure),
  };
}

/** The number of a page, with its word. */
const PAGE = /^(?:trang|page)\s{1,3}\d{1,3}$/iu;

/** Whether a text may be a row that the table above it lost. */
function isRowOf(text: string, absent: readonly Sought[]): boolean {
  const folded = fold(text);
  return (
    (endsInFigure(text) && !PAGE.test(text)) ||
    absent.some(({ code }) => hasPhrase(folded, code)) ||
    isBrokenRow(text, absent)
  );
}

/**
 * Whether texts above a table are rows that it lost. Letterheads end in figures, too: more is asked of them, a code or
 * a part of a name besides.
 */
function areRowsOf(texts: readonly string[], absent: readonly Sought[]): boolean {
  const isNamed = (folded: string) =>
    absent.some((each) => hasPhrase(folded, each.code) || isPartOf(folded, each));
  return (
    (texts.some((text) => endsInFigure(text) || FIGURE_FIRST.test(text)) && texts.map(fold).some(isNamed)) ||
    texts.some((text) => isBrokenRow(text, absent))
  );
}

/** Whether a text is a figure and words of the name or unit of an indicator: a line of a name that took several. */
function isBrokenRow(text: string, absent: readonly Sought[]): boolean {
  const [figure] = FIGURE_FIRST.exec(text) ?? [];
  if (figure === undefined) return saysNothingOf(text, absent);
  const words = fold(text.slice(figure.length));
  return absent.some((each) => {
    const { names, unit } = each;
    const parts = [words, withoutUnit(words, each)];
    return words === unit || parts.some((part) => names.some((name) => hasPhrase(name, part)));
  });
}

/**
 * Whether a text is what stands for nothing, beside a name or a part of one: a row of a figure of 0. A dash before words
 * looks like one of a list.
 */
function saysNothingOf(text: string, absent: readonly Sought[]): boolean {
  if (text.length > LONGEST_ROW) return false;
  const words = text.split(' ');
  // "không có" is two words.
  const beside = [1, 2].flatMap((many) => [
    ...(saysNothing(words.slice(0, many).join(' ')) ? [words.slice(many)] : []),
    ...(saysNothing(words.slice(-many).join(' ')) ? [words.slice(0, -many)] : []),
  ]);
  return beside.some((left) => {
    const folded = fold(left.join(' '));
    return absent.some((each) =>
      [folded, withoutUnit(folded, each)].some((part) => each.names.includes(part) || isPartOf(part, each)),
    );
  });
}

function withoutUnit(words: string, { unit }: Sought): string {
  if (words.startsWith(`${unit} `)) return words.slice(unit.length + 1);
  return words.endsWith(` ${unit}`) ? words.slice(0, -unit.length - 1) : words;
}

/** Whether a folded text is two words or more of an indicator's name, and nothing else. */
function isPartOf(folded: string, { names }: Sought): boolean {
  return folded.includes(' ') && names.some((name) => hasPhrase(name, folded));
}

function holdsOne({ text }: Cell, absent: readonly Sought[]): boolean {
  const folded = fold(text);
  return absent.some(({ code, names }) => [code, ...names].some((phrase) => hasPhrase(folded, phrase)));
}
