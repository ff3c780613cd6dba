/** What was sent, held against what is stored, counts and was mailed. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { System } from '../../infra/admin/system.ts';
import { countingOf } from '../../shared/filing/counting.ts';
import { readPeriod } from '../../shared/records/filings.ts';
import { readMessage } from '../../shared/records/outbox.ts';
import { period, type Sent } from './load.ts';

interface Balance {
  /** Each a sentence. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
}

export async function whatIsWrong(
  system: System,
  mailFolder: string,
  sent: readonly Sent[],
): Promise<Balance> {
  const lost: string[] = [];
  const doubled: string[] = [];
  const filings = await readPeriod(system.table, period);
  const versions = Map.groupBy(filings.versions, ({ upload }) => upload);
  const mails = await mailsByUpload(mailFolder);
  for (const { upload, unit } of sent) {
    const own = versions.get(upload) ?? [];
    if (own.length === 0) lost.push(`${upload} of ${unit} has no version`);
    if (own.length > 1) doubled.push(`${upload} of ${unit} has ${own.length} versions`);
    if (!own.every(({ state }) => state.startsWith('accepted')))
      lost.push(`${upload} of ${unit} is a good report and ended as ${own[0]?.state}`);
    const told = mails.get(upload) ?? 0;
    if (told === 0) lost.push(`nobody was told of ${upload} of ${unit}`);
    const receipt = await readMessage(system.table, `verdict/${upload}`);
    if (told > 1 && !receipt?.ambiguous) doubled.push(`${unit} was told of ${upload} ${told} times`);
  }
  for (const upload of versions.keys())
    if (!sent.some((each) => each.upload === upload)) doubled.push(`${upload} was never sent`);
  for (const [unit, own] of Map.groupBy(sent, ({ unit }) => unit)) {
    const newest = own
      .map(({ upload }) => upload)
      .sort()
      .at(-1);
    const counting = countingOf(filings, unit)?.ulid;
    if (counting !== newest) lost.push(`of ${unit} ${counting} counts and not the newest, ${newest}`);
  }
  return { lost, doubled };
}

async function mailsByUpload(folder: string): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.eml')) continue;
    const mail = await readFile(join(folder, name), 'latin1');
    const upload = /^message-id:\s+<verdict\.([0-9A-Z]{26})@/im.exec(mail)?.[1];
    if (upload) counts.set(upload, (counts.get(upload) ?? 0) + 1);
  }
  return counts;
}
