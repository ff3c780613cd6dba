/** What a file holds and nobody read, where a blank or a missing form would else be the unit's fault. */
import type { UnreadPiece } from '../../wording/unread.ts';
import type { Cell, NeutralDocument, Skipped, Source, Table } from '../model/document.ts';
import type { ReadingRegime } from '../model/reading.ts';
import { parseAddress } from '../open/xlsx/cell-address.ts';
import type { Form, FormRow } from '../understand/form-rows.ts';
import { columnsOf, overlaps, type Range } from '../understand/grid.ts';
import { isFigure, strangeHeadings } from '../understand/guessed-layouts.ts';
import { isLeftAside } from '../understand/headers.ts';
import type { RowMatcher } from '../understand/matching.ts';
import { strayFigures } from './stray-figures.ts';

/** Things in which figures and text may stand that a person sees. */
const visible: ReadonlySet<string> = new Set([
  ...[
    'embedded-object',
    'embedded-document',
    'text-box',
    'drawing-text',
    'word-art',
    'diagram',
    'nested-table',
  ],
  ...['form-field', 'field-code', 'attached-file', 'chart', 'image', 'scanned-page', 'turned-figure'],
]);
/** Letterheads, stamps and marks of an index are everywhere: these are named only where they may be all there is. */
const ornaments: ReadonlySet<string> = new Set(['image', 'chart', 'field-code']);
/** Has a finding of its own at its place. */
const told: ReadonlySet<string> = new Set(['struck-text', 'hidden-text']);

/** What stands in a file and no reader can take, from where it may matter. */
export class Unread {
  readonly #document: NeutralDocument;
  readonly #tables: readonly Table[];

  constructor(document: NeutralDocument) {
    this.#document = document;
    this.#tables = document.blocks.filter((block): block is Table => block.kind === 'table' && !block.hidden);
  }

  /** What stands in the file as a whole, a kind once. @param all whether what is mostly ornament counts */
  anywhere(all: boolean): readonly UnreadPiece[] {
    const kinds = new Map<string, UnreadPiece>();
    for (const { why, where } of this.#document.skipped) {
      if (!visible.has(why) || (!all && ornaments.has(why)) || kinds.has(why)) continue;
      kinds.set(why, { why, where });
    }
    return [...kinds.values()];
  }

  /** Columns of figures in tables that would be forms, were their headings known. */
  columns(matcher: RowMatcher): readonly UnreadPiece[] {
    const heads = this.#tables.flatMap((table) => strangeHeadings(table, matcher));
    return heads.map(({ text, source }) => ({ why: 'strange-column', where: source, heading: text }));
  }

  /** What stands in the blank cell of a row, or beside it in a column that was not understood. */
  beside(form: Form, row: FormRow, slot: 'value' | 'cumulative'): readonly UnreadPiece[] {
    return [
      ...this.#inCell(form, row, slot).flatMap(({ why, where }) =>
        visible.has(why) ? [{ why, where }] : [],
      ),
      ...this.#tablesIn(form, row, slot),
      ...strangeColumns(form, row),
    ];
  }

  /** Figures that stand by themselves around the tables of a pdf file. */
  strays(forms: readonly Form[], regime: ReadingRegime): readonly UnreadPiece[] {
    const found = forms.flatMap((form) => strayFigures(this.#document, form, regime));
    return [...new Set(found)].map(({ text, source }) => ({
      why: 'stray-figure',
      where: source,
      heading: text,
    }));
  }

  /** Whether what stands in the blank cell does not count, and is told of there. */
  isTold(form: Form, row: FormRow, slot: 'value' | 'cumulative'): boolean {
    return this.#inCell(form, row, slot).some(({ why }) => told.has(why));
  }

  /** A table within the cell is one of its own, so that a figure in it is nobody's. */
  #tablesIn({ table }: Form, { row, layout }: FormRow, slot: 'value' | 'cumulative'): readonly UnreadPiece[] {
    const columns = layout.columns.get(slot);
    const own = table.cells[0]?.source;
    if (!columns || !own) return [];
    return this.#tables.flatMap(({ within, cells }) =>
      within && cells.length > 0 && isAt(within, own, row, columns)
        ? [{ why: 'nested-table', where: within }]
        : [],
    );
  }

  #inCell({ table }: Form, { row, layout }: FormRow, slot: 'value' | 'cumulative'): readonly Skipped[] {
    const columns = layout.columns.get(slot);
    const own = table.cells[0]?.source;
    if (!columns || !own || this.#document.skipped.length === 0) return [];
    return this.#document.skipped.filter(({ where }) => where !== null && isAt(where, own, row, columns));
  }
}

function isAt(where: Source, own: Source, row: number, columns: Range): boolean {
  if ('table' in where) {
    return (
      'table' in own && where.table === own.table && where.row === row && isWithin(where.column, columns)
    );
  }
  if (!('sheet' in where) || !('sheet' in own) || where.sheet !== own.sheet) return false;
  const place = parseAddress(where.cell);
  return place.row === row && isWithin(place.column, columns);
}

function isWithin(column: number, { from, to }: Range): boolean {
  return column >= from && column <= to;
}

/**
 * What the row holds in columns of figures whose heading says nothing that is known, not even that they are of another
 * kind. An answer in words is one where others in its column are figures.
 */
function strangeColumns({ table, rows }: Form, { row, layout }: FormRow): readonly UnreadPiece[] {
  const known = [...layout.columns.values()];
  const isStrange = (cell: Cell) => !known.some((each) => overlaps(each, columnsOf(cell)));
  const own = table.cells.filter((cell) => cell.row === row && isStrange(cell));
  if (own.length === 0) return [];
  const ofForm = new Set(rows.map((each) => each.row));
  const figures = new Set(
    table.cells
      .filter((cell) => ofForm.has(cell.row) && isStrange(cell) && isFigure(cell))
      .map(({ column }) => column),
  );
  return own
    .filter((cell) => figures.has(cell.column))
    .flatMap((cell) => {
      const heads = layout.cells.filter((head) => overlaps(columnsOf(head), columnsOf(cell)));
      if (heads.some(isLeftAside)) return [];
      const heading = heads.map(({ text }) => text).join(' – ');
      return [{ why: 'strange-column' as const, where: cell.source, heading }];
    });
}
