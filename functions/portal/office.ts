import { issuedLast } from '../../shared/filing/edition.ts';
import { fingerprintNow } from '../../shared/filing/fingerprint.ts';
import { nothingEarlier } from '../../shared/filing/manifest.ts';
import { type PeriodFilings, readPeriod } from '../../shared/records/filings.ts';
import { runObject } from '../../shared/records/keys.ts';
import { documentName, documentsOf, readRun, readRuns, runDocuments } from '../../shared/records/runs.ts';
import { dayOf } from '../../shared/regime/calendar.ts';
import { expectedUnits } from '../../shared/regime/duties.ts';
import type { Period } from '../../shared/regime/regime.ts';
import { consolidate } from '../../shared/summary/consolidate.ts';
import type { Rate } from '../../shared/summary/summary.ts';
import type { Language } from '../../shared/vocabulary/text.ts';
import type { OfficeView } from './contract/office.ts';
import type { Answer, Download } from './contract/terms.ts';
import { linkTo } from './downloads.ts';
import { Refused } from './refused.ts';
import type { Doorway, Officer } from './visitor.ts';

type View = Answer<typeof OfficeView>;

/** Every open period of the regime and every review: its rate, its units, the consolidated reports made of it. */
export async function overlook(doorway: Doorway, officer: Officer, language: Language): Promise<View> {
  const { regime, recipient } = officer;
  const today = dayOf(doorway.clock.now(), regime.timeZone);
  // A review has no day on which it opens: it is there, and waits for its guidance.
  const seen = regime.periods.filter(({ opens }) => opens === undefined || opens <= today);
  const runs = await readRuns(doorway.table, regime.id);
  const known = new Map<string, Promise<PeriodFilings>>();
  const read = (period: string) => {
    const reading = known.get(period) ?? readPeriod(doorway.table, period);
    known.set(period, reading);
    return reading;
  };
  return {
    recipient: recipient.name,
    regime: regime.title[language],
    timeZone: regime.timeZone,
    periods: await Promise.all(
      seen.map(async (period) => {
        const issued = issuedLast((await read(period.id)).editions);
        const stale = issued !== null && issued.fingerprint !== (await fingerprintNow(period, read));
        const reports = runs
          .filter((run) => run.period === period.id)
          .map(({ run, kind, edition, scheduledAt }) => ({
            run,
            kind,
            edition,
            scheduledAt,
            stale: stale && run === issued.run,
            files: [...documentsOf({ kind })],
          }));
        return { ...(await viewOf(doorway, officer, period, language, read)), reports };
      }),
    ),
  };
}

async function viewOf(
  doorway: Doorway,
  officer: Officer,
  period: Period,
  language: Language,
  read: (period: string) => Promise<PeriodFilings>,
): Promise<Omit<View['periods'][number], 'reports'>> {
  const { regime, regimeHash } = officer;
  const { expected, ...filings } = await read(period.id);
  const opened = period.opens ?? dayOf(doorway.clock.now(), regime.timeZone);
  const { rate, units, due } = consolidate({
    regime,
    manifest: {
      ...{
        run: 'now',
        regime: regime.id,
        regimeHash,
        period: period.id,
        scheduledAt: doorway.clock.now(),
        edition: 1,
      },
      versions: [...filings.versions],
      decisions: [...filings.decisions],
      // A unit that joined after the opening and has filed all the same is not left out.
      expected: [
        ...new Set([
          ...(expected ?? expectedUnits(regime, period, opened).map(({ code }) => code)),
          ...filings.versions.map(({ unit }) => unit),
        ]),
      ],
      pending: [],
      ...{ kind: 'interim', earlier: nothingEarlier, issued: null },
    },
    narratives: new Map(),
    findings: new Map(),
  });
  const awaited = due === null;
  return {
    ...{ period: period.id, title: period.title[language], due },
    status: awaited ? 'awaiting-guidance' : 'open',
    rate: awaited ? nothingExpected : rate,
    units: units.map(({ unit, status, filedAt, attempt, reason }) => ({
      unit,
      status,
      filedAt,
      attempt,
      reason,
    })),
  };
}

/** Units that wait for guidance owe nothing yet, so none of them may count as missing. */
const nothingExpected: Rate = {
  ...{ expected: 0, excluded: 0, filed: 0, late: 0, nil: 0, missing: 0 },
  ...{ rejected: 0, unreadable: 0, returned: 0, extended: 0, pending: 0 },
  ratio: null,
  onTime: 0,
  onTimeRatio: null,
};

/** A link of five minutes to a consolidated report. Throws Refused. */
export async function linkToRunFile(
  { table, store, signer }: Doorway,
  { regime }: Officer,
  run: string,
  file: string,
): Promise<Answer<typeof Download>> {
  const known = await readRun(table, run);
  const name = runDocuments.find((document) => document === file);
  const key = known?.regime === regime.id && name && runObject(run, name);
  if (!key || (await store.arrival(key)) === null) throw new Refused('RUN_FILE_UNKNOWN');
  return linkTo(signer, key, documentName(known, name));
}
