/** What the office may send in a unit's place: it goes the way of the unit's own files, marked as the office's entry. */
import { formats } from '../../shared/vocabulary/formats.ts';
import { type Operation, operation } from './operation.ts';

const duty = { period: 'The code of the period.', unit: 'The unit’s code.' };
const unitFile = () => import('./unit-file.ts');

export const entryOperations: readonly Operation[] = [
  operation({
    id: 'fillUnitForm',
    heavy: true,
    audit: 'downloaded',
    method: 'get',
    path: '/api/office/duties/{period}/{unit}/form',
    holder: 'office',
    parameters: duty,
    summary: 'The unit’s form as a workbook, to be filled in by the office',
    status: 200,
    answer: [formats.xlsx.contentType],
    headers: { 'Content-Disposition': { description: 'The file’s name.' } },
    refusals: ['UNIT_UNKNOWN', 'PERIOD_UNKNOWN', 'FORM_UNKNOWN'],
    answers: async ({ dependencies, visitor, parameters }) =>
      (await unitFile()).answerUnitForm(dependencies, visitor, parameters),
  }),
  operation({
    id: 'unitTask',
    method: 'get',
    path: '/api/office/duties/{period}/{unit}/task',
    holder: 'office',
    parameters: duty,
    summary: 'What a file for a unit’s duty is judged by',
    description: 'As the unit’s own link is told it: what the office types is checked before it travels.',
    status: 200,
    answer: async () => (await import('./contract/task.ts')).DutyTask,
    refusals: ['UNIT_UNKNOWN', 'PERIOD_UNKNOWN'],
    answers: async ({ visitor, parameters }) => (await unitFile()).answerUnitTask(visitor, parameters),
  }),
  operation({
    id: 'enterForUnit',
    audit: 'sent',
    method: 'post',
    path: '/api/office/duties/{period}/{unit}/uploads',
    holder: 'decider',
    parameters: duty,
    summary: 'Announce a file that the office sends in the unit’s place',
    description: 'It is read, judged and answered as the unit’s own; the unit gets the receipt.',
    body: async () => (await import('./contract/desk.ts')).EntryRequest,
    status: 201,
    answer: async () => (await import('./contract/uploads.ts')).Mint,
    refusals: [
      ...([
        'UNIT_UNKNOWN',
        'PERIOD_UNKNOWN',
        'PERIOD_NOT_OPEN',
        'GUIDANCE_AWAITED',
        'VERSION_UNKNOWN',
        'FILE_RETURNED',
        'FILE_EXCLUDED',
      ] as const),
      ...(['DATE_INVALID', 'DAY_ASTRAY', 'RECEIVED_AHEAD'] as const),
      ...(['REASON_MISSING', 'FILE_EMPTY', 'FILE_TOO_LARGE', 'FILE_NAME_INVALID', 'HASH_INVALID'] as const),
    ],
    answers: async ({ dependencies, visitor, parameters, body }) =>
      (await unitFile()).answerEntry(dependencies, visitor, parameters, body),
  }),
];
