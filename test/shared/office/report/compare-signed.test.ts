import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildSummary } from '../../../../functions/deliver/letters/build-summary.ts';
import { createHandler } from '../../../../functions/schedule/handler.ts';
import { compareSignedBytes } from '../../../../shared/office/report/compare-signed.ts';
import { readRunFile, runDocuments } from '../../../../shared/records/runs.ts';
import { reportFiled } from '../../../functions/a-report.ts';
import { scannedPdf } from '../../../functions/a-signed-report.ts';
import { aWorld, type World } from '../../../functions/a-world.ts';
import { type PageBuilder, pdfOf } from '../../reading/open/pdf/build-pdf.ts';

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

const password = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> /P -4 >> /ID [<41> <41>]`;
const file = '/F (a.exe) /EF << /F 3 0 R >>';

it.each([
  ['a script', '/OpenAction << /S /JavaScript /JS (app.beep) >>', 'SIGNED_ACTS'],
  ['a command', '/OpenAction << /S /Launch /F (cmd.exe) >>', 'SIGNED_ACTS'],
  ['a file', `/Names << /EmbeddedFiles << /Names [(a.exe) << ${file} >>] >> >>`, 'SIGNED_ACTS'],
])('takes no signed file that holds %s, be it a scan', async (_, catalogue, code) => {
  await expect(compared(scannedPdf())).resolves.toBeNull();
  await expect(compared(scannedPdf({ catalogue }))).rejects.toMatchObject({ code });
});

it('takes no signed file that nobody can open', async () => {
  const damaged = Buffer.from('%PDF-1.7\nnothing of a report\n%%EOF\n');
  await expect(compared(damaged)).rejects.toMatchObject({ code: 'SIGNED_NOT_OPENED' });
  await expect(compared(scannedPdf({ trailer: password }))).rejects.toMatchObject({
    code: 'SIGNED_NOT_OPENED',
  });
});

it('takes no signed file that could not be looked into, for its length or in time', async () => {
  const code = 'SIGNED_NOT_EXAMINED';
  const scanned = (pages: number) =>
    pdfOf(...Array.from({ length: pages }, () => (page: PageBuilder) => void page.picture()));
  await expect(compared(scanned(501))).rejects.toMatchObject({ code });
  await expect(compared(scanned(40))).resolves.toBeNull();
  let looks = 0;
  const start = Date.parse(world.clock.now());
  const clock = { now: () => new Date(start + 3_600_000 * looks++).toISOString() };
  const late = compareSignedBytes({ store: world.store, clock }, run, { pdf, corrected: null, signedBy: [] });
  await expect(late).rejects.toMatchObject({ code });
});

const compared = (signed: Uint8Array) =>
  compareSignedBytes(world, run, { pdf: signed, corrected: null, signedBy: [] });
