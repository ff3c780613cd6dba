/** A look at one moment asks the code that sends, hour by hour, and need not read the same rows for each. */
import type { Page, Table } from '../../ports/table.ts';

/** As much as a look holds: the heads of some thousand units. Beyond it rows are read again, and no memory fills. */
const mostRows = 20_000;

/** The table for reading alone, of which each row is read once as long as there is room. Throws where it is written to. */
export function readOnce(table: Table): Table {
  const pages = new Map<string, Promise<Page>>();
  const rows = new Map<string, ReturnType<Table['get']>>();
  let held = 0;
  return {
    get: (key) => {
      const name = JSON.stringify(key);
      const known = rows.get(name) ?? table.get(key);
      rows.set(name, known);
      return known;
    },
    query: (range, options) => {
      const name = JSON.stringify([range, options]);
      const known = pages.get(name);
      if (known) return known;
      const reading = table.query(range, options);
      if (held < mostRows) {
        pages.set(name, reading);
        reading.then(
          (page) => {
            held += page.rows.length;
          },
          () => pages.delete(name),
        );
      }
      return reading;
    },
    putIfAbsent: () => Promise.reject(new Error('a look writes nothing')),
    update: () => Promise.reject(new Error('a look writes nothing')),
    updated: () => Promise.reject(new Error('a look writes nothing')),
  };
}
