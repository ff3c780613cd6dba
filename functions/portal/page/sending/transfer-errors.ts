/** What can go wrong between the device and the bucket, by what it means to the person who sends. */

/** The line broke, or was stopped; sending again may work. */
export class TransferLost extends Error {
  override readonly name = 'TransferLost';
}

/** The bucket answered, and did not take the file. */
export class TransferRefused extends Error {
  override readonly name = 'TransferRefused';
  readonly status: number;

  constructor(status: number) {
    super(`the bucket answered ${status}`);
    this.status = status;
  }
}

/** The file was chosen, but the device does not give its bytes (changed, moved, locked by another program). */
export class FileUnreadable extends Error {
  override readonly name = 'FileUnreadable';
}

/** The browser has no SHA-256: too old, or the page is not served over https. */
export class DigestUnavailable extends Error {
  override readonly name = 'DigestUnavailable';
}
