/** The chart of who filed when: a bar for each day on which something came, and where among them the deadline lies. */

import { dayOf } from '../../regime/calendar.ts';
import type { Summary, UnitLine } from '../../summary/summary.ts';
import { fill } from '../../vocabulary/text.ts';
import { timeline as words } from '../../wording/summary-mail.ts';
import type { Block, TimelineRow } from '../layout/letter.ts';
import { writtenInstant } from '../layout/notation.ts';

import { isFiled, standingOf, standingTones } from './standing.ts';

/** More bars fill the first screen by themselves; what came before them stands in one. */
const daysAtMost = 7;
const codesAtMost = 8;

interface Day {
  /** `yyyy-mm-dd` */
  readonly last: string;
  readonly label: string;
  readonly lines: readonly UnitLine[];
}

/** Nothing where nobody has filed. */
export function timelineBlocks(summary: Summary): Block[] {
  const days = daysOf(summary);
  if (days.length === 0) return [];
  const { due, regime } = summary;
  const dueDay = due === null ? null : dayOf(due, regime.timeZone);
  const inTime = days.filter(({ last }) => dueDay === null || last <= dueDay);
  const after = days.slice(inTime.length);
  const mark: TimelineRow[] =
    due === null
      ? []
      : [{ label: fill(words.due, { due: writtenInstant(due, regime.timeZone) }), parts: [], note: '' }];
  return [
    { kind: 'heading', text: words.heading },
    { kind: 'timeline', rows: [...inTime.map(rowOf), ...mark, ...after.map(rowOf)] },
  ];
}

function daysOf({ units, regime }: Summary): Day[] {
  const byDay = new Map<string, UnitLine[]>();
  for (const line of units) {
    if (line.filedAt === null || !isFiled(standingOf(line))) continue;
    const day = dayOf(line.filedAt, regime.timeZone);
    byDay.set(day, [...(byDay.get(day) ?? []), line]);
  }
  const days = [...byDay.keys()].sort();
  const single = days.slice(-daysAtMost);
  const before = days.slice(0, -daysAtMost);
  const last = before.at(-1);
  return [
    ...(last === undefined
      ? []
      : [
          {
            ...{ last, label: fill(words.until, { day: written(last) }) },
            lines: before.flatMap((day) => byDay.get(day) ?? []),
          },
        ]),
    ...single.map((day) => ({
      ...{ last: day, label: `${weekday(day)} ${written(day)}` },
      lines: byDay.get(day) ?? [],
    })),
  ];
}

function rowOf({ label, lines }: Day): TimelineRow {
  const order = ['on-time', 'nil', 'late'] as const;
  const codes = lines
    .toSorted((a, b) => Date.parse(a.filedAt ?? '') - Date.parse(b.filedAt ?? ''))
    .map(({ unit }) => unit.code);
  const more = codes.length - codesAtMost;
  const shown = more > 0 ? [...codes.slice(0, codesAtMost), fill(words.more, { count: more })] : codes;
  return {
    label,
    parts: order.map((standing) => ({
      tone: standingTones[standing],
      count: lines.filter((line) => standingOf(line) === standing).length,
    })),
    note: shown.join(', '),
  };
}

const monday = '1970-01-05';

function weekday(day: string): string {
  const index = (Date.parse(day) - Date.parse(monday)) / 86_400_000;
  return words.weekdays.split(' ')[((index % 7) + 7) % 7] ?? '';
}

function written(day: string): string {
  return day.replace(/^\d{4}-(\d{2})-(\d{2})$/, '$2/$1');
}
