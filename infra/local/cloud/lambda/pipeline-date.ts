import { type ClockCell, readCell } from './clock-cell.ts';

/**
 * Replaces this thread's `Date` by one that follows the pipeline's clock; timers stay on wall time. A proxy rather
 * than a subclass: dates made anywhere stay `instanceof Date`, and `Date()` without `new` works as ever.
 */
export function followPipelineClock(cell: ClockCell): void {
  const MachineDate = globalThis.Date;
  const now = () => readCell(cell, MachineDate.now());
  const followed = new Proxy(MachineDate, {
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
    apply: () => new MachineDate(now()).toString(),
    get: (target, property) => (property === 'now' ? now : Reflect.get(target, property)),
  });
  MachineDate.prototype.constructor = followed;
  globalThis.Date = followed;
}
