/** The text around a table. */
import type { NeutralDocument, Paragraph, Table } from './document.ts';

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
