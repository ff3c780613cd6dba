/** Figures that no sentence of the regime tells, and what units wrote as the state of something; each as a sentence. */

import { languageOf } from '../../regime/language.ts';
import type { Indicator } from '../../regime/regime.ts';
import { hasGaps } from '../../vocabulary/gaps.ts';
import { lowerFirst, nameAsPart, nameInReport } from '../../wording/documents.ts';
import { paperWords as words } from '../../wording/report.ts';
import { inSpan, spanWords, withinSpan } from '../../wording/spans.ts';
import { dayInText } from '../../wording/vietnamese.ts';
import { unbalanced } from '../balances.ts';
import { internalWordIn } from '../choice/internal-words.ts';
import { nilDatedIn } from '../nil-dated.ts';
import type { Contribution, Summary } from '../summary.ts';
import { besides, figure, nameOfTotal, type Told, totalOf } from './sentences.ts';
import { givenBy, isOfAll, leadingOf, spanOf } from './standing-of-figures.ts';

/**
 * Sentences about what no sentence of the regime has told yet: parts ("trong đó") with the name of their whole, be it told itself or unknown;
 * figures that are 0 together, those that nobody gave not at all.
 */
export function furtherFigures(
  summary: Summary,
  section: string,
  { codes: told, own }: Pick<Told, 'codes' | 'own'>,
): readonly string[] {
  const language = languageOf(summary.regime);
  const { kind, name: spanName } = spanOf(summary);
  // What nobody did, by whom that is known of: "" for the whole authority.
  const none = new Map<string, string[]>();
  const left = unbalanced(summary);
  const issued: string[] = [];
  const said = familiesIn(summary, section).flatMap(({ whole, parts }): readonly string[] => {
    const untold = [whole, ...parts].filter(({ code }) => !told.has(code));
    // Of a whole that is told of its last part alone the parts are: else they would exceed it.
    const ofOwn = own.has(whole.code) || untold.some((each) => lacksLeading(summary, each));
    const name = nameOfFamily(summary, whole, ofOwn);
    const toldValue = (indicator: Indicator) => {
      const of = left.has(indicator.code) ? undefined : totalOf(summary, indicator.code);
      return of ? (ofOwn ? of.value : leadingOf(summary, indicator, of).value) : null;
    };
    const known = parts.flatMap((part) => {
      const value = told.has(part.code) ? null : toldValue(part);
      return value === null ? [] : [{ part, value }];
    });
    const ofMany = known.some(({ part }) => (totalOf(summary, part.code)?.blank ?? []).length > 0);
    const keepZeros = ofMany || known.every((part) => part.value === 0);
    const within = known
      .filter((part) => keepZeros || part.value !== 0)
      .map(
        ({ part, value }) =>
          `${nameAsPart(part, language)} ${figure(part, value)}${partOfHowMany(summary, part)}`,
      );
    const alone = within.length > 0 ? [words.figure(name, words.parts(within))] : [];
    if (told.has(whole.code) || whole.type === 'text') return alone;
    if (whole.type === 'date') {
      issued.push(...days(summary, whole));
      return alone;
    }
    const value = toldValue(whole);
    if (value === null) return alone;
    const ofAll = [whole, ...parts].every(({ code }) => (totalOf(summary, code)?.blank ?? []).length === 0);
    // A blank cell does not say that there was nothing.
    if (value === 0 && ofAll && !ofOwn && whole.type === 'count' && known.every((part) => part.value === 0)) {
      const whose = ofWhom(summary, whole);
      none.set(whose, [...(none.get(whose) ?? []), lowerFirst(name.replace(/^Số\s+/, ''))]);
      return [];
    }
    return [
      words.figure(
        name,
        `${amount(summary, whole, value, ofOwn)}${within.length > 0 ? words.within(within) : ''}`,
      ),
    ];
  });
  return [
    ...[issued, said]
      .filter(({ length }) => length > 0)
      .map((figures) => words.further(figures.map((each, n) => (n === 0 ? each : lowerFirst(each))))),
    ...[...none].map(([whose, names]) => words.nothingOf(names, withinSpan(kind, spanName), whose)),
  ];
}

/** Who has nothing of it: those whose reports there are; "" where these are all who owe one. */
function ofWhom(summary: Summary, indicator: Indicator): string {
  const total = totalOf(summary, indicator.code);
  if (!total || isOfAll(summary, total, leadingOf(summary, indicator, total).column)) return '';
  return words.havingFigures(givenBy(total));
}

/** Of the year so far there is nothing to tell where its cumulative figure is not certain: then the part alone is told. */
function lacksLeading(summary: Summary, indicator: Indicator): boolean {
  const total = totalOf(summary, indicator.code);
  if (!total || total.value === null) return false;
  return leadingOf(summary, indicator, total).value === null;
}

function nameOfFamily(summary: Summary, whole: Indicator, ofOwn: boolean): string {
  const name = nameOfTotal(summary, whole);
  const { kind, name: span, own } = spanOf(summary);
  return ofOwn ? spanWords.ownName(name, own) : inSpan(name, kind, span);
}

/** Every indicator that is no part, with the parts that stand behind it. */
function familiesIn(
  summary: Summary,
  section: string,
): readonly { readonly whole: Indicator; readonly parts: readonly Indicator[] }[] {
  const families: { whole: Indicator; parts: Indicator[] }[] = [];
  for (const indicator of indicatorsIn(summary, section)) {
    const last = families.at(-1);
    if (last && nameAsPart(indicator, languageOf(summary.regime)) !== null) last.parts.push(indicator);
    else families.push({ whole: indicator, parts: [] });
  }
  return families;
}

function indicatorsIn({ regime }: Summary, section: string): readonly Indicator[] {
  return regime.indicators.filter((each) => each.section === section);
}

/** "45 cuộc, tăng 05 so với quý trước (lũy kế 90)". */
function amount(summary: Summary, indicator: Indicator, value: number, ofOwn: boolean): string {
  const total = totalOf(summary, indicator.code);
  const { unitOfMeasure } = indicator;
  const measured = unitOfMeasure === '%' || unitOfMeasure === '-' ? '' : ` ${unitOfMeasure}`;
  const { changes, other } = total ? besides(summary, indicator, total, ofOwn) : { changes: [], other: '' };
  const whose = ofHowMany(summary, indicator);
  return `${[`${figure(indicator, value)}${measured}${whose}`, ...changes].join(', ')}${other && ` (${other})`}`;
}

/** " (số liệu của 13 đơn vị)" where some of those who reported left the figure blank. */
function ofHowMany(summary: Summary, { code }: Indicator): string {
  const total = totalOf(summary, code);
  return total && total.blank.length > 0 ? words.ofSomeUnits(givenBy(total)) : '';
}

/** The same of a part, which stands in brackets itself. */
function partOfHowMany(summary: Summary, { code }: Indicator): string {
  const total = totalOf(summary, code);
  return total && total.blank.length > 0 ? ` ${words.ofUnits(givenBy(total))}` : '';
}

/** Dates are not added up: from when to when, and of how many units; none of whom its unit has to be asked about. */
function days(summary: Summary, indicator: Indicator): readonly string[] {
  const asked = new Set(
    nilDatedIn(summary).flatMap((each) => (each.indicator === indicator.code ? [each.unit] : [])),
  );
  const given = (totalOf(summary, indicator.code)?.contributions ?? [])
    .filter(({ unit }) => !asked.has(unit))
    .flatMap(({ value }) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? [value] : []))
    .sort();
  const [first, last] = [given.at(0), given.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [
    words.days(
      nameInReport(indicator, languageOf(summary.regime)),
      given.length,
      dayInText(first),
      dayInText(last),
    ),
  ];
}

/** Longer ones are narrative, and are chosen from like it. */
const longestStatement = 120;
const mostStatements = 3;
const mostNames = 2;

/**
 * What units answer in words, word for word: the answers most of them gave, and of how many these are where others answered
 * otherwise; questions that were answered alike in one sentence.
 */
export function statements(summary: Summary, section: string): readonly string[] {
  const names = new Map(summary.contributors.map(({ code, name }) => [code, name]));
  const asked = indicatorsIn(summary, section).filter(({ type }) => type === 'text');
  const answers = asked.flatMap((indicator) => {
    const { said, others, all } = answersTo(summary, indicator, names);
    if (said.length === 0) return [];
    const name = nameInReport(indicator, languageOf(summary.regime));
    return [{ name: others.length === 0 ? name : words.answeredBy(name, all - others.length, all), said }];
  });
  return [...Map.groupBy(answers, ({ said }) => said.join('; ')).values()].map((same) =>
    words.statement(
      same.map(({ name }, n) => (n === 0 ? name : lowerFirst(name))).join('; '),
      same[0]?.said ?? [],
    ),
  );
}

/** The answers that are not told: of what, by whom, and whether others are. */
export function untoldAnswers(
  summary: Summary,
  section: string,
): readonly { readonly name: string; readonly units: readonly string[]; readonly besides: boolean }[] {
  const names = new Map(summary.contributors.map(({ code, name }) => [code, name]));
  return indicatorsIn(summary, section).flatMap((indicator) => {
    if (indicator.type !== 'text') return [];
    const { said, others } = answersTo(summary, indicator, names);
    const name = lowerFirst(nameInReport(indicator, languageOf(summary.regime)));
    return others.length > 0 ? [{ name, units: others, besides: said.length > 0 }] : [];
  });
}

interface Answers {
  readonly said: readonly string[];
  /** By name, who answered otherwise. */
  readonly others: readonly string[];
  /** How many answered. */
  readonly all: number;
}

function answersTo(summary: Summary, indicator: Indicator, names: ReadonlyMap<string, string>): Answers {
  const given = (totalOf(summary, indicator.code)?.contributions ?? []).flatMap(
    ({ unit, value, parts }): Answer[] => {
      // How far something has come is told by the year's last period alone.
      if (parts.length > 0 && parts.at(-1)?.period !== summary.period.id) return [];
      const text = statement(value);
      // A template that nobody filled in is no answer.
      return text === '' || hasGaps(text) ? [] : [{ text, unit: names.get(unit) ?? unit }];
    },
  );
  const mayStand = ({ text }: Answer) =>
    text.length <= longestStatement && !internalWordIn(text, summary.regime);
  const most = groupsOf(given.filter(mayStand)).slice(0, mostStatements);
  const told = new Set(most.flatMap(([, units]) => units));
  const others = given.flatMap(({ unit }) => (told.has(unit) ? [] : [unit]));
  const whose = (units: readonly string[]) =>
    units.length > mostNames ? words.someUnits(units.length) : units.join('; ');
  const said = most.map(([{ text }, units]) => words.statedBy(lowerFirst(text), whose(units)));
  return { said, others, all: given.length };
}

interface Answer {
  readonly text: string;
  /** By name. */
  readonly unit: string;
}

type Group = readonly [first: Answer, units: readonly string[]];

/** Those of the same words, what most answered first. */
function groupsOf(answers: readonly Answer[]): readonly Group[] {
  return [...Map.groupBy(answers, ({ text }) => text.toLocaleLowerCase('vi')).values()]
    .flatMap((group): Group[] => (group[0] ? [[group[0], group.map(({ unit }) => unit)]] : []))
    .sort(([, a], [, b]) => b.length - a.length);
}

function statement(value: Contribution['value']): string {
  return value === null
    ? ''
    : String(value)
        .replace(/^[-–]\s*/, '')
        .replace(/[.;]\s*$/, '')
        .trim();
}
