/** The report's chapters: results by the regime's outline, then what units think of them, plan and ask for. */

import type { BulkText } from '../../documents/bulk.ts';
import { type Block, body, headingLine } from '../../documents/decree.ts';
import { languageOf } from '../../regime/language.ts';
import type { Section } from '../../regime/regime.ts';
import { say } from '../../vocabulary/text.ts';
import { reportWords as words } from '../../wording/documents.ts';
import { withCurlyQuotes } from '../../wording/vietnamese.ts';
import { type ReportPart, type Said, sortedTexts } from '../assessments.ts';
import type { NarrativeGroup, Summary } from '../summary.ts';
import { figureLines, statementTable } from './figures.ts';
import { filingState } from './filing.ts';
import { toldIn } from './sentences.ts';
import type { SourceNotes } from './source-notes.ts';

const romans = ['I', 'II', 'III', 'IV'];

/** Chapters without anything in them are left out, and the others numbered through. */
export function chapters(summary: Summary, notes: SourceNotes, bulk: BulkText): readonly Block[] {
  const sorted = sortedTexts(summary);
  const parts: [ReportPart, readonly Block[]][] = [
    ['results', results(summary, notes, bulk)],
    ...(['assessment', 'directions', 'proposals'] as const).map((part): [ReportPart, readonly Block[]] => [
      part,
      bulk.add({ looks: { text: (text) => body(text) }, lines: sorted[part].flatMap(said) }),
    ]),
  ];
  return parts
    .filter(([, blocks]) => blocks.length > 0)
    .flatMap(([part, blocks], n) => [headingLine(1, `${romans[n]}. ${words.chapters[part]}`), ...blocks]);
}

/** One number for each section, in the regime's order; who reported stands last. */
function results(summary: Summary, notes: SourceNotes, bulk: BulkText): readonly Block[] {
  const sections = summary.regime.sections.flatMap((section): [string, readonly Block[]][] => {
    const blocks = sectionBlocks(summary, section, notes, bulk);
    // A section whose text stands in another chapter is only here where it has figures.
    return section.part === 'results' || blocks.length > 0
      ? [[say(section.title, languageOf(summary.regime)), blocks]]
      : [];
  });
  const all: [string, readonly Block[]][] = [...sections, [words.filing, filingState(summary)]];
  return all.flatMap(([title, blocks], n) => [
    headingLine(2, `${n + 1}. ${title}`),
    ...(blocks.length > 0 ? blocks : [body(words.silent, { italics: true })]),
  ]);
}

function sectionBlocks(
  summary: Summary,
  section: Section,
  notes: SourceNotes,
  bulk: BulkText,
): readonly Block[] {
  const groups =
    section.part === 'results'
      ? (summary.narrative.find((each) => each.section === section.id)?.groups ?? [])
      : [];
  const { sentences, codes } = toldIn(summary, section);
  const lines = figureLines(summary, section.id, codes);
  const statements = statementTable(summary, section.id);
  const counted = new Set(
    summary.totals.flatMap(({ contributions }) => contributions.map(({ unit }) => unit)),
  ).size;
  return [
    ...(sentences.length > 0 ? [body(sentences.join(' '), notes.ofTotals(codes))] : []),
    ...(lines.length > 0 ? [body(words.figures(counted, sentences.length > 0), { keepNext: true })] : []),
    ...lines.map((text) => body(text)),
    ...(statements ? [statements, body('')] : []),
    ...unitTexts(groups, notes, bulk),
  ];
}

const letters = [...'abcdđeghiklmnopqrstuvxy'];

/** Each unit's text under its name. A paragraph with a comment of its own is one of its own. */
function unitTexts(groups: readonly NarrativeGroup[], notes: SourceNotes, bulk: BulkText): readonly Block[] {
  if (!notes.wanted) {
    return bulk.add({
      looks: { heading: unitHeading, names: sameTextOf, text: (text) => body(text) },
      lines: groups.flatMap((group, n) => linesOf(group, n)),
    });
  }
  return groups.flatMap((group, n) => {
    const [heading, ...lines] = linesOf(group, n);
    const names = lines.filter(([look]) => look === 'names');
    return [
      unitHeading(heading?.[1] ?? ''),
      ...names.map(([, text]) => sameTextOf(text)),
      ...group.entry.paragraphs.map(({ text, source }) =>
        body(asPart(text), notes.ofText(group.entry, source)),
      ),
    ];
  });
}

/** A unit's own "a)" or "1." would count on in the letters and numbers of the report. */
function asPart(text: string): string {
  return withCurlyQuotes(text.replace(/^(?:[a-zđ]\)|\d{1,2}[.)])\s+/iu, '- '));
}

type Line = readonly [look: 'heading' | 'names' | 'text', text: string];

const unitHeading = (text: string) => headingLine(3, text);
const sameTextOf = (text: string) => body(text, { italics: true, keepNext: true });

function linesOf({ entry, alike }: NarrativeGroup, n: number): readonly Line[] {
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

function said({ units, texts }: Said): readonly (readonly ['text', string])[] {
  const [first = '', ...rest] = texts.map(asPart);
  return [words.said(units.join('; '), first.replace(/^[-–+•*]\s+/, '')), ...rest].map(
    (text) => ['text', text] as const,
  );
}
