/** How far a period has come: counted at every look where its units are few, else once an hour. */
import { cameAt, filingsByUnit, type Hold } from '../filing/counting.ts';
import { deadlineOf } from '../filing/deadline.ts';
import type { Duty } from '../filing/duty.ts';
import { issuedLast } from '../filing/edition.ts';
import type { Filings } from '../filing/filings.ts';
import { inForce } from '../filing/in-force.ts';
import { openRequest } from '../filing/requests.ts';
import type { Version } from '../filing/version.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import type { Table } from '../ports/table.ts';
import { readEditions } from '../records/editions.ts';
import { readUnits } from '../records/filings.ts';
import { keepOverview, type Overview, readOverview, type Waiting } from '../records/overviews.ts';
import { dayOf } from '../regime/calendar.ts';
import type { Period, Regime } from '../regime/regime.ts';
import { type Progress, progressOf } from '../summary/progress.ts';
import { emptyRate, rateOfAll } from '../summary/rate.ts';
import type { UnitLine } from '../summary/summary.ts';
import { waitingAmong } from './desk/waiting.ts';
import { expectedAt, unitsExpected } from './open-period.ts';
import { fingerprintNow } from './report/fingerprint-now.ts';

/** Of so many units a look counts all: some hundred read units and half a second. */
const countedAtOnce = 1000;
/** Units read in one Query, some 200 KB of them. */
const pageSize = 250;
/** Milliseconds. */
const day = 86_400_000;

export interface BoardUnit extends UnitLine {
  /** The day until which it asks for time, `yyyy-mm-dd`; null where no request waits for an answer. */
  readonly askedUntil: string | null;
  /** By when its report is judged on time or late, ISO 8601; null where no file counts. */
  readonly judgedAt: string | null;
  /** By which the office lets it not be reminded today; null where it is. */
  readonly hold: Hold | null;
  /** The hours it was given, those in force, oldest first. */
  readonly prolonged: readonly {
    readonly press: string | null;
    readonly hours: number;
    readonly decidedAt: string;
  }[];
}

export interface Board {
  /** Units as of now, in the regime's order where all of them are here, else by code. */
  readonly units: readonly BoardUnit[];
  /** What the next page goes on after; null at the end. */
  readonly next: string | null;
}

export interface Standing extends Board, Pick<Progress, 'rate'> {
  /** What waits for somebody of the office, as of then. */
  readonly waiting: readonly Waiting[];
  /** The versions that count; null where there are too many units to look at all of them. */
  readonly counting: readonly Version[] | null;
  /** As of when the rate is, ISO 8601; that of few units is as of now. */
  readonly asOf: string;
  /** The last valid second of the deadline common to all, ISO 8601 with offset; null without a date. */
  readonly due: string | null;
  /** Of the report as it would be made as of then; null where none was issued. */
  readonly fingerprint: string | null;
}

/** How a period stands, with the first page of its units. `issued`: whether a report of it was. */
export async function standingOf(table: Table, asked: Asked, issued: boolean): Promise<Standing> {
  const { regime, period, now } = asked;
  const expected = await expectedAt(table, regime, { period, at: now });
  const whole = expected.length <= countedAtOnce;
  const first = await boardOf(table, asked, { expected, size: whole ? countedAtOnce : pageSize, after: '' });
  const { units, next, duties, due } = first;
  const kept = whole ? null : await readOverview(table, period.id);
  if (kept) return { units, next, ...kept, due, counting: null };
  const fingerprint = issued ? await fingerprintNow(table, period) : null;
  const { rate, waiting } = whole ? first : await countedNow(table, asked, expected);
  const counting = duties.flatMap((duty) =>
    duty.counting?.kind === 'version' ? [duty.counting.version] : [],
  );
  return { units, next, due, rate, waiting, asOf: now, fingerprint, counting: whole ? counting : null };
}

/** The page of a period's units that follows `after`, by code. */
export async function nextBoard(table: Table, asked: Asked, after: string): Promise<Board> {
  const expected = await expectedAt(table, asked.regime, { period: asked.period, at: asked.now });
  const { units, next } = await boardOf(table, asked, { expected, size: pageSize, after });
  return { units, next };
}

/**
 * Counts the periods of very many units, and keeps what it comes to: those that files may still come for at each call, those
 * that are locked once a day, since a unit may ask behind the lock and be let in.
 */
export async function refreshOverviews(
  { table }: Pick<Dependencies, 'table'>,
  regime: Regime,
  at: { readonly now: string; readonly isOver: () => boolean },
): Promise<void> {
  const today = dayOf(at.now, regime.timeZone);
  for (const period of regime.periods) {
    const { opens, lock } = period;
    if (at.isOver() || (opens !== undefined && opens > today)) continue;
    if (lock !== undefined && lock < today) {
      const counted = regime.units.length > countedAtOnce ? await readOverview(table, period.id) : null;
      if (counted === null || Date.parse(at.now) - Date.parse(counted.asOf) < day) continue;
    }
    const asked = { regime, period, now: at.now };
    const expected = await expectedAt(table, regime, { period, at: at.now });
    if (expected.length <= countedAtOnce) continue;
    const issued = issuedLast(await readEditions(table, period.id)) !== null;
    await keepOverview(table, period.id, {
      asOf: new Date(at.now).toISOString(),
      ...(await countedNow(table, asked, expected)),
      fingerprint: issued ? await fingerprintNow(table, period) : null,
    });
  }
}

export interface Asked {
  readonly regime: Regime;
  readonly period: Period;
  /** ISO 8601. */
  readonly now: string;
}

async function boardOf(
  table: Table,
  asked: Asked,
  page: { readonly expected: readonly string[]; readonly size: number; readonly after: string },
): Promise<Board & Pick<Progress, 'rate' | 'duties'> & Pick<Standing, 'waiting' | 'due'>> {
  const { regime, period, now } = asked;
  const rest = page.expected.filter((code) => code > page.after).sort();
  const codes = rest.slice(0, page.size);
  const next = rest.length > codes.length ? (codes.at(-1) ?? null) : null;
  // Who filed though not expected stands between the others.
  const all = rest.length === page.expected.length && next === null;
  const filings = await readUnits(table, period.id, all ? everyCode : codes, { mayLag: true });
  const { units, rate, duties } = progressOf({
    regime,
    period,
    at: now,
    ...filings,
    expected: unitsExpected(codes, filings.versions, () => codes),
    // Who looks is not made to wait for S3 to be asked for every file that was announced.
    pending: new Set(),
    findings: new Map(),
  });
  const { due } = deadlineOf({ regime, period, unit: null, decisions: filings.decisions });
  const filingsOf = filingsByUnit(filings);
  const waiting = waitingAmong({ regime, units, duties, filingsOf });
  const asking = (code: string) => openRequest(filingsOf(code), code)?.until ?? null;
  return {
    units: units.map((line, n) => ({
      ...line,
      askedUntil: asking(line.unit.code),
      judgedAt: judgedAt(filingsOf(line.unit.code), duties[n], regime),
      hold: duties[n]?.hold ?? null,
      prolonged: prolongedIn(filingsOf(line.unit.code)),
    })),
    rate,
    duties,
    waiting,
    next,
    due,
  };
}

function judgedAt(filings: Filings, duty: Duty | undefined, { timeZone }: Regime): string | null {
  return duty?.filedBy ? cameAt(filings, duty.filedBy, timeZone) : null;
}

function prolongedIn({ decisions }: Filings): BoardUnit['prolonged'] {
  return inForce(decisions).flatMap((each) =>
    each.kind === 'prolong'
      ? [{ press: each.press ?? null, hours: each.hours, decidedAt: each.decidedAt }]
      : [],
  );
}

/** Below and above every code: `!` comes before, `~` after all letters of ASCII. */
const everyCode = ['!', '~'];

/** More than these few hundred nobody works through; the board's filters show the rest. */
const mostWaiting = 200;

/** Counted page by page; what waits is looked for within each. */
async function countedNow(
  table: Table,
  asked: Asked,
  expected: readonly string[],
): Promise<Pick<Overview, 'rate' | 'waiting'>> {
  const rates = [];
  const waiting: Waiting[] = [];
  let after: string | null = '';
  while (after !== null) {
    const page: Awaited<ReturnType<typeof boardOf>> = await boardOf(table, asked, {
      expected,
      after,
      size: countedAtOnce,
    });
    rates.push(page.rate);
    waiting.push(...page.waiting.slice(0, mostWaiting - waiting.length));
    after = page.next;
  }
  return { rate: rates.length === 0 ? emptyRate : rateOfAll(rates), waiting };
}
