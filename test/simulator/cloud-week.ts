/** The same weeks on the local cloud: the bundles behind their doors, over HTTP, so that the doubles cannot lie. */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { SQSClient } from '@aws-sdk/client-sqs';
import PostalMime from 'postal-mime';
import { applyRegime } from '../../infra/admin/regime.ts';
import { openLocal, type WholeSystem } from '../../infra/admin/system.ts';
import type { FaultRequest } from '../../infra/local/cloud/control/faults.ts';
import type { LocalCloud } from '../../infra/local/cloud/local-cloud.ts';
import { startLocalCloud } from '../../infra/local/cloud/start.ts';
import type { Decision } from '../../shared/filing/decision.ts';
import { mendAddress } from '../../shared/office/chase/bounces.ts';
import { linksOf, revokeLinks } from '../../shared/office/links/revoke.ts';
import { Refused } from '../../shared/office/refused.ts';
import { Unknown } from '../../shared/office/regimes-in-force.ts';
import { NotIssued } from '../../shared/office/report/draw-up.ts';
import { SqsQueue } from '../../shared/ports/aws/sqs-queue.ts';
import { readAddresses } from '../../shared/records/addresses.ts';
import { issueLink, type NewLink } from '../../shared/records/links.ts';
import { wakeDeliver, wakeIngest } from '../../shared/records/wake.ts';
import type { Regime } from '../../shared/regime/regime.ts';
import { MemoryTable } from '../doubles/memory-table.ts';
import { put, Unit } from '../journeys/a-cloud.ts';
import { checkAtRest } from './invariants.ts';
import { Kept } from './kept.ts';
import { Broken, type Observed } from './observed.ts';
import { officeDoes, registeredAt } from './office-acts.ts';
import { MintAnswer } from './one-process.ts';
import { mender, period, smallRegime, unitCodes, weekRegime, workingMorningAfter } from './regime.ts';
import { drawSchedule, type Fault, type FileKind, type Step } from './schedule.ts';
import type { Minted } from './week.ts';

const beginning = '2024-03-11T00:00:00+07:00';
const hour = 3_600_000;
/** Apart by so much, no two things stand at the same second. */
const moment = 5000;

/** What is broken after the schedule of this seed, or null. */
export async function playOnCloud(seed: number): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'week-'));
  const cloud = await startLocalCloud({ folder, port: 0, firstNow: beginning, onProblem: () => {} });
  try {
    const week = new CloudWeek(cloud, await openLocal(folder));
    const kept = new Kept();
    await week.begin();
    for (const step of drawSchedule(seed)) {
      await week.take(step);
      kept.check(await week.observed());
    }
    await week.comeToRest();
    kept.check(await week.observed());
    await checkAtRest(await week.observed());
    await week.mendAll();
    const before = await week.observed();
    kept.check(before);
    await checkAtRest(before);
    await week.comeAgain();
    const after = await week.observed();
    if (everythingOf(after) !== everythingOf(before))
      throw new Broken('done once more, it changed something');
    return null;
  } catch (error) {
    // With what is behind it: "fetch failed" alone tells nothing.
    return inspect(error);
  } finally {
    await cloud.close();
    await rm(folder, { recursive: true });
  }
}

const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** Rows but for what counts calls, and the number of mails. */
function everythingOf(week: Observed): string {
  return JSON.stringify([
    week.table
      .rows()
      .filter(({ pk }) => /^(OUTBOX|VERSIONS|DECISIONS)#/.test(String(pk)))
      .map((row) => JSON.stringify(row))
      .sort(),
    week.mailer.sent.length,
  ]);
}

class CloudWeek {
  readonly #cloud: LocalCloud;
  readonly #system: WholeSystem;
  readonly #minted: Minted[] = [];
  readonly #answered: Decision[] = [];
  readonly #links = new Map<string, NewLink>();
  /** By file: what was sent stays as it is, and is looked at after every step. */
  readonly #mails = new Map<string, Promise<Observed['mailer']['sent'][number]>>();
  readonly #queues: SQSClient;
  #lostReaders = 0;

  constructor(cloud: LocalCloud, system: WholeSystem) {
    this.#cloud = cloud;
    const { gateway: endpoint, region, credentials } = cloud.endpoints;
    const signing = { credentials: { ...credentials }, disableClockSkewCorrection: true };
    this.#queues = new SQSClient({ endpoint, region, ...signing });
    this.#system = { ...system, clock: { now: () => this.#now() } };
  }

  async begin(): Promise<void> {
    await applyRegime(this.#system, weekRegime);
    for (const unit of unitCodes) await this.#giveLink(unit);
  }

  async observed(): Promise<Observed> {
    const table = new MemoryTable();
    for await (const { pk, sk, ...row } of this.#system.eachRow())
      await table.putIfAbsent({ pk: String(pk), sk: String(sk) }, row);
    const names = (await readdir(this.#cloud.mailFolder)).filter((name) => name.endsWith('.eml'));
    const sent = await Promise.all(names.map((name) => this.#mail(name)));
    const lost = this.#lostReaders + struck(this.#cloud, 'ingest');
    return {
      table,
      store: this.#system.store,
      mailer: { sent },
      minted: this.#minted,
      answered: this.#answered,
      lostReaders: new Map(this.#minted.map(({ upload }) => [upload, lost])),
      lastHour: () => Math.floor(this.#cloud.now() / hour) * hour,
    };
  }

  #mail(name: string): Promise<Observed['mailer']['sent'][number]> {
    const reading =
      this.#mails.get(name) ??
      readFile(join(this.#cloud.mailFolder, name)).then(async (raw) => {
        return { raw, to: (await PostalMime.parse(raw)).to?.[0]?.address ?? '' };
      });
    this.#mails.set(name, reading);
    return reading;
  }

  async take(step: Step): Promise<void> {
    await this.#pass(moment);
    switch (step.do) {
      case 'wait':
        return this.#pass(step.minutes * 60_000);
      case 'mint':
        this.#strike('portal', step.fault);
        return this.#mint(step.unit, step.file);
      case 'post':
        return this.#post(step.nth, step.event);
      case 'nil':
      case 'ask':
        this.#strike('portal', step.fault);
        await this.#ask(step.unit, `duties/${period}/${step.do === 'nil' ? 'nil' : 'extension'}`, {
          reason: `Lý do ${step.word}`,
          ...(step.do === 'ask' && { until: '2024-03-20' }),
        });
        return;
      case 'ingest':
        // What is sent next meets it: messages do not wait to be taken here.
        this.#strike('ingest', step.fault);
        return;
      case 'deliver': {
        this.#strike('deliver', step.fault);
        const target = 'deliver ses:SendRawEmail';
        if (step.mail === 'throttled') this.#cloud.fault({ kind: 'throttle', target, times: 20 });
        if (step.mail === 'lost') this.#cloud.fault({ kind: 'crash', target, phase: 'before' });
        if (step.mail === 'answer-lost') this.#cloud.fault({ kind: 'ses-timeout', target });
        return;
      }
      case 'hour':
        this.#strike('schedule', step.fault);
        return this.#pass(hour);
      case 'revoke':
        await revokeLinks(this.#system, await linksOf(this.#system, step.unit).catch(() => []));
        return this.#giveLink(step.unit);
      case 'bounce':
        // The next mail to it, since none that went waits here to be spoken of.
        if (step.how !== null) this.#cloud.bounceNext(await registeredAt(this.#system, step.unit), step.how);
        return;
      case 'type':
        // Only the portal may sign, and lets the office in with a code alone.
        return;
      default:
        return this.#allowed(async () => {
          this.#answered.push(...(await officeDoes({ ...this.#system, logger: silent }, step, this.#minted)));
        });
    }
  }

  /** Every address is said to take mail again, and what waited for that goes. */
  async mendAll(): Promise<void> {
    for (const { address } of await readAddresses(this.#system.table))
      await mendAddress(this.#system, address, mender);
    await this.#cloud.idle();
  }

  async comeToRest(): Promise<void> {
    await this.#cloud.idle();
    this.#lostReaders += struck(this.#cloud, 'ingest');
    this.#cloud.clearFaults();
    // What is in the file stays in it.
    for (const { kind, upload } of this.#minted) if (kind === 'poison') this.#poison(upload);
    for (const { name, deadLetters, visible } of this.#cloud.queues())
      if (deadLetters && visible > 0) this.#cloud.redrive(name);
    await this.#cloud.idle();
    await this.#cloud.setClock(new Date(workingMorningAfter(this.#cloud.now()) + moment).toISOString());
    await this.#cloud.idle();
  }

  /** Every mail and every file is asked for once more. */
  async comeAgain(): Promise<void> {
    const arrivals = new SqsQueue(this.#queues, String(this.#cloud.plan.outputs.IngestQueueUrl));
    for (const { upload, posted } of this.#minted) if (posted) await wakeIngest(arrivals, upload);
    for (const row of (await this.observed()).table.rows())
      if (String(row.pk).startsWith('OUTBOX#')) await wakeDeliver(this.#system.outbox, String(row.id));
    await this.#cloud.idle();
  }

  #now(): string {
    return new Date(this.#cloud.now()).toISOString();
  }

  async #pass(ms: number): Promise<void> {
    await this.#cloud.setClock(new Date(this.#cloud.now() + ms).toISOString());
  }

  /** The call of this number from now on, of whichever run of the function makes it. */
  #strike(functionName: string, fault: Fault | null): void {
    if (!fault) return;
    const target = `${functionName} `;
    const nth = fault.call + 1;
    const wanted: FaultRequest =
      fault.kind === 'crash'
        ? { kind: 'crash', target, nth, phase: fault.when }
        : { kind: 'throttle', target, nth, times: 4 };
    this.#cloud.fault(wanted);
  }

  /** Who is let in with this unit's link asks; null where the portal was lost. */
  async #ask(unit: string, path: string, body: object): Promise<Response | null> {
    const sender = new Unit(this.#cloud.endpoints.portal, this.#linkOf(unit).token);
    const answer = await sender.ask(path, body).catch(() => null);
    // Revoked as the unit moved: the mail that told it so brought another.
    if (answer?.status === 401) await this.#giveLink(unit);
    return answer;
  }

  async #mint(unit: string, kind: FileKind): Promise<void> {
    const bytes = csvOf(smallRegime, unit, kind, this.#minted.length + 1);
    const { hash } = this.#linkOf(unit).link;
    const answer = await this.#ask(unit, 'uploads', {
      ...{ period, fileName: `bao-cao-${this.#minted.length}.csv`, size: bytes.length },
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    if (answer?.status !== 201) return;
    const { uploadId: upload, ...request } = MintAnswer.parse(await answer.json());
    if (kind === 'poison') this.#poison(upload);
    this.#minted.push({
      ...{ upload, unit, kind, bytes, request, posted: false, postedAt: null },
      link: hash,
    });
  }

  /** Whoever reads this file loses its process. */
  #poison(upload: string): void {
    this.#cloud.fault({ kind: 'crash', target: `ingest s3:GetObject inbox/${upload}`, times: 9 });
  }

  async #post(nth: number, event: 'once' | 'twice' | 'lost'): Promise<void> {
    const file = this.#minted[nth % this.#minted.length];
    if (!file) return;
    const target = `inbox/${file.upload}`;
    if (event === 'twice') this.#cloud.fault({ kind: 'duplicate', target });
    if (event === 'lost') this.#cloud.fault({ kind: 'drop', target });
    const at = this.#now();
    const send = () => put({ ...file.request, uploadId: file.upload }, file.bytes);
    // As the page does where the line breaks: 412 says that it had come all the same.
    const { status } = await send().catch(send);
    if (status !== 200 && !(status === 412 && !file.posted)) return;
    file.postedAt ??= at;
    file.posted = true;
    await this.#cloud.idle();
  }

  async #allowed(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (![Refused, NotIssued, Unknown].some((kind) => error instanceof kind)) throw error;
    }
  }

  async #giveLink(unit: string): Promise<void> {
    const of = { regime: smallRegime.id, holder: { kind: 'unit', unit } as const };
    const times = { issuedAt: this.#now(), expiresAt: '2024-06-01T00:00:00Z' };
    const given = await issueLink(this.#system.table, { ...of, ...times }, this.#system.randomBytes);
    this.#links.set(unit, given);
  }

  #linkOf(unit: string): NewLink {
    const link = this.#links.get(unit);
    if (!link) throw new Error(`${unit} has no link`);
    return link;
  }
}

function struck(cloud: LocalCloud, functionName: string): number {
  return cloud
    .faults()
    .filter(({ kind, target, seen, nth }) => kind === 'crash' && target === `${functionName} ` && seen >= nth)
    .length;
}

/** A report that the reader of every deployment reads. */
export function csvOf(
  { units }: Pick<Regime, 'units'>,
  unit: string,
  kind: FileKind,
  value: number,
): Uint8Array {
  const name = units.find(({ code }) => code === unit)?.name ?? unit;
  const figure = kind === 'bad' ? 0 : value;
  const lines = [
    ...[`Đơn vị báo cáo: ${name} (${unit})`, `Số lần: ${value}`],
    ...['Mã,Chỉ tiêu,Đơn vị tính,Trong kỳ,Lũy kế', `A01,Số văn bản,văn bản,${figure},${value}`],
  ];
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}
