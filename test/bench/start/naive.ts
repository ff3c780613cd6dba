/**
 * How the same functions are often put together: every library at the top, the clients of AWS whole, one router for
 * all. It answers the same first question: whose link this is, and what of its regime is due.
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
app.get('/api/duties', async (context) => {
  const token = context.req.header('Authorization')?.slice('Bearer '.length) ?? '';
  const link = await item('LINKS', createHash('sha256').update(token).digest('hex'));
  const regime = await item('REGIMES', link.regime?.S ?? '');
  const { Body } = await bucket.send(
    new s3.GetObjectCommand({ Bucket: process.env.BUCKET, Key: `regimes/${regime.hash?.S}.json` }),
  );
  const { periods } = JSON.parse((await Body?.transformToString()) ?? '{}');
  return context.json(
    periods.map(({ id, deadline }: { id: string; deadline: unknown }) => ({ id, deadline })),
  );
});
const answerRequest = handle(app);

export async function handler(event: never, context: never): Promise<unknown> {
  if ('requestContext' in event) return answerRequest(event, context);
  return { batchItemFailures: [] };
}
