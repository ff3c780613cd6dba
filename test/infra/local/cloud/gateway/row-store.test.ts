import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { Dynalite } from '../../../../../infra/local/cloud/gateway/dynalite.ts';
import { RowStore } from '../../../../../infra/local/cloud/gateway/row-store.ts';

it('tells whoever asks for a range that it cannot be read, and does not end the process', async () => {
  const database = new DatabaseSync(':memory:');
  const store = new RowStore(database, { account: '000000000000', region: 'ap-southeast-1' });
  const listed = new Dynalite(store, database).send('ListTables', {});
  database.close();
  await expect(listed).rejects.toThrow('database is not open');
});
