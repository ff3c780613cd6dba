/** What every function begins with: its environment, checked, and clients for the table, the bucket and the queues. */
import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import type { Doorbell } from '../shared/records/doorbell.ts';
import type { Store } from '../shared/records/store.ts';
import type { Table } from '../shared/records/table.ts';

type Stored = { readonly TABLE: string; readonly BUCKET: string };

export interface Connections<Variables extends Stored> {
  readonly environment: Variables;
  readonly table: Table;
  readonly store: Store;
  readonly doorbell: (queueUrl: string) => Doorbell;
  readonly logger: Logger;
  /** ISO 8601, UTC. */
  readonly now: () => string;
}

/** Throws a ZodError that names the variables which are missing or wrong. */
export function connect<Variables extends Stored>(
  serviceName: string,
  schema: z.ZodType<Variables>,
): Connections<Variables> {
  const environment = schema.parse(process.env);
  const sqs = new SQSClient();
  return {
    environment,
    table: { client: DynamoDBDocumentClient.from(new DynamoDBClient()), name: environment.TABLE },
    store: { client: new S3Client(), bucket: environment.BUCKET },
    doorbell: (queueUrl) => ({ client: sqs, queueUrl }),
    logger: new Logger({ serviceName }),
    now: () => new Date().toISOString(),
  };
}
