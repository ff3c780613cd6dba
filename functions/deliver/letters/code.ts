import { codeMail } from '../../../shared/mail/code.ts';
import { sessionHours } from '../../../shared/office/desk/codes.ts';
import { readAddress } from '../../../shared/records/addresses.ts';
import { type CodeRequest, mintCode } from '../../../shared/records/codes.ts';
import { codeMinutes } from '../../../shared/vocabulary/device-code.ts';
import {
  currentRegime,
  type Letter,
  type LetterDependencies,
  RecipientMissing,
  recipientIn,
} from './letter.ts';

/** Mints a code for the request, and writes the mail that alone holds it. Throws RecipientMissing. */
export async function codeLetter(dependencies: LetterDependencies, request: CodeRequest): Promise<Letter> {
  const regime = await currentRegime(dependencies, request.regime);
  const { recipient: id } = request;
  const recipient = recipientIn(regime, id);
  if (recipient.role !== 'decides') throw new RecipientMissing(`${id} no longer decides in ${regime.id}`);
  if ((await readAddress(dependencies.table, recipient.email))?.state === 'bounced') {
    throw new RecipientMissing(`nothing arrives at the address of ${id} since the code was asked for`);
  }
  const now = Date.parse(dependencies.clock.now());
  const expiresAt = new Date(now + codeMinutes * 60_000).toISOString();
  const code = await mintCode(dependencies.table, request, expiresAt, dependencies.randomBytes);
  const mail = codeMail({ regime, recipient, code, expiresAt, minutes: codeMinutes, hours: sessionHours });
  return { mail, replyTo: regime.office.replyTo };
}
