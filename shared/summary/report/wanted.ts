/** What the draft asks the office for, in lines of its own: what lacks, what does not agree, what looks wrong. */

import type { Indicator, Regime, Section } from '../../regime/regime.ts';
import { literally } from '../../vocabulary/literal-pattern.ts';
import { lowerFirst } from '../../wording/documents.ts';
import { draftWords, paperWords as words } from '../../wording/report.ts';
import { numberInText } from '../../wording/vietnamese.ts';
import { openBalances } from '../balances.ts';
import { type Choice, choose, toldOf } from '../choice/choose.ts';
import type { Part } from '../choice/statements.ts';
import { figuresIn, tellsCause } from '../choice/substance.ts';
import { doubtsIn, type FigureDoubt, figureDoubts } from '../matters.ts';
import type { Summary } from '../summary.ts';
import { doubted, namedFigures, wayOutTold } from './doubted.ts';
import { untoldAnswers } from './figures.ts';
import type { Line, Stage } from './line.ts';
import { nameOfTotal } from './sentences.ts';
import { unitsOf } from './shared-heads.ts';

export function wanted(stage: Stage, text: string): readonly Line[] {
  return stage === 'draft' ? [{ kind: 'wanted', text }] : [];
}

/** What the report is made on is named with number and day (Nghị định 30/2020); nobody here knows them where the regime does not. */
export function unnumberedBases({ report }: Pick<Regime, 'report'>): readonly string[] {
  return report.bases.filter((base) => !/\d(?:\/|-\/?)?\p{Lu}{2}|\d[/-]\d{4}\//u.test(base));
}

/** Of the bodies that are asked for something those to which the report does not go. */
export function notReceiving({ regime }: Summary, choice: Choice): readonly string[] {
  const { receivers = [], addressees } = regime.authority;
  const known = [...receivers.map(({ name }) => name), ...addressees].join('\n');
  const asked = toldOf(choice, 'upward').flatMap(({ shown }) => bodyIn(shown, regime.report.above) ?? []);
  return [...new Set(asked)].filter((body) => !known.includes(body));
}

/** "Đề nghị UBND tỉnh …" → "UBND tỉnh"; a short name may be part of another: only who is named at the beginning is asked. */
function bodyIn(request: string, above: readonly string[]): string | null {
  const asked = request.replace(/^(?:Đề nghị|Kiến nghị|Đề xuất)(?: với)?\s/u, '');
  const [body] = above
    .filter((each) => new RegExp(`^${literally(each)}(?!\\p{L})`, 'u').test(asked))
    .toSorted((a, b) => b.length - a.length);
  return body ?? null;
}

/** Of the section's figures what is not told since it does not agree with others: the office has to ask the units. */
export function leftOut(summary: Summary, section: Section, stage: Stage): readonly Line[] {
  if (stage === 'issued') return [];
  return openBalances(summary).flatMap((balance) => {
    const names = indicatorsIn(summary, section)
      .filter(({ code }) => balance.untold.includes(code))
      .map((each) => lowerFirst(nameOfTotal(summary, each)));
    if (names.length === 0) return [];
    const figures = namedFigures(summary, balance.figures);
    return wanted(stage, draftWords.unbalanced(names, figures, wayOutTold(summary, balance)));
  });
}

/** Which answers in words are not told. */
export function answersLeftOut(summary: Summary, section: Section, stage: Stage): readonly Line[] {
  return untoldAnswers(summary, section.id).flatMap(({ name, units, besides }) => {
    const whose = units.length > mostNames ? [words.someUnits(units.length)] : units;
    return wanted(stage, draftWords.untoldAnswers(name, whose, besides));
  });
}

const mostNames = 5;

/** So many in one place; the others are in the workbook and before whoever issues the report. */
const mostDoubts = 3;

/** What of the section's figures looks wrong, the farthest off first. */
export function doubtsAbout(summary: Summary, section: Section): readonly string[] {
  const codes = new Set(indicatorsIn(summary, section).map(({ code }) => code));
  const doubts = figureDoubts(doubtsIn(summary)).filter(
    (doubt) => asked.has(doubt.kind) && 'indicator' in doubt && codes.has(doubt.indicator),
  );
  const choice = choose(summary);
  const shown = doubts
    .map((doubt) => ({ doubt, also: alsoSaid(choice, doubt) }))
    .toSorted((a, b) => b.also.length - a.also.length)
    .slice(0, mostDoubts)
    .map(({ doubt, also }) => draftWords.alsoSaid(doubted(summary, doubt), also.map(numberInText)));
  const more = doubts.length - shown.length;
  return shown.length > 0 ? [draftWords.doubtful(shown, more)] : [];
}

/** Of the doubtful figures those that a sentence of the unit itself, which is told, has too. */
function alsoSaid({ shelves }: Choice, doubt: FigureDoubt): readonly number[] {
  if (doubt.kind !== 'outlier' && doubt.kind !== 'discrepancy') return [];
  const wrong = doubt.kind === 'outlier' ? [doubt.value] : [doubt.stated, doubt.added];
  const told = shelves
    .flatMap((shelf) => shelf.told)
    .filter((each) => [each, ...each.alike].some(({ unit }) => unit.code === doubt.unit));
  const figures = new Set(told.flatMap(({ shown }) => figuresIn(shown)));
  return wrong.filter((value) => figures.has(value));
}

const asked: ReadonlySet<FigureDoubt['kind']> = new Set(['outlier', 'discrepancy', 'nil-dated']);

function indicatorsIn({ regime }: Summary, { id }: Section): readonly Indicator[] {
  return regime.indicators.filter(({ section }) => section === id);
}

/** Requests of which nobody can tell whether they go upward: they are lost where nobody decides it. */
export function unaddressed({ all }: Choice, stage: Stage): readonly Line[] {
  const open = all.filter((each) => each.unaddressed && each.verdict === 'stays-inside');
  const shown = open.slice(0, mostRequests).map((each) => {
    // In a year one unit may have asked it in each of its periods.
    const asking = unitsOf([each]).size;
    return draftWords.request(each.shown, asking > 1 ? words.someUnits(asking) : each.unit.name);
  });
  return shown.length > 0 ? wanted(stage, draftWords.unaddressed(shown, open.length - shown.length)) : [];
}

const mostRequests = 3;

export const assessedParts = ['strengths', 'weaknesses', 'causes'] as const;

/** What is asked of the authority itself, or of nobody that is named, goes upward where the office put it in. */
export const requestedParts = ['upward', 'local', 'internal'] as const;

/** The headings under which no unit's sentence stands: whoever issues the report is asked about them. */
export function lackingParts(summary: Summary): readonly string[] {
  const choice = choose(summary);
  const lacking = (part: Part) => toldOf(choice, part).length === 0;
  return [
    ...assessedParts.filter(lacking).map((part) => words.assessed[part]),
    ...(requestedParts.every(lacking) ? [words.chapters.requests] : []),
  ];
}

/** What units wrote of it all the same is in the workbook, or among the shortcomings. */
export function lackOf(choice: Choice, part: Part): string {
  const left = choice.all.filter(
    (each) => each.part === part && each.verdict !== 'folded' && each.verdict !== 'internal-word',
  );
  if (left.length > 0) return draftWords.notChosen(left.length);
  const told = toldOf(choice, 'weaknesses');
  return part === 'causes' && told.some(({ shown }) => tellsCause(shown))
    ? draftWords.causesTold
    : draftWords.notFound;
}
