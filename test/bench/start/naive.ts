/**
 * How the same functions are often put together: every library at the top, the clients of AWS whole, one router for
 * all. It asks the same table and bucket the same questions as the functions do: whose link this is, what of its regime
 * is due and what was filed of it; and in an hour in which nothing is due, whether that is so.
 */
import { createHash } from 'node:crypto';
import * as dynamodb from '@aws-sdk/client-dynamodb';
import * as s3 from '@aws-sdk/client-s3';
import * as ses from '@aws-sdk/client-ses';
import * as sqs from '@aws-sdk/client-sqs';
import * as presigner from '@aws-sdk/s3-request-presigner';
import * as exceljs from 'exceljs';
import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import * as mammoth from 'mammoth';
import * as pdf from 'unpdf/pdfjs';
import * as z from 'zod';

/** Named so that nothing is left out where it is bundled. */
export const parts = { dynamodb, s3, ses, sqs, presigner, exceljs, mammoth, pdf, z };

const table = new dynamodb.DynamoDBClient();
const bucket = new s3.S3Client();
const app = new Hono();
const item = async (pk: string, sk: string) => {
  const { Item = {} } = await table.send(
    new dynamodb.GetItemCommand({
      ...{ TableName: process.env.TABLE, Key: { pk: { S: pk }, sk: { S: sk } }, ConsistentRead: true },
    }),
  );
  return Item;
};
const rows = async (pk: string, begins?: string) => {
  const { Items = [] } = await table.send(
    new dynamodb.QueryCommand({
      ...{ TableName: process.env.TABLE, ConsistentRead: true },
      KeyConditionExpression: begins === undefined ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: { ':pk': { S: pk }, ...(begins !== undefined && { ':sk': { S: begins } }) },
    }),
  );
  return Items;
};
const raise = async (pk: string, sk: string, name: string, to: string) => {
  const update = new dynamodb.UpdateItemCommand({
    ...{ TableName: process.env.TABLE, Key: { pk: { S: pk }, sk: { S: sk } } },
    UpdateExpression: 'SET #name = :to',
    ConditionExpression: 'attribute_not_exists(#name) OR #name < :to',
    ...{ ExpressionAttributeNames: { '#name': name }, ExpressionAttributeValues: { ':to': { S: to } } },
  });
  await table.send(update).catch((error: unknown) => {
    if (!(error instanceof dynamodb.ConditionalCheckFailedException)) throw error;
  });
};

interface Regime {
  readonly periods: readonly {
    readonly id: string;
    readonly deadline: { readonly rule: string };
    readonly assignedTo: readonly string[];
  }[];
  readonly units: readonly { readonly code: string; readonly kind: string }[];
}

async function regimeOf(hash: string): Promise<Regime> {
  const { Body } = await bucket.send(
    new s3.GetObjectCommand({ Bucket: process.env.BUCKET, Key: `regimes/${hash}.json` }),
  );
  return JSON.parse((await Body?.transformToString()) ?? '{}');
}

app.get('/api/duties', async (context) => {
  const token = context.req.header('Authorization')?.slice('Bearer '.length) ?? '';
  const hash = createHash('sha256').update(token).digest('hex');
  const link = await item('LINKS', hash);
  const unit = link.holder?.M?.unit?.S ?? '';
  const current = await item('REGIMES', link.regime?.S ?? '');
  const { periods, units } = await regimeOf(current.hash?.S ?? '');
  const kind = units.find(({ code }) => code === unit)?.kind ?? '';
  const owed = periods.filter(({ assignedTo }) => assignedTo.includes(kind));
  const duties = await Promise.all(
    owed.map(async ({ id, deadline }) => {
      const filed = await Promise.all([
        ...['PERIOD', 'VERSIONS', 'DECISIONS'].map((of) => rows(`${of}#${id}`, `${unit}#`)),
        rows(`DECISIONS#${id}`, '*#'),
      ]);
      return { id, deadline, filed: filed.flat().length > 0 };
    }),
  );
  await raise(`LINKUSE#${hash}`, 'USE', 'lastUsedAt', new Date().toISOString());
  return context.json(duties);
});

async function hour(at: string): Promise<void> {
  for (const { regime, hash } of await rows('REGIMES')) {
    await item('WATERMARKS', regime?.S ?? '');
    const { periods } = await regimeOf(hash?.S ?? '');
    const guided = periods.filter(({ deadline }) => deadline.rule === 'on-guidance');
    await Promise.all(
      guided.flatMap(({ id }) => ['PERIOD', 'DECISIONS'].map((of) => rows(`${of}#${id}`, '*#'))),
    );
    await raise('WATERMARKS', regime?.S ?? '', 'finished', at);
    for (const { id } of periods) await rows(`SIGNATURES#${id}`);
    for (const { id } of guided) await item(`PERIOD#${id}`, '#OPENED');
  }
  for (const work of ['settled', 'looked']) await item(`WORK#repair/${work}`, 'PROGRESS');
  for (const daysAgo of [1, 0]) {
    await rows(`UPLOADS#${new Date(Date.parse(at) - daysAgo * 86_400_000).toISOString().slice(0, 10)}`);
  }
  await raise('WORK#repair/settled', 'PROGRESS', 'after', '');
  await table.send(
    new dynamodb.QueryCommand({
      ...{ TableName: process.env.TABLE, IndexName: 'unsent' },
      KeyConditionExpression: 'unsent = :mail AND unsentSince < :at',
      ExpressionAttributeValues: { ':mail': { S: 'mail' }, ':at': { S: at } },
    }),
  );
}
const answerRequest = handle(app);

export async function handler(event: object, context: never): Promise<unknown> {
  if ('requestContext' in event) return answerRequest(event as never, context);
  if ('scheduledTime' in event) await hour(String(event.scheduledTime));
  return { batchItemFailures: [] };
}
