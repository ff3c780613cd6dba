/** Mails as lines of a table: day, what, and to whom; those that went out and those that were told beforehand alike. */
import PostalMime from 'postal-mime';
import { Decision } from '../../../shared/filing/decision.ts';
import { Version } from '../../../shared/filing/version.ts';
import type { ComingMails } from '../../../shared/office/chase/coming-mails.ts';
import type { Row } from '../../../shared/ports/table.ts';
import { type Message, OutboxRow } from '../../../shared/records/rows.ts';
import { inZone } from '../../../shared/regime/calendar.ts';
import type { Regime } from '../../../shared/regime/regime.ts';
import type { Year } from './year.ts';

/** One mail to one address. */
export interface MailLine {
  /** In the regime's zone, ISO 8601. */
  readonly at: string;
  /** `reminder`, `told extension`, … */
  readonly what: string;
  /** Ids. */
  readonly periods: readonly string[];
  readonly to: string;
}

/** What the schedule sends by itself and can tell beforehand. */
export const scheduled: ReadonlySet<string> = new Set([
  ...['announcement', 'reminder', 'chase', 'interim', 'final'],
]);

/** Of these only the mail itself says of which periods something is still owed. */
const asked: ReadonlySet<string> = new Set(['reminder', 'reminder-by-hand', 'chase']);

/** The mails that went out. */
export async function sentLines({ place, regime }: Year): Promise<readonly MailLine[]> {
  const rows = await place.rows();
  const outbox = rows.filter(({ pk }) => String(pk).startsWith('OUTBOX#')).map((row) => OutboxRow.parse(row));
  const messages = new Map(outbox.map(({ id, message }) => [id.replace(/[^A-Za-z0-9.-]/g, '.'), message]));
  return Promise.all(
    (await place.sent()).map(async ({ raw, to, at }) => {
      const { messageId = '', subject = '', text = '' } = await PostalMime.parse(raw);
      const message = messages.get(messageId.slice(1, messageId.indexOf('@')));
      if (!message) throw new Error(`no row of the outbox is named ${messageId}`);
      const { what, periods } = aboutOf(rows, message);
      const told = isToldIn(regime, `${subject} ${text}`.replace(/\s+/g, ' ').toLowerCase());
      return {
        at: inZone(at, regime.timeZone),
        what,
        periods: asked.has(what) ? periods.filter(told) : periods,
        to: nameOf(to),
      };
    }),
  );
}

/** The mails that were told, each to each address. */
export function toldLines(mails: readonly ComingMails[]): readonly MailLine[] {
  return mails.flatMap(({ regime, kind, at, periods, to }) =>
    to.map((each) => ({
      at: inZone(at, regime.timeZone),
      what: kind,
      periods,
      to: nameOf(addressOf(regime, each)),
    })),
  );
}

/** So much of an instant tells the day, or the hour. */
const whenLength = { day: 10, hour: 13 };

/** One line for all that are alike but for whom they reach: `2024-03-01 announcement Q1: dung muon`. */
export function tableOf(
  lines: readonly MailLine[],
  when: keyof typeof whenLength = 'day',
): readonly string[] {
  const reached = new Map<string, string[]>();
  for (const { at, what, periods, to } of lines) {
    const head = `${at.slice(0, whenLength[when])} ${what} ${periods.join('+')}`.trim();
    reached.set(head, [...(reached.get(head) ?? []), to]);
  }
  return [...reached].map(([head, to]) => `${head}: ${to.toSorted().join(' ')}`).toSorted();
}

function addressOf({ units, office }: Regime, told: string): string {
  const [, contact] = /<(.+)>$/.exec(told) ?? [];
  if (contact !== undefined) return contact;
  const unit = units.find(({ code }) => code === told);
  const recipient = office.recipients.find(({ id }) => id === told);
  return unit?.email ?? recipient?.email ?? told;
}

/** Whether the mail says anything of the period: of the reports that it was queued for some may have come since. */
function isToldIn({ periods }: Regime, text: string): (id: string) => boolean {
  return (id) => periods.some((period) => period.id === id && text.includes(period.title.vi.toLowerCase()));
}

/** What stands before the at sign. */
function nameOf(address: string): string {
  return address.slice(0, address.indexOf('@'));
}

function aboutOf(rows: readonly Row[], message: Message): Pick<MailLine, 'what' | 'periods'> {
  switch (message.kind) {
    case 'reminder': {
      const periods = message.periods ?? [message.period];
      return { what: message.byHand ? 'reminder-by-hand' : 'reminder', periods };
    }
    case 'announcement':
      return { what: 'announcement', periods: [message.period] };
    case 'chase':
      return { what: 'chase', periods: message.periods };
    case 'summary':
    case 'issued-report': {
      const [, period = '', kind = ''] = /^(.+)-(interim|final)-/.exec(message.run) ?? [];
      return { what: message.kind === 'summary' ? kind : 'issued', periods: [period] };
    }
    case 'correction':
      return { what: 'correction', periods: [message.issued.slice(0, message.issued.indexOf('-'))] };
    case 'verdict': {
      const row = rows.find(({ upload, receipt }) => upload === message.upload && receipt !== undefined);
      // A warning more or less is the reader's matter.
      const state = Version.parse(row).state.replace('-with-warnings', '');
      return { what: state, periods: [message.period] };
    }
    case 'decision': {
      const row = rows.find(({ decision }) => decision === message.decision);
      return { what: Decision.parse(row).kind, periods: [message.period] };
    }
    case 'bounce':
      return { what: `bounce of ${nameOf(message.address)}`, periods: [] };
    default:
      return { what: message.kind, periods: [] };
  }
}
