import { type AttributeValue, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Row } from '../table.ts';

/** Every row of a table of DynamoDB, in no order. Not of the table's port: no function may do it, an admin may. */
export async function* scanTable(client: DynamoDBClient, name: string): AsyncGenerator<Row> {
  let after: Record<string, AttributeValue> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({ TableName: name, ConsistentRead: true, ExclusiveStartKey: after }),
    );
    for (const item of Items) yield unmarshall(item);
    after = LastEvaluatedKey;
  } while (after);
}
