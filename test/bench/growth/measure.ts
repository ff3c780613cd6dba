/** One size, in a process of its own: prints what each look and each piece of work asked for, as JSON. */
import { listDuties } from '../../../functions/portal/duties.ts';
import { checkReceipt } from '../../../functions/portal/receipts.ts';
import { reportUpload } from '../../../functions/portal/uploads.ts';
import { createHandler } from '../../../functions/schedule/handler.ts';
import { queueReminders } from '../../../shared/office/chase/remind.ts';
import { listPeriods } from '../../../shared/office/list-periods.ts';
import { mintUpload } from '../../../shared/office/mint.ts';
import { nextBoard } from '../../../shared/office/overview.ts';
import { repair } from '../../../shared/office/repair.ts';
import { manifestOf } from '../../../shared/office/report/freeze.ts';
import { readSummary } from '../../../shared/office/report/summarise.ts';
import { aLargeOffice } from '../../shared/office/a-large-office.ts';
import type { Cost } from './costs.ts';

const units = Number(process.argv[2]);
const office = await aLargeOffice(units, '2024-03-15T08:00:00.000Z');
const { world, regime, period, file, setNow } = office;
const filed = regime.units.slice(0, Math.ceil(units * 0.8));
const receipts: { upload: string; receipt: string }[] = [];
for (const { code } of filed) receipts.push(await file(code));

const costs: Cost[] = [];
async function measure(what: string, work: () => Promise<unknown>): Promise<void> {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const begun = performance.now();
  const used = await world.table.during(work);
  const milliseconds = performance.now() - begun;
  // Before anything is thrown away: what the work had in hand at once, at most.
  const megabytes = Math.max(0, process.memoryUsage().heapUsed - before) / 1e6;
  costs.push({ what, ...used, milliseconds, megabytes });
}

const [unit] = filed.slice(-1);
const [own] = receipts.slice(-1);
if (!unit || !own) throw new Error('nobody has filed');
const sender = { unit, regime, regimeHash: regime.hash };
const visitor = { ...sender, regimeHash: regime.hash };
const asOf = '2024-03-18T01:00:00.000Z';
setNow('2024-03-15T20:00:00.000Z');

await measure('verdict', () => reportUpload(world, visitor, own.upload, 'vi'));
await measure('duties', () => listDuties(world, visitor, 'vi'));
await measure('mint', () =>
  mintUpload(world, sender, { period: period.id, fileName: 'a.xlsx', size: 9, sha256: 'b'.repeat(64) }),
);
await measure('receipt', () => checkReceipt(world, { number: own.receipt, address: '' }, 'vi'));
await measure('hour', () => createHandler(world)({ scheduledTime: '2024-03-15T20:00:00.000Z' }));
const now = world.clock.now();
const one = { ...regime, periods: [period] };
let next: string | null = null;
const look = async () => {
  next = (await listPeriods(world, one))[0]?.next ?? null;
};
await measure('board', look);
await measure('board, all pages', async () => {
  await look();
  while (next !== null) ({ next } = await nextBoard(world.table, { regime, period, now }, next));
});
const frozen = { run: 'growth', kind: 'final', edition: 1, issued: null } as const;
let manifest: Awaited<ReturnType<typeof manifestOf>> | null = null;
await measure('freezing', async () => {
  manifest = await manifestOf(world, { regime, period, at: asOf, ...frozen });
  JSON.stringify(manifest);
});
if (units <= 10_000) await measure('summary', async () => manifest && readSummary(world.store, manifest));
manifest = null;
await measure('repair', () => repair(world, '2024-03-15T21:00:00.000Z'));
setNow('2024-03-18T01:00:20.000Z');
const reminder = { kind: 'reminder', period, at: asOf, to: ['clerk'], words: null } as const;
const hour = { at: asOf, lead: period.id, works: [reminder] };
await measure('reminders', () => queueReminders(world, regime, hour));
process.stdout.write(JSON.stringify({ units, costs }));
