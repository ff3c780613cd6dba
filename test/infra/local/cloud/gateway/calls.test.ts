import { readdirSync } from 'node:fs';
import { BatchGetItemCommand, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { SendRawEmailCommand } from '@aws-sdk/client-ses';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fault, GatewayCall } from '../../../../../infra/local/cloud/gateway/options.ts';
import { bucket, clientsOf, type Ground, openGround, worker } from './a-gateway.ts';

let ground: Ground;
let calls: GatewayCall[] = [];
let fault: (call: GatewayCall) => 'continue' | Fault = () => 'continue';

beforeAll(async () => {
  ground = await openGround({
    metered: true,
    onCall: (call) => {
      calls.push(call);
      return fault(call);
    },
  });
});
afterAll(() => ground.stop());
beforeEach(() => {
  calls = [];
  fault = () => 'continue';
});

const mail = new SendRawEmailCommand({
  RawMessage: { Data: Buffer.from('From: a@example.vn\r\nTo: b@example.org\r\n\r\nx') },
});
const once = () => clientsOf(ground.gateway, worker);
const mails = () => readdirSync(ground.mailFolder).length;

describe('every authorised call', () => {
  it('is announced before and after its effect, with its principal, action and resource', async () => {
    await once().s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'results/a', Body: '{}' }));
    const call = {
      principal: 'worker',
      service: 's3',
      action: 's3:PutObject',
      resource: `arn:aws:s3:::${bucket}/results/a`,
    };
    expect(calls).toEqual([
      { ...call, phase: 'before' },
      { ...call, phase: 'after' },
    ]);
  });

  it('of the table is announced with the units that DynamoDB charges for it', async () => {
    const { dynamodb } = once();
    const [pk, sk] = [{ S: 'UPLOADS#2024-03-15' }, { S: 'a' }];
    const item = { pk, sk, text: { S: 'x'.repeat(5000) } };
    await dynamodb.send(new PutItemCommand({ TableName: 'records', Item: item }));
    await dynamodb.send(new GetItemCommand({ TableName: 'records', Key: { pk, sk }, ConsistentRead: true }));
    const Keys = ['UPLOADS#2024-03-15', 'LINKS'].map((each) => ({ pk: { S: each }, sk }));
    await dynamodb.send(
      new BatchGetItemCommand({ RequestItems: { records: { Keys, ConsistentRead: true } } }),
    );
    expect(calls.map(({ action, phase, units }) => [action, phase, units])).toEqual([
      ['dynamodb:PutItem', 'before', undefined],
      ['dynamodb:PutItem', 'after', [{ partition: 'UPLOADS#2024-03-15', taken: 5 }]],
      ['dynamodb:GetItem', 'before', undefined],
      ['dynamodb:GetItem', 'after', [{ partition: 'UPLOADS#2024-03-15', taken: 2 }]],
      ['dynamodb:BatchGetItem', 'before', undefined],
      [
        'dynamodb:BatchGetItem',
        'after',
        [
          { partition: 'UPLOADS#2024-03-15', taken: 1.5 },
          { partition: 'LINKS', taken: 1.5 },
        ],
      ],
    ]);
  });

  it('that is refused is not announced', async () => {
    await expect(
      once().s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'inbox/a', Body: '' })),
    ).rejects.toThrow();
    expect(calls).toEqual([]);
  });
});

describe('a throttle', () => {
  it.each<[string, string, () => Promise<unknown>]>([
    [
      'S3',
      'SlowDown',
      () => once().s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'results/t', Body: '' })),
    ],
    ['SES', 'Throttling', () => once().ses.send(mail)],
    [
      'DynamoDB',
      'ThrottlingException',
      () =>
        once().dynamodb.send(
          new PutItemCommand({ TableName: 'records', Item: { pk: { S: 'a' }, sk: { S: 'b' } } }),
        ),
    ],
    [
      'SQS',
      'RequestThrottled',
      () =>
        once().sqs.send(
          new SendMessageCommand({ QueueUrl: ground.gateway.queueUrl('doorbell'), MessageBody: 'x' }),
        ),
    ],
  ])('of %s is answered %s and has no effect', async (_, name, attempt) => {
    const before = mails();
    fault = () => 'throttle';
    await expect(attempt()).rejects.toMatchObject({ name });
    expect(calls.map(({ phase }) => phase)).toEqual(['before']);
    expect(mails()).toBe(before);
    expect(ground.gateway.queues.counts('doorbell').visible).toBe(0);
  });

  it('is overcome by the client that tries again', async () => {
    fault = () => (calls.length === 1 ? 'throttle' : 'continue');
    const before = mails();
    await clientsOf(ground.gateway, worker, { maxAttempts: 3 }).ses.send(mail);
    expect(mails()).toBe(before + 1);
  });
});

describe('a connection that ends', () => {
  it('after the effect leaves the mail sent and the sender in doubt', async () => {
    const before = mails();
    fault = ({ phase }) => (phase === 'after' ? 'hang-up' : 'continue');
    await expect(once().ses.send(mail)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(mails()).toBe(before + 1);
  });

  it('before the effect leaves nothing', async () => {
    fault = () => 'hang-up';
    const put = once().s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'results/h', Body: '{}' }));
    await expect(put).rejects.toThrow();
    fault = () => 'continue';
    const head = clientsOf(ground.gateway).s3.send(
      new HeadObjectCommand({ Bucket: bucket, Key: 'results/h' }),
    );
    await expect(head).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('never, when it stalls: the sender gives up, the mail is sent', async () => {
    const before = mails();
    fault = ({ phase }) => (phase === 'after' ? 'stall' : 'continue');
    const sent = once().ses.send(mail, { abortSignal: AbortSignal.timeout(300) });
    await expect(sent).rejects.toMatchObject({ name: 'AbortError' });
    expect(mails()).toBe(before + 1);
  });
});
