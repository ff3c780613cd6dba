import { RejectError } from '../../vocabulary/errors.ts';

/** The file reads well and still cannot be written upon; the message says why, for the log. */
export class NotAnnotatable extends RejectError {
  override readonly name = 'NotAnnotatable';
  readonly code = 'NOT_ANNOTATABLE';
  readonly mendable = true;
}
