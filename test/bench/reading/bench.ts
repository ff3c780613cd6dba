/** Side by side: this engine, the libraries people take for the job, and the least that any reader has to do. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { csv, workbook } from './inputs.ts';
import type { Reader } from './readers.ts';
import { typicalReport } from './typical-report.ts';
import { wordDocument } from './word-input.ts';

const Measured = z.object({
  /** Milliseconds until it was read: the first time, and at best. */
  first: z.number(),
  best: z.number(),
  /** Milliseconds of processors, all threads together, at best. */
  processor: z.number(),
  refusal: z.string().nullable(),
  peakMegabytes: z.number(),
});
type Measured = z.output<typeof Measured>;

interface Input {
  readonly name: string;
  readonly file: string;
  /** How many rows it has; null where it has none to speak of. */
  readonly rows: number | null;
  readonly readers: readonly Reader[];
}

const workbookReaders = [
  'this engine',
  'this engine, cells handed over',
  '@e965/xlsx',
  'exceljs',
  'exceljs, streamed',
] as const;

/** Prints two tables: what was measured, each in a process of its own, and whether the aims are met. */
export async function bench(): Promise<void> {
  const inputs = await prepare();
  const idle = (await measure('an idle process', '')).peakMegabytes;
  const results = new Map<string, Measured>();
  const of = (input: string, reader: Reader) => results.get(`${input} ${reader}`);
  // Ratios are those of processor time, which other work on the machine disturbs least, and which counts all threads.
  print('| File | Reader | first ms | best ms | rows/s | processor ms | × floor | MB above idle | |');
  print('|---|---|---:|---:|---:|---:|---:|---:|---|');
  for (const { name, file, rows, readers } of inputs) {
    // The floor twice, before and behind: what else the machine does meanwhile must not make it look easy to reach.
    const before = await measure('floor', file);
    const measuredReaders: [Reader, Measured][] = [];
    for (const reader of readers) measuredReaders.push([reader, await measure(reader, file)]);
    const behind = await measure('floor', file);
    const floor = before.processor < behind.processor ? before : behind;
    for (const [reader, measured] of [...measuredReaders, ['floor', floor] as const]) {
      results.set(`${name} ${reader}`, measured);
      const { best, first, processor, refusal, peakMegabytes } = measured;
      const speed = rows === null || refusal ? '' : Math.round((rows / best) * 1000).toLocaleString('en');
      const ratio = refusal || name === 'pdf' ? '' : (processor / floor.processor).toFixed(1);
      const memory = Math.max(0, peakMegabytes - idle).toFixed(0);
      const times = [first, best].map(shown);
      const cells = [name, reader, ...times, speed, shown(processor), ratio, memory, refusal ?? ''];
      print(`| ${cells.join(' | ')} |`);
    }
  }
  printAims(of, idle);
}

function printAims(of: (input: string, reader: Reader) => Measured | undefined, idle: number): void {
  const large = 'xlsx, 100,000 rows';
  const handed = 'this engine, cells handed over';
  const times = (input: string, slow: Reader, fast: Reader) =>
    (of(input, slow)?.processor ?? Number.NaN) / (of(input, fast)?.processor ?? Number.NaN);
  const memory = (of(large, handed)?.peakMegabytes ?? Number.NaN) - idle;
  const aims: readonly (readonly [string, number, '≤' | '≥', number])[] = [
    ...['xlsx, 10,000 rows', large].flatMap((input) => [
      [`${input}: times the floor`, times(input, handed, 'floor'), '≤', 3] as const,
      [`${input}: faster than exceljs, times`, times(input, 'exceljs', handed), '≥', 5] as const,
      [`${input}: faster than @e965/xlsx, times`, times(input, '@e965/xlsx', handed), '≥', 5] as const,
    ]),
    [`${large}: MB above idle`, memory, '≤', 150],
    [
      'docx, 400 pages: faster than mammoth, times',
      times('docx, 400 pages', 'mammoth', 'this engine'),
      '≥',
      10,
    ],
    [
      'a typical report, to the verdict, warm: ms',
      of('a typical report', 'this engine, to the verdict')?.best ?? Number.NaN,
      '≤',
      15,
    ],
  ];
  print('\n| Aim | | measured | |\n|---|---:|---:|---|');
  for (const [what, measured, relation, wanted] of aims) {
    const met = relation === '≤' ? measured <= wanted : measured >= wanted;
    print(`| ${what} | ${relation} ${wanted} | ${measured.toFixed(1)} | ${met ? 'met' : '**not met**'} |`);
  }
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
  const sheets = [60, 10_000, 100_000].map((rows) => ({
    name: `xlsx, ${rows.toLocaleString('en')} rows`,
    file: made(`${rows}.xlsx`, () => workbook(rows)),
    rows,
    readers: workbookReaders,
  }));
  const texts = [10, 400].map((pages) => ({
    name: `docx, ${pages} pages`,
    file: made(`${pages}.docx`, () => wordDocument(pages)),
    rows: null,
    readers: ['this engine', 'mammoth'] as const,
  }));
  const plain = {
    name: 'csv, 10,000 rows',
    file: made('10000.csv', () => csv(10_000)),
    rows: 10_000,
    readers: ['this engine', 'csv-parse', '@e965/xlsx'] as const,
  };
  const pages = await aPdf();
  const pdf = { name: 'pdf', file: pages, rows: null, readers: ['this engine', 'unpdf'] as const };
  const typical = {
    name: 'a typical report',
    file: typicalReport().path,
    rows: null,
    readers: ['this engine, to the verdict', 'this engine', '@e965/xlsx', 'exceljs'] as const,
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

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
