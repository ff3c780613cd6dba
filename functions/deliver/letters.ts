import { deadlineOf, ruleSentence } from '../../shared/filing/deadline.ts';
import { isOwing } from '../../shared/filing/duty.ts';
import { invitationMail, officeInvitationMail } from '../../shared/mail/invitation.ts';
import type { Mail } from '../../shared/mail/mail.ts';
import { receiptMail } from '../../shared/mail/receipt.ts';
import { rejectionMail } from '../../shared/mail/rejection.ts';
import { reminderMail } from '../../shared/mail/reminder.ts';
import { readFilings, readReading, readVersion } from '../../shared/records/filings.ts';
import { readRegimeVersion } from '../../shared/records/regimes.ts';
import type { Message, OutboxRow } from '../../shared/records/rows.ts';
import { dayOf, workingDaysUntil } from '../../shared/regime/calendar.ts';
import { annotatedCopy } from './annotated-copy.ts';
import { decisionLetter } from './decision-letters.ts';
import { currentRegime, type Desk, dutyNow, find, wayIn } from './desk.ts';
import { correctionLetter, issuedLetter, summaryLetter } from './office-letters.ts';

type Of<Kind extends Message['kind']> = Extract<Message, { kind: Kind }>;

/** The mail of an outbox row, rendered now; null where it is no longer needed. Throws NobodyToWriteTo. */
export async function writeLetter(
  desk: Desk,
  { message }: OutboxRow,
): Promise<{ mail: Mail; replyTo: string } | null> {
  switch (message.kind) {
    case 'invitation':
      return invitation(desk, message);
    case 'office-invitation':
      return officeInvitation(desk, message);
    case 'verdict':
      return verdict(desk, message);
    case 'decision':
      return decisionLetter(desk, message);
    case 'reminder':
      return reminder(desk, message);
    case 'summary':
      return summaryLetter(desk, message);
    case 'issued-report':
      return issuedLetter(desk, message);
    case 'correction':
      return correctionLetter(desk, message);
  }
}

async function invitation(desk: Desk, message: Of<'invitation'>) {
  const regime = await currentRegime(desk, message.regime);
  const unit = find(regime.units, (candidate) => candidate.code === message.unit, message.unit);
  const owed = regime.periods.filter((period) => period.assignedTo.includes(unit.kind));
  const duties = await Promise.all(
    owed.map(async (period) => {
      const duty = await dutyNow(desk, regime, period, unit);
      return { title: period.title, due: duty.due, rule: duty.rule, status: duty.status };
    }),
  );
  const { way, expiresAt } = await wayIn(desk, regime, { kind: 'unit', unit: unit.code });
  return {
    mail: invitationMail({ ...way, regime, unit, duties, expiresAt }),
    replyTo: regime.office.replyTo,
  };
}

async function officeInvitation(desk: Desk, message: Of<'office-invitation'>) {
  const regime = await currentRegime(desk, message.regime);
  const recipient = find(regime.office.recipients, ({ id }) => id === message.recipient, message.recipient);
  const { way, expiresAt } = await wayIn(desk, regime, { kind: 'office', recipient: recipient.id });
  return {
    mail: officeInvitationMail({ ...way, regime, recipient, expiresAt }),
    replyTo: regime.office.replyTo,
  };
}

async function verdict(desk: Desk, message: Of<'verdict'>) {
  const version = await readVersion(desk.table, message);
  const reading = await readReading(desk.store, message.upload);
  if (!version || !reading) throw new Error(`the version ${message.upload} is not recorded whole`);
  // The words come from the version the file was judged by, the address from the regime as it is today.
  const regime = await readRegimeVersion(desk.store, version.regimeHash);
  const today = await currentRegime(desk, version.regime);
  const judged = find(regime.units, ({ code }) => code === version.unit, version.unit);
  const unit = today.units.find(({ code }) => code === version.unit) ?? judged;
  const period = find(regime.periods, ({ id }) => id === version.period, version.period);

  const filings = await readFilings(desk.table, period.id, unit.code);
  const deadline = deadlineOf({ regime, period, unit: unit.code, decisions: filings.decisions });
  const { way } = await wayIn(desk, regime, { kind: 'unit', unit: unit.code });
  const about = {
    ...{ regime, period, unit, version },
    findings: reading.findings,
    narrative: reading.narrative,
    link: way.link,
    ...(deadline.due !== null &&
      deadline.onTimeUntil !== null && {
        timeliness: {
          late: Date.parse(version.receivedAt) >= Date.parse(deadline.onTimeUntil) + 1000,
          due: deadline.due,
          rule: ruleSentence(period, deadline),
        },
      }),
  };
  if (version.state === 'accepted' || version.state === 'accepted-with-warnings') {
    return { mail: receiptMail(about), replyTo: today.office.replyTo };
  }
  const { counting } = await dutyNow(desk, regime, period, unit);
  const annotated = await annotatedCopy(desk.store, message.upload, reading.annotated);
  const mail = rejectionMail({
    ...about,
    ...(annotated && { annotated }),
    ...(counting?.kind === 'version' && { stillCounts: counting.version }),
  });
  return { mail, replyTo: today.office.replyTo };
}

async function reminder(desk: Desk, message: Of<'reminder'>) {
  const regime = await currentRegime(desk, message.regime);
  const unit = find(regime.units, ({ code }) => code === message.unit, message.unit);
  const period = find(regime.periods, ({ id }) => id === message.period, message.period);
  const duty = await dutyNow(desk, regime, period, unit);
  if (duty.due === null || !isOwing(duty.status)) return null;
  const { way } = await wayIn(desk, regime, { kind: 'unit', unit: unit.code });
  const mail = reminderMail({
    ...{ ...way, regime, unit, period, due: duty.due, rule: duty.rule },
    // Counted when the mail goes out, to the unit's own last day: a mail may be caught up, a deadline extended.
    workingDaysLeft: workingDaysUntil(
      dayOf(desk.clock.now(), regime.timeZone),
      dayOf(duty.due, regime.timeZone),
      regime.holidays,
    ),
    ...(duty.attempt && { attempt: duty.attempt }),
  });
  return { mail, replyTo: regime.office.replyTo };
}
