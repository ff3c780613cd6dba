/** What in the open periods waits for somebody of the office to look or decide, the most pressing first. */

import type { Version } from '../../filing/version.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { readValues } from '../../records/filings.ts';
import type { Waiting } from '../../records/overviews.ts';
import { dayOf } from '../../regime/calendar.ts';
import { isAskedOf } from '../../regime/duties.ts';
import type { Period, Regime } from '../../regime/regime.ts';
import { outliersIn } from '../../summary/outliers.ts';
import { reportOf } from '../../summary/several-periods.ts';
import { totalsOf } from '../../summary/totals.ts';
import { bouncedAddresses, unitsAmong } from '../chase/bounces.ts';
import { listPeriods } from '../list-periods.ts';

/** One thing to look at. `unit` is the code of whom it is about; null for what is about the period. */
export interface ToDo extends Omit<Waiting, 'kind' | 'unit' | 'since'> {
  readonly kind: Waiting['kind'] | 'bounced' | 'outlier' | 'stale';
  readonly period: string;
  readonly unit: string | null;
  /** ISO 8601: since when. */
  readonly since: string | null;
}

/** As the board sees it: of very many units as it was counted last. Figures are compared where the reports are few. */
export async function listToDo(
  dependencies: Pick<Dependencies, 'table' | 'store' | 'clock'>,
  regime: Regime,
): Promise<readonly ToDo[]> {
  const today = dayOf(dependencies.clock.now(), regime.timeZone);
  const open = (await listPeriods(dependencies, regime)).filter(
    ({ period: { lock } }) => lock === undefined || today <= lock,
  );
  const found = await Promise.all(
    open.map(async ({ period, reports, waiting, counting }): Promise<ToDo[]> => {
      const about = { ...nothing, period: period.id };
      return [
        ...(reports.some(({ stale }) => stale) ? [{ ...about, kind: 'stale' as const }] : []),
        ...waiting.map((each) => ({ ...each, period: period.id })),
        ...(await unusualIn(dependencies.store, regime, period, counting ?? [], about)),
      ];
    }),
  );
  const bounced = await bouncedIn(dependencies, regime, open);
  return [...bounced, ...found.flat()].toSorted((a, b) => urgency.indexOf(a.kind) - urgency.indexOf(b.kind));
}

const urgency: readonly ToDo['kind'][] = [
  'request',
  'bounced',
  'swapped',
  'rejected',
  'unreadable',
  'stale',
  'copied',
  'outlier',
];

/** As many reports' figures are compared at each look. */
const mostCompared = 60;

const nothing = { unit: null, until: null, other: null, fileName: null, why: null, since: null };

/** Units at one of whose addresses nothing arrives, each with the newest open period that it owes. */
async function bouncedIn(
  dependencies: Pick<Dependencies, 'table'>,
  regime: Regime,
  open: readonly { readonly period: Period }[],
): Promise<readonly ToDo[]> {
  const bounced = unitsAmong(await bouncedAddresses(dependencies), regime);
  return regime.units.flatMap((asked): ToDo[] => {
    const { code: unit } = asked;
    const [mark] = bounced.get(unit) ?? [];
    const owed = open.findLast(({ period }) => isAskedOf(period, asked));
    if (!mark || !owed) return [];
    const why = { vi: mark.address, en: mark.address };
    return [{ ...nothing, kind: 'bounced', period: owed.period.id, unit, why, since: mark.since }];
  });
}

/** Figures far from those of the other units. */
async function unusualIn(
  store: Dependencies['store'],
  regime: Regime,
  period: Period,
  counting: readonly Version[],
  about: typeof nothing & { period: string },
): Promise<ToDo[]> {
  if (period.kind !== 'periodic' || counting.length > mostCompared) return [];
  const reports = await Promise.all(
    counting.map(async (version) => ({
      ...reportOf(version),
      values: version.values ?? (await readValues(store, version)),
    })),
  );
  const totals = totalsOf(regime, reports).map((total) => ({ ...total, previous: null, lastYear: null }));
  return outliersIn(regime, period.id, totals, () => []).map(({ unit, indicator, why }) => ({
    ...about,
    kind: 'outlier',
    unit,
    why: { vi: `${indicator}: ${why.vi}`, en: `${indicator}: ${why.en}` },
  }));
}
