/** Ten ways in which such a pipeline loses or doubles; of each the test that shows it does not, and a change that makes it. */
import type { Change } from './change.ts';

const takeInTest = 'test/shared/office/take-in/take-in.test.ts';
const deliverTest = 'test/functions/deliver/deliver.test.ts';
const scheduleTest = 'test/functions/schedule/schedule.test.ts';

export const tenWays: readonly Change[] = [
  {
    what: 'the same event comes twice',
    tests: [takeInTest],
    named: 'makes nothing twice when the same event comes twice at once',
    source: 'shared/office/enqueue-mail.ts',
    from: 'outboxId(message)',
    to: 'outboxId(message) + Math.random()',
  },
  {
    what: 'files come in another order than they were sent in',
    tests: ['test/shared/filing/counting.test.ts'],
    named: 'is the same for every order in which events were stored',
    source: 'shared/filing/counting.ts',
    from: 'return list.sort((a, b) => rankOf(b) - rankOf(a) || (a.ulid < b.ulid ? 1 : a.ulid > b.ulid ? -1 : 0));',
    to: 'return list.reverse();',
  },
  {
    what: 'the event never comes',
    tests: ['test/shared/office/repair.test.ts'],
    named: 'looks no more at what is settled, and at the rest as long as something may come of it',
    source: 'shared/office/repair.ts',
    from: 'await wakeIngest(dependencies.arrivals, upload);',
    to: '',
  },
  {
    what: 'the key is read wrongly',
    tests: ['test/functions/ingest/messages.test.ts'],
    named: 'is taken as it stands, and none but the name of an upload',
    source: 'shared/records/wake.ts',
    from: 'uploadOfObject(arrival.data.detail.object.key)',
    to: "uploadOfObject(decodeURIComponent(arrival.data.detail.object.key.replaceAll('+', ' ')))",
  },
  {
    what: 'the process dies between the row and the mail',
    tests: [takeInTest],
    named: 'ends in the same state wherever it is cut off and started again',
    source: 'shared/office/take-in/take-in.ts',
    from: 'const version = known.version ?? (await inTurn(dependencies, upload, known));',
    to: 'if (known.version) return known.version;\n  const version = await inTurn(dependencies, upload, known);',
  },
  {
    what: 'the mail service takes the mail and does not answer',
    tests: [deliverTest],
    named: 'sends again after a time-out of which nobody knows the end, and says so in the row',
    source: 'functions/deliver/send-message.ts',
    from: 'taken || error instanceof SendingAmbiguous',
    to: 'taken',
  },
  {
    what: 'one of ten messages fails, and all of them come again',
    tests: ['test/functions/ingest/messages.test.ts'],
    named: 'are each done once, and that one alone comes again',
    source: 'functions/ingest/handler.ts',
    from: 'failed.push(messageId);',
    to: 'failed.push(...Records.map((record) => record.messageId));',
  },
  {
    what: 'the scheduler calls twice',
    tests: [scheduleTest],
    named: 'does the same hour once, though it is called twice and at once',
    source: 'shared/records/outbox.ts',
    from: 'message.run}/',
    to: 'message.run + Math.random()}/',
  },
  {
    what: 'the scheduler calls on the wrong day',
    tests: [scheduleTest],
    named: 'reminds each missing unit on the last day, at the regime’s hour, in its time zone',
    source: 'shared/regime/duties.ts',
    from: 'const hour = (day: string) => atHour(day, regime.reminders.at, regime.timeZone);',
    to: "const hour = (day: string) => atHour(day, regime.reminders.at, 'UTC');",
  },
  {
    what: 'a count is kept beside the rows and drifts from them',
    tests: ['test/shared/filing/counting.test.ts'],
    named: 'falls back to the predecessor when the office returns the newest',
    source: 'shared/filing/counting.ts',
    from: 'return candidates(filings, unit).find(({ ulid }) => !gone.has(ulid)) ?? null;',
    to: 'return candidates(filings, unit)[0] ?? null;',
  },
  {
    what: 'a poisoned file lies among the dead letters until it expires',
    tests: [takeInTest],
    named: 'is given up at the third attempt, and not read again',
    source: 'shared/office/take-in/attempt.ts',
    from: 'const mostAttempts = 2;',
    to: 'const mostAttempts = 9;',
  },
];
