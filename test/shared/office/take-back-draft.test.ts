import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildSummary } from '../../../functions/deliver/letters/build-summary.ts';
import { issueReport } from '../../../shared/office/plan-issue.ts';
import { compareDraft, DraftNotTaken, takeBackDraft } from '../../../shared/office/take-back-draft.ts';
import { readRunFile } from '../../../shared/records/runs.ts';
import { reportFiled } from '../../functions/a-report.ts';
import { aWorld, type World } from '../../functions/a-world.ts';

let world: World;
let run: string;

beforeEach(async () => {
  world = await aWorld('2024-03-15T08:00:00+07:00');
  await reportFiled(world, { unit: 'QLDD', values: { A02: 31, A03: 40 } });
  ({ run } = await issueReport(world.system, 'Q1-2024', { anyway: false, actor: 'admin', reason: null }));
});
afterEach(() => world.stop());

/** The draft with one figure of the text changed by hand. */
async function edited(): Promise<Uint8Array> {
  const files = unzipSync((await readRunFile(world.store, run, 'bao-cao-tong-hop.docx')) ?? new Uint8Array());
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array()).replace('31 hội nghị', '32 hội nghị');
  return zipSync({ ...files, 'word/document.xml': strToU8(xml) });
}

it('is not held against a draft that was never built', async () => {
  await expect(compareDraft(world, run, new Uint8Array())).rejects.toThrow(DraftNotTaken);
});

it('is kept as the edition’s text, a figure changed by hand with its reason alone', async () => {
  await buildSummary(world.store, run);
  const bytes = await edited();
  await expect(takeBackDraft(world, run, { bytes, reason: ' ' })).rejects.toThrow('31 → 32');
  const taken = await takeBackDraft(world, run, { bytes, reason: 'Đối chiếu sổ họp' });
  expect(taken.corrections).toMatchObject([{ kind: 'figure', indicators: ['A02'], from: '31', to: '32' }]);
  expect(await readRunFile(world.store, run, taken.file)).toEqual(bytes);
  // What was built stays as it was.
  expect(await compareDraft(world, run, bytes)).toEqual(taken.corrections);
});
