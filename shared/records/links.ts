/**
 * Links: whoever holds the token is let in. The token is 130 random bits in Crockford's base32, 26 characters,
 * so that it can be typed from paper; only its SHA-256 is stored.
 */
import { createHash } from 'node:crypto';
import type { RandomBytes } from '../ports/randomness.ts';
import { queryAll, type Table } from '../ports/table.ts';
import { RejectError } from '../vocabulary/errors.ts';
import { linkKey, links } from './keys.ts';
import { Link } from './rows.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

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

export interface NewLink {
  readonly token: string;
  readonly link: Link;
}

/** Stores the link's hash; the token is told this once. */
export async function issueLink(
  table: Table,
  of: { regime: string; holder: Link['holder']; issuedAt: string; expiresAt: string },
  randomBytes: RandomBytes,
): Promise<NewLink> {
  const token = Array.from(randomBytes(26), (byte) => alphabet[byte & 31]).join('');
  const link: Link = { ...of, hash: hashOf(token), revokedAt: null };
  await table.putIfAbsent(linkKey(link.hash), link);
  return { token, link };
}

/** Whom the token lets in at `now` (ISO 8601). Throws LinkRefused. */
export async function openLink(table: Table, token: string, now: string): Promise<Link> {
  if (!/^[0-9A-HJKMNP-TV-Z]{26}$/.test(token)) throw new LinkRefused('LINK_INVALID');
  const row = await table.get(linkKey(hashOf(token)));
  if (!row) throw new LinkRefused('LINK_INVALID');
  const link = Link.parse(row);
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

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
