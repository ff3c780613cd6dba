import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { LocalCloudError } from '../errors.ts';
import { type Dynalite, startDynalite } from './dynalite.ts';

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
 * Starts dynalite with the template's tables, all of them ready. Throws TableDiffers where one exists with other keys
 * or indexes.
 */
export async function openTables(
  stateFolder: string,
  tables: readonly CreateTableCommandInput[],
): Promise<Dynalite> {
  const folder = join(stateFolder, 'dynamodb');
  let dynalite = await startDynalite(folder);
  try {
    if (await isHalfMade(dynalite)) {
      await dynalite.close();
      rmSync(folder, { recursive: true });
      dynalite = await startDynalite(folder);
    }
    for (const table of tables) await openTable(dynalite, table);
    return dynalite;
  } catch (problem) {
    await dynalite.close();
    throw problem;
  }
}

/**
 * True where a kill came before the first table was ready. Nobody would finish it after a new start; as nothing can be
 * written to it, nothing is lost with it.
 */
async function isHalfMade(dynalite: Dynalite): Promise<boolean> {
  const listed = await dynalite.send('ListTables', '{}');
  const { TableNames } = Listed.parse(JSON.parse(listed.body));
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
  const created = await dynalite.send('CreateTable', JSON.stringify(table));
  if (created.status !== 200) throw new TableDiffers(`${table.TableName}: ${created.body}`);
  while ((await describe(dynalite, table.TableName))?.TableStatus !== 'ACTIVE') {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function describe(dynalite: Dynalite, name: string | undefined) {
  const answer = await dynalite.send('DescribeTable', JSON.stringify({ TableName: name }));
  return answer.status === 200 ? Described.parse(JSON.parse(answer.body)).Table : undefined;
}

/** Keys and indexes in a form that compares. */
function outline(table: z.output<typeof KeyedTable>): string {
  const indexes = (table.GlobalSecondaryIndexes ?? [])
    .map(({ IndexName, KeySchema }) => ({ IndexName, KeySchema }))
    .sort((left, right) => left.IndexName.localeCompare(right.IndexName));
  return JSON.stringify({ KeySchema: table.KeySchema, indexes });
}
