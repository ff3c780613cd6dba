/** A regime of three units in memory, files that hold what they are to be read as, and an engine that can be replaced. */
import { createHash } from 'node:crypto';
import { applyRegime } from '../../../../infra/admin/regime.ts';
import type { Upload } from '../../../../shared/filing/version.ts';
import { mintUpload } from '../../../../shared/office/mint.ts';
import type { Sender } from '../../../../shared/office/open-duty.ts';
import { periodInForce } from '../../../../shared/office/regimes-in-force.ts';
import { takeIn } from '../../../../shared/office/take-in/take-in.ts';
import type { Reading } from '../../../../shared/reading/model/reading.ts';
import { inboxObject } from '../../../../shared/records/keys.ts';
import type { Regime } from '../../../../shared/regime/regime.ts';
import { memoryDependencies } from '../../../doubles/memory-dependencies.ts';
import { period, smallRegime } from '../../../simulator/regime.ts';

export { period };

/** What an engine makes of a figure: an accepted report with it, or one that fails the check. */
export function readingOf(value: number, state: 'accepted' | 'rejected' = 'accepted'): Reading {
  const source = { sheet: 'Số liệu', cell: 'E9' };
  const finding = {
    ...{ code: 'K01', severity: 'error' as const, where: source, found: String(value), expected: null },
    ...{ message: { vi: 'Sai', en: 'Wrong' }, fix: { vi: 'Sửa', en: 'Mend' } },
  };
  return {
    ...{ state, format: 'xlsx', findings: state === 'accepted' ? [] : [finding] },
    values: [{ indicator: 'A01', value, source, cumulative: value, cumulativeSource: source }],
    ...{ narrative: [], skipped: [], counts: { read: 1, skipped: 0, total: 1 } },
  };
}

export async function aSmallOffice(now = '2024-03-12T03:00:00.000Z', given: Partial<Regime> = {}) {
  let time = Date.parse(now);
  let drawn = 0;
  const random = (length: number) =>
    Uint8Array.from({ length }, () => createHash('sha256').update(String(drawn++)).digest()[0] ?? 0);
  const world = memoryDependencies({ now: () => new Date(time).toISOString() }, random);
  /** By what the file holds; of what is not in it the engine makes an accepted report. */
  const engine = new Map<number, Reading | Error>();
  const reader = {
    read: async (bytes: Uint8Array) => {
      const value = Number(new TextDecoder().decode(bytes));
      const read = engine.get(value) ?? readingOf(value);
      if (read instanceof Error) throw read;
      return read;
    },
  };
  const office = { ...world, reader };
  await applyRegime(office, { ...smallRegime, ...given });
  return {
    ...office,
    engine,
    eraser: world.store,
    deadLetters: [],
    eachRow: async function* () {
      yield* office.table.rows();
    },
    setNow: (instant: string) => {
      time = Date.parse(instant);
    },
    /** A report that was sent and has its verdict. */
    filed: async (unit: string, value: number, sender?: string): Promise<Upload> => {
      time += 1000;
      const { regime } = await periodInForce(office, period);
      const of = regime.units.find(({ code }) => code === unit);
      if (!of) throw new Error(`no unit ${unit}`);
      const bytes = new TextEncoder().encode(String(value));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const announced = { period, fileName: `${unit}.xlsx`, size: bytes.length, sha256, sender };
      const { upload } = await mintUpload(office, { regime, regimeHash: regime.hash, unit: of }, announced);
      await office.store.putOnce(inboxObject(upload.upload), bytes, upload.contentType);
      await takeIn(office, upload.upload);
      return upload;
    },
    /** Ids of the mails that were queued. */
    mails: () =>
      office.table
        .rows()
        .map(({ pk }) => String(pk))
        .filter((pk) => pk.startsWith('OUTBOX#'))
        .map((pk) => pk.slice('OUTBOX#'.length)),
  };
}

export type SmallOffice = Awaited<ReturnType<typeof aSmallOffice>>;

/** The small regime's first unit, by its link. */
export async function firstSender(office: SmallOffice): Promise<Sender> {
  const { regime } = await periodInForce(office, period);
  const [unit] = regime.units;
  if (!unit) throw new Error('the small regime has units');
  return { unit, regime, regimeHash: regime.hash, linkHash: 'ab'.repeat(32) };
}
