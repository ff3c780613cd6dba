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
  LINK_MISSING: 401,
  LINK_INVALID: 401,
  LINK_REVOKED: 403,
  LINK_EXPIRED: 403,
  LINK_LOOKS_ONLY: 403,
  LINK_OF_OTHER_DUTY: 403,
  LINK_OF_OFFICE: 403,
  LINK_OF_UNIT: 403,
  ROUTE_UNKNOWN: 404,
  PERIOD_UNKNOWN: 404,
  UPLOAD_UNKNOWN: 404,
  FORM_UNKNOWN: 404,
  RUN_FILE_UNKNOWN: 404,
  FILE_NOT_COME: 404,
  ANNOTATED_NONE: 404,
  RECEIPT_UNKNOWN: 404,
  PERIOD_NOT_OPEN: 409,
  PERIOD_LOCKED: 409,
  GUIDANCE_AWAITED: 409,
  FILE_RETURNED: 409,
  FILE_EXCLUDED: 409,
  FILE_TOO_LARGE: 413,
  TOO_MANY_UPLOADS: 429,
  TOO_MANY_DECLARATIONS: 429,
  TOO_MANY_BAD_FILES: 429,
  FAULT: 500,
} as const satisfies Record<RefusalCode, ContentfulStatusCode>;

export function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(statusOf, code);
}

/** Why, as far as an operator wants to tell refusals apart. */
export function reasonOf({ code }: Refused): 'link' | 'limit' | 'other' {
  const status = statusOf[code];
  if (status === 401 || status === 403) return 'link';
  return status === 429 ? 'limit' : 'other';
}

/** The contract's `{code, message}`. */
export function answerOf(
  { code, words }: Refused,
  language: Language,
): { code: RefusalCode; message: string } {
  return { code, message: say(words, language) };
}
