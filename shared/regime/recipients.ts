/** Who gets what of the consolidated report. */
import type { Period, Recipient, Regime } from './regime.ts';

/** Who sees and is told everything: who is named "để B/c" gets nothing but the issued report. */
export function officeItself({ office }: Regime): readonly Recipient[] {
  return office.recipients.filter(isOfOffice);
}

/** False for whoever is named "để B/c". */
export function isOfOffice({ role }: Recipient): boolean {
  return role !== 'issued-report';
}

/** Who is named "để B/c". */
export function aboveOffice({ office }: Regime): readonly Recipient[] {
  return office.recipients.filter(({ role }) => role === 'issued-report');
}

/** To whom above the office the schedule itself sends the period's report; nobody unless the regime says so. */
export function sentOnSchedule(regime: Regime, { upward }: Pick<Period, 'upward'>): readonly Recipient[] {
  return (upward ?? regime.upward) === 'on-schedule' ? aboveOffice(regime) : [];
}

const ofOffice = 'office:';

/** As which a recipient of the office stands in records that say who did something. */
export function actorOf({ id }: Pick<Recipient, 'id'>): string {
  return `${ofOffice}${id}`;
}

/** The id of the recipient that did it; null where it was a unit, or a command. */
export function recipientIdBy(actor: string): string | null {
  return actor.startsWith(ofOffice) ? actor.slice(ofOffice.length) : null;
}

/** Of today's office, who did it; undefined where it was a unit, a command, or somebody who is no longer there. */
export function recipientBy({ office }: Pick<Regime, 'office'>, actor: string): Recipient | undefined {
  const by = recipientIdBy(actor);
  return office.recipients.find(({ id }) => id === by);
}

/** Whom to ask, in the words of a sentence. */
export function officeOf({ office }: Pick<Regime, 'office'>): string {
  const { name, phone, replyTo } = office;
  return [name, phone, replyTo].filter((part) => part !== undefined).join(', ');
}
