import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { LocalCloudError } from '../errors.ts';
import { type ClockCell, createClockCell, flowWith, readCell, standAt } from '../lambda/clock-cell.ts';

/** The clock was asked to go back; what has happened cannot un-happen. */
export class ClockCannotGoBack extends LocalCloudError {
  override readonly name = 'ClockCannotGoBack';
  readonly code = 'CLOCK_CANNOT_GO_BACK';
  override readonly mendable = true;

  constructor(from: number, to: number) {
    super(
      `the clock stands at ${new Date(from).toISOString()} and cannot go back to ${new Date(to).toISOString()}`,
    );
  }
}

const Stored = z.object({ offset: z.number(), firedThrough: z.number() });

/**
 * The pipeline's clock: the machine's plus an offset, or standing while a schedule runs. Kept in a file, so that a
 * restart continues where the last run left. All times are milliseconds since the epoch.
 */
export class PipelineClock {
  readonly cell: ClockCell = createClockCell();
  /** Whether it goes on from an earlier run. */
  readonly kept: boolean;
  readonly #file: string;
  #offset = 0;
  #stands = false;
  readonly #flows: boolean;
  #firedThrough: number;

  /**
   * @param startAt what the clock shows when the file does not exist yet; the machine's time unless told
   * @param flows whether it moves by itself; else only where it is set
   */
  constructor(file: string, startAt?: number, flows = true) {
    this.#file = file;
    this.#flows = flows;
    const stored = readStored(file);
    this.kept = stored !== undefined;
    const wall = Date.now();
    this.#offset = stored?.offset ?? (startAt ?? wall) - wall;
    if (flows) flowWith(this.cell, this.#offset);
    // At once: had it flowed before, it would stand a millisecond later now and then.
    else standAt(this.cell, wall + this.#offset);
    this.#stands = !flows;
    this.#firedThrough = stored?.firedThrough ?? this.now();
    if (!stored) this.#store();
  }

  now(): number {
    return readCell(this.cell, Date.now());
  }

  /** Everything scheduled up to this time has been fired. */
  get firedThrough(): number {
    return this.#firedThrough;
  }

  markFired(time: number): void {
    this.#firedThrough = Math.max(this.#firedThrough, time);
    this.#store();
  }

  /** Moves on to a time and stands there; at a time that has passed it stands where it is. */
  standAt(time: number): void {
    const at = this.#moveOn(time);
    this.#stands = true;
    standAt(this.cell, at);
  }

  /** Moves on to a time and flows from there; from a time that has passed it flows from where it is. */
  flowFrom(time: number): void {
    if (this.#flows) {
      this.#moveOn(time);
      this.#stands = false;
      flowWith(this.cell, this.#offset);
    } else {
      this.standAt(time);
    }
  }

  /** Moves on to a time, and stands or flows there as before. */
  leapTo(time: number): void {
    if (this.#stands) this.standAt(time);
    else this.flowFrom(time);
  }

  /** Flows on from where it stands. */
  flow(): void {
    this.flowFrom(this.now());
  }

  // Never back: between a caller's look at the clock and its move a millisecond may pass.
  #moveOn(time: number): number {
    const wall = Date.now();
    const at = Math.max(time, readCell(this.cell, wall));
    this.#offset = at - wall;
    this.#store();
    return at;
  }

  #store(): void {
    const stored: z.infer<typeof Stored> = { offset: this.#offset, firedThrough: this.#firedThrough };
    writeFileSync(`${this.#file}.new`, JSON.stringify(stored));
    renameSync(`${this.#file}.new`, this.#file);
  }
}

function readStored(file: string): z.infer<typeof Stored> | undefined {
  try {
    return Stored.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
