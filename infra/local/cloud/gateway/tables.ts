import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import dynaliteDb from 'dynalite/db/index.js';
import * as z from 'zod';
import { LocalCloudError } from '../errors.ts';
import { Dynalite } from './dynalite.ts';
import type { GatewayOptions } from './options.ts';
import { RowStore } from './row-store.ts';

/** The existing table has other keys than the template's: the state is of another version. */
export class TableDiffers extends LocalCloudError {
  override readonly name = 'TableDiffers';
  readonly code = 'TABLE_DIFFERS';
}

const KeySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.string() }));
const KeyedTable = z.object({
  KeySchema,
  GlobalSecondaryIndexes: z.array(z.object({ IndexName: z.string(), KeySchema })).optional(),
});
const Described = z.object({ Table: KeyedTable.extend({ TableStatus: z.string() }) });
const Listed = z.object({ TableNames: z.array(z.string()) });

/**
 * Opens the rows with the template's tables, all of them ready. Throws TableDiffers where one exists with other keys
 * or indexes.
 */
export async function openTables(
  database: DatabaseSync,
  { stateFolder, ...place }: Pick<GatewayOptions, 'stateFolder' | 'account' | 'region'>,
  wanted: readonly CreateTableCommandInput[],
): Promise<Dynalite> {
  const store = new RowStore(database, place);
  const dynalite = new Dynalite(store, database);
  await takeOverRowsOfBefore(store, join(stateFolder, 'dynamodb'));
  if (await isHalfMade(dynalite)) store.clear();
  for (const table of wanted) await openTable(dynalite, table);
  return dynalite;
}

/** What a folder of before holds stood in a LevelDB; done again it changes nothing. */
async function takeOverRowsOfBefore(store: RowStore, path: string): Promise<void> {
  if (!existsSync(path)) return;
  const { db } = dynaliteDb.create({ path });
  const entries: [string, unknown][] = [];
  for await (const entry of db.iterator()) entries.push(entry);
  await db.close();
  store.takeOver(entries);
  rmSync(path, { recursive: true });
}

/**
 * True where a kill came before the first table was ready. Nobody would finish it after a new start; as nothing can be
 * written to it, nothing is lost with it.
 */
async function isHalfMade(dynalite: Dynalite): Promise<boolean> {
  const { TableNames } = Listed.parse((await dynalite.send('ListTables', {})).body);
  const described = await Promise.all(TableNames.map((name) => describe(dynalite, name)));
  return described.length > 0 && described.every((table) => table?.TableStatus === 'CREATING');
}

async function openTable(dynalite: Dynalite, table: CreateTableCommandInput): Promise<void> {
  const existing = await describe(dynalite, table.TableName);
  if (existing !== undefined) {
    const [is, wanted] = [outline(existing), outline(KeyedTable.parse(table))];
    if (is !== wanted) throw new TableDiffers(`${table.TableName} has ${is}, the template wants ${wanted}`);
    if (existing.TableStatus === 'ACTIVE') return;
    throw new TableDiffers(
      `${table.TableName} is ${existing.TableStatus}: a start was interrupted while it was made`,
    );
  }
  const created = await dynalite.send('CreateTable', structuredClone(table));
  if (created.status !== 200) throw new TableDiffers(`${table.TableName}: ${JSON.stringify(created.body)}`);
  while ((await describe(dynalite, table.TableName))?.TableStatus !== 'ACTIVE') {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function describe(dynalite: Dynalite, name: string | undefined) {
  const answer = await dynalite.send('DescribeTable', { TableName: name });
  return answer.status === 200 ? Described.parse(answer.body).Table : undefined;
}

/** Keys and indexes in a form that compares. */
function outline(table: z.output<typeof KeyedTable>): string {
  const indexes = (table.GlobalSecondaryIndexes ?? [])
    .map(({ IndexName, KeySchema }) => ({ IndexName, KeySchema }))
    .sort((left, right) => left.IndexName.localeCompare(right.IndexName));
  return JSON.stringify({ KeySchema: table.KeySchema, indexes });
}
