/** Sums as spreadsheets write them, within what Excel takes: 255 arguments and 8,192 characters. */
const mostArguments = 255;
const mostCharacters = 8000;

/** Runs of places that are added, first and last, counted from 0. */
export type Runs = readonly (readonly [first: number, last: number])[];

/** The places, from 0, that are added, as ranges: a formula over runs stays short where thousands of units report. */
export function joined(isAdded: readonly boolean[]): Runs {
  const runs: [number, number][] = [];
  isAdded.forEach((yes, at) => {
    const last = runs.at(-1);
    if (!yes) return;
    if (last && last[1] === at - 1) last[1] = at;
    else runs.push([at, at]);
  });
  return runs;
}

/**
 * `SUM(E7:R7)`, `SUM(E7:H7,J7:R7)`; where the total is not `known`, a formula that shows a dash until somebody gives
 * a figure. Null where no formula of Excel's holds it.
 */
export function added(runs: Runs, cellAt: (place: number) => string, known: boolean): string | null {
  const ranges = runs
    .map(([first, last]) => (first === last ? cellAt(first) : `${cellAt(first)}:${cellAt(last)}`))
    .join(',');
  const formula = known ? `SUM(${ranges})` : `IF(COUNT(${ranges})=0,"—",SUM(${ranges}))`;
  return runs.length === 0 || runs.length > mostArguments || formula.length > mostCharacters ? null : formula;
}
