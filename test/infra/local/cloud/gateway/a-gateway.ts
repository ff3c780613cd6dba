import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SESClient } from '@aws-sdk/client-ses';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { ObjectCreatedEvent } from '../../../../../infra/local/cloud/gateway/object-created.ts';
import type { GatewayOptions, Principal } from '../../../../../infra/local/cloud/gateway/options.ts';
import { type Gateway, startGateway } from '../../../../../infra/local/cloud/gateway/server.ts';

export const region = 'ap-southeast-1';
export const account = '000000000000';
export const bucket = 'reports';

/** May do everything; like a person with a key pair, it has no session token. */
export const admin: Principal = {
  name: 'admin',
  accessKeyId: 'AKIAADMIN00000000000',
  secretAccessKey: 'admin-secret',
  statements: 'all',
};

const queueArn = (name: string) => `arn:aws:sqs:${region}:${account}:${name}`;

/** A function's role as the template grants it. */
export const worker: Principal = {
  name: 'worker',
  accessKeyId: 'ASIAWORKER0000000000',
  secretAccessKey: 'worker-secret',
  sessionToken: 'worker-session-token',
  statements: [
    { Effect: 'Allow', Action: ['s3:GetObject'], Resource: `arn:aws:s3:::${bucket}/inbox/*` },
    { Effect: 'Allow', Action: 's3:PutObject', Resource: `arn:aws:s3:::${bucket}/results/*` },
    {
      Effect: 'Allow',
      Action: ['GetItem', 'BatchGetItem', 'PutItem', 'Query'].map((each) => `dynamodb:${each}`),
      Resource: `arn:aws:dynamodb:${region}:${account}:table/records`,
    },
    { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: queueArn('doorbell') },
    {
      Effect: 'Allow',
      Action: 'ses:SendRawEmail',
      Resource: [
        `arn:aws:ses:${region}:${account}:identity/example.vn`,
        `arn:aws:ses:${region}:${account}:configuration-set/reports`,
      ],
    },
    { Effect: 'Allow', Action: 'ses:GetSendQuota', Resource: '*' },
  ],
};

/** A started gateway with everything a test asks about. */
export interface Ground {
  readonly gateway: Gateway;
  readonly folder: string;
  readonly stateFolder: string;
  readonly mailFolder: string;
  readonly events: ObjectCreatedEvent[];
  readonly problems: unknown[];
  readonly clock: { now: () => number };
  readonly stop: () => Promise<void>;
}

/** The options of a small pipeline: one bucket, a queue with its dead-letter queue, one table. */
export function gatewayOptions(folder: string, changes: Partial<GatewayOptions> = {}): GatewayOptions {
  return {
    stateFolder: join(folder, 'state'),
    mailFolder: join(folder, 'mail'),
    port: 0,
    region,
    account,
    principals: [admin, worker],
    buckets: [
      {
        name: bucket,
        versioned: true,
        eventBridge: true,
        cors: [
          {
            allowedOrigins: ['http://127.0.0.1:4000'],
            allowedMethods: ['POST'],
            allowedHeaders: ['*'],
            exposeHeaders: ['ETag'],
            maxAgeSeconds: 300,
          },
        ],
        policy: [
          {
            Effect: 'Deny',
            Principal: { AWS: '*' },
            Action: 's3:*',
            Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
          {
            Effect: 'Deny',
            Principal: { AWS: '*' },
            Action: 's3:*',
            Resource: `arn:aws:s3:::${bucket}/*`,
            Condition: { NumericGreaterThan: { 's3:signatureAge': 3_600_000 } },
          },
        ],
      },
      { name: 'plain', versioned: false, eventBridge: false },
    ],
    queues: [
      {
        name: 'doorbell',
        arn: queueArn('doorbell'),
        visibilityTimeout: 30,
        redrive: { deadLetterTargetArn: queueArn('dead-letters'), maxReceiveCount: 2 },
      },
      { name: 'dead-letters', arn: queueArn('dead-letters') },
    ],
    tables: [
      {
        TableName: 'records',
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [
          { AttributeName: 'pk', AttributeType: 'S' },
          { AttributeName: 'sk', AttributeType: 'S' },
        ],
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
      },
    ],
    configurationSets: ['reports'],
    clock: { now: () => Date.now() },
    onObjectCreated: () => undefined,
    ...changes,
  };
}

/** Starts a gateway in a temporary folder. */
export async function openGround(changes: Partial<GatewayOptions> = {}): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-'));
  const events: ObjectCreatedEvent[] = [];
  const problems: unknown[] = [];
  const options = gatewayOptions(folder, {
    onObjectCreated: (event) => void events.push(event),
    onProblem: (problem) => void problems.push(problem),
    ...changes,
  });
  const gateway = await startGateway(options);
  gateway.deliverEvents();
  const { stateFolder, mailFolder, clock } = options;
  return {
    gateway,
    folder,
    stateFolder,
    mailFolder,
    events,
    problems,
    clock,
    stop: async () => {
      await gateway.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The real SDK clients of one principal. */
export function clientsOf(
  gateway: Pick<Gateway, 'url'>,
  principal: Principal = admin,
  changes: { maxAttempts?: number } = {},
) {
  const { accessKeyId, secretAccessKey, sessionToken } = principal;
  const config = {
    endpoint: gateway.url,
    region,
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) },
    maxAttempts: changes.maxAttempts ?? 1,
  };
  return {
    s3: new S3Client({ ...config, forcePathStyle: true }),
    sqs: new SQSClient(config),
    ses: new SESClient(config),
    dynamodb: new DynamoDBClient(config),
  };
}
