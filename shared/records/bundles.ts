/** Bundles: what one of the office is told together of one hour, one row for each thing. */
import { queryAll, type Table } from '../ports/table.ts';
import { bundledKey, bundleRows } from './keys.ts';
import { Bundled, type Message } from './rows.ts';

type Bundle = Omit<Extract<Message, { kind: 'bundle' }>, 'kind'>;

/** Adds it to the bundle; done again it changes nothing. */
export async function putBundled(table: Table, bundle: Bundle, bundled: Bundled): Promise<void> {
  const about = bundled.kind === 'decision' ? bundled.decision : bundled.reading;
  await table.putIfAbsent(bundledKey(bundle.regime, bundle.recipient, bundle.from, about), bundled);
}

/** Oldest first. */
export async function readBundle(table: Table, { regime, recipient, from }: Bundle): Promise<Bundled[]> {
  return (await queryAll(table, bundleRows(regime, recipient, from))).map((row) => Bundled.parse(row));
}
