/**
 * What can go wrong between the device and the bucket, by what it means to the person who sends. Each becomes a
 * failure of the upload (upload-states.ts); its words stand where that is shown.
 */
import { RejectError, RetryError, UnitReportsError } from '../../../../shared/vocabulary/errors.ts';

/** The line broke, or was stopped; sending again may work. */
export class TransferLost extends RetryError {
  override readonly name = 'TransferLost';
  readonly code = 'TRANSFER_LOST';
  readonly mendable = true;
}

/** The bucket answered, and did not take the file. */
export class TransferRefused extends UnitReportsError {
  override readonly name = 'TransferRefused';
  readonly code = 'TRANSFER_REFUSED';
  readonly outcome: 'reject' | 'retry';
  readonly mendable = false;
  /** Of HTTP. */
  readonly status: number;

  constructor(status: number) {
    super(`the bucket answered ${status}`);
    // 409: another try of the same file is just being stored, or was cut off a moment ago.
    this.outcome = status >= 500 || status === 409 ? 'retry' : 'reject';
    this.status = status;
  }
}

/** The file was chosen, but the device does not give its bytes (changed, moved, locked by another program). */
export class FileUnreadable extends RejectError {
  override readonly name = 'FileUnreadable';
  readonly code = 'FILE_UNREADABLE';
  readonly mendable = true;
}

/** The browser has no SHA-256: too old, or the page is not served over https. */
export class DigestUnavailable extends RejectError {
  override readonly name = 'DigestUnavailable';
  readonly code = 'DIGEST_UNAVAILABLE';
  readonly mendable = true;
}
