import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { readRegimeFile } from '../../infra/admin/regime.ts';
import { regimeFile } from '../../infra/local/story/cast.ts';
import type { Ground } from './a-cloud.ts';

/** A log holds what it must not; the message has the lines. */
export class ToldInLog extends Error {
  override readonly name = 'ToldInLog';
}

/** What opens a door, a person, and what units wrote: none of it may stand in a log. @throws ToldInLog */
export async function expectNoneTold(
  { folder, cloud }: Pick<Ground, 'folder' | 'cloud'>,
  written: readonly string[] = [],
): Promise<void> {
  const regime = await readRegimeFile(regimeFile);
  const mails = await Promise.all((await textsIn(cloud.mailFolder)).map((mail) => PostalMime.parse(mail)));
  const secrets = new Set([
    ...Object.values(cloud.endpoints.links).map(({ token }) => token),
    ...mails.flatMap(({ text = '' }) =>
      [...text.matchAll(/\/u#([0-9A-Z]{26})/g)].map(([, token = '']) => token),
    ),
    ...regime.units.flatMap(({ email, contacts = [] }) => [email, ...contacts.map((each) => each.email)]),
    ...regime.office.recipients.map(({ email }) => email),
    ...written,
  ]);
  const lines = (await textsIn(join(folder, 'logs'))).flatMap((text) => text.split('\n'));
  for (const secret of secrets) {
    const telling = lines.filter((line) => line.includes(secret));
    if (telling.length > 0) throw new ToldInLog(`told in a log: ${secret}\n${telling.join('\n')}`);
  }
}

async function textsIn(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => /\.(eml|log)$/.test(name));
  return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
}
