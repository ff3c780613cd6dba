/** A year of units, each with its ways, under a clock that only the year moves. */
import { createHash } from 'node:crypto';
import { applyRegime } from '../../../infra/admin/regime.ts';
import { mendAddress } from '../../../shared/office/chase/bounces.ts';
import { type Pressed, remindNow } from '../../../shared/office/chase/by-hand.ts';
import { prepareDecision, recordDecision } from '../../../shared/office/decide.ts';
import { mintEntry } from '../../../shared/office/desk/enter.ts';
import { expectedAt } from '../../../shared/office/open-period.ts';
import { readPeriod } from '../../../shared/records/filings.ts';
import { issueLink } from '../../../shared/records/links.ts';
import { readCurrentRegime } from '../../../shared/records/regimes.ts';
import type { Regime } from '../../../shared/regime/regime.ts';
import { signedAndIssued } from '../../functions/a-signed-report.ts';
import { MintAnswer } from '../one-process.ts';
import { mender } from '../regime.ts';
import type { FileKind } from '../schedule.ts';
import type { Act } from './acts.ts';
import type { Place } from './place.ts';

export class Year {
  readonly place: Place;
  readonly regime: Regime;
  #files = 0;
  readonly #tokens = new Map<string, string>();

  constructor(regime: Regime, place: Place) {
    this.regime = regime;
    this.place = place;
  }

  async begin(): Promise<void> {
    const { office } = this.place;
    await applyRegime(office, this.regime);
    for (const { code: unit } of this.regime.units) {
      const about = { regime: this.regime.id, holder: { kind: 'unit', unit } as const };
      const times = { issuedAt: office.clock.now(), expiresAt: '2025-12-31T00:00:00Z' };
      const { token } = await issueLink(office.table, { ...about, ...times }, office.randomBytes);
      this.#tokens.set(unit, token);
    }
  }

  async act(act: Act): Promise<void> {
    await this.place.moveTo(act.at);
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
        this.place.breaks(this.#addressOf(act.unit), act.how);
        break;
      case 'mends':
        this.place.breaks(this.#addressOf(act.unit), null);
        if (!(await mendAddress(this.place.office, this.#addressOf(act.unit), mender)))
          throw new Error('nothing was known against the address');
        break;
      case 'guidance':
        await this.#guide(act.period, act.until);
        break;
      case 'reminds':
        await remindNow(this.place.office, this.#pressed(act));
        break;
      case 'types':
        await this.#type(act);
        break;
      case 'issues':
        await signedAndIssued(this.place.office, act.period);
        break;
      case 'decides':
        await this.#decide(act);
        break;
    }
    await this.place.settle();
  }

  #nextFile(unit: string, period: string, kind: FileKind): ReturnType<Place['fileOf']> {
    this.#files += 1;
    return this.place.fileOf(kind, { unit, period, number: this.#files });
  }

  async #file(unit: string, period: string, kind: 'good' | 'bad'): Promise<void> {
    const { name: fileName, bytes } = this.#nextFile(unit, period, kind);
    const answer = await this.place.ask(this.#token(unit), '/api/uploads', {
      ...{ period, fileName, size: bytes.length },
      sha256: sumOf(bytes),
    });
    if (answer.status !== 201) throw new Error(`${unit} may not send for ${period}: ${await answer.text()}`);
    const { uploadId, ...request } = MintAnswer.parse(await answer.json());
    await this.place.fileComes(uploadId, request, bytes);
  }

  /** The office types what came on paper. */
  async #type({ unit: code, period }: Extract<Act, { does: 'types' }>): Promise<void> {
    const { office } = this.place;
    const { name: fileName, bytes } = this.#nextFile(code, period, 'good');
    const unit = this.regime.units.find((each) => each.code === code);
    const recipient = this.regime.office.recipients[0];
    const { signer } = office;
    if (!unit || !recipient || !signer) throw new Error(`nobody can type for ${code} here`);
    const hash = (await readCurrentRegime(office.table, this.regime.id))?.hash ?? '';
    const { upload, request } = await mintEntry(
      { ...office, signer },
      { unit, regime: this.regime, regimeHash: hash },
      {
        ...{ period, fileName, size: bytes.length, sha256: sumOf(bytes) },
        ...{ reason: 'Bản giấy', standsFor: null },
      },
      { recipient, actor: `office:${recipient.id}`, link: 'a'.repeat(12) },
    );
    if (!('headers' in request)) throw new Error('a file is not sent by a form here');
    await this.place.fileComes(upload.upload, request, bytes);
  }

  async #ask(
    { unit, period }: { readonly unit: string; readonly period: string },
    what: string,
    more: object,
  ): Promise<void> {
    const path = `/api/duties/${period}/${what}`;
    const answer = await this.place.ask(this.#token(unit), path, { reason: 'Bận đột xuất', ...more });
    if (!answer.ok) throw new Error(`${unit} may not ask for ${what}: ${await answer.text()}`);
  }

  async #guide(period: string, until: string): Promise<void> {
    const { office } = this.place;
    const request = { kind: 'guidance', period, until, reason: 'CV số 12', actor: 'office:VP' } as const;
    const asked = this.regime.periods.find(({ id }) => id === period);
    if (!asked) throw new Error(`there is no ${period}`);
    const told = await expectedAt(office.table, this.regime, { period: asked, at: office.clock.now() });
    await recordDecision(office, await prepareDecision(office, request), told);
  }

  /** About the unit's newest file, or its newest decision of a kind that is taken back. */
  async #decide({ unit, period, kind, until, undoes }: Extract<Act, { does: 'decides' }>): Promise<void> {
    const { office } = this.place;
    const { versions, decisions } = await readPeriod(office.table, period);
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
}

function sumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
