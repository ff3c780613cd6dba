/** Hands over one mail to whoever sends it, and names how that can fail by what it means to the outbox. */
import { RejectError, RetryError } from '../vocabulary/errors.ts';

export interface OutgoingMail {
  /** A whole MIME message, at most 10 MB. */
  readonly raw: Uint8Array;
  /** An address, or a name with an address; the name stands in the message. */
  readonly from: string;
  /** One address. */
  readonly to: string;
  /** Whether it is to be told when this mail has arrived: earlier ones did not. */
  readonly isDoubtful?: boolean;
}

export interface Quota {
  readonly perSecond: number;
  /** Mails that may still go within the running 24 hours; Infinity without a daily quota. */
  readonly left: number;
}

export interface Mailer {
  /**
   * Returns the service's id of the mail. Throws SendingThrottled, SendingAmbiguous or MailRefused; any other error
   * (no access, a sender not verified by the account, no connection at all) means that nothing was sent.
   */
  send(mail: OutgoingMail): Promise<string>;
  /** What the account may send now; never assumed, because it differs from account to account. */
  quota(): Promise<Quota>;
}

/** No more is taken at this rate or today: put the row back to pending and try later. */
export class SendingThrottled extends RetryError {
  override readonly name = 'SendingThrottled';
  readonly code = 'SENDING_THROTTLED';
  readonly mendable = false;
}

/** Nobody knows whether the mail was taken: it is sent again, and the row says so. */
export class SendingAmbiguous extends RetryError {
  override readonly name = 'SendingAmbiguous';
  readonly code = 'SENDING_AMBIGUOUS';
  readonly mendable = false;
}

/** This mail will never go, however often it is tried: a person must look. */
export class MailRefused extends RejectError {
  override readonly name = 'MailRefused';
  readonly code = 'MAIL_REFUSED';
  readonly mendable = false;
}
