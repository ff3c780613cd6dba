/** How many of the units that owe a report filed one, how many on time, and why the others did not. */
import type { Rate } from '../vocabulary/rate.ts';
import type { Summary, UnitLine } from './summary.ts';

/**
 * Each expected unit stands under exactly one heading: what it was, and for those not filed why not.
 * `onTime`: by unit, whether what counts came by the unit's own deadline and its days of grace.
 */
export function rateOf(units: readonly UnitLine[], onTime: (line: UnitLine) => boolean): Rate {
  const count = (fits: (line: UnitLine) => boolean) => units.filter(fits).length;
  const isFiled = ({ status }: UnitLine) => status === 'on-time' || status === 'late' || status === 'nil';
  const filed = count(isFiled);
  const inTime = count((line) => isFiled(line) && onTime(line));
  const excluded = count(({ status }) => status === 'excluded');
  const reasons = units.map(whyNotFiled);
  const because = (reason: NotFiled) => reasons.filter((each) => each === reason).length;
  return withRatios({
    expected: units.length,
    excluded,
    filed,
    late: count(({ status }) => status === 'late'),
    nil: count(({ status }) => status === 'nil'),
    missing: because('missing'),
    rejected: because('rejected'),
    unreadable: because('unreadable'),
    returned: because('returned'),
    extended: because('extended'),
    pending: because('pending'),
    onTime: inTime,
  });
}

/** So few have filed that the report may be signed as a first one, or wait: that is the leadership's to say. */
export function isThin({ expected, excluded, filed }: Rate): boolean {
  return 2 * filed < expected - excluded;
}

/** Somebody reported, and fewer than half: what goes upward now would be a first report. */
export function isFirstOnly({ kind, rate }: Pick<Summary, 'kind' | 'rate'>): boolean {
  return kind !== 'interim' && rate.filed > 0 && isThin(rate);
}

/** Of those on time the ones that had nothing to report. */
export function nilOnTime({ rate, units }: Pick<Summary, 'rate' | 'units'>): number {
  return rate.onTime - units.filter(({ status }) => status === 'on-time').length;
}

type Counts = Omit<Rate, 'ratio' | 'onTimeRatio'>;

function withRatios(counts: Counts): Rate {
  const owing = counts.expected - counts.excluded;
  return {
    ...counts,
    ratio: owing === 0 ? null : counts.filed / owing,
    onTimeRatio: owing === 0 ? null : counts.onTime / owing,
  };
}

/** Nobody is expected. */
export const emptyRate: Rate = rateOf([], () => true);

/** The rate of several groups of units together, no unit in two of them. */
export function rateOfAll(rates: readonly Rate[]): Rate {
  const sum = (count: keyof Counts) => rates.reduce((total, rate) => total + rate[count], 0);
  return withRatios({
    expected: sum('expected'),
    excluded: sum('excluded'),
    filed: sum('filed'),
    late: sum('late'),
    nil: sum('nil'),
    missing: sum('missing'),
    rejected: sum('rejected'),
    unreadable: sum('unreadable'),
    returned: sum('returned'),
    extended: sum('extended'),
    pending: sum('pending'),
    onTime: sum('onTime'),
  });
}

export type NotFiled = 'missing' | 'rejected' | 'unreadable' | 'returned' | 'extended' | 'pending';

/** Why a unit is not among those that filed; null where it filed or owes nothing. */
export function whyNotFiled(line: UnitLine): NotFiled | null {
  switch (line.status) {
    case 'on-time':
    case 'late':
    case 'nil':
    case 'excluded':
      return null;
    case 'returned':
    case 'extended':
      return line.status;
    default:
      if (line.pending) return 'pending';
      if (line.attempt?.state === 'rejected') return 'rejected';
      if (line.attempt?.state === 'unreadable') return 'unreadable';
      return 'missing';
  }
}
