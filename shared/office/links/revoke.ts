/** The links that are out: listed, and revoked with whatever their holder would get next. */
import type { Dependencies } from '../../ports/dependencies.ts';
import { readLinks, revokeLink, stopLinks } from '../../records/links.ts';
import type { Link } from '../../records/rows.ts';
import { regimesInForce, Unknown } from '../regimes-in-force.ts';
import { codeOf } from './invite.ts';

/** The links that still open something, oldest first. */
export async function listLinks({ table, clock }: Pick<Dependencies, 'table' | 'clock'>): Promise<Link[]> {
  const now = Date.parse(clock.now());
  const links = await readLinks(table);
  return links
    .filter(({ revokedAt, expiresAt }) => revokedAt === null && Date.parse(expiresAt) > now)
    .sort((a, b) => a.issuedAt.localeCompare(b.issuedAt));
}

/** A unit's code or a recipient's id, in the regime whose links it may hold. */
interface Holding {
  readonly regime: string;
  readonly code: string;
}

/**
 * Who goes by this code: of the regimes in force, and of links ever minted, since whoever was taken out of a regime may
 * still hold one. Whether a link of theirs is open says nothing: the next mail would mint one. Empty where nobody does.
 */
async function holdersOf(
  records: Pick<Dependencies, 'table' | 'store'>,
  code: string,
  regime?: string,
): Promise<readonly Holding[]> {
  const named = (await regimesInForce(records)).filter(
    ({ units, office }) =>
      units.some((unit) => unit.code === code) || office.recipients.some(({ id }) => id === code),
  );
  const held = (await readLinks(records.table)).filter(({ holder }) => codeOf(holder) === code);
  const regimes = new Set([...named.map(({ id }) => id), ...held.map((link) => link.regime)]);
  return [...regimes]
    .filter((id) => regime === undefined || id === regime)
    .map((id) => ({ regime: id, code }));
}

/** The open links of whoever goes by this code. */
export async function linksOf(
  dependencies: Pick<Dependencies, 'table' | 'clock'>,
  code: string,
  regime?: string,
): Promise<Link[]> {
  return (await openLinks(dependencies, regime)).filter(({ holder }) => codeOf(holder) === code);
}

/** The open links whose hash begins with these, at least twelve, characters. */
async function linksHashed(
  dependencies: Pick<Dependencies, 'table' | 'clock'>,
  beginning: string,
  regime?: string,
): Promise<Link[]> {
  if (!/^[0-9a-f]{12,64}$/i.test(beginning)) return [];
  const begins = beginning.toLowerCase();
  return (await openLinks(dependencies, regime)).filter(({ hash }) => hash.startsWith(begins));
}

async function openLinks(
  dependencies: Pick<Dependencies, 'table' | 'clock'>,
  regime: string | undefined,
): Promise<Link[]> {
  return (await listLinks(dependencies)).filter((link) => regime === undefined || link.regime === regime);
}

/** Lets no mail mint a link for these holders any more, until an admin gives one. */
async function stopHolders(
  { table, clock }: Pick<Dependencies, 'table' | 'clock'>,
  holders: readonly Holding[],
): Promise<void> {
  const now = clock.now();
  for (const { regime, code } of holders) await stopLinks(table, regime, code, now);
}

/** What a revocation reaches. */
interface Revocation {
  /** Who gets no link any more, by no mail; empty where one link was named by its hash. */
  readonly stopped: readonly Holding[];
  /** The links that were open. */
  readonly links: readonly Link[];
  readonly revoked: number;
}

/**
 * Revokes all links of whoever goes by this code, and lets no mail mint another until an admin gives one; or revokes the
 * one link whose hash begins so. `dryRun` writes nothing. Throws Unknown.
 */
export async function revoke(
  dependencies: Pick<Dependencies, 'table' | 'store' | 'clock'>,
  whose: string,
  { regime, dryRun = false }: { readonly regime?: string | undefined; readonly dryRun?: boolean } = {},
): Promise<Revocation> {
  const stopped = await holdersOf(dependencies, whose, regime);
  // Before their links are looked for: what is minted meanwhile is either found here or revoked by whoever minted it.
  if (!dryRun) await stopHolders(dependencies, stopped);
  const links =
    stopped.length > 0
      ? await linksOf(dependencies, whose, regime)
      : await linksHashed(dependencies, whose, regime);
  if (stopped.length === 0 && links.length === 0) {
    throw new Unknown(`no unit, recipient or open link "${whose}"`);
  }
  return { stopped, links, revoked: dryRun ? 0 : await revokeLinks(dependencies, links) };
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
