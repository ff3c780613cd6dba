import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Condition, Key, Page, QueryOptions, Range, Row, Table, Update } from '../table.ts';

/** A table of DynamoDB with the keys `pk` and `sk`. */
export class DynamoTable implements Table {
  readonly #client: DynamoDBClient;
  readonly #name: string;

  constructor(client: DynamoDBClient, name: string) {
    this.#client = client;
    this.#name = name;
  }

  async get(key: Key): Promise<Row | null> {
    const { Item } = await this.#client.send(
      new GetItemCommand({ TableName: this.#name, Key: marshall(key), ConsistentRead: true }),
    );
    return Item ? unmarshall(Item) : null;
  }

  async putIfAbsent(key: Key, row: object): Promise<boolean> {
    return conditionHeld(
      this.#client.send(
        new PutItemCommand({
          TableName: this.#name,
          Item: marshall({ ...row, ...key }),
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      ),
    );
  }

  async update(key: Key, update: Update): Promise<boolean> {
    return conditionHeld(
      this.#client.send(
        new UpdateItemCommand({ TableName: this.#name, Key: marshall(key), ...expressionsOf(update) }),
      ),
    );
  }

  async query(range: Range, { limit, after, mayLag = false }: QueryOptions = {}): Promise<Page> {
    const { Items = [], LastEvaluatedKey } = await this.#client.send(
      new QueryCommand({
        TableName: this.#name,
        // An index cannot be read consistently.
        ...(range.index ? { IndexName: range.index.name } : { ConsistentRead: !mayLag }),
        ...keyConditionOf(range),
        Limit: limit,
        ExclusiveStartKey: after ? marshall(after) : undefined,
      }),
    );
    return {
      rows: Items.map((item) => unmarshall(item)),
      next: LastEvaluatedKey ? unmarshall(LastEvaluatedKey) : null,
    };
  }
}

async function conditionHeld(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

function keyConditionOf({ index, pk, sk }: Range) {
  const parts = ['#pk = :pk'];
  const names: Record<string, string> = { '#pk': index?.pk ?? 'pk' };
  const values: Record<string, string> = { ':pk': pk };
  if (sk !== undefined) {
    names['#sk'] = index?.sk ?? 'sk';
    if ('begins' in sk) {
      values[':sk'] = sk.begins;
      parts.push('begins_with(#sk, :sk)');
    } else if ('before' in sk) {
      values[':sk'] = sk.before;
      parts.push('#sk < :sk');
    } else {
      values[':sk'] = sk.from;
      if (sk.to !== undefined) values[':to'] = sk.to;
      parts.push(sk.to === undefined ? '#sk >= :sk' : '#sk BETWEEN :sk AND :to');
    }
  }
  return {
    KeyConditionExpression: parts.join(' AND '),
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: marshall(values),
  };
}

/** The update in DynamoDB's own language: every name and value is a placeholder, so that no word is a reserved one. */
function expressionsOf({ set = {}, add = {}, append = {}, remove = [], when = {} }: Update) {
  const names: Record<string, string> = {};
  const values: Record<string, AttributeValue> = {};
  const name = (attribute: string) => {
    names[`#${attribute}`] = attribute;
    return `#${attribute}`;
  };
  const value = (given: unknown) => {
    const placeholder = `:v${Object.keys(values).length}`;
    Object.assign(values, marshall({ [placeholder]: given }));
    return placeholder;
  };
  const conditionOn = ([attribute, condition]: [string, Condition]) => {
    const on = name(attribute);
    if ('exists' in condition) return `attribute_${condition.exists ? '' : 'not_'}exists(${on})`;
    if ('equals' in condition) return `${on} = ${value(condition.equals)}`;
    const below = `${on} < ${value(condition.lessThan)}`;
    return condition.orAbsent ? `(attribute_not_exists(${on}) OR ${below})` : below;
  };
  const clause = (keyword: string, parts: string[]) =>
    parts.length === 0 ? [] : [`${keyword} ${parts.join(', ')}`];
  const update = [
    ...clause('SET', [
      ...Object.entries(set).map(([attribute, to]) => `${name(attribute)} = ${value(to)}`),
      ...Object.entries(append).map(
        ([attribute, items]) =>
          `${name(attribute)} = list_append(if_not_exists(${name(attribute)}, ${value([])}), ${value(items)})`,
      ),
    ]),
    ...clause(
      'ADD',
      Object.entries(add).map(([attribute, by]) => `${name(attribute)} ${value(by)}`),
    ),
    ...clause('REMOVE', remove.map(name)),
  ].join(' ');
  const condition = Object.entries(when).map(conditionOn).join(' AND ');
  return {
    UpdateExpression: update || undefined,
    ConditionExpression: condition || undefined,
    ExpressionAttributeNames: Object.keys(names).length === 0 ? undefined : names,
    ExpressionAttributeValues: Object.keys(values).length === 0 ? undefined : values,
  };
}
