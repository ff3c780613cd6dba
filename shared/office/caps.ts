/** What one unit may set off in an hour: far above what people do, far below what would hold up the others. */
import { createHash } from 'node:crypto';
import type { Filings } from '../filing/filings.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { takeFromWindow } from '../records/limits.ts';
import { shortMoment } from '../wording/vietnamese.ts';
import type { Sender } from './open-duty.ts';
import { Refused } from './refused.ts';

const hour = 3600;

/** Of a unit, whatever the period. */
const mintsAnHour = 120;
/** Of a unit, a period and a kind; each one is three mails. */
const declarationsAnHour = 6;
/** Of a unit and a period: rejected and unreadable ones. Each costs a reading, and a mail with a copy. */
const badFilesAnHour = 30;

type Needs = Pick<Dependencies, 'table' | 'clock'>;

/** One more upload of this unit. Throws Refused. */
export function allowMint(needs: Needs, sender: Sender): Promise<void> {
  const name = `mint/${sender.regime.id}/${sender.unit.code}`;
  return take(needs, sender, { name, limit: mintsAnHour, code: 'TOO_MANY_UPLOADS' });
}

/** Of one address, and of all together: receipts are checked by people, one after the other. */
const checksOfAddress = 30;
const checksOfAll = 600;
const minute = 60;

/**
 * One more receipt that somebody without a link wants to check; `address` is theirs, of which only a hash is kept, for a
 * day. Throws Refused.
 */
export async function allowReceiptCheck({ table, clock }: Needs, address: string): Promise<void> {
  const whose = createHash('sha256').update(address).digest('hex').slice(0, 16);
  // Their own first: one who asks without end must not use up what is everybody's.
  for (const [name, limit] of [
    [`receipts/${whose}`, checksOfAddress],
    ['receipts', checksOfAll],
  ] as const) {
    const taken = await takeFromWindow(table, { name, limit, window: minute, now: clock.now() });
    if (!taken.allowed) throw new Refused('TOO_MANY_CHECKS', {}, taken.goesOnAt);
  }
}

/** One more declaration of this kind. Throws Refused. */
export function allowDeclaration(
  needs: Needs,
  sender: Sender,
  { kind, period }: { readonly kind: string; readonly period: string },
): Promise<void> {
  const name = `${kind}/${sender.regime.id}/${period}/${sender.unit.code}`;
  return take(needs, sender, { name, limit: declarationsAnHour, code: 'TOO_MANY_DECLARATIONS' });
}

/** Refuses another file where too many of the last hour's were no reports. Throws Refused. */
export function refuseAfterBadFiles(
  { clock }: Pick<Needs, 'clock'>,
  { regime, unit }: Sender,
  { versions }: Filings,
): void {
  const since = Date.parse(clock.now()) - hour * 1000;
  const bad = versions
    .filter((version) => version.unit === unit.code && ['rejected', 'unreadable'].includes(version.state))
    .map(({ recordedAt }) => Date.parse(recordedAt))
    .filter((at) => at > since)
    .sort((a, b) => a - b);
  const oldest = bad.at(-badFilesAnHour);
  if (oldest === undefined) return;
  const goesOnAt = new Date(oldest + hour * 1000).toISOString();
  throw tooMany('TOO_MANY_BAD_FILES', badFilesAnHour, goesOnAt, regime.timeZone);
}

type CapCode = 'TOO_MANY_UPLOADS' | 'TOO_MANY_DECLARATIONS' | 'TOO_MANY_BAD_FILES';

async function take(
  { table, clock }: Needs,
  { regime }: Sender,
  { name, limit, code }: { readonly name: string; readonly limit: number; readonly code: CapCode },
): Promise<void> {
  const taken = await takeFromWindow(table, { name, limit, window: hour, now: clock.now() });
  if (!taken.allowed) throw tooMany(code, limit, taken.goesOnAt, regime.timeZone);
}

function tooMany(code: CapCode, limit: number, goesOnAt: string, timeZone: string): Refused {
  return new Refused(code, { limit: String(limit), when: shortMoment(goesOnAt, timeZone) }, goesOnAt);
}
