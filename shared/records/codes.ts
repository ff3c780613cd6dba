/**
 * Codes of six digits, mailed to a recipient of the office: with one, a device may decide for a while. Of a code only a
 * slow hash is kept, because a million codes are soon tried against a fast one.
 */
import { createHash, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import * as z from 'zod';
import type { RandomBytes } from '../ports/randomness.ts';
import { queryAll, type Table } from '../ports/table.ts';
import { Instant, Sha256, Ulid } from '../vocabulary/codes.ts';
import { codeKey, codesOf, deviceSessionKey, deviceSessions } from './keys.ts';

const Minted = z.object({ salt: z.string(), hash: z.string(), expiresAt: Instant });

/** One request for a code. What was minted for it: none until the mail is written, more than one where it was sent again. */
export const CodeRequest = z.object({
  id: Ulid,
  /** The hash of the link it was asked for with, and by which alone it can be entered. */
  link: Sha256,
  regime: z.string(),
  recipient: z.string(),
  askedAt: Instant,
  minted: z.array(Minted).default([]),
  tries: z.int().default(0),
  usedAt: Instant.nullable().default(null),
});
export type CodeRequest = z.output<typeof CodeRequest>;

/** A device on which a code was entered. */
export const DeviceSession = z.object({
  hash: Sha256,
  link: Sha256,
  regime: z.string(),
  recipient: z.string(),
  openedAt: Instant,
  until: Instant,
  revokedAt: Instant.nullable(),
});
export type DeviceSession = z.output<typeof DeviceSession>;

/** Once: a request asked for again stays as it was. The code itself is made by whoever mails it. */
export async function putCodeRequest(
  table: Table,
  request: Pick<CodeRequest, 'id' | 'link' | 'regime' | 'recipient' | 'askedAt'>,
): Promise<void> {
  await table.putIfAbsent(codeKey(request.link, request.id), { ...request, tries: 0, usedAt: null });
}

/** Null where nothing was asked for under this id. */
export async function readCodeRequest(table: Table, link: string, id: string): Promise<CodeRequest | null> {
  const row = await table.get(codeKey(link, id));
  return row && CodeRequest.parse(row);
}

/** What was asked for with this link since then (ms since 1970), oldest first. */
export async function readCodeRequests(table: Table, link: string, since: number): Promise<CodeRequest[]> {
  return (await queryAll(table, codesOf(link, since))).map((row) => CodeRequest.parse(row));
}

/** A new code for the request, told this once; one that was minted for it before stays good. */
export async function mintCode(
  table: Table,
  { link, id }: CodeRequest,
  expiresAt: string,
  randomBytes: RandomBytes,
): Promise<string> {
  const code = sixDigits(randomBytes);
  const salt = Buffer.from(randomBytes(16)).toString('hex');
  const hash = (await slowHash(code, salt)).toString('hex');
  await table.update(codeKey(link, id), {
    append: { minted: [{ salt, hash, expiresAt }] },
    when: { pk: { exists: true } },
  });
  return code;
}

/** Every code is as likely as any other: a draw beyond the last whole million is drawn again. */
function sixDigits(randomBytes: RandomBytes): string {
  for (;;) {
    const [a = 0, b = 0, c = 0] = randomBytes(3);
    const drawn = (a << 16) | (b << 8) | c;
    if (drawn < 16_000_000) return String(drawn % 1_000_000).padStart(6, '0');
  }
}

const slowHash = (code: string, salt: string) =>
  promisify<string, string, number, Buffer>(scrypt)(code, salt, 32);

/** Takes one of the request's tries; false where `most` were taken. */
export function takeTry(table: Table, { link, id }: CodeRequest, most: number): Promise<boolean> {
  return table.update(codeKey(link, id), {
    add: { tries: 1 },
    when: { tries: { lessThan: most }, pk: { exists: true } },
  });
}

/** Whether the code was minted for the request and has not expired by `now`. */
export async function isCodeOf({ minted }: CodeRequest, code: string, now: string): Promise<boolean> {
  for (const { salt, hash, expiresAt } of minted) {
    if (Date.parse(expiresAt) <= Date.parse(now)) continue;
    if (timingSafeEqual(await slowHash(code, salt), Buffer.from(hash, 'hex'))) return true;
  }
  return false;
}

/** False where the request's code was used before. */
export function useCode(table: Table, { link, id }: CodeRequest, at: string): Promise<boolean> {
  return table.update(codeKey(link, id), { set: { usedAt: at }, when: { usedAt: { equals: null } } });
}

/** Lets a device decide; what it has to keep is told this once. */
export async function openDeviceSession(
  table: Table,
  of: Omit<DeviceSession, 'hash' | 'revokedAt'>,
  randomBytes: RandomBytes,
): Promise<string> {
  const secret = Buffer.from(randomBytes(32)).toString('base64url');
  const hash = sessionHash(secret);
  await table.putIfAbsent(deviceSessionKey(of.link, hash), { ...of, hash, revokedAt: null });
  return secret;
}

/** The session that the device's secret opens with this link at `now`; null where there is none, or it is over. */
export async function readDeviceSession(
  table: Table,
  link: string,
  secret: string,
  now: string,
): Promise<DeviceSession | null> {
  const row = await table.get(deviceSessionKey(link, sessionHash(secret)));
  const session = row && DeviceSession.parse(row);
  if (!session || session.revokedAt !== null || Date.parse(session.until) <= Date.parse(now)) return null;
  return session;
}

/** Of one link, revoked and ended ones too. */
export async function readDeviceSessions(table: Table, link: string): Promise<DeviceSession[]> {
  return (await queryAll(table, deviceSessions(link))).map((row) => DeviceSession.parse(row));
}

/** False where it was revoked before. */
export function revokeDeviceSession(table: Table, session: DeviceSession, at: string): Promise<boolean> {
  return table.update(deviceSessionKey(session.link, session.hash), {
    set: { revokedAt: at },
    when: { revokedAt: { equals: null } },
  });
}

function sessionHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
