import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { LocalCloudError } from '../errors.ts';
import { isObject } from '../is-object.ts';
import { Refusal } from './refusal.ts';

/** One row, or one partition, that a call asks for. */
export interface Asked {
  readonly table: string;
  readonly index: string | undefined;
  /** The value of its partition key; undefined where the call names none (a scan). */
  readonly leadingKey: string | undefined;
}

type Given = Readonly<Record<string, unknown>>;

/** What a call of DynamoDB touches, by which a policy's `dynamodb:LeadingKeys` is judged. */
export function askedOf(
  operation: string,
  body: unknown,
  tables: readonly CreateTableCommandInput[],
): readonly Asked[] {
  try {
    return touchedBy(operation, objectOf(body), tables);
  } catch (problem) {
    if (!(problem instanceof OtherForm)) throw problem;
    // What does not even have this form dynalite refuses, in DynamoDB's own words.
    return [{ table: '', index: undefined, leadingKey: undefined }];
  }
}

/** Throws OtherForm. */
function touchedBy(
  operation: string,
  input: Given,
  tables: readonly CreateTableCommandInput[],
): readonly Asked[] {
  if (input.RequestItems !== undefined) {
    return Object.entries(objectOf(input.RequestItems)).flatMap(([table, batch]) =>
      itemsOf(batch).map((item) => ({
        table,
        index: undefined,
        leadingKey: textIn(objectOf(item), hashOf(tables, table)),
      })),
    );
  }
  const table = input.TableName === undefined ? '' : textOf(input.TableName);
  const index = input.IndexName === undefined ? undefined : textOf(input.IndexName);
  const hash = hashOf(tables, table, index);
  // Of a table that is not there nothing is read.
  const queried = operation === 'Query' && hash !== '';
  const item = objectOf(input.Key ?? input.Item ?? {});
  return [{ table, index, leadingKey: queried ? queriedKey(input, hash) : textIn(item, hash) }];
}

/** Of a batch that reads, or of one that writes. */
function itemsOf(batch: unknown): readonly unknown[] {
  if (!Array.isArray(batch)) return listOf(objectOf(batch).Keys);
  return batch.map((write) => {
    const { PutRequest, DeleteRequest } = objectOf(write);
    return PutRequest === undefined ? objectOf(DeleteRequest).Key : objectOf(PutRequest).Item;
  });
}

/** An attribute's text; undefined where there is none, or it is none. */
function textIn(item: Given, attribute: string): string | undefined {
  const value = item[attribute];
  const text = value === undefined ? undefined : objectOf(value).S;
  return text === undefined ? undefined : textOf(text);
}

/** Not what its type makes a call of DynamoDB. */
class OtherForm extends LocalCloudError {
  override readonly name = 'OtherForm';
  readonly code = 'OTHER_FORM';
}

function objectOf(value: unknown): Given {
  if (!isObject(value)) throw new OtherForm('an object is wanted');
  return value;
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new OtherForm('a list is wanted');
  return value;
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new OtherForm('a text is wanted');
  return value;
}

function hashOf(tables: readonly CreateTableCommandInput[], name: string, index?: string): string {
  const table = tables.find(({ TableName }) => TableName === name);
  const keyed =
    index === undefined ? table : table?.GlobalSecondaryIndexes?.find(({ IndexName }) => IndexName === index);
  return keyed?.KeySchema?.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '';
}

/** Throws a Refusal where the partition cannot be told: without it a condition on it could not be judged. */
function queriedKey(
  { KeyConditionExpression = '', ExpressionAttributeNames = {}, ExpressionAttributeValues = {} }: Given,
  hash: string,
): string {
  const names = objectOf(ExpressionAttributeNames);
  const values = objectOf(ExpressionAttributeValues);
  for (const [, name = '', value = ''] of textOf(KeyConditionExpression).matchAll(/([#\w]+)\s*=\s*(:\w+)/g)) {
    const key = textIn(values, value);
    if ((names[name] ?? name) === hash && key !== undefined) return key;
  }
  throw new Refusal(400, 'ValidationException', 'The local cloud finds no partition key in this query.');
}
