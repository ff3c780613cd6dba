/** A unit's report whose figures are the consolidated report's own totals: somebody copied from it, or sent it back. */
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

type Figures = { readonly version: Version; readonly values: readonly Value[] };

/**
 * Those of the reports, each with its figures, that give the totals of the edition drawn up last before they came: who sends
 * them has it, whatever was drawn up since. Nothing is read of an edition after which none came, nor where it was made of
 * more than `most` reports. `editions`: oldest first.
 */
export async function reportsLikeTotals<T extends Figures>(
  store: Dependencies['store'],
  regime: Regime,
  editions: readonly DrawnUp[],
  reports: readonly T[],
  most: number,
): Promise<readonly T[]> {
  const afterEach = Map.groupBy(reports, ({ version }) =>
    editions.findLast(({ scheduledAt }) => Date.parse(version.receivedAt) > Date.parse(scheduledAt)),
  );
  const found = await Promise.all(
    [...afterEach].map(async ([drawnUp, later]) =>
      drawnUp ? likeTotalsOf(store, regime, drawnUp.run, later, most) : [],
    ),
  );
  return found.flat();
}

async function likeTotalsOf<T extends Figures>(
  store: Dependencies['store'],
  regime: Regime,
  run: string,
  later: readonly T[],
  most: number,
): Promise<readonly T[]> {
  const manifest = await findManifest(store, run);
  if (!manifest) return [];
  const filings = filingsByUnit(manifest);
  const counted = manifest.expected.flatMap((unit) => {
    const counting = countingOf(filings(unit), unit);
    return counting?.kind === 'version' ? [counting.version] : [];
  });
  if (counted.length > most) return [];
  const made = await Promise.all(
    counted.map(async (version) => ({ ...reportOf(version), values: await readValues(store, version) })),
  );
  const totals = totalsOf(regime, made).filter(isNobodysAlone);
  return later.filter(({ values }) => givesAll(totals, values));
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
