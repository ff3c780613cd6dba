/** What in the open periods waits for somebody of the office to look or decide, the most pressing first. */

import { isAfter } from '../../filing/duty.ts';
import type { Version } from '../../filing/version.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { readValues } from '../../records/filings.ts';
import type { Waiting } from '../../records/overviews.ts';
import { dayOf, endOfDay } from '../../regime/calendar.ts';
import { isAskedOf } from '../../regime/duties.ts';
import type { Period, Regime } from '../../regime/regime.ts';
import { outliersIn } from '../../summary/outliers.ts';
import { reportOf } from '../../summary/several-periods.ts';
import { totalsOf } from '../../summary/totals.ts';
import { leftWords } from '../../wording/upward.ts';
import { bouncedAddresses, unitsAmong } from '../chase/bounces.ts';
import { listPeriods, type PeriodOverview, type RunOverview } from '../list-periods.ts';
import { reportsLikeTotals } from '../report/issued-totals.ts';
import { toGoUpward } from '../report/to-go-upward.ts';

/** One thing to look at. `unit` is the code of whom it is about; null for what is about the period. */
export interface ToDo extends Omit<Waiting, 'kind' | 'unit' | 'since'> {
  readonly kind: Waiting['kind'] | 'bounced' | 'outlier' | 'totals' | 'stale' | 'stale-draft' | 'upward';
  readonly period: string;
  readonly unit: string | null;
  /** ISO 8601: since when. */
  readonly since: string | null;
  /** Of what goes upward: to whom, by name. */
  readonly whom?: string;
}

/** As the board sees it: of very many units as it was counted last. Figures are compared where the reports are few. */
export async function listToDo(
  dependencies: Pick<Dependencies, 'table' | 'store' | 'clock'>,
  regime: Regime,
): Promise<readonly ToDo[]> {
  const now = dependencies.clock.now();
  const today = dayOf(now, regime.timeZone);
  const all = await listPeriods(dependencies, regime);
  const open = all.filter(({ period }) => !isLocked(period, today));
  const behindLock = all
    .filter(({ period }) => isLocked(period, today))
    .flatMap(({ period, waiting }) => cameBehind(period, regime, waiting));
  const upward = await Promise.all(
    all.map(async (each): Promise<ToDo[]> => {
      const found = await upwardIn(dependencies, regime, { ...each, now });
      return found.map((about) => ({ ...nothing, period: each.period.id, ...about }));
    }),
  );
  const found = await Promise.all(
    open.map(async ({ period, reports, waiting, counting }): Promise<ToDo[]> => {
      const about = { ...nothing, period: period.id };
      return [
        ...reports
          .filter(({ stale }) => stale)
          .map(({ signed }): ToDo => ({ ...about, kind: signed === null ? 'stale-draft' : 'stale' })),
        ...waiting.map((each) => ({ ...each, period: period.id })),
        ...(await unusualIn(dependencies.store, regime, {
          period,
          reports,
          counting: counting ?? [],
          about,
        })),
      ];
    }),
  );
  const bounced = await bouncedIn(dependencies, regime, open);
  return [...upward.flat(), ...bounced, ...found.flat(), ...behindLock].toSorted(
    (a, b) => urgency.indexOf(a.kind) - urgency.indexOf(b.kind),
  );
}

/** A deadline upward is on the list from two working days before it, at the latest once the units' own is over. */
const soon = 2;

/**
 * The report that is to go upward, until it did, behind the period's lock too. A locked period of which nothing ever came
 * in is from before the regime was kept here.
 */
async function upwardIn(
  { table }: Pick<Dependencies, 'table'>,
  regime: Regime,
  { period, due, reports, rate, now }: PeriodOverview & { readonly now: string },
): Promise<readonly Pick<ToDo, 'kind' | 'until' | 'why' | 'whom'>[]> {
  const finals = reports.filter(({ kind }) => kind === 'final');
  const today = dayOf(now, regime.timeZone);
  if (isLocked(period, today) && finals.length === 0 && rate.filed === 0) return [];
  const by = await toGoUpward(table, {
    regime,
    period,
    today,
    drafts: finals.map(({ run }) => run),
    signed: finals.some(({ signed }) => signed !== null),
  });
  if (by === null || due === null) return [];
  const isFarOff = by.left.when === 'before' && by.left.workingDays > soon;
  if (isFarOff && !isAfter(now, due)) return [];
  const whom = by.to.map(({ name }) => name).join(', ');
  return [{ kind: 'upward', until: by.day, why: leftWords(by.left), whom }];
}

function isLocked({ lock }: Period, today: string): boolean {
  return lock !== undefined && today > lock;
}

/** Of a locked period what came since: a request to unlock it, and whatever was sent by whom it was unlocked for. */
function cameBehind({ id, lock }: Period, { timeZone }: Regime, waiting: readonly Waiting[]): ToDo[] {
  if (lock === undefined) return [];
  const locked = endOfDay(lock, timeZone);
  return waiting.filter(({ since }) => isAfter(since, locked)).map((each) => ({ ...each, period: id }));
}

const urgency: readonly ToDo['kind'][] = [
  'upward',
  'request',
  'bounced',
  'swapped',
  'rejected',
  'unreadable',
  'stale',
  'stale-draft',
  'totals',
  'copied',
  'outlier',
];

/** As many reports' figures are compared at each look. */
const mostCompared = 60;

const nothing = { unit: null, until: null, other: null, fileName: null, why: null, since: null };

/** Units at one of whose addresses nothing arrives, each with the newest open period that it owes, one with a date before one without. */
async function bouncedIn(
  dependencies: Pick<Dependencies, 'table'>,
  regime: Regime,
  open: readonly { readonly period: Period; readonly awaitsGuidance: boolean }[],
): Promise<readonly ToDo[]> {
  const bounced = unitsAmong(await bouncedAddresses(dependencies), regime);
  return regime.units.flatMap((asked): ToDo[] => {
    const { code: unit } = asked;
    const [mark] = bounced.get(unit) ?? [];
    const asks = open.filter(({ period }) => isAskedOf(period, asked));
    const owed = asks.findLast(({ awaitsGuidance }) => !awaitsGuidance) ?? asks.at(-1);
    if (!mark || !owed) return [];
    const why = { vi: mark.address, en: mark.address };
    return [{ ...nothing, kind: 'bounced', period: owed.period.id, unit, why, since: mark.since }];
  });
}

interface Looked {
  readonly period: Period;
  readonly reports: readonly RunOverview[];
  readonly counting: readonly Version[];
  readonly about: typeof nothing & { readonly period: string };
}

/** Figures far from those of the other units, and reports that give the totals of the consolidated one. */
async function unusualIn(
  store: Dependencies['store'],
  regime: Regime,
  { period, reports: runs, counting, about }: Looked,
): Promise<ToDo[]> {
  if (period.kind !== 'periodic' || counting.length > mostCompared) return [];
  const reports = await Promise.all(
    counting.map(async (version) => ({
      ...reportOf(version),
      values: version.values ?? (await readValues(store, version)),
    })),
  );
  const editions = runs.filter(({ kind }) => kind === 'final');
  const versions = reports.map(({ version, values }) => ({ ...version, values: [...values] }));
  const alike = await reportsLikeTotals(store, { regime, editions, versions, most: mostCompared });
  const totals = totalsOf(regime, reports).map((total) => ({ ...total, previous: null, lastYear: null }));
  const outliers = outliersIn(regime, period.id, totals, () => []);
  return [
    ...alike.map(({ unit, fileName, receivedAt: since }): ToDo => {
      return { ...about, kind: 'totals', unit, fileName, since };
    }),
    ...outliers.map(({ unit, indicator, why }): ToDo => {
      const said = { vi: `${indicator}: ${why.vi}`, en: `${indicator}: ${why.en}` };
      return { ...about, kind: 'outlier', unit, why: said };
    }),
  ];
}
