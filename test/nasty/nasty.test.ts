import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases } from './cases.ts';
import type { NastyCase } from './nasty-case.ts';
import {
  LONGEST_SECONDS,
  MOST_MEGABYTES,
  type Outcome,
  ReaderBundle,
  type ReaderProcess,
} from './reader-process.ts';

const numbers = 34;
const folder = mkdtempSync(join(tmpdir(), 'nasty-'));
/** Bytes; what a larger one leaves behind would count for the files after it. */
const largestShared = 5 * 1024 * 1024;
/** Ingest gives a file so many seconds of the clock; here they are of processor, as others work on the machine too. */
const ingestSeconds = 20;
/** Seconds of the clock, which none should need. */
const patience = 250;
let bundle: ReaderBundle;
/** Small files share a process, until one of them has taken much of its memory or killed it. */
let shared: ReaderProcess | null = null;

beforeAll(async () => {
  bundle = await ReaderBundle.make();
});

afterAll(() => {
  shared?.stop();
  bundle?.remove();
  rmSync(folder, { recursive: true, force: true });
});

it('has a file for every one of the cases', () => {
  const missing = Array.from({ length: numbers }, (_, n) => n + 1).filter(
    (n) => !cases.some((each) => each.number === n),
  );
  expect(missing).toEqual([]);
});

describe(`ends within ${LONGEST_SECONDS} s and ${MOST_MEGABYTES} MB`, () => {
  it.each(cases)('$number: $name', async (nasty) => {
    const outcome = await readAside(nasty);
    expect(outcome, JSON.stringify(outcome)).toMatchObject({ kind: 'answered' });
    if (outcome.kind !== 'answered') return;
    const { answer } = outcome;
    expect(answer.peak).toBeLessThan(MOST_MEGABYTES);
    expect(answer.processor).toBeLessThan(ingestSeconds);
    expect(answer).toMatchObject({ ...nasty.ends, says: nasty.ends.says.toSorted() });
  });
});

async function readAside(nasty: NastyCase): Promise<Outcome> {
  const path = join(folder, 'file');
  const bytes = nasty.make();
  writeFileSync(path, bytes);
  const { fileName = 'bao-cao.xlsx', unit = 'VPDK', period = 'Q1-2024', within = patience } = nasty;
  const request = { path, fileName, unit, period, pieces: nasty.ends.pieces !== undefined, within };
  if (!nasty.heavy && bytes.length <= largestShared) {
    if (!shared?.alive) shared = await bundle.start();
    const outcome = await shared.read(request);
    // The most that it ever had is not the next file's doing.
    if (outcome.kind === 'answered' && outcome.answer.peak > MOST_MEGABYTES / 2) {
      shared.stop();
      shared = null;
    }
    return outcome;
  }
  const own = await bundle.start();
  try {
    return await own.read(request);
  } finally {
    own.stop();
  }
}
