/** What must hold of what the office decides: a day noted of a paper, reminders held back, what is taken back, what is signed. */
import { cameAt, firstFiled } from '../../shared/filing/counting.ts';
import { deadlineOf } from '../../shared/filing/deadline.ts';
import type { Decision } from '../../shared/filing/decision.ts';
import { type Duty, dutyStatus } from '../../shared/filing/duty.ts';
import type { Filings } from '../../shared/filing/filings.ts';
import type { Signature } from '../../shared/filing/signature.ts';
import { timelinessOf } from '../../shared/filing/timeliness.ts';
import type { Version } from '../../shared/filing/version.ts';
import { returnedOf } from '../../shared/office/chase/bounces.ts';
import { readAddresses } from '../../shared/records/addresses.ts';
import { readFilings } from '../../shared/records/filings.ts';
import { inboxObject } from '../../shared/records/keys.ts';
import type { OutboxRow } from '../../shared/records/rows.ts';
import { readSealed } from '../../shared/records/signatures.ts';
import { dayOf } from '../../shared/regime/calendar.ts';
import { officeItself } from '../../shared/regime/recipients.ts';
import { hold, holding, type Observed, rowsOf } from './observed.ts';
import { lackingReason } from './office-acts.ts';
import { period, secondPeriod, unitCodes, weekRegime } from './regime.ts';
import type { Lacking } from './schedule.ts';

const { timeZone } = weekRegime;

/** A store tells whole seconds, and on a cloud a step takes a while. */
export const aboutThen = 4000;

export async function checkDecided(week: Observed): Promise<void> {
  checkHeldBack(week);
  await checkOnceADay(week);
  checkPresses(week);
  checkTold(week);
  for (const each of weekRegime.periods) {
    for (const unit of unitCodes) {
      const filings = await readFilings(week.table, each.id, unit);
      const asked = { regime: weekRegime, period: each, unit, filings };
      checkAsIfNeverMade(week, asked);
      await checkTimes(week, asked);
    }
  }
  await checkTakenBack(week);
}

/** Where the signed file lacks much, nothing goes upward unless somebody says why, and that is kept with it. */
export function checkIssued(
  lacking: Lacking,
  before: readonly Signature[],
  after: readonly Signature[],
): void {
  for (const signature of after.slice(before.length)) {
    hold(lacking !== 'unsaid', `${signature.number} went upward though it lacks much and nobody said why`);
    const kept = signature.lackingReason;
    hold(kept === (lacking === 'said' ? lackingReason : undefined), `${signature.number} says "${kept}"`);
  }
}

/** Nobody was reminded of a period while the newest word of the office about it held, that nobody is to. */
function checkHeldBack(week: Observed): void {
  const { decisions, outbox } = rowsOf(week);
  for (const row of outbox) {
    const { id, message, state, sentAt } = row;
    if (message.kind !== 'reminder' || state !== 'sent' || !sentAt) continue;
    for (const of of periodsIn(row)) {
      const own = decisions.filter(({ unit, period: its }) => unit === message.unit && its === of);
      const until = heldUntil(own, Date.parse(sentAt));
      hold(until < dayOf(sentAt, timeZone), `${id} spoke of ${of}, which is held back until ${until}`);
    }
  }
}

/** The day up to which nobody reminds, whatever of the last seconds was seen; '' where it may be that somebody does. */
function heldUntil(decisions: readonly Decision[], now: number): string {
  // In the order in which they were made: the later speaks of the earlier.
  const own = decisions
    .filter(({ decidedAt }) => Date.parse(decidedAt) <= now)
    .toSorted((a, b) => Date.parse(a.decidedAt) - Date.parse(b.decidedAt));
  const before = own.filter(({ decidedAt }) => Date.parse(decidedAt) < now - aboutThen);
  const held = before
    .filter((each) => each.kind === 'hold-reminders')
    .toSorted((a, b) => (a.decision < b.decision ? -1 : 1))
    .at(-1);
  // A mail that is written may be on its way when it is decided, or have seen any moment since.
  const moments = Array.from({ length: own.length - before.length + 1 }, (_, later) =>
    own.slice(0, before.length + later),
  );
  return held && moments.every((seen) => holding(seen)(held)) ? held.until : '';
}

/** No address was told twice on one day who owes a period, but where the first came back. */
async function checkOnceADay(week: Observed): Promise<void> {
  const returned = new Set((await readAddresses(week.table)).flatMap((mark) => returnedOf(mark)));
  const told = new Map<string, string>();
  for (const row of rowsOf(week).outbox) {
    const { id, message, state, sentAt, to = '', sesMessageId } = row;
    if (message.kind !== 'reminder' && message.kind !== 'chase') continue;
    if (state !== 'sent' || sentAt === null || returned.has(sesMessageId ?? '')) continue;
    for (const of of periodsIn(row)) {
      const about = `${message.kind} ${to} ${dayOf(sentAt, timeZone)} ${of}`;
      hold(!told.has(about), `${id} told of ${of} on one day with ${told.get(about)}`);
      told.set(about, id);
    }
  }
}

/** The periods of which a mail of the chase told. */
function periodsIn({ said, message }: OutboxRow): readonly string[] {
  if (said) return said;
  if (message.kind === 'chase') return message.periods;
  return message.kind === 'reminder' ? (message.periods ?? [message.period]) : [];
}

/** One press gives hours once to each in each period, whatever came between and however often it was asked for. */
function checkPresses(week: Observed): void {
  const presses = rowsOf(week).decisions.flatMap((each) =>
    each.kind === 'prolong' ? [`${each.unit} in ${each.period} by ${each.press}`] : [],
  );
  const twice = presses.find((each, n) => presses.indexOf(each) !== n);
  hold(twice === undefined, `hours were given twice to ${twice}`);
}

/** What the office was answered its unit hears of in one mail; of a noted day by the receipt alone. */
function checkTold(week: Observed): void {
  const { outbox, decisions } = rowsOf(week);
  const tellers = Map.groupBy(
    outbox.flatMap(({ message, state }) => {
      if (message.kind !== 'decision' || message.recipient !== null) return [];
      return [message, ...(message.also ?? [])].map(({ decision }) => ({ decision, state }));
    }),
    ({ decision }) => decision,
  );
  for (const { decision, kind } of decisions)
    hold(kind !== 'received-on' || !tellers.has(decision), `a mail tells of the noted day ${decision}`);
  for (const each of week.answered) {
    const mails = tellers.get(each.decision) ?? [];
    const about = `${each.kind} ${each.decision} of ${each.unit} in ${each.period}`;
    hold(mails.length === 1, `${mails.length} mails tell of ${about}`);
    const root = rootOf(each, decisions);
    const receipt = outbox.find(({ id }) => root.kind === 'received-on' && id === `verdict/${root.upload}`);
    // Where no receipt had named the day, there is nothing to take back.
    const isIdle =
      root.kind === 'received-on' &&
      !(Date.parse(receipt?.sentAt ?? '') < Date.parse(each.decidedAt) - aboutThen);
    const went = mails[0]?.state === 'sent' || mails[0]?.state === 'withheld';
    hold(went || isIdle, `the mail of ${about} is ${mails[0]?.state}`);
  }
}

/** What it takes back in the end, or itself. */
function rootOf(decision: Decision, all: readonly Decision[]): Decision {
  const undone = decision.kind === 'undo' && all.find((each) => each.decision === decision.undone);
  return undone ? rootOf(undone, all) : decision;
}

interface Asked {
  readonly regime: typeof weekRegime;
  readonly period: (typeof weekRegime.periods)[number];
  readonly unit: string;
  readonly filings: Filings;
}

/** What was taken back is as if it had never been made; but a hold that was, is not replaced by an older one. */
function checkAsIfNeverMade(week: Observed, { filings, ...asked }: Asked): void {
  const { versions, decisions } = filings;
  const holds = holding(decisions);
  const left = decisions.filter((each) => each.kind !== 'undo' && holds(each));
  const now = new Date(week.lastHour()).toISOString();
  const saying = (of: readonly Decision[]) => {
    const duty: Duty = dutyStatus({ ...asked, versions, decisions: of, now, expected: null });
    const times = versions.map((version) => timelinessOf({ versions, decisions: of }, asked, version));
    return JSON.stringify([{ ...duty, hold: null }, times]);
  };
  const { unit, period: of } = asked;
  hold(saying(decisions) === saying(left), `what was taken back of ${unit} in ${of.id} still says something`);
  const newest = decisions
    .filter((each) => each.kind === 'hold-reminders')
    .reduce<Decision | null>((best, each) => (best && best.decision > each.decision ? best : each), null);
  const isHeld = newest?.kind === 'hold-reminders' && holds(newest) && newest.until >= dayOf(now, timeZone);
  const { hold: held } = dutyStatus({ ...asked, versions, decisions, now, expected: null });
  hold(
    held?.decision === (isHeld ? newest.decision : undefined),
    `${unit} is held back by ${held?.decision}`,
  );
}

/** The receipt says when the store took the file; late is what came, by its noted day, behind the unit's last second. */
async function checkTimes(week: Observed, { filings, ...asked }: Asked): Promise<void> {
  const { unit, period: of } = asked;
  const { versions, decisions } = filings;
  const { onTimeUntil } = deadlineOf({ ...asked, decisions });
  if (onTimeUntil === null) return;
  const last = Date.parse(onTimeUntil) + 999;
  const holds = holding(decisions);
  const inForce = decisions.filter(holds);
  const noted = (version: Version) =>
    inForce.findLast((each) => each.kind === 'received-on' && each.upload === version.upload);
  const came = (version: Version) => {
    const note = noted(version);
    const end = note?.kind === 'received-on' ? Date.parse(`${note.day}T23:59:59+07:00`) : Number.NaN;
    return Math.min(Date.parse(version.receivedAt), Number.isNaN(end) ? Number.POSITIVE_INFINITY : end);
  };
  const isAccepted = ({ upload, state }: Version) =>
    state.startsWith('accepted') ||
    (state === 'rejected' && inForce.some((each) => each.kind === 'waive' && each.upload === upload));
  // What was left out of the report is judged by itself.
  const isLeftOut = ({ upload }: Version) =>
    inForce.some((each) => each.kind === 'exclude-version' && each.upload === upload);
  const first = Math.min(...versions.filter((each) => isAccepted(each) && !isLeftOut(each)).map(came));
  const judgedAt = (version: Version) => {
    if (!isAccepted(version)) return Date.parse(version.receivedAt);
    return isLeftOut(version) ? came(version) : first;
  };
  for (const version of versions) {
    const { upload, receivedAt } = version;
    const at = await week.store.arrival(inboxObject(upload));
    hold(at === receivedAt, `the receipt of ${upload} says ${receivedAt} and not ${at}`);
    const announced = week.minted.find((each) => each.upload === upload)?.receivedOn;
    const note = noted(version);
    const day = note?.kind === 'received-on' ? note.day : undefined;
    hold(day === undefined || day === announced, `${upload} is noted of ${day} and not of ${announced}`);
    const told = timelinessOf(filings, asked, version);
    hold(told?.notedDay === day, `the receipt of ${upload} names ${told?.notedDay} and not ${day}`);
    const isLate = judgedAt(version) > last;
    hold(told?.late === isLate, `the receipt of ${upload} says it is ${told?.late ? '' : 'not '}late`);
  }
  const duty = dutyStatus({
    ...{ ...asked, ...filings, expected: null },
    now: new Date(week.lastHour()).toISOString(),
  });
  if (duty.counting?.kind !== 'version') return;
  const says = first > last ? 'late' : 'on-time';
  hold(duty.status === says, `${unit} is ${duty.status} in ${of.id} and not ${says}`);
  const filed = firstFiled(filings, unit, timeZone);
  const at = filed && cameAt(filings, filed, timeZone);
  hold(at !== null && Date.parse(at) === first, `${unit} is judged by ${at}`);
}

/** A draft that was taken back was not signed, and all of the office has heard of it. */
async function checkTakenBack(week: Observed): Promise<void> {
  const { signatures, takenBack } = await readSealed(week.table, period);
  const { outbox } = rowsOf(week);
  for (const { takesBack, ask } of takenBack) {
    hold(!signatures.some(({ run }) => run === takesBack), `${takesBack} was signed and taken back`);
    for (const { id } of officeItself(weekRegime)) {
      const row = outbox.find((each) => each.id === `draft-taken-back/${period}/${ask}/${id}`);
      hold(row?.state === 'sent', `${id} was not told that ${takesBack} was taken back`);
    }
  }
  hold((await readSealed(week.table, secondPeriod)).signatures.length === 0, 'the second report was issued');
}
