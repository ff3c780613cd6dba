/** "tom-tat-lanh-dao.docx": one page for the leadership: the rate, five figures, three decisions. */

import {
  type Block,
  body,
  decreeSection,
  decreeStyles,
  headingLine,
  line,
  titleBlock,
} from '../../documents/decree.ts';
import { type GridCell, grid } from '../../documents/decree-tables.ts';
import { writeWord } from '../../documents/word.ts';
import { dayOf } from '../../regime/calendar.ts';
import type { Indicator } from '../../regime/regime.ts';
import { say } from '../../vocabulary/text.ts';
import { measure, notFiledWords, reportSubject } from '../../wording/documents.ts';
import { paperWords, briefWords as words } from '../../wording/report.ts';
import { dayInText, momentInText, number, percentage, ratio } from '../../wording/vietnamese.ts';
import { choose, toldOf } from '../choice/choose.ts';
import { mainFigures } from '../main-figures.ts';
import { type Matter, mattersOf } from '../matters.ts';
import { movementsOf, telling } from '../movements.ts';
import { isFirstOnly, nilOnTime } from '../rate.ts';
import { markOf, type Summary } from '../summary.ts';
import { abbreviationsOf } from './abbreviations.ts';
import { doubted } from './doubted.ts';
import { unitNoun } from './names.ts';
import { requestsTold } from './said.ts';
import { baseOf, movementTold, nameOfTotal } from './sentences.ts';
import { worsened } from './shortcomings.ts';
import { commonBase, fewerThanOwe, lacksPeriods, leadingOf, spanOf } from './standing-of-figures.ts';

const figuresShown = 5;
const mattersShown = 3;
const doubtsShown = 3;
const requestsShown = 2;
/** Of more it is enough how many they are: which, the report itself says. */
const gapsNamed = 2;
const mostNames = 16;

/** The same summary always gives the same bytes. */
export async function writeBrief(summary: Summary): Promise<Uint8Array> {
  const { regime, period, scheduledAt } = summary;
  const about = reportSubject(regime, period);
  const matters = mattersOf(summary);
  // Whoever signs is told which figures to look at, whatever else there is to decide.
  const groups = alikeTogether(matters);
  const doubts = groups.filter(([{ kind }]) => kind === 'doubts');
  const others = groups.filter(([{ kind }]) => kind !== 'doubts');
  // Whether to sign at all comes before whom to chase.
  const first = signOrWait(summary);
  const shown = [...others.slice(0, mattersShown - first.length - doubts.length), ...doubts];
  const rate = rateOf(summary);
  const decided = [...first, ...shown.flatMap((group) => groupTold(summary, group))];
  const choice = choose(summary);
  const requests = requestsTold(summary, choice, toldOf(choice, 'upward'));
  // One more takes no more room than to say that there is one more.
  const asked = requests.length === requestsShown + 1 ? requests : requests.slice(0, requestsShown);
  const moved = telling(summary, figuresShown);
  const made = words.made(momentInText(scheduledAt, regime.timeZone), regime.office.name);
  const named = (moved.length > 0 ? moved : mainFigures(summary).slice(0, figuresShown)).map(
    ({ indicator }) => nameOfTotal(summary, indicator),
  );
  const abbreviated = abbreviationsOf(regime)
    .filter(({ pattern }) => [rate, ...decided, ...asked, ...named].some((text) => pattern.test(text)))
    .map(({ short, whole }) => paperWords.abbreviated(short, whole));
  return writeWord({
    title: `${words.kind} ${about}`,
    author: regime.office.name,
    at: scheduledAt,
    styles: decreeStyles,
    mark: markOf(summary),
    sections: [
      decreeSection([
        ...titleBlock(words.kind, [about]),
        headingLine(2, words.rate),
        said(rate),
        headingLine(2, headOfFigures(summary)),
        ...figures(summary),
        line('', { size: 6 }),
        headingLine(2, words.decisions),
        ...(decided.length === 0 ? [said(words.nothing)] : decided.map((text) => said(text))),
        ...(groups.length > shown.length
          ? [said(words.more(groups.length - shown.length, silentIn(groups, shown)), { italics: true })]
          : []),
        ...(asked.length > 0
          ? [headingLine(2, words.upward), ...askedOf(asked, requests.length - asked.length)]
          : []),
        line([...abbreviated, made].join(' '), { size: 12, italics: true }),
      ]),
    ],
  });
}

/** In the smaller of the decree's two sizes, for all of it stands on one page. */
function said(text: string, as: { readonly italics?: true } = {}): Block {
  return body(text, { size: 13, ...as });
}

function askedOf(requests: readonly string[], more: number): readonly Block[] {
  return [
    ...requests.map((text) => said(words.request(text))),
    ...(more > 0 ? [said(words.moreRequests(more))] : []),
  ];
}

function rateOf(summary: Summary): string {
  const { rate, regime, due, units } = summary;
  const owing = rate.expected - rate.excluded;
  if (rate.ratio === null) return words.nobody(unitNoun(regime));
  const late = units.filter(({ status }) => status === 'late').map(({ unit }) => unit.name);
  return [
    words.filed(
      paperWords.filedOf({ filed: rate.filed, owing, noun: unitNoun(regime) }),
      ratio(rate.ratio),
      rate.nil,
    ),
    words.onTime(
      rate.onTime,
      owing,
      nilOnTime(summary),
      due === null ? null : dayInText(dayOf(due, regime.timeZone)),
    ),
    ...(late.length > 0 ? [words.late(listed(late))] : []),
  ].join(' ');
}

function listed(names: readonly string[]): string {
  const more = names.length - mostNames;
  return more > 0 ? words.andMore(names.slice(0, mostNames).join('; '), more) : names.join('; ');
}

/** Of how many units they are: where they are compared that stands below them. */
function headOfFigures(summary: Summary): string {
  if (movementsOf(summary).length > 0) return words.moved;
  const units = fewerThanOwe(summary);
  return units === null ? words.figures : words.figuresOf(units);
}

function figures(summary: Summary): readonly Block[] {
  const columns = [...words.columns, spanOf(summary).name];
  const cells = (indicator: Indicator, value: number | null): GridCell[] => {
    return [
      { text: nameOfTotal(summary, indicator) },
      { text: measure(indicator), align: 'center' },
      {
        text: value === null ? '—' : `${cellOf(indicator, value)}${shortMark(summary, indicator)}`,
        align: 'right',
        bold: true,
      },
    ];
  };
  const movements = telling(summary, figuresShown);
  if (movements.length === 0) {
    const rows = mainFigures(summary)
      .slice(0, figuresShown)
      .map(({ indicator, value }) => cells(indicator, value));
    return [grid([117, 23, 25], columns, rows, 12), ...shortNote(summary)];
  }
  const rows = movements.map((movement) => [
    ...cells(movement.indicator, leadingOf(summary, movement.indicator, movement.total).value),
    { text: movementTold(summary, movement) },
  ]);
  const bases = [...new Set(movements.map(({ against }) => against))].flatMap((against) => {
    const units = commonBase(summary, against);
    return units === null
      ? []
      : [
          line(paperWords.comparedOver(baseOf(summary, against), units, unitNoun(summary.regime)), {
            size: 12,
            italics: true,
            before: 6,
          }),
        ];
  });
  const worse = worsened(summary).map(({ text }) => line(text, { size: 12, before: 6 }));
  return [
    grid([62, 24, 22, 57], [...columns, words.compared], rows, 12),
    ...bases,
    ...worse,
    ...shortNote(summary),
  ];
}

/** The same mark as in Phụ lục I. */
function shortMark(summary: Summary, indicator: Indicator): string {
  return lacksPeriods(summary, indicator) ? ` ${paperWords.short}` : '';
}

function shortNote(summary: Summary): readonly Block[] {
  const lacking = summary.regime.indicators.some((each) => lacksPeriods(summary, each));
  return lacking ? [line(`${paperWords.short}: ${words.short}`, { size: 12, italics: true, before: 6 })] : [];
}

function cellOf({ unitOfMeasure }: Indicator, value: number): string {
  return unitOfMeasure === '%' ? percentage(value) : number(value);
}

/** How many units of which nothing came are among what is not shown. */
function silentIn(groups: readonly (readonly Matter[])[], shown: readonly (readonly Matter[])[]): number {
  const hidden = groups.filter((group) => !shown.includes(group)).flat();
  return hidden.reduce((sum, each) => sum + (each.kind === 'silent' ? each.lines.length : 0), 0);
}

type Open = Extract<Matter, { readonly kind: 'open' }>;

/** Units of which the same is to be decided stand together: one of five refused alone would look like the only one. */
function alikeTogether(matters: readonly Matter[]): readonly (readonly [Matter, ...Matter[]])[] {
  const groups = Map.groupBy(matters, (each) => (each.kind === 'open' ? each.why : each));
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group;
    if (!first) return [];
    return group.length < together ? group.map((each) => [each] as const) : [[first, ...others] as const];
  });
}

const together = 3;

/** A point of each, or one of those that stand together. */
function groupTold(summary: Summary, group: readonly [Matter, ...Matter[]]): readonly string[] {
  const open = group.filter((each): each is Open => each.kind === 'open');
  const [first] = open;
  if (!first || group.length === 1) return told(summary, group[0]);
  const names = listed(open.map(({ line: { unit } }) => unit.name));
  return [words.point(words.alike(open.length, notFiledWords[first.why], names, words.openTodo[first.why]))];
}

/** A point, figures in doubt each on a line of its own below it. */
function told(summary: Summary, matter: Matter): readonly string[] {
  if (matter.kind !== 'doubts') return [words.point(decision(summary, matter))];
  const gaps = matter.doubts.filter(({ kind }) => kind === 'gap');
  const figures = matter.doubts.filter(({ kind }) => kind !== 'gap');
  const shown = [...figures.slice(0, doubtsShown), ...(gaps.length <= gapsNamed ? gaps : [])];
  const more = figures.length - doubtsShown;
  const others = [
    ...(gaps.length > gapsNamed ? [words.gaps(gaps.length)] : []),
    ...(more > 0 ? [words.moreDoubts(more)] : []),
  ];
  const lines = [
    ...shown.map((doubt) => doubted(summary, doubt)),
    ...(others.length > 0 ? [others.join('; ')] : []),
  ];
  return [words.point(words.doubts), ...lines.map(words.within)];
}

/** Units by name; files and codes are the office's own. */
function decision({ regime }: Summary, matter: Exclude<Matter, { readonly kind: 'doubts' }>): string {
  switch (matter.kind) {
    case 'silent':
      return words.silent(matter.lines.length, listed(matter.lines.map(({ unit }) => unit.name)));
    case 'misplaced':
      return words.misplaced(matter.line.unit.name, matter.of.unit.name);
    case 'open': {
      const finding = matter.line.attempt?.firstFinding;
      const why = finding ? withoutCodes(say(finding.message, 'vi'), regime) : matter.line.reason;
      const { open, openTodo } = words;
      return open(matter.line.unit.name, notFiledWords[matter.why], why, openTodo[matter.why]);
    }
    case 'newer-file':
      return words.newer(matter.line.unit.name);
  }
}

/** "… là báo cáo của Phòng Kế hoạch - Tài chính (KHTC)": the name tells it. */
function withoutCodes(text: string, { units }: Summary['regime']): string {
  return units.reduce((told, { code }) => told.replaceAll(` (${code})`, ''), text);
}

function signOrWait(summary: Summary): readonly string[] {
  const { filed, expected, excluded } = summary.rate;
  return isFirstOnly(summary) ? [words.point(words.signOrWait(filed, expected - excluded))] : [];
}
