/** A whole document → its forms, its title lines and its text, accounted for and not yet judged. */
import { withoutOwnSheet } from '../annotate/own-sheet.ts';
import type { NeutralDocument, Table } from '../model/document.ts';
import { Ledger } from '../model/ledger.ts';
import type { Finding } from '../model/reading.ts';
import type { Budget } from '../open/budget.ts';
import { type Form, findForm } from './form-rows.ts';
import type { Asked } from './headers.ts';
import { isWritten, passagesOf } from './lines.ts';
import { withPlainLetters } from './lookalikes.ts';
import { RowMatcher } from './matching.ts';
import { readNarrative, type Told } from './narrative.ts';
import { withUnnamedFontsRead } from './unnamed-fonts.ts';

export interface Understood {
  /** As it was opened, its letters those that were meant. */
  readonly whole: NeutralDocument;
  /** What there is to say about the letters. */
  readonly letters: readonly Finding[];
  /** Without the sheet that an annotated copy brings along. */
  readonly document: NeutralDocument;
  /** Those of hidden sheets too. */
  readonly forms: readonly Form[];
  readonly told: Told;
}

/** @throws UnreadableFile TOO_MUCH_TO_READ */
export function understandDocument(
  opened: NeutralDocument,
  asked: Asked,
  ledger: Ledger,
  budget: Budget,
): Understood {
  const { document: whole, findings: letters } = withPlainLetters(withUnnamedFontsRead(opened));
  const document = withoutOwnSheet(whole, ledger);
  const tables = document.blocks.filter((block): block is Table => block.kind === 'table');
  for (const { cells } of tables.filter(({ hidden }) => hidden)) {
    for (const cell of cells) ledger.pass(cell, 'hidden-sheet');
  }
  // A plan or a review is narrative alone; a table in it is part of its text.
  const forms = asked.period.kind === 'periodic' ? formsIn(document, asked, ledger, budget) : [];
  const told = readNarrative(passagesOf(document, forms), asked.regime, ledger, budget);
  budget.ask();
  return { whole, letters, document, forms, told };
}

function formsIn(document: NeutralDocument, asked: Asked, ledger: Ledger, budget: Budget): readonly Form[] {
  const matcher = new RowMatcher(asked);
  const found: Form[] = [];
  document.blocks.forEach((block, n) => {
    if (block.kind !== 'table') return;
    budget.ask();
    const last = found.at(-1);
    const before = last && last.table === document.blocks[n - 1] ? last : null;
    // Nothing hidden is read: it only may not contradict what is seen.
    const account = block.hidden ? new Ledger() : ledger;
    const continues = isWritten(document) ? before : null;
    const form = findForm(block, { asked, matcher, ledger: account, before: continues, budget });
    if (form) found.push(form);
  });
  return found;
}
