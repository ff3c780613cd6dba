/** Refusals as HTTP answers. */
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Refused } from '../../shared/office/refused.ts';
import { type Language, say } from '../../shared/vocabulary/text.ts';
import type { RefusalCode } from '../../shared/wording/refusals.ts';

/** The HTTP status of each refusal; the codes and their words stand in shared/wording/refusals.ts. */
export const statusOf = {
  BODY_INVALID: 400,
  FILE_NAME_INVALID: 400,
  FILE_EMPTY: 400,
  HASH_INVALID: 400,
  REASON_MISSING: 400,
  DATE_INVALID: 400,
  DAY_ASTRAY: 400,
  EMAIL_INVALID: 400,
  TITLE_MISSING: 400,
  TITLE_TAKEN: 409,
  CONTACT_UNCHANGED: 409,
  AMENDMENT_UNKNOWN: 409,
  DAY_MISSING: 400,
  HOURS_MISSING: 400,
  FIGURES_REASON_MISSING: 400,
  DOUBTS_UNANSWERED: 400,
  LACKING_REASON_MISSING: 400,
  UNIT_MISSING: 400,
  RECEIPT_MISSING: 400,
  NOTE_MISSING: 400,
  GUIDANCE_FOR_ALL: 400,
  CODE_WRONG: 400,
  NUMBER_INVALID: 400,
  SIGNER_INVALID: 400,
  RECEIVED_AHEAD: 400,
  SIGNED_DAY_INVALID: 400,
  SIGNED_IS_DRAFT: 400,
  SIGNED_ACTS: 400,
  SIGNED_NOT_OPENED: 400,
  SIGNED_NOT_EXAMINED: 400,
  SIGNED_NOT_PDF: 400,
  CORRECTED_NOT_WORD: 400,
  CORRECTED_TOO_LONG: 400,
  LINK_MISSING: 401,
  LINK_INVALID: 401,
  LINK_REVOKED: 403,
  LINK_EXPIRED: 403,
  LINK_LOOKS_ONLY: 403,
  LINK_OF_OTHER_DUTY: 403,
  LINK_OF_OFFICE: 403,
  LINK_OF_UNIT: 403,
  ROLE_READS: 403,
  CODE_NEEDED: 403,
  CODE_NOT_FRESH: 403,
  ROUTE_UNKNOWN: 404,
  PERIOD_NONE: 404,
  UNIT_UNKNOWN: 404,
  VERSION_UNKNOWN: 404,
  DECISION_UNKNOWN: 404,
  PERIOD_UNKNOWN: 404,
  UPLOAD_UNKNOWN: 404,
  FORM_UNKNOWN: 404,
  RUN_FILE_UNKNOWN: 404,
  FILE_NOT_COME: 404,
  ANNOTATED_NONE: 404,
  FILE_ERASED: 410,
  RECEIPT_UNKNOWN: 404,
  CODE_NONE: 409,
  UNIT_OWES_NOT: 409,
  EXTENSION_NO_MORE: 409,
  ALREADY_EXTENDED: 409,
  REQUEST_NONE: 409,
  VERSION_GONE: 409,
  VERSION_NEVER_COUNTED: 409,
  ALREADY_EXCLUDED: 409,
  REPORT_COUNTS: 409,
  NOT_LATE: 409,
  ALREADY_ACCEPTED: 409,
  NOTHING_TO_WAIVE: 409,
  WAIVE_BEYOND_CHECKS: 409,
  GUIDANCE_NOT_AWAITED: 409,
  DECISION_GONE: 409,
  REQUEST_NOT_UNDONE: 409,
  TOO_MANY_MENDS: 429,
  EXTENSION_NEEDLESS: 409,
  PROLONG_NEEDLESS: 409,
  HOLD_NEEDLESS: 409,
  HOLD_OVER: 409,
  ALREADY_HELD: 409,
  REMINDERS_HELD: 409,
  PROLONG_OVER: 409,
  PRESS_USED: 409,
  PRESS_TAKEN_BACK: 409,
  NOT_OWING: 409,
  NOBODY_OWES: 409,
  REMINDED_TODAY: 409,
  ADDRESS_BOUNCED: 409,
  LINKS_STOPPED: 409,
  NOT_BOUNCED: 409,
  PERIOD_NOT_OPEN: 409,
  PERIOD_LOCKED: 409,
  GUIDANCE_AWAITED: 409,
  FILE_RETURNED: 409,
  FILE_EXCLUDED: 409,
  DRAFT_NONE: 409,
  DRAFT_NOT_BUILT: 409,
  DRAFT_WAITS: 409,
  DRAFT_HOLDS: 409,
  DRAFT_GOES_BACK: 409,
  NOBODY_ABOVE: 409,
  ALREADY_ISSUED: 409,
  SENT_UNSIGNED: 409,
  ISSUE_CHANGED: 409,
  ISSUE_NOT_OPEN: 409,
  ISSUE_NOBODY_FILED: 409,
  NUMBER_USED: 409,
  SIGNED_FILE_NOT_COME: 409,
  FILE_TOO_LARGE: 413,
  SIGNED_TOO_LARGE: 413,
  TOO_MANY_UPLOADS: 429,
  CODE_TRIES_SPENT: 429,
  TOO_MANY_CODES: 429,
  TOO_MANY_LINKS: 429,
  TOO_MANY_CHECKS: 429,
  TOO_MANY_LOOKS: 429,
  TOO_MANY_DECLARATIONS: 429,
  TOO_MANY_BAD_FILES: 429,
  FAULT: 500,
} as const satisfies Record<RefusalCode, ContentfulStatusCode>;

/** Whether an error's code is one that the API answers with. */
export function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(statusOf, code);
}

/** Why, as far as an operator wants to tell refusals apart: a `limit` raises an alarm. */
export function reasonOf({ code }: Pick<Refused, 'code'>): 'link' | 'limit' | 'other' {
  const status = statusOf[code];
  if (status === 401 || status === 403) return 'link';
  // A page whose tabs open together meets it, asks again by itself and is served.
  if (code === 'TOO_MANY_LOOKS') return 'other';
  return status === 429 ? 'limit' : 'other';
}

/** The contract's `{code, message}`. */
export function answerOf(
  { code, words }: Refused,
  language: Language,
): { code: RefusalCode; message: string } {
  return { code, message: say(words, language) };
}
