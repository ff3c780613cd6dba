/** The links by which units and the office come in: by hand, by mail, listed, revoked. */
import pMap from 'p-map';
import type { Dependencies } from '../ports/dependencies.ts';
import { newUlid } from '../ports/randomness.ts';
import { issueLink, readLinks, revokeLink } from '../records/links.ts';
import type { Link, Message } from '../records/rows.ts';
import { officeItself } from '../regime/recipients.ts';
import type { Regime } from '../regime/regime.ts';
import { enqueueMail } from './enqueue-mail.ts';
import { inPages } from './in-pages.ts';
import { regimesInForce, Unknown } from './regimes-in-force.ts';

export interface Addressee {
  readonly regime: Regime;
  readonly holder: Link['holder'];
  readonly name: string;
  readonly email: string;
}

export interface Choice {
  /** All current regimes when absent. */
  readonly regime?: string | undefined;
  /** Codes of units or ids of recipients; all of them when empty. */
  readonly only: readonly string[];
}

/** Whom the choice means: units first, then the office's recipients. Throws Unknown. */
export async function addressees(
  records: Pick<Dependencies, 'table' | 'store'>,
  choice: Choice,
): Promise<Addressee[]> {
  const regimes = (await regimesInForce(records)).filter(
    ({ id }) => choice.regime === undefined || id === choice.regime,
  );
  if (regimes.length === 0) throw new Unknown(`no regime ${choice.regime ?? ''} is applied`);
  const everybody = regimes.flatMap((regime): Addressee[] => [
    ...regime.units.map(({ code, name, email }) => ({
      ...{ regime, name, email },
      holder: { kind: 'unit' as const, unit: code },
    })),
    // The office's page shows its own work: whoever gets the issued report alone gets no link to it.
    ...officeItself(regime).map(({ id, name, email }) => ({
      ...{ regime, name, email },
      holder: { kind: 'office' as const, recipient: id },
    })),
  ]);
  const wanted = choice.only;
  const chosen = everybody.filter(({ holder }) => wanted.length === 0 || wanted.includes(codeOf(holder)));
  const missing = wanted.filter((code) => !chosen.some(({ holder }) => codeOf(holder) === code));
  if (missing.length > 0) throw new Unknown(`no unit or recipient ${missing.join(', ')}`);
  return chosen;
}

/** The unit's code, or the recipient's id. */
export function codeOf(holder: Link['holder']): string {
  return holder.kind === 'unit' ? holder.unit : holder.recipient;
}

/** A link that opens the addressee's page, and the code of it, which can be typed. */
export interface OpenLink {
  readonly link: string;
  readonly code: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/** Mints a link of the regime's own length of life; the token is told this once, only its hash is kept. */
export async function mintLink(
  {
    table,
    clock,
    randomBytes,
    portalUrl,
  }: Pick<Dependencies, 'table' | 'clock' | 'randomBytes' | 'portalUrl'>,
  { id, linkDays }: Regime,
  holder: Link['holder'],
): Promise<OpenLink> {
  const issuedAt = clock.now();
  const expiresAt = new Date(Date.parse(issuedAt) + linkDays * 86_400_000).toISOString();
  const { token } = await issueLink(table, { regime: id, holder, issuedAt, expiresAt }, randomBytes);
  return { link: `${portalUrl}/u#${token}`, code: token, expiresAt };
}

/** Mints a link to be handed over by hand: `page` opens by itself, `token` is the code to type. */
export async function inviteByHand(
  dependencies: Pick<Dependencies, 'table' | 'clock' | 'randomBytes' | 'portalUrl'>,
  { regime, holder }: Pick<Addressee, 'regime' | 'holder'>,
): Promise<{ readonly token: string; readonly page: string }> {
  const { link, code } = await mintLink(dependencies, regime, holder);
  return { token: code, page: link };
}

/**
 * Queues an invitation for each, in pages: the same `batch` goes on where it was cut off, and invites nobody twice; a new
 * one invites all of them again. `queued` hears of each page.
 */
export async function inviteMany(
  dependencies: Pick<Dependencies, 'table' | 'outbox' | 'clock' | 'randomBytes'>,
  addressees: readonly Addressee[],
  { batch, queued }: { readonly batch: string; readonly queued: (page: readonly Addressee[]) => void },
): Promise<void> {
  const byName = new Map(addressees.map((each) => [`${each.regime.id}/${codeOf(each.holder)}`, each]));
  const work = { name: `invitations/${batch}`, items: [...byName.keys()] };
  await inPages(dependencies, work, async (names) => {
    const page = names.flatMap((name) => byName.get(name) ?? []);
    await pMap(page, (addressee) => inviteByMail(dependencies, addressee, batch), { concurrency: 16 });
    queued(page);
  });
}

/** Queues an invitation; whoever sends it mints a link for that mail. Once for the same batch. */
export async function inviteByMail(
  dependencies: Pick<Dependencies, 'table' | 'outbox' | 'clock' | 'randomBytes'>,
  { regime, holder }: Pick<Addressee, 'regime' | 'holder'>,
  batch: string = newUlid(dependencies.randomBytes, Date.parse(dependencies.clock.now())),
): Promise<void> {
  const message: Message =
    holder.kind === 'unit'
      ? { kind: 'invitation', regime: regime.id, unit: holder.unit }
      : { kind: 'office-invitation', regime: regime.id, recipient: holder.recipient };
  // Invited as often as somebody asks: the batch is new each time.
  const id = `invitation/${regime.id}/${codeOf(holder)}/${batch}`;
  await enqueueMail(dependencies, message, id);
}

/** The links that still open something, oldest first. */
export async function listLinks({ table, clock }: Pick<Dependencies, 'table' | 'clock'>): Promise<Link[]> {
  const now = Date.parse(clock.now());
  const links = await readLinks(table);
  return links
    .filter(({ revokedAt, expiresAt }) => revokedAt === null && Date.parse(expiresAt) > now)
    .sort((a, b) => a.issuedAt.localeCompare(b.issuedAt));
}

/** The open links of one holder, by its code, or the one whose hash begins with at least twelve characters given. */
export async function linksOf(
  dependencies: Pick<Dependencies, 'table' | 'clock'>,
  whose: string,
  regime?: string,
): Promise<Link[]> {
  const open = (await listLinks(dependencies)).filter(
    (link) => regime === undefined || link.regime === regime,
  );
  const held = open.filter(({ holder }) => codeOf(holder) === whose);
  if (held.length > 0) return held;
  const isHash = /^[0-9a-f]{12,64}$/i.test(whose);
  const hashed = isHash ? open.filter(({ hash }) => hash.startsWith(whose.toLowerCase())) : [];
  if (hashed.length === 0) throw new Unknown(`no open link of "${whose}"`);
  return hashed;
}

/** Revokes these links; returns how many were still open. */
export async function revokeLinks(
  { table, clock }: Pick<Dependencies, 'table' | 'clock'>,
  links: readonly Link[],
): Promise<number> {
  const now = clock.now();
  let revoked = 0;
  for (const { hash } of links) if (await revokeLink(table, hash, now)) revoked += 1;
  return revoked;
}
