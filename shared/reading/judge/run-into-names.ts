/** Figures that ran into the words beside them, where a table was put together from places. */
import type { Cell } from '../model/document.ts';
import { fold } from '../understand/folding.ts';
import type { FormRow } from '../understand/form-rows.ts';

/** A text that ends in figures. */
const ROW = /(?:^|\s)[-–]?\d[\d.,]*%?$/u;
const LONGEST_END = 40;

const FIGURE = /^[-–(]?\d[\d.,/]*%?\)?$/;
/** Numbers of lists; without a mark behind them only where they count. */
const NUMBERED = /^\d[\d.]*[.)]$/;

/** A year, a day, the number of an act; "quý 1" may be the end of a name and its figure. */
const NO_FIGURE =
  /(?<!\p{L})(?:năm 20\d\d|\d{1,2}\.\d{1,2}\.20\d\d|(?:nghị quyết|chỉ thị|kết luận|kế hoạch|quyết định|công văn|thông báo|nghị định|thông tư|hướng dẫn|mẫu|biểu) số \d{1,4})$/iu;

/** Whether a text ends in a figure that is no year, no day and no number of an act. */
export function endsInFigure(text: string): boolean {
  const end = text.slice(-LONGEST_END);
  return ROW.test(end) && !NO_FIGURE.test(end.normalize('NFC'));
}

/** Names and units that a figure seems to have run into, in rows that are blank in a column of figures. */
export function holdingFigures(rows: readonly FormRow[]): readonly Cell[] {
  const areNumbered = count(rows);
  return rows.flatMap(({ layout, match: { indicator }, cells: { name, unit, ...cells } }) => {
    const isBlank = (['value', 'cumulative'] as const).some(
      (kind) => layout.columns.has(kind) && !cells[kind],
    );
    if (!isBlank) return [];
    const called = [...Object.values(indicator.name), ...indicator.aliases].map(fold);
    const words = (name?.text ?? '').split(/\s+/);
    const [first, last] = [words[0] ?? '', words.at(-1) ?? ''];
    const begins =
      words.length > 1 &&
      FIGURE.test(first) &&
      !NUMBERED.test(first) &&
      !areNumbered &&
      !called.some((each) => each.startsWith(fold(first)));
    const ends = endsInFigure(name?.text ?? '') && !called.some((each) => each.endsWith(fold(last)));
    return [
      ...(name && (begins || ends) ? [name] : []),
      ...(unit && wordsOf(unit).some((word) => FIGURE.test(word)) ? [unit] : []),
    ];
  });
}

function wordsOf({ text }: Cell): readonly string[] {
  return text.split(/\s+/);
}

/** Whether the names begin with numbers that count their rows, anew in each section. */
function count(rows: readonly FormRow[]): boolean {
  const numbers = rows.flatMap(({ cells: { name } }) => {
    const first = name ? (wordsOf(name)[0] ?? '') : '';
    return FIGURE.test(first) ? [Number(first.split(/\D/).findLast((digits) => digits !== ''))] : [];
  });
  return (
    numbers.length > 1 && numbers.every((number, n) => number === 1 || number === (numbers[n - 1] ?? 0) + 1)
  );
}
