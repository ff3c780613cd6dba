/**
 * Units write what went well, what did not and what they ask for under one heading, and often in one paragraph. The
 * report has a chapter for each: so such a section's text is sorted sentence by sentence, by how sentences open.
 */

import { fold } from '../reading/understand/folding.ts';
import type { Section } from '../regime/regime.ts';
import type { NarrativeGroup, Summary } from './summary.ts';

export type ReportPart = Section['part'];
export type SortedPart = Exclude<ReportPart, 'results'>;

/** What one unit, or several in the same words, said for one chapter; in the order of the file. */
export interface Said {
  readonly units: readonly string[];
  readonly texts: readonly string[];
}

/** "Phòng đề nghị…", "Kiến nghị: …", but not "Tiếp nhận 05 ý kiến, kiến nghị". */
const proposal = /^(?:\S+ ){0,4}?(?<!y kien )(?:de nghi|kien nghi|de xuat)(?! (?:da|duoc)\b)/;
const direction =
  /^(?:trong )?(?:phuong huong|nhiem vu trong tam|nhiem vu thoi gian toi|thoi gian toi|quy toi|ky toi|nam toi|6 thang cuoi nam)\b/;

const appraisal =
  /^(?:ve )?(?:uu diem|ket qua|ton tai|han che|kho khan|vuong mac|nguyen nhan|bai hoc|danh gia)\b/;

/** The text of the sections that are no results, sorted; what opens neither way stays in its section's own part. */
export function sortedTexts(summary: Summary): Readonly<Record<SortedPart, readonly Said[]>> {
  const sorted: Record<SortedPart, Said[]> = { assessment: [], directions: [], proposals: [] };
  for (const { id, part } of summary.regime.sections) {
    if (part === 'results') continue;
    const groups = summary.narrative.find(({ section }) => section === id)?.groups ?? [];
    for (const group of groups) {
      const units = [group.entry, ...group.alike].map(({ unit }) => unit.name);
      const texts = sortedBy(part, group);
      for (const to of ['assessment', 'directions', 'proposals'] as const) {
        if (texts[to].length > 0) sorted[to].push({ units, texts: texts[to] });
      }
    }
  }
  return sorted;
}

/** Nothing is lost but the space between sentences. */
function sortedBy(part: SortedPart, { entry }: NarrativeGroup): Record<SortedPart, string[]> {
  const texts: Record<SortedPart, string[]> = { assessment: [], directions: [], proposals: [] };
  let open: SortedPart = part;
  let before = '';
  for (const { text } of entry.paragraphs) {
    // "Kiến nghị:" opens the list below it; any other paragraph begins anew.
    if (!before.endsWith(':') && !/^[-–+•*]/.test(text)) open = part;
    const runs: [SortedPart, string][] = [];
    for (const sentence of text.split(/(?<=[.!?…;])\s+(?=\p{Lu})/u)) {
      open = opens(sentence, part) ?? open;
      const last = runs.at(-1);
      if (last?.[0] === open) last[1] = `${last[1]} ${sentence}`;
      else runs.push([open, sentence]);
    }
    for (const [to, piece] of runs) texts[to].push(piece);
    before = text;
  }
  return texts;
}

function opens(sentence: string, part: SortedPart): SortedPart | null {
  const words = fold(sentence.slice(0, 120));
  if (proposal.test(words)) return 'proposals';
  if (direction.test(words)) return 'directions';
  return appraisal.test(words) ? part : null;
}
