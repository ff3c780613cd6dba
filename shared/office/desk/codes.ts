/** Deciding takes a link and a code: a code is mailed to the link's own recipient, and lets one device decide for a day. */
import type { Dependencies } from '../../ports/dependencies.ts';
import { newUlid } from '../../ports/randomness.ts';
import { readAddress } from '../../records/addresses.ts';
import {
  type CodeRequest,
  type DeviceSession,
  isCodeOf,
  openDeviceSession,
  putCodeRequest,
  readCodeRequests,
  readDeviceSession,
  readDeviceSessions,
  revokeDeviceSession,
  takeTry,
  useCode,
} from '../../records/codes.ts';
import { takeFromWindow } from '../../records/limits.ts';
import type { Link } from '../../records/rows.ts';
import { wakeForCode } from '../../records/wake.ts';
import type { Recipient } from '../../regime/regime.ts';
import { codeMinutes } from '../../vocabulary/device-code.ts';
import { Refused } from '../refused.ts';

/** A recipient of the office by one of its links. */
export interface Desk {
  readonly link: Link;
  readonly recipient: Recipient;
}

const triesOfACode = 5;
const codesAnHour = 3;
/** A working day: whoever begins at eight is not asked again before six. */
export const sessionHours = 10;

/** Asks for a code; deliver mints and mails it. Throws Refused. */
export async function askCode(
  { table, codes, clock, randomBytes }: Pick<Dependencies, 'table' | 'codes' | 'clock' | 'randomBytes'>,
  { link, recipient }: Desk,
): Promise<{ readonly sentTo: string }> {
  if (recipient.role !== 'decides') throw new Refused('ROLE_READS');
  if ((await readAddress(table, recipient.email))?.state === 'bounced') {
    throw new Refused('ADDRESS_BOUNCED', { unit: recipient.name, address: maskedAddress(recipient.email) });
  }
  const now = clock.now();
  const taken = await takeFromWindow(table, {
    name: `code/${link.hash}`,
    window: 3600,
    limit: codesAnHour,
    now,
  });
  if (!taken.allowed) throw new Refused('TOO_MANY_CODES', { limit: String(codesAnHour) }, taken.goesOnAt);
  const id = newUlid(randomBytes, Date.parse(now));
  await putCodeRequest(table, {
    id,
    link: link.hash,
    regime: link.regime,
    recipient: recipient.id,
    askedAt: now,
  });
  await wakeForCode(codes, { link: link.hash, id });
  return { sentTo: maskedAddress(recipient.email) };
}

/** Enough of the address to know it by, and too little to write to: `t…@stnmt.example`. */
export function maskedAddress(email: string): string {
  return email.replace(/^(.).*(?=@)/u, '$1…');
}

/**
 * Enters a code on a device: any that was mailed for this link and has not expired. Returns what the device has to keep,
 * and until when it may decide. Throws Refused; each try is counted before the code is looked at.
 */
export async function enterCode(
  { table, clock, randomBytes }: Pick<Dependencies, 'table' | 'clock' | 'randomBytes'>,
  { link, recipient }: Desk,
  code: string,
): Promise<{ readonly secret: string; readonly until: string }> {
  if (recipient.role !== 'decides') throw new Refused('ROLE_READS');
  const now = clock.now();
  // Minted at most so long after it was asked for, and good for as long again.
  const since = Date.parse(now) - 2 * codeMinutes * 60_000;
  const live = (await readCodeRequests(table, link.hash, since)).filter(
    (request) => request.usedAt === null && request.recipient === recipient.id && isLive(request, now),
  );
  const newest = live.at(-1);
  if (!newest) throw new Refused('CODE_NONE', { minutes: String(codeMinutes) });
  if (!(await takeTry(table, newest, triesOfACode))) throw new Refused('CODE_TRIES_SPENT');
  const right = await findRight(live, code, now);
  if (!right || !(await useCode(table, right, now))) throw new Refused('CODE_WRONG');
  const until = new Date(Date.parse(now) + sessionHours * 3_600_000).toISOString();
  const secret = await openDeviceSession(
    table,
    { link: link.hash, regime: link.regime, recipient: recipient.id, openedAt: now, until },
    randomBytes,
  );
  return { secret, until };
}

function isLive({ minted }: CodeRequest, now: string): boolean {
  return minted.some(({ expiresAt }) => Date.parse(expiresAt) > Date.parse(now));
}

async function findRight(
  live: readonly CodeRequest[],
  code: string,
  now: string,
): Promise<CodeRequest | null> {
  for (const request of live) if (await isCodeOf(request, code, now)) return request;
  return null;
}

/** Whether this device may decide now: null where it has to enter a code first. */
export async function deviceOf(
  { table, clock }: Pick<Dependencies, 'table' | 'clock'>,
  { link, recipient }: Desk,
  secret: string | null,
): Promise<DeviceSession | null> {
  if (secret === null || recipient.role !== 'decides') return null;
  const session = await readDeviceSession(table, link.hash, secret, clock.now());
  return session?.recipient === recipient.id ? session : null;
}

/** Lets no device decide with this link any more; returns how many still could. */
export async function lockDevices(
  { table, clock }: Pick<Dependencies, 'table' | 'clock'>,
  { link }: Pick<Desk, 'link'>,
): Promise<number> {
  const now = clock.now();
  const open = (await readDeviceSessions(table, link.hash)).filter(
    ({ revokedAt, until }) => revokedAt === null && Date.parse(until) > Date.parse(now),
  );
  for (const session of open) await revokeDeviceSession(table, session, now);
  return open.length;
}
