/** How handing a mail to SES can fail, named by what it means to the outbox row. */

/** SES takes no more at this rate or today: put the row back to pending and try later. */
export class SendingThrottled extends Error {
  override readonly name = 'SendingThrottled';
}

/** Nobody knows whether SES has taken it: it is sent again, and the row says so. */
export class SendingAmbiguous extends Error {
  override readonly name = 'SendingAmbiguous';
}

/** This mail will never go, however often it is tried: a person must look. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}
