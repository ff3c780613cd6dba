/** The readers that are compared; each loads what it needs only when it is asked for. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { inflateRawSync } from 'node:zlib';

/** Reads a file; what it answers shows that it did. Throws what it refuses the file for, or why it cannot be had here. */
export type Read = (bytes: Uint8Array, path: string) => Promise<number | ByProgram> | number;

/** The work of a program of its own, which this process is not charged with. */
export interface ByProgram {
  /** Milliseconds of the processor, from its start to its end. */
  readonly processor: number;
}

export const readers = {
  'this engine': async (): Promise<Read> => {
    const { openDocument } = await import('../../../shared/reading/open/open-document.ts');
    return async (bytes) => {
      let sum = 0;
      for (const block of (await openDocument(bytes)).blocks) {
        if (block.kind === 'paragraph') sum += block.text.length;
        else for (const cell of block.cells) sum += cell.number ?? cell.text.length;
      }
      return sum;
    };
  },
  'this engine, cells handed over': async (): Promise<Read> => {
    const { ZipArchive } = await import('../../../shared/reading/open/zip/archive.ts');
    const { OfficePackage } = await import('../../../shared/reading/open/zip/office-package.ts');
    const { readSheets } = await import('../../../shared/reading/open/xlsx/read-workbook.ts');
    const { SkippedLog } = await import('../../../shared/reading/open/skipped-log.ts');
    return async (bytes) => {
      let sum = 0;
      await readSheets(await OfficePackage.open(new ZipArchive(bytes)), new SkippedLog(), () => ({
        cell: (_row, _column, { number, text }) => {
          sum += number ?? text.length;
        },
        number: (_row, _column, number) => {
          sum += number;
        },
        end: () => undefined,
      }));
      return sum;
    };
  },
  'this engine, to the verdict': async (): Promise<Read> => {
    const { readReport } = await import('../../../shared/reading/read-report.ts');
    const { typicalReport } = await import('./typical-report.ts');
    const { task } = typicalReport();
    return async (bytes) => (await readReport(bytes, task)).values.length;
  },
  '@e965/xlsx': async (): Promise<Read> => {
    const { read, utils } = await import('@e965/xlsx');
    return (bytes) => {
      const book = read(bytes, { dense: true });
      return utils.sheet_to_json(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 }).length;
    };
  },
  exceljs: async (): Promise<Read> => {
    const { default: exceljs } = await import('exceljs');
    return async (bytes) => {
      const book = new exceljs.Workbook();
      // It takes any bytes; its types know an old Buffer alone.
      await book.xlsx.load(bytes.buffer as ArrayBuffer);
      return book.worksheets[0]?.rowCount ?? 0;
    };
  },
  'exceljs, streamed': async (): Promise<Read> => {
    const { default: exceljs } = await import('exceljs');
    const { Readable } = await import('node:stream');
    return async (bytes) => {
      let count = 0;
      const book = new exceljs.stream.xlsx.WorkbookReader(Readable.from([bytes]), {
        sharedStrings: 'cache',
        worksheets: 'emit',
      });
      for await (const sheet of book) for await (const row of sheet) count += row.cellCount;
      return count;
    };
  },
  mammoth: async (): Promise<Read> => {
    const { default: mammoth } = await import('mammoth');
    return async (bytes) => (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value.length;
  },
  'csv-parse': async (): Promise<Read> => {
    const { parse } = await import('csv-parse/sync');
    return (bytes) => parse(Buffer.from(bytes), { delimiter: ';', bom: true }).length;
  },
  'pdf.js (unpdf)': async (): Promise<Read> => {
    const { extractText } = await import('unpdf');
    return async (bytes) => (await extractText(Uint8Array.from(bytes))).text.length;
  },
  pdftotext: async (): Promise<Read> => {
    const run = promisify(execFile);
    const missing = await run('pdftotext', ['-v']).then(
      () => false,
      () => true,
    );
    return async (_bytes, path) => {
      if (missing) throw new Error('pdftotext is not installed here');
      // Bash tells to the millisecond what Node does not tell of a program that it started.
      const timed = 'TIMEFORMAT="%U %S"; time pdftotext -layout "$0" /dev/null';
      const { stderr } = await run('bash', ['-c', timed, path]);
      const [user = Number.NaN, system = Number.NaN] = stderr.trim().split(' ').map(Number);
      return { processor: 1000 * (user + system) };
    };
  },
  floor: async (): Promise<Read> => {
    const { readDirectory } = await import('../../../shared/reading/open/zip/directory.ts');
    return (bytes) => {
      if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return tagsIn(bytes);
      let tags = 0;
      for (const { data } of readDirectory(bytes).values()) tags += tagsIn(inflateRawSync(data));
      return tags;
    };
  },
  'an idle process': async (): Promise<Read> => () => 0,
} as const;

export type Reader = keyof typeof readers;

/** Looks at every byte. */
function tagsIn(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0x3c) count++;
  return count;
}
