/** What the units wrote, in the order of the outline, each text under its unit's name. */
import type { NarrativeEntry, Summary } from '../../consolidation/summary.ts';
import { narrative as words } from '../../wording/summary-mail.ts';
import type { Block } from '../letter.ts';
import { cut, oneLine } from '../visible-text.ts';

/** `limit`: characters of each unit's text in a section; 0 leaves the narrative to the report. */
export function narrativeBlocks({ narrative, regime }: Summary, limit: number): Block[] {
  const sections = narrative.filter(({ entries }) => entries.length > 0);
  if (sections.length === 0) return [];
  const heading: Block = { kind: 'heading', text: words.heading };
  if (limit === 0) return [heading, { kind: 'paragraph', text: words.elsewhere }];
  const shortened = sections.some(({ entries }) => entries.some((entry) => lengthOf(entry) > limit));
  return [
    heading,
    ...(shortened ? [{ kind: 'paragraph', text: words.cut, quiet: true } as const] : []),
    ...sections.flatMap(({ section, entries }): Block[] => {
      const title = regime.sections.find(({ id }) => id === section)?.title.vi ?? '';
      return [
        { kind: 'heading', minor: true, text: `${section}. ${oneLine(title)}` },
        ...entries.map((entry) => entryBlock(entry, limit)),
      ];
    }),
  ];
}

function entryBlock(entry: NarrativeEntry, limit: number): Block {
  const paragraphs: string[] = [];
  let room = limit;
  for (const { text } of entry.paragraphs) {
    if (room <= 0) break;
    const whole = oneLine(text);
    // The last paragraph that fits is still cut where others follow, so that "…" tells of them.
    const shown = cut(whole, room);
    paragraphs.push(shown);
    room = shown === whole ? room - [...whole].length : 0;
  }
  const last = paragraphs.at(-1);
  if (last !== undefined && paragraphs.length < entry.paragraphs.length && !last.endsWith('…')) {
    paragraphs[paragraphs.length - 1] = `${last} …`;
  }
  return { kind: 'entry', title: oneLine(entry.unit.name), paragraphs };
}

function lengthOf({ paragraphs }: NarrativeEntry): number {
  return paragraphs.reduce((sum, { text }) => sum + [...oneLine(text)].length, 0);
}
