/** The four functions over the doubles, in one process, at a time that whoever plays moves. */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Hono } from 'hono';
import * as z from 'zod';
import { createHandler as createDeliver } from '../../functions/deliver/handler.ts';
import { codeLetter } from '../../functions/deliver/letters/code.ts';
import { writeLetter } from '../../functions/deliver/letters/write-letter.ts';
import { createHandler as createIngest } from '../../functions/ingest/handler.ts';
import { createApp } from '../../functions/portal/handler.ts';
import { createHandler as createSchedule } from '../../functions/schedule/handler.ts';
import type { composeMime } from '../../shared/mail/mime.ts';
import type { Reader } from '../../shared/office/take-in/take-in.ts';
import { SendingAmbiguous } from '../../shared/ports/mailer.ts';
import type { RandomBytes } from '../../shared/ports/randomness.ts';
import type { Reading } from '../../shared/reading/model/reading.ts';
import { memoryDependencies } from '../doubles/memory-dependencies.ts';
import type { MemoryMailer } from '../doubles/memory-mailer.ts';
import type { MemoryStore } from '../doubles/memory-store.ts';
import type { MemoryTable } from '../doubles/memory-table.ts';
import type { Chance } from '../fuzz/chance.ts';
import { composePlainly } from './plain-letters.ts';
import type { FileKind } from './schedule.ts';
import { SimQueue } from './sim-queue.ts';
import { die, struck } from './strike.ts';

const Put = z.object({
  method: z.literal('PUT'),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
});
export const MintAnswer = Put.extend({ uploadId: z.string() });
/** What the portal signs for a file to be sent. */
export type SignedPut = z.output<typeof Put>;

export type Consumer = (event: SQSEvent) => Promise<SQSBatchResponse>;

interface Playing {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly chance: Chance;
  /** Writes the mails; the real ones take most of the time. */
  readonly letters: typeof writeLetter;
  /** Their bytes; as little as a mail service takes where the letters are not the real ones. */
  readonly compose?: typeof composeMime;
}

export class OneProcess {
  readonly table: MemoryTable;
  readonly store: MemoryStore;
  readonly mailer: MemoryMailer;
  readonly arrivals: SimQueue;
  readonly outbox: SimQueue;
  readonly app: Hono;
  readonly ingest: Consumer;
  readonly deliver: Consumer;
  readonly schedule: ReturnType<typeof createSchedule>;
  /** What is done beside the functions is done with these. */
  readonly office;

  constructor({ now, chance, letters, compose }: Playing) {
    const plainly = compose ?? (letters === writeLetter ? undefined : composePlainly);
    const clock = { now: () => new Date(now()).toISOString() };
    const randomBytes: RandomBytes = (length) => Uint8Array.from({ length }, () => chance.below(256));
    const world = memoryDependencies(clock, randomBytes);
    this.table = world.table;
    this.store = world.store;
    this.mailer = world.mailer;
    // Six times the functions' time-outs.
    this.arrivals = new SimQueue(now, 6);
    this.outbox = new SimQueue(now, 12);
    const store = struck(this.store);
    const ports = {
      ...world,
      ...{
        store,
        signer: store,
        table: struck(this.table),
        mailer: struck(this.mailer, () => new SendingAmbiguous('no answer')),
      },
      ...{ arrivals: struck(this.arrivals), outbox: struck(this.outbox) },
    };
    this.office = ports;
    this.app = createApp({ ...ports, page: { find: async () => null } });
    this.ingest = createIngest({ ...ports, reader });
    this.schedule = createSchedule(ports);
    this.deliver = createDeliver({
      ...ports,
      sender: 'Báo cáo <bao-cao@so-thu.example>',
      write: (row) => letters(ports, row),
      ...(plainly && { compose: plainly }),
      writeCode: (request) => codeLetter(ports, request),
      pace: async () => {},
    });
  }

  /** A unit asks the portal, by its link. */
  async ask(token: string, path: string, body: object): Promise<Response> {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
    return this.app.request(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }
}

const Content = z.object({ kind: z.enum(['good', 'bad', 'poison']), value: z.number() });

/** A file that `reader` reads. */
export function fileOf(kind: FileKind, value: number): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ kind, value }));
}

/** Reads such files alone, at no cost. */
export const reader: Reader = {
  read: async (bytes) => {
    const { kind, value } = Content.parse(JSON.parse(new TextDecoder().decode(bytes)));
    if (kind === 'poison') die();
    return readingOf(kind, value);
  },
};

function readingOf(kind: 'good' | 'bad', value: number): Reading {
  const source = { sheet: 'Số liệu', cell: 'E9' };
  const finding = {
    ...{ code: 'K01', severity: 'error' as const, where: source, found: 'x', expected: null },
    ...{ message: { vi: 'Sai', en: 'Wrong' }, fix: { vi: 'Sửa', en: 'Mend' } },
  };
  return {
    state: kind === 'good' ? 'accepted' : 'rejected',
    ...{ format: 'xlsx', findings: kind === 'good' ? [] : [finding] },
    values: [{ indicator: 'A01', value, source, cumulative: value, cumulativeSource: source }],
    ...{ narrative: [], skipped: [], counts: { read: 1, skipped: 0, total: 1 } },
  };
}
