import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { takeNotice } from '../../shared/office/chase/bounces.ts';
import { parseDelivery } from '../../shared/records/wake.ts';
import { type CodeDependencies, sendCode } from './send-code.ts';
import { type DeliverDependencies, sendMessage, TryLater } from './send-message.ts';

/** Each message of the batch points at one mail, at a code to be mailed, or says what became of a mail; what must be tried again is reported, so that only it comes again. */
export function createHandler(dependencies: DeliverDependencies & CodeDependencies) {
  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const failed: string[] = [];
    for (const { messageId, body } of Records) {
      try {
        const wanted = parseDelivery(body);
        if ('notices' in wanted) {
          for (const notice of wanted.notices) await takeNotice(dependencies, notice);
        } else if ('code' in wanted) await sendCode(dependencies, wanted.code);
        else await sendMessage(dependencies, wanted.outbox);
      } catch (error) {
        if (error instanceof TryLater)
          dependencies.logger.warn('MAIL_WAITS: tried again later', { error, messageId });
        else {
          dependencies.logger.error('MAIL_FAILED: the mail was not sent', { error, messageId });
          dependencies.metrics.record('Failures', 1, 'deliver');
        }
        failed.push(messageId);
      }
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
}
