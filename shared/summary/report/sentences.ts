/** A section's totals as sentences: the regime's own, filled in with figures and how they stand against earlier ones. */

import { dayNumber } from '../../regime/calendar.ts';
import { languageOf } from '../../regime/language.ts';
import type { Indicator, Period, Section } from '../../regime/regime.ts';
import { totalPlaces, withoutLastClauses } from '../../regime/sentence.ts';
import { baseWords, changeClause, isEqual, isFlat } from '../../wording/changes.ts';
import { lowerFirst, nameAsPart, nameInReport } from '../../wording/documents.ts';
import { paperWords as paper } from '../../wording/report.ts';
import { inSpan, spanWords as words } from '../../wording/spans.ts';
import { numberInText, percentage, withCurlyQuotes } from '../../wording/vietnamese.ts';
import { unbalanced } from '../balances.ts';
import { columnOf, comparable } from '../comparison.ts';
import type { Movement } from '../movements.ts';
import type { Summary, Total } from '../summary.ts';
import { agree } from './agreement.ts';
import {
  commonBase,
  comparedOf,
  cumulativeOf,
  givenBy,
  isOfAll,
  isOfYear,
  type Leading,
  leadingOf,
  leadsSoFar,
  spanOf,
} from './standing-of-figures.ts';

export interface Told {
  /** Each ends with a full stop. */
  readonly sentences: readonly string[];
  /** The indicators that they tell, so that no figure is told twice. */
  readonly codes: ReadonlySet<string>;
  /** Those of them of which only the part is told that units report anew. */
  readonly own: ReadonlySet<string>;
}

/**
 * The sentences of which every figure is known, and not every one is 0: "Toàn Sở tổ chức 0 hội nghị" is none. They go without
 * their last clauses where these are of what is told nowhere. What stands in no sentence is told by itself (figures.ts).
 */
export function toldIn(summary: Summary, { sentences }: Pick<Section, 'sentences'>): Told {
  const [codes, ofOwn] = [new Set<string>(), new Set<string>()];
  const left = unbalanced(summary);
  let [whose, lacking] = ['', ''];
  const told = sentences.flatMap((whole) => {
    const template = withoutLastClauses(whole, left);
    if (template === null) return [];
    const named = [...template.matchAll(totalPlaces)].flatMap(([, code = '', change]) =>
      change ? [] : [code],
    );
    const totals = named.flatMap((code) => totalOf(summary, code) ?? []);
    if (totals.length < named.length || totals.some(({ value }) => value === null)) return [];
    const figures = figuresOf(summary, totals);
    if (figures === null || figures.all.every(({ value }) => value === 0)) return [];
    const [blank = '', ...others] = new Set(totals.map((total) => total.blank.join(' ')));
    // Figures of different units make no sentence: each is told by itself, with how many gave it.
    if (others.length > 0) return [];
    for (const code of named) codes.add(code);
    const told = ofWhom(summary, figures.all, withCurlyQuotes(withoutZeroParts(summary, template, figures)));
    const { kind, name, own } = spanOf(summary);
    if (figures.ofOwn) {
      for (const code of named) ofOwn.add(code);
      [whose, lacking] = ['', ''];
      return [`${words.ownSentence(own, lowerFirst(filled(summary, told, figures)))}.`];
    }
    // "11 đơn vị có số liệu" goes on for the very next sentence about the very same ones.
    const again = whose !== '' && told.startsWith(whose) && blank === lacking;
    [whose, lacking] = [opened.exec(told)?.[0] ?? '', blank];
    const sentence = filled(summary, again ? upperFirst(told.slice(whose.length)) : told, figures);
    return [`${inSpan(sentence, kind, name)}.`];
  });
  return { sentences: told, codes, own: ofOwn };
}

/** The figures of one sentence: those of the report's title, or all of the part that units report anew. */
interface Figures {
  readonly all: readonly (Leading & { readonly total: Total })[];
  readonly ofOwn: boolean;
}

/** Those of the title where they agree with each other, else those of the part that units report anew; null where neither do. */
function figuresOf(summary: Summary, totals: readonly Total[]): Figures | null {
  const leading = totals.map((total) => {
    const indicator = indicatorOf(summary, total.indicator);
    return { total, ...(indicator ? leadingOf(summary, indicator, total) : unknown) };
  });
  if (leading.every(({ value }) => value !== null) && isAgreed(summary, leading)) {
    return { all: leading, ofOwn: false };
  }
  if (spanOf(summary).kind !== 'year-so-far') return null;
  const own = totals.map((total) => ({ total, column: 'value', value: total.value }) as const);
  return isAgreed(summary, own) ? { all: own, ofOwn: true } : null;
}

/** Of one period they do where they are of the same units, for each report was checked. */
function isAgreed(summary: Summary, figures: Figures['all']): boolean {
  const { regime } = summary;
  if (spanOf(summary).kind === 'period') return true;
  return agree(regime, new Map(figures.map(({ total, value }) => [total.indicator, value])));
}

const unknown: Leading = { column: 'value', value: null };

/** Figures with their own few words, the last behind "và": "{A06} tập thể và {A07} cá nhân". */
const one = String.raw`\{[\w-]+\}(?:\s\p{L}+){1,3}`;
const list = new RegExp(`${one}(?:, ${one}){0,9} và ${one}(?=$|, |; )`, 'gu');

/**
 * "Gồm 02 tập thể và 0 cá nhân" has a part too many; of parts that are all 0 none goes, nor one that some left blank, which
 * does not say that there was nothing.
 */
function withoutZeroParts(summary: Summary, template: string, { all }: Figures): string {
  return template.replace(list, (whole) => {
    const parts = whole.split(/, | và (?=\{)/u).map((words) => {
      const code = /^\{([\w-]+)\}/.exec(words)?.[1];
      const indicator = code === undefined ? undefined : indicatorOf(summary, code);
      const isPart = indicator !== undefined && nameAsPart(indicator, languageOf(summary.regime)) !== null;
      const told = all.find(({ total }) => total.indicator === code);
      return { words, isPart, isZero: told?.value === 0 && told.total.blank.length === 0 };
    });
    const kept = parts.filter(({ isZero }) => !isZero).map(({ words }) => words);
    const last = kept.pop();
    if (last === undefined || !parts.every(({ isPart }) => isPart)) return whole;
    return kept.length === 0 ? last : `${kept.join(', ')} và ${last}`;
  });
}

const opened = /^\d[\d.]* đơn vị có số liệu (?:đã )?/;

function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

/**
 * "Toàn Sở" only where all are in every figure of the sentence, and no total of people where some are missing.
 * All figures are of the same units.
 */
function ofWhom(summary: Summary, figures: Figures['all'], template: string): string {
  const { whole } = summary.regime.report;
  if (figures.every(({ total, column }) => isOfAll(summary, total, column))) return template;
  const [first] = figures;
  const givers = first ? givenBy(first.total) : 0;
  if (template.includes(whole)) {
    const [before = '', ...behind] = template.split(whole);
    const did = behind.join(whole);
    return `${before}${paper.units(givers, did.trimStart())}${did}`;
  }
  // Before it stands, or is understood, how many they are who have figures; some of them have none of this.
  const some = first && first.total.blank.length > 0 ? paper.ofSomeUnits(givers) : '';
  if (template.includes(paper.reporting)) {
    return template.replace(paper.reporting, paper.ofUnits(givers));
  }
  if (!paper.totalNumber.test(template)) return `${template}${some}`;
  const opened = template.replace(paper.totalNumber, paper.numberOf);
  const whose = paper.ofUnits(givers);
  return / là \{/.test(opened)
    ? opened.replace(' là {', ` ${whose} là {`)
    : opened.replace(/(\})([^{}]*)$/, `$1$2 ${whose}`);
}

function filled(summary: Summary, template: string, { all, ofOwn }: Figures): string {
  return template.replace(
    totalPlaces,
    (whole: string, code: string, change: string | undefined, at: number) => {
      const indicator = indicatorOf(summary, code);
      const total = totalOf(summary, code);
      if (!indicator || !total) return '';
      if (change !== undefined) {
        return beside(besides(summary, indicator, total, ofOwn), at + whole.length === template.length);
      }
      const value = all.find((each) => each.total === total)?.value ?? null;
      return value === null ? '' : figure(indicator, value);
    },
  );
}

/** ", tăng 12,5% so với quý trước (lũy kế 45)" at a sentence's end, " (tăng …; lũy kế 45)" within. */
function beside({ changes, other }: Besides, atTheEnd: boolean): string {
  const clauses = changes.join(', ');
  if (atTheEnd) return `${clauses && `, ${clauses}`}${other && ` (${other})`}`;
  const within = [clauses, other].filter(Boolean).join('; ');
  return within && ` (${within})`;
}

/** What is told beside a figure: how it stands against earlier ones, and the total's other figure. */
interface Besides {
  readonly changes: readonly string[];
  /** "lũy kế 45", or where that leads "riêng quý II: 20, tăng 12,5% so với quý trước"; "" where there is none to tell. */
  readonly other: string;
}

/** @param ofOwn the figure is that of the part which units report anew */
export function besides(summary: Summary, indicator: Indicator, total: Total, ofOwn: boolean): Besides {
  const told = (against: readonly ('previous' | 'lastYear')[]) =>
    against.flatMap((each) => changeTold(summary, indicator, total, each) ?? []);
  if (!leadsSoFar(summary, indicator)) {
    return { changes: told(comparisons), other: cumulativeTold(summary, indicator, total) };
  }
  // A change of the whole would be taken for one of the part, and the other way round.
  if (ofOwn) return { changes: told(['previous']), other: '' };
  const [changes, moved] = [told(['lastYear']), told(['previous'])];
  // Two percentages beside each other need a reason: that the last one rose or fell.
  if (total.value === null || (indicator.type === 'percent' && moved.length === 0))
    return { changes, other: '' };
  const own = words.ownFigure(spanOf(summary).own, figure(indicator, total.value));
  // With what it is compared stands at the beginning, where most figures are.
  const isSaid = commonBase(summary, 'previous') !== null;
  const against = baseWords.against(baseOf(summary, 'previous'));
  const short = isSaid ? moved.map((clause) => clause.replace(against, '')) : moved;
  return { changes, other: [own, ...short].join(', ') };
}

const comparisons = ['previous', 'lastYear'] as const;

/** "lũy kế 45"; "" where there is nothing to tell beside the figure itself. */
function cumulativeTold(summary: Summary, indicator: Indicator, total: Total): string {
  // A percentage of the period and one since the year's beginning in one line are two figures for one.
  if (indicator.type === 'percent') return '';
  const cumulative = cumulativeOf(summary, indicator, total);
  return cumulative === null ? '' : paper.sinceOpening(figure(indicator, cumulative));
}

/** Null where nothing is compared. @param said of how many units, as it is said at the beginning; null where it is not */
export function changeTold(
  summary: Summary,
  indicator: Indicator,
  total: Total,
  against: 'previous' | 'lastYear',
  said: number | null = commonBase(summary, against),
): string | null {
  const pair = comparedOf(summary, indicator, total, against);
  if (pair === null) return null;
  const change = { ...pair, inPoints: indicator.type === 'percent' };
  // What is counted once a year is what it was.
  if (against === 'previous' && indicator.acrossPeriods === 'last' && isEqual(change)) return null;
  const isMoment = against === 'previous' && indicator.acrossPeriods === 'last';
  const base = baseOf(summary, against);
  const clause = changeClause(change, isMoment ? baseWords.endOf(base) : base);
  const units = ownBase(indicator, total, against, said);
  return units === null ? clause : paper.ofBoth(units, clause);
}

/** How the figure that leads stands against an earlier one, or that of the part which units report anew, with its name. */
export function movementTold(
  summary: Summary,
  { indicator, total, against }: Movement,
  said?: number | null,
): string {
  const told = changeTold(summary, indicator, total, against, said) ?? '';
  if (against === 'lastYear' || total.value === null || !leadsSoFar(summary, indicator)) return told;
  return `${words.ownFigure(spanOf(summary).own, figure(indicator, total.value))}, ${told}`;
}

/**
 * Of how many units a figure is compared, where that must stand beside it: they are not as many as is said at the
 * beginning, or it would say of the figure itself that it is the same, or what it was, which is true of theirs alone.
 */
export function ownBase(
  indicator: Indicator,
  total: Total,
  against: 'previous' | 'lastYear',
  said: number | null,
): number | null {
  const comparison = total[against];
  const pair = comparable(total, comparison);
  if (comparison === null || pair === null) return null;
  if (pair.units === null) return said === null || said === givenBy(total) ? null : givenBy(total);
  const change = { ...pair, inPoints: indicator.type === 'percent' };
  const column = columnOf(comparison);
  const isWhole = pair.now === total[column];
  const ofAll = isWhole && pair.before === comparison[column].before;
  // "Bằng quý trước" is true of the figure itself where it is of those units alone.
  const isTrue = ofAll || !isFlat(change) || (isWhole && isEqual(change));
  return isTrue && pair.units === said ? null : pair.units;
}

/** With what a figure is compared, in the same words in every document and mail. */
export function baseOf(summary: Summary, against: 'previous' | 'lastYear'): string {
  if (against === 'previous') return previousBase(summary);
  return isOfYear(summary) ? baseWords.wholeYear : baseWords.lastYear;
}

/** A quarter after a quarter is "quý trước". */
function previousBase({ regime, period, earlier }: Summary): string {
  const before = regime.periods.find(({ id }) => id === earlier.previous?.period);
  const [now, then] = [daysOf(period), before ? daysOf(before) : 0];
  const both = (least: number, most: number) => [now, then].every((days) => days >= least && days <= most);
  if (both(89, 93)) return baseWords.quarter;
  return both(28, 31) ? baseWords.month : baseWords.period;
}

function daysOf({ window }: Period): number {
  return window ? dayNumber(window.to) - dayNumber(window.from) + 1 : 0;
}

/** No total of people, or of anything, where some who owe are missing: then "Tổng số" is a number among others. */
export function nameOfTotal(summary: Summary, indicator: Indicator): string {
  const total = totalOf(summary, indicator.code);
  const { kind, name: span } = spanOf(summary);
  const whole = nameInReport(indicator, languageOf(summary.regime));
  // Of the year so far and its last part the names stay as they are: each figure stands in a column of its own.
  const name = kind === 'year' ? inSpan(whole, kind, span) : whole;
  return !total || isOfAll(summary, total, leadingOf(summary, indicator, total).column)
    ? name
    : name.replace(paper.totalNumber, paper.numberOf);
}

/** As it stands in running text: "05", "1.250", "98,54%". */
export function figure({ unitOfMeasure }: Indicator, value: number): string {
  return unitOfMeasure === '%' ? `${percentage(value)}%` : numberInText(value);
}

function indicatorOf({ regime }: Summary, code: string): Indicator | undefined {
  return regime.indicators.find((each) => each.code === code);
}

/** Undefined where nobody reported the indicator. */
export function totalOf({ totals }: Summary, code: string): Total | undefined {
  return totals.find(({ indicator }) => indicator === code);
}
