import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BatchGetItemCommand,
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
import { openDatabase } from '../../../../../infra/local/cloud/gateway/database.ts';
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

  it('refuses a batch of which one row lies where the role may not look', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gateway-batch-'));
    const [Action, Resource] = ['dynamodb:BatchGetItem', 'arn:aws:dynamodb:*:*:table/records'];
    const Condition = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['UPLOADS#*'] } };
    const statements = [{ Effect: 'Allow' as const, Action, Resource, Condition }];
    const reader = { ...worker, name: 'reader', accessKeyId: 'ASIAREADER0000000000', statements };
    const gateway = await startGateway(gatewayOptions(folder, { principals: [reader] }));
    const { dynamodb } = clientsOf(gateway, reader);
    const read = (...pks: readonly string[]) => {
      const Keys = pks.map((pk) => ({ pk: { S: pk }, sk: { S: 'a' } }));
      return dynamodb.send(new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys } } }));
    };
    expect((await read('UPLOADS#a', 'UPLOADS#b')).Responses?.[TableName]).toEqual([]);
    await expect(read('UPLOADS#a', 'LINKS')).rejects.toMatchObject({ name: 'AccessDeniedException' });
    await gateway.close();
    rmSync(folder, { recursive: true });
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

it('makes its tables anew where a kill came before the first one was ready', async () => {
  const first = await openGround();
  await first.gateway.close();
  const database = openDatabase(gatewayOptions(first.folder).stateFolder);
  database.exec(`UPDATE rows SET value = replace(value, '"ACTIVE"', '"CREATING"') WHERE key LIKE 'table~%'`);
  database.close();
  const gateway = await startGateway(gatewayOptions(first.folder));
  await clientsOf(gateway).dynamodb.send(new PutItemCommand({ TableName, Item: row('a') }));
  await gateway.close();
});

it('takes over, once, the rows of a folder from before they stood in SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-before-'));
  const options = gatewayOptions(folder);
  const path = join(options.stateFolder, 'dynamodb');
  mkdirSync(path, { recursive: true });
  const before = dynalite({ path, createTableMs: 0 });
  before.listen(0, '127.0.0.1');
  await once(before, 'listening');
  const url = `http://127.0.0.1:${z.object({ port: z.number() }).parse(before.address()).port}`;
  const [table] = options.tables;
  if (table === undefined) throw new Error('the options have a table');
  const { dynamodb } = clientsOf({ url });
  await dynamodb.send(new CreateTableCommand(table));
  await expect
    .poll(async () => (await dynamodb.send(new DescribeTableCommand({ TableName }))).Table?.TableStatus)
    .toBe('ACTIVE');
  for (const sk of ['a', 'b']) await dynamodb.send(new PutItemCommand({ TableName, Item: row(sk) }));
  await new Promise((resolve) => before.close(resolve));

  for (const change of ['changed', 'again']) {
    const gateway = await startGateway(options);
    const now = clientsOf(gateway).dynamodb;
    const kept = await now.send(new GetItemCommand({ TableName, Key: row('b') }));
    expect(kept.Item).toEqual(change === 'again' ? { ...row('b'), is: { S: 'changed' } } : row('b'));
    await now.send(new PutItemCommand({ TableName, Item: { ...row('b'), is: { S: change } } }));
    await gateway.close();
  }
  rmSync(folder, { recursive: true });
});
