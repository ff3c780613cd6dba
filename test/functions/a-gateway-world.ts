import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@aws-lambda-powertools/logger';
import { type CreateTableCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SESClient } from '@aws-sdk/client-ses';
import { SQSClient } from '@aws-sdk/client-sqs';
import PostalMime from 'postal-mime';
import { vi } from 'vitest';
import { applyRegime, readRegimeFile } from '../../infra/admin/regime.ts';
import type { Fault, GatewayCall } from '../../infra/local/cloud/gateway/options.ts';
import { startGateway } from '../../infra/local/cloud/gateway/server.ts';
import { DynamoTable } from '../../shared/ports/aws/dynamo-table.ts';
import { S3Eraser } from '../../shared/ports/aws/s3-eraser.ts';
import { S3Signer } from '../../shared/ports/aws/s3-signer.ts';
import { S3Store } from '../../shared/ports/aws/s3-store.ts';
import { scanTable } from '../../shared/ports/aws/scan-table.ts';
import { SesMailer } from '../../shared/ports/aws/ses-mailer.ts';
import { SqsQueue } from '../../shared/ports/aws/sqs-queue.ts';
import { systemClock, systemRandomness } from '../../shared/ports/machine.ts';
import { readReport } from '../../shared/reading/read-report.ts';
import { MemoryMetrics } from '../doubles/memory-metrics.ts';
import { arrivalsIn, type World } from './a-world.ts';

const region = 'ap-southeast-1';
const account = '000000000000';
const arn = (queue: string) => `arn:aws:sqs:${region}:${account}:${queue}`;

export interface GatewayWorld extends World {
  /** Of the bucket `reports`, as an admin's. */
  readonly s3: S3Client;
}

/**
 * The same world behind the gateway of the local cloud, for what has to be seen over HTTP; it takes its time. A `folder` is
 * the caller's, and keeps table and bucket when the world stops; `table` is the one that the system has, of two.
 */
export async function aGatewayWorld(
  now: string,
  {
    empty = false,
    folder: kept = '',
    table = 'records' as 'records' | 'records-restored',
    portalUrl = 'https://portal.example',
  } = {},
): Promise<GatewayWorld> {
  const folder = kept || (await mkdtemp(join(tmpdir(), 'world-')));
  // The SDK corrects its clock by the answers it gets, so the whole process has to live at the world's time.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(now) });
  let ask: ((call: GatewayCall) => 'continue' | Fault) | null = null;
  const gateway = await startGateway({
    stateFolder: join(folder, 'state'),
    mailFolder: join(folder, 'mail'),
    port: 0,
    region,
    account,
    principals: [{ name: 'test', accessKeyId: 'AKIATEST', secretAccessKey: 'test', statements: 'all' }],
    buckets: [{ name: 'reports', versioned: true, eventBridge: false }],
    queues: ['outbox', 'codes', 'arrivals'].map((name) => ({ name, arn: arn(name) })),
    tables: ['records', 'records-restored'].map(
      (TableName): CreateTableCommandInput => ({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: ['pk', 'sk', 'unsent', 'unsentSince'].map((AttributeName) => ({
          AttributeName,
          AttributeType: 'S',
        })),
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        GlobalSecondaryIndexes: [
          {
            IndexName: 'unsent',
            KeySchema: [
              { AttributeName: 'unsent', KeyType: 'HASH' },
              { AttributeName: 'unsentSince', KeyType: 'RANGE' },
            ],
            Projection: { ProjectionType: 'KEYS_ONLY' },
          },
        ],
      }),
    ),
    configurationSets: ['reports'],
    sendQuota: { max24HourSend: 50_000, maxSendRate: 1000 },
    clock: { now: () => Date.now() },
    onObjectCreated: () => {},
    onCall: (call) => ask?.(call) ?? 'continue',
  });
  // One attempt: a broken call must reach the code under test, not the SDK's retries.
  const options = {
    region,
    endpoint: gateway.url,
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'test' },
    maxAttempts: 1,
  };
  const s3 = new S3Client({ ...options, forcePathStyle: true });
  const bucket = 'reports';
  const sqs = new SQSClient(options);
  const dynamodb = new DynamoDBClient(options);
  const system = {
    table: new DynamoTable(dynamodb, table),
    eachRow: () => scanTable(dynamodb, table),
    deadLetters: [],
    eraser: new S3Eraser(s3, bucket),
    store: new S3Store(s3, bucket),
    outbox: new SqsQueue(sqs, gateway.queueUrl('outbox')),
    portalUrl,
    clock: systemClock,
    randomBytes: systemRandomness,
  };
  const regime = await readRegimeFile('infra/regimes/dan-van-2024.yaml');
  if (!empty) await applyRegime(system, regime);

  return {
    ...{ ...system, system, regime, s3 },
    signer: new S3Signer(s3, bucket),
    codes: new SqsQueue(sqs, gateway.queueUrl('codes')),
    arrivals: new SqsQueue(sqs, gateway.queueUrl('arrivals')),
    mailer: new SesMailer(new SESClient(options), 'reports'),
    logger: new Logger({ logLevel: 'SILENT' }),
    metrics: new MemoryMetrics(),
    now: systemClock.now,
    reader: { read: readReport },
    setNow: (instant) => {
      vi.setSystemTime(Date.parse(instant));
    },
    breakCalls: (next) => {
      ask = next;
    },
    waiting: (queue) => gateway.queues.counts(queue).visible,
    mails: async () => {
      const files = (await readdir(join(folder, 'mail'))).filter((name) => name.endsWith('.eml')).sort();
      return Promise.all(
        files.map(async (name) => PostalMime.parse(await readFile(join(folder, 'mail', name)))),
      );
    },
    fileArrives: arrivalsIn(system, regime),
    stop: async () => {
      await gateway.close();
      vi.useRealTimers();
      if (kept === '') await rm(folder, { recursive: true });
    },
  };
}
