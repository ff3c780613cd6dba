import { GetObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { consolidate } from '../../shared/consolidation/consolidate.ts';
import type { Rate, UnitLine } from '../../shared/consolidation/summary.ts';
import { readPeriod } from '../../shared/records/filings.ts';
import { runObject } from '../../shared/records/keys.ts';
import { readRuns, runDocuments } from '../../shared/records/runs.ts';
import { arrivalOf } from '../../shared/records/store.ts';
import { dayOf } from '../../shared/regime/calendar.ts';
import { expectedUnits } from '../../shared/regime/duties.ts';
import type { Period } from '../../shared/regime/regime.ts';
import type { Language } from '../../shared/wording/text.ts';
import { Refused } from './refused.ts';
import type { Doorway, Officer } from './visitor.ts';

interface PeriodView {
  readonly period: string;
  readonly title: string;
  readonly due: string | null;
  readonly rate: Rate;
  readonly units: readonly Pick<UnitLine, 'unit' | 'status' | 'filedAt' | 'attempt' | 'reason'>[];
  readonly reports: readonly {
    readonly run: string;
    readonly scheduledAt: string;
    readonly files: readonly string[];
  }[];
}

/** Every open period of the regime: its rate, its units, and the consolidated reports made of it. */
export async function overlook(doorway: Doorway, officer: Officer, language: Language) {
  const { regime, recipient } = officer;
  const today = dayOf(doorway.now(), regime.timeZone);
  const open = regime.periods.filter(({ opens }) => opens !== undefined && opens <= today);
  return {
    recipient: recipient.name,
    regime: regime.title[language],
    periods: await Promise.all(open.map((period) => viewOf(doorway, officer, period, language))),
  };
}

async function viewOf(
  doorway: Doorway,
  officer: Officer,
  period: Period,
  language: Language,
): Promise<PeriodView> {
  const { regime, regimeHash } = officer;
  const { expected, ...filings } = await readPeriod(doorway.table, period.id);
  const runs = (await readRuns(doorway.table, regime.id)).filter((run) => run.period === period.id);
  const opened = period.opens ?? dayOf(doorway.now(), regime.timeZone);
  const { rate, units, due } = consolidate({
    regime,
    manifest: {
      ...{
        run: 'now',
        regime: regime.id,
        regimeHash,
        period: period.id,
        scheduledAt: doorway.now(),
        edition: 1,
      },
      versions: [...filings.versions],
      decisions: [...filings.decisions],
      expected: [...(expected ?? expectedUnits(regime, period, opened).map(({ code }) => code))],
      pending: [],
    },
    narratives: new Map(),
    findings: new Map(),
  });
  return {
    ...{ period: period.id, title: period.title[language], due, rate },
    units: units.map(({ unit, status, filedAt, attempt, reason }) => ({
      unit,
      status,
      filedAt,
      attempt,
      reason,
    })),
    reports: runs.map(({ run, scheduledAt }) => ({ run, scheduledAt, files: runDocuments })),
  };
}

const linkSeconds = 300;

/** A link of five minutes to a consolidated report. Throws Refused. */
export async function linkToRunFile(
  { table, store }: Doorway,
  { regime }: Officer,
  run: string,
  file: string,
): Promise<{ url: string }> {
  const known = (await readRuns(table, regime.id)).find((candidate) => candidate.run === run);
  const name = runDocuments.find((document) => document === file);
  const key = known && name && runObject(run, name);
  if (!key || (await arrivalOf(store, key)) === null) throw new Refused(404, 'RUN_FILE_UNKNOWN');
  const download = new GetObjectCommand({
    Bucket: store.bucket,
    Key: key,
    ResponseContentDisposition: `attachment; filename="${known.period}_${name}"`,
  });
  return { url: await getSignedUrl(store.client, download, { expiresIn: linkSeconds }) };
}
