/** What was mailed to a unit about one of its duties, and what became of each mail. */
import { everyUnit } from '../../filing/decision.ts';
import type { Filings } from '../../filing/filings.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { outboxId, readMessage, remindersByHand } from '../../records/outbox.ts';
import type { OutboxRow } from '../../records/rows.ts';
import { allWork } from '../../regime/duties.ts';
import type { Period, Regime } from '../../regime/regime.ts';
import { failedMails } from '../chase/bounces.ts';
import { daysPressed } from '../chase/last-reminder.ts';
import { ownDaysEver } from '../chase/own-days.ts';
import { commonHours, hoursOf } from '../chase/scheduled-hours.ts';
import { saysOf } from '../chase/what-went.ts';

interface MailAbout {
  readonly about: 'verdict' | 'decision' | 'announcement' | 'reminder';
  /** The upload, the decision, or when the reminder was due. */
  readonly of: string;
  /** `returned`: the other side did not take it. */
  readonly state: OutboxRow['state'] | 'returned';
  /** Another address of the unit than the registered one; null for that. */
  readonly contact: string | null;
  /** Where it went; null where it did not, or that was not kept yet. */
  readonly to: string | null;
  /** When it was sent, or queued; ISO 8601. */
  readonly at: string;
  /** It may have gone out twice. */
  readonly again: boolean;
}

/**
 * Newest first. The outbox is asked for each mail by its name, which is made of what the mail is about: a handful of
 * reads, however many mails there are of others.
 */
export async function mailsAbout(
  { table, clock }: Pick<Dependencies, 'table' | 'clock'>,
  regime: Regime,
  period: Period,
  unit: string,
  { versions, decisions }: Filings,
): Promise<readonly MailAbout[]> {
  const named = { regime: regime.id, period: period.id, unit };
  const addresses = contactsEver(regime, unit);
  const within = { from: `${regime.year - 1}-12-01T00:00:00Z`, to: clock.now() };
  const common = await commonHours(table, regime, within);
  const hours = hoursOf(common, period.id, ownDaysEver(regime, decisions, unit));
  const announced = allWork(common.regime, within.from, within.to).filter(
    (each) => each.kind === 'announcement' && each.period.id === period.id,
  );
  const days = await daysPressed(table, regime, { period: period.id, unit });
  const pressed = await Promise.all(
    days.map(async (on) => {
      const { rows } = await remindersByHand(table, on);
      return rows.map((row) => ({ about: 'reminder' as const, of: on.day, row }));
    }),
  );
  const possible = [
    ...versions
      .flatMap(({ upload, again }) => [{ upload }, ...(again ? [{ upload, reading: again.reading }] : [])])
      .map(({ upload, ...which }) => ({
        about: 'verdict' as const,
        of: upload,
        id: outboxId({ kind: 'verdict', period: period.id, unit, upload, ...which }),
      })),
    ...decisions.map(({ decision, unit: of }) => ({
      about: 'decision' as const,
      of: decision,
      id: outboxId({
        ...named,
        kind: 'decision',
        decision,
        recipient: null,
        ...(of === everyUnit && { forAll: true }),
      }),
    })),
    ...hours.flatMap(({ at, leads }) => {
      const scheduledAt = new Date(at).toISOString();
      return addresses.flatMap((contact) =>
        leads.map((lead) => ({
          about: 'reminder' as const,
          of: scheduledAt,
          id: outboxId({ ...named, ...contact, kind: 'reminder', period: lead, scheduledAt }),
        })),
      );
    }),
    ...announced.flatMap(({ at }) => {
      const scheduledAt = new Date(at).toISOString();
      return addresses.map((contact) => ({
        about: 'announcement' as const,
        of: scheduledAt,
        id: outboxId({ ...named, ...contact, kind: 'announcement', scheduledAt }),
      }));
    }),
  ];
  const found = await Promise.all(
    possible.map(async ({ id, ...each }) => ({ ...each, row: await readMessage(table, id) })),
  );
  const all = [...found, ...pressed.flat()];
  const gone = all.flatMap(({ row }) => row?.to ?? []);
  const failed = await failedMails(table, [...ownAddresses(regime, unit), ...gone]);
  return all
    .flatMap(({ about, of, row }): MailAbout[] => {
      if (!row || !isAboutPeriod(row, period.id)) return [];
      const { sentAt, createdAt, ambiguous: again } = row;
      const state = failed.has(row.sesMessageId ?? '') ? 'returned' : row.state;
      const contact = ('contact' in row.message && row.message.contact) || null;
      return [{ about, of, state, contact, to: row.to ?? null, at: sentAt ?? createdAt, again }];
    })
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

function ownAddresses({ units }: Regime, code: string): readonly string[] {
  const unit = units.find((each) => each.code === code);
  return unit ? [unit.email, ...(unit.contacts ?? []).map(({ email }) => email)] : [];
}

/** The registered address, and whomever of the unit the regime names besides. */
function contactsEver({ units }: Regime, code: string): readonly { readonly contact?: string }[] {
  const unit = units.find((each) => each.code === code);
  return [{}, ...(unit?.contacts ?? []).map(({ email }) => ({ contact: email }))];
}

/** A reminder of several reports is named by the first of its hour, whichever of them the unit owes. */
function isAboutPeriod(row: OutboxRow, period: string): boolean {
  return row.message.kind !== 'reminder' || saysOf(row, period);
}
