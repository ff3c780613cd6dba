/** What in the open periods waits for somebody of the office to look or decide, the most pressing first. */
import { filingsByUnit, takenAway } from '../../filing/counting.ts';
import { issuedLast } from '../../filing/edition.ts';
import { openRequest } from '../../filing/requests.ts';
import type { Version } from '../../filing/version.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { type PeriodFilings, readPeriod, readValues } from '../../records/filings.ts';
import { dayOf } from '../../regime/calendar.ts';
import type { Period, Regime } from '../../regime/regime.ts';
import { outliersIn } from '../../summary/outliers.ts';
import { progressOf } from '../../summary/progress.ts';
import { reportOf } from '../../summary/several-periods.ts';
import { totalsOf } from '../../summary/totals.ts';
import type { Text } from '../../vocabulary/text.ts';
import { fingerprintNow } from '../fingerprint-now.ts';
import { unitsExpected, unitsOwing } from '../open-period.ts';

/** One thing to look at. `unit` is the code of whom it is about; null for what is about the period. */
export interface ToDo {
  readonly kind: 'request' | 'swapped' | 'rejected' | 'unreadable' | 'copied' | 'outlier' | 'stale';
  readonly period: string;
  readonly unit: string | null;
  /** Of a request the day asked for, `yyyy-mm-dd`. */
  readonly until: string | null;
  /** Another unit: whose file it seems to be, or who sent the same. */
  readonly other: string | null;
  readonly fileName: string | null;
  /** Why, in words: the reason given, the finding, what is unusual. */
  readonly why: Text | null;
  /** ISO 8601: since when. */
  readonly since: string | null;
}

/**
 * One Query a period that is open and not past its lock, and the figures of a period with few reports: in time
 * proportional to what was filed. Of many reports the summaries name what is unusual.
 */
export async function listToDo(
  { table, store, clock }: Pick<Dependencies, 'table' | 'store' | 'clock'>,
  regime: Regime,
): Promise<readonly ToDo[]> {
  const now = clock.now();
  const today = dayOf(now, regime.timeZone);
  const open = regime.periods.filter(
    ({ opens, lock }) => (opens === undefined || opens <= today) && (lock === undefined || today <= lock),
  );
  const found = await Promise.all(
    open.map(async (period) => {
      const filings = await readPeriod(table, period.id);
      const issued = issuedLast(filings.editions);
      const stale = issued !== null && issued.fingerprint !== (await fingerprintNow(table, period));
      return [
        ...(stale ? [{ ...nothing, kind: 'stale' as const, period: period.id }] : []),
        ...(await toDoIn(store, { regime, period, filings, now })),
      ];
    }),
  );
  return found.flat().toSorted((a, b) => urgency.indexOf(a.kind) - urgency.indexOf(b.kind));
}

const urgency: readonly ToDo['kind'][] = [
  'request',
  'swapped',
  'rejected',
  'unreadable',
  'stale',
  'copied',
  'outlier',
];

interface Opened {
  readonly regime: Regime;
  readonly period: Period;
  readonly filings: PeriodFilings;
  /** ISO 8601. */
  readonly now: string;
}

/** As many reports' figures are compared at each look. */
const mostCompared = 60;

const nothing = { unit: null, until: null, other: null, fileName: null, why: null, since: null };

async function toDoIn(
  store: Dependencies['store'],
  { regime, period, filings, now }: Opened,
): Promise<readonly ToDo[]> {
  const { versions, decisions } = filings;
  const expected = unitsExpected(filings.expected, versions, () => unitsOwing(regime, period, now));
  const { units, duties } = progressOf({
    ...{ regime, period, versions, decisions, expected, at: now },
    ...{ pending: new Set(), findings: new Map() },
  });
  const of = filingsByUnit(filings);
  const about = { ...nothing, period: period.id };
  const missing = new Set(
    units.filter((_, at) => duties[at]?.counting === null).map(({ unit }) => unit.code),
  );
  const each = units.flatMap(({ unit }, at): ToDo[] => {
    const duty = duties[at];
    const mine = of(unit.code);
    const request = openRequest(mine, unit.code);
    const asked: ToDo[] = request
      ? [
          {
            ...{ ...about, kind: 'request', unit: unit.code, until: request.until },
            ...{ why: { vi: request.reason, en: request.reason }, since: request.decidedAt },
          },
        ]
      : [];
    const attempt = duty?.attempt;
    if (!attempt || duty.status === 'excluded' || takenAway(mine, unit.code).has(attempt.upload))
      return asked;
    const { state, fileName, receivedAt: since, firstFindings } = attempt;
    if (state !== 'rejected' && state !== 'unreadable') return asked;
    const why = firstFindings[0]?.message ?? null;
    const whose = otherUnitIn(regime, attempt);
    if (whose !== null && missing.has(whose)) {
      return [...asked, { ...about, kind: 'swapped', unit: unit.code, other: whose, fileName, why, since }];
    }
    return [...asked, { ...about, kind: state, unit: unit.code, fileName, why, since }];
  });
  const counting = duties.flatMap((duty) =>
    duty.counting?.kind === 'version' ? [duty.counting.version] : [],
  );
  return [
    ...each,
    ...copiesIn(counting, about),
    ...(await unusualIn(store, regime, period, counting, about)),
  ];
}

/** The unit that the file says it is of, where the verdict is that it is another's. */
function otherUnitIn(regime: Regime, { unit, firstFindings }: Version): string | null {
  const said = firstFindings.find(({ code }) => code === 'OTHER_UNIT')?.message.vi ?? '';
  const named = [...said.matchAll(/\(([A-Za-z0-9-]+)\)/g)].map(([, code]) => code);
  return regime.units.find(({ code }) => code !== unit && named.includes(code))?.code ?? null;
}

/** Of reports that are the same file or the same text, each but the first. */
function copiesIn(counting: readonly Version[], about: typeof nothing & { period: string }): ToDo[] {
  const first = new Map<string, Version>();
  return counting
    .toSorted((a, b) => (a.upload < b.upload ? -1 : 1))
    .flatMap((version): ToDo[] => {
      const marks = [version.sha256, ...(version.sketch === undefined ? [] : [version.sketch])];
      const original = marks.map((mark) => first.get(mark)).find((found) => found !== undefined);
      for (const mark of marks) if (!first.has(mark)) first.set(mark, version);
      if (!original) return [];
      const { unit, fileName, receivedAt: since } = version;
      return [{ ...about, kind: 'copied', unit, other: original.unit, fileName, since }];
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
    ...{ ...about, kind: 'outlier', unit },
    why: { vi: `${indicator}: ${why.vi}`, en: `${indicator}: ${why.en}` },
  }));
}
