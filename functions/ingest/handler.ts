import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { type TakesIn, takeIn } from '../../shared/office/take-in/take-in.ts';
import { parseArrival } from '../../shared/records/wake.ts';

/** The queue hands over one message at a time; what fails is reported, so that only it comes again. */
export function createHandler(dependencies: TakesIn) {
  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const failed: string[] = [];
    for (const { messageId, body } of Records) {
      try {
        await takeIn(dependencies, parseArrival(body));
      } catch (error) {
        dependencies.logger.error('FILE_NOT_RECORDED: the message stays in the queue', { error, messageId });
        dependencies.metrics.record('Failures', 1, 'ingest');
        failed.push(messageId);
      }
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
}
