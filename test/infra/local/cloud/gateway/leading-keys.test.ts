import { describe, expect, it } from 'vitest';
import { askedOf } from '../../../../../infra/local/cloud/gateway/leading-keys.ts';

const keys = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' as const },
  { AttributeName: range, KeyType: 'RANGE' as const },
];
const tables = [
  {
    TableName: 'records',
    AttributeDefinitions: [],
    KeySchema: keys('pk', 'sk'),
    GlobalSecondaryIndexes: [
      {
        IndexName: 'unsent',
        KeySchema: keys('unsent', 'since'),
        Projection: { ProjectionType: 'KEYS_ONLY' as const },
      },
    ],
  },
];
const key = { pk: { S: 'OUTBOX#m' }, sk: { S: 'MESSAGE' } };
const TableName = 'records';
const asked = (operation: string, input: object) =>
  askedOf(operation, input, tables).map(({ leadingKey }) => leadingKey);

describe('the partition that a call asks for', () => {
  it.each([
    ['GetItem', { TableName, Key: key }, ['OUTBOX#m']],
    ['PutItem', { TableName, Item: { ...key, state: { S: 'LINKS' } } }, ['OUTBOX#m']],
    [
      'Query',
      {
        TableName,
        KeyConditionExpression: '#sk = :sk AND #pk = :pk',
        ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk' },
        ExpressionAttributeValues: { ':pk': { S: 'LINKS' }, ':sk': { S: 'OUTBOX#m' } },
      },
      ['LINKS'],
    ],
    [
      'Query',
      {
        TableName,
        IndexName: 'unsent',
        KeyConditionExpression: 'unsent = :u AND since < :s',
        ExpressionAttributeValues: { ':u': { S: 'mail' }, ':s': { S: '2024' } },
      },
      ['mail'],
    ],
    [
      'BatchGetItem',
      { RequestItems: { records: { Keys: [key, { ...key, pk: { S: 'RUNS' } }] } } },
      ['OUTBOX#m', 'RUNS'],
    ],
    [
      'BatchWriteItem',
      { RequestItems: { records: [{ PutRequest: { Item: key } }, { DeleteRequest: { Key: key } }] } },
      ['OUTBOX#m', 'OUTBOX#m'],
    ],
    ['Scan', { TableName }, [undefined]],
  ])('%s', (operation, input, expected) => {
    expect(asked(operation, input)).toEqual(expected);
  });

  it('of a query that does not say it is refused: no condition on it could be judged', () => {
    expect(() => asked('Query', { TableName, KeyConditions: {} })).toThrow(/partition key/);
  });
});
