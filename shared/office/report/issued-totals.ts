/** A unit's report whose figures are the consolidated report's own totals: somebody copied from it, or sent it back. */
import pMap from 'p-map';
import { countingOf, filingsByUnit } from '../../filing/counting.ts';
import type { Version } from '../../filing/version.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { readValues } from '../../records/filings.ts';
import { findManifest } from '../../records/runs.ts';
import type { Regime } from '../../regime/regime.ts';
import { reportOf } from '../../summary/several-periods.ts';
import { type PlainTotal, totalsOf } from '../../summary/totals.ts';
import type { Value } from '../../vocabulary/figure.ts';

/** With fewer figures that are nobody's alone, two reports may well say the same. */
const fewestFigures = 3;

/** One edition of the consolidated report. */
interface DrawnUp {
  readonly run: string;
  readonly scheduledAt: string;
}

interface Looked {
  readonly regime: Regime;
  /** Oldest first. */
  readonly editions: readonly DrawnUp[];
  /** The reports that count; of those without figures they are read. */
  readonly versions: readonly Version[];
  /** An edition made of more reports is not looked at; all are where it is left out. */
  readonly most?: number;
}

/**
 * Those of the reports that give the totals of the edition drawn up last before they came: who sends them has it, whatever
 * was drawn up since. Nothing is read of an edition after which none came.
 */
export async function reportsLikeTotals(
  store: Dependencies['store'],
  { regime, editions, versions, most = Number.POSITIVE_INFINITY }: Looked,
): Promise<readonly Version[]> {
  const afterEach = Map.groupBy(versions, ({ receivedAt }) =>
    editions.findLast(({ scheduledAt }) => Date.parse(receivedAt) > Date.parse(scheduledAt)),
  );
  const found: Version[] = [];
  for (const [drawnUp, later] of afterEach) {
    if (drawnUp) found.push(...(await likeTotalsOf(store, regime, { run: drawnUp.run, later, most })));
  }
  return found;
}

async function likeTotalsOf(
  store: Dependencies['store'],
  regime: Regime,
  { run, later, most }: { readonly run: string; readonly later: readonly Version[]; readonly most: number },
): Promise<readonly Version[]> {
  const manifest = await findManifest(store, run);
  if (!manifest) return [];
  const filings = filingsByUnit(manifest);
  const counted = manifest.expected.flatMap((unit) => {
    const counting = countingOf(filings(unit), unit);
    return counting?.kind === 'version' ? [counting.version] : [];
  });
  if (counted.length > most) return [];
  const made = await figuresOf(store, counted);
  const totals = totalsOf(
    regime,
    made.map(({ version, values }) => ({ ...reportOf(version), values })),
  ).filter(isNobodysAlone);
  const given = await figuresOf(store, later);
  return given.filter(({ values }) => givesAll(totals, values)).map(({ version }) => version);
}

const readAtOnce = 48;

function figuresOf(store: Dependencies['store'], versions: readonly Version[]) {
  return pMap(
    versions,
    async (version) => ({ version, values: version.values ?? (await readValues(store, version)) }),
    { concurrency: readAtOnce },
  );
}

/** Two or more units made it what it is, so that no unit's own figure need be the same. */
function isNobodysAlone({ value, contributions }: PlainTotal): boolean {
  if (value === null || value === 0) return false;
  const givers = contributions.filter(
    ({ added, value: given }) => added.value && typeof given === 'number' && given !== 0,
  );
  return givers.length > 1;
}

function givesAll(totals: readonly PlainTotal[], values: readonly Value[]): boolean {
  const own = new Map(values.map(({ indicator, value }) => [indicator, value]));
  const given = totals.filter(({ indicator }) => typeof own.get(indicator) === 'number');
  return given.length >= fewestFigures && given.every(({ indicator, value }) => own.get(indicator) === value);
}
