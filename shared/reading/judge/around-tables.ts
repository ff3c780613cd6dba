/** The text around a pdf file's table, in which what the table lost may stand. */
import type { Cell, NeutralDocument, Paragraph, Table } from '../model/document.ts';
import type { ReadingRegime } from '../model/reading.ts';
import type { Form, FormRow } from '../understand/form-rows.ts';
import { readNumber } from '../understand/numbers.ts';
import { isUnit } from '../understand/units-of-measure.ts';

type Blocks = NeutralDocument['blocks'];

/** The paragraphs from a table to the next one. */
export function textBelow(blocks: Blocks, table: Table): readonly Paragraph[] {
  const own = blocks.slice(blocks.indexOf(table) + 1);
  const end = own.findIndex(({ kind }) => kind === 'table');
  return paragraphsOf(own.slice(0, end < 0 ? undefined : end));
}

/** The paragraphs from the table before, or from the beginning, to a table. */
export function textAbove(blocks: Blocks, table: Table): readonly Paragraph[] {
  const own = blocks.slice(0, blocks.indexOf(table));
  return paragraphsOf(own.slice(own.findLastIndex(({ kind }) => kind === 'table') + 1));
}

function paragraphsOf(blocks: Blocks): readonly Paragraph[] {
  return blocks.filter((block) => block.kind === 'paragraph');
}

/** Figures that stand by themselves around a table, each perhaps of a row that seems blank. */
export function strayFigures(
  { blocks }: NeutralDocument,
  { table }: Form,
  { indicators }: ReadingRegime,
): readonly Paragraph[] {
  if (!table.pages) return [];
  const units = indicators.map(({ unitOfMeasure }) => unitOfMeasure);
  const isFigure = ({ text }: Paragraph) => {
    const written = readNumber(text, { whole: false });
    return written !== null && (written.rest === '' || isUnit(written.rest, units));
  };
  return [...textAbove(blocks, table), ...textBelow(blocks, table)].filter(isFigure);
}

/** What names the rows that seem blank where a figure is asked for. */
export function namesOfBlanks(rows: readonly FormRow[]): readonly Cell[] {
  return rows.flatMap(({ layout, match: { indicator }, cells }) => {
    const isBlank = (['value', 'cumulative'] as const).some(
      (slot) =>
        layout.columns.has(slot) && !cells[slot] && (slot === 'value' || indicator.acrossPeriods === 'sum'),
    );
    return isBlank ? (cells.name ?? cells.code ?? []) : [];
  });
}
