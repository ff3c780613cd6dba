/** What the office may ask of the days to come. */
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
];
