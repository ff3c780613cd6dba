/**
 * The report as lines, before it is laid out: opening, results by the plan's sections, assessment, directions, requests.
 * What is shown on paper, what the workbook explains and what a corrected draft is held against all come from here.
 */

import { languageOf } from '../../regime/language.ts';
import type { Section } from '../../regime/regime.ts';
import { say } from '../../vocabulary/text.ts';
import { lowerFirst, reportSubject } from '../../wording/documents.ts';
import { draftWords, paperWords as words } from '../../wording/report.ts';
import { dayInText, withCurlyQuotes } from '../../wording/vietnamese.ts';
import { type Choice, choose, toldOf } from '../choice/choose.ts';
import type { Part } from '../choice/statements.ts';
import { doubtsIn, figureDoubts } from '../matters.ts';
import { isThin } from '../rate.ts';
import type { Summary } from '../summary.ts';
import { abbreviationsOf, spelledOut } from './abbreviations.ts';
import { doubted } from './doubted.ts';
import { furtherFigures, statements } from './figures.ts';
import type { Line, Stage } from './line.ts';
import { unitNoun } from './names.ts';
import { requestLines, resultLines, saidLine } from './said.ts';
import { baseOf, toldIn } from './sentences.ts';
import { shortcomings } from './shortcomings.ts';
import { commonBase, isOfYear, spanOf, tellsCumulative } from './standing-of-figures.ts';
import {
  answersLeftOut,
  assessedParts,
  doubtsAbout,
  lackOf,
  leftOut,
  notReceiving,
  requestedParts,
  unaddressed,
  unnumberedBases,
  wanted,
} from './wanted.ts';
import { firstFiguresOnly, whoIsIn } from './who-is-in.ts';

export interface Outline {
  readonly lines: readonly Line[];
  readonly choice: Choice;
}

const romans = ['I', 'II', 'III', 'IV'];

/** The chapters of the report, and what it says in each; a chapter without a line is left out. */
export function outlineOf(summary: Summary, stage: Stage): Outline {
  const choice = choose(summary);
  const parts: readonly (readonly [title: string, lines: readonly Line[]])[] = [
    [words.chapters.results, results(summary, choice, stage)],
    [words.chapters.assessment, assessment(summary, choice, stage)],
    [directionsTitle(summary), directions(summary, choice, stage)],
    [words.chapters.requests, requests(summary, choice, stage)],
  ];
  const chapters = parts.filter(([, lines]) => lines.length > 0);
  return {
    choice,
    lines: allSpelledOut(summary, [
      ...opening(summary, stage),
      ...chapters.flatMap(([title, lines], n): Line[] => [
        { kind: 'heading', level: 1, text: `${romans[n]}. ${title}` },
        ...lines,
      ]),
      closing(summary),
    ]),
  };
}

/** What an abbreviation stands for is said where it stands first, the units' own words aside (Nghị định 30/2020). */
function allSpelledOut({ regime }: Summary, lines: readonly Line[]): readonly Line[] {
  const told = [...lines];
  const names = regime.units.map(({ name }) => name);
  for (const abbreviation of abbreviationsOf(regime)) {
    for (const [n, line] of told.entries()) {
      const found = officeWords(line).find(([from, to]) =>
        abbreviation.pattern.test(line.text.slice(from, to)),
      );
      // A line that asks the office for something goes before the report is signed.
      if (line.kind === 'heading' || line.kind === 'wanted' || !found) continue;
      const [from, to] = found;
      const spelled = spelledOut(line.text.slice(from, to), abbreviation, names) ?? '';
      told[n] = spelledIn(line, line.text.slice(0, from) + spelled + line.text.slice(to), from);
      break;
    }
  }
  return told;
}

/** An answer, or a unit's own words, stay where they were in their line. `at`: what is longer now begins there. */
function spelledIn(line: Line, text: string, at: number): Line {
  const longer = text.length - line.text.length;
  if (line.kind === 'figures') return { ...line, text, answers: line.answers + longer };
  if (line.kind !== 'said' || at >= line.own[1]) return { ...line, text };
  const [from, to] = line.own;
  return { ...line, text, own: [from + longer, to + longer] };
}

/** Where in a line the words are not a unit's own. */
function officeWords(line: Line): readonly (readonly [from: number, to: number])[] {
  const { length } = line.text;
  if (line.kind !== 'said') return [[0, line.kind === 'figures' ? line.answers : length]];
  const [from, to] = line.own;
  return [
    [0, from],
    [to, length],
  ];
}

function opening(summary: Summary, stage: Stage): readonly Line[] {
  const { regime, period, rate } = summary;
  const { bases } = regime.report;
  const on = bases.length > 0 ? bases.join('; ') : lowerFirst(say(regime.title, languageOf(regime)));
  const unnumbered = unnumberedBases(regime);
  const about = lowerFirst(reportSubject(regime, period));
  const facts = [
    whoIsIn(summary, words.report),
    ...firstFiguresOnly(summary),
    ...dates(summary),
    ...comparedWith(summary),
  ].join(' ');
  return [
    { kind: 'text', text: words.opening(on, regime.authority.name, about) },
    ...(unnumbered.length > 0 ? wanted(stage, draftWords.unnumbered(unnumbered)) : []),
    { kind: 'text', text: facts },
    ...statedDoubt(summary, stage),
    ...(summary.kind !== 'interim' && isThin(rate)
      ? wanted(stage, draftWords.signOrWait(rate.filed, rate.expected - rate.excluded))
      : []),
  ];
}

/** Of totals that are less than what units state of the year the draft says so where it says whose figures are missing. */
function statedDoubt(summary: Summary, stage: Stage): readonly Line[] {
  const stated =
    stage === 'draft' ? figureDoubts(doubtsIn(summary)).filter(({ kind }) => kind === 'stated') : [];
  const told = stated.map((doubt) => doubted(summary, doubt));
  return told.length > 0 ? wanted(stage, draftWords.short(told)) : [];
}

function dates(summary: Summary): readonly string[] {
  const { earlier, period } = summary;
  const { window, cumulativeFrom } = period;
  if (!window || !cumulativeFrom) return [];
  const to = dayInText(window.to);
  if (earlier.year.length > 0) return [words.window(dayInText(cumulativeFrom), to)];
  const { kind, name, own } = spanOf(summary);
  if (kind === 'year-so-far') {
    const since = dayInText(cumulativeFrom);
    return [words.windowSoFar(name, since, to, own, dayInText(window.from))];
  }
  return tellsCumulative(summary)
    ? [words.windowAndSum(dayInText(window.from), to, dayInText(cumulativeFrom))]
    : [words.window(dayInText(window.from), to)];
}

/** With how many units' reports the figures are compared, where these are not all that are told. */
function comparedWith(summary: Summary): readonly string[] {
  return (['previous', 'lastYear'] as const).flatMap((against) => {
    const units = commonBase(summary, against);
    if (units === null) return [];
    const { kind, own } = spanOf(summary);
    const isPart = kind === 'year-so-far' && against === 'previous';
    const base = baseOf(summary, against);
    const of = [base, units, unitNoun(summary.regime)] as const;
    return [isPart ? words.comparedPart(own, ...of) : words.comparedOver(...of)];
  });
}

/** One number for each section that has figures or is one of results, in the regime's order. */
function results(summary: Summary, choice: Choice, stage: Stage): readonly Line[] {
  return summary.regime.sections
    .flatMap((section): (readonly [string, readonly Line[]])[] => {
      const lines = sectionLines(summary, section, choice, stage);
      return lines.length > 0 ? [[say(section.title, languageOf(summary.regime)), lines]] : [];
    })
    .flatMap(([title, lines], n): Line[] => [
      { kind: 'heading', level: 2, text: `${n + 1}. ${withCurlyQuotes(title)}` },
      ...lines,
    ]);
}

function sectionLines(summary: Summary, section: Section, choice: Choice, stage: Stage): readonly Line[] {
  const told = toldIn(summary, section);
  const figures = [...told.sentences, ...furtherFigures(summary, section.id, told)].join(' ');
  const text = [figures, ...(section.part === 'results' ? statements(summary, section.id) : [])]
    .filter(Boolean)
    .join(' ');
  const all = summary.regime.indicators.filter((each) => each.section === section.id).map(({ code }) => code);
  const said = resultLines(summary, toldOf(choice, 'results', section.id));
  // Of what no text tells there is nothing to mend here, and no heading for it in what is issued.
  const doubts = text === '' || stage === 'issued' ? [] : doubtsAbout(summary, section);
  // At the very paragraph, where the draft has comments; else in a line below it, which goes as the others that ask.
  const inComment = summary.regime.report.sources === 'comments';
  return [
    ...(text !== ''
      ? [
          {
            kind: 'figures',
            text,
            codes: all,
            answers: figures.length,
            doubts: inComment ? doubts : [],
          } as const,
        ]
      : []),
    ...(inComment ? [] : doubts.flatMap((doubt) => wanted(stage, doubt))),
    ...leftOut(summary, section, stage),
    ...(section.part === 'results' ? answersLeftOut(summary, section, stage) : []),
    // A single sentence needs nothing to announce it.
    ...(said.length > 1 ? [{ kind: 'text', text: words.outstanding, announces: true } as const] : []),
    ...said,
  ];
}

function assessment(summary: Summary, choice: Choice, stage: Stage): readonly Line[] {
  const parts = assessedParts.flatMap((part) => {
    const said = [...(part === 'weaknesses' ? shortcomings(summary) : []), ...saidIn(summary, choice, part)];
    const lines = said.length > 0 ? said : wanted(stage, lackOf(choice, part));
    return lines.length > 0 ? [[words.assessed[part], lines] as const] : [];
  });
  return parts.flatMap(([title, lines], n): Line[] => [
    { kind: 'heading', level: 2, text: parts.length > 1 ? `${n + 1}. ${title}` : title },
    ...lines,
  ]);
}

/** After a year comes the next one, after a quarter what is left of its year. */
function directionsTitle(summary: Summary): string {
  const { regime, period } = summary;
  const { window, cumulativeFrom } = period;
  if (isOfYear(summary)) return words.chapters.nextYear(regime.year + 1);
  const months = window ? monthOf(window.to) - monthOf(window.from) : 0;
  // Of shorter periods than a quarter nobody can tell what comes next.
  const closes = window && cumulativeFrom && (months + 12) % 12 >= 3 ? monthOf(window.to) : null;
  return words.chapters.directions(closes, regime.year);
}

/** `day` is yyyy-mm-dd. */
function monthOf(day: string): number {
  return Number(day.slice(5, 7));
}

function directions(summary: Summary, choice: Choice, stage: Stage): readonly Line[] {
  const { regime, period } = summary;
  // What was planned for the year is no task beyond it.
  const tasks = period.tasks ?? (isOfYear(summary) ? [] : regime.report.tasks);
  const lines = [
    ...tasks.map((task) => ({ kind: 'text', text: words.task(task) }) as const),
    ...requestLines(summary, choice, 'directions', toldOf(choice, 'directions')),
  ];
  return lines.length > 0 ? lines : wanted(stage, lackOf(choice, 'directions'));
}

/**
 * What is asked of those above, and of districts and communes where the office put it in; what is asked of the authority
 * itself stays inside. That nothing is asked nobody said.
 */
function requests(summary: Summary, choice: Choice, stage: Stage): readonly Line[] {
  const lines = requestedParts.flatMap((part) => {
    return requestLines(summary, choice, part, toldOf(choice, part));
  });
  const absent = notReceiving(summary, choice);
  const local = choice.all.filter(({ verdict }) => verdict === 'for-localities').length;
  const left = lackOf(choice, 'upward');
  return [
    ...(lines.length > 0
      ? lines
      : wanted(stage, left === draftWords.notFound ? draftWords.noRequests : left)),
    ...(absent.length > 0 ? wanted(stage, draftWords.notReceiving(absent)) : []),
    ...(local > 0 ? wanted(stage, draftWords.localRequests(local)) : []),
    ...unaddressed(choice, stage),
  ];
}

function saidIn(summary: Summary, choice: Choice, part: Part): readonly Line[] {
  return toldOf(choice, part).map((of) => saidLine(summary, of));
}

function closing(summary: Summary): Line {
  const { regime, period } = summary;
  const about = lowerFirst(reportSubject(regime, period));
  return { kind: 'text', text: words.closing(about, regime.authority.name, words.appendix) };
}
