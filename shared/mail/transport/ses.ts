/** Hands a mail to SES; the only file of this room that knows AWS. */
import {
  GetSendQuotaCommand,
  SESClient,
  type SESClientConfig,
  SendRawEmailCommand,
} from '@aws-sdk/client-ses';
import { MailRefused, SendingAmbiguous, SendingThrottled } from './sending-outcomes.ts';

/**
 * A client that tries once. The SDK's own retries would repeat a send after a time-out without anybody knowing,
 * and SES has no idempotency token.
 */
export function mailClient(config: SESClientConfig = {}): SESClient {
  return new SESClient({ ...config, maxAttempts: 1 });
}

export interface Sending {
  /** Its event destination reports bounces and complaints. */
  readonly configurationSet: string;
  /** A whole MIME message, at most 10 MB. */
  readonly raw: Uint8Array;
  /** An address, or a name with an address; the name stands in the message. */
  readonly from: string;
  readonly to: string;
}

/**
 * Returns SES's message id. Throws SendingThrottled, SendingAmbiguous or MailRefused; any other error (no access, a
 * sender not verified by the account, no connection at all) means that nothing was sent, and passes as it is.
 */
export async function sendMail(ses: SESClient, sending: Sending): Promise<string> {
  try {
    const { MessageId } = await ses.send(
      new SendRawEmailCommand({
        ConfigurationSetName: sending.configurationSet,
        // SES wants this one in ASCII, which names are not.
        Source: /<([^<>]+)>\s*$/.exec(sending.from)?.[1] ?? sending.from,
        Destinations: [sending.to],
        RawMessage: { Data: sending.raw },
      }),
    );
    if (MessageId === undefined) throw new SendingAmbiguous('SES answered without a message id');
    return MessageId;
  } catch (error) {
    throw outcomeOf(error);
  }
}

// https://docs.aws.amazon.com/ses/latest/APIReference/CommonErrors.html and API_SendRawEmail.html
const throttled = ['Throttling', 'ThrottlingException', 'TooManyRequestsException', 'LimitExceeded'];
const refused = [
  'MessageRejected',
  'InvalidParameterValue',
  'InvalidParameterValueException',
  'ValidationError',
];
const neverSent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];
const cutOff = ['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNABORTED'];
const timedOut = ['TimeoutError', 'AbortError', 'RequestTimeout', 'RequestTimeoutException'];

function outcomeOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof SendingAmbiguous) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (throttled.includes(error.name)) {
    return new SendingThrottled(`SES takes no more now: ${error.message}`, { cause: error });
  }
  if (refused.includes(error.name)) {
    return new MailRefused(`SES refused the mail: ${error.message}`, { cause: error });
  }
  if (neverSent.includes(code)) return error;
  const status = statusOf(error);
  // An error with a status of success: SES took the mail and its answer was garbled.
  const unknown = status >= 500 || (status >= 200 && status < 300);
  if (timedOut.includes(error.name) || cutOff.includes(code) || unknown) {
    return new SendingAmbiguous(`nobody knows whether SES took the mail: ${error.message}`, { cause: error });
  }
  return error;
}

function statusOf(error: Error): number {
  const metadata: unknown = '$metadata' in error ? error.$metadata : undefined;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return 0;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : 0;
}

export interface Quota {
  readonly perSecond: number;
  /** Mails that may still go within the running 24 hours; Infinity without a daily quota. */
  readonly left: number;
}

/** What the account may send now; never assumed, because it differs from account to account. */
export async function readQuota(ses: SESClient): Promise<Quota> {
  const {
    MaxSendRate = 1,
    Max24HourSend = 0,
    SentLast24Hours = 0,
  } = await ses.send(new GetSendQuotaCommand({}));
  // SES writes -1 where there is no daily quota.
  const left = Max24HourSend < 0 ? Number.POSITIVE_INFINITY : Math.max(0, Max24HourSend - SentLast24Hours);
  return { perSecond: MaxSendRate, left };
}
