import { gathered } from '../../shared/ports/gathered.ts';
import type { Key, Page, QueryOptions, Range, Row, Table, Update } from '../../shared/ports/table.ts';
import { sizeOf } from './memory-table.ts';

/** What was asked of a table, in DynamoDB's own units. */
export interface Metered {
  requests: number;
  /** 4 KB read, or 8 KB where the answer may lag. */
  readUnits: number;
  /** 1 KB written; a condition that did not hold costs as much. */
  writeUnits: number;
}

/** The table given, counting what is asked of it: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html */
export class MeteredTable implements Table {
  readonly used: Metered = { requests: 0, readUnits: 0, writeUnits: 0 };
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  /** What `work` asked for. */
  async during(work: () => Promise<unknown>): Promise<Metered> {
    const before = { ...this.used };
    await work();
    return {
      requests: this.used.requests - before.requests,
      readUnits: this.used.readUnits - before.readUnits,
      writeUnits: this.used.writeUnits - before.writeUnits,
    };
  }

  async get(key: Key): Promise<Row | null> {
    return this.#get(key);
  }

  readonly #get = gathered<Key, Row | null>(async (keys) => {
    const rows = await Promise.all(keys.map((key) => this.#table.get(key)));
    this.used.requests += 1;
    for (const row of rows) this.#read(row === null ? 0 : sizeOf(row), 1);
    return rows;
  }, 100);

  async putIfAbsent(key: Key, row: object): Promise<boolean> {
    this.#wrote(sizeOf({ ...row, ...key }));
    return this.#table.putIfAbsent(key, row);
  }

  async update(key: Key, update: Update): Promise<boolean> {
    return (await this.updated(key, update)) !== null;
  }

  async updated(key: Key, update: Update): Promise<Row | null> {
    const row = await this.#table.updated(key, update);
    this.#wrote(sizeOf(row ?? (await this.#table.get(key)) ?? {}));
    return row;
  }

  async query(range: Range, options: QueryOptions = {}): Promise<Page> {
    const page = await this.#table.query(range, options);
    const lags = options.mayLag === true || range.index !== undefined;
    this.used.requests += 1;
    this.#read(
      page.rows.reduce((sum, row) => sum + sizeOf(row), 0),
      lags ? 0.5 : 1,
    );
    return page;
  }

  #read(bytes: number, price: number): void {
    this.used.readUnits += price * Math.max(1, Math.ceil(bytes / 4096));
  }

  #wrote(bytes: number): void {
    this.used.requests += 1;
    this.used.writeUnits += Math.max(1, Math.ceil(bytes / 1024));
  }
}
