/** What the office looks at: how far each period has come as of now, and the reports made of it. Nothing is frozen. */
import { issuedLast } from '../filing/edition.ts';
import { fingerprintNow } from '../filing/fingerprint.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { type PeriodFilings, readPeriod } from '../records/filings.ts';
import { type Run, readRuns } from '../records/runs.ts';
import { dayOf } from '../regime/calendar.ts';
import type { Period, Regime } from '../regime/regime.ts';
import { type Progress, progressOf } from '../summary/progress.ts';
import type { Rate } from '../summary/summary.ts';
import { unitsExpected, unitsOwing } from './open-period.ts';

export interface PeriodOverview extends Pick<Progress, 'units' | 'rate' | 'due'> {
  readonly period: Period;
  /** A review whose guidance has set no date: nobody owes it yet. */
  readonly awaitsGuidance: boolean;
  /** Oldest first. */
  readonly reports: readonly RunOverview[];
}

export interface RunOverview extends Run {
  /** The report issued last, and what is filed has changed since. */
  readonly stale: boolean;
}

/** Every period of the regime that has opened, and every review, in the regime's order: one Query each. */
export async function listPeriods(
  { table, clock }: Pick<Dependencies, 'table' | 'clock'>,
  regime: Regime,
): Promise<PeriodOverview[]> {
  const now = clock.now();
  const today = dayOf(now, regime.timeZone);
  // A review has no day on which it opens: it is there, and waits for its guidance.
  const seen = regime.periods.filter(({ opens }) => opens === undefined || opens <= today);
  const runs = await readRuns(table, regime.id);
  const known = new Map<string, Promise<PeriodFilings>>();
  const read = (period: string) => {
    const reading = known.get(period) ?? readPeriod(table, period);
    known.set(period, reading);
    return reading;
  };
  return Promise.all(
    seen.map(async (period) => {
      const filings = await read(period.id);
      const issued = issuedLast(filings.editions);
      const stale = issued !== null && issued.fingerprint !== (await fingerprintNow(period, read));
      return {
        ...overviewOf(regime, period, filings, now),
        reports: runs
          .filter((run) => run.period === period.id)
          .map((run) => ({ ...run, stale: stale && run.run === issued.run })),
      };
    }),
  );
}

function overviewOf(
  regime: Regime,
  period: Period,
  { expected, versions, decisions }: PeriodFilings,
  now: string,
): Omit<PeriodOverview, 'reports'> {
  const { units, rate, due } = progressOf({
    ...{ regime, period, versions, decisions, at: now },
    expected: unitsExpected(expected, versions, () => unitsOwing(regime, period, now)),
    // Who looks is not made to wait for S3 to be asked for every file that was announced.
    pending: new Set(),
    findings: new Map(),
  });
  const awaitsGuidance = due === null;
  return { period, awaitsGuidance, due, units, rate: awaitsGuidance ? nothingExpected : rate };
}

/** Units that wait for guidance owe nothing yet, so none of them may count as missing. */
const nothingExpected: Rate = {
  expected: 0,
  excluded: 0,
  filed: 0,
  late: 0,
  nil: 0,
  missing: 0,
  rejected: 0,
  unreadable: 0,
  returned: 0,
  extended: 0,
  pending: 0,
  ratio: null,
  onTime: 0,
  onTimeRatio: null,
};
