import { Readable } from 'node:stream';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { HttpResponse } from '@smithy/protocol-http';
import { describe, expect, it, vi } from 'vitest';
import { tableClient } from '../../../../shared/ports/aws/dynamo-table.ts';
import { leanClient } from '../../../../shared/ports/aws/lean-client.ts';
import { storeClient } from '../../../../shared/ports/aws/s3-store.ts';
import { mailClient } from '../../../../shared/ports/aws/ses-mailer.ts';
import { queueClient } from '../../../../shared/ports/aws/sqs-queue.ts';

/** Answers each question with the row that it asked for. */
const echo = {
  async handle({ body }: { readonly body?: unknown }) {
    const Item = JSON.parse(String(body)).Key;
    const headers = { 'content-type': 'application/x-amz-json-1.0' };
    return {
      response: new HttpResponse({
        statusCode: 200,
        headers,
        body: Readable.from([Buffer.from(JSON.stringify({ Item }))]),
      }),
    };
  },
};
const config = {
  region: 'ap-southeast-1',
  credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
  requestHandler: echo as never,
};
const ask = (client: DynamoDBClient, pk: string) =>
  client.send(new GetItemCommand({ TableName: 'records', Key: { pk: { S: pk } } }));

describe('a client of AWS’s', () => {
  it('puts the steps of a command together once, and gives each of many at once its own answer', async () => {
    const client = leanClient(DynamoDBClient, config);
    const resolve = vi.spyOn(GetItemCommand.prototype, 'resolveMiddleware');
    const names = ['a', 'b', 'c', 'd'];
    const answers = await Promise.all(names.map((name) => ask(client, name)));
    expect(answers.map(({ Item }) => Item?.pk?.S)).toEqual(names);
    expect((await ask(client, 'e')).Item).toEqual({ pk: { S: 'e' } });
    expect(resolve).toHaveBeenCalledTimes(1);
    resolve.mockRestore();
  });

  it.each([
    ['table', tableClient],
    ['store', storeClient],
    ['queue', queueClient],
    ['mail', mailClient],
  ])('of the %s copies nothing for a log', (_, make) => {
    const client = make();
    expect(client.middlewareStack.identify().join('\n')).not.toContain('loggerMiddleware');
    expect(client.config.cacheMiddleware).toBe(true);
  });
});
