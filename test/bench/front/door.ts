/** Reports through the front door of the local cloud, so many at once. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type AttributeValue,
  BatchWriteItemCommand,
  DynamoDBClient,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { files, scenes } from '../../../infra/local/story/cast.ts';
import { partitions } from '../../../shared/vocabulary/partitions.ts';
import { type Ground, put } from '../../journeys/a-cloud.ts';
import { type Asking, inRhythm } from './asking.ts';

/** How many send at once, and how often. */
export const levels = [
  { atOnce: 1, rounds: 20 },
  { atOnce: 10, rounds: 8 },
  { atOnce: 50, rounds: 2 },
] as const;

export interface Sample {
  readonly unit: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files of the story, each as its unit sends it. */
export async function storySamples(): Promise<readonly Sample[]> {
  const sent = scenes.filter((scene) => scene.kind === 'file');
  return Promise.all(
    sent.map(async ({ unit, sentAs: name, file }) => ({
      unit,
      name,
      bytes: new Uint8Array(await readFile(join(files, file))),
    })),
  );
}

/** Milliseconds from the mint to the verdict of each upload. */
export async function roundOf(
  ground: Ground,
  samples: readonly Sample[],
  atOnce: number,
  asking: Asking = inRhythm,
): Promise<readonly number[]> {
  const senders = Array.from({ length: atOnce }, (_, index) => samples[index % samples.length]);
  return Promise.all(senders.flatMap((sample) => (sample ? [doorToVerdict(ground, sample, asking)] : [])));
}

async function doorToVerdict(ground: Ground, { unit, name, bytes }: Sample, asking: Asking): Promise<number> {
  const sender = ground.unit(unit);
  const from = performance.now();
  const mint = await sender.mint(bytes, name);
  const stored = await put(mint, bytes);
  if (!stored.ok) throw new Error(`the bucket refused: ${await stored.text()}`);
  for (let question = 0; ; question += 1) {
    await asking(mint.uploadId, question);
    const { state } = await sender.report(mint.uploadId);
    if (state !== 'minted' && state !== 'received') return performance.now() - from;
  }
}

/**
 * Lets everything come to rest, and an hour pass: the caps of an hour would stop a unit that sends for the bench. What was sent
 * is taken off the records: a unit sends its report once or twice, and not one of fifty that all are read for the next.
 */
export async function anHourLater({ cloud }: Ground): Promise<void> {
  await cloud.idle();
  await forgetSent(cloud);
  await cloud.setClock(new Date(cloud.now() + 61 * 60_000).toISOString());
  await cloud.idle();
}

async function forgetSent(cloud: Ground['cloud']): Promise<void> {
  const { gateway: endpoint, region, credentials, table } = cloud.endpoints;
  const client = new DynamoDBClient({ endpoint, region, credentials });
  const day = new Date(cloud.now()).toISOString().slice(0, 10);
  // With its announcement: a file that is announced and has no verdict would be read again by the hourly repair.
  for (const partition of [partitions.versions + period, partitions.uploads + day]) {
    for await (const keys of keysOf(client, table, partition)) {
      const requests = keys.map((Key) => ({ DeleteRequest: { Key } }));
      await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: requests } }));
    }
  }
  client.destroy();
}

const period = 'Q1-2024';
/** As many as one request deletes. */
const pageOfKeys = 25;

async function* keysOf(
  client: DynamoDBClient,
  table: string,
  partition: string,
): AsyncGenerator<Record<string, AttributeValue>[]> {
  for (;;) {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: partition } },
        Limit: pageOfKeys,
      }),
    );
    if (Items.length === 0) return;
    yield Items.map(({ pk, sk }) => ({ ...(pk && { pk }), ...(sk && { sk }) }));
  }
}
