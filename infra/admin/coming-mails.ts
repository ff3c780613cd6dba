/** `mails`: the lines that tell of every mail the schedule will send. */
import { comingMails } from '../../shared/office/chase/coming-mails.ts';
import { inZone } from '../../shared/regime/calendar.ts';
import { RejectError } from '../../shared/vocabulary/errors.ts';
import type { System } from './system.ts';

/** The number of days is none; the message says which there may be. */
export class NoSuchSpan extends RejectError {
  override readonly name = 'NoSuchSpan';
  readonly code = 'NO_SUCH_SPAN';
  readonly mendable = true;
}

/** One line a mail kind and hour, in the order of time: when, what, how many, to whom. Throws NoSuchSpan. */
export async function comingMailLines(system: System, days: number): Promise<string[]> {
  if (!Number.isInteger(days) || days < 1 || days > 400)
    throw new NoSuchSpan('--days is a number from 1 to 400');
  const until = new Date(Date.parse(system.clock.now()) + days * 86_400_000).toISOString();
  const { mails, byHand, withheld } = await comingMails(system, until);
  const lines = mails.flatMap(({ regime, kind, at, periods, to, held }) => {
    const what = `${inZone(at, regime.timeZone)}  ${kind.padEnd(8)} ${periods.join(', ').padEnd(10)}`;
    const stopped = held.map(({ unit, until: day }) => `${unit} until ${day}`);
    return [
      ...(to.length > 0 ? [`${what} ${to.length} mails: ${to.join(', ')}`] : []),
      ...(held.length > 0 ? [`${what} held back by the office: ${stopped.join(', ')}`] : []),
    ];
  });
  const above =
    byHand.length === 0
      ? []
      : [
          `Nothing goes by itself to ${byHand.join(', ')}: the office issues the signed report, on its page or by "report issue".`,
        ];
  const waiting =
    withheld.length === 0
      ? []
      : [
          `Nothing arrives at ${withheld.join(', ')}: mails to it wait until somebody says that it works again.`,
        ];
  return lines.length > 0
    ? [...lines, ...remarks, ...above, ...waiting]
    : [`no mail is due in the next ${days} days`, ...above, ...waiting];
}

const remarks = [
  'Reminders go to those who still owe at their hour: whoever files before gets none.',
  'Besides: receipts and rejections as files arrive, and on working mornings a notice if an issued report is stale.',
];
