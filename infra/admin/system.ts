/** The running system an admin works on: a stack on AWS, or the local cloud. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { RejectError } from '../../shared/errors.ts';
import type { Doorbell } from '../../shared/records/doorbell.ts';
import type { RandomBytes } from '../../shared/records/randomness.ts';
import type { Store } from '../../shared/records/store.ts';
import type { Table } from '../../shared/records/table.ts';

export interface System {
  readonly table: Table;
  readonly store: Store;
  readonly outbox: Doorbell;
  readonly portalUrl: string;
  /** The system's own time, ISO 8601: the local cloud's clock may stand in another year. */
  readonly now: () => Promise<string>;
  readonly randomBytes: RandomBytes;
}

/** The stack's outputs that an admin works with. */
export const StackOutputs = z.object({
  PortalUrl: z.url(),
  BucketName: z.string(),
  TableName: z.string(),
  DeliverQueueUrl: z.url(),
});
type StackOutputs = z.output<typeof StackOutputs>;

/** What `cdk deploy --outputs-file` writes: the outputs of each stack. */
const OutputsFile = z.record(z.string(), StackOutputs);

const Endpoints = z.object({
  gateway: z.url(),
  region: z.string(),
  credentials: z.object({ accessKeyId: z.string(), secretAccessKey: z.string() }),
});

/** There is no system to work on; the message says how to name one. */
export class NoSystem extends RejectError {
  override readonly name = 'NoSystem';
  readonly code = 'NO_SYSTEM';
  readonly mendable = true;
}

/** A stack on AWS, with the credentials and the region of the usual chain. Throws NoSystem. */
export async function openStack(outputsFile: string): Promise<System> {
  return connectTo(await readOutputs(outputsFile, 'cdk deploy --outputs-file'), {});
}

/** The local cloud that runs in `folder`. Throws NoSystem. */
export async function openLocal(folder: string): Promise<System> {
  const endpoints = Endpoints.parse(await readJson(`${folder}/endpoints.json`, 'npm start'));
  const { gateway, region, credentials } = endpoints;
  return connectTo(await readOutputs(`${folder}/outputs.json`, 'npm start'), {
    endpoint: gateway,
    region,
    credentials,
  });
}

type ClientOptions =
  | Record<string, never>
  | {
      readonly endpoint: string;
      readonly region: string;
      readonly credentials: { accessKeyId: string; secretAccessKey: string };
    };

/** Clients for what the stack's outputs name; `given` stands in place of the usual chain. */
export function connectTo(outputs: StackOutputs, given: ClientOptions): System {
  // The SDK writes into the credentials it is given; the caller's stay as they are.
  const options = 'credentials' in given ? { ...given, credentials: { ...given.credentials } } : given;
  return {
    table: { client: DynamoDBDocumentClient.from(new DynamoDBClient(options)), name: outputs.TableName },
    store: {
      client: new S3Client({ ...options, forcePathStyle: 'endpoint' in options }),
      bucket: outputs.BucketName,
    },
    outbox: { client: new SQSClient(options), queueUrl: outputs.DeliverQueueUrl },
    portalUrl: outputs.PortalUrl.replace(/\/$/, ''),
    now: () => timeOf(outputs.PortalUrl),
    randomBytes,
  };
}

async function timeOf(portalUrl: string): Promise<string> {
  const { headers } = await fetch(new URL('/u', portalUrl));
  const date = headers.get('date');
  if (date === null) throw new NoSystem(`${portalUrl} does not say what time it is`);
  return new Date(date).toISOString();
}

async function readOutputs(file: string, writtenBy: string): Promise<StackOutputs> {
  const stacks = Object.values(OutputsFile.parse(await readJson(file, writtenBy)));
  const [outputs] = stacks;
  if (!outputs || stacks.length > 1) throw new NoSystem(`${file} must hold the outputs of exactly one stack`);
  return outputs;
}

async function readJson(file: string, writtenBy: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new NoSystem(`${file} cannot be read; "${writtenBy}" writes it`, { cause });
  }
}
