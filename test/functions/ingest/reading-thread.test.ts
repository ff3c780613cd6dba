import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { ReadingFailed, ReadingThread } from '../../../functions/ingest/reading-thread.ts';
import { readReport } from '../../../shared/reading/read-report.ts';
import { csvOf, reportRows, workbookOf } from '../../nasty/sample-report.ts';
import { taskOf } from '../../shared/reading/by-hand.ts';
import { reader } from './a-reader.ts';

const fragile = new URL('./a-fragile-reader.ts', import.meta.url);
const short = { seconds: 0.1, megabytes: 96 };
/** So long that a test which meets it has failed. */
const patient = { seconds: 600, megabytes: 96 };
let thread: ReadingThread;
afterEach(() => thread?.close());

const read = (what: string) => thread.read(new TextEncoder().encode(what), taskOf());
const started = (limits: { readonly seconds: number; readonly megabytes: number }) => {
  thread = new ReadingThread(fragile, limits);
};
/** How many files the thread that answers has read, this one included. */
const filesRead = async () => (await read('counts')).counts.read;

describe('a thread reads', () => {
  it.each<[string, () => Uint8Array]>([
    ['workbooks', () => workbookOf(reportRows())],
    ['plain text', () => Buffer.from(csvOf(reportRows()))],
    ['pdf files', () => readFileSync('test/corpus/layouts/text three columns, Writer.pdf')],
    ['old workbooks', () => readFileSync('test/corpus/layouts/sheet merged header, Calc.xls')],
    ['what is no report', () => Buffer.from('this is no workbook')],
  ])('%s as the engine does', async (_, make) => {
    const bytes = Uint8Array.from(make());
    expect(await reader.read(bytes, taskOf())).toEqual(await readReport(bytes, taskOf()));
    // The copy with the findings is made of the same bytes.
    expect(bytes.length).toBe(make().length);
  });

  it('one file after another, and stays warm in between', async () => {
    started(patient);
    expect(await Promise.all([filesRead(), filesRead(), filesRead()])).toEqual([1, 2, 3]);
  });

  it('without anything of the function: no names, no keys', async () => {
    started(patient);
    expect((await read('looks around')).counts.read).toBe(0);
  });
});

describe('a file that takes too much ends in a verdict', () => {
  it('when its time is over, whatever its reader does meanwhile', async () => {
    started(short);
    expect(await read('never ends')).toMatchObject({
      state: 'unreadable',
      findings: [{ code: 'TOO_MUCH_TO_READ', severity: 'error', found: '> 0.1 s' }],
    });
  });

  it.each(['fills the heap', 'fills memory beside the heap'])('when it %s', async (what) => {
    started(patient);
    expect(await read(what)).toMatchObject({
      state: 'unreadable',
      findings: [{ code: 'TOO_MUCH_TO_READ', severity: 'error', found: '> 96 MB' }],
    });
  });

  it('and the next one is read, by a new thread', async () => {
    started(short);
    expect(await filesRead()).toBe(1);
    const [, next] = await Promise.all([read('never ends'), filesRead()]);
    expect(next).toBe(1);
  });
});

describe('what is no fault of the file is thrown, so that its message stays', () => {
  it.each([
    ['the reader throws', 'fails', 'no such thing'],
    ['its thread ends', 'exits', 'ended with 3'],
    ['its thread dies of an error that nobody caught', 'dies later', 'nobody catches this'],
  ])('where %s', async (_, what, message) => {
    started(patient);
    await expect(read(what)).rejects.toThrow(message);
    await expect(read(what)).rejects.toThrow(ReadingFailed);
    expect(await filesRead()).toBeGreaterThan(0);
  });
});
