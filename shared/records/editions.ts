/** The editions of a period's report: each number is claimed once, before anything is made under it. */

import { type Act, Edition, issuedLast } from '../filing/edition.ts';
import { queryAll, type Table } from '../ports/table.ts';
import { editionKey, editionRows } from './keys.ts';

/** Oldest first. */
export async function readEditions(table: Table, period: string): Promise<Edition[]> {
  return (await queryAll(table, editionRows(period))).map((row) => Edition.parse(row));
}

/** The edition of this run: the one it had claimed before, or else the next that nobody has. */
export async function claimEdition(
  table: Table,
  period: string,
  { run, scheduledAt }: Pick<Edition, 'run' | 'scheduledAt'>,
): Promise<{ readonly edition: number; readonly before: Edition | null }> {
  const editions = await readEditions(table, period);
  const own = editions.find((edition) => edition.run === run);
  const number = own?.edition ?? (editions.at(-1)?.edition ?? 0) + 1;
  const row: Edition = { edition: number, run, scheduledAt, fingerprint: null, acts: [] };
  if (!own && !(await table.putIfAbsent(editionKey(period, number), row))) {
    return claimEdition(table, period, { run, scheduledAt });
  }
  return { edition: number, before: issuedLast(editions.filter(({ edition }) => edition < number)) };
}

/** Who issued the edition stands with it, before any mail is queued. */
export async function recordAct(table: Table, period: string, edition: number, act: Act): Promise<void> {
  const recorded = await table.update(editionKey(period, edition), {
    append: { acts: [act] },
    when: { pk: { exists: true } },
  });
  if (!recorded) throw new Error(`there is no edition ${edition} of ${period}`);
}

/** The edition is issued: from now on a correction makes it stale. */
export async function sealEdition(
  table: Table,
  period: string,
  { edition, fingerprint }: { edition: number; fingerprint: string },
): Promise<void> {
  await table.update(editionKey(period, edition), { set: { fingerprint }, when: { pk: { exists: true } } });
}
