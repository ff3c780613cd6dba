import { createHash } from 'node:crypto';
import PostalMime, { type Email } from 'postal-mime';
import { ulid } from 'ulid';
import { vi } from 'vitest';
import { applyRegime, readRegimeFile } from '../../infra/admin/regime.ts';
import type { WholeSystem } from '../../infra/admin/system.ts';
import type { Fault, GatewayCall } from '../../infra/local/cloud/gateway/options.ts';
import type { Upload } from '../../shared/filing/version.ts';
import type { Reader } from '../../shared/office/take-in/take-in.ts';
import type { Dependencies } from '../../shared/ports/dependencies.ts';
import { systemClock, systemRandomness } from '../../shared/ports/machine.ts';
import { inboxObject } from '../../shared/records/keys.ts';
import { readCurrentRegime } from '../../shared/records/regimes.ts';
import { putUpload } from '../../shared/records/uploads.ts';
import type { Regime } from '../../shared/regime/regime.ts';
import { breakable } from '../doubles/breakable.ts';
import { type Begun, memoryDependencies } from '../doubles/memory-dependencies.ts';
import type { MemoryMetrics } from '../doubles/memory-metrics.ts';

/** The records of a running system, with a clock and a way to break any call. */
export interface World extends Dependencies {
  readonly metrics: MemoryMetrics;
  readonly system: WholeSystem;
  readonly reader: Reader;
  readonly regime: Regime;
  readonly now: () => string;
  setNow(instant: string): void;
  /** Asked about every call of a port before and after its effect; reset it to `null` to let everything pass. */
  breakCalls(ask: ((call: GatewayCall) => 'continue' | Fault) | null): void;
  /** How many messages wait in a queue. */
  waiting(queue: 'outbox' | 'arrivals'): number;
  mails(): Promise<Email[]>;
  /** A minted upload whose file has come. */
  fileArrives(upload: Partial<Upload>, bytes: Uint8Array): Promise<Upload>;
  stop(): Promise<void>;
}

export interface MemoryWorld extends World {
  /** What another world may begin with. */
  readonly begun: Begun;
}

const sample = readRegimeFile('infra/regimes/dan-van-2024.yaml');

interface Beginning {
  /** Without the sample regime. */
  readonly empty?: boolean;
  /** A world that goes on here, and stays as it is. */
  readonly before?: MemoryWorld;
}

/** Over the doubles, which a contract holds to the gateway (test/shared/ports). */
export async function aWorld(now: string, { empty = false, before }: Beginning = {}): Promise<MemoryWorld> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(now) });
  let ask: ((call: GatewayCall) => 'continue' | Fault) | null = null;
  const memory = memoryDependencies(systemClock, systemRandomness, before?.begun);
  const { table, store, signer, eraser, outbox, codes, arrivals, mailer } = breakable(
    { ...memory, eraser: memory.store },
    (call) => ask?.(call) ?? 'continue',
  );
  const eachRow = async function* () {
    yield* memory.table.rows();
  };
  const { clock, randomBytes, portalUrl } = memory;
  const upkeep = { deadLetters: [], eraser };
  const system = { table, eachRow, ...upkeep, store, outbox, portalUrl, clock, randomBytes };
  const regime = await sample;
  if (!empty && before === undefined) await applyRegime(system, regime);
  return {
    ...{ ...memory, ...system, signer, codes, arrivals, mailer, system, regime },
    now: systemClock.now,
    begun: memory,
    setNow: (instant) => {
      vi.setSystemTime(Date.parse(instant));
    },
    breakCalls: (next) => {
      ask = next;
    },
    waiting: (queue) => memory[queue].bodies.length,
    mails: () => Promise.all(memory.mailer.sent.map(({ raw }) => PostalMime.parse(raw))),
    fileArrives: arrivalsIn(system, regime),
    stop: async () => {
      vi.useRealTimers();
    },
  };
}

/** Mints an upload in these records and lets its file come. */
export function arrivalsIn(
  { table, store }: Pick<Dependencies, 'table' | 'store'>,
  regime: Regime,
): World['fileArrives'] {
  return async (given, bytes) => {
    const applied = await readCurrentRegime(table, regime.id);
    const upload: Upload = {
      upload: ulid(),
      regime: regime.id,
      regimeHash: applied?.hash ?? '',
      period: 'Q1-2024',
      unit: 'QLDD',
      fileName: 'bao-cao.xlsx',
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      contentType: 'application/octet-stream',
      sender: null,
      mintedAt: new Date().toISOString(),
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
      ...given,
    };
    await putUpload(table, upload);
    await store.put(inboxObject(upload.upload), bytes, upload.contentType);
    return upload;
  };
}
