/** What the office may ask of the API: looking takes its link, deciding the link and a code on the device. */

import { codeMinutes } from '../../shared/vocabulary/device-code.ts';
import { type Operation, operation } from './operation.ts';

const amendments = () => import('./amendments.ts');
const desk = () => import('./desk.ts');
const office = () => import('./office.ts');
const prolong = () => import('./prolong.ts');
const unitFile = () => import('./unit-file.ts');

const duty = { period: 'The code of the period.', unit: 'The unit’s code.' };
const upload = { unit: 'The unit’s code.', uploadId: 'One of the unit’s uploads.' };

export const officeOperations: readonly Operation[] = [
  operation({
    id: 'listPeriods',
    heavy: true,
    audit: 'opened',
    method: 'get',
    path: '/api/office',
    holder: 'office',
    parameters: {},
    summary: 'What every unit stands at, by period, and the consolidated reports',
    status: 200,
    answer: async () => (await import('./contract/office.ts')).OfficeView,
    refusals: [],
    answers: async ({ dependencies, visitor, language }) =>
      (await office()).viewPeriods(dependencies, visitor, language),
  }),
  operation({
    id: 'overlookUnits',
    heavy: true,
    method: 'get',
    path: '/api/office/periods/{period}/units/{after}',
    holder: 'office',
    parameters: { period: 'Its id.', after: 'As `next` of the page before says.' },
    summary: 'The next units of a period of more than a thousand, by code',
    status: 200,
    answer: async () => (await import('./contract/office.ts')).OfficeUnits,
    refusals: ['PERIOD_UNKNOWN'],
    answers: async ({ dependencies, visitor, parameters }) =>
      (await office()).viewUnits(dependencies, visitor, parameters),
  }),
  operation({
    id: 'linkToRunFile',
    audit: 'downloaded',
    method: 'get',
    path: '/api/office/runs/{run}/{file}',
    holder: 'office',
    parameters: { run: 'The name of the run.', file: 'One of its documents.' },
    summary: 'A link of five minutes to a consolidated report',
    status: 200,
    answer: async () => (await import('./contract/terms.ts')).Download,
    refusals: ['RUN_FILE_UNKNOWN'],
    answers: async ({ dependencies, visitor, parameters }) =>
      (await office()).linkToRunFile(dependencies, visitor, parameters.run, parameters.file),
  }),
  operation({
    id: 'listToDo',
    heavy: true,
    method: 'get',
    path: '/api/office/to-do',
    holder: 'office',
    parameters: {},
    summary: 'What waits for somebody to look or decide',
    status: 200,
    answer: async () => (await import('./contract/desk.ts')).ToDoList,
    refusals: [],
    answers: async ({ dependencies, visitor, language }) =>
      (await desk()).answerToDo(dependencies, visitor, language),
  }),
  operation({
    id: 'describeUnit',
    heavy: true,
    method: 'get',
    path: '/api/office/duties/{period}/{unit}',
    holder: 'office',
    parameters: duty,
    summary: 'All that is known of one unit’s duty: versions, decisions, notes, mails',
    status: 200,
    answer: async () => (await import('./contract/desk.ts')).UnitFile,
    refusals: ['PERIOD_NONE', 'UNIT_UNKNOWN', 'PERIOD_UNKNOWN'],
    answers: async ({ dependencies, visitor, parameters, language }) =>
      (await unitFile()).answerUnitFile(dependencies, visitor, parameters, language),
  }),
  operation({
    id: 'reportUnitUpload',
    method: 'get',
    path: '/api/office/units/{unit}/uploads/{uploadId}',
    holder: 'office',
    parameters: upload,
    summary: 'What became of a unit’s upload, as the unit sees it',
    status: 200,
    answer: async () => (await import('./contract/uploads.ts')).UploadReport,
    refusals: ['UNIT_UNKNOWN', 'UPLOAD_UNKNOWN'],
    answers: async ({ dependencies, visitor, parameters, language }) =>
      (await unitFile()).answerUnitUpload(dependencies, visitor, parameters, language),
  }),
  operation({
    id: 'linkToUnitFile',
    audit: 'downloaded',
    method: 'get',
    path: '/api/office/units/{unit}/uploads/{uploadId}/{which}',
    holder: 'office',
    parameters: { ...upload, which: '`file`: as it was sent; `annotated`: with its findings noted in it.' },
    summary: 'A link of five minutes to a unit’s file, and what in it acts by itself',
    status: 200,
    answer: async () => (await import('./contract/desk.ts')).OfficeDownload,
    refusals: ['UNIT_UNKNOWN', 'UPLOAD_UNKNOWN', 'FILE_NOT_COME', 'ANNOTATED_NONE', 'FILE_ERASED'],
    answers: async ({ dependencies, visitor, parameters, language }) =>
      (await unitFile()).answerUnitDownload(dependencies, visitor, parameters, language),
  }),
  operation({
    id: 'askCode',
    method: 'post',
    path: '/api/office/codes',
    holder: 'office',
    parameters: {},
    summary: 'Have a code of six digits mailed to the recipient whose link this is',
    description: `Good for ${codeMinutes} minutes and once, by this link alone; three an hour.`,
    status: 201,
    answer: async () => (await import('./contract/desk.ts')).CodeAsked,
    refusals: ['ROLE_READS', 'TOO_MANY_CODES', 'ADDRESS_BOUNCED'],
    answers: async ({ dependencies, visitor }) => (await desk()).answerCodeAsked(dependencies, visitor),
  }),
  operation({
    id: 'enterCode',
    audit: 'unlocked',
    method: 'post',
    path: '/api/office/device',
    holder: 'office',
    parameters: {},
    summary: 'Enter a code, so that this browser may decide for ten hours',
    description: 'The leave is a cookie that scripts cannot read; it opens nothing without the same link.',
    body: async () => (await import('./contract/desk.ts')).CodeEntered,
    status: 201,
    answer: async () => (await import('./contract/desk.ts')).DeviceOpen,
    headers: { 'Set-Cookie': { description: 'This browser’s leave to decide.' } },
    refusals: ['ROLE_READS', 'CODE_NONE', 'CODE_WRONG', 'CODE_TRIES_SPENT'],
    answers: async (asked) => (await desk()).answerCodeEntered(asked),
  }),
  operation({
    id: 'lockDevices',
    method: 'post',
    path: '/api/office/device/lock',
    holder: 'office',
    parameters: {},
    summary: 'Let no browser decide by this link any more, until another code is entered',
    status: 200,
    answer: async () => (await import('./contract/desk.ts')).DevicesLocked,
    refusals: [],
    answers: async (asked) => (await desk()).answerLocked(asked),
  }),
  operation({
    id: 'decide',
    audit: 'decided',
    method: 'post',
    path: '/api/office/decisions',
    holder: 'decider',
    parameters: {},
    summary: 'Decide the same about one unit or many, and hear of each what became of it',
    description:
      'Each unit is told by mail. Sent again with nothing new in between, it is the same decision, and no second mail.',
    body: async () => (await import('./contract/desk.ts')).DecideRequest,
    status: 201,
    answer: async () => (await import('./contract/desk.ts')).Decided,
    refusals: [
      ...([
        'PERIOD_NONE',
        'REASON_MISSING',
        'DATE_INVALID',
        'DAY_ASTRAY',
        'DAY_MISSING',
        'GUIDANCE_NOT_AWAITED',
      ] as const),
      ...(['DECISION_UNKNOWN', 'DECISION_GONE', 'UNIT_MISSING'] as const),
      // Of single units the answer itself says these.
      ...(['UNIT_UNKNOWN', 'UNIT_OWES_NOT', 'EXTENSION_NO_MORE', 'EXTENSION_NEEDLESS'] as const),
      ...([
        'ALREADY_EXTENDED',
        'REQUEST_NONE',
        'RECEIPT_MISSING',
        'VERSION_UNKNOWN',
        'VERSION_GONE',
      ] as const),
      ...(['VERSION_NEVER_COUNTED', 'ALREADY_EXCLUDED', 'REPORT_COUNTS', 'NOT_LATE'] as const),
      ...(['ALREADY_ACCEPTED', 'NOTHING_TO_WAIVE', 'WAIVE_BEYOND_CHECKS', 'GUIDANCE_FOR_ALL'] as const),
      ...(['GUIDANCE_AWAITED', 'REQUEST_NOT_UNDONE'] as const),
      ...(['HOLD_NEEDLESS', 'HOLD_OVER', 'ALREADY_HELD'] as const),
    ],
    answers: async ({ dependencies, visitor, body, language }) =>
      (await desk()).answerDecided(dependencies, visitor, body, language),
  }),
  operation({
    id: 'prolong',
    audit: 'decided',
    method: 'post',
    path: '/api/office/prolongations',
    holder: 'decider',
    parameters: {},
    summary:
      'Give many units so many hours more, in one period or several, and hear of each what became of it',
    description:
      'For a fault that was not theirs. On record for each unit and period; one mail a unit. The time of files that came stays.',
    body: async () => (await import('./contract/prolong.ts')).ProlongRequest,
    status: 201,
    answer: async () => (await import('./contract/prolong.ts')).Prolonged,
    refusals: [
      ...(['PERIOD_NONE', 'REASON_MISSING', 'HOURS_MISSING'] as const),
      // Of single units the answer itself says these.
      ...([
        'UNIT_UNKNOWN',
        'UNIT_OWES_NOT',
        'GUIDANCE_AWAITED',
        'PROLONG_NEEDLESS',
        'PROLONG_OVER',
        'PRESS_USED',
        'PRESS_TAKEN_BACK',
      ] as const),
    ],
    answers: async ({ dependencies, visitor, body, language }) =>
      (await prolong()).answerProlonged(dependencies, visitor, body, language),
  }),
  operation({
    id: 'listInterruptions',
    method: 'get',
    path: '/api/office/interruptions',
    holder: 'office',
    parameters: {},
    summary: 'What the records know of interruptions in the last two days',
    status: 200,
    answer: async () => (await import('./contract/prolong.ts')).Interruptions,
    refusals: [],
    answers: async ({ dependencies, visitor }) =>
      (await prolong()).answerInterruptions(dependencies, visitor),
  }),
  operation({
    id: 'amend',
    audit: 'decided',
    method: 'post',
    path: '/api/office/amendments',
    holder: 'decider',
    parameters: {},
    summary:
      'Change where a unit is reached, open a report that was not foreseen, or take such a change back',
    description:
      'It stays on top of every version of the regime that an admin applies. Units whom it concerns are told by mail.',
    body: async () => (await import('./contract/amendments.ts')).AmendRequest,
    status: 201,
    answer: async () => (await import('./contract/amendments.ts')).Amended,
    refusals: [
      ...(['REASON_MISSING', 'UNIT_UNKNOWN', 'EMAIL_INVALID', 'CONTACT_UNCHANGED', 'TITLE_MISSING'] as const),
      ...(['DATE_INVALID', 'DAY_ASTRAY', 'AMENDMENT_UNKNOWN', 'DECISION_GONE', 'TITLE_TAKEN'] as const),
    ],
    answers: async ({ dependencies, visitor, body }) =>
      (await amendments()).answerAmended(dependencies, visitor, body),
  }),
  operation({
    id: 'listAmendments',
    method: 'get',
    path: '/api/office/amendments',
    holder: 'office',
    parameters: {},
    summary: 'What the office changed in the regime',
    status: 200,
    answer: async () => (await import('./contract/amendments.ts')).Amendments,
    refusals: [],
    answers: async ({ dependencies, visitor, language }) =>
      (await amendments()).listAmendments(dependencies, visitor, language),
  }),
  operation({
    id: 'noteDown',
    audit: 'noted',
    method: 'post',
    path: '/api/office/duties/{period}/{unit}/notes',
    holder: 'decider',
    parameters: duty,
    summary: 'Note something about a unit, such as a call; nobody is told',
    body: async () => (await import('./contract/desk.ts')).NoteRequest,
    status: 201,
    answer: async () => (await import('./contract/desk.ts')).Noted,
    refusals: ['PERIOD_NONE', 'UNIT_UNKNOWN', 'NOTE_MISSING'],
    answers: async ({ dependencies, visitor, parameters, body }) =>
      (await desk()).answerNoted(dependencies, visitor, parameters, body),
  }),
];
