/** What can be asked of the API: the table that requests are routed by and the OpenAPI document is made of. */
import { Refused } from '../../shared/office/refused.ts';
import { officeOf } from '../../shared/regime/recipients.ts';
import { formats } from '../../shared/vocabulary/formats.ts';
import type { RefusalCode } from '../../shared/wording/refusals.ts';
import { once } from '../on-first-use.ts';
import { chaseOperations } from './chase-operations.ts';
import { entryOperations } from './entry-operations.ts';
import { issueOperations } from './issue/operations.ts';
import { officeOperations } from './office-operations.ts';
import { type Operation, operation } from './operation.ts';

// What answers is loaded when it is asked for first: a unit that opens the page does not wait for the office's documents.
const duties = once(() => import('./duties.ts'));
const downloads = once(() => import('./downloads.ts'));
const forms = once(() => import('./forms.ts'));
const invitations = once(() => import('../../shared/office/links/invite.ts'));
const receipts = once(() => import('./receipts.ts'));
const tasks = once(() => import('./tasks.ts'));
const uploads = once(() => import('./uploads.ts'));

const period = { period: 'The code of the duty’s period, such as `Q1-2024`.' };
const notYet = ['LINK_LOOKS_ONLY', 'PERIOD_UNKNOWN', 'PERIOD_NOT_OPEN', 'GUIDANCE_AWAITED'] as const;
const notNow = [...notYet, 'PERIOD_LOCKED'] as const;

export const operations: readonly Operation[] = [
  operation({
    id: 'listDuties',
    audit: 'opened',
    method: 'get',
    path: '/api/duties',
    holder: 'unit',
    parameters: {},
    summary: 'What the unit owes',
    status: 200,
    answer: async () => (await import('./contract/duties.ts')).Duties,
    headers: {
      'X-Unit-Name': {
        description: 'The unit’s name, percent-encoded UTF-8.',
        of: ({ unit }) => encodeURIComponent(unit.name),
      },
      'X-Office': {
        description: 'Whom to ask: the office’s name, telephone number and address, percent-encoded UTF-8.',
        of: ({ regime }) => encodeURIComponent(officeOf(regime)),
      },
    },
    refusals: [],
    answers: async ({ dependencies, visitor, language }) =>
      (await duties()).listDuties(dependencies, visitor, language),
  }),
  operation({
    id: 'describeDuty',
    method: 'get',
    path: '/api/duties/{period}',
    holder: 'unit',
    parameters: period,
    summary: 'One duty with its indicators, checks, last figures and all versions sent',
    status: 200,
    answer: async () => (await import('./contract/duties.ts')).DutyDetail,
    refusals: ['PERIOD_UNKNOWN'],
    answers: async ({ dependencies, visitor, parameters, language }) =>
      (await duties()).describeDuty(dependencies, visitor, parameters.period, language),
  }),
  operation({
    id: 'taskOf',
    method: 'get',
    path: '/api/duties/{period}/task',
    holder: 'unit',
    parameters: period,
    summary: 'What a file for this duty is judged by',
    description: 'All that the reading engine needs, so that a file can be checked before it travels.',
    status: 200,
    answer: async () => (await import('./contract/task.ts')).DutyTask,
    refusals: ['PERIOD_UNKNOWN'],
    answers: async ({ visitor, parameters }) => (await tasks()).taskOf(visitor, parameters.period),
  }),
  operation({
    id: 'declareNil',
    audit: 'declared',
    method: 'post',
    path: '/api/duties/{period}/nil',
    holder: 'unit',
    parameters: period,
    summary: 'Declare that there is nothing to report',
    body: async () => (await import('./contract/duties.ts')).NilRequest,
    status: 201,
    answer: async () => (await import('./contract/duties.ts')).NilDeclared,
    refusals: [...notNow, 'REASON_MISSING', 'TOO_MANY_DECLARATIONS'],
    answers: async ({ dependencies, visitor, parameters, body }) =>
      (await duties()).answerNil(dependencies, visitor, parameters.period, body),
  }),
  operation({
    id: 'askExtension',
    audit: 'declared',
    method: 'post',
    path: '/api/duties/{period}/extension',
    holder: 'unit',
    parameters: period,
    summary: 'Ask for more time',
    description:
      'Records the request; granting it is the office’s. A locked period is asked to be unlocked by it.',
    body: async () => (await import('./contract/duties.ts')).ExtensionRequest,
    status: 201,
    answer: async () => (await import('./contract/duties.ts')).ExtensionRequested,
    refusals: [...notYet, 'REASON_MISSING', 'DATE_INVALID', 'DAY_ASTRAY', 'TOO_MANY_DECLARATIONS'],
    answers: async ({ dependencies, visitor, parameters, body }) =>
      (await duties()).answerExtension(dependencies, visitor, parameters.period, body),
  }),
  operation({
    id: 'fillForm',
    heavy: true,
    audit: 'downloaded',
    method: 'get',
    path: '/api/templates/{file}',
    holder: 'unit',
    parameters: { file: 'The period’s code and `.xlsx` or `.docx`, such as `Q1-2024.xlsx`.' },
    summary: 'The form, filled in with the unit, the period and last period’s closing figures',
    status: 200,
    answer: [formats.xlsx.contentType, formats.docx.contentType],
    headers: { 'Content-Disposition': { description: 'The file’s name.' } },
    refusals: ['PERIOD_UNKNOWN', 'FORM_UNKNOWN'],
    answers: async ({ dependencies, visitor, parameters }) =>
      (await forms()).fillForm(dependencies, visitor, parameters.file),
  }),
  operation({
    id: 'mintUpload',
    audit: 'sent',
    method: 'post',
    path: '/api/uploads',
    holder: 'unit',
    parameters: {},
    summary: 'Announce a file and learn where it is taken',
    description: 'The file itself goes to the answer’s `url` by `PUT`, with the answer’s `headers`.',
    body: async () => (await import('./contract/uploads.ts')).MintRequest,
    status: 201,
    answer: async () => (await import('./contract/uploads.ts')).Mint,
    refusals: [
      ...notNow,
      'FILE_NAME_INVALID',
      'FILE_EMPTY',
      'FILE_TOO_LARGE',
      'HASH_INVALID',
      'FILE_RETURNED',
      'FILE_EXCLUDED',
      'TOO_MANY_UPLOADS',
      'TOO_MANY_BAD_FILES',
    ],
    answers: async ({ dependencies, visitor, body }) => (await uploads()).mint(dependencies, visitor, body),
  }),
  operation({
    id: 'reportUpload',
    method: 'get',
    path: '/api/uploads/{uploadId}',
    holder: 'unit',
    parameters: { uploadId: 'As the mint answered it.' },
    summary: 'What became of an upload: its verdict, or whether the file has come',
    status: 200,
    answer: async () => (await import('./contract/uploads.ts')).UploadReport,
    refusals: ['UPLOAD_UNKNOWN'],
    begins: async (dependencies, { uploadId }) => (await uploads()).lookUp(dependencies, uploadId),
    answers: async ({ dependencies, visitor, begun, parameters, language }) =>
      (await uploads()).reportUpload(dependencies, visitor, parameters.uploadId, language, begun),
  }),
  operation({
    id: 'linkToFile',
    audit: 'downloaded',
    method: 'get',
    path: '/api/uploads/{uploadId}/file',
    holder: 'unit',
    parameters: { uploadId: 'As the mint answered it.' },
    summary: 'A link of five minutes to the file as it was sent',
    status: 200,
    answer: async () => (await import('./contract/terms.ts')).Download,
    refusals: ['UPLOAD_UNKNOWN', 'FILE_NOT_COME', 'FILE_ERASED'],
    answers: async ({ dependencies, visitor, parameters }) =>
      (await downloads()).linkToFile(dependencies, visitor, parameters.uploadId),
  }),
  operation({
    id: 'linkToAnnotated',
    audit: 'downloaded',
    method: 'get',
    path: '/api/uploads/{uploadId}/annotated',
    holder: 'unit',
    parameters: { uploadId: 'As the mint answered it.' },
    summary: 'A link of five minutes to the same file with every finding noted in its place',
    status: 200,
    answer: async () => (await import('./contract/terms.ts')).Download,
    refusals: ['UPLOAD_UNKNOWN', 'ANNOTATED_NONE', 'FILE_ERASED'],
    answers: async ({ dependencies, visitor, parameters }) =>
      (await downloads()).linkToAnnotated(dependencies, visitor, parameters.uploadId),
  }),
  operation({
    id: 'checkReceipt',
    method: 'get',
    path: '/api/receipts/{number}',
    holder: 'anybody',
    parameters: { number: 'As the receipt prints it; small letters will do.' },
    summary: 'What the receipt of this number says',
    description: 'Needs no link: whoever holds a receipt may check it, and learns nothing beyond it.',
    status: 200,
    answer: async () => (await import('./contract/receipts.ts')).ReceiptCheck,
    refusals: ['RECEIPT_UNKNOWN', 'TOO_MANY_CHECKS'],
    answers: async ({ dependencies, parameters, language, address }) =>
      (await receipts()).checkReceipt(dependencies, { number: parameters.number, address }, language),
  }),
  operation({
    id: 'renewLink',
    method: 'post',
    path: '/api/links/renewal',
    holder: 'anybody',
    parameters: {},
    summary: 'Have a new link mailed to the holder of one that ran out',
    description:
      'By the code of the old one, as ever. It goes to the registered address and to no other, three times a day at most; the answer is the same whether or not there is such a link.',
    status: 202,
    answer: async () => (await import('./contract/terms.ts')).RenewalAsked,
    refusals: ['LINK_MISSING'],
    answers: async ({ dependencies, token }) => {
      if (token === null) throw new Refused('LINK_MISSING');
      await (await invitations()).renewLink(dependencies, token);
      return { asked: true as const };
    },
  }),
  ...officeOperations,
  ...issueOperations,
  ...entryOperations,
  ...chaseOperations,
];

const ofLinks = ['LINK_MISSING', 'LINK_INVALID', 'LINK_REVOKED', 'LINK_EXPIRED'] as const;

/** Every code with which an operation may be refused. */
export function refusalsOf({ holder, body, heavy, refusals }: Operation): readonly RefusalCode[] {
  return [
    ...(body ? (['BODY_INVALID'] as const) : []),
    ...(holder === 'anybody' ? [] : ofLinks),
    ...(holder === 'unit' ? (['LINK_OF_OFFICE', 'LINK_OF_OTHER_DUTY'] as const) : []),
    ...(holder === 'office' || holder === 'decider' ? (['LINK_OF_UNIT'] as const) : []),
    ...(holder === 'decider' ? (['ROLE_READS', 'CODE_NEEDED'] as const) : []),
    ...(heavy ? (['TOO_MANY_LOOKS'] as const) : []),
    ...refusals,
    'FAULT',
  ];
}
