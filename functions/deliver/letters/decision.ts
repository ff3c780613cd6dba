import type { Decision } from '../../../shared/filing/decision.ts';
import type { Filings } from '../../../shared/filing/filings.ts';
import { rootOf } from '../../../shared/filing/in-force.ts';
import { decisionMail, declarationNoticeMail } from '../../../shared/mail/decision.ts';
import { mintLink } from '../../../shared/office/links/invite.ts';
import { readFilings } from '../../../shared/records/filings.ts';
import { endOfDay } from '../../../shared/regime/calendar.ts';
import { recipientBy } from '../../../shared/regime/recipients.ts';
import {
  currentRegime,
  dutyNow,
  find,
  type Letter,
  type LetterDependencies,
  type MessageOf,
  recipientIn,
} from './letter.ts';

/** Tells a unit, or somebody of the office, of one decision; null where its kind is not told to them. */
export async function decisionLetter(
  dependencies: LetterDependencies,
  message: MessageOf<'decision'>,
): Promise<Letter | null> {
  const regime = await currentRegime(dependencies, message.regime);
  const unit = find(regime.units, ({ code }) => code === message.unit, message.unit);
  const period = find(regime.periods, ({ id }) => id === message.period, message.period);
  const { versions, decisions } = await readFilings(dependencies.table, period.id, unit.code);
  const decision = decisions.find((each) => each.decision === message.decision);
  // The row of the outbox is written after the decision's: without it something is broken, and is tried again.
  if (!decision) throw new Error(`the decision ${message.decision} is not recorded`);
  if (isOfNoFile(decision, { versions, decisions })) return null;
  const { due, rule, counting, deadline } = await dutyNow(dependencies, regime, period, unit);
  const by = recipientBy(regime, decision.actor);
  const about = { regime, period, unit, due, rule, ...(by && { by: by.name }) };
  const { replyTo } = regime.office;
  if (message.recipient === null) {
    const undone =
      decision.kind === 'undo' ? decisions.find((each) => each.decision === decision.undone) : null;
    const concerned = undone ?? decision;
    const may = asksForReport.has(decision.kind) ? 'send' : 'look';
    const holder = { kind: 'unit', unit: unit.code } as const;
    const { link, code } = await mintLink(
      dependencies,
      regime,
      holder,
      // A mail about several reports is good for them all, as an invitation is.
      message.also ? null : { period: period.id, may },
      // Until then no reminder brings another.
      decision.kind === 'hold-reminders'
        ? (deadline.lock ?? endOfDay(decision.until, regime.timeZone))
        : null,
    );
    // One that has left the regime meanwhile must not keep the unit from hearing of the rest.
    const others = regime.periods.filter(({ id }) => message.also?.some(({ period: also }) => also === id));
    const also = await Promise.all(
      others.map(async (other) => {
        return { period: other, due: (await dutyNow(dependencies, regime, other, unit)).due };
      }),
    );
    const meant = 'upload' in concerned && versions.find(({ upload }) => upload === concerned.upload);
    return {
      mail: decisionMail({
        ...about,
        link,
        code,
        decision,
        also,
        version: meant || null,
        counting: counting?.kind === 'version' ? counting.version : null,
        ...(undone && { undone: undone.kind }),
      }),
      replyTo,
    };
  }
  if (decision.kind !== 'nil' && decision.kind !== 'extension-request') return null;
  const recipient = recipientIn(regime, message.recipient);
  const { link } = await mintLink(dependencies, regime, { kind: 'office', recipient: recipient.id });
  return { mail: declarationNoticeMail({ ...about, decision, recipient, link }), replyTo };
}

/** Whether it is the day noted of a paper, which the receipt tells; or takes such a day back, of a file that never came. */
export function isOfNoFile(decision: Decision, { versions, decisions }: Filings): decision is ReceivedOn {
  const root = rootOf(decision, decisions);
  if (root.kind !== 'received-on') return false;
  return root === decision || !versions.some(({ upload }) => upload === root.upload);
}

type ReceivedOn = Extract<Decision, { kind: 'received-on' }>;

/** After these a report is still to be sent; of anything else the unit is only told. */
const asksForReport: ReadonlySet<Decision['kind']> = new Set([
  ...([
    'return',
    'extension',
    'prolong',
    'extension-refusal',
    'exclude-version',
    'guidance',
    'hold-reminders',
    'undo',
  ] as const),
]);
