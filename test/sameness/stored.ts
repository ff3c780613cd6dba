/** What a local cloud has stored, read from outside with the admin's key. */
import { type AttributeValue, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Endpoints } from '../../infra/local/cloud/local-cloud.ts';

type Place = Pick<Endpoints, 'gateway' | 'region' | 'credentials' | 'bucket' | 'table'>;

/** Every object's key and bytes (latin1). */
export async function readObjects({ gateway, region, credentials, bucket }: Place) {
  const s3 = new S3Client({
    endpoint: gateway,
    region,
    credentials: { ...credentials },
    forcePathStyle: true,
  });
  const objects: [string, string][] = [];
  for (let token: string | undefined, more = true; more; more = token !== undefined) {
    const page = await s3.send(new ListObjectsV2Command({ Bucket: bucket, ContinuationToken: token }));
    for (const { Key } of page.Contents ?? []) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
      if (Key !== undefined && Body) objects.push([Key, await Body.transformToString('latin1')]);
    }
    token = page.NextContinuationToken;
  }
  return objects;
}

/** Every row's key and content (JSON with sorted names). SES's own message ids and leases are not ours. */
export async function readRows({ gateway, region, credentials, table }: Place) {
  const client = new DynamoDBClient({ endpoint: gateway, region, credentials: { ...credentials } });
  const rows: [string, string][] = [];
  for (let from: Record<string, AttributeValue> | undefined, more = true; more; more = from !== undefined) {
    const page = await client.send(new ScanCommand({ TableName: table, ExclusiveStartKey: from }));
    for (const item of page.Items ?? []) {
      const { sesMessageId, leasedUntil, ...row } = unmarshall(item);
      rows.push([`${row.pk} ${row.sk}`, JSON.stringify(sorted(row))]);
    }
    from = page.LastEvaluatedKey;
  }
  return rows;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]));
}
