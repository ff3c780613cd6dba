import {
  type AttributeValue,
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { RetryError } from '../../vocabulary/errors.ts';
import { gathered } from '../gathered.ts';
import { systemClock } from '../machine.ts';
import type { Condition, Key, Page, QueryOptions, Range, Row, Table, Update } from '../table.ts';
import { leanClient } from './lean-client.ts';

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html */
const mostAtOnce = 100;
/** Milliseconds before rows that were not answered are asked for again; twice as many each time. */
const firstPause = 25;
const longestPause = 1600;
/** Ranges known to be empty. */
const mostRemembered = 1000;

/** Rows of a batch were not answered, however often they were asked for. */
export class RowsNotAnswered extends RetryError {
  override readonly name = 'RowsNotAnswered';
  readonly code = 'ROWS_NOT_ANSWERED';
  readonly mendable = false;
}

/** By the variables that AWS sets. */
export function tableClient(): DynamoDBClient {
  return leanClient(DynamoDBClient, {});
}

/** A table of DynamoDB with the keys `pk` and `sk`. */
export class DynamoTable implements Table {
  readonly #client: DynamoDBClient;
  readonly #name: string;
  readonly #read: (key: Key) => Promise<Row | null>;
  /** By range: until when it is taken to be empty. */
  readonly #emptyUntil = new Map<string, number>();

  constructor(client: DynamoDBClient, name: string) {
    this.#client = client;
    this.#name = name;
    this.#read = gathered((keys) => this.#readAll(keys), mostAtOnce);
  }

  /** Those asked for in one breath are one request. */
  async get(key: Key): Promise<Row | null> {
    return this.#read(key);
  }

  async #readAll(keys: readonly Key[]): Promise<readonly (Row | null)[]> {
    const [one] = keys;
    if (one && keys.length === 1) return [await this.#readOne(one)];
    // A key that is named twice DynamoDB refuses.
    const wanted = new Map(keys.map((key) => [nameOf(key), key]));
    const found = await this.#readBatch([...wanted.values()]);
    return keys.map((key) => found.get(nameOf(key)) ?? null);
  }

  async #readOne(key: Key): Promise<Row | null> {
    const { Item } = await this.#client.send(
      new GetItemCommand({ TableName: this.#name, Key: marshall(key), ConsistentRead: true }),
    );
    return Item ? unmarshall(Item) : null;
  }

  /** Throws RowsNotAnswered. */
  async #readBatch(keys: readonly Key[]): Promise<ReadonlyMap<string, Row>> {
    const found = new Map<string, Row>();
    let asked = keys.map((key) => marshall(key));
    for (let pause = firstPause; ; pause *= 2) {
      const { Responses = {}, UnprocessedKeys = {} } = await this.#client.send(
        new BatchGetItemCommand({ RequestItems: { [this.#name]: { Keys: asked, ConsistentRead: true } } }),
      );
      for (const item of Responses[this.#name] ?? []) {
        const row = unmarshall(item);
        found.set(nameOf({ pk: String(row.pk), sk: String(row.sk) }), row);
      }
      // What is too much for one answer, or for the moment, DynamoDB leaves to be asked for again.
      asked = UnprocessedKeys[this.#name]?.Keys ?? [];
      if (asked.length === 0) return found;
      if (pause > longestPause) throw new RowsNotAnswered(`${asked.length} of ${keys.length} rows`);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  async putIfAbsent(key: Key, row: object): Promise<boolean> {
    const written = await unlessRefused(
      this.#client.send(
        new PutItemCommand({
          TableName: this.#name,
          Item: marshall({ ...row, ...key }),
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      ),
    );
    return written !== null;
  }

  async update(key: Key, update: Update): Promise<boolean> {
    return (await unlessRefused(this.#update(key, update))) !== null;
  }

  async updated(key: Key, update: Update): Promise<Row | null> {
    const answer = await unlessRefused(this.#update(key, update, 'ALL_NEW'));
    return answer && unmarshall(answer.Attributes ?? {});
  }

  #update(key: Key, update: Update, ReturnValues?: 'ALL_NEW') {
    return this.#client.send(
      new UpdateItemCommand({
        TableName: this.#name,
        Key: marshall(key),
        ...expressionsOf(update),
        ReturnValues,
      }),
    );
  }

  async query(range: Range, { emptyFor = 0, ...options }: QueryOptions = {}): Promise<Page> {
    const name = JSON.stringify(range);
    if (emptyFor > 0 && (this.#emptyUntil.get(name) ?? 0) > now()) return { rows: [], next: null };
    const page = await this.#query(range, options);
    if (emptyFor > 0 && page.rows.length === 0 && page.next === null) {
      if (this.#emptyUntil.size >= mostRemembered) this.#emptyUntil.clear();
      this.#emptyUntil.set(name, now() + emptyFor * 1000);
    }
    return page;
  }

  async #query(range: Range, { limit, after, mayLag = false }: QueryOptions): Promise<Page> {
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

const now = () => Date.parse(systemClock.now());
const nameOf = ({ pk, sk }: Key) => JSON.stringify([pk, sk]);

/** Null where the write's condition did not hold. */
async function unlessRefused<Answer>(write: Promise<Answer>): Promise<Answer | null> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return null;
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
