/** The file reads well and still cannot be written upon; the message says why, for the log. */
export class NotAnnotatable extends Error {
  override readonly name = 'NotAnnotatable';
}
