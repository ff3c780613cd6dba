/** Side by side: this engine, the libraries people take for the job, and the least that any reader has to do. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { figure, machine, say, table } from '../figures.ts';
import type { Aim, Outcome, Row } from '../outcome.ts';
import { csv, workbook } from './inputs.ts';
import type { Reader } from './readers.ts';
import { typicalReport } from './typical-report.ts';
import { wordDocument } from './word-input.ts';

const Measured = z.object({
  /** Milliseconds until it was read: the first time, and the median of all. */
  first: z.number(),
  usual: z.number(),
  /** Milliseconds of processors, all threads together; the median. */
  processor: z.number(),
  refusal: z.string().nullable(),
  /** null of a program of its own, which nobody asked for it. */
  peakMegabytes: z.number().nullable(),
});
type Measured = z.output<typeof Measured>;

interface Input {
  readonly name: string;
  readonly file: string;
  /** How many rows it has; null where it has none to speak of. */
  readonly rows: number | null;
  readonly readers: readonly Reader[];
  /** Whose time is held against the others'. */
  readonly own: Reader;
  /** Of a reader: how many times as long as the floor it may take, or has to take as ours. Ours in milliseconds, and in MB. */
  readonly aims: Readonly<Partial<Record<Reader | 'usual' | 'memory', Aim>>>;
}

const engine = 'this engine';
const handedOver = 'this engine, cells handed over';
const workbookReaders = ['this engine', handedOver, '@e965/xlsx', 'exceljs', 'exceljs, streamed'] as const;

/** Prints a table of what was measured, each in a process of its own. */
export async function bench(): Promise<Outcome> {
  const inputs = await prepare();
  const idle = (await measure('an idle process', '')).peakMegabytes ?? 0;
  const lines: string[][] = [];
  const rows: Row[] = [];
  for (const input of inputs) {
    const results = await readByAll(input);
    lines.push(...[...results].map(([reader, measured]) => lineOf(input, reader, measured, results, idle)));
    rows.push(...rowsOf(input, results, idle));
  }
  const head = [
    'file',
    'reader',
    'first ms',
    'usual ms',
    'rows/s',
    'processor ms',
    '× floor',
    'MB above idle',
    '',
  ];
  say(`${machine()}; medians\n`);
  say(table(head, lines, [0, 1, 8]));
  return { rows };
}

type Results = ReadonlyMap<Reader, Measured>;

async function readByAll({ file, readers: wanted }: Input): Promise<Results> {
  // The floor twice, before and behind: what else the machine does meanwhile must not make it look easy to reach.
  const before = await measure('floor', file);
  const results = new Map<Reader, Measured>();
  for (const reader of wanted) results.set(reader, await measure(reader, file));
  const behind = await measure('floor', file);
  return results.set('floor', before.processor < behind.processor ? before : behind);
}

// Ratios are those of processor time, which other work on the machine disturbs least, and which counts all threads.
const timesAs = (results: Results, slow: Reader, fast: Reader) =>
  (results.get(slow)?.processor ?? Number.NaN) / (results.get(fast)?.processor ?? Number.NaN);

/** Of what is packed otherwise than in a zip, looking at every byte is not the least that a reader has to do. */
const hasFloor = ({ name }: Input) => name !== 'pdf';

function lineOf(input: Input, reader: Reader, measured: Measured, results: Results, idle: number): string[] {
  const { first, usual, processor, refusal, peakMegabytes } = measured;
  const speed = input.rows === null || refusal ? '' : figure((input.rows / usual) * 1000);
  const ratio = refusal || !hasFloor(input) ? '' : figure(timesAs(results, reader, 'floor'), 1);
  const memory = peakMegabytes === null ? '–' : figure(Math.max(0, peakMegabytes - idle));
  const times = [first, usual].map(shown);
  return [input.name, reader, ...times, speed, shown(processor), ratio, memory, refusal ?? ''];
}

/** Ours beside the floor, and the others beside ours. */
function rowsOf(input: Input, results: Results, idle: number): readonly Row[] {
  const { name, own, aims } = input;
  const measured = results.get(own);
  const memory = {
    what: `${name}: ${own}`,
    value: (measured?.peakMegabytes ?? Number.NaN) - idle,
    unit: 'MB above idle',
  };
  const usual = { what: `${name}: ${own}`, value: measured?.usual ?? Number.NaN, unit: 'ms' };
  return [
    ...[...results].flatMap(([reader, { processor, refusal }]): Row[] => {
      if (reader === 'floor') return [];
      const row = { what: `${name}: ${reader}`, value: processor, unit: 'ms of processor' };
      if (refusal) return [{ ...row, value: null, note: refusal }];
      const to = reader.startsWith('this engine') ? 'floor' : own;
      if (to === 'floor' && !hasFloor(input)) return [row];
      const aim = aims[reader];
      return [{ ...row, ratio: { value: timesAs(results, reader, to), to }, ...(aim && { aim }) }];
    }),
    ...(aims.usual ? [{ ...usual, aim: aims.usual }] : []),
    ...(aims.memory ? [{ ...memory, aim: aims.memory }] : []),
  ];
}

/** Writes what is not there yet: the inputs are the same every time. */
async function prepare(): Promise<readonly Input[]> {
  const folder = join(tmpdir(), 'unit-reports-reading-bench');
  mkdirSync(folder, { recursive: true });
  const made = (name: string, make: () => Uint8Array) => {
    const file = join(folder, name);
    if (!existsSync(file)) writeFileSync(file, make());
    return file;
  };
  const fast = { exceljs: { least: 5 }, '@e965/xlsx': { least: 5 }, [handedOver]: { most: 3 } };
  const sheets = [60, 10_000, 100_000].map((rows): Input => {
    const file = made(`${rows}.xlsx`, () => workbook(rows));
    const name = `xlsx, ${figure(rows)} rows`;
    // At 100,000 rows no document is made: its cells are more than one may have.
    const whole = rows === 100_000 ? { memory: { most: 150 } } : { [engine]: { most: 3 } };
    const aims = rows < 10_000 ? {} : { ...fast, ...whole };
    return { name, file, rows, readers: workbookReaders, own: handedOver, aims };
  });
  const texts = [10, 400].map((pages): Input => {
    const file = made(`${pages}.docx`, () => wordDocument(pages));
    const aims = pages === 400 ? { mammoth: { least: 10 } } : {};
    return {
      name: `docx, ${pages} pages`,
      file,
      rows: null,
      readers: [engine, 'mammoth'],
      own: engine,
      aims,
    };
  });
  const plain: Input = {
    ...{ name: 'csv, 10,000 rows', file: made('10000.csv', () => csv(10_000)), rows: 10_000 },
    ...{ readers: [engine, 'csv-parse', '@e965/xlsx'], own: engine, aims: {} },
  };
  const pdf: Input = {
    ...{ name: 'pdf', file: await aPdf(), rows: null, own: engine, aims: {} },
    readers: [engine, 'pdf.js (unpdf)', 'pdftotext'],
  };
  const verdict = 'this engine, to the verdict';
  const typical: Input = {
    ...{ name: 'a typical report', file: typicalReport().path, rows: null, own: verdict },
    ...{ readers: [verdict, engine, '@e965/xlsx', 'exceljs'], aims: { usual: { most: 15 } } },
  };
  return [typical, ...sheets, ...texts, plain, pdf];
}

/** The first one of the corpus: written by LibreOffice, not by us. */
async function aPdf(): Promise<string> {
  const folder = join(import.meta.dirname, '..', '..', 'corpus', 'layouts');
  const file = (await readdir(folder)).filter((name) => name.endsWith('.pdf')).sort()[0];
  if (file === undefined) throw new Error('the corpus has no pdf any more');
  return join(folder, file);
}

async function measure(reader: Reader, file: string): Promise<Measured> {
  const script = join(import.meta.dirname, 'measure.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, reader, file], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return Measured.parse(JSON.parse(stdout));
}

function shown(milliseconds: number): string {
  return milliseconds < 100 ? milliseconds.toFixed(1) : milliseconds.toFixed(0);
}
