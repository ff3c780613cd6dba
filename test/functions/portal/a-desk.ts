import { createHash } from 'node:crypto';
import type { SQSEvent } from 'aws-lambda';
import PostalMime from 'postal-mime';
import * as z from 'zod';
import { createHandler } from '../../../functions/deliver/handler.ts';
import { codeLetter } from '../../../functions/deliver/letters/code.ts';
import { writeLetter } from '../../../functions/deliver/letters/write-letter.ts';
import { createApp } from '../../../functions/portal/handler.ts';
import { applyRegime, readRegimeFile } from '../../../infra/admin/regime.ts';
import { receiptNumber, versionOf } from '../../../shared/filing/recording.ts';
import type { Upload, Version } from '../../../shared/filing/version.ts';
import { newUlid, type RandomBytes } from '../../../shared/ports/randomness.ts';
import type { Reading } from '../../../shared/reading/model/reading.ts';
import { putVersion, writeReading } from '../../../shared/records/filings.ts';
import { inboxObject } from '../../../shared/records/keys.ts';
import { issueLink } from '../../../shared/records/links.ts';
import type { Link } from '../../../shared/records/rows.ts';
import { putUpload } from '../../../shared/records/uploads.ts';
import type { Regime } from '../../../shared/regime/regime.ts';
import { type Begun, memoryDependencies } from '../../doubles/memory-dependencies.ts';
import type { MemoryQueue } from '../../doubles/memory-queue.ts';
import { holdToContract } from './by-the-contract.ts';

/** As much of any answer as these tests look at without a schema of their own. */
const Told = z.preprocess(
  (value) => (Array.isArray(value) ? {} : value),
  z.looseObject({ code: z.string().optional() }),
);

const sample = readRegimeFile('infra/regimes/dan-van-2024.yaml');

/** Bytes that follow from their number alone. */
class Counted {
  drawn: number;

  constructor(from: number) {
    this.drawn = from;
  }

  readonly bytes: RandomBytes = (length) =>
    Uint8Array.from(
      { length },
      () =>
        createHash('sha256')
          .update(String(this.drawn++))
          .digest()[0] ?? 0,
    );
}

export interface Filed extends Partial<Pick<Upload, 'period' | 'fileName' | 'sha256'>> {
  readonly unit: string;
  readonly receivedAt: string;
  readonly reading?: Partial<Reading>;
}

/** What several tests of one file begin with. */
interface Prepared {
  readonly world: Begun;
  readonly chance: Counted;
  readonly now: () => string;
}

/**
 * Portal and deliver over the doubles, at hours that are set, with a browser that keeps its cookies.
 * @param from the hour at which the sample regime is applied; or a desk that goes on here, and stays there as it is
 */
export async function aDesk(from: string | Prepared) {
  const before = typeof from === 'string' ? null : from;
  let now = typeof from === 'string' ? new Date(from).toISOString() : from.now();
  const chance = new Counted(before?.chance.drawn ?? 0);
  const world = memoryDependencies({ now: () => now }, chance.bytes, before?.world);
  const regime: Regime = await sample;
  if (before === null) await applyRegime(world, regime);
  const logged: unknown[] = [];
  const note = (...all: unknown[]) => void logged.push(all);
  const logger = { info: note, warn: note, error: note };
  const app = createApp({ ...world, logger, page: { find: async () => null } });
  const deliver = createHandler({
    ...{ ...world, logger },
    sender: 'Báo cáo đơn vị <bao-cao@stnmt.example>',
    write: (row) => writeLetter(world, row),
    writeCode: (request) => codeLetter(world, request),
    pace: async () => {},
  });
  const tokenOf = async (holder: Link['holder']) => {
    const of = { regime: regime.id, holder, issuedAt: now, expiresAt: '2025-06-01T00:00:00Z' };
    return issueLink(world.table, of, world.randomBytes);
  };
  const run = async (queue: MemoryQueue) => {
    const Records = queue.bodies.splice(0).map((body, n) => {
      const record = { messageId: String(n), body };
      return record as SQSEvent['Records'][number];
    });
    return deliver({ Records });
  };
  const mails = () => Promise.all(world.mailer.sent.map(({ raw }) => PostalMime.parse(raw)));

  return {
    ...{ world, regime, logged, tokenOf, mails, chance },
    now: () => now,
    setNow: (instant: string) => {
      now = new Date(instant).toISOString();
    },
    /** Sends what waits: mails, then codes. */
    send: async () => {
      await run(world.outbox);
      return run(world.codes);
    },
    sendCodes: () => run(world.codes),
    /** A window of a browser by this link, with the cookies it kept from before. */
    browser: (token: string, kept: ReadonlyMap<string, string> = new Map()) => {
      const jar = new Map(kept);
      const ask = async (method: string, path: string, body?: unknown) => {
        const answer = await app.request(path, {
          method,
          headers: {
            Authorization: `Bearer ${token}`,
            'Content-Type': 'application/json',
            Cookie: [...jar].map((pair) => pair.join('=')).join('; '),
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
        await holdToContract(method, path, answer);
        for (const set of answer.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
          jar.set(name, value);
        }
        return { status: answer.status, headers: answer.headers, json: Told.parse(await answer.json()) };
      };
      return {
        ...{ token, jar },
        get: (path: string) => ask('GET', path),
        /** A file that is handed out as such. */
        getFile: async (path: string) => {
          const answer = await app.request(path, { headers: { Authorization: `Bearer ${token}` } });
          return { headers: answer.headers, bytes: new Uint8Array(await answer.arrayBuffer()) };
        },
        post: (path: string, body?: unknown) => ask('POST', path, body),
      };
    },
    /** The newest code that was mailed. */
    newestCode: async () => {
      const texts = (await mails()).map(({ text }) => /\b(\d{3}) (\d{3})\b/.exec(text ?? ''));
      const found = texts.findLast((match) => match !== null);
      return found ? `${found[1]}${found[2]}` : '';
    },
    /** A report as ingest leaves it. */
    filed: async ({ unit, receivedAt, reading, ...given }: Filed): Promise<Version> => {
      const upload: Upload = {
        upload: newUlid(world.randomBytes, Date.parse(receivedAt) - 1000),
        ...{ regime: regime.id, regimeHash: 'a'.repeat(64), period: 'Q1-2024', unit, size: 3 },
        ...{
          fileName: `${unit}.xlsx`,
          sha256: createHash('sha256')
            .update(unit + receivedAt)
            .digest('hex'),
        },
        ...{ contentType: 'application/octet-stream', sender: null, mintedAt: receivedAt },
        expiresAt: new Date(Date.parse(receivedAt) + 3_600_000).toISOString(),
        ...given,
      };
      await putUpload(world.table, upload);
      await world.store.put(inboxObject(upload.upload), 'abc', upload.contentType);
      const whole: Reading = {
        ...{ state: 'accepted', format: 'xlsx', findings: [], skipped: [], values: [], narrative: [] },
        counts: { read: 0, skipped: 0, total: 0 },
        ...reading,
      };
      await writeReading(world.store, upload, whole);
      const at = {
        receivedAt: new Date(receivedAt).toISOString(),
        recordedAt: new Date(receivedAt).toISOString(),
      };
      const version = versionOf(upload, whole, at);
      await putVersion(world.table, version);
      if (version.receipt !== receiptNumber(upload)) throw new Error('the receipt has changed');
      return version;
    },
  };
}

export type DeskWorld = Awaited<ReturnType<typeof aDesk>>;
export type Browser = ReturnType<DeskWorld['browser']>;

/** A window of somebody who decides, on which a code was entered. */
export async function decidingBrowser(desk: DeskWorld): Promise<Browser> {
  const { token } = await desk.tokenOf({ kind: 'office', recipient: 'VANPHONG' });
  const browser = desk.browser(token);
  await browser.post('/api/office/codes');
  await desk.sendCodes();
  const entered = await browser.post('/api/office/device', { code: await desk.newestCode() });
  if (entered.status !== 201) throw new Error(`no device: ${JSON.stringify(entered.json)}`);
  return browser;
}

export interface Deciding {
  readonly desk: DeskWorld;
  readonly clerk: Browser;
}

/**
 * A desk at which somebody may decide. What hashes the code is slow on purpose: made once for all tests of a file, each of
 * which goes on from it.
 */
export async function decidingDesk(from: string | DeskWorld, now?: string): Promise<Deciding> {
  const desk = await aDesk(from);
  if (now !== undefined) desk.setNow(now);
  return { desk, clerk: await decidingBrowser(desk) };
}

/** The same desk with the same window, of which nobody else sees what is done. */
export async function goOnFrom({ desk: before, clerk }: Deciding): Promise<Deciding> {
  const desk = await aDesk(before);
  return { desk, clerk: desk.browser(clerk.token, clerk.jar) };
}
