import { deviceOf } from '../../shared/office/desk/codes.ts';
import type { Sender } from '../../shared/office/open-duty.ts';
import { Refused } from '../../shared/office/refused.ts';
import type { Dependencies } from '../../shared/ports/dependencies.ts';
import type { DeviceSession } from '../../shared/records/codes.ts';
import { LinkRefused, openLink, regimeOfLink } from '../../shared/records/links.ts';
import { type CurrentRegime, readCurrentRegime, readRegimeVersion } from '../../shared/records/regimes.ts';
import type { Link } from '../../shared/records/rows.ts';
import { officeItself, officeOf } from '../../shared/regime/recipients.ts';
import type { Recipient, Regime } from '../../shared/regime/regime.ts';

/** The unit that asks, and under which version of which regime. */
export type Visitor = Sender;

export type PortalDependencies = Pick<
  Dependencies,
  'table' | 'store' | 'signer' | 'outbox' | 'codes' | 'clock' | 'randomBytes' | 'logger'
>;

/** Somebody of the office, who sees what all units of the regime have sent. */
export interface Officer {
  readonly recipient: Recipient;
  readonly regime: Regime;
  readonly regimeHash: string;
  readonly linkHash: string;
  readonly link: Link;
  /** This device's leave to decide; null where no code was entered on it, or it is over. */
  readonly session: DeviceSession | null;
}

/** Somebody of the office on a device that may decide. */
export interface Decider extends Officer {
  readonly session: DeviceSession;
}

/** What a request shows of who asks. */
export interface Credentials {
  /** The header: the code of a link. */
  readonly authorization: string | undefined;
  /** A cookie of this browser, by name. */
  readonly cookie: (name: string) => string | undefined;
}

/** Each link has its own, so that two of them may be open in one browser. */
export function sessionCookie({ hash }: Pick<Link, 'hash'>): string {
  return `desk-${hash.slice(0, 12)}`;
}

/** The unit whose token this is. Throws Refused (401 for no or a wrong token, 403 for one that is over). */
export async function admit(
  dependencies: PortalDependencies,
  { authorization }: Credentials,
): Promise<Visitor> {
  const { link, ...of } = await holderOf(dependencies, authorization);
  const { holder, scope, hash } = link;
  if (holder.kind !== 'unit') throw new Refused('LINK_OF_OFFICE');
  const unit = of.regime.units.find(({ code }) => code === holder.unit);
  if (!unit) throw new Refused('LINK_REVOKED', { office: officeOf(of.regime) });
  return { unit, scope, linkHash: hash, ...of };
}

/** The recipient of the office whose token this is. Throws Refused. */
export async function admitOfficer(
  dependencies: PortalDependencies,
  { authorization, cookie }: Credentials,
): Promise<Officer> {
  const { link, ...of } = await holderOf(dependencies, authorization);
  const { holder, hash } = link;
  if (holder.kind !== 'office') throw new Refused('LINK_OF_UNIT');
  const recipient = officeItself(of.regime).find(({ id }) => id === holder.recipient);
  if (!recipient) throw new Refused('LINK_REVOKED', { office: officeOf(of.regime) });
  const secret = cookie(sessionCookie(link)) ?? null;
  return {
    recipient,
    link,
    linkHash: hash,
    ...of,
    session: await deviceOf(dependencies, { link, recipient }, secret),
  };
}

/** The same, provided the recipient decides and a code was entered on this device. Throws Refused. */
export async function admitDecider(
  dependencies: PortalDependencies,
  credentials: Credentials,
): Promise<Decider> {
  const officer = await admitOfficer(dependencies, credentials);
  const { session, recipient } = officer;
  if (recipient.role !== 'decides') throw new Refused('ROLE_READS');
  if (!session) throw new Refused('CODE_NEEDED');
  return { ...officer, session };
}

/** Who asks, by whose link an operation wants. Throws Refused. */
export const admitAs = {
  unit: admit,
  office: admitOfficer,
  decider: admitDecider,
  anybody: async () => null,
} as const;

/** The code that a request brings, or null. */
export function tokenOf(authorization: string | undefined): string | null {
  return /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1] ?? null;
}

async function holderOf(dependencies: PortalDependencies, authorization: string | undefined) {
  const token = tokenOf(authorization);
  if (token === null) throw new Refused('LINK_MISSING');
  // Of a link that was let in before is known which regime it belongs to: then both travel together.
  const likely = regimeOfLink(dependencies.table, token);
  const [link, early] = await Promise.all([
    open(dependencies, token),
    likely === null ? null : readCurrentRegime(dependencies.table, likely),
  ]);
  return { link, ...(await regimeOf(dependencies, link.regime, early)) };
}

async function open(dependencies: PortalDependencies, token: string): Promise<Link> {
  try {
    return await openLink(dependencies.table, token, dependencies.clock.now());
  } catch (error) {
    if (!(error instanceof LinkRefused)) throw error;
    // Whoever never had a link is told whom to ask in general words: the regime is not theirs to read.
    const office =
      error.regime === null ? 'Văn phòng' : officeOf((await regimeOf(dependencies, error.regime)).regime);
    throw new Refused(error.code, { office });
  }
}

async function regimeOf(
  { table, store }: PortalDependencies,
  id: string,
  early: CurrentRegime | null = null,
): Promise<{ regime: Regime; regimeHash: string }> {
  const current = early?.regime === id ? early : await readCurrentRegime(table, id);
  if (!current) throw new Error(`a link leads to the regime ${id}, which was never applied`);
  return { regime: await readRegimeVersion(store, current.hash), regimeHash: current.hash };
}

/** Who receives the regime's reports. */
export function authorityOf({ authority }: Regime): { parent: string; name: string } {
  return { parent: authority.parent, name: authority.name };
}
