/**
 * A draft taken back before it was signed: settled at the press, in the row in which its signature would stand, and carried
 * out by deliver, where no browser has a say.
 */
import { issuedLast, takenBackBy } from '../../filing/edition.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { backAsk, type DraftAsk } from '../../records/draft-asks.ts';
import { readEditions, recordAct } from '../../records/editions.ts';
import type { Message } from '../../records/rows.ts';
import { putTakingBack, readSignatures, readTakingBack, type TakingBack } from '../../records/signatures.ts';
import { aboveOffice, officeItself, recipientBy } from '../../regime/recipients.ts';
import type { Regime } from '../../regime/regime.ts';
import { shortMoment } from '../../wording/vietnamese.ts';
import { enqueueMail } from '../enqueue-mail.ts';
import { Refused } from '../refused.ts';
import type { Owed } from '../regimes-in-force.ts';
import { alreadyIssued, isAddressed, sentUnsigned } from './issue.ts';

type Needs = Pick<Dependencies, 'table' | 'outbox' | 'clock'>;
type Signed = Pick<DraftAsk, 'actor' | 'link' | 'reason'>;

/**
 * The edition that is no longer before whoever issues. Asked again it goes on where it was. Throws Refused where it is not
 * the newest, was signed, or has gone upward.
 */
export async function askToTakeBack(
  dependencies: Needs,
  { regime, period }: Owed,
  { run, ...by }: Signed & { readonly run: string },
): Promise<{ readonly edition: number }> {
  const { table, clock } = dependencies;
  const newest = issuedLast(await readEditions(table, period.id));
  if (!newest) throw new Refused('DRAFT_NONE', { period: period.id });
  if (newest.run !== run) throw new Refused('ISSUE_CHANGED');
  const had: string[] = [];
  for (const { id, name } of aboveOffice(regime)) {
    if (await isAddressed(table, run, id)) had.push(name);
  }
  // Only now: what goes to them signed is on record before it waits to be sent.
  await refuseSigned(table, period.id, run);
  if (had.length > 0) throw sentUnsigned(newest, had);
  const { edition } = newest;
  const draft = { period: period.id, edition, run };
  // Who asked first stands, though it was before both stood in one row.
  const first = await readTakingBack(table, draft);
  const said = first ?? { ...by, at: clock.now() };
  const recipients = officeItself(regime).map(({ id }) => id);
  const asked = { ...said, period: period.id, ask: backAsk(edition), takesBack: run, recipients };
  if (await putTakingBack(table, edition, asked)) {
    await announceTakingBack(dependencies, regime, asked);
    return { edition };
  }
  await refuseSigned(table, period.id, run);
  const before = await readTakingBack(table, draft);
  if (before) await announceTakingBack(dependencies, regime, before);
  return { edition };
}

async function refuseSigned(table: Needs['table'], period: string, run: string): Promise<void> {
  const signed = (await readSignatures(table, period)).find((each) => each.run === run);
  if (signed) throw alreadyIssued(signed);
}

/** Throws Refused where the draft is taken back, and carries on what was cut off after that was settled. */
export async function refuseWhereTakenBack(
  dependencies: Needs,
  regime: Regime,
  about: { readonly period: string; readonly edition: number; readonly run: string },
): Promise<void> {
  const by = await readTakingBack(dependencies.table, about);
  if (!by) return;
  await announceTakingBack(dependencies, regime, by);
  const who = recipientBy(regime, by.actor)?.name ?? by.actor;
  const at = shortMoment(by.at, regime.timeZone);
  throw new Refused('DRAFT_GOES_BACK', { edition: String(about.edition), who, at });
}

/**
 * Puts on record that the draft was taken back, and returns which and by whom; null where it was signed. Done again it
 * changes nothing.
 */
export async function takeBackDraft(
  { table }: Pick<Dependencies, 'table'>,
  { period, ask }: Pick<DraftAsk, 'period' | 'ask'>,
): Promise<{ readonly edition: number; readonly by: DraftAsk } | null> {
  const found = (await readEditions(table, period)).find((each) => backAsk(each.edition) === ask);
  const by = found && (await readTakingBack(table, { period, edition: found.edition, run: found.run }));
  if (!by) return null;
  if (takenBackBy(found) === null) {
    const { actor, reason, at } = by;
    await recordAct(table, period, found.edition, { actor, reason, at, recipients: [], takesBack: true });
  }
  return { edition: found.edition, by };
}

/** Queues what takes the draft back and tells the office; what was queued before is left as it is. */
async function announceTakingBack(
  dependencies: Needs,
  regime: Pick<Regime, 'id'>,
  asked: TakingBack,
): Promise<void> {
  for (const mail of mailsOfTakingBack(regime, asked)) await enqueueMail(dependencies, mail);
}

export function mailsOfTakingBack(
  { id: regime }: Pick<Regime, 'id'>,
  { period, ask, recipients }: TakingBack,
): Message[] {
  return recipients.map((recipient) => ({ kind: 'draft-taken-back', regime, period, ask, recipient }));
}
