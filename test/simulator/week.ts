/** One simulated week: the real functions over doubles, struck as the schedule says. */
import { createHash } from 'node:crypto';
import type { SQSEvent } from 'aws-lambda';
import type { writeLetter } from '../../functions/deliver/letters/write-letter.ts';
import { applyRegime } from '../../infra/admin/regime.ts';
import { mailEvent } from '../../infra/local/cloud/gateway/mail/mail-event.ts';
import type { Decision } from '../../shared/filing/decision.ts';
import { mendAddress } from '../../shared/office/chase/bounces.ts';
import { mintEntry } from '../../shared/office/desk/enter.ts';
import { linksOf, revokeLinks } from '../../shared/office/links/revoke.ts';
import { Refused } from '../../shared/office/refused.ts';
import { Unknown } from '../../shared/office/regimes-in-force.ts';
import { NotIssued } from '../../shared/office/report/draw-up.ts';
import { type ErasurePlan, erase, planErasures } from '../../shared/office/upkeep/erase.ts';
import { type Replayed, replay } from '../../shared/office/upkeep/replay.ts';
import { readAddresses } from '../../shared/records/addresses.ts';
import { inboxObject } from '../../shared/records/keys.ts';
import { issueLink, type NewLink } from '../../shared/records/links.ts';
import { readCurrentRegime } from '../../shared/records/regimes.ts';
import { readSignatures } from '../../shared/records/signatures.ts';
import { parseArrival, wakeIngest } from '../../shared/records/wake.ts';
import { dayOf } from '../../shared/regime/calendar.ts';
import { RetryError } from '../../shared/vocabulary/errors.ts';
import type { MemoryMailer } from '../doubles/memory-mailer.ts';
import type { MemoryStore } from '../doubles/memory-store.ts';
import type { MemoryTable } from '../doubles/memory-table.ts';
import { Chance } from '../fuzz/chance.ts';
import { checkIssued } from './decided.ts';
import { checkLock } from './invariants.ts';
import { type OfficeStep, officeDoes, registeredAt } from './office-acts.ts';
import { type Consumer, fileOf, MintAnswer, OneProcess, reader, type SignedPut } from './one-process.ts';
import { writePlainLetter } from './plain-letters.ts';
import { mender, period, smallRegime, unitCodes, weekRegime, workingMorningAfter } from './regime.ts';
import type { Fault, FileKind, Step } from './schedule.ts';
import type { SimQueue } from './sim-queue.ts';
import { CallFailed, Crashed, Invocation, invoke } from './strike.ts';

/** The period opens this very minute. */
const beginning = Date.parse('2024-03-10T17:00:00Z');
const reportDue = Date.parse('2024-03-14T02:00:00Z');
const hour = 3_600_000;

function sumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A file that was announced, and what came of it. */
export interface Minted {
  readonly upload: string;
  readonly unit: string;
  readonly kind: FileKind;
  readonly bytes: Uint8Array;
  readonly request: SignedPut;
  posted: boolean;
  /** ISO 8601; null while it was not. */
  postedAt: string | null;
  /** The SHA-256 of the token by which it was announced; null where the office typed it, with no link of the unit's. */
  readonly link: string | null;
  /** Of what the office typed: on which day its paper came, as it was noted then. */
  readonly receivedOn?: string | undefined;
}

export class Week {
  readonly table: MemoryTable;
  readonly minted: Minted[] = [];
  readonly store: MemoryStore;
  readonly mailer: MemoryMailer;
  readonly arrivals: SimQueue;
  readonly outbox: SimQueue;
  /** What the office decided and was answered. */
  readonly answered: Decision[] = [];
  /** By upload: how many processes were lost while they took it in. */
  readonly lostReaders = new Map<string, number>();
  #now = beginning;
  #invocations = 0;
  #files = 0;
  readonly #links = new Map<string, NewLink>();
  readonly #functions: OneProcess;

  /** `letters` writes the mails; the real ones take most of a week's time. */
  constructor(seed: number, letters: typeof writeLetter = writePlainLetter) {
    this.#functions = new OneProcess({ now: () => this.#now, chance: new Chance(seed), letters });
    const { table, store, mailer, arrivals, outbox } = this.#functions;
    this.table = table;
    this.store = store;
    this.mailer = mailer;
    this.arrivals = arrivals;
    this.outbox = outbox;
  }

  now(): string {
    return new Date(this.#now).toISOString();
  }

  /** The last full hour. */
  lastHour(): number {
    return Math.floor(this.#now / hour) * hour;
  }

  async begin(): Promise<void> {
    await applyRegime(this.#functions.office, weekRegime);
    for (const unit of unitCodes) await this.#giveLink(unit);
  }

  async take(step: Step): Promise<void> {
    switch (step.do) {
      case 'wait':
        this.#now += step.minutes * 60_000;
        return;
      case 'mint':
        return this.#mint(step);
      case 'post':
        return this.#post(step);
      case 'nil':
      case 'ask':
        await this.#request(step.unit, `/api/duties/${period}/${step.do === 'nil' ? 'nil' : 'extension'}`, {
          body: { reason: `Lý do ${step.word}`, ...(step.do === 'ask' && { until: '2024-03-20' }) },
          fault: step.fault,
        });
        return;
      case 'hours':
        await Promise.all(
          (step.alike ? [step.fault, null] : [step.fault]).map((fault) => this.#office({ ...step, fault })),
        );
        return;
      case 'issue': {
        const before = await readSignatures(this.table, period);
        await this.#office(step);
        return checkIssued(step.lacking, before, await readSignatures(this.table, period));
      }
      case 'ingest':
        return this.#consume(this.arrivals, this.#functions.ingest, step);
      case 'deliver':
        if (step.mail) this.mailer.failNext(step.mail);
        return this.#consume(this.outbox, this.#functions.deliver, step);
      case 'hour': {
        const at = new Date(this.lastHour() - (step.late ? hour : 0)).toISOString();
        await Promise.all(
          (step.alike ? [step.fault, null] : [step.fault]).map((fault) => this.#tick(at, fault)),
        );
        return;
      }
      case 'revoke':
        await revokeLinks(
          this.#functions.office,
          await linksOf(this.#functions.office, step.unit).catch(() => []),
        );
        return this.#giveLink(step.unit);
      case 'bounce':
        return this.#bounce(step);
      case 'type':
        return this.#type(step);
      default:
        return this.#office(step);
    }
  }

  /** Every address is said to take mail again, and what waited for that goes. */
  async mendAll(): Promise<void> {
    for (const { address } of await readAddresses(this.table))
      await mendAddress(this.#functions.office, address, mender);
    await this.#drain();
  }

  /** Nothing goes wrong any more: hours pass until nothing waits. */
  async comeToRest(): Promise<void> {
    this.arrivals.redrive();
    this.outbox.redrive();
    this.mailer.failNext(null);
    for (let hours = 0, calm = 0; hours < 8 && calm < 2; ) {
      // Days pass until the report is due, then hours.
      const due = this.#now >= reportDue;
      this.#now = due ? this.lastHour() + hour : Math.min(reportDue, this.lastHour() + 24 * hour);
      if (due) hours += 1;
      calm = due && this.#nothingWaits() ? calm + 1 : 0;
      await this.#tick(this.now(), null);
      await this.#drain();
      this.#now += 15 * 60_000;
      await this.#drain();
    }
    // On the next working morning the office hears of what changed since.
    this.#now = workingMorningAfter(this.#now);
    await this.#tick(this.now(), null);
    await this.#drain();
  }

  /** Every hour, message and event comes once more, long after its work was done. */
  async comeAgain(): Promise<void> {
    const last = new Date(this.lastHour()).toISOString();
    await this.#tick(last, null);
    for (const { upload, posted } of this.minted) if (posted) await wakeIngest(this.arrivals, upload);
    for (const row of this.table.rows()) {
      if (String(row.pk).startsWith('OUTBOX#')) await this.outbox.send(JSON.stringify({ outbox: row.id }));
    }
    await this.#drain();
  }

  /** As far as a bystander sees; what is to be done all the same shows in what it leaves undone. */
  #nothingWaits(): boolean {
    const unsent = this.table
      .rows()
      .some(
        ({ pk, state }) =>
          String(pk).startsWith('OUTBOX#') && !['sent', 'superseded', 'withheld'].includes(String(state)),
      );
    return !unsent && this.arrivals.messages.length === 0 && this.outbox.messages.length === 0;
  }

  /** Every file is read again by the same engine, and what differs would be applied. */
  async readAgain(): Promise<Replayed[]> {
    const applying = { actor: 'Quản trị', reason: 'Đọc lại', takingAway: true };
    const all: Replayed[] = [];
    for await (const each of replay({ ...this.#functions.office, reader }, { period }, applying))
      all.push(each);
    return all;
  }

  /** What is past its time goes; the command is cut off now and then, and done again. */
  async eraseAll(chance: Chance): Promise<void> {
    this.#now = Date.parse('2026-01-01T00:00:00Z');
    for (let times = chance.below(4); times > 0; times -= 1) {
      const fault = { kind: chance.of(['crash', 'fail'] as const), call: chance.below(60) };
      await this.#erase({ ...fault, when: chance.of(['before', 'after'] as const) });
    }
    await this.#erase(null);
  }

  /** What there still is to erase. */
  erasable(): Promise<ErasurePlan[]> {
    return planErasures(this.#eraser());
  }

  async #erase(fault: Fault | null): Promise<void> {
    await this.#act(fault, async () => {
      for (const plan of await this.erasable())
        await erase(this.#eraser(), plan, { actor: 'Quản trị', reason: 'Hết thời hạn lưu' });
    });
  }

  #eraser() {
    const rows = this.table.rows();
    const { office } = this.#functions;
    return {
      ...office,
      eraser: office.store,
      eachRow: async function* () {
        yield* rows;
      },
    };
  }

  async #drain(): Promise<void> {
    const calm = { nth: 0, alike: false, fault: null };
    const open = (queue: SimQueue) => queue.messages.some(({ visibleAt }) => visibleAt <= this.#now);
    for (let turns = 0; turns < 500 && (open(this.arrivals) || open(this.outbox)); turns += 1) {
      await this.#consume(this.arrivals, this.#functions.ingest, calm);
      await this.#consume(this.outbox, this.#functions.deliver, calm);
    }
  }

  async #consume(
    queue: SimQueue,
    handler: Consumer,
    { nth, alike, fault }: { nth: number; alike: boolean; fault: Fault | null },
  ): Promise<void> {
    const message = queue.take(nth);
    if (!message) return;
    const attributes = { ApproximateReceiveCount: String(message.receives) };
    const record = { messageId: '1', body: message.body, attributes } as SQSEvent['Records'][number];
    const answers = await Promise.all(
      (alike ? [fault, null] : [fault]).map((each) =>
        this.#invoke(each, () => handler({ Records: [record] })),
      ),
    );
    if (queue === this.arrivals) {
      const upload = parseArrival(message.body);
      const lost = answers.filter((answer) => answer === null).length;
      this.lostReaders.set(upload, (this.lostReaders.get(upload) ?? 0) + lost);
    }
    if (answers.some((answer) => answer?.batchItemFailures.length === 0)) queue.delete(message);
  }

  async #tick(scheduledTime: string, fault: Fault | null): Promise<void> {
    await this.#act(fault, () => this.#functions.schedule({ scheduledTime }));
  }

  async #mint({ unit, file, fault }: Extract<Step, { do: 'mint' }>): Promise<void> {
    const bytes = this.#nextFile(file);
    const link = this.#linkOf(unit).link.hash;
    const answer = await this.#request(unit, '/api/uploads', {
      body: {
        ...{ period, fileName: 'bao-cao.xlsx', size: bytes.length, sha256: sumOf(bytes) },
      },
      fault,
    });
    if (answer) checkLock(this, unit, { status: answer.status, text: await answer.clone().text() });
    if (answer?.status !== 201) return;
    const { uploadId: upload, ...request } = MintAnswer.parse(await answer.json());
    this.#keep({ upload, unit, bytes, request, kind: file, link });
  }

  async #type({ unit: code, stamp, fault }: Extract<Step, { do: 'type' }>): Promise<void> {
    const { office } = this.#functions;
    const bytes = this.#nextFile('good');
    const [recipient] = smallRegime.office.recipients;
    const unit = smallRegime.units.find((each) => each.code === code);
    if (!unit || !recipient) throw new Error(`there is no ${code}`);
    const receivedOn =
      stamp === null ? undefined : dayOf(this.#now - stamp * 24 * hour, smallRegime.timeZone);
    await this.#act(fault, async () => {
      const regimeHash = (await readCurrentRegime(office.table, smallRegime.id))?.hash ?? '';
      const { upload, request } = await mintEntry(
        office,
        { unit, regime: smallRegime, regimeHash },
        {
          ...{ period, fileName: 'ban-giay.xlsx', size: bytes.length, sha256: sumOf(bytes) },
          ...{ reason: 'Bản giấy', standsFor: null, receivedOn },
        },
        { recipient, actor: `office:${recipient.id}`, link: 'a'.repeat(12) },
      );
      this.#keep({ upload: upload.upload, unit: code, bytes, request, kind: 'good', link: null, receivedOn });
    });
  }

  /** Also one whose answer was lost: no other may have its bytes. */
  #nextFile(kind: FileKind): Uint8Array {
    this.#files += 1;
    return fileOf(kind, this.#files);
  }

  #keep(file: Omit<Minted, 'posted' | 'postedAt'>): void {
    this.minted.push({ ...file, posted: false, postedAt: null });
  }

  async #bounce({ unit, how, twice }: Extract<Step, { do: 'bounce' }>): Promise<void> {
    const address = await registeredAt(this.#functions.office, unit);
    const mail = this.mailer.sent.findLast(({ to }) => to === address);
    if (!mail) return;
    const sent = {
      ...{ messageId: mail.id, from: 'x@so-thu.example', to: mail.to },
      ...{ configurationSet: 'reports', tags: {} },
    };
    const event = JSON.stringify(mailEvent(sent, how, { now: this.#now, account: '0', region: 'x' }));
    for (let times = twice ? 2 : 1; times > 0; times -= 1) await this.outbox.send(event);
  }

  async #post({ nth, event }: Extract<Step, { do: 'post' }>): Promise<void> {
    const file = this.minted[nth % this.minted.length];
    if (!file || (await this.store.send(file.request, file.bytes)) !== 200) return;
    file.postedAt ??= this.now();
    file.posted = true;
    const body = JSON.stringify({ detail: { object: { key: inboxObject(file.upload) } } });
    for (let times = { lost: 0, once: 1, twice: 2 }[event]; times > 0; times -= 1) {
      await this.arrivals.send(body);
    }
  }

  async #office(step: OfficeStep): Promise<void> {
    const made = await this.#act(step.fault, () => officeDoes(this.#functions.office, step, this.minted));
    this.answered.push(...(made ?? []));
  }

  /** What a person or the scheduler asks for and may be refused, which is not the simulation's concern; null where there is no answer. */
  async #act<T>(fault: Fault | null, code: () => Promise<T>): Promise<T | null> {
    try {
      return await this.#invoke(fault, code);
    } catch (error) {
      const causes = error instanceof AggregateError ? error.errors : [error];
      // Two at a time share what a warm process keeps, and so the loss of what fetched it.
      const expected = [Crashed, CallFailed, Refused, NotIssued, Unknown, RetryError];
      if (!causes.every((cause) => expected.some((kind) => cause instanceof kind))) throw error;
      return null;
    }
  }

  async #request(
    unit: string,
    path: string,
    { body, fault }: { body: object; fault: Fault | null },
  ): Promise<Response | null> {
    const answer = await this.#invoke(fault, () => this.#functions.ask(this.#linkOf(unit).token, path, body));
    // Revoked as the unit moved: the mail that told it so brought another.
    if (answer?.status === 401) await this.#giveLink(unit);
    return answer;
  }

  #invoke<T>(fault: Fault | null, code: () => Promise<T>): Promise<T | null> {
    return invoke(new Invocation(fault, this.#invocations++), code);
  }

  async #giveLink(unit: string): Promise<void> {
    const given = await issueLink(
      this.table,
      {
        ...{ regime: smallRegime.id, holder: { kind: 'unit', unit } },
        ...{ issuedAt: this.now(), expiresAt: '2024-06-01T00:00:00Z' },
      },
      this.#functions.office.randomBytes,
    );
    this.#links.set(unit, given);
  }

  #linkOf(unit: string): NewLink {
    const link = this.#links.get(unit);
    if (!link) throw new Error(`${unit} has no link`);
    return link;
  }
}
