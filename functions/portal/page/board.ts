/** The board's lines: which a filter and a search leave, and in which order. */
import { isFiled, isOwing } from '../../../shared/filing/owing.ts';
import type { DutyStatus } from '../../../shared/vocabulary/duty-states.ts';
import { mostHours } from '../../../shared/vocabulary/hours.ts';
import type { Reminded } from '../contract/chase.ts';
import type { OfficePeriod, OfficeUnit, OfficeUnits } from '../contract/office.ts';
import { type Api, UnexpectedAnswer } from './api.ts';
import { inBatches } from './batches.ts';

/** A unit's line, with the day until which it asks for time; null where it asks for none. */
export interface BoardLine extends OfficeUnit {
  readonly askedUntil: string | null;
}

export const filters = ['all', 'owing', 'asked', 'extended', 'rejected', 'bounced', 'late', 'filed'] as const;
export type Filter = (typeof filters)[number];

const fits: Record<Filter, (line: BoardLine) => boolean> = {
  all: () => true,
  owing: ({ status }) => isOwing(status),
  asked: ({ askedUntil }) => askedUntil !== null,
  extended: ({ status }) => status === 'extended',
  rejected: ({ attempt }) => attempt?.state === 'rejected' || attempt?.state === 'unreadable',
  bounced: (line) => line.bounced === true,
  late: ({ status }) => status === 'late',
  filed: ({ status }) => isFiled(status),
};

export const sorts = ['need', 'name', 'time'] as const;
export type Sort = (typeof sorts)[number];

/** What needs somebody stands above what is done. */
const need: readonly DutyStatus[] = [
  ...(['overdue', 'returned', 'missing', 'extended', 'awaiting-guidance', 'not-due'] as const),
  ...(['late', 'on-time', 'nil', 'excluded'] as const),
];

/**
 * The units of a period that follow the first page, page after page; none where that page holds them all. Throws as
 * the functions of an Api do: a board with a hole in it would count wrongly.
 */
export async function unitsAfter(
  api: Pick<Api, 'ask'>,
  { period, next }: Pick<OfficePeriod, 'period' | 'next'>,
): Promise<readonly OfficeUnit[]> {
  const found: OfficeUnit[] = [];
  for (let after = next ?? null; after !== null; ) {
    const at = `periods/${encodeURIComponent(period)}/units/${encodeURIComponent(after)}`;
    const page = await api.ask<OfficeUnits>(at, ['units', 'next']);
    if (page.next !== null && page.next <= after) throw new UnexpectedAnswer(`${page.next} after ${after}`);
    found.push(...page.units);
    after = page.next;
  }
  return found;
}

/** All units of these periods by the period's id, one period after the other: a link is answered a few looks at a time. Throws as `unitsAfter`. */
export async function allUnits(
  api: Pick<Api, 'ask'>,
  periods: readonly Pick<OfficePeriod, 'period' | 'units' | 'next'>[],
): Promise<ReadonlyMap<string, readonly OfficeUnit[]>> {
  const all = new Map<string, readonly OfficeUnit[]>();
  for (const each of periods) all.set(each.period, [...each.units, ...(await unitsAfter(api, each))]);
  return all;
}

/** When it was asked for, and of whom, when somebody was reminded last. */
export interface RemindersAsked {
  /** Counts what was decided and mailed. */
  readonly changes: number;
  /** The server's clock, ms since 1970. */
  readonly now: number;
  readonly codes: readonly string[];
}

/** The schedule begins each hour, and what it runs in ends within a quarter of one. */
function runsEndedBy(now: number): number {
  return Math.floor((now - 15 * 60_000) / 3_600_000);
}

/** Whether somebody may have been reminded since, by hand or by the schedule, or owes now who did not. */
export function mayBeReminded(asked: RemindersAsked, { changes, now, codes }: RemindersAsked): boolean {
  const known = new Set(asked.codes);
  return (
    asked.changes !== changes ||
    runsEndedBy(asked.now) !== runsEndedBy(now) ||
    !codes.every((code) => known.has(code))
  );
}

/** When a unit was reminded last, a reminder since then that reached nobody, and the last note of a call. */
export type LastReminded = Omit<Reminded['units'][number], 'unit'>;

/** By code; a unit that was never reminded, and of whom nothing is noted, is not among them. Throws as an Api does. */
export async function remindedLast(
  api: Pick<Api, 'ask'>,
  period: string,
  units: readonly string[],
): Promise<ReadonlyMap<string, LastReminded>> {
  const found = new Map<string, LastReminded>();
  await inBatches(units, async (batch) => {
    const answer = await api.ask<Reminded>('reminded', ['units'], { period, units: batch });
    for (const { unit, ...last } of answer.units)
      if (last.at !== null || last.failed || last.note) found.set(unit, last);
  });
  return found;
}

export function linesOf(units: readonly OfficeUnit[]): readonly BoardLine[] {
  return units.map((line) => ({ ...line, askedUntil: line.askedUntil ?? null }));
}

/** As a mail program takes them, each once. */
export function addressesOf(lines: readonly { readonly email?: string | undefined }[]): string {
  return [...new Set(lines.flatMap(({ email }) => email ?? []))].join('; ');
}

/** How many lines each filter leaves. */
export function countsOf(lines: readonly BoardLine[]): Readonly<Record<Filter, number>> {
  const count = (filter: Filter) => lines.filter(fits[filter]).length;
  return {
    all: lines.length,
    owing: count('owing'),
    asked: count('asked'),
    extended: count('extended'),
    rejected: count('rejected'),
    late: count('late'),
    filed: count('filed'),
    bounced: count('bounced'),
  };
}

/** Reports besides one that some units owe, and are reminded of though they are held back from that one. */
export interface AlsoOwed {
  readonly reports: readonly {
    readonly period: string;
    readonly title: string;
    readonly units: readonly OfficeUnit['unit'][];
  }[];
  /** Of very many units not all stand in the overview: there may be more. */
  readonly partly: boolean;
}

/** `until`: the last day on which they are held back, `yyyy-mm-dd`; whoever is held back there as long is left out. */
export function alsoOwed(
  periods: readonly Pick<OfficePeriod, 'period' | 'title' | 'units' | 'next'>[],
  period: string,
  codes: readonly string[],
  until: string,
): AlsoOwed {
  const asked = new Set(codes);
  const others = periods.filter((each) => each.period !== period);
  const reports = others.map(({ period: id, title, units }) => {
    const owing = units.filter(
      ({ unit, status, held }) => asked.has(unit.code) && isOwing(status) && !(held && held.until >= until),
    );
    return { period: id, title, units: owing.map(({ unit }) => unit) };
  });
  const partly = others.some(({ next }) => next != null && codes.some((code) => code > next));
  return { reports: reports.filter(({ units }) => units.length > 0), partly };
}

/** Letters without their marks, so that "quan ly" finds "Quản lý". */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
}

export function shownLines(
  lines: readonly BoardLine[],
  { filter, search, sort }: { readonly filter: Filter; readonly search: string; readonly sort: Sort },
): readonly BoardLine[] {
  const wanted = folded(search.trim());
  const left = lines.filter(
    (line) => fits[filter](line) && folded(`${line.unit.code} ${line.unit.name}`).includes(wanted),
  );
  if (sort === 'name') return left.toSorted((a, b) => a.unit.name.localeCompare(b.unit.name, 'vi'));
  if (sort === 'time') {
    const time = ({ filedAt, attempt }: BoardLine) => Date.parse(filedAt ?? attempt?.receivedAt ?? '') || 0;
    return left.toSorted((a, b) => time(b) - time(a));
  }
  return left.toSorted((a, b) => weightOf(a) - weightOf(b));
}

/** Of those that stand alike, who is stuck comes before who only has to be reminded. */
function weightOf(line: BoardLine): number {
  if (fits.asked(line)) return -1;
  const stuck = fits.bounced(line) ? 0 : fits.rejected(line) ? 1 : 2;
  return 3 * need.indexOf(line.status) + (fits.owing(line) ? stuck : 2);
}

/** Whom more hours would serve: who still owes, or filed late. */
export function needsHours({ status }: Pick<OfficeUnit, 'status'>): boolean {
  return status !== 'on-time' && status !== 'nil' && status !== 'excluded';
}

/** The deadline so many hours later, and whether it has passed by `now` (epoch ms); null where there is none, or no hours. */
export function dueLater(
  due: string | null,
  hours: number,
  now: number,
): { readonly due: string; readonly isOver: boolean } | null {
  if (due === null || !Number.isInteger(hours) || hours < 1 || hours > mostHours) return null;
  const later = Date.parse(due) + hours * 3_600_000;
  return { due: new Date(later).toISOString(), isOver: later <= now };
}

/** Of whom the hours serve, whom the new deadline leaves time, or makes punctual: the codes. `due` is common to all. */
export function servedBy(
  lines: readonly OfficeUnit[],
  { due, hours, now }: { readonly due: string | null; readonly hours: number; readonly now: number },
): readonly string[] {
  const isServed = ({ status, filedAt, judgedAt = filedAt ?? undefined, ownDue }: OfficeUnit) => {
    const later = dueLater(ownDue ?? due, hours, now);
    if (later === null) return false;
    const isPunctual =
      status === 'late' && judgedAt !== undefined && Date.parse(judgedAt) <= Date.parse(later.due);
    return !later.isOver || isPunctual;
  };
  return lines.filter((line) => needsHours(line) && isServed(line)).map(({ unit }) => unit.code);
}

/** Hours that were given at one press and still hold, and to whom. */
export interface Press {
  readonly press: string;
  readonly hours: number;
  /** When the first of the units got them. */
  readonly decidedAt: string;
  readonly units: readonly OfficeUnit['unit'][];
}

/** Newest first. */
export function pressesOf(lines: readonly OfficeUnit[]): readonly Press[] {
  const found = new Map<string, Press>();
  for (const { unit, prolonged = [] } of lines) {
    for (const { press, hours, decidedAt } of prolonged) {
      if (press === null) continue;
      const known = found.get(press);
      const earlier =
        known && Date.parse(known.decidedAt) < Date.parse(decidedAt) ? known.decidedAt : decidedAt;
      found.set(press, { press, hours, decidedAt: earlier, units: [...(known?.units ?? []), unit] });
    }
  }
  return [...found.values()].toSorted((a, b) => Date.parse(b.decidedAt) - Date.parse(a.decidedAt));
}

/** As many lines as a person can look through; of more each period's own board is the way. */
const mostSideBySide = 300;

/**
 * The units that stand side by side for all periods. Of a period of very many only the first page is here: whoever comes
 * after it would seem to owe nothing.
 */
export function matrixUnits(periods: readonly OfficePeriod[]) {
  const all = new Map(periods.flatMap(({ units }) => units.map(({ unit }) => [unit.code, unit])));
  const known = [...all.values()].filter(({ code }) => periods.every(({ next }) => !next || code <= next));
  const units = known.slice(0, mostSideBySide);
  return { units, whole: units.length === all.size && periods.every(({ next }) => !next) };
}
