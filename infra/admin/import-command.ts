/** `import`: says whom a system that is built up again would mail, and writes it only where told to. */

import type { WaitingMail } from '../../shared/records/mailed-until.ts';
import { summaryHour } from '../../shared/regime/calendar.ts';
import { aboveOffice, sentOnSchedule } from '../../shared/regime/recipients.ts';
import type { Regime } from '../../shared/regime/regime.ts';
import { BackupRefused, importAll, planImport } from './backup.ts';
import type { System, WholeSystem } from './system.ts';

export interface ImportRequest {
  readonly folder: string;
  /** As typed: everything until then counts as mailed. */
  readonly mailedUntil: string;
  /** What waits for somebody above the office, or is sent there by the schedule, may go. */
  readonly upward: boolean;
  readonly yes: boolean;
}

/** Throws BackupRefused. */
export async function importCommand(
  system: WholeSystem,
  { folder, mailedUntil: typed, upward, yes }: ImportRequest,
  say: (line: string) => void,
): Promise<void> {
  const until = instantOf(typed, system);
  const plan = await planImport(folder, until);
  const above = new Set(plan.regimes.flatMap((regime) => aboveOffice(regime).map(({ id }) => id)));
  const isUpward = ({ message }: WaitingMail) =>
    message.kind === 'issued-report' || ('recipient' in message && above.has(message.recipient ?? ''));
  const line = (mail: WaitingMail) => `  ${isUpward(mail) ? 'UPWARD ' : ''}${mail.id}, for ${reaches(mail)}`;
  say(`mailed until ${until}: ${plan.closed.length} mails that waited are closed, and go to nobody`);
  for (const mail of plan.closed) say(line(mail));
  say(`${plan.waiting.length} mails that were made later wait, and go`);
  for (const mail of plan.waiting) say(line(mail));
  if (plan.unread > 0) {
    say(`${plan.unread} files were never read: they are read now, and their units get a receipt`);
  }
  for (const [regime, from] of plan.watermarks) {
    say(`the hour of ${regime} goes on from ${from}: what was due since is made and mailed`);
  }
  const reached = plan.regimes.flatMap((regime) => {
    const from = plan.watermarks.get(regime.id);
    return from === undefined ? [] : upwardSince(regime, from, system.clock.now());
  });
  for (const each of reached) say(`  UPWARD by the schedule, ${each}`);
  if (!upward && (reached.length > 0 || plan.waiting.some(isUpward))) {
    throw new BackupRefused(
      'nothing is imported: what is marked UPWARD cannot be taken back; give a later --mailed-until if it may have gone, or ' +
        '--upward if it never went and shall go',
    );
  }
  if (!yes) {
    say('dry run: nothing was imported; --yes imports it');
    return;
  }
  const { rows, objects, written } = await importAll(system, folder, until);
  say(
    `${written.rows} of ${rows} rows and ${written.objects} of ${objects} objects were written, the rest was there`,
  );
}

/** The schedule's own step: what was due within it is the next run's anyway. */
const anHour = 3_600_000;

/** What the hour would send above the office by itself of what was due in (from, now]. */
function upwardSince(regime: Regime, from: string, now: string): string[] {
  const [after, until] = [Date.parse(from), Date.parse(now)];
  return regime.periods.flatMap((period) => {
    const hour = summaryHour(period, regime);
    // A day that is set by guidance stands in the decisions: it may be any.
    const due =
      hour === null ? until - after > anHour : Date.parse(hour) > after && Date.parse(hour) <= until;
    if (!due) return [];
    return sentOnSchedule(regime, period).map(({ name, email }) => `${period.id}, for ${name} <${email}>`);
  });
}

function instantOf(typed: string, { clock }: Pick<System, 'clock'>): string {
  const at = Date.parse(typed);
  if (!/T.*(Z|[+-]\d\d:\d\d)$/.test(typed) || Number.isNaN(at)) {
    throw new BackupRefused(`--mailed-until ${typed} is no instant; e.g. 2024-03-26T09:00:00+07:00`);
  }
  if (at > Date.parse(clock.now())) {
    throw new BackupRefused(`--mailed-until ${typed} is still to come; it is ${clock.now()}`);
  }
  return new Date(at).toISOString();
}

function reaches({ message }: WaitingMail): string {
  if ('recipient' in message && message.recipient !== null) return message.recipient;
  return 'unit' in message ? message.unit : '';
}
