/** What the office may ask of the days to come, and of whoever owes by now. */
import { formats } from '../../shared/vocabulary/formats.ts';
import { type Operation, operation } from './operation.ts';

export const comingOperations: readonly Operation[] = [
  operation({
    id: 'listComing',
    method: 'get',
    path: '/api/office/coming',
    holder: 'office',
    parameters: {},
    summary: 'Every mail that the schedule will send in the next 90 days',
    status: 200,
    answer: async () => (await import('./contract/coming.ts')).Coming,
    refusals: [],
    answers: async ({ dependencies, visitor }) =>
      (await import('./coming.ts')).answerComing(dependencies, visitor),
  }),
  operation({
    id: 'draftUrgingLetter',
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
      (await import('./chase.ts')).answerUrgingLetter(dependencies, visitor, period),
  }),
];
