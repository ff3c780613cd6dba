import { composeMime } from '../../shared/mail/mime.ts';
import { readAddress } from '../../shared/records/addresses.ts';
import { type CodeRequest, readCodeRequest } from '../../shared/records/codes.ts';
import type { CodeWanted } from '../../shared/records/wake.ts';
import { codeMinutes } from '../../shared/vocabulary/device-code.ts';
import { type Letter, RecipientMissing } from './letters/letter.ts';
import { type DeliverDependencies, TryLater } from './send-message.ts';

export interface CodeDependencies
  extends Pick<DeliverDependencies, 'table' | 'mailer' | 'logger' | 'clock' | 'sender'> {
  /** Mints a code and writes the mail that alone holds it. */
  readonly writeCode: (request: CodeRequest) => Promise<Letter>;
}

/**
 * Mints and mails one code. No row of the outbox: a code must stand nowhere. Where the mail fails the message comes
 * again, and another code is minted; whoever waits longer than ten minutes has asked again. Throws TryLater.
 */
export async function sendCode(dependencies: CodeDependencies, { link, id }: CodeWanted): Promise<void> {
  const { table, mailer, logger, clock, sender, writeCode } = dependencies;
  const request = await readCodeRequest(table, link, id);
  if (!request) throw new TryLater(`no request ${id} for a code yet`);
  const about = { id, recipient: request.recipient };
  const age = Date.parse(clock.now()) - Date.parse(request.askedAt);
  if (age > codeMinutes * 60_000 || request.usedAt !== null) {
    logger.warn('CODE_TOO_LATE: nobody waits for this code any more', about);
    return;
  }
  try {
    const letter = await writeCode(request);
    const raw = await composeMime(letter.mail, {
      from: sender,
      replyTo: letter.replyTo,
      messageId: `code.${id}.${request.minted.length}@unit-reports`,
      date: clock.now(),
      boundarySeed: id,
    });
    // No pace: a few codes a day are nothing to SES, and somebody waits.
    const mark = await readAddress(table, letter.mail.to);
    const isDoubtful = mark !== null && mark.state !== 'good';
    const sesMessageId = await mailer.send({ raw, from: sender, to: letter.mail.to, isDoubtful });
    logger.info('CODE_SENT: SES took the mail with a code', { ...about, sesMessageId });
  } catch (error) {
    if (error instanceof RecipientMissing) {
      logger.warn('CODE_NOT_OWED: whoever asked may not decide any more', { ...about, error });
      return;
    }
    throw new TryLater(`the code ${id} was not sent`, { cause: error });
  }
}
