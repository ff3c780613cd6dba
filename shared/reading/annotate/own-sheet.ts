/** Tells the sheet that an annotated copy brings along from the sheets a unit filled in. */
import { first, say } from '../../vocabulary/text.ts';
import { ownSheet } from '../../wording/own-sheet.ts';
import type { NeutralDocument, Table } from '../model/document.ts';
import type { Ledger } from '../model/ledger.ts';

/** Units mend the copy and send that: what the system itself wrote in it is no part of their report. */
export function isOwnSheet({ sheet, cells: [title] }: Table): boolean {
  return (
    sheet?.startsWith(ownSheet.sheet) === true && title?.text.startsWith(say(ownSheet.title, first)) === true
  );
}

/** The document as the unit filled it in; what is left out is accounted for. */
export function withoutOwnSheet(document: NeutralDocument, ledger: Ledger): NeutralDocument {
  const blocks = document.blocks.filter((block) => {
    if (block.kind === 'paragraph' || !isOwnSheet(block)) return true;
    for (const cell of block.cells) ledger.pass(cell, 'own-sheet');
    return false;
  });
  return { ...document, blocks };
}
