import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SESClient } from '@aws-sdk/client-ses';
import { SQSClient } from '@aws-sdk/client-sqs';
import PostalMime, { type Email } from 'postal-mime';
import { ulid } from 'ulid';
import { vi } from 'vitest';
import { applyRegime, readRegimeFile } from '../../infra/admin/regime.ts';
import type { WholeSystem } from '../../infra/admin/system.ts';
import type { Fault, GatewayCall } from '../../infra/local/cloud/gateway/options.ts';
import { startGateway } from '../../infra/local/cloud/gateway/server.ts';
import type { Upload } from '../../shared/filing/version.ts';
import type { Reader } from '../../shared/office/take-in/take-in.ts';
import { DynamoTable } from '../../shared/ports/aws/dynamo-table.ts';
import { S3Eraser } from '../../shared/ports/aws/s3-eraser.ts';
import { S3Signer } from '../../shared/ports/aws/s3-signer.ts';
import { S3Store } from '../../shared/ports/aws/s3-store.ts';
import { scanTable } from '../../shared/ports/aws/scan-table.ts';
import { SesMailer } from '../../shared/ports/aws/ses-mailer.ts';
import { SqsQueue } from '../../shared/ports/aws/sqs-queue.ts';
import type { Dependencies } from '../../shared/ports/dependencies.ts';
import { systemClock, systemRandomness } from '../../shared/ports/machine.ts';
import { readReport } from '../../shared/reading/read-report.ts';
import { inboxObject } from '../../shared/records/keys.ts';
import { readCurrentRegime } from '../../shared/records/regimes.ts';
import { putUpload } from '../../shared/records/uploads.ts';
import type { Regime } from '../../shared/regime/regime.ts';
import { MemoryMetrics } from '../doubles/memory-metrics.ts';

const region = 'ap-southeast-1';
const account = '000000000000';
const arn = (queue: string) => `arn:aws:sqs:${region}:${account}:${queue}`;

/** The records of a running system, with a clock and a way to break any call. */
export interface World extends Dependencies {
  readonly metrics: MemoryMetrics;
  readonly system: WholeSystem;
  /** For what no port asks of the bucket. */
  readonly s3: S3Client;
  readonly bucket: string;
  readonly reader: Reader;
  readonly regime: Regime;
  readonly now: () => string;
  setNow(instant: string): void;
  /** Asked about every call before and after its effect; reset it to `null` to let everything pass. */
  breakCalls(ask: ((call: GatewayCall) => 'continue' | Fault) | null): void;
  /** How many messages wait in a queue. */
  waiting(queue: 'outbox' | 'arrivals'): number;
  mails(): Promise<Email[]>;
  /** A minted upload whose file has come. */
  fileArrives(upload: Partial<Upload>, bytes: Uint8Array): Promise<Upload>;
  stop(): Promise<void>;
}

export async function aWorld(now: string, { empty = false } = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'world-'));
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
    tables: [
      {
        TableName: 'records',
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
      },
    ],
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
    table: new DynamoTable(dynamodb, 'records'),
    eachRow: () => scanTable(dynamodb, 'records'),
    deadLetters: [],
    eraser: new S3Eraser(s3, bucket),
    store: new S3Store(s3, bucket),
    outbox: new SqsQueue(sqs, gateway.queueUrl('outbox')),
    portalUrl: 'https://portal.example',
    clock: systemClock,
    randomBytes: systemRandomness,
  };
  const { table, store } = system;
  const regime = await readRegimeFile('infra/regimes/dan-van-2024.yaml');
  if (!empty) await applyRegime(system, regime);
  const applied = await readCurrentRegime(table, regime.id);

  return {
    ...{ ...system, system, s3, bucket, regime },
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
    fileArrives: async (given, bytes) => {
      const upload: Upload = {
        upload: ulid(),
        regime: regime.id,
        regimeHash: applied?.hash ?? '',
        period: 'Q1-2024',
        unit: 'QLDD',
        fileName: 'bao-cao.xlsx',
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        contentType: 'application/octet-stream',
        sender: null,
        mintedAt: new Date().toISOString(),
        expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
        ...given,
      };
      await putUpload(table, upload);
      await store.put(inboxObject(upload.upload), bytes, upload.contentType);
      return upload;
    },
    stop: async () => {
      await gateway.close();
      vi.useRealTimers();
      await rm(folder, { recursive: true });
    },
  };
}
