import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildSummary } from '../../../../functions/deliver/letters/build-summary.ts';
import { createHandler } from '../../../../functions/schedule/handler.ts';
import { compareSignedBytes } from '../../../../shared/office/report/compare-signed.ts';
import { readRunFile, runDocuments } from '../../../../shared/records/runs.ts';
import { reportFiled } from '../../../functions/a-report.ts';
import { aWorld, type World } from '../../../functions/a-world.ts';

const run = 'Q1-2024-final-2024-03-19T0200Z';
const another = join(import.meta.dirname, '..', '..', '..', 'corpus', 'pdf', 'all-columns-go-on, cairo.pdf');
let world: World;
let pdf: Uint8Array;

beforeEach(async () => {
  pdf = new Uint8Array(await readFile(another));
  world = await aWorld('2024-03-15T08:00:00+07:00');
  await reportFiled(world, { unit: 'QLDD', values: { A02: 31, A03: 40 } });
  world.setNow('2024-03-19T09:00:20+07:00');
  await createHandler(world)({ scheduledTime: '2024-03-19T09:00:00+07:00' });
  await buildSummary(world.store, run);
});
afterEach(() => world.stop());

it('tells what a signed file lacks of the draft', async () => {
  const found = await compareSignedBytes(world, run, { pdf, corrected: null, signedBy: [] });
  expect(found?.lacking.join('\n')).toContain('31 hội nghị');
});

it('refuses a signed file in which lines of the draft are left, and says which', async () => {
  const [name] = runDocuments;
  const draft = await readRunFile(world.store, run, name);
  await expect(
    compareSignedBytes(world, run, { pdf: draft ?? new Uint8Array(), corrected: null, signedBy: [] }),
  ).rejects.toMatchObject({ code: 'SIGNED_IS_DRAFT', message: expect.stringContaining('DỰ THẢO') });
});

it('is not made where the draft cannot be opened in time, which keeps nobody from issuing', async () => {
  let looks = 0;
  const start = Date.parse(world.clock.now());
  // It goes on in time to the first look after the signed file was read, then stands still for an hour.
  let read = false;
  const clock = { now: () => new Date(start + (read ? 3_600_000 * ++looks : 0)).toISOString() };
  const store = {
    ...world.store,
    get: async (key: string) => {
      read = true;
      return world.store.get(key);
    },
  };
  expect(await compareSignedBytes({ store, clock }, run, { pdf, corrected: null, signedBy: [] })).toBeNull();
});
