import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { takeIn } from '../../shared/office/take-in.ts';
import type { Dependencies } from '../../shared/ports/dependencies.ts';
import { parseArrival } from '../../shared/records/wake.ts';

export type IngestDependencies = Pick<
  Dependencies,
  'table' | 'store' | 'outbox' | 'logger' | 'clock' | 'stopwatch'
>;

/** The queue hands over one message at a time; what fails is reported, so that only it comes again. */
export function createHandler(dependencies: IngestDependencies) {
  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const failed: string[] = [];
    for (const { messageId, body, attributes } of Records) {
      const receives = Number(attributes.ApproximateReceiveCount);
      try {
        await takeIn(dependencies, { upload: parseArrival(body), receives });
      } catch (error) {
        dependencies.logger.error('FILE_NOT_RECORDED: the message stays in the queue', { error, messageId });
        failed.push(messageId);
      }
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
}
