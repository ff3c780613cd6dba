import { RejectError } from '../../vocabulary/errors.ts';
import type { UnreadableCode } from '../../vocabulary/finding.ts';

/**
 * The file cannot be opened or is not safe to open. It is never retried: the unit is told, and the file is kept.
 * `code` is a finding code whose words stand in shared/wording/unreadable-findings.ts; `detail` tells whoever
 * maintains the readers what exactly was wrong; `seen` tells the unit what the file was seen to be.
 */
export class UnreadableFile extends RejectError {
  override readonly name = 'UnreadableFile';
  readonly mendable = true;
  readonly code: UnreadableCode;
  readonly detail: string;
  /** In a word people know ("PDF", ".xls"); null where only the detail would tell. */
  readonly seen: string | null;

  constructor(code: UnreadableCode, detail: string, options: ErrorOptions & { readonly seen?: string } = {}) {
    super(`${code}: ${detail}`, options);
    this.code = code;
    this.detail = detail;
    this.seen = options.seen ?? null;
  }
}
