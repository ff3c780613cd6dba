/** The two worlds in which the ports must behave alike: AWS's implementations over the local gateway, and the doubles. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SESClient } from '@aws-sdk/client-ses';
import { SQSClient } from '@aws-sdk/client-sqs';
import { vi } from 'vitest';
import type { Fault } from '../../../infra/local/cloud/gateway/options.ts';
import { startGateway } from '../../../infra/local/cloud/gateway/server.ts';
import { DynamoTable } from '../../../shared/ports/aws/dynamo-table.ts';
import { leanClient } from '../../../shared/ports/aws/lean-client.ts';
import { S3Signer } from '../../../shared/ports/aws/s3-signer.ts';
import { S3Store } from '../../../shared/ports/aws/s3-store.ts';
import { SesMailer } from '../../../shared/ports/aws/ses-mailer.ts';
import { SqsQueue } from '../../../shared/ports/aws/sqs-queue.ts';
import type { Dependencies } from '../../../shared/ports/dependencies.ts';
import { systemClock } from '../../../shared/ports/machine.ts';
import type { UploadRequest } from '../../../shared/ports/signer.ts';
import { MemoryMailer, type SendFault } from '../../doubles/memory-mailer.ts';
import { MemoryQueue, type Sent } from '../../doubles/memory-queue.ts';
import { MemoryStore } from '../../doubles/memory-store.ts';
import { MemoryTable } from '../../doubles/memory-table.ts';

/** What a test sees of a world; the time in it is `Date`, which the test sets. */
export interface Setting extends Pick<Dependencies, 'table' | 'store' | 'signer' | 'mailer'> {
  readonly queue: Dependencies['outbox'];
  /** What is handed out by the queue when so many seconds are over, in any order. */
  waiting(afterSeconds?: number): readonly Pick<Sent, 'body' | 'group'>[];
  /** The bytes of every mail that went out. */
  mails(): Promise<readonly Uint8Array[]>;
  failNext(fault: SendFault): void;
  /** As a browser gets it. */
  fetch(url: string): Promise<{ status: number; bytes: Uint8Array; contentDisposition: string | null }>;
  /** The status a browser gets for sending this file. */
  send(request: UploadRequest, bytes: Uint8Array): Promise<number>;
  stop(): Promise<void>;
}

/** Mails a day. */
export const daily = 5;
export const begins = '2024-03-19T00:00:00.400Z';

/** For `describe.each`. */
export const settings: readonly (readonly [string, () => Promise<Setting>])[] = [
  ['AWS’s implementation over the local gateway', overGateway],
  ['the double in memory', inMemory],
];

async function inMemory(): Promise<Setting> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(begins) });
  const store = new MemoryStore(systemClock);
  const queue = new MemoryQueue();
  const mailer = new MemoryMailer(systemClock, { daily });
  return {
    ...{ table: new MemoryTable(), store, signer: store, queue, mailer },
    waiting: (afterSeconds = 0) => {
      const due = queue.sent.filter(({ delaySeconds = 0 }) => delaySeconds <= afterSeconds);
      return due.map(({ body, group }) => ({ body, group }));
    },
    mails: async () => mailer.sent.map(({ raw }) => raw),
    failNext: (fault) => mailer.failNext(fault),
    fetch: (url) => store.fetch(url),
    send: (request, bytes) => store.send(request, bytes),
    stop: async () => void vi.useRealTimers(),
  };
}

const account = '000000000000';
const region = 'ap-southeast-1';
const arn = `arn:aws:sqs:${region}:${account}:waiting`;
const attribute = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' }) as const;
const keys = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' as const },
  { AttributeName: range, KeyType: 'RANGE' as const },
];

const faults = {
  throttled: { phase: 'before', fault: 'throttle' },
  lost: { phase: 'before', fault: 'hang-up' },
  'answer-lost': { phase: 'after', fault: 'hang-up' },
} as const satisfies Record<SendFault, { phase: 'before' | 'after'; fault: Fault }>;

async function overGateway(): Promise<Setting> {
  const folder = await mkdtemp(join(tmpdir(), 'ports-'));
  // The gateway and the SDK read the same clock: signatures and stored times are the test's.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(begins) });
  let failing: SendFault | null = null;
  const gateway = await startGateway({
    stateFolder: join(folder, 'state'),
    mailFolder: join(folder, 'mail'),
    port: 0,
    ...{ region, account },
    principals: [{ name: 'test', accessKeyId: 'AKIATEST', secretAccessKey: 'test', statements: 'all' }],
    buckets: [{ name: 'reports', versioned: true, eventBridge: false }],
    queues: [{ name: 'waiting', arn }],
    tables: [
      {
        TableName: 'records',
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: ['pk', 'sk', 'unsent', 'unsentSince'].map(attribute),
        KeySchema: keys('pk', 'sk'),
        GlobalSecondaryIndexes: [
          {
            IndexName: 'unsent',
            KeySchema: keys('unsent', 'unsentSince'),
            Projection: { ProjectionType: 'KEYS_ONLY' },
          },
        ],
      },
    ],
    configurationSets: ['reports'],
    sendQuota: { max24HourSend: daily, maxSendRate: 14 },
    clock: { now: () => Date.now() },
    onObjectCreated: () => {},
    onCall: ({ action, phase }) => {
      if (failing === null || action !== 'ses:SendRawEmail' || faults[failing].phase !== phase) {
        return 'continue';
      }
      const { fault } = faults[failing];
      failing = null;
      return fault;
    },
  });
  const config = {
    ...{ region, endpoint: gateway.url, maxAttempts: 1 },
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'test' },
  };
  const s3 = leanClient(S3Client, { ...config, forcePathStyle: true });
  return {
    table: new DynamoTable(leanClient(DynamoDBClient, config), 'records'),
    store: new S3Store(s3, 'reports'),
    signer: new S3Signer(s3, 'reports'),
    queue: new SqsQueue(leanClient(SQSClient, config), gateway.queueUrl('waiting')),
    mailer: new SesMailer(new SESClient(config), 'reports'),
    waiting: (afterSeconds = 0) => {
      vi.setSystemTime(Date.parse(begins) + afterSeconds * 1000);
      return gateway.queues.receive('waiting', { max: 10 }).map(({ body, group }) => ({ body, group }));
    },
    mails: async () => {
      const files = (await readdir(join(folder, 'mail'))).filter((name) => name.endsWith('.eml')).sort();
      return Promise.all(files.map((name) => readFile(join(folder, 'mail', name))));
    },
    failNext: (fault) => {
      failing = fault;
    },
    fetch: async (url) => {
      const answer = await fetch(url);
      return {
        status: answer.status,
        bytes: answer.ok ? new Uint8Array(await answer.arrayBuffer()) : new Uint8Array(),
        contentDisposition: answer.headers.get('Content-Disposition'),
      };
    },
    send: async ({ method, url, headers }, bytes) =>
      (await fetch(url, { method, headers, body: Uint8Array.from(bytes) })).status,
    stop: async () => {
      await gateway.close();
      vi.useRealTimers();
      await rm(folder, { recursive: true });
    },
  };
}
