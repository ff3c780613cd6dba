/** Telling the office: a few things an hour one by one, more of them together, when the hour is over. */
import type { Dependencies } from '../../ports/dependencies.ts';
import { putBundled } from '../../records/bundles.ts';
import { takeFromWindow, windowAt } from '../../records/limits.ts';
import { outboxId, putMessage, putTold, readMessage } from '../../records/outbox.ts';
import type { Bundled, Message } from '../../records/rows.ts';
import { enqueueMail } from '../enqueue-mail.ts';

type Needs = Pick<Dependencies, 'table' | 'outbox' | 'clock'>;

const hour = 3600;
/** So many notices of declarations an hour reach a recipient one by one. */
const singleNotices = 3;

/**
 * Lets one of the office know of a unit's declaration, by a mail of its own or in the hour's bundle. Doing it again
 * changes nothing.
 */
export async function tellDeclaration(
  needs: Needs,
  message: Extract<Message, { kind: 'decision' }> & { readonly recipient: string },
): Promise<void> {
  const { table, clock } = needs;
  const { regime, recipient, period, unit, decision } = message;
  const id = outboxId(message);
  // Asked for before: whether it waits, went or stands in a bundle, there is no second telling.
  const known = (await readMessage(table, id)) !== null;
  const name = `notices/${regime}/${recipient}`;
  const single =
    known ||
    (await takeFromWindow(table, { name, window: hour, limit: singleNotices, now: clock.now() })).allowed;
  if (single) {
    await enqueueMail(needs, message, id);
    return;
  }
  await tellTogether(needs, { regime, recipient }, { kind: 'decision', period, unit, decision });
  await putTold(table, id, message, clock.now());
}

/**
 * Puts it into the recipient's bundle of this hour. Nobody is woken: the hourly run finds the bundle's mail waiting since
 * the hour began.
 */
export async function tellTogether(
  { table, clock }: Pick<Needs, 'table' | 'clock'>,
  whom: { readonly regime: string; readonly recipient: string },
  bundled: Bundled,
): Promise<void> {
  const { from } = windowAt(clock.now(), hour);
  await putBundled(table, { ...whom, from }, bundled);
  const message = { kind: 'bundle', ...whom, from } as const;
  await putMessage(table, outboxId(message), message, from);
}
