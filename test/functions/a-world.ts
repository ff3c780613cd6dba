import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SESClient } from '@aws-sdk/client-ses';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import PostalMime, { type Email } from 'postal-mime';
import { ulid } from 'ulid';
import { vi } from 'vitest';
import { applyRegime, readRegimeFile } from '../../infra/admin/regime.ts';
import type { System } from '../../infra/admin/system.ts';
import type { Fault, GatewayCall } from '../../infra/local/cloud/gateway/options.ts';
import { startGateway } from '../../infra/local/cloud/gateway/server.ts';
import type { Doorbell } from '../../shared/records/doorbell.ts';
import { inboxObject } from '../../shared/records/keys.ts';
import { readCurrentRegime } from '../../shared/records/regimes.ts';
import type { Upload } from '../../shared/records/rows.ts';
import type { Store } from '../../shared/records/store.ts';
import type { Table } from '../../shared/records/table.ts';
import { putUpload } from '../../shared/records/uploads.ts';
import type { Regime } from '../../shared/regime/regime.ts';

const region = 'ap-southeast-1';
const account = '000000000000';
const arn = (queue: string) => `arn:aws:sqs:${region}:${account}:${queue}`;

/** The records of a running system, with a clock and a way to break any call. */
export interface World {
  readonly system: System;
  readonly table: Table;
  readonly store: Store;
  readonly ses: SESClient;
  readonly outbox: Doorbell;
  readonly arrivals: Doorbell;
  readonly logger: Logger;
  readonly regime: Regime;
  readonly now: () => string;
  setNow(instant: string): void;
  /** Asked about every call before and after its effect; reset it to `null` to let everything pass. */
  breakCalls(ask: ((call: GatewayCall) => 'continue' | Fault) | null): void;
  /** How many messages wait in a queue. */
  waiting(doorbell: Doorbell): number;
  mails(): Promise<Email[]>;
  /** A minted upload whose file has come. */
  fileArrives(upload: Partial<Upload>, bytes: Uint8Array): Promise<Upload>;
  stop(): Promise<void>;
}

export async function aWorld(now: string): Promise<World> {
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
    queues: ['outbox', 'arrivals'].map((name) => ({ name, arn: arn(name) })),
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
  const table = { client: DynamoDBDocumentClient.from(new DynamoDBClient(options)), name: 'records' };
  const store = { client: new S3Client({ ...options, forcePathStyle: true }), bucket: 'reports' };
  const sqs = new SQSClient(options);
  const doorbell = (name: string) => ({ client: sqs, queueUrl: gateway.queueUrl(name) });
  const outbox = doorbell('outbox');
  const system = {
    table,
    store,
    outbox,
    portalUrl: 'http://127.0.0.1:1',
    randomBytes,
    now: async () => new Date().toISOString(),
  };
  const regime = await readRegimeFile('infra/regimes/dan-van-2024.yaml');
  await applyRegime(system, regime);
  const applied = await readCurrentRegime(table, regime.id);

  return {
    ...{ system, table, store, outbox, regime },
    arrivals: doorbell('arrivals'),
    ses: new SESClient(options),
    logger: new Logger({ logLevel: 'SILENT' }),
    now: () => new Date().toISOString(),
    setNow: (instant) => {
      vi.setSystemTime(Date.parse(instant));
    },
    breakCalls: (next) => {
      ask = next;
    },
    waiting: ({ queueUrl }) => gateway.queues.counts(queueUrl.split('/').at(-1) ?? '').visible,
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
      await store.client.send(
        new PutObjectCommand({ Bucket: store.bucket, Key: inboxObject(upload.upload), Body: bytes }),
      );
      return upload;
    },
    stop: async () => {
      await gateway.close();
      vi.useRealTimers();
      await rm(folder, { recursive: true });
    },
  };
}
