import { LocalCloudError } from '../errors.ts';

/** A request refused with an error of the service's own: code, HTTP status, sentence. */
export class Refusal extends LocalCloudError {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: string;
  /** Further elements of S3's error document, e.g. `MaxSizeAllowed`. */
  readonly details: Readonly<Record<string, string>>;
  /** Headers the answer must carry, e.g. `content-range` of a refused range. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    extra: {
      readonly details?: Readonly<Record<string, string>>;
      readonly headers?: Readonly<Record<string, string>>;
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, { cause: extra.cause });
    this.status = status;
    this.code = code;
    this.details = extra.details ?? {};
    this.headers = extra.headers ?? {};
  }
}

/** Why a signature was not accepted; each service has its own code for each of these. */
export type SignatureFlaw =
  | 'missing'
  | 'malformed'
  | 'query-malformed'
  | 'two-mechanisms'
  | 'unknown-key'
  | 'token'
  | 'mismatch'
  | 'skewed'
  | 'expired'
  | 'unsigned-headers';

/** The request's signature does not prove who sent it. */
export class SignatureRefused extends LocalCloudError {
  override readonly name = 'SignatureRefused';
  readonly code = 'SIGNATURE_REFUSED';
  readonly flaw: SignatureFlaw;

  constructor(flaw: SignatureFlaw, message: string) {
    super(message);
    this.flaw = flaw;
  }
}

/** The signer is known, but its policies do not allow this. */
export class AccessRefused extends LocalCloudError {
  override readonly name = 'AccessRefused';
  readonly code = 'ACCESS_REFUSED';

  constructor(principal: string, action: string, resource: string, explicit: boolean) {
    super(
      `User: ${principal} is not authorized to perform: ${action} on resource: ${resource} ` +
        (explicit ? 'with an explicit deny' : 'because no policy allows the action'),
    );
  }
}

/** A fault asked for by `onCall`: the service answers that it is throttling. */
export class Throttled extends LocalCloudError {
  override readonly name = 'Throttled';
  readonly code = 'THROTTLED';
}

/** A fault asked for by `onCall`: no answer at all. */
export class Unanswered extends LocalCloudError {
  override readonly name = 'Unanswered';
  readonly code = 'UNANSWERED';
  readonly how: 'hang-up' | 'stall';

  constructor(how: 'hang-up' | 'stall') {
    super(`no answer on purpose: ${how}`);
    this.how = how;
  }
}
