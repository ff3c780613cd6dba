import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type RefusalCode, refusals } from '../../shared/wording/refusals.ts';
import type { Language } from '../../shared/wording/text.ts';

/** The request cannot be answered as asked; the asker is told why, and nothing was changed. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: ContentfulStatusCode;
  readonly code: RefusalCode;
  readonly details: Readonly<Record<string, string>>;

  constructor(
    status: ContentfulStatusCode,
    code: RefusalCode,
    details: Readonly<Record<string, string>> = {},
  ) {
    super(code);
    this.status = status;
    this.code = code;
    this.details = details;
  }

  /** The contract's `{code, message}`. */
  toAnswer(language: Language): { code: RefusalCode; message: string } {
    const message = refusals[this.code][language].replace(
      /\{(\w+)\}/g,
      (_, name) => this.details[name] ?? '',
    );
    return { code: this.code, message };
  }
}
