import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotateFile } from '../../../../shared/reading/annotate/annotate.ts';
import { isOwnSheet } from '../../../../shared/reading/annotate/own-sheet.ts';
import type { NeutralDocument, Source } from '../../../../shared/reading/model/document.ts';
import type { Finding } from '../../../../shared/reading/model/reading.ts';
import { openDocument } from '../../../../shared/reading/open/open-document.ts';
import { readReport } from '../../../../shared/reading/read-report.ts';
import { type CorpusFile, corpusFiles } from '../../../corpus/corpus.ts';
import { anyText } from '../../../properties/any-text.ts';
import { runs } from '../../../properties/runs.ts';
import { partsOf } from '../../documents/reopened.ts';

const files = corpusFiles().filter(({ name }) => /\.(xlsx|docx|zip)$/.test(name));

const someFinding: Finding = {
  code: 'BLANK',
  severity: 'warning',
  where: null,
  found: null,
  expected: null,
  message: { vi: 'Còn để trống.', en: 'Blank.' },
  fix: { vi: 'Điền vào.', en: 'Fill it in.' },
};

describe('the annotated copy of any file of the corpus', () => {
  for (const file of files) {
    it(`${file.name} reads as the file itself does`, async () => {
      const bytes = bytesOf(file);
      const reading = await readReport(bytes, file.task);
      const findings = reading.findings.length > 0 ? reading.findings : [someFinding];
      const copy = await annotateFile(bytes, file.name, { format: reading.format, findings });
      if (copy === null) throw new Error('no copy');
      const again = await readReport(copy.bytes, file.task);
      expect(again.state).toBe(reading.state);
      expect(again.values).toEqual(reading.values);
      expect(again.narrative).toEqual(reading.narrative);
      expect(again.findings).toEqual(reading.findings);
      expect(again.counts.read).toBe(reading.counts.read);
    });
  }
});

describe('findings anywhere in any file, of any words', () => {
  const sample = files.filter(({ name }) => /^(words in cells|blank cells|plan|form cut)/.test(name));

  it('change nothing that is read, and give the same bytes twice', async () => {
    const documents = await Promise.all(
      sample.map(async (file) => ({
        file,
        bytes: bytesOf(file),
        document: await openDocument(bytesOf(file)),
      })),
    );
    await fc.assert(
      fc.asyncProperty(
        fc
          .constantFrom(...documents)
          .chain((chosen) => fc.tuple(fc.constant(chosen), findingsIn(chosen.document))),
        async ([{ file, bytes, document }, findings]) => {
          const { format } = document;
          const copy = await annotateFile(bytes, file.name, { format, findings });
          const again = await annotateFile(bytes, file.name, { format, findings });
          if (copy === null) throw new Error('no copy');
          expect(again?.bytes).toEqual(copy.bytes);
          expect(theirs(await openDocument(copy.bytes))).toEqual(theirs(document));
        },
      ),
      { numRuns: runs(12) },
    );
  });

  /** Cells that hold something and cells that do not, far ones among them, and no place at all. */
  function findingsIn({ format, blocks }: NeutralDocument): fc.Arbitrary<Finding[]> {
    const held = blocks.flatMap((block) =>
      block.kind === 'paragraph' ? [block.source] : block.cells.map(({ source }) => source),
    );
    const sheets = blocks.flatMap((block) =>
      block.kind === 'table' && block.sheet !== null ? [block.sheet] : [],
    );
    const blank: fc.Arbitrary<Source> =
      format === 'xlsx'
        ? fc.record({
            sheet: fc.constantFrom(...sheets),
            cell: fc
              .tuple(fc.constantFrom('A', 'C', 'E', 'H', 'AB', 'XFD'), fc.integer({ min: 1, max: 80 }))
              .map(([column, row]) => `${column}${row}`),
          })
        : fc.record({
            table: fc.integer({ min: 1, max: 4 }),
            row: fc.integer({ min: 1, max: 40 }),
            column: fc.integer({ min: 1, max: 8 }),
          });
    const words = anyText(40);
    const text = fc.record({ vi: words, en: words });
    return fc.array(
      fc.record({
        code: fc.constant('ANY'),
        severity: fc.constantFrom('error', 'warning', 'note'),
        where: fc.oneof(fc.constantFrom(...held), blank, fc.constant(null)),
        found: fc.option(words),
        expected: fc.option(words),
        message: text,
        fix: text,
      }),
      { minLength: 1, maxLength: 8 },
    );
  }
});

it.each(['form cut in two, python-docx.docx', 'words in cells, openpyxl.xlsx'])(
  'what a finding quotes is written into %s without letters that are not seen',
  async (name) => {
    const file = files.find((each) => each.name === name);
    if (!file) throw new Error(`no ${name}`);
    const quoting = { ...someFinding, found: 'a\u202eb\u200b\ue0f2c', where: null };
    const format = name.endsWith('docx') ? 'docx' : 'xlsx';
    const copy = await annotateFile(bytesOf(file), name, { format, findings: [quoting] });
    const texts = Object.values(partsOf(copy?.bytes ?? new Uint8Array())).join('');
    expect(texts).toContain('abc');
    expect(texts).not.toMatch(/[\u202e\u200b\ue0f2]/);
  },
);

function theirs({ blocks }: NeutralDocument) {
  return blocks.filter((block) => block.kind === 'paragraph' || !isOwnSheet(block));
}

function bytesOf({ path }: CorpusFile): Uint8Array {
  return new Uint8Array(readFileSync(path));
}
