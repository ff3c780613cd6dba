/**
 * Links: whoever holds the token is let in. The token is 130 random bits in Crockford's base32, 26 characters,
 * so that it can be typed from paper; only its SHA-256 is stored.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { RandomBytes } from '../ports/randomness.ts';
import { queryAll, type Table } from '../ports/table.ts';
import { Instant } from '../vocabulary/codes.ts';
import { RejectError } from '../vocabulary/errors.ts';
import { linkKey, linkStopKey, links, linkUseKey } from './keys.ts';
import { Link } from './rows.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const tokenPattern = /^[0-9A-HJKMNP-TV-Z]{26}$/;

type LinkRefusal = 'LINK_INVALID' | 'LINK_REVOKED' | 'LINK_EXPIRED';

/** The link opens nothing; `code` says why, so that the page can say whom to ask. */
export class LinkRefused extends RejectError {
  override readonly name = 'LinkRefused';
  readonly mendable = true;
  readonly code: LinkRefusal;
  /** Whose link it was; null where there never was such a link. */
  readonly regime: string | null;

  constructor(code: LinkRefusal, regime: string | null = null) {
    super(code);
    this.code = code;
    this.regime = regime;
  }
}

/** Whether it has the form of a token; whether there is such a link, the records know. */
export function isToken(text: string | null): boolean {
  return text !== null && tokenPattern.test(text);
}

export interface NewLink {
  readonly token: string;
  readonly link: Link;
}

/** Stores the link's hash; the token is told this once. */
export async function issueLink(
  table: Table,
  of: Pick<Link, 'regime' | 'holder' | 'issuedAt' | 'expiresAt'> & Partial<Pick<Link, 'scope'>>,
  randomBytes: RandomBytes,
): Promise<NewLink> {
  const token = Array.from(randomBytes(26), (byte) => alphabet[byte & 31]).join('');
  const link: Link = { scope: null, ...of, hash: hashOf(token), revokedAt: null };
  await table.putIfAbsent(linkKey(link.hash), link);
  return { token, link };
}

/** By table and link: the regime it was minted for, which never changes. */
const regimesOf = new WeakMap<Table, Map<string, string>>();

/** The regime of a link that this process has met before; null says nothing, and whether it is still good it does not say. */
export function regimeOfLink(table: Table, token: string): string | null {
  return regimesOf.get(table)?.get(hashOf(token)) ?? null;
}

/** Whom the token lets in at `now` (ISO 8601). Throws LinkRefused. */
export async function openLink(table: Table, token: string, now: string): Promise<Link> {
  if (!tokenPattern.test(token)) throw new LinkRefused('LINK_INVALID');
  const row = await table.get(linkKey(hashOf(token)));
  if (!row) throw new LinkRefused('LINK_INVALID');
  const link = Link.parse(row);
  const known = regimesOf.get(table) ?? new Map<string, string>();
  regimesOf.set(table, known);
  if (known.size >= rememberedAtMost) known.clear();
  known.set(link.hash, link.regime);
  if (link.revokedAt !== null) throw new LinkRefused('LINK_REVOKED', link.regime);
  if (Date.parse(link.expiresAt) <= Date.parse(now)) throw new LinkRefused('LINK_EXPIRED', link.regime);
  return link;
}

/** Every link that was ever minted, the revoked and outlived ones too; of a link its hash alone is kept. */
export async function readLinks(table: Table): Promise<Link[]> {
  return (await queryAll(table, links)).map((row) => Link.parse(row));
}

/** False where there is no such link, or it was revoked before. */
export async function revokeLink(table: Table, hash: string, at: string): Promise<boolean> {
  return table.update(linkKey(hash), { set: { revokedAt: at }, when: { revokedAt: { equals: null } } });
}

/** The link of this hash, whether or not it is still good. */
export async function readLink(table: Table, hash: string): Promise<Link | null> {
  const row = await table.get(linkKey(hash));
  return row && Link.parse(row);
}

/** The link that the token once was good for, revoked or expired ones too; null where there never was such a link. */
export async function findLink(table: Table, token: string): Promise<Link | null> {
  return tokenPattern.test(token) ? readLink(table, hashOf(token)) : null;
}

/** By table and link: the hour that this process has noted, and need not write again. */
const noted = new WeakMap<Table, Map<string, string>>();
const rememberedAtMost = 10_000;

/** Notes the hour in which the link was last used. */
export async function noteUse(table: Table, hash: string, now: string): Promise<void> {
  const lastUsedAt = `${new Date(now).toISOString().slice(0, 13)}:00:00.000Z`;
  const known = noted.get(table) ?? new Map<string, string>();
  noted.set(table, known);
  if ((known.get(hash) ?? '') >= lastUsedAt) return;
  await table.update(linkUseKey(hash), {
    set: { lastUsedAt },
    when: { lastUsedAt: { lessThan: lastUsedAt, orAbsent: true } },
  });
  if (known.size >= rememberedAtMost) known.clear();
  known.set(hash, lastUsedAt);
}

const LinkUse = z.object({ lastUsedAt: Instant });

/** The hour in which it was last used, ISO 8601, or null. */
export async function readUse(table: Table, hash: string): Promise<string | null> {
  const row = await table.get(linkUseKey(hash));
  return row && LinkUse.parse(row).lastUsedAt;
}

/** From now on the holder is given no link, by no mail, until `allowLinks`. */
export async function stopLinks(table: Table, regime: string, holder: string, at: string): Promise<void> {
  await table.update(linkStopKey(regime, holder), { set: { stoppedAt: at } });
}

/** Takes a stop back: the holder gets links again. */
export async function allowLinks(table: Table, regime: string, holder: string): Promise<void> {
  await table.update(linkStopKey(regime, holder), { remove: ['stoppedAt'] });
}

/** Whether the holder gets no link until somebody allows it. */
export async function areLinksStopped(table: Table, regime: string, holder: string): Promise<boolean> {
  return (await table.get(linkStopKey(regime, holder)))?.stoppedAt !== undefined;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
