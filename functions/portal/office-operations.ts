/** What the office may ask of the API: looking takes its link, deciding the link and a code on the device. */
import {
  CodeAsked,
  CodeEntered,
  Decided,
  DecideRequest,
  DeviceOpen,
  DevicesLocked,
  Noted,
  NoteRequest,
  OfficeDownload,
  ToDoList,
  UnitFile,
} from './contract/desk.ts';
import { OfficeView } from './contract/office.ts';
import { Download } from './contract/terms.ts';
import { UploadReport } from './contract/uploads.ts';
import {
  answerCodeAsked,
  answerCodeEntered,
  answerDecided,
  answerLocked,
  answerNoted,
  answerToDo,
} from './desk.ts';
import { linkToRunFile, viewPeriods } from './office.ts';
import { type Operation, operation } from './operation.ts';
import { answerUnitDownload, answerUnitFile, answerUnitUpload } from './unit-file.ts';

const duty = { period: 'The code of the period.', unit: 'The unit’s code.' };
const upload = { unit: 'The unit’s code.', uploadId: 'One of the unit’s uploads.' };

export const officeOperations: readonly Operation[] = [
  operation({
    id: 'listPeriods',
    method: 'get',
    path: '/api/office',
    holder: 'office',
    parameters: {},
    summary: 'What every unit stands at, by period, and the consolidated reports',
    status: 200,
    answer: OfficeView,
    refusals: [],
    answers: ({ dependencies, visitor, language }) => viewPeriods(dependencies, visitor, language),
  }),
  operation({
    id: 'linkToRunFile',
    method: 'get',
    path: '/api/office/runs/{run}/{file}',
    holder: 'office',
    parameters: { run: 'The name of the run.', file: 'One of its documents.' },
    summary: 'A link of five minutes to a consolidated report',
    status: 200,
    answer: Download,
    refusals: ['RUN_FILE_UNKNOWN'],
    answers: ({ dependencies, visitor, parameters }) =>
      linkToRunFile(dependencies, visitor, parameters.run, parameters.file),
  }),
  operation({
    id: 'listToDo',
    method: 'get',
    path: '/api/office/to-do',
    holder: 'office',
    parameters: {},
    summary: 'What waits for somebody to look or decide',
    status: 200,
    answer: ToDoList,
    refusals: [],
    answers: ({ dependencies, visitor, language }) => answerToDo(dependencies, visitor, language),
  }),
  operation({
    id: 'describeUnit',
    method: 'get',
    path: '/api/office/duties/{period}/{unit}',
    holder: 'office',
    parameters: duty,
    summary: 'All that is known of one unit’s duty: versions, decisions, notes, mails',
    status: 200,
    answer: UnitFile,
    refusals: ['PERIOD_NONE', 'UNIT_UNKNOWN', 'PERIOD_UNKNOWN'],
    answers: ({ dependencies, visitor, parameters, language }) =>
      answerUnitFile(dependencies, visitor, parameters, language),
  }),
  operation({
    id: 'reportUnitUpload',
    method: 'get',
    path: '/api/office/units/{unit}/uploads/{uploadId}',
    holder: 'office',
    parameters: upload,
    summary: 'What became of a unit’s upload, as the unit sees it',
    status: 200,
    answer: UploadReport,
    refusals: ['UNIT_UNKNOWN', 'UPLOAD_UNKNOWN'],
    answers: ({ dependencies, visitor, parameters, language }) =>
      answerUnitUpload(dependencies, visitor, parameters, language),
  }),
  operation({
    id: 'linkToUnitFile',
    method: 'get',
    path: '/api/office/units/{unit}/uploads/{uploadId}/{which}',
    holder: 'office',
    parameters: { ...upload, which: '`file`: as it was sent; `annotated`: with its findings noted in it.' },
    summary: 'A link of five minutes to a unit’s file, and what in it acts by itself',
    status: 200,
    answer: OfficeDownload,
    refusals: ['UNIT_UNKNOWN', 'UPLOAD_UNKNOWN', 'FILE_NOT_COME', 'ANNOTATED_NONE'],
    answers: ({ dependencies, visitor, parameters, language }) =>
      answerUnitDownload(dependencies, visitor, parameters, language),
  }),
  operation({
    id: 'askCode',
    method: 'post',
    path: '/api/office/codes',
    holder: 'office',
    parameters: {},
    summary: 'Have a code of six digits mailed to the recipient whose link this is',
    description: 'Good for ten minutes and once, by this link alone; three an hour.',
    status: 201,
    answer: CodeAsked,
    refusals: ['ROLE_READS', 'TOO_MANY_CODES'],
    answers: ({ dependencies, visitor }) => answerCodeAsked(dependencies, visitor),
  }),
  operation({
    id: 'enterCode',
    method: 'post',
    path: '/api/office/device',
    holder: 'office',
    parameters: {},
    summary: 'Enter a code, so that this browser may decide for ten hours',
    description: 'The leave is a cookie that scripts cannot read; it opens nothing without the same link.',
    body: CodeEntered,
    status: 201,
    answer: DeviceOpen,
    headers: { 'Set-Cookie': { description: 'This browser’s leave to decide.' } },
    refusals: ['ROLE_READS', 'CODE_NONE', 'CODE_WRONG', 'CODE_TRIES_SPENT'],
    answers: answerCodeEntered,
  }),
  operation({
    id: 'lockDevices',
    method: 'post',
    path: '/api/office/device/lock',
    holder: 'office',
    parameters: {},
    summary: 'Let no browser decide by this link any more, until another code is entered',
    status: 200,
    answer: DevicesLocked,
    refusals: [],
    answers: answerLocked,
  }),
  operation({
    id: 'decide',
    method: 'post',
    path: '/api/office/decisions',
    holder: 'decider',
    parameters: {},
    summary: 'Decide the same about one unit or many, and hear of each what became of it',
    description:
      'Each unit is told by mail. Sent again with nothing new in between, it is the same decision, and no second mail.',
    body: DecideRequest,
    status: 201,
    answer: Decided,
    refusals: [
      ...(['PERIOD_NONE', 'REASON_MISSING', 'DATE_INVALID', 'DAY_MISSING'] as const),
      // Of what concerns every unit; of single units the answer says it.
      ...(['GUIDANCE_NOT_AWAITED', 'DECISION_UNKNOWN', 'DECISION_GONE', 'UNIT_MISSING'] as const),
    ],
    answers: ({ dependencies, visitor, body, language }) =>
      answerDecided(dependencies, visitor, body, language),
  }),
  operation({
    id: 'noteDown',
    method: 'post',
    path: '/api/office/duties/{period}/{unit}/notes',
    holder: 'decider',
    parameters: duty,
    summary: 'Note something about a unit, such as a call; nobody is told',
    body: NoteRequest,
    status: 201,
    answer: Noted,
    refusals: ['PERIOD_NONE', 'UNIT_UNKNOWN', 'NOTE_MISSING'],
    answers: ({ dependencies, visitor, parameters, body }) =>
      answerNoted(dependencies, visitor, parameters, body),
  }),
];
