/**
 * The pipeline's clock as every thread sees it: two numbers in shared memory, so that setting it in the parent is seen
 * by a worker at its next `new Date()`. Read-only here; only pipeline-clock.ts writes.
 */
export type ClockCell = SharedArrayBuffer;

const offset = 0;
const standing = 1;
const flowing = 0n;

/** A cell that shows the time of the machine. */
export function createClockCell(): ClockCell {
  return new SharedArrayBuffer(2 * BigInt64Array.BYTES_PER_ELEMENT);
}

/** Milliseconds since the epoch on the pipeline's clock, given the machine's. */
export function readCell(cell: ClockCell, machineNow: number): number {
  const numbers = new BigInt64Array(cell);
  const stands = Atomics.load(numbers, standing);
  return stands === flowing ? machineNow + Number(Atomics.load(numbers, offset)) : Number(stands);
}

/** Lets the clock flow, this many milliseconds ahead of the machine's. */
export function flowWith(cell: ClockCell, milliseconds: number): void {
  const numbers = new BigInt64Array(cell);
  Atomics.store(numbers, offset, BigInt(milliseconds));
  Atomics.store(numbers, standing, flowing);
}

/** Makes the clock stand at a time (milliseconds since the epoch). */
export function standAt(cell: ClockCell, time: number): void {
  Atomics.store(new BigInt64Array(cell), standing, BigInt(time));
}
