/** Figures around a pdf file's table, which it may have lost. */
import { textAbove, textBelow } from '../model/around-tables.ts';
import type { NeutralDocument, Paragraph } from '../model/document.ts';
import type { ReadingRegime } from '../model/reading.ts';
import type { Form } from '../understand/form-rows.ts';
import { readNumber } from '../understand/numbers.ts';
import { isUnit } from '../understand/units-of-measure.ts';

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
