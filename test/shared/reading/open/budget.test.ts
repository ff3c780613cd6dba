import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Budget } from '../../../../shared/reading/open/budget.ts';
import { openDocument } from '../../../../shared/reading/open/open-document.ts';
import { readDocument, readReport } from '../../../../shared/reading/read-report.ts';
import { oldWorkbook } from '../../../nasty/paper-and-old.ts';
import { csvOf, reportRows, workbookOf } from '../../../nasty/sample-report.ts';
import { sheet, taskOf, workbook } from '../by-hand.ts';
import { buildDocument, p } from './docx/build-document.ts';
import { buildOdf } from './odf/build-odf.ts';

/** A clock that goes on by a second whenever somebody looks at it. */
function ticking(seconds: number): Budget {
  let at = 0;
  return new Budget({ now: () => 1000 * at++, seconds });
}

const corpus = (name: string) => readFileSync(new URL(`../../../corpus/layouts/${name}`, import.meta.url));
const long = Array.from({ length: 600 }, (_, n) => [n, 'x', 'y']);
const files: Readonly<Record<string, () => Uint8Array>> = {
  xlsx: () => workbookOf(reportRows()),
  docx: () => buildDocument({ body: p('Báo cáo') }),
  ods: () => buildOdf('spreadsheet', '<table:table table:name="S"/>'),
  odt: () => buildOdf('text', '<text:p>Báo cáo</text:p>'),
  csv: () => Buffer.from(csvOf([...reportRows(), ...long])),
  xls: () => oldWorkbook(reportRows()),
  pdf: () => corpus('text three columns, Writer.pdf'),
};

describe('a reading has so much time', () => {
  it.each(Object.keys(files))(
    'and ends in a verdict that says so where a file needs more: %s',
    async (format) => {
      const reading = await readReport(files[format]?.() ?? new Uint8Array(), taskOf(), ticking(0.5));
      expect(reading).toMatchObject({
        state: 'unreadable',
        findings: [{ code: 'TOO_MUCH_TO_READ', severity: 'error', found: '> 0.5 s' }],
        values: [],
      });
    },
  );

  it.each(Object.keys(files))('and each reader asks for itself: %s', async (format) => {
    const opened = openDocument(files[format]?.() ?? new Uint8Array(), ticking(0.5));
    await expect(opened).rejects.toMatchObject({ code: 'TOO_MUCH_TO_READ' });
  });

  it.each(Object.keys(files))('and reads as ever where there is enough: %s', async (format) => {
    const bytes = files[format]?.() ?? new Uint8Array();
    expect(await readReport(bytes, taskOf(), ticking(100_000))).toEqual(await readReport(bytes, taskOf()));
  });

  it('which understanding and judging have to share', async () => {
    const lines = Array.from({ length: 50 }, (_, n) => [`Dòng ${n}`]);
    const document = workbook(sheet('Biểu', lines));
    expect(() => readDocument(document, taskOf(), ticking(20))).toThrow('TOO_MUCH_TO_READ');
    expect(readDocument(document, taskOf(), ticking(1000)).state).toBe('rejected');
  });

  it('which is asked for every five hundred short steps', () => {
    const budget = ticking(0.5);
    for (let step = 1; step < 500; step += 1) budget.step();
    expect(() => budget.step()).toThrow('not read within 0.5 s');
  });

  it('or all the time there is', async () => {
    expect((await openDocument(files.xlsx?.() ?? new Uint8Array(), Budget.unlimited())).format).toBe('xlsx');
  });
});
