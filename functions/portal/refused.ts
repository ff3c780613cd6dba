import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { fill, type Language, say } from '../../shared/vocabulary/text.ts';
import { type RefusalCode, refusals } from '../../shared/wording/refusals.ts';

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
  FAULT: 500,
} as const satisfies Record<RefusalCode, ContentfulStatusCode>;

export function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(statusOf, code);
}

/** The request cannot be answered as asked; the asker is told why, and nothing was changed. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: RefusalCode;
  readonly details: Readonly<Record<string, string>>;

  constructor(code: RefusalCode, details: Readonly<Record<string, string>> = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }

  get status(): ContentfulStatusCode {
    return statusOf[this.code];
  }

  /** The contract's `{code, message}`. */
  toAnswer(language: Language): { code: RefusalCode; message: string } {
    const message = fill(say(refusals[this.code], language), this.details, () => '');
    return { code: this.code, message };
  }
}
