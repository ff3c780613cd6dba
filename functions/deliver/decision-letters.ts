import { decisionMail, declarationNoticeMail } from '../../shared/mail/decision.ts';
import type { Mail } from '../../shared/mail/mail.ts';
import { readFilings } from '../../shared/records/filings.ts';
import type { Message } from '../../shared/records/rows.ts';
import { currentRegime, type Desk, dutyNow, find, wayIn } from './desk.ts';

/** Tells the unit, or somebody of the office, of one decision; null where nobody is told of its kind. */
export async function decisionLetter(
  desk: Desk,
  message: Extract<Message, { kind: 'decision' }>,
): Promise<{ mail: Mail; replyTo: string } | null> {
  const regime = await currentRegime(desk, message.regime);
  const unit = find(regime.units, ({ code }) => code === message.unit, message.unit);
  const period = find(regime.periods, ({ id }) => id === message.period, message.period);
  const { versions, decisions } = await readFilings(desk.table, period.id, unit.code);
  const decision = decisions.find((each) => each.decision === message.decision);
  // The row of the outbox is written after the decision's: without it something is broken, and is tried again.
  if (!decision) throw new Error(`the decision ${message.decision} is not recorded`);
  if (decision.kind === 'guidance') return null;
  const { due, rule, counting } = await dutyNow(desk, regime, period, unit);
  const about = { regime, period, unit, due, rule };
  const { replyTo } = regime.office;
  if (message.recipient === null) {
    const { way } = await wayIn(desk, regime, { kind: 'unit', unit: unit.code });
    const meant = 'upload' in decision && versions.find(({ upload }) => upload === decision.upload);
    return {
      mail: decisionMail({
        ...{ ...about, ...way, decision },
        version: meant || null,
        counting: counting?.kind === 'version' ? counting.version : null,
      }),
      replyTo,
    };
  }
  if (decision.kind !== 'nil' && decision.kind !== 'extension-request') return null;
  const recipient = find(regime.office.recipients, ({ id }) => id === message.recipient, message.recipient);
  const { way } = await wayIn(desk, regime, { kind: 'office', recipient: recipient.id });
  return { mail: declarationNoticeMail({ ...about, decision, recipient, link: way.link }), replyTo };
}
