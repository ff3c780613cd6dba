/** Text of before Unicode under the name of a font of today: somebody changed the font, and not the letters. */
import { changed } from '../model/changed.ts';
import type { Cell, NeutralDocument, Paragraph } from '../model/document.ts';
import { inCapitals, LegacyReader } from '../open/legacy-fonts/legacy-text.ts';
import { readTcvn3 } from '../open/legacy-fonts/tcvn3.ts';
import { readVni } from '../open/legacy-fonts/vni.ts';
import { wordsIn } from './damaged-text.ts';

type Piece = Cell | Paragraph;

/** Words with letters beyond ASCII that must speak for an old code, all together: names alone are no evidence. */
const FEWEST_WORDS = 20;
/** Of them so many must be Vietnamese as the code reads them, and no more than so many by any other reading. */
const LEAST_READ = 0.9;
const MOST_OTHERWISE = 0.5;
/** Small letters of Vietnamese that no old code stores as such; programs that convert may leave capitals as they are. */
const LETTER_OF_TODAY = /(?=\p{Ll})[ăđĩũơưạ-ỹ]/u;
/** Enough to tell; texts may be long. */
const LONGEST_JUDGED = 20_000;

const codes = [
  { font: 'tcvn3', read: readTcvn3 },
  { font: 'vni', read: readVni },
] as const;

/**
 * The document with its text read in the code in which it is Vietnamese, beyond doubt by the words of the whole file;
 * unchanged where the words leave any. Plain text and pdf files are decided where they are opened.
 */
export function withUnnamedFontsRead(document: NeutralDocument): NeutralDocument {
  if (document.format === 'csv' || document.format === 'pdf') return document;
  const strange = document.blocks.flatMap((block): readonly Piece[] => {
    if (block.kind === 'paragraph') return isStrange(block) ? [block] : [];
    return block.hidden ? [] : block.cells.filter(isStrange);
  });
  if (strange.length === 0) return document;
  const text = strange.map((piece) => piece.text.slice(0, LONGEST_JUDGED)).join('\n');
  const stored = wordsIn(text);
  if (stored.judged < FEWEST_WORDS || stored.vietnamese > stored.judged * MOST_OTHERWISE) return document;
  const [best, other] = codes
    .map((code) => ({ ...code, share: share(code.read(text)) }))
    .sort((a, b) => b.share - a.share);
  if (!best || best.share < LEAST_READ || (other && other.share > MOST_OTHERWISE)) return document;
  const reader = new LegacyReader();
  // What is strange speaks first, so that what may be read either way follows it.
  for (const piece of strange) reader.read([{ text: piece.text, font: best.font }]);
  const inUnicode = <Read extends Piece>(piece: Read): Read => {
    if (piece.legacyFont) return piece;
    const { text: read, legacyFont } = reader.read([{ text: piece.text, font: best.font }]);
    return legacyFont
      ? changed(piece, { text: inCapitals(read), legacyFont, storedText: piece.text })
      : piece;
  };
  const blocks = document.blocks.map((block) => {
    if (block.kind === 'paragraph') return inUnicode(block);
    // Where some of a table is of today, so may be whatever can be read either way: "có" is no "cú" there.
    const mixed = block.cells.some(({ text: own }) => LETTER_OF_TODAY.test(own));
    const cells = block.cells.map((cell) => (mixed && !isStrange(cell) ? cell : inUnicode(cell)));
    return { ...block, cells };
  });
  return { ...document, blocks };
}

/** Letters of Western Europe, at least one of which stands in a word that is none of Vietnamese. */
function isStrange({ text, legacyFont }: Piece): boolean {
  if (legacyFont || !/[\u00a1-\u00ff]/.test(text)) return false;
  const { judged, vietnamese } = wordsIn(text.slice(0, LONGEST_JUDGED));
  return judged > vietnamese;
}

function share(text: string): number {
  const { judged, vietnamese } = wordsIn(text.normalize('NFC'));
  return judged === 0 ? 0 : vietnamese / judged;
}
