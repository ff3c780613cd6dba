import { isOwing } from '../../shared/filing/owing.ts';
import { bouncedAddresses, unitsAmong } from '../../shared/office/chase/bounces.ts';
import { listPeriods, type PeriodOverview } from '../../shared/office/list-periods.ts';
import { type BoardUnit, nextBoard } from '../../shared/office/overview.ts';
import { Refused } from '../../shared/office/refused.ts';
import { runObject } from '../../shared/records/keys.ts';
import {
  documentName,
  documentsOf,
  officeDocuments,
  readRun,
  runDocuments,
} from '../../shared/records/runs.ts';
import { dayOf } from '../../shared/regime/calendar.ts';
import { unitsOn } from '../../shared/regime/duties.ts';
import type { Regime } from '../../shared/regime/regime.ts';
import type { Language } from '../../shared/vocabulary/text.ts';
import type { OfficeUnits, OfficeView } from './contract/office.ts';
import type { Answer, Download } from './contract/terms.ts';
import { linkTo } from './downloads.ts';
import type { Officer, PortalDependencies } from './visitor.ts';

type View = Answer<typeof OfficeView>;

/** More names nobody reads before a press. */
const mostNamed = 30;

/** Every open period of the regime and every review: its rate, its units, the consolidated reports made of it. */
export async function viewPeriods(
  dependencies: PortalDependencies,
  officer: Officer,
  language: Language,
): Promise<View> {
  const { regime, recipient, session } = officer;
  const [periods, bounced] = await Promise.all([
    listPeriods(dependencies, regime),
    bouncedAddresses(dependencies),
  ]);
  const everyUnit = unitsOn(regime, dayOf(dependencies.clock.now(), regime.timeZone));
  return {
    recipient: recipient.name,
    role: recipient.role === 'decides' ? 'decides' : 'reads',
    device: session && { until: session.until },
    regime: regime.title[language],
    timeZone: regime.timeZone,
    everyUnit: {
      count: everyUnit.length,
      first: everyUnit.slice(0, mostNamed).map(({ code, name }) => ({ code, name })),
    },
    periods: periods.map((overview) =>
      periodIn(overview, language, linesWith(regime, unitsAmong(bounced, regime))),
    ),
    bounced: regime.office.recipients.flatMap(({ id, name, email }) => {
      const mark = bounced.get(email.toLowerCase());
      if (!mark || mark.kind === null) return [];
      const { address, kind, since, said } = mark;
      return [{ name, own: id === recipient.id, address, kind, since, said }];
    }),
  };
}

function periodIn(
  { period, awaitsGuidance, due, rate, asOf, units, next, reports }: PeriodOverview,
  language: Language,
  addressed: ReturnType<typeof linesWith>,
): View['periods'][number] {
  return {
    period: period.id,
    title: period.title[language],
    due,
    status: awaitsGuidance ? 'awaiting-guidance' : 'open',
    rate,
    asOf,
    units: units.map(addressed),
    next,
    reports: reports.map(({ run, kind, edition, scheduledAt, stale, signed, documents }) => ({
      run,
      kind,
      edition,
      scheduledAt,
      stale,
      signed: signed && { number: signed.number, day: signed.day, pdf: signed.pdf.sha256 },
      files: [...(documents ?? documentsOf({ kind }))],
    })),
  };
}

/** A unit's line with the address under which it can be reached. */
function linesWith(
  { units }: Regime,
  bounced: ReturnType<typeof unitsAmong>,
): (line: BoardUnit) => View['periods'][number]['units'][number] {
  const known = new Map(units.map((unit) => [unit.code, unit]));
  return ({ unit, status, filedAt, judgedAt, attempt, reason, askedUntil, ownDue, prolonged, hold }) => {
    const { email, phone } = known.get(unit.code) ?? {};
    const [mark] = bounced.get(unit.code) ?? [];
    return {
      unit,
      status,
      filedAt,
      ...(judgedAt !== null && judgedAt !== filedAt && { judgedAt }),
      attempt,
      reason,
      askedUntil,
      ...(ownDue !== undefined && { ownDue }),
      ...(prolonged.length > 0 && { prolonged: [...prolonged] }),
      ...(hold && isOwing(status) && { held: { until: hold.until, reason: hold.reason } }),
      ...(email !== undefined && { email }),
      ...(phone !== undefined && { phone }),
      bounced: mark !== undefined,
      ...(mark && { bouncedSince: mark.since }),
    };
  };
}

/** The units of a period that follow one of them in the order of codes. Throws Refused. */
export async function viewUnits(
  { table, clock }: PortalDependencies,
  { regime }: Officer,
  asked: { readonly period: string; readonly after: string },
): Promise<Answer<typeof OfficeUnits>> {
  const period = regime.periods.find(({ id }) => id === asked.period);
  if (!period) throw new Refused('PERIOD_UNKNOWN', { period: asked.period });
  const { units, next } = await nextBoard(table, { regime, period, now: clock.now() }, asked.after);
  return { units: units.map(linesWith(regime, unitsAmong(await bouncedAddresses({ table }), regime))), next };
}

/** A link of five minutes to a consolidated report. Throws Refused. */
export async function linkToRunFile(
  { table, store, signer }: PortalDependencies,
  { regime }: Officer,
  run: string,
  file: string,
): Promise<Answer<typeof Download>> {
  const known = await readRun(table, run);
  const name = [...runDocuments, ...officeDocuments].find((document) => document === file);
  const key = known?.regime === regime.id && name && runObject(run, name);
  if (!key || (await store.arrival(key)) === null) throw new Refused('RUN_FILE_UNKNOWN');
  return linkTo(signer, key, documentName(known, name));
}
