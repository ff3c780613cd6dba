/** Letters and digits that look like those of Vietnamese text and are others, as some programs and keyboards write them. */
import { findings as words } from '../../wording/findings.ts';
import { changed } from '../model/changed.ts';
import type { Cell, NeutralDocument, Paragraph } from '../model/document.ts';
import { finding } from '../model/finding.ts';
import type { Finding } from '../model/reading.ts';
import { ofPlainWidth } from '../open/looks/plain-width.ts';
import { inOneAlphabet } from './confusables.ts';

/** Ƣ is the letter OI, Ð the eth of Icelandic, Ɖ the letter of Ewe: none is of Vietnamese. */
const lookalikes: Readonly<Record<string, string>> = {
  Ƣ: 'Ư',
  ƣ: 'ư',
  Ð: 'Đ',
  ð: 'đ',
  Ɖ: 'Đ',
  ɖ: 'đ',
};
/**
 * Or of Greek, Cyrillic and Armenian, whose letters may stand in the middle of a Vietnamese word; or what has another
 * width, of which digits of mathematical alphabets begin with one half of a pair.
 */
const anyOfThem = /[ƢƣÐðƉɖ]|[\u0370-\u058f]|[\u3000\ud835\uff01-\uff5e]/;
const allOfThem = /[ƢƣÐðƉɖ]/g;

export interface PlainLetters {
  /** With the letters that are meant. */
  readonly document: NeutralDocument;
  readonly findings: readonly Finding[];
}

/** The document with letters of other alphabets replaced by the Vietnamese ones they look like, each said in a note. */
export function withPlainLetters(document: NeutralDocument): PlainLetters {
  const replaced: (Cell | Paragraph)[] = [];
  function plain<Piece extends Cell | Paragraph>(piece: Piece, seen: boolean): Piece {
    if (!anyOfThem.test(piece.text)) return piece;
    const text = ofPlainWidth(piece.text)
      .replace(allOfThem, (letter) => lookalikes[letter] ?? letter)
      .replace(/[\p{L}\p{M}]+/gu, inOneAlphabet)
      .normalize('NFC');
    if (text === piece.text) return piece;
    const meant = changed(piece, { text });
    if (seen) replaced.push(meant);
    return meant;
  }
  const blocks = document.blocks.map((block) => {
    if (block.kind === 'paragraph') return plain(block, true);
    if (!block.cells.some(({ text }) => anyOfThem.test(text))) return block;
    return { ...block, cells: block.cells.map((cell) => plain(cell, !block.hidden)) };
  });
  const [first] = replaced;
  if (!first) return { document: { ...document, blocks }, findings: [] };
  const said = words.LOOKALIKE_LETTERS({ count: String(replaced.length), value: first.text.slice(0, 80) });
  return { document: { ...document, blocks }, findings: [finding(said, { where: first.source })] };
}
