import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BatchWriteItemCommand,
  CreateTableCommand,
  DeleteItemCommand,
  DescribeTableCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { startDynalite } from '../../../../../infra/local/cloud/gateway/dynalite.ts';
import { startGateway } from '../../../../../infra/local/cloud/gateway/server.ts';
import { TableDiffers } from '../../../../../infra/local/cloud/gateway/tables.ts';
import { admin, clientsOf, type Ground, gatewayOptions, openGround, worker } from './a-gateway.ts';

let ground: Ground;
const TableName = 'records';
const row = (sk: string) => ({ pk: { S: 'period' }, sk: { S: sk } });

beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.stop());

describe('DynamoDB by the SDK', () => {
  it('writes, reads and queries in pages', async () => {
    const { dynamodb } = clientsOf(ground.gateway, worker);
    for (const sk of ['a', 'b', 'c']) await dynamodb.send(new PutItemCommand({ TableName, Item: row(sk) }));
    const page = await dynamodb.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: 'period' } },
        Limit: 2,
      }),
    );
    expect(page.Items).toEqual([row('a'), row('b')]);
    expect(page.LastEvaluatedKey).toEqual(row('b'));
  });

  it('writes conditionally: the second loses', async () => {
    const { dynamodb } = clientsOf(ground.gateway, worker);
    const put = () =>
      dynamodb.send(
        new PutItemCommand({ TableName, Item: row('once'), ConditionExpression: 'attribute_not_exists(pk)' }),
      );
    const outcomes = await Promise.allSettled([put(), put(), put()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(put()).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
  });

  it('refuses what the role does not allow: action, table, index', async () => {
    const { dynamodb } = clientsOf(ground.gateway, worker);
    const refused = { name: 'AccessDeniedException' };
    const key = { Key: row('a') };
    await expect(dynamodb.send(new DeleteItemCommand({ TableName, ...key }))).rejects.toMatchObject(refused);
    await expect(dynamodb.send(new GetItemCommand({ TableName: 'other', ...key }))).rejects.toMatchObject(
      refused,
    );
    await expect(
      dynamodb.send(
        new QueryCommand({
          TableName,
          IndexName: 'by-day',
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': { S: 'x' } },
        }),
      ),
    ).rejects.toMatchObject(refused);
    await expect(
      dynamodb.send(
        new BatchWriteItemCommand({ RequestItems: { [TableName]: [{ PutRequest: { Item: row('z') } }] } }),
      ),
    ).rejects.toMatchObject(refused);
  });

  it.each([
    ['a wrong secret', 'InvalidSignatureException', { ...admin, secretAccessKey: 'guessed' }],
    ['an unknown key', 'UnrecognizedClientException', { ...admin, accessKeyId: 'AKIAUNKNOWN000000000' }],
    ['a wrong session token', 'UnrecognizedClientException', { ...worker, sessionToken: 'stolen' }],
  ])('refuses %s', async (_, name, principal) => {
    const get = clientsOf(ground.gateway, principal).dynamodb.send(
      new GetItemCommand({ TableName, Key: row('a') }),
    );
    await expect(get).rejects.toMatchObject({ name });
  });

  it('refuses what it would only pretend to do', async () => {
    const { dynamodb } = clientsOf(ground.gateway);
    await expect(
      dynamodb.send(
        new TransactWriteItemsCommand({ TransactItems: [{ Put: { TableName, Item: row('t') } }] }),
      ),
    ).rejects.toMatchObject({ name: 'UnknownOperationException' });
    await expect(
      dynamodb.send(
        new PutItemCommand({ TableName, Item: row('t'), ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
      ),
    ).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('names a table that does not exist', async () => {
    const described = clientsOf(ground.gateway).dynamodb.send(
      new DescribeTableCommand({ TableName: 'nowhere' }),
    );
    await expect(described).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

it('keeps its rows between starts, and refuses to start over a table with other keys', async () => {
  const first = await openGround();
  await clientsOf(first.gateway).dynamodb.send(new PutItemCommand({ TableName, Item: row('kept') }));
  await first.gateway.close();

  const again = await startGateway(gatewayOptions(first.folder));
  const kept = await clientsOf(again).dynamodb.send(new GetItemCommand({ TableName, Key: row('kept') }));
  expect(kept.Item).toEqual(row('kept'));
  await again.close();

  const [table] = gatewayOptions(first.folder).tables;
  const other = { ...table, KeySchema: table?.KeySchema?.slice(0, 1) } as NonNullable<typeof table>;
  await expect(startGateway(gatewayOptions(first.folder, { tables: [other] }))).rejects.toThrow(TableDiffers);

  const third = await startGateway(gatewayOptions(first.folder));
  await third.close();
});

it('takes nothing on its own port from anybody else', async () => {
  const database = await startDynalite(mkdtempSync(join(tmpdir(), 'dynalite-')));
  const answer = await fetch(`http://127.0.0.1:${database.port}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'DynamoDB_20120810.ListTables' },
    body: '{}',
  });
  expect(answer.status).toBe(403);
  await database.close();
});

it('makes its tables anew where a kill came before the first one was ready', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-half-'));
  const options = gatewayOptions(folder);
  // A dynalite that takes ten minutes over a table, as if a kill had come before the table was ready.
  const slow = dynalite({
    path: join(options.stateFolder, 'dynamodb'),
    createTableMs: 600_000,
    deleteTableMs: 0,
    updateTableMs: 0,
  });
  mkdirSync(options.stateFolder, { recursive: true });
  slow.listen(0, '127.0.0.1');
  await once(slow, 'listening');
  const endpoint = `http://127.0.0.1:${z.object({ port: z.number() }).parse(slow.address()).port}`;
  const [table] = options.tables;
  if (table === undefined) throw new Error('the options have a table');
  await clientsOf({ url: endpoint }).dynamodb.send(new CreateTableCommand(table));
  await new Promise((resolve) => slow.close(resolve));
  const gateway = await startGateway(options);
  await clientsOf(gateway).dynamodb.send(new PutItemCommand({ TableName, Item: row('a') }));
  await gateway.close();
  rmSync(folder, { recursive: true });
});
