/** What the office may ask about issuing a signed report: looking takes its link, all else the code on the device too. */
import { type Operation, operation } from './operation.ts';

const parameters = { period: 'The code of the period.' };
const file = { run: 'The run that froze the edition.', sha256: 'The sum of the file.' };
/** Only this needs what reads and compares reports: it would weigh on every cold start. */
const issuing = () => import('./issue.ts');

export const issueOperations: readonly Operation[] = [
  operation({
    id: 'viewIssue',
    heavy: true,
    method: 'get',
    path: '/api/office/issue/{period}',
    holder: 'office',
    parameters,
    summary: 'The newest edition before whoever issues it, and what was issued',
    status: 200,
    answer: async () => (await import('./contract/issue.ts')).IssueView,
    refusals: ['PERIOD_NONE'],
    answers: async ({ dependencies, visitor, parameters: { period }, language }) =>
      (await issuing()).answerIssueView(dependencies, visitor, period, language),
  }),
  operation({
    id: 'drawUpDraft',
    audit: 'decided',
    method: 'post',
    path: '/api/office/issue/{period}/draft',
    holder: 'decider',
    parameters,
    summary: 'Have the next edition drawn up, for the office alone',
    description: 'Of what is filed when it is drawn up, within a minute. Asked for twice it is one.',
    body: async () => (await import('./contract/issue.ts')).DraftRequest,
    status: 201,
    answer: async () => (await import('./contract/issue.ts')).DraftAsked,
    refusals: [
      ...(['PERIOD_NONE', 'REASON_MISSING', 'DRAFT_HOLDS', 'DRAFT_WAITS', 'DRAFT_GOES_BACK'] as const),
      ...(['ISSUE_NOT_OPEN', 'ISSUE_NOBODY_FILED'] as const),
    ],
    answers: async ({ dependencies, visitor, parameters: { period }, body }) =>
      (await issuing()).answerDraftAsked(dependencies, visitor, period, body),
  }),
  operation({
    id: 'takeBackDraft',
    audit: 'decided',
    method: 'post',
    path: '/api/office/issue/{period}/draft/taken-back',
    holder: 'decider',
    parameters,
    summary: 'Take the newest edition back, which was not signed yet',
    description: 'The office is told by mail; its files are kept. Another is drawn up in its place.',
    body: async () => (await import('./contract/issue.ts')).DraftBackRequest,
    status: 201,
    answer: async () => (await import('./contract/issue.ts')).DraftAsked,
    refusals: [
      ...(['PERIOD_NONE', 'REASON_MISSING', 'DRAFT_NONE', 'ISSUE_CHANGED'] as const),
      ...(['ALREADY_ISSUED', 'SENT_UNSIGNED'] as const),
    ],
    answers: async ({ dependencies, visitor, parameters: { period }, body }) =>
      (await issuing()).answerDraftTakenBack(dependencies, visitor, period, body),
  }),
  operation({
    id: 'announceOfficeFile',
    audit: 'sent',
    method: 'post',
    path: '/api/office/issue/{period}/files',
    holder: 'decider',
    parameters,
    summary: 'Announce the signed report, or the corrected draft',
    body: async () => (await import('./contract/issue.ts')).OfficeFileRequest,
    status: 201,
    answer: async () => (await import('./contract/issue.ts')).OfficeFileMint,
    refusals: [
      'PERIOD_NONE',
      'RUN_FILE_UNKNOWN',
      'FILE_EMPTY',
      'FILE_TOO_LARGE',
      'SIGNED_TOO_LARGE',
      'FILE_NAME_INVALID',
      'HASH_INVALID',
    ],
    answers: async ({ dependencies, visitor, parameters: { period }, body }) =>
      (await issuing()).answerOfficeFile(dependencies, visitor, period, body),
  }),
  operation({
    id: 'linkToSignedFile',
    audit: 'downloaded',
    method: 'get',
    path: '/api/office/issue/{period}/files/{run}/{sha256}',
    holder: 'office',
    parameters: { ...parameters, ...file },
    summary: 'A link of five minutes to a signed report',
    status: 200,
    answer: async () => (await import('./contract/terms.ts')).Download,
    refusals: ['PERIOD_NONE', 'RUN_FILE_UNKNOWN'],
    answers: async ({ dependencies, visitor, parameters: asked }) =>
      (await issuing()).answerSignedFile(dependencies, visitor, asked),
  }),
  operation({
    id: 'compareCorrected',
    heavy: true,
    method: 'post',
    path: '/api/office/issue/{period}/corrections',
    holder: 'decider',
    parameters,
    summary: 'What the corrected draft says otherwise than the draft',
    body: async () => (await import('./contract/issue.ts')).CorrectionsRequest,
    status: 200,
    answer: async () => (await import('./contract/issue.ts')).Corrections,
    refusals: [
      ...(['PERIOD_NONE', 'RUN_FILE_UNKNOWN', 'SIGNED_FILE_NOT_COME', 'DRAFT_NOT_BUILT'] as const),
      ...(['CORRECTED_NOT_WORD', 'CORRECTED_TOO_LONG', 'FILE_NAME_INVALID', 'HASH_INVALID'] as const),
    ],
    answers: async ({ dependencies, visitor, parameters: { period }, body }) =>
      (await issuing()).answerCorrections(dependencies, visitor, period, body),
  }),
  operation({
    id: 'compareSigned',
    heavy: true,
    method: 'post',
    path: '/api/office/issue/{period}/signed-text',
    holder: 'decider',
    parameters,
    summary: 'What the signed PDF lacks of the text that was to be signed',
    body: async () => (await import('./contract/issue.ts')).SignedTextRequest,
    status: 200,
    answer: async () => (await import('./contract/issue.ts')).SignedText,
    refusals: [
      ...(['PERIOD_NONE', 'RUN_FILE_UNKNOWN', 'SIGNED_FILE_NOT_COME', 'DRAFT_NOT_BUILT'] as const),
      ...(['CORRECTED_NOT_WORD', 'FILE_NAME_INVALID', 'HASH_INVALID', 'SIGNER_INVALID'] as const),
    ],
    answers: async ({ dependencies, visitor, parameters: { period }, body }) =>
      (await issuing()).answerSignedText(dependencies, visitor, period, body),
  }),
  operation({
    id: 'issueReport',
    audit: 'decided',
    method: 'post',
    path: '/api/office/issue/{period}',
    holder: 'decider',
    parameters,
    summary: 'Issue the signed report to those above the office',
    description: 'Its mails cannot be called back. Sent again with the same, it mails nobody twice.',
    body: async () => (await import('./contract/issue.ts')).IssueRequest,
    status: 201,
    answer: async () => (await import('./contract/issue.ts')).IssuedAs,
    refusals: [
      ...(['PERIOD_NONE', 'DRAFT_NONE', 'DRAFT_NOT_BUILT', 'NOBODY_ABOVE', 'ALREADY_ISSUED'] as const),
      ...([
        'SENT_UNSIGNED',
        'DRAFT_GOES_BACK',
        'ISSUE_CHANGED',
        'FIGURES_REASON_MISSING',
        'ISSUE_NOT_OPEN',
        'ISSUE_NOBODY_FILED',
        'REASON_MISSING',
        'NUMBER_INVALID',
        'SIGNER_INVALID',
      ] as const),
      ...(['NUMBER_USED', 'DATE_INVALID', 'SIGNED_DAY_INVALID', 'SIGNED_FILE_NOT_COME'] as const),
      ...([
        'SIGNED_NOT_PDF',
        'SIGNED_TOO_LARGE',
        'CORRECTED_NOT_WORD',
        'CORRECTED_TOO_LONG',
        'FILE_EMPTY',
        'FILE_TOO_LARGE',
      ] as const),
      ...(['FILE_NAME_INVALID', 'HASH_INVALID'] as const),
    ],
    answers: async ({ dependencies, visitor, parameters: { period }, body }) =>
      (await issuing()).answerIssued(dependencies, visitor, period, body),
  }),
];
