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

/** Whom to ask, in the words of a sentence. */
export function officeOf({ office }: Pick<Regime, 'office'>): string {
  const { name, phone, replyTo } = office;
  return [name, phone, replyTo].filter((part) => part !== undefined).join(', ');
}
