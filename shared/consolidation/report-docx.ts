/** The draft of the consolidated report as a Word document, laid out by Nghị định 30/2020/NĐ-CP. */
import type { Paragraph, Table } from 'docx';
import { body, decreeSection, decreeStyles, headingLine, titleBlock } from '../documents/decree.ts';
import { grid, letterhead, signatureBlock } from '../documents/decree-tables.ts';
import { writeWord } from '../documents/word.ts';
import { dayOf } from '../regime/calendar.ts';
import type { Regime } from '../regime/regime.ts';
import { lineWords, reportSubject, reportWords as words } from '../wording/documents.ts';
import { longDay, moment, ratio, shortDay, withoutStop } from '../wording/vietnamese.ts';
import { whyNotFiled } from './rate.ts';
import { sourcesAppendix, totalsAppendix } from './report-appendices.ts';
import { figureLines, opensYear, statementTable } from './report-figures.ts';
import type { NarrativeEntry, Summary, UnitLine } from './summary.ts';
import { officialRemarks, standing } from './unit-notes.ts';

type Block = Paragraph | Table;

/** The same summary always gives the same bytes. Its only time is the summary's scheduled one. */
export async function writeReport(summary: Summary): Promise<Uint8Array> {
  const { regime, period, scheduledAt } = summary;
  const { authority } = regime;
  const day = longDay(dayOf(scheduledAt, regime.timeZone));
  const about = reportSubject(regime, period);
  return writeWord({
    title: `${words.kind} ${about}`,
    author: regime.office.name,
    at: scheduledAt,
    styles: decreeStyles,
    sections: [
      decreeSection([
        letterhead({
          parent: authority.parent,
          issuer: authority.name,
          number: words.number(authority.code),
          placeAndDate: words.placeAndDate(authority.place, day),
        }),
        ...titleBlock(words.kind, [about, ...(summary.edition > 1 ? [words.edition(summary.edition)] : [])]),
        ...opening(summary, about),
        ...chapters(summary),
        body(words.closing(lowerFirst(about), words.appendices.join(', ')), { keepNext: true }),
        signatureBlock(authority.addressees, authority.signer, words.signerName),
      ]),
      decreeSection(totalsAppendix(summary, day)),
      decreeSection(sourcesAppendix(summary, day)),
    ],
  });
}

function opening(summary: Summary, about: string): readonly Block[] {
  const { regime, period } = summary;
  const { window, cumulativeFrom } = period;
  const opens = body(words.opening(lowerFirst(regime.title.vi), lowerFirst(about)));
  if (!window || !cumulativeFrom) return [opens];
  const [from, to] = [shortDay(window.from), shortDay(window.to)];
  const dates = opensYear(summary)
    ? words.firstWindow(from, to)
    : words.window(from, to, shortDay(cumulativeFrom));
  return [opens, body(dates)];
}

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** The regime's own outline; who reported stands under the first Roman number that the outline leaves free. */
function chapters(summary: Summary): readonly Block[] {
  const { sections } = summary.regime;
  const used = [...new Set(sections.map(({ id }) => id.split('.')[0] ?? id))];
  const free = romans.find((roman) => !used.includes(roman)) ?? '';
  const filing = [headingLine(1, `${free}. ${words.filing}`), ...filingState(summary)];
  const outline = used.flatMap((roman): Block[] => {
    const own = sections.find(({ id }) => id === roman);
    const parts = sections.filter(({ id }) => id.startsWith(`${roman}.`));
    return [
      headingLine(1, `${roman}. ${own?.title.vi ?? words.results}`),
      ...(own ? sectionBlocks(summary, own.id, 2) : []),
      ...parts.flatMap(({ id, title }) => [
        headingLine(2, `${id.slice(roman.length + 1)}. ${title.vi}`),
        ...sectionBlocks(summary, id, 3),
      ]),
    ];
  });
  return free === 'I' ? [...filing, ...outline] : [...outline, ...filing];
}

function filingState({ rate, units, regime, scheduledAt, due }: Summary): readonly Block[] {
  const names = (fits: (line: UnitLine) => boolean) =>
    units
      .filter(fits)
      .map(({ unit, status, reason }) =>
        reason === null || status === 'late'
          ? unit.name
          : lineWords.withReason(unit.name, withoutStop(reason)),
      )
      .join('; ');
  const is = (status: UnitLine['status']) => (line: UnitLine) => line.status === status;
  const at = moment(scheduledAt, regime.timeZone);
  const first =
    rate.ratio === null
      ? words.nobodyExpected
      : words.rate(at, rate.filed, rate.expected - rate.excluded, rate.nil, ratio(rate.ratio));
  const missing = units.filter((line) => whyNotFiled(line) !== null);
  return [
    body(due === null ? first : `${first} ${words.due(shortDay(dayOf(due, regime.timeZone)))}`),
    ...(rate.late > 0 ? [body(words.late(rate.late, names(is('late'))))] : []),
    ...(rate.nil > 0 ? [body(words.nil(rate.nil, names(is('nil'))))] : []),
    ...(rate.excluded > 0 ? [body(words.excluded(rate.excluded, names(is('excluded'))))] : []),
    ...(missing.length > 0
      ? [body(words.notFiled(missing.length)), notFiledTable(missing, regime), gap()]
      : rate.ratio === null
        ? []
        : [body(words.allFiled)]),
  ];
}

function notFiledTable(missing: readonly UnitLine[], regime: Regime): Table {
  const rows = missing.map((line, n) => [
    { text: String(n + 1), align: 'center' as const },
    { text: line.unit.name },
    { text: standing(line) },
    { text: officialRemarks(line, regime) },
  ]);
  return grid([12, 48, 33, 72], words.notFiledColumns, rows, 12);
}

function sectionBlocks(summary: Summary, section: string, unitLevel: 2 | 3): readonly Block[] {
  const entries = summary.narrative.find((each) => each.section === section)?.entries ?? [];
  const figures = figureLines(summary, section);
  const statements = statementTable(summary, section);
  const counted = summary.units.filter(({ counting }) => counting !== null).length;
  const given = figures.length > 0 || statements !== null;
  return [
    ...(given ? [body(words.figures(counted), { keepNext: true })] : []),
    ...figures.map((text) => body(text)),
    ...(statements ? [statements, gap()] : []),
    ...entries.flatMap((entry, n) => unitText(entry, n, unitLevel)),
    ...(given || entries.length > 0 ? [] : [body(words.silent, { italics: true })]),
  ];
}

const letters = [...'abcdđeghiklmnopqrstuvxy'];

function unitText({ unit, paragraphs }: NarrativeEntry, n: number, level: 2 | 3): readonly Block[] {
  // Beyond the alphabet's 23 letters lists go on with aa), ab)…
  const letter = (letters[Math.floor(n / letters.length) - 1] ?? '') + letters[n % letters.length];
  const label = level === 2 ? `${n + 1}.` : `${letter})`;
  return [headingLine(level, `${label} ${unit.name}`), ...paragraphs.map(({ text }) => body(text))];
}

function gap(): Paragraph {
  return body('');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}
