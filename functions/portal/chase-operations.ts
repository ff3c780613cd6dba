/** What is mailed in the days to come, and what the office mails, or has signed, to whoever owes by now. */
import { formats } from '../../shared/vocabulary/formats.ts';
import { type Operation, operation } from './operation.ts';

const chase = () => import('./chase.ts');

export const chaseOperations: readonly Operation[] = [
  operation({
    id: 'listComing',
    heavy: true,
    method: 'get',
    path: '/api/office/coming',
    holder: 'office',
    parameters: {},
    summary: 'Every mail that the schedule will send in the next 90 days',
    status: 200,
    answer: async () => (await import('./contract/coming.ts')).Coming,
    refusals: [],
    answers: async ({ dependencies, visitor, language }) =>
      (await import('./coming.ts')).answerComing(dependencies, visitor, language),
  }),
  operation({
    id: 'draftUrgingLetter',
    heavy: true,
    audit: 'downloaded',
    method: 'get',
    path: '/api/office/urging/{period}',
    holder: 'office',
    parameters: { period: 'The code of the period.' },
    summary: 'A letter that urges whoever owes the period now, as a draft for the office to sign',
    status: 200,
    answer: [formats.docx.contentType],
    headers: { 'Content-Disposition': { description: 'The file’s name.' } },
    refusals: ['PERIOD_NONE', 'NOBODY_OWES'],
    answers: async ({ dependencies, visitor, parameters: { period } }) =>
      (await chase()).answerUrgingLetter(dependencies, visitor, period),
  }),
  operation({
    id: 'remindNow',
    audit: 'mailed',
    method: 'post',
    path: '/api/office/reminders',
    holder: 'decider',
    parameters: {},
    summary: 'Remind units that owe, now; each at most once a day',
    body: async () => (await import('./contract/chase.ts')).MailRequest,
    status: 201,
    answer: async () => (await import('./contract/chase.ts')).Mailed,
    refusals: [
      ...(['PERIOD_NONE', 'REASON_MISSING'] as const),
      // Of single units the answer itself says these.
      ...(['UNIT_UNKNOWN', 'NOT_OWING', 'REMINDERS_HELD', 'REMINDED_TODAY', 'ADDRESS_BOUNCED'] as const),
    ],
    answers: async ({ dependencies, visitor, body, language }) =>
      (await chase()).answerMailed(dependencies, visitor, body, 'reminder', language),
  }),
  operation({
    id: 'previewReminder',
    heavy: true,
    method: 'post',
    path: '/api/office/reminders/preview',
    holder: 'office',
    parameters: {},
    summary: 'The mail by which a press would remind a unit now; mails nothing',
    body: async () => (await import('./contract/chase.ts')).PreviewRequest,
    status: 200,
    answer: async () => (await import('./contract/chase.ts')).MailPreview,
    refusals: ['PERIOD_NONE', 'UNIT_UNKNOWN', 'NOT_OWING'],
    answers: async ({ dependencies, visitor, body }) =>
      (await chase()).answerPreview(dependencies, visitor, body),
  }),
  operation({
    id: 'foretellReminder',
    method: 'get',
    path: '/api/office/periods/{period}/reminders/{until}',
    holder: 'office',
    parameters: { period: 'The code of the period.', until: 'A last day, `yyyy-mm-dd`.' },
    summary: 'When a unit that is given until that day would be reminded first',
    status: 200,
    answer: async () => (await import('./contract/coming.ts')).NextReminder,
    refusals: ['PERIOD_NONE', 'DATE_INVALID'],
    answers: async ({ dependencies, visitor, parameters }) =>
      (await import('./coming.ts')).answerNextReminder(dependencies, visitor, parameters),
  }),
  operation({
    id: 'lookWhomAPressReaches',
    heavy: true,
    method: 'post',
    path: '/api/office/reach',
    holder: 'office',
    parameters: {},
    summary:
      'Whom a reminder or a new link would reach now, and why it would not reach others; mails nothing',
    body: async () => (await import('./contract/chase.ts')).ReachRequest,
    status: 200,
    answer: async () => (await import('./contract/chase.ts')).Reach,
    refusals: [
      'PERIOD_NONE',
      // Of single units the answer itself says these.
      ...(['UNIT_UNKNOWN', 'NOT_OWING', 'REMINDERS_HELD', 'REMINDED_TODAY'] as const),
      ...(['ADDRESS_BOUNCED', 'LINKS_STOPPED'] as const),
    ],
    answers: async ({ dependencies, visitor, body, language }) =>
      (await chase()).answerReach(dependencies, visitor, body, language),
  }),
  operation({
    id: 'listLastReminders',
    heavy: true,
    method: 'post',
    path: '/api/office/reminded',
    holder: 'office',
    parameters: {},
    summary: 'When each of these units was reminded last of the period; a look, mails nothing',
    body: async () => (await import('./contract/chase.ts')).RemindedRequest,
    status: 200,
    answer: async () => (await import('./contract/chase.ts')).Reminded,
    refusals: ['PERIOD_NONE'],
    answers: async ({ dependencies, visitor, body }) =>
      (await chase()).answerReminded(dependencies, visitor, body),
  }),
  operation({
    id: 'sendNewLinks',
    audit: 'mailed',
    method: 'post',
    path: '/api/office/links',
    holder: 'decider',
    parameters: {},
    summary: 'Mail units a new link, to their registered addresses alone',
    body: async () => (await import('./contract/chase.ts')).MailRequest,
    status: 201,
    answer: async () => (await import('./contract/chase.ts')).Mailed,
    refusals: [
      ...(['PERIOD_NONE', 'REASON_MISSING'] as const),
      // Of single units the answer itself says these.
      ...(['UNIT_UNKNOWN', 'LINKS_STOPPED', 'TOO_MANY_LINKS', 'ADDRESS_BOUNCED'] as const),
    ],
    answers: async ({ dependencies, visitor, body, language }) =>
      (await chase()).answerMailed(dependencies, visitor, body, 'link', language),
  }),
  operation({
    id: 'mendAddress',
    audit: 'mailed',
    method: 'post',
    path: '/api/office/addresses/mended',
    holder: 'decider',
    parameters: {},
    summary: 'Say that mail arrives at an address of a unit or of the office again: what was kept goes now',
    body: async () => (await import('./contract/chase.ts')).MendRequest,
    status: 201,
    answer: async () => (await import('./contract/chase.ts')).Mended,
    refusals: ['PERIOD_NONE', 'REASON_MISSING', 'UNIT_UNKNOWN', 'NOT_BOUNCED'],
    answers: async ({ dependencies, visitor, body }) =>
      (await chase()).answerMended(dependencies, visitor, body),
  }),
  operation({
    id: 'mendOwnAddress',
    audit: 'mailed',
    method: 'post',
    path: '/api/office/addresses/own/mended',
    holder: 'office',
    parameters: {},
    summary: 'Say that mail arrives at one’s own address again: what was kept goes there now',
    description: 'It takes no code: a code would be mailed to that very address. Three times a day.',
    body: async () => (await import('./contract/chase.ts')).MendOwnRequest,
    status: 201,
    answer: async () => (await import('./contract/chase.ts')).Mended,
    refusals: ['REASON_MISSING', 'NOT_BOUNCED', 'TOO_MANY_MENDS'],
    answers: async ({ dependencies, visitor, body }) =>
      (await chase()).answerOwnMended(dependencies, visitor, body),
  }),
];
