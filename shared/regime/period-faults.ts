/** What the shape of a period cannot say: its dates must follow each other, and its names of others must find them. */
import type { Fault } from './fault.ts';
import { didYouMean } from './nearest.ts';
import type { Period } from './regime.ts';

/** Everything wrong with one of the regime's periods; paths begin at the period, such as `['sumOf', 1]`. */
export function periodFaults(period: Period, all: readonly Period[]): Fault[] {
  return [...dateFaults(period), ...nameFaults(period, all), ...sumFaults(period, all)];
}

function dateFaults({ deadline, opens, kind, window, cumulativeFrom, lock, interim }: Period): Fault[] {
  const last = deadline.rule === 'on-guidance' ? undefined : deadline.date;
  const faults: (Fault | false)[] = [
    last !== undefined &&
      opens === undefined && { path: ['opens'], message: 'a period with a date needs the day it opens' },
    kind === 'periodic' &&
      !(window && cumulativeFrom) && {
        path: ['window'],
        message: 'a periodic report needs its window and the start of the cumulative figures',
      },
    last !== undefined &&
      opens !== undefined &&
      opens > last && { path: ['opens'], message: `it opens after its deadline ${last}` },
    last !== undefined &&
      lock !== undefined &&
      lock < last && { path: ['lock'], message: `it is locked before its deadline ${last}` },
    window !== undefined &&
      window.from > window.to && { path: ['window', 'to'], message: 'the window ends before it begins' },
    interim !== undefined &&
      opens === undefined && {
        path: ['interim'],
        message: 'interim summaries begin on the day the period opens, which is not set',
      },
  ];
  return faults.filter((fault) => fault !== false);
}

function nameFaults({ id, previous, sameLastYear }: Period, all: readonly Period[]): Fault[] {
  const faults: Fault[] = [];
  if (previous !== undefined && !all.some((period) => period.id === previous)) {
    faults.push({
      path: ['previous'],
      message: `no period "${previous}"${didYouMean(previous, idsOf(all))}`,
    });
  }
  // It may be of another regime, so only this much can be known here.
  if (sameLastYear === id) {
    faults.push({ path: ['sameLastYear'], message: 'a period is not compared with itself' });
  }
  return faults;
}

/** The periods of a sum follow each other without overlapping, up to the one that adds them up. */
function sumFaults({ id, window, sumOf = [] }: Period, all: readonly Period[]): Fault[] {
  const named = (code: string | undefined) => all.find((period) => period.id === code);
  return sumOf.flatMap((part, n) => {
    const path = ['sumOf', n];
    const of = named(part);
    const before = named(sumOf[n - 1]);
    const faults: Fault[] = [];
    if (part === id) {
      faults.push({ path, message: 'a period adds the others to its own figures: it is not named itself' });
    } else if (!of) {
      faults.push({ path, message: `no period "${part}"${didYouMean(part, idsOf(all))}` });
    } else if (!of.window || !window || of.window.to >= window.from) {
      faults.push({ path, message: `the window of "${part}" does not end before this one begins` });
    }
    if (sumOf.indexOf(part) !== n) faults.push({ path, message: `"${part}" stands twice` });
    if (before?.window && of?.window && before.window.to >= of.window.from) {
      const message = `"${part}" does not follow "${before.id}": oldest first, and none within another`;
      faults.push({ path, message });
    }
    return faults;
  });
}

function idsOf(periods: readonly Period[]): string[] {
  return periods.map(({ id }) => id);
}
