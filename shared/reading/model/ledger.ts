/** Keeps account of every filled cell and paragraph, so that read + skipped = total. */

import type { PassedOver } from '../../vocabulary/reading.ts';
import type { Cell, NeutralDocument, Paragraph, Skipped, Table } from './document.ts';
import type { Reading } from './reading.ts';

type Piece = Cell | Paragraph;

/** Which cells and paragraphs were read, and why the others were not: read + skipped = all. */
export class Ledger {
  readonly #read = new Set<Piece>();
  readonly #reasons = new Map<Piece, PassedOver>();

  read(...pieces: readonly (Piece | undefined)[]): void {
    for (const piece of pieces) if (piece) this.#read.add(piece);
  }

  /** Gives the reason for a piece that nothing else reads; the first reason stays. */
  pass(piece: Piece, why: PassedOver): void {
    if (!this.#reasons.has(piece)) this.#reasons.set(piece, why);
  }

  /** Closes the account. Neighbours of one table skipped for the same reason are one entry with a count. */
  close(document: NeutralDocument): Pick<Reading, 'skipped' | 'counts'> {
    const skipped: Skipped[] = document.skipped.map(({ text: _, ...entry }) => entry);
    let read = 0;
    let total = document.skipped.reduce((sum, entry) => sum + (entry.count ?? 1), 0);
    for (const block of document.blocks) {
      const pieces = block.kind === 'paragraph' ? [block] : block.cells;
      total += pieces.length;
      read += pieces.filter((piece) => this.#read.has(piece)).length;
      if (block.kind === 'table') {
        skipped.push(...this.#skippedCells(block));
      } else if (!this.#read.has(block)) {
        skipped.push({ what: 'paragraph', why: this.#why(block), where: block.source });
      }
    }
    const all = skipped.reduce((sum, entry) => sum + (entry.count ?? 1), 0);
    return { skipped, counts: { read, skipped: all, total } };
  }

  #skippedCells(table: Table): Skipped[] {
    const byReason = new Map<PassedOver, { first: Cell; count: number }>();
    for (const cell of table.cells) {
      if (this.#read.has(cell)) continue;
      const why = this.#why(cell);
      const entry = byReason.get(why);
      if (entry) entry.count += 1;
      else byReason.set(why, { first: cell, count: 1 });
    }
    return [...byReason].map(([why, { first, count }]) => ({
      what: 'cell',
      why,
      where: first.source,
      count,
    }));
  }

  #why(piece: Piece): PassedOver {
    return this.#reasons.get(piece) ?? 'not-part-of-the-form';
  }
}
