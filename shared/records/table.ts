/** The one table: single reads, single conditional writes, paginated queries. No transactions, by design. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  type QueryCommandOutput,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';

export interface Table {
  readonly client: DynamoDBDocumentClient;
  readonly name: string;
}

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

type Row = Record<string, unknown>;

export async function getRow(table: Table, key: Key): Promise<Row | null> {
  // Strongly consistent: what was written a moment ago decides whether a step is done again.
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: { ...key }, ConsistentRead: true }),
  );
  return Item ?? null;
}

/** Writes the row unless its key is taken: true when it was written, false when it had been there. */
export async function putNew(table: Table, key: Key, row: object): Promise<boolean> {
  return happens(
    table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...row, ...key },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    ),
  );
}

/** One conditional update: true when the condition held. */
export async function updateRow(
  table: Table,
  key: Key,
  update: Omit<UpdateCommandInput, 'TableName' | 'Key'>,
): Promise<boolean> {
  return happens(table.client.send(new UpdateCommand({ TableName: table.name, Key: { ...key }, ...update })));
}

export interface Range {
  readonly pk: string;
  readonly skBegins?: string;
  /** Instead of `skBegins`: this sort key and every later one. */
  readonly skFrom?: string;
}

/** Every row of one partition (or of that part of it), page by page, in the order of the sort key. */
export async function queryRows(table: Table, { pk, skBegins, skFrom }: Range): Promise<Row[]> {
  const sk = skBegins ?? skFrom;
  const part = skBegins === undefined ? 'sk >= :sk' : 'begins_with(sk, :sk)';
  return queryAll(table, {
    ConsistentRead: true,
    KeyConditionExpression: sk === undefined ? 'pk = :pk' : `pk = :pk AND ${part}`,
    ExpressionAttributeValues: { ':pk': pk, ...(sk === undefined ? {} : { ':sk': sk }) },
  });
}

/** The keys of every message not yet sent whose last change lies before `before` (ISO 8601, UTC). */
export async function queryUnsent(table: Table, before: string): Promise<Row[]> {
  return queryAll(table, {
    IndexName: 'unsent',
    KeyConditionExpression: 'unsent = :mail AND unsentSince < :before',
    ExpressionAttributeValues: { ':mail': 'mail', ':before': before },
  });
}

async function queryAll(table: Table, query: Omit<QueryCommandInput, 'TableName'>): Promise<Row[]> {
  const rows: Row[] = [];
  let from: Row | undefined;
  do {
    const page: QueryCommandOutput = await table.client.send(
      new QueryCommand({ TableName: table.name, ...query, ExclusiveStartKey: from }),
    );
    rows.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from);
  return rows;
}

async function happens(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
