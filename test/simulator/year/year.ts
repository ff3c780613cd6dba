/** A year of units, each with its ways, under a clock that only the year moves. */
import { createHash } from 'node:crypto';
import type { SQSEvent } from 'aws-lambda';
import { writeLetter } from '../../../functions/deliver/letters/write-letter.ts';
import { applyRegime } from '../../../infra/admin/regime.ts';
import { type BounceKind, mailEvent } from '../../../infra/local/cloud/gateway/mail/mail-event.ts';
import type { composeMime } from '../../../shared/mail/mime.ts';
import { mendAddress } from '../../../shared/office/chase/bounces.ts';
import { type Pressed, remindNow } from '../../../shared/office/chase/by-hand.ts';
import { prepareDecision, recordDecision } from '../../../shared/office/decide.ts';
import { mintEntry } from '../../../shared/office/desk/enter.ts';
import { expectedAt } from '../../../shared/office/open-period.ts';
import { readPeriod } from '../../../shared/records/filings.ts';
import { inboxObject } from '../../../shared/records/keys.ts';
import { issueLink } from '../../../shared/records/links.ts';
import { readCurrentRegime } from '../../../shared/records/regimes.ts';
import type { Regime } from '../../../shared/regime/regime.ts';
import type { SentMail } from '../../doubles/memory-mailer.ts';
import { signedAndIssued } from '../../functions/a-signed-report.ts';
import { Chance } from '../../fuzz/chance.ts';
import { type Consumer, fileOf, MintAnswer, OneProcess } from '../one-process.ts';
import { composePlainly } from '../plain-letters.ts';
import type { SimQueue } from '../sim-queue.ts';
import type { Act } from './acts.ts';

/** A run of the schedule; `times` at once. */
export interface Tick {
  /** ISO 8601. */
  readonly hour: string;
  readonly times: 1 | 2;
}

const mender = { actor: 'office:VANPHONG', link: 'abcdef012345', reason: 'Đã sửa hộp thư' };

export class Year {
  readonly functions: OneProcess;
  readonly regime: Regime;
  #now: number;
  #files = 0;
  #told = 0;
  readonly #tokens = new Map<string, string>();
  /** By address: what the mail service says of mails to it. */
  readonly #broken = new Map<string, BounceKind>();

  constructor(
    regime: Regime,
    from: string,
    writing: { readonly letters?: typeof writeLetter; readonly compose?: typeof composeMime } = {},
  ) {
    const { letters = writeLetter, compose = composePlainly } = writing;
    this.regime = regime;
    this.#now = Date.parse(from);
    this.functions = new OneProcess({ now: () => this.#now, chance: new Chance(1), letters, compose });
  }

  get sent(): readonly SentMail[] {
    return this.functions.mailer.sent;
  }

  async begin(): Promise<void> {
    const { table, office } = this.functions;
    await applyRegime(office, this.regime);
    for (const { code: unit } of this.regime.units) {
      const about = { regime: this.regime.id, holder: { kind: 'unit', unit } as const };
      const times = { issuedAt: office.clock.now(), expiresAt: '2025-12-31T00:00:00Z' };
      const { token } = await issueLink(table, { ...about, ...times }, office.randomBytes);
      this.#tokens.set(unit, token);
    }
  }

  async tick({ hour, times }: Tick): Promise<void> {
    this.moveTo(hour);
    const runs = Array.from({ length: times }, () => this.functions.schedule({ scheduledTime: hour }));
    await Promise.all(runs);
    await this.#settle();
  }

  /** What was done before may have taken longer. */
  moveTo(instant: string): void {
    this.#now = Math.max(this.#now, Date.parse(instant));
  }

  async act(act: Act): Promise<void> {
    this.moveTo(act.at);
    switch (act.does) {
      case 'files':
        await this.#file(act.unit, act.period, act.bad === true ? 'bad' : 'good');
        break;
      case 'nil':
        await this.#ask(act, 'nil', {});
        break;
      case 'asks':
        await this.#ask(act, 'extension', { until: act.until });
        break;
      case 'breaks':
        this.#broken.set(this.#addressOf(act.unit), act.how);
        break;
      case 'mends':
        this.#broken.delete(this.#addressOf(act.unit));
        if (!(await mendAddress(this.functions.office, this.#addressOf(act.unit), mender)))
          throw new Error('nothing was known against the address');
        break;
      case 'guidance':
        await this.#guide(act.period, act.until);
        break;
      case 'reminds':
        await remindNow(this.functions.office, this.#pressed(act));
        break;
      case 'types':
        await this.#type(act);
        break;
      case 'issues':
        await signedAndIssued(this.functions.office, act.period);
        break;
      case 'decides':
        await this.#decide(act);
        break;
    }
    await this.#settle();
  }

  async #file(unit: string, period: string, kind: 'good' | 'bad'): Promise<void> {
    const bytes = fileOf(kind, ++this.#files);
    const answer = await this.functions.ask(this.#token(unit), '/api/uploads', {
      ...{ period, fileName: `bao-cao-${this.#files}.xlsx`, size: bytes.length },
      sha256: sumOf(bytes),
    });
    if (answer.status !== 201) throw new Error(`${unit} may not send for ${period}: ${await answer.text()}`);
    const { uploadId, ...request } = MintAnswer.parse(await answer.json());
    await this.#arrives(uploadId, request, bytes);
  }

  /** The office types what came on paper. */
  async #type({ unit: code, period }: Extract<Act, { does: 'types' }>): Promise<void> {
    const { office, table } = this.functions;
    const bytes = fileOf('good', ++this.#files);
    const unit = this.regime.units.find((each) => each.code === code);
    const recipient = this.regime.office.recipients[0];
    if (!unit || !recipient) throw new Error(`there is no ${code}`);
    const hash = (await readCurrentRegime(table, this.regime.id))?.hash ?? '';
    const { upload, request } = await mintEntry(
      office,
      { unit, regime: this.regime, regimeHash: hash },
      {
        ...{ period, fileName: 'ban-giay.xlsx', size: bytes.length, sha256: sumOf(bytes) },
        ...{ reason: 'Bản giấy', standsFor: null },
      },
      { recipient, actor: `office:${recipient.id}`, link: 'a'.repeat(12) },
    );
    if (!('headers' in request)) throw new Error('a file is not sent by a form here');
    await this.#arrives(upload.upload, request, bytes);
  }

  async #arrives(
    upload: string,
    request: Parameters<OneProcess['store']['send']>[0],
    bytes: Uint8Array,
  ): Promise<void> {
    if ((await this.functions.store.send(request, bytes)) !== 200) throw new Error('the file was not taken');
    await this.functions.arrivals.send(JSON.stringify({ detail: { object: { key: inboxObject(upload) } } }));
  }

  async #ask(
    { unit, period }: { readonly unit: string; readonly period: string },
    what: string,
    more: object,
  ): Promise<void> {
    const path = `/api/duties/${period}/${what}`;
    const answer = await this.functions.ask(this.#token(unit), path, { reason: 'Bận đột xuất', ...more });
    if (!answer.ok) throw new Error(`${unit} may not ask for ${what}: ${await answer.text()}`);
  }

  async #guide(period: string, until: string): Promise<void> {
    const { office, table } = this.functions;
    const request = { kind: 'guidance', period, until, reason: 'CV số 12', actor: 'office:VP' } as const;
    const asked = this.regime.periods.find(({ id }) => id === period);
    if (!asked) throw new Error(`there is no ${period}`);
    const told = await expectedAt(table, this.regime, { period: asked, at: office.clock.now() });
    await recordDecision(office, await prepareDecision(office, request), told);
  }

  /** About the unit's newest file, or its newest decision of a kind that is taken back. */
  async #decide({ unit, period, kind, until, undoes }: Extract<Act, { does: 'decides' }>): Promise<void> {
    const { office, table } = this.functions;
    const { versions, decisions } = await readPeriod(table, period);
    const file = versions.findLast((each) => each.unit === unit)?.upload;
    const undone = decisions.findLast((each) => each.unit === unit && each.kind === undoes)?.decision;
    const request = { ...{ unit, period, kind, until, undone }, reason: 'Theo đề nghị', actor: 'office:VP' };
    const about = file === undefined ? {} : { receipt: file.slice(-10) };
    await recordDecision(office, await prepareDecision(office, { ...request, ...about }));
  }

  #pressed({ unit, period: id }: { readonly unit: string; readonly period: string }): Pressed {
    const period = this.regime.periods.find((each) => each.id === id);
    if (!period) throw new Error(`there is no ${id}`);
    return {
      ...{ regime: this.regime, period, unit, reason: 'Cần gấp' },
      ...{ actor: 'office:VP', link: 'a'.repeat(12) },
    };
  }

  #token(unit: string): string {
    return this.#tokens.get(unit) ?? '';
  }

  #addressOf(code: string): string {
    return this.regime.units.find((unit) => unit.code === code)?.email ?? '';
  }

  /** Until nothing waits in the queues, what the mail service says of the mails among it. */
  async #settle(): Promise<void> {
    const { arrivals, outbox, ingest, deliver } = this.functions;
    for (let left = 2000; left > 0; left -= 1) {
      this.#now += 10;
      const busy = [await this.#consume(arrivals, ingest), await this.#consume(outbox, deliver)];
      await this.#hearOfMails();
      if (!busy.includes(true)) return;
    }
    throw new Error('the queues never empty');
  }

  async #consume(queue: SimQueue, handler: Consumer): Promise<boolean> {
    const message = queue.take(0);
    if (!message) return false;
    const attributes = { ApproximateReceiveCount: String(message.receives) };
    const record = { messageId: '1', body: message.body, attributes } as SQSEvent['Records'][number];
    const { batchItemFailures } = await handler({ Records: [record] });
    if (batchItemFailures.length === 0) queue.delete(message);
    return true;
  }

  async #hearOfMails(): Promise<void> {
    for (const { id, to, isDoubtful } of this.sent.slice(this.#told)) {
      this.#told += 1;
      const kind = this.#broken.get(to) ?? null;
      if (kind === null && !isDoubtful) continue;
      const sent = { messageId: id, from: 'x@so.example', to, configurationSet: 'reports', tags: {} };
      const event = mailEvent(sent, kind, { now: this.#now, account: '0', region: 'x' });
      await this.functions.outbox.send(JSON.stringify(event));
    }
  }
}

function sumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
