/** Reports through the front door of the local cloud, so many at once. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { files, scenes } from '../../../infra/local/story/cast.ts';
import { type Ground, put } from '../../journeys/a-cloud.ts';

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
): Promise<readonly number[]> {
  const senders = Array.from({ length: atOnce }, (_, index) => samples[index % samples.length]);
  return Promise.all(senders.flatMap((sample) => (sample ? [doorToVerdict(ground, sample)] : [])));
}

/** Milliseconds before the nth question for the verdict, from 0: as the page asks, but eight times as often. */
export function pauseBefore(question: number): number {
  return 100 * 1.35 ** question;
}

async function doorToVerdict(ground: Ground, { unit, name, bytes }: Sample): Promise<number> {
  const sender = ground.unit(unit);
  const from = performance.now();
  const mint = await sender.mint(bytes, name);
  const stored = await put(mint, bytes);
  if (!stored.ok) throw new Error(`the bucket refused: ${await stored.text()}`);
  for (let question = 0; ; question += 1) {
    await sleep(pauseBefore(question));
    const { state } = await sender.report(mint.uploadId);
    if (state !== 'minted' && state !== 'received') return performance.now() - from;
  }
}

/** Lets everything come to rest, and an hour pass: the caps of an hour would stop a unit that sends for the bench. */
export async function anHourLater({ cloud }: Ground): Promise<void> {
  await cloud.idle();
  await cloud.setClock(new Date(cloud.now() + 61 * 60_000).toISOString());
  await cloud.idle();
}
