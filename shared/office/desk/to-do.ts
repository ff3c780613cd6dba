/** What in the open periods waits for somebody of the office to look or decide, the most pressing first. */

import { isAfter } from '../../filing/duty.ts';
import type { Version } from '../../filing/version.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { readValues } from '../../records/filings.ts';
import type { Waiting } from '../../records/overviews.ts';
import { dayOf, endOfDay } from '../../regime/calendar.ts';
import { isAskedOf } from '../../regime/duties.ts';
import type { Period, Regime } from '../../regime/regime.ts';
import { upwardBy } from '../../regime/upward.ts';
import { outliersIn } from '../../summary/outliers.ts';
import { reportOf } from '../../summary/several-periods.ts';
import { totalsOf } from '../../summary/totals.ts';
import { leftWords } from '../../wording/upward.ts';
import { bouncedAddresses, unitsAmong } from '../chase/bounces.ts';
import { listPeriods, type RunOverview } from '../list-periods.ts';
import { reportsLikeTotals } from '../report/issued-totals.ts';

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
  const isOpen = ({ period: { lock } }: (typeof all)[number]) => lock === undefined || today <= lock;
  const [open, locked] = [all.filter(isOpen), all.filter((each) => !isOpen(each))];
  const behindLock = locked.flatMap(({ period, waiting }) => cameBehind(period, regime, waiting));
  const found = await Promise.all(
    open.map(async ({ period, due, reports, waiting, counting }): Promise<ToDo[]> => {
      const about = { ...nothing, period: period.id };
      return [
        ...upwardIn(regime, { period, due, reports, now }).map((each) => ({ ...about, ...each })),
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
  return [...bounced, ...found.flat(), ...behindLock].toSorted(
    (a, b) => urgency.indexOf(a.kind) - urgency.indexOf(b.kind),
  );
}

/** A deadline upward is on the list from two working days before it, at the latest once the units' own is over. */
const soon = 2;

/** The report that is to go upward and was not issued yet, of a period of which one is made. */
function upwardIn(
  regime: Regime,
  asked: {
    readonly period: Period;
    readonly due: string | null;
    readonly reports: readonly RunOverview[];
    readonly now: string;
  },
): readonly Pick<ToDo, 'kind' | 'until' | 'why' | 'whom'>[] {
  const { period, due, now } = asked;
  const reports = asked.reports.filter(({ kind }) => kind === 'final');
  if (period.summary === undefined && reports.length === 0) return [];
  const by = upwardBy(regime, period, dayOf(now, regime.timeZone));
  if (by === null || due === null || reports.some(({ signed }) => signed !== null)) return [];
  const isFarOff = by.left.when === 'before' && by.left.workingDays > soon;
  if (isFarOff && !isAfter(now, due)) return [];
  const whom = by.to.map(({ name }) => name).join(', ');
  return [{ kind: 'upward', until: by.day, why: leftWords(by.left), whom }];
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
