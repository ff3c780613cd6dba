/** The links by which units and the office come in: minted for a mail, by hand, mailed again. */
import pMap from 'p-map';
import type { Dependencies } from '../../ports/dependencies.ts';
import { newUlid } from '../../ports/randomness.ts';
import { takeFromWindow } from '../../records/limits.ts';
import { allowLinks, areLinksStopped, findLink, issueLink, revokeLink } from '../../records/links.ts';
import type { Link, Message } from '../../records/rows.ts';
import { officeItself } from '../../regime/recipients.ts';
import type { Regime } from '../../regime/regime.ts';
import { enqueueMail } from '../enqueue-mail.ts';
import { inPages } from '../in-pages.ts';
import { regimesInForce, Unknown } from '../regimes-in-force.ts';

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
      regime,
      name,
      email,
      holder: { kind: 'unit' as const, unit: code },
    })),
    // The office's page shows its own work: whoever gets the issued report alone gets no link to it.
    ...officeItself(regime).map(({ id, name, email }) => ({
      regime,
      name,
      email,
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

/** The office's page shows every unit's work: a mail that was passed on opens it for days, not for months. */
const officeLinkDays = 14;

/**
 * Mints a link; the token is told this once, only its hash is kept. Where an admin revoked all of the holder's, the
 * mail goes without one: its address asks for the code, which an admin gives.
 * @param scope the duty that the mail is about and what may be done about it; null for everything
 * @param until ISO 8601: it ends no earlier than that
 */
export async function mintLink(
  {
    table,
    clock,
    randomBytes,
    portalUrl,
  }: Pick<Dependencies, 'table' | 'clock' | 'randomBytes' | 'portalUrl'>,
  { id, linkDays, office }: Regime,
  holder: Link['holder'],
  scope: Link['scope'] = null,
  until: string | null = null,
): Promise<OpenLink> {
  const issuedAt = clock.now();
  const days = holder.kind === 'office' ? Math.min(officeLinkDays, linkDays) : linkDays;
  const usual = Date.parse(issuedAt) + days * 86_400_000;
  const expiresAt = new Date(until === null ? usual : Math.max(usual, Date.parse(until))).toISOString();
  const without = { link: `${portalUrl}/u`, code: office.phone ?? office.replyTo, expiresAt };
  const minted = { regime: id, holder, issuedAt, expiresAt, scope };
  const { token, link } = await issueLink(table, minted, randomBytes);
  // Whoever revokes stops first and looks for links then: one of the two sees what the other wrote.
  if (await areLinksStopped(table, id, codeOf(holder))) {
    await revokeLink(table, link.hash, clock.now());
    return without;
  }
  return { link: `${portalUrl}/u#${token}`, code: token, expiresAt };
}

/** Mints a link to be handed over by hand: `page` opens by itself, `token` is the code to type. */
export async function inviteByHand(
  dependencies: Pick<Dependencies, 'table' | 'clock' | 'randomBytes' | 'portalUrl'>,
  { regime, holder }: Pick<Addressee, 'regime' | 'holder'>,
): Promise<{ readonly token: string; readonly page: string }> {
  await allowLinks(dependencies.table, regime.id, codeOf(holder));
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

/**
 * Queues an invitation to the registered address; whoever sends it mints a link for that mail. Once for the same batch. An
 * admin's alone: it gives links again to whom they were all revoked.
 */
export async function inviteByMail(
  dependencies: Pick<Dependencies, 'table' | 'outbox' | 'clock' | 'randomBytes'>,
  addressee: Pick<Addressee, 'regime' | 'holder'>,
  batch?: string,
): Promise<void> {
  await allowLinks(dependencies.table, addressee.regime.id, codeOf(addressee.holder));
  await sendInvitation(dependencies, addressee, batch);
}

/** Queues an invitation to the holder's registered address, and to no other. */
export async function sendInvitation(
  dependencies: Pick<Dependencies, 'table' | 'outbox' | 'clock' | 'randomBytes'>,
  { regime, holder }: { readonly regime: Pick<Regime, 'id'>; readonly holder: Link['holder'] },
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

/** To one holder, asked for by a link that ran out. */
const renewalsADay = 3;

/**
 * Queues an invitation where the token is of a link that was not revoked, whose holder may have links, and who was not
 * mailed three today. It says nothing of any of this: whoever asks learns no more than that it was asked.
 */
export async function renewLink(
  dependencies: Pick<Dependencies, 'table' | 'outbox' | 'clock' | 'randomBytes'>,
  token: string,
): Promise<void> {
  const { table, clock } = dependencies;
  const link = await findLink(table, token);
  if (link === null || link.revokedAt !== null) return;
  const { regime, holder } = link;
  if (await areLinksStopped(table, regime, codeOf(holder))) return;
  const name = `renewal/${regime}/${codeOf(holder)}`;
  const { allowed } = await takeFromWindow(table, {
    name,
    window: 86_400,
    limit: renewalsADay,
    now: clock.now(),
  });
  if (allowed) await sendInvitation(dependencies, { regime: { id: regime }, holder });
}
