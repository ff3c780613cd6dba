/** What every function begins with: its environment, checked, and its dependencies, which are AWS's. */
import { Logger } from '@aws-lambda-powertools/logger';
import type { S3Client } from '@aws-sdk/client-s3';
import type * as z from 'zod';
import { DynamoTable, tableClient } from '../shared/ports/aws/dynamo-table.ts';
import { EmfMetrics } from '../shared/ports/aws/emf-metrics.ts';
import type { Dependencies } from '../shared/ports/dependencies.ts';
import { systemClock, systemRandomness } from '../shared/ports/machine.ts';
import type { Queue } from '../shared/ports/queue.ts';
import { once, onFirstUse } from './on-first-use.ts';

/** What every function is told. */
type Common = { readonly TABLE: string; readonly BUCKET: string; readonly METRICS_NAMESPACE: string };

export interface Connections<Variables extends Common>
  extends Pick<Dependencies, 'table' | 'store' | 'clock' | 'randomBytes' | 'logger' | 'metrics'> {
  readonly environment: Variables;
  /** Of the bucket, for what only one function needs of it. */
  readonly s3: () => Promise<S3Client>;
  readonly queue: (url: string) => Queue;
}

/** Throws a ZodError that names the variables which are missing or wrong. */
export function connect<Variables extends Common>(
  serviceName: string,
  schema: z.ZodType<Variables>,
): Connections<Variables> {
  const environment = schema.parse(process.env);
  const s3 = once(async () => (await import('../shared/ports/aws/s3-store.ts')).storeClient());
  const sqs = once(async () => (await import('../shared/ports/aws/sqs-queue.ts')).queueClient());
  return {
    environment,
    s3,
    table: new DynamoTable(tableClient(), environment.TABLE),
    store: onFirstUse(async () => {
      const { S3Store } = await import('../shared/ports/aws/s3-store.ts');
      return new S3Store(await s3(), environment.BUCKET);
    }),
    queue: (url) =>
      onFirstUse(async () => {
        const { SqsQueue } = await import('../shared/ports/aws/sqs-queue.ts');
        return new SqsQueue(await sqs(), url);
      }),
    logger: new Logger({ serviceName }),
    metrics: new EmfMetrics(environment.METRICS_NAMESPACE, systemClock, (line) => process.stdout.write(line)),
    clock: systemClock,
    randomBytes: systemRandomness,
  };
}
