/** What the units wrote, in the order of the outline, each beginning with its unit's name. */

import type { NarrativeEntry, Summary } from '../../summary/summary.ts';
import { fill, first, say } from '../../vocabulary/text.ts';
import { narrative as words } from '../../wording/summary-mail.ts';
import type { Block } from '../layout/letter.ts';
import { firstSentences } from '../layout/sentences.ts';
import { oneLine } from '../layout/visible-text.ts';

/** `limit`: characters of each unit's text in a section, about; 0 leaves the narrative to the report. */
export function narrativeBlocks({ narrative, regime }: Summary, limit: number): Block[] {
  const optional = new Set(regime.sections.filter((each) => each.optional).map(({ id }) => id));
  const sections = narrative.filter(({ entries, section }) => entries.length > 0 && !optional.has(section));
  if (sections.length === 0) return [];
  const heading: Block = { kind: 'heading', text: words.heading };
  if (limit === 0) return [heading, { kind: 'paragraph', text: words.elsewhere }];
  return [
    heading,
    { kind: 'paragraph', text: words.beginnings, quiet: true },
    ...sections.flatMap(({ section, groups }): Block[] => {
      const found = regime.sections.find(({ id }) => id === section);
      const title = found ? say(found.title, first) : '';
      return [
        { kind: 'heading', minor: true, text: `${section}. ${oneLine(title)}` },
        {
          kind: 'entries',
          items: groups.map(({ entry, alike }) => ({
            title: namesOf(entry, alike),
            text: firstSentences(
              entry.paragraphs.map(({ text }) => text),
              limit,
            ),
          })),
        },
      ];
    }),
  ];
}

/** Whoever wrote the same is told once, under all their names. */
function namesOf({ unit }: NarrativeEntry, alike: readonly NarrativeEntry[]): string {
  const name = oneLine(unit.name);
  if (alike.length === 0) return name;
  return fill(words.alike, {
    unit: name,
    count: alike.length,
    units: alike.map((entry) => entry.unit.code).join(', '),
  });
}
