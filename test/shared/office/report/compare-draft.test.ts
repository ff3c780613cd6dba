import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildSummary } from '../../../../functions/deliver/letters/build-summary.ts';
import { createHandler } from '../../../../functions/schedule/handler.ts';
import { compareDraft } from '../../../../shared/office/report/compare-draft.ts';
import { readRunFile } from '../../../../shared/records/runs.ts';
import { reportFiled } from '../../../functions/a-report.ts';
import { aWorld, type World } from '../../../functions/a-world.ts';

const run = 'Q1-2024-final-2024-03-19T0200Z';
const fileName = 'da-sua.docx';
let world: World;

beforeEach(async () => {
  world = await aWorld('2024-03-15T08:00:00+07:00');
  await reportFiled(world, { unit: 'QLDD', values: { A02: 31, A03: 40 } });
  world.setNow('2024-03-19T09:00:20+07:00');
  await createHandler(world)({ scheduledTime: '2024-03-19T09:00:00+07:00' });
});
afterEach(() => world.stop());

/** The draft with one figure of the text changed by hand. */
async function edited(): Promise<Uint8Array> {
  const files = unzipSync((await readRunFile(world.store, run, 'bao-cao-tong-hop.docx')) ?? new Uint8Array());
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array()).replace(
    '31\u00a0hội nghị',
    '32 hội nghị',
  );
  return zipSync({ ...files, 'word/document.xml': strToU8(xml) });
}

it('is not held against a draft that was never built', async () => {
  await expect(compareDraft(world, run, { fileName, bytes: new Uint8Array() })).rejects.toMatchObject({
    code: 'DRAFT_NOT_BUILT',
  });
});

it('tells the figure that was changed by hand', async () => {
  await buildSummary(world.store, run);
  const corrections = await compareDraft(world, run, { fileName, bytes: await edited() });
  expect(corrections).toMatchObject([{ kind: 'figure', indicators: ['A02'], from: '31', to: '32' }]);
});

it.each([
  ['no file of Word', strToU8('%PDF-1.7')],
  ['a workbook', null],
])('refuses %s, by its name', async (_, bytes) => {
  await buildSummary(world.store, run);
  const workbook = await readRunFile(world.store, run, 'bao-cao-tong-hop.xlsx');
  const file = { fileName, bytes: bytes ?? workbook ?? new Uint8Array() };
  await expect(compareDraft(world, run, file)).rejects.toMatchObject({
    code: 'CORRECTED_NOT_WORD',
    message: expect.stringContaining(fileName),
  });
});

it('refuses a book in the place of the draft, by its name', async () => {
  await buildSummary(world.store, run);
  const files = unzipSync((await readRunFile(world.store, run, 'bao-cao-tong-hop.docx')) ?? new Uint8Array());
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  const book = xml.replace('</w:body>', `${'<w:p><w:r><w:t>x</w:t></w:r></w:p>'.repeat(5000)}</w:body>`);
  const bytes = zipSync({ ...files, 'word/document.xml': strToU8(book) });
  await expect(compareDraft(world, run, { fileName, bytes })).rejects.toMatchObject({
    code: 'CORRECTED_TOO_LONG',
    message: expect.stringContaining(fileName),
  });
});
