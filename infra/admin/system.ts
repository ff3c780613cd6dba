/** The running system an admin works on: a stack on AWS, or the local cloud. */
import { readFile } from 'node:fs/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { DynamoTable } from '../../shared/ports/aws/dynamo-table.ts';
import { S3Eraser } from '../../shared/ports/aws/s3-eraser.ts';
import { S3Store } from '../../shared/ports/aws/s3-store.ts';
import { scanTable } from '../../shared/ports/aws/scan-table.ts';
import { SqsQueue } from '../../shared/ports/aws/sqs-queue.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Dependencies } from '../../shared/ports/dependencies.ts';
import type { Eraser } from '../../shared/ports/eraser.ts';
import { systemRandomness } from '../../shared/ports/machine.ts';
import type { Row } from '../../shared/ports/table.ts';
import { RejectError } from '../../shared/vocabulary/errors.ts';
import { type DeadLetters, deadLettersOf, undelivered } from './redrive.ts';

/** Its clock is the system's own: a local cloud's may stand in another year. */
export type System = Pick<Dependencies, 'table' | 'store' | 'outbox' | 'portalUrl' | 'clock' | 'randomBytes'>;

/** With what only an admin may do. */
export interface WholeSystem extends System {
  /** Every row of the table, in no order. */
  readonly eachRow: () => AsyncIterable<Row>;
  readonly deadLetters: readonly DeadLetters[];
  readonly eraser: Eraser;
}

/** The stack's outputs that an admin works with. */
export const StackOutputs = z.object({
  PortalUrl: z.url(),
  BucketName: z.string(),
  TableName: z.string(),
  IngestQueueUrl: z.url(),
  DeliverQueueUrl: z.url(),
  /** Events of files that could not be put into the queue; a stack of before does not name it. */
  UndeliveredQueueUrl: z.url().optional(),
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
export async function openStack(outputsFile: string): Promise<WholeSystem> {
  const outputs = await readOutputs(outputsFile, 'cdk deploy --outputs-file');
  return connectTo(outputs, null, await clockOf(outputs.PortalUrl));
}

/** The local cloud that runs in `folder`. Throws NoSystem. */
export async function openLocal(folder: string): Promise<WholeSystem> {
  const endpoints = Endpoints.parse(await readJson(`${folder}/endpoints.json`, 'npm start'));
  const { gateway, region, credentials } = endpoints;
  const outputs = await readOutputs(`${folder}/outputs.json`, 'npm start');
  const options = { endpoint: gateway, region, credentials };
  return connectTo(outputs, options, await clockOf(outputs.PortalUrl));
}

interface LocalEndpoint {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { accessKeyId: string; secretAccessKey: string };
}

/** Clients for what the stack's outputs name; `local` stands in place of the usual chain. */
export function connectTo(outputs: StackOutputs, local: LocalEndpoint | null, clock: Clock): WholeSystem {
  const options = local ? localOptions(local) : {};
  const dynamodb = new DynamoDBClient(options);
  const sqs = new SQSClient(options);
  const s3 = new S3Client({ ...options, forcePathStyle: 'endpoint' in options });
  const { IngestQueueUrl: files, DeliverQueueUrl: mails, UndeliveredQueueUrl: events } = outputs;
  return {
    table: new DynamoTable(dynamodb, outputs.TableName),
    eachRow: () => scanTable(dynamodb, outputs.TableName),
    store: new S3Store(s3, outputs.BucketName),
    eraser: new S3Eraser(s3, outputs.BucketName),
    outbox: new SqsQueue(sqs, mails),
    deadLetters: [
      deadLettersOf(sqs, 'files', files),
      ...(events === undefined ? [] : [undelivered(sqs, 'events', events, files)]),
      deadLettersOf(sqs, 'mails', mails),
    ],
    portalUrl: outputs.PortalUrl.replace(/\/$/, ''),
    clock,
    randomBytes: systemRandomness,
  };
}

/** The SDK writes into the credentials it is given; the caller's stay as they are. */
function localOptions({ credentials, ...given }: LocalEndpoint) {
  // A local cloud takes what is signed by today's clock, and its own may jump: whoever signed by that would fall behind it.
  return { ...given, credentials: { ...credentials }, disableClockSkewCorrection: true };
}

/** Asked once, and counted on from there: a command is over before the two could part. */
async function clockOf(portalUrl: string): Promise<Clock> {
  const { headers } = await fetch(new URL('/u', portalUrl));
  const date = headers.get('date');
  if (date === null) throw new NoSystem(`${portalUrl} does not say what time it is`);
  const opened = Date.parse(date) - performance.now();
  return { now: () => new Date(opened + performance.now()).toISOString() };
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
