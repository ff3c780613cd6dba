/** What no single entry of a regime shows: circles, days that contradict each other, periods in each other's way. */
import { overlongAddresses } from './addresses.ts';
import { dayOf, isAstray, lastDay, summaryHour, upwardDay, yearOf } from './calendar.ts';
import type { Fault } from './fault.ts';
import type { Period, Regime } from './regime.ts';
import { parseRule, RuleNotUnderstood } from './rule.ts';

/**
 * Everything wrong with a regime of which each entry by itself is right. Asked when a file is read; a version applied
 * before a rule was thought of is still read as it is.
 */
export function wholeFaults(regime: Regime): Fault[] {
  return [
    ...overlongAddresses(regime),
    ...formulaCircles(regime),
    ...previousCircles(regime),
    ...parentCircles(regime),
    ...contradictoryDays(regime),
    ...daysElsewhere(regime),
    ...overlaps(regime),
    ...upwardTooEarly(regime),
  ];
}

function formulaCircles({ indicators }: Regime): Fault[] {
  const parts = new Map(
    indicators.map(({ code, formula }) => [code, formula === undefined ? [] : partsOf(formula, code)]),
  );
  return circlesIn(parts).map((circle) => ({
    path: ['indicators', indicators.findIndex(({ code }) => code === circle[0]), 'formula'],
    message: `the formula needs its own result: ${around(circle)}`,
  }));
}

/** What a formula takes from the previous period is settled already; one that cannot be read is a fault of its own. */
function partsOf(formula: string, code: string): string[] {
  try {
    const { operands } = parseRule(formula, code);
    return operands.filter(({ previous }) => !previous).map(({ indicator }) => indicator);
  } catch (error) {
    if (!(error instanceof RuleNotUnderstood)) throw error;
    return [];
  }
}

function previousCircles({ periods }: Regime): Fault[] {
  const before = new Map(periods.map(({ id, previous }) => [id, previous === undefined ? [] : [previous]]));
  return circlesIn(before).map((circle) => ({
    path: ['periods', periods.findIndex(({ id }) => id === circle[0]), 'previous'],
    message: `a period does not come before itself: ${around(circle)}`,
  }));
}

function parentCircles({ units }: Regime): Fault[] {
  const above = new Map(units.map(({ code, parent }) => [code, [parent]]));
  return circlesIn(above).map((circle) => ({
    path: ['units', units.findIndex(({ code }) => code === circle[0]), 'parent'],
    message: `a unit does not stand above itself: ${around(circle)}`,
  }));
}

/** `A → B → A`. */
function around(circle: readonly string[]): string {
  return [...circle, circle[0]].join(' → ');
}

/** Each circle once, from that of its members which comes first, by the shortest way round. */
function circlesIn(leadsTo: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const seen = new Set<string>();
  for (const start of leadsTo.keys()) {
    const circle = seen.has(start) ? null : wayBack(start, leadsTo);
    if (circle === null || circle.some((each) => seen.has(each))) continue;
    for (const each of circle) seen.add(each);
    found.push(circle);
  }
  return found;
}

function wayBack(start: string, leadsTo: ReadonlyMap<string, readonly string[]>): string[] | null {
  const ways = [[start]];
  const been = new Set<string>();
  for (const way of ways) {
    for (const next of leadsTo.get(way.at(-1) ?? start) ?? []) {
      if (next === start) return way;
      if (been.has(next)) continue;
      been.add(next);
      ways.push([...way, next]);
    }
  }
  return null;
}

function contradictoryDays({ holidays }: Regime): Fault[] {
  return holidays.flatMap(({ date, kind, name }, index): Fault[] => {
    const earlier = holidays.slice(0, index).find((each) => each.date === date);
    if (!earlier) return [];
    const message =
      earlier.kind === kind
        ? `"${date}" stands twice ("${earlier.name}" and "${name}")`
        : `${date} is both a day off and a day of work ("${earlier.name}": ${earlier.kind}; "${name}": ${kind})`;
    return [{ path: ['holidays', index, 'date'], message }];
  });
}

/** Figures are of the regime's year, whose first window may begin before it; other days lie in it or beside it. */
function daysElsewhere({ year, periods, holidays }: Regime): Fault[] {
  const beside = (day: string) => Math.abs(yearOf(day) - year) > 1;
  return [
    ...periods.flatMap((period, index): Fault[] => {
      const at = (...path: string[]) => ['periods', index, ...path];
      const { window, deadline } = period;
      const faults: Fault[] = daysOf(period)
        .filter(([, day]) => isAstray(day, { year }))
        .map(([path, day]) => ({
          path: at(...path),
          message: `${day} is far from the regime's year ${year}`,
        }));
      if (window && yearOf(window.to) !== year) {
        const message = `the window ends on ${window.to}, the regime is of ${year}`;
        faults.push({ path: at('window', 'to'), message });
      }
      if (period.kind !== 'plan' && deadline.rule !== 'on-guidance' && yearOf(deadline.date) < year) {
        const message = `the deadline ${deadline.date} lies before the regime's year ${year}`;
        faults.push({ path: at('deadline', 'date'), message });
      }
      return faults;
    }),
    ...holidays.flatMap(({ date }, index): Fault[] =>
      beside(date)
        ? [{ path: ['holidays', index, 'date'], message: `${date} is far from the regime's year ${year}` }]
        : [],
    ),
  ];
}

function daysOf({ opens, window, cumulativeFrom, deadline, lock, officeDue }: Period) {
  const days: (readonly [path: readonly string[], day: string | undefined])[] = [
    [['opens'], opens],
    [['window', 'from'], window?.from],
    [['cumulativeFrom'], cumulativeFrom],
    [['deadline', 'date'], deadline.rule === 'on-guidance' ? undefined : deadline.date],
    [['lock'], lock],
    [['officeDue'], typeof officeDue === 'string' ? officeDue : undefined],
  ];
  return days.flatMap(([path, day]) => (day === undefined ? [] : [[path, day] as const]));
}

/** Nothing goes upward before it is asked for, or before the draft of it is made. */
function upwardTooEarly(regime: Regime): Fault[] {
  return regime.periods.flatMap((period, index): Fault[] => {
    const [upward, due] = [upwardDay(period, regime), lastDay(period.deadline)];
    if (upward === null || due === null) return [];
    const path = ['periods', index, 'officeDue'];
    if (upward < due) {
      return [
        { path, message: `the report goes upward on ${upward}, before the units’ own deadline ${due}` },
      ];
    }
    const made = summaryHour(period, regime);
    const madeOn = made === null ? null : dayOf(made, regime.timeZone);
    if (madeOn === null || madeOn <= upward) return [];
    return [{ path, message: `the report goes upward on ${upward}, before it is made on ${madeOn}` }];
  });
}

/**
 * Two windows of one unit have no day in common, or a figure would stand in both periods. One may lie wholly within
 * the other where neither builds on the other, as months within a quarter.
 */
function overlaps({ periods }: Regime): Fault[] {
  return periods.flatMap((period, index) =>
    periods.slice(0, index).flatMap((other): Fault[] => {
      const [a, b] = [period.window, other.window];
      if (!a || !b || a.to < b.from || b.to < a.from) return [];
      if (!period.assignedTo.some((kind) => other.assignedTo.includes(kind))) return [];
      const within = (a.from <= b.from && b.to <= a.to) || (b.from <= a.from && a.to <= b.to);
      const same = a.from === b.from && a.to === b.to;
      if (within && !same && !isLinked(period, other, periods)) return [];
      const message = `${a.from} to ${a.to} overlaps the window of "${other.id}", ${b.from} to ${b.to}`;
      return [{ path: ['periods', index, 'window'], message }];
    }),
  );
}

/** Whether one is among the periods before the other. */
function isLinked(one: Period, other: Period, all: readonly Period[]): boolean {
  return isBefore(one.id, other, all) || isBefore(other.id, one, all);
}

function isBefore(id: string, period: Period, all: readonly Period[]): boolean {
  const been = new Set<string>();
  for (let at: Period | undefined = period; at?.previous !== undefined && !been.has(at.id); ) {
    been.add(at.id);
    const { previous }: Period = at;
    if (previous === id) return true;
    at = all.find((each) => each.id === previous);
  }
  return false;
}
