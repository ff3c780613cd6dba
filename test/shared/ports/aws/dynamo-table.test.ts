import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DynamoTable } from '../../../../shared/ports/aws/dynamo-table.ts';

/** A client whose answers are given; says what it was asked for. */
function answering(...answers: readonly object[]) {
  const asked: { readonly input: Record<string, unknown> }[] = [];
  const send = async (command: { readonly input: Record<string, unknown> }) => {
    asked.push(command);
    return answers[asked.length - 1] ?? answers.at(-1);
  };
  const table = new DynamoTable({ send } as unknown as DynamoDBClient, 'records');
  return { table, asked };
}

const [a, b] = [
  { pk: 'x', sk: 'a' },
  { pk: 'x', sk: 'b' },
];
const left = (...keys: readonly object[]) => ({
  UnprocessedKeys: { records: { Keys: keys.map((key) => marshall(key)) } },
});

describe('rows asked for in one breath', () => {
  it('are one request, and consistent; a single one is what it always was', async () => {
    const { table, asked } = answering({ Responses: { records: [marshall(b)] } }, { Item: marshall(a) });
    expect(await Promise.all([table.get(a), table.get(b), table.get(b)])).toEqual([null, b, b]);
    expect(await table.get(a)).toEqual(a);
    expect(asked.map(({ input }) => input)).toEqual([
      { RequestItems: { records: { Keys: [marshall(a), marshall(b)], ConsistentRead: true } } },
      { TableName: 'records', Key: marshall(a), ConsistentRead: true },
    ]);
  });

  it('are asked for again where some were not answered', async () => {
    const { table, asked } = answering(
      { Responses: { records: [marshall(b)] }, ...left(a) },
      { Responses: { records: [marshall(a)] } },
    );
    expect(await Promise.all([table.get(a), table.get(b)])).toEqual([a, b]);
    expect(asked[1]?.input).toMatchObject({ RequestItems: { records: { Keys: [marshall(a)] } } });
  });

  it('are not taken to be missing where they never are: whoever waits is told', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const { table } = answering({ Responses: {}, ...left(a, b) });
    const both = Promise.allSettled([table.get(a), table.get(b)]);
    for (let n = 0; n < 20; n += 1) await vi.advanceTimersByTimeAsync(2000);
    vi.useRealTimers();
    expect((await both).map((each) => each.status === 'rejected' && each.reason.code)).toEqual([
      'ROWS_NOT_ANSWERED',
      'ROWS_NOT_ANSWERED',
    ]);
  });
});

describe('a range into which nobody writes any more', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: 0 }));
  afterEach(() => void vi.useRealTimers());

  it('is known to be empty for as long as was said, and asked for again then', async () => {
    const { table, asked } = answering({ Items: [] });
    const look = () => table.query({ pk: 'x' }, { limit: 1, emptyFor: 60 });
    await look();
    vi.setSystemTime(59_999);
    expect(await look()).toEqual({ rows: [], next: null });
    expect(asked).toHaveLength(1);
    vi.setSystemTime(60_000);
    await look();
    expect(asked).toHaveLength(2);
  });

  it('is asked for whenever something stands there, and by whoever did not say so', async () => {
    const { table, asked } = answering({ Items: [marshall(a)] }, { Items: [marshall(a)] }, { Items: [] });
    const options = { limit: 1, emptyFor: 60 };
    for (let n = 0; n < 3; n += 1) await table.query({ pk: 'x' }, options);
    expect(asked).toHaveLength(3);
    await table.query({ pk: 'x' }, { limit: 1 });
    await table.query({ pk: 'y' }, options);
    expect(asked).toHaveLength(5);
    await table.query({ pk: 'x' }, options);
    expect(asked).toHaveLength(5);
  });
});
