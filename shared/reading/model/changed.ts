import type { Cell, Paragraph } from './document.ts';

/** A copy that says something else. A cell may look up what it says, which a spread would leave behind. */
export function changed<Piece extends Cell | Paragraph>(
  piece: Piece,
  changes: Partial<Pick<Cell, 'text' | 'legacyFont' | 'storedText'>>,
): Piece {
  const said = ('toJSON' in piece && piece.toJSON?.()) || piece;
  return { ...said, ...changes } as Piece;
}
