/** Issuing, listing and revoking the links by which units and the office come in. */

import { newUlid } from '../../shared/ports/randomness.ts';
import { issueLink, readLinks, revokeLink } from '../../shared/records/links.ts';
import { putMessage } from '../../shared/records/outbox.ts';
import { readCurrentRegimes, readRegimeVersion } from '../../shared/records/regimes.ts';
import type { Link, Message } from '../../shared/records/rows.ts';
import { wakeDeliver } from '../../shared/records/wake.ts';
import { officeItself } from '../../shared/regime/recipients.ts';
import type { Regime } from '../../shared/regime/regime.ts';
import { RejectError } from '../../shared/vocabulary/errors.ts';
import type { System } from './system.ts';

/** The command names a regime, a unit or a recipient that there is not. */
export class Unknown extends RejectError {
  override readonly name = 'Unknown';
  readonly code = 'UNKNOWN';
  readonly mendable = true;
}

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
export async function addressees({ table, store }: System, choice: Choice): Promise<Addressee[]> {
  const current = (await readCurrentRegimes(table)).filter(
    ({ regime }) => choice.regime === undefined || regime === choice.regime,
  );
  if (current.length === 0) throw new Unknown(`no regime ${choice.regime ?? ''} is applied`);
  const regimes = await Promise.all(current.map(({ hash }) => readRegimeVersion(store, hash)));
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

export function codeOf(holder: Link['holder']): string {
  return holder.kind === 'unit' ? holder.unit : holder.recipient;
}

/** Mints a link to be handed over by hand; the token is shown this once and never stored. */
export async function issueByHand(
  system: System,
  { regime, holder }: Addressee,
): Promise<{ token: string; page: string }> {
  const issuedAt = system.clock.now();
  const expiresAt = new Date(Date.parse(issuedAt) + regime.linkDays * 86_400_000).toISOString();
  const link = { regime: regime.id, holder, issuedAt, expiresAt };
  const { token } = await issueLink(system.table, link, system.randomBytes);
  return { token, page: `${system.portalUrl}/u#${token}` };
}

/** Queues an invitation; whoever sends it mints a link for that mail. */
export async function issueByMail(system: System, { regime, holder }: Addressee): Promise<void> {
  const now = system.clock.now();
  const message: Message =
    holder.kind === 'unit'
      ? { kind: 'invitation', regime: regime.id, unit: holder.unit }
      : { kind: 'office-invitation', regime: regime.id, recipient: holder.recipient };
  // Invited as often as the admin asks: the id is new each time.
  const id = `invitation/${regime.id}/${codeOf(holder)}/${newUlid(system.randomBytes, Date.parse(now))}`;
  await putMessage(system.table, id, message, now);
  await wakeDeliver(system.outbox, id);
}

/** The links that still open something, oldest first. */
export async function listLinks(system: System): Promise<Link[]> {
  const now = Date.parse(system.clock.now());
  const links = await readLinks(system.table);
  return links
    .filter(({ revokedAt, expiresAt }) => revokedAt === null && Date.parse(expiresAt) > now)
    .sort((a, b) => a.issuedAt.localeCompare(b.issuedAt));
}

/** The open links of one holder, by its code, or the one whose hash begins with at least twelve characters given. */
export async function linksOf(system: System, whose: string, regime?: string): Promise<Link[]> {
  const open = (await listLinks(system)).filter((link) => regime === undefined || link.regime === regime);
  const held = open.filter(({ holder }) => codeOf(holder) === whose);
  if (held.length > 0) return held;
  const isHash = /^[0-9a-f]{12,64}$/i.test(whose);
  const hashed = isHash ? open.filter(({ hash }) => hash.startsWith(whose.toLowerCase())) : [];
  if (hashed.length === 0) throw new Unknown(`no open link of "${whose}"`);
  return hashed;
}

/** Revokes these links; returns how many were still open. */
export async function revokeLinks(system: System, links: readonly Link[]): Promise<number> {
  const now = system.clock.now();
  let revoked = 0;
  for (const { hash } of links) if (await revokeLink(system.table, hash, now)) revoked += 1;
  return revoked;
}
