/** Renewing: whoever holds a link that ran out has another mailed to its holder's registered address, and to no other. */
import type { Dependencies } from '../ports/dependencies.ts';
import { takeFromWindow } from '../records/limits.ts';
import { areLinksStopped, findLink } from '../records/links.ts';
import { codeOf, sendInvitation } from './invite.ts';

const mailsADay = 3;

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
    ...{ name, window: 86_400, limit: mailsADay, now: clock.now() },
  });
  if (allowed) await sendInvitation(dependencies, { regime: { id: regime }, holder });
}
