/** The office presses: a reminder now, a new link, an address that works again, a letter to whoever owes. */
import pMap from 'p-map';
import type * as z from 'zod';
import {
  mendOwnAddress,
  mendRecipientsAddress,
  mendUnitsAddress,
  type Pressed,
  remindNow,
  sendNewLink,
  whyNoLink,
  whyNotReminded,
} from '../../shared/office/chase/by-hand.ts';
import { lastReminders } from '../../shared/office/chase/last-reminder.ts';
import { readOnce } from '../../shared/office/chase/read-once.ts';
import { previewReminder } from '../../shared/office/chase/reminded-duty.ts';
import { draftUrgingLetter, owingOf } from '../../shared/office/chase/urging-letter.ts';
import { withGuidance } from '../../shared/office/guidance.ts';
import { Refused } from '../../shared/office/refused.ts';
import { type Language, say } from '../../shared/vocabulary/text.ts';
import type {
  Mailed,
  MailPreview,
  MailRequest,
  Mended,
  MendOwnRequest,
  MendRequest,
  PreviewRequest,
  Reach,
  ReachRequest,
  Reminded,
  RemindedRequest,
} from './contract/chase.ts';
import type { Answer } from './contract/terms.ts';
import { periodOf, signature } from './desk.ts';
import { HandedFile } from './operation.ts';
import type { Decider, Officer, PortalDependencies } from './visitor.ts';

const atOnce = 16;

/** Of each unit the answer says what became of it; one that cannot be mailed to holds up no other. Throws Refused. */
export async function answerMailed(
  dependencies: PortalDependencies,
  decider: Decider,
  { period: id, units, reason }: z.output<typeof MailRequest>,
  which: 'reminder' | 'link',
  language: Language,
): Promise<Answer<typeof Mailed>> {
  const { regime } = decider;
  const about = { regime, period: periodOf(decider, id), reason, ...signature(decider) };
  const mail = which === 'reminder' ? remindNow : sendNewLink;
  const one = async (unit: string) => ({
    unit,
    refused: await refusalOf(dependencies, () => mail(dependencies, { ...about, unit }), about, language),
  });
  return { outcomes: await pMap(new Set(units), one, { concurrency: atOnce }) };
}

/** Whom a press would reach; mails nothing. Throws Refused. */
export async function answerReach(
  { table, clock }: PortalDependencies,
  officer: Officer,
  { period: id, units, mail }: z.output<typeof ReachRequest>,
  language: Language,
): Promise<Answer<typeof Reach>> {
  const { regime } = officer;
  const about = { regime, period: periodOf(officer, id) };
  // What holds for all of them is read with the first.
  const looking = { table: readOnce(table), clock };
  const why = mail === 'reminder' ? whyNotReminded : whyNoLink;
  const one = async (unit: string) => {
    const hindered = await why(looking, { ...about, unit }).catch((error: unknown) => {
      // One that the regime has no more stands on the board still, and keeps no other from being told.
      if (error instanceof Refused) return { refused: error, since: null };
      throw error;
    });
    if (hindered === null) return { unit, hindered };
    const { refused, since } = hindered;
    return { unit, hindered: { code: refused.code, message: say(refused.words, language), since } };
  };
  return { units: await pMap(new Set(units), one, { concurrency: atOnce }) };
}

/** The mail that a press would send this unit; mails nothing. Throws Refused. */
export async function answerPreview(
  dependencies: PortalDependencies,
  officer: Officer,
  { period, unit, reason }: z.output<typeof PreviewRequest>,
): Promise<Answer<typeof MailPreview>> {
  const { regime } = officer;
  const asked = { regime, period: periodOf(officer, period), unit, reason };
  const { to, subject, text } = await previewReminder(dependencies, asked);
  return { to, subject, text };
}

/** When each of the units was reminded last of the period. Throws Refused. */
export async function answerReminded(
  dependencies: PortalDependencies,
  officer: Officer,
  { period: id, units }: z.output<typeof RemindedRequest>,
): Promise<Answer<typeof Reminded>> {
  const lastOf = lastReminders(dependencies, officer.regime, periodOf(officer, id));
  const one = async (unit: string) => ({ unit, ...(await lastOf(unit)) });
  return { units: await pMap(new Set(units), one, { concurrency: atOnce }) };
}

async function refusalOf(
  { logger }: Pick<PortalDependencies, 'logger'>,
  mail: () => Promise<void>,
  { period }: Pick<Pressed, 'period'>,
  language: Language,
): Promise<{ readonly code: string; readonly message: string } | null> {
  try {
    await mail();
    return null;
  } catch (error) {
    const refused = error instanceof Refused ? error : new Refused('FAULT');
    if (refused !== error) {
      logger.error('MAIL_NOT_QUEUED: a mail that the office pressed for could not be queued', {
        error,
        period: period.id,
      });
    }
    return { code: refused.code, message: say(refused.words, language) };
  }
}

/** Throws Refused. */
export async function answerMended(
  dependencies: PortalDependencies,
  decider: Decider,
  { period, unit, ...asked }: z.output<typeof MendRequest>,
): Promise<Answer<typeof Mended>> {
  const { regime } = decider;
  const by = { ...asked, ...signature(decider) };
  if (period === undefined || unit === undefined) {
    const recipient = regime.office.recipients.find(
      ({ email }) => email.toLowerCase() === asked.address.toLowerCase(),
    );
    if (!recipient) throw new Refused('NOT_BOUNCED', { unit: asked.address });
    await mendRecipientsAddress(dependencies, recipient, by);
  } else {
    await mendUnitsAddress(dependencies, { ...by, regime, period: periodOf(decider, period), unit });
  }
  return { mended: true };
}

/** Throws Refused. */
export async function answerOwnMended(
  dependencies: PortalDependencies,
  officer: Officer,
  { reason }: z.output<typeof MendOwnRequest>,
): Promise<Answer<typeof Mended>> {
  await mendOwnAddress(dependencies, officer, { reason, ...signature(officer) });
  return { mended: true };
}

/** The letter to whoever owes the period now, as a draft to be signed. Throws Refused. */
export async function answerUrgingLetter(
  dependencies: PortalDependencies,
  officer: Officer,
  id: string,
): Promise<HandedFile> {
  const regime = await withGuidance(dependencies, officer.regime);
  const period = periodOf({ regime }, id);
  const owing = await owingOf(dependencies, regime, period);
  if (owing.length === 0) throw new Refused('NOBODY_OWES', { period: id });
  const { fileName, contentType, bytes } = await draftUrgingLetter(dependencies, regime, period, owing);
  return new HandedFile(fileName, contentType, bytes);
}
