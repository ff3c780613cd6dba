/** The report's chapters: results by the regime's outline, then what units think of them, plan and ask for. */
import { type Block, body, headingLine } from '../documents/decree.ts';
import type { Section } from '../regime/regime.ts';
import { reportWords as words } from '../wording/documents.ts';
import { withCurlyQuotes } from '../wording/vietnamese.ts';
import { type ReportPart, type Said, sortedTexts } from './assessments.ts';
import { figureLines, statementTable } from './report-figures.ts';
import { filingState } from './report-filing.ts';
import { toldIn } from './report-sentences.ts';
import type { SourceNotes } from './source-notes.ts';
import type { NarrativeGroup, Summary } from './summary.ts';

const romans = ['I', 'II', 'III', 'IV'];

/** Chapters without anything in them are left out, and the others numbered through. */
export function chapters(summary: Summary, notes: SourceNotes): readonly Block[] {
  const sorted = sortedTexts(summary);
  const parts: [ReportPart, readonly Block[]][] = [
    ['results', results(summary, notes)],
    ...(['assessment', 'directions', 'proposals'] as const).map((part): [ReportPart, readonly Block[]] => [
      part,
      sorted[part].flatMap(said),
    ]),
  ];
  return parts
    .filter(([, blocks]) => blocks.length > 0)
    .flatMap(([part, blocks], n) => [headingLine(1, `${romans[n]}. ${words.chapters[part]}`), ...blocks]);
}

/** One number for each section, in the regime's order; who reported stands last. */
function results(summary: Summary, notes: SourceNotes): readonly Block[] {
  const sections = summary.regime.sections.flatMap((section): [string, readonly Block[]][] => {
    const blocks = sectionBlocks(summary, section, notes);
    // A section whose text stands in another chapter is only here where it has figures.
    return section.part === 'results' || blocks.length > 0 ? [[section.title.vi, blocks]] : [];
  });
  const all: [string, readonly Block[]][] = [...sections, [words.filing, filingState(summary)]];
  return all.flatMap(([title, blocks], n) => [
    headingLine(2, `${n + 1}. ${title}`),
    ...(blocks.length > 0 ? blocks : [body(words.silent, { italics: true })]),
  ]);
}

function sectionBlocks(summary: Summary, section: Section, notes: SourceNotes): readonly Block[] {
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
    ...groups.flatMap((group, n) => unitText(group, n, notes)),
  ];
}

const letters = [...'abcdđeghiklmnopqrstuvxy'];

function unitText({ entry, alike }: NarrativeGroup, n: number, notes: SourceNotes): readonly Block[] {
  // Beyond the alphabet's 23 letters lists go on with aa), ab)…
  const letter = (letters[Math.floor(n / letters.length) - 1] ?? '') + letters[n % letters.length];
  const names = [entry, ...alike].map(({ unit }) => unit.name);
  const heading = alike.length === 0 ? entry.unit.name : words.alike(names.length);
  return [
    headingLine(3, `${letter}) ${heading}`),
    ...(alike.length === 0 ? [] : [body(words.alikeNames(names), { italics: true, keepNext: true })]),
    ...entry.paragraphs.map(({ text, source }) => body(withCurlyQuotes(text), notes.ofText(entry, source))),
  ];
}

function said({ units, texts }: Said): readonly Block[] {
  const [first = '', ...rest] = texts.map(withCurlyQuotes);
  return [body(words.said(units.join('; '), first)), ...rest.map((text) => body(text))];
}
