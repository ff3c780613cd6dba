/** What the office looks at: how far each period has come as of now, and the reports made of it. Nothing is frozen. */
import { issuedLast } from '../filing/edition.ts';
import type { Signature } from '../filing/signature.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { readEditions } from '../records/editions.ts';
import { type Run, readRuns } from '../records/runs.ts';
import { readSignatures } from '../records/signatures.ts';
import { dayOf } from '../regime/calendar.ts';
import type { Period, Regime } from '../regime/regime.ts';
import { emptyRate } from '../summary/rate.ts';
import { type Standing, standingOf } from './overview.ts';

export interface PeriodOverview extends Omit<Standing, 'fingerprint'> {
  readonly period: Period;
  /** A review whose guidance has set no date: nobody owes it yet. */
  readonly awaitsGuidance: boolean;
  /** Oldest first. */
  readonly reports: readonly RunOverview[];
}

export interface RunOverview extends Run {
  /** The report issued last, and what is filed has changed since. */
  readonly stale: boolean;
  /** What the signed report bears with which it was issued; null where it is a draft. */
  readonly signed: Pick<Signature, 'number' | 'day' | 'pdf'> | null;
}

/**
 * Every period of the regime that has opened, and every review, in the regime's order. What it costs grows with the
 * number of periods; of very many units only a page is read, and their rate as it was counted last.
 */
export async function listPeriods(
  { table, clock }: Pick<Dependencies, 'table' | 'clock'>,
  regime: Regime,
): Promise<PeriodOverview[]> {
  const now = clock.now();
  const today = dayOf(now, regime.timeZone);
  // A review has no day on which it opens: it is there, and waits for its guidance.
  const seen = regime.periods.filter(({ opens }) => opens === undefined || opens <= today);
  const runs = await readRuns(table, regime.id);
  return Promise.all(
    seen.map(async (period) => {
      const issued = issuedLast(await readEditions(table, period.id));
      const { fingerprint, ...standing } = await standingOf(table, { regime, period, now }, issued !== null);
      // A period of which nothing was drawn up has nothing that was signed.
      const signatures = issued === null ? [] : await readSignatures(table, period.id);
      const signedOf = (run: string) => {
        const signature = signatures.find((each) => each.run === run);
        return signature ? { number: signature.number, day: signature.day, pdf: signature.pdf } : null;
      };
      // One that was issued since the last count is told by the next.
      const stale = issued !== null && fingerprint !== null && issued.fingerprint !== fingerprint;
      const awaitsGuidance = standing.due === null;
      return {
        period,
        awaitsGuidance,
        ...standing,
        // Units that wait for guidance owe nothing yet, so none of them may count as missing.
        rate: awaitsGuidance ? emptyRate : standing.rate,
        reports: runs
          .filter((run) => run.period === period.id)
          .map((run) => ({ ...run, stale: stale && run.run === issued.run, signed: signedOf(run.run) })),
      };
    }),
  );
}
