import type { Metered } from '../../doubles/metered-table.ts';

/** What one look or one piece of work took. */
export interface Cost extends Metered {
  readonly what: string;
  readonly milliseconds: number;
  /** Of the heap, before anything was thrown away. */
  readonly megabytes: number;
}

/** By which power of the units the count grows: the slope of the line of least squares through the logarithms. */
export function exponentOf(points: readonly { readonly units: number; readonly count: number }[]): number {
  const logs = points.map(({ units, count }) => ({ x: Math.log(units), y: Math.log(count) }));
  const mean = (of: 'x' | 'y') => logs.reduce((sum, each) => sum + each[of], 0) / logs.length;
  const [x, y] = [mean('x'), mean('y')];
  const covariance = logs.reduce((sum, each) => sum + (each.x - x) * (each.y - y), 0);
  return covariance / logs.reduce((sum, each) => sum + (each.x - x) ** 2, 0);
}
