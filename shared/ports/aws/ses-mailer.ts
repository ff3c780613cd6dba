import {
  GetSendQuotaCommand,
  SESClient,
  type SESClientConfig,
  SendRawEmailCommand,
} from '@aws-sdk/client-ses';
import {
  type Mailer,
  MailRefused,
  type OutgoingMail,
  type Quota,
  SendingAmbiguous,
  SendingThrottled,
} from '../mailer.ts';
import { leanClient } from './lean-client.ts';

/**
 * A client that tries once. The SDK's own retries would repeat a send after a time-out without anybody knowing,
 * and SES has no idempotency token.
 */
export function mailClient(config: SESClientConfig = {}): SESClient {
  return leanClient(SESClient, { ...config, maxAttempts: 1 });
}

/** SES; the event destination of the configuration set reports bounces and complaints. */
export class SesMailer implements Mailer {
  readonly #client: SESClient;
  readonly #configurationSet: string;

  constructor(client: SESClient, configurationSet: string) {
    this.#client = client;
    this.#configurationSet = configurationSet;
  }

  async send({ raw, from, to, isDoubtful = false }: OutgoingMail): Promise<string> {
    try {
      const { MessageId } = await this.#client.send(
        new SendRawEmailCommand({
          ConfigurationSetName: this.#configurationSet,
          // SES wants this one in ASCII, which names are not.
          Source: /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from,
          Destinations: [to],
          RawMessage: { Data: raw },
          // The rule that passes on what has arrived asks for it: told of every mail, a function would run for each.
          ...(isDoubtful && { Tags: [{ Name: 'address', Value: 'doubtful' }] }),
        }),
      );
      if (MessageId === undefined) throw new SendingAmbiguous('SES answered without a message id');
      return MessageId;
    } catch (error) {
      throw outcomeOf(error);
    }
  }

  async quota(): Promise<Quota> {
    const {
      MaxSendRate = 1,
      Max24HourSend = 0,
      SentLast24Hours = 0,
    } = await this.#client.send(new GetSendQuotaCommand({}));
    // SES writes -1 where there is no daily quota.
    const left = Max24HourSend < 0 ? Number.POSITIVE_INFINITY : Math.max(0, Max24HourSend - SentLast24Hours);
    return { perSecond: MaxSendRate, left };
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
