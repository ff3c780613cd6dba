/** "phu-luc-loi-van.docx": all that the units wrote, section by section, for the office; it goes to nobody above. */

import { BulkText } from '../../documents/bulk.ts';
import {
  type Block,
  body,
  decreeSection,
  decreeStyles,
  headingLine,
  titleBlock,
} from '../../documents/decree.ts';
import { writeWord } from '../../documents/word.ts';
import { languageOf } from '../../regime/language.ts';
import { say } from '../../vocabulary/text.ts';
import { periodAlone, reportSubject, annexWords as words } from '../../wording/documents.ts';
import { withCurlyQuotes } from '../../wording/vietnamese.ts';
import { type EarlierLine, markOf, type NarrativeGroup, type Summary } from '../summary.ts';

/** The same summary always gives the same bytes. */
export async function writeFullTexts(summary: Summary): Promise<Uint8Array> {
  const { regime, period, scheduledAt } = summary;
  const about = words.about(reportSubject(regime, period));
  const bulk = new BulkText();
  const sections = regime.sections.flatMap((section): readonly Block[] => {
    const told = toldIn(summary, section.id);
    if (told.length === 0 && section.optional) return [];
    const title = `${section.id}. ${say(section.title, languageOf(regime))}`;
    return [
      headingLine(2, title),
      ...(told.length === 0 ? [body(words.silent, { italics: true })] : []),
      ...told.flatMap(({ period: of, groups }) => [
        ...(of === null ? [] : [body(of, { bold: true, italics: true, keepNext: true })]),
        ...unitTexts(groups, bulk),
      ]),
    ];
  });
  return writeWord({
    title: `${words.kind} ${about}`,
    author: regime.office.name,
    at: scheduledAt,
    styles: decreeStyles,
    sections: [
      decreeSection([...titleBlock(words.kind, [about, words.forOffice(regime.office.name)]), ...sections]),
    ],
    bulk,
    mark: markOf(summary),
  });
}

interface ToldIn {
  /** Null where the report is of one period. */
  readonly period: string | null;
  readonly groups: readonly NarrativeGroup[];
}

/** Of a year the texts of all its periods, oldest first: the report's sentences are chosen from them all. */
function toldIn(
  { earlier, earlierNarrative, narrative, period, regime }: Summary,
  section: string,
): readonly ToldIn[] {
  const own = narrative.find((each) => each.section === section)?.groups ?? [];
  const titled = (line: Pick<EarlierLine, 'title'>) => periodAlone(line, languageOf(regime));
  const before = earlier.year.map((line): ToldIn => {
    const of = earlierNarrative.find((each) => each.section === section && each.period === line.period);
    return { period: titled(line), groups: (of?.entries ?? []).map((entry) => ({ entry, alike: [] })) };
  });
  const last = { period: before.length === 0 ? null : titled(period), groups: own };
  return [...before, last].filter(({ groups }) => groups.length > 0);
}

const letters = [...'abcdđeghiklmnopqrstuvxy'];

/** Each unit's text under its name, the same text of several once. */
function unitTexts(groups: readonly NarrativeGroup[], bulk: BulkText): readonly Block[] {
  return bulk.add({
    looks: {
      heading: (text) => headingLine(3, text),
      names: (text) => body(text, { italics: true, keepNext: true }),
      text: (text) => body(text),
    },
    lines: groups.flatMap((group, n) => linesOf(group, n)),
  });
}

/** A unit's own "a)" or "1." would count on in the letters and numbers of the annex. */
function asPart(text: string): string {
  return withCurlyQuotes(text.replace(/^(?:[a-zđ]\)|\d{1,2}[.)])\s+/iu, '- '));
}

function linesOf(
  { entry, alike }: NarrativeGroup,
  n: number,
): readonly (readonly [look: 'heading' | 'names' | 'text', text: string])[] {
  // Beyond the alphabet's 23 letters lists go on with aa), ab)…, and beyond those with numbers.
  const letter = (letters[Math.floor(n / letters.length) - 1] ?? '') + letters[n % letters.length];
  const label = n < letters.length * (letters.length + 1) ? `${letter})` : `${n + 1})`;
  const names = [entry, ...alike].map(({ unit }) => unit.name);
  return [
    ['heading', `${label} ${alike.length === 0 ? entry.unit.name : words.alike(names.length)}`],
    ...(alike.length === 0 ? [] : [['names', words.alikeNames(names)] as const]),
    ...entry.paragraphs.map(({ text }) => ['text', asPart(text)] as const),
  ];
}
