/** What the office sends by a press: a reminder now, a new link, what waited for an address. Each is noted with its reason. */
import { dutyStatus } from '../../filing/duty.ts';
import { isOwing } from '../../filing/owing.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { readAddress } from '../../records/addresses.ts';
import { readFilings } from '../../records/filings.ts';
import { takeFromWindow } from '../../records/limits.ts';
import { areLinksStopped } from '../../records/links.ts';
import { remindersByHand } from '../../records/outbox.ts';
import { dayOf } from '../../regime/calendar.ts';
import type { Period, Recipient, Regime, Unit } from '../../regime/regime.ts';
import { byHandNotes } from '../../wording/chase-mail.ts';
import { shortDay } from '../../wording/vietnamese.ts';
import { noteDown } from '../desk/notes.ts';
import { enqueueMail } from '../enqueue-mail.ts';
import { sendInvitation } from '../links/invite.ts';
import { expectedAt } from '../open-period.ts';
import { Refused } from '../refused.ts';
import { type Mender, mendAddress, releaseWithheld } from './bounces.ts';
import { remindedToday } from './last-reminder.ts';
import { hasLeft } from './remind.ts';

type Needs = Pick<Dependencies, 'table' | 'outbox' | 'clock' | 'randomBytes'>;

type Looking = Pick<Dependencies, 'table' | 'clock'>;

interface About {
  readonly regime: Regime;
  readonly period: Period;
  /** The unit's code. */
  readonly unit: string;
}

/** About whom, by whom, and why. */
export interface Pressed extends About {
  readonly reason: string;
  readonly actor: string;
  readonly link: string;
}

/** Why a mail would not go to the unit, and since when that is so, ISO 8601. */
export interface Hindered {
  readonly refused: Refused;
  readonly since: string | null;
}

/** Mails a reminder to the registered address of a unit that owes; at most one a day that goes out. Throws Refused. */
export async function remindNow(dependencies: Needs, pressed: Pressed): Promise<void> {
  const { table, clock } = dependencies;
  const { regime, period, unit, reason } = pressed;
  const now = clock.now();
  const day = dayOf(now, regime.timeZone);
  // Read first: whoever presses meanwhile takes this very id.
  const { next } = await remindersByHand(table, { period: period.id, unit, day });
  const hindered = await whyNotReminded({ table, clock }, pressed);
  if (hindered) {
    // One of today that a mending, cut off, has left there goes: in its place no other does.
    if (hindered.refused.code === 'REMINDED_TODAY')
      await releaseWithheld(dependencies, knownUnit(pressed).email);
    throw hindered.refused;
  }
  const message = {
    kind: 'reminder',
    regime: regime.id,
    period: period.id,
    unit,
    scheduledAt: new Date(now).toISOString(),
    words: { vi: reason, en: reason },
    byHand: true,
  } as const;
  // Before the mail: of each that goes it is on record who pressed, and why.
  await note(dependencies, pressed, byHandNotes.reminded(reason));
  if (!(await enqueueMail(dependencies, message, next))) {
    throw new Refused('REMINDED_TODAY', { unit: knownUnit(pressed).name });
  }
}

/** Why a press would not remind the unit now; null where it would. Throws Refused where there is no such unit. */
export async function whyNotReminded({ table, clock }: Looking, about: About): Promise<Hindered | null> {
  const { regime, period } = about;
  const unit = knownUnit(about);
  const bounced = await whyUnreachable({ table }, unit);
  if (bounced) return bounced;
  const now = clock.now();
  const filings = await readFilings(table, period.id, unit.code);
  const expected = await expectedAt(table, regime, { period, at: now });
  const duty = dutyStatus({ ...filings, regime, period, unit: unit.code, now, expected });
  const today = dayOf(now, regime.timeZone);
  if (!duty.owed || hasLeft(unit, today) || !isOwing(duty.status)) {
    return { refused: new Refused('NOT_OWING', { unit: unit.name }), since: null };
  }
  if (duty.hold) {
    const until = shortDay(duty.hold.until);
    return { refused: new Refused('REMINDERS_HELD', { unit: unit.name, until }), since: null };
  }
  const reminded = await remindedToday({ table, clock }, about);
  if (!reminded) return null;
  const refused = new Refused('REMINDED_TODAY', { unit: unit.name });
  return { refused, since: reminded.sentAt ?? reminded.createdAt };
}

/** So often a day the office sends one unit a link. */
const linksADay = 3;

/** Mails a new link to the registered address, and to no other. Throws Refused. */
export async function sendNewLink(dependencies: Needs, pressed: Pressed): Promise<void> {
  const { table, clock } = dependencies;
  const { regime, reason } = pressed;
  const hindered = await whyNoLink({ table }, pressed);
  if (hindered) throw hindered.refused;
  const unit = knownUnit(pressed);
  const name = `link-by-office/${regime.id}/${unit.code}`;
  const taken = await takeFromWindow(table, { name, window: 86_400, limit: linksADay, now: clock.now() });
  if (!taken.allowed) throw new Refused('TOO_MANY_LINKS', { unit: unit.name }, taken.goesOnAt);
  await note(dependencies, pressed, byHandNotes.linked(reason));
  await sendInvitation(dependencies, { regime, holder: { kind: 'unit', unit: unit.code } });
}

/** Why a press would send the unit no link; null where it would, unless it had too many today. Throws Refused. */
export async function whyNoLink({ table }: Pick<Looking, 'table'>, about: About): Promise<Hindered | null> {
  const unit = knownUnit(about);
  const bounced = await whyUnreachable({ table }, unit);
  if (bounced || !(await areLinksStopped(table, about.regime.id, unit.code))) return bounced;
  return { refused: new Refused('LINKS_STOPPED', { unit: unit.name }), since: null };
}

/** Somebody says that mail arrives at the address again: what was kept goes, and the next mail proves it. Throws Refused. */
export async function mendUnitsAddress(
  dependencies: Needs,
  pressed: Pressed & { readonly address: string },
): Promise<void> {
  const { email, contacts = [], name } = knownUnit(pressed);
  const address = pressed.address.toLowerCase();
  const own = [email, ...contacts.map((each) => each.email)].some((each) => each.toLowerCase() === address);
  if (!own || !(await mendAddress(dependencies, address, menderOf(pressed))))
    throw new Refused('NOT_BOUNCED', { unit: name });
  await note(dependencies, pressed, byHandNotes.mended(address, pressed.reason));
}

/** The same of an address of the office, or of somebody above it; the mark itself keeps who said so. Throws Refused. */
export async function mendRecipientsAddress(
  dependencies: Pick<Needs, 'table' | 'outbox' | 'clock'>,
  { email, name }: Recipient,
  by: Mender,
): Promise<void> {
  const mended = await mendAddress(dependencies, email, menderOf(by));
  if (!mended) throw new Refused('NOT_BOUNCED', { unit: name });
}

/** So often a day somebody says it of the own address, for which no code is asked: it would be mailed there. */
const ownMendsADay = 3;

/** The same of one's own address, by the link alone. Throws Refused. */
export async function mendOwnAddress(
  dependencies: Pick<Needs, 'table' | 'outbox' | 'clock'>,
  { recipient, regime }: { readonly recipient: Recipient; readonly regime: Pick<Regime, 'id'> },
  by: Mender,
): Promise<void> {
  const { table, clock } = dependencies;
  const known = await readAddress(table, recipient.email);
  // One that was cut off is said again: what it left is released.
  if (known?.state !== 'bounced' && !known?.withheld.length)
    throw new Refused('NOT_BOUNCED', { unit: recipient.name });
  const name = `own-mend/${regime.id}/${recipient.id}`;
  const taken = await takeFromWindow(table, { name, window: 86_400, limit: ownMendsADay, now: clock.now() });
  if (!taken.allowed) throw new Refused('TOO_MANY_MENDS', { limit: String(ownMendsADay) }, taken.goesOnAt);
  await mendRecipientsAddress(dependencies, recipient, by);
}

function menderOf({ actor, link, reason }: Mender): Mender {
  return { actor, link, reason };
}

function knownUnit({ regime, unit: code }: Pick<Pressed, 'regime' | 'unit'>): Unit {
  const unit = regime.units.find((each) => each.code === code);
  if (!unit) throw new Refused('UNIT_UNKNOWN', { unit: code });
  return unit;
}

/** Null where mail arrives at the unit's registered address, as far as is known. */
async function whyUnreachable({ table }: Pick<Looking, 'table'>, unit: Unit): Promise<Hindered | null> {
  const mark = await readAddress(table, unit.email);
  if (mark?.state !== 'bounced') return null;
  const refused = new Refused('ADDRESS_BOUNCED', { unit: unit.name, address: unit.email });
  return { refused, since: mark.since };
}

async function note(
  dependencies: Needs,
  { period, unit, actor, link }: Pressed,
  text: string,
): Promise<void> {
  await noteDown(dependencies, { period: period.id, unit, text, actor, link, byPress: true });
}
