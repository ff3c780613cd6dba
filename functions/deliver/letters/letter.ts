/** What a letter is, and what every one is written with. */
import { type Duty, dutyStatus } from '../../../shared/filing/duty.ts';
import type { Filings } from '../../../shared/filing/filings.ts';
import type { Mail } from '../../../shared/mail/mail.ts';
import type { Dependencies } from '../../../shared/ports/dependencies.ts';
import { readFilings } from '../../../shared/records/filings.ts';
import { readCurrentRegime, readRegimeVersion } from '../../../shared/records/regimes.ts';
import type { Message } from '../../../shared/records/rows.ts';
import type { Period, Recipient, Regime, Unit } from '../../../shared/regime/regime.ts';
import { RejectError } from '../../../shared/vocabulary/errors.ts';

export type LetterDependencies = Pick<
  Dependencies,
  'table' | 'store' | 'outbox' | 'clock' | 'randomBytes' | 'portalUrl'
>;

/** A message of the outbox by its kind. */
export type MessageOf<Kind extends Message['kind']> = Extract<Message, { kind: Kind }>;

export interface Letter {
  readonly mail: Mail;
  /** The office's address for answers. */
  readonly replyTo: string;
  /** Of a reminder: the periods (ids) of which it tells. */
  readonly said?: readonly string[];
}

/** The regime no longer has the unit, period or recipient that a queued mail is about. */
export class RecipientMissing extends RejectError {
  override readonly name = 'RecipientMissing';
  readonly code = 'RECIPIENT_MISSING';
  readonly mendable = false;
}

/** What the unit's duty stands at as the mail is written; `known` where its filings were read for the mail before. */
export async function dutyNow(
  { table, clock }: LetterDependencies,
  regime: Regime,
  period: Period,
  unit: Unit,
  known?: Filings,
): Promise<Duty> {
  const filings = known ?? (await readFilings(table, period.id, unit.code));
  return dutyStatus({ ...filings, regime, period, unit: unit.code, now: clock.now(), expected: null });
}

/** The regime as it is today. Throws RecipientMissing. */
export async function currentRegime({ table, store }: LetterDependencies, id: string): Promise<Regime> {
  const current = await readCurrentRegime(table, id);
  if (!current) throw new RecipientMissing(`the regime ${id} was never applied`);
  return readRegimeVersion(store, current.hash);
}

/** The one that is meant. Throws RecipientMissing where the regime no longer has it. */
export function find<T>(list: readonly T[], is: (item: T) => boolean, name: string): T {
  const found = list.find(is);
  if (found === undefined) throw new RecipientMissing(`the regime has no "${name}"`);
  return found;
}

/**
 * The office's recipient as the regime is today: what a report says is frozen, where it goes is not. Throws
 * RecipientMissing where it was taken out since, however long the mail has waited.
 */
export function recipientIn({ office }: Pick<Regime, 'office'>, id: string): Recipient {
  return find(office.recipients, (each) => each.id === id, id);
}

/** The unit, written to at this address of its; without one at the registered one. Throws RecipientMissing. */
export function unitAt(regime: Regime, code: string, contact: string | undefined): Unit {
  const unit = find(regime.units, (each) => each.code === code, code);
  if (contact === undefined) return unit;
  const { email } = find(unit.contacts ?? [], (each) => each.email === contact, contact);
  return { ...unit, email };
}
