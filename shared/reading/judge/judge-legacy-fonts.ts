import { findings as words } from '../../wording/findings.ts';
import type { Cell, NeutralDocument, Paragraph } from '../model/document.ts';
import { finding } from '../model/finding.ts';
import type { Finding } from '../model/reading.ts';
import type { LegacyFont } from '../open/legacy-fonts/legacy-text.ts';

const names: Readonly<Record<LegacyFont, string>> = {
  tcvn3: 'TCVN3 (.VnTime)',
  'tcvn3-capitals': 'TCVN3 (.VnTimeH)',
  vni: 'VNI (VNI-Times)',
};

/** One note for each code of before Unicode that was read: how many places, and the first as it was read. */
export function judgeLegacyFonts({ blocks }: NeutralDocument): readonly Finding[] {
  const places = new Map<LegacyFont, (Cell | Paragraph)[]>();
  for (const block of blocks) {
    if (block.kind === 'table' && block.hidden) continue;
    for (const piece of block.kind === 'table' ? block.cells : [block]) {
      if (!piece.legacyFont) continue;
      const list = places.get(piece.legacyFont);
      if (list) list.push(piece);
      else places.set(piece.legacyFont, [piece]);
    }
  }
  return [...places].flatMap(([font, pieces]) => {
    const [first] = pieces;
    if (!first) return [];
    const said = words.LEGACY_FONT({
      font: names[font],
      count: String(pieces.length),
      value: quote(first.text),
    });
    return [finding(said, { where: first.source, found: quote(first.storedText ?? first.text) })];
  });
}

function quote(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
