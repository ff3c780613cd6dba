import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { Refusal } from './refusal.ts';

const Item = z.record(z.string(), z.looseObject({ S: z.string().optional() }));
const Input = z.looseObject({
  TableName: z.string().optional(),
  IndexName: z.string().optional(),
  Key: Item.optional(),
  Item: Item.optional(),
  KeyConditionExpression: z.string().optional(),
  ExpressionAttributeNames: z.record(z.string(), z.string()).default({}),
  ExpressionAttributeValues: Item.default({}),
  RequestItems: z
    .record(
      z.string(),
      z.union([
        z.looseObject({ Keys: z.array(Item) }).transform(({ Keys }) => Keys),
        z.array(
          z.union([
            z
              .looseObject({ PutRequest: z.looseObject({ Item }) })
              .transform(({ PutRequest }) => PutRequest.Item),
            z
              .looseObject({ DeleteRequest: z.looseObject({ Key: Item }) })
              .transform((it) => it.DeleteRequest.Key),
          ]),
        ),
      ]),
    )
    .optional(),
});

/** One row, or one partition, that a call asks for. */
export interface Asked {
  readonly table: string;
  readonly index: string | undefined;
  /** The value of its partition key; undefined where the call names none (a scan). */
  readonly leadingKey: string | undefined;
}

/** What a call of DynamoDB touches, by which a policy's `dynamodb:LeadingKeys` is judged. */
export function askedOf(
  operation: string,
  body: unknown,
  tables: readonly CreateTableCommandInput[],
): readonly Asked[] {
  const input = Input.safeParse(body);
  // What does not even have this form dynalite refuses, in DynamoDB's own words.
  if (!input.success) return [{ table: '', index: undefined, leadingKey: undefined }];
  const { data } = input;
  if (data.RequestItems !== undefined) {
    return Object.entries(data.RequestItems).flatMap(([table, items]) =>
      items.map((item) => ({ table, index: undefined, leadingKey: item[hashOf(tables, table)]?.S })),
    );
  }
  const { TableName: table = '', IndexName: index } = data;
  const hash = hashOf(tables, table, index);
  // Of a table that is not there nothing is read.
  const queried = operation === 'Query' && hash !== '';
  const leadingKey = queried ? queriedKey(data, hash) : (data.Key ?? data.Item)?.[hash]?.S;
  return [{ table, index, leadingKey }];
}

function hashOf(tables: readonly CreateTableCommandInput[], name: string, index?: string): string {
  const table = tables.find(({ TableName }) => TableName === name);
  const keyed =
    index === undefined ? table : table?.GlobalSecondaryIndexes?.find(({ IndexName }) => IndexName === index);
  return keyed?.KeySchema?.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '';
}

/** Throws a Refusal where the partition cannot be told: without it a condition on it could not be judged. */
function queriedKey(
  {
    KeyConditionExpression = '',
    ExpressionAttributeNames,
    ExpressionAttributeValues,
  }: z.output<typeof Input>,
  hash: string,
): string {
  for (const [, name = '', value = ''] of KeyConditionExpression.matchAll(/([#\w]+)\s*=\s*(:\w+)/g)) {
    const key = ExpressionAttributeValues[value]?.S;
    if ((ExpressionAttributeNames[name] ?? name) === hash && key !== undefined) return key;
  }
  throw new Refusal(400, 'ValidationException', 'The local cloud finds no partition key in this query.');
}
