/**
 * Where dynalite keeps its tables: the gateway's SQLite, which answers at once. The LevelDB it brings along has a
 * thread of the pool asked twice or oftener for each request, which took a quarter of a request's time.
 */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { Stream } from 'node:stream';

type Answer<Value = unknown> = (problem: Error | null, value?: Value) => void;

/** A range of keys as LevelDB's iterators take it. */
interface KeyRange {
  readonly gt?: string;
  readonly gte?: string;
  readonly lt?: string;
  readonly lte?: string;
  readonly reverse?: boolean;
  /** -1 for all. */
  readonly limit?: number;
}

/** One of dynalite's parts: the tables' descriptions, the items of one, an index of it. */
interface Part {
  get(key: string, answer: Answer): void;
  put(key: string, value: unknown, answer: Answer): void;
  del(key: string, answer: Answer): void;
  batch(
    operations: readonly { readonly type: 'put' | 'del'; readonly key: string; readonly value?: unknown }[],
    answer: Answer,
  ): void;
  createKeyStream(range?: KeyRange): Stream;
  createValueStream(range?: KeyRange): Stream;
  /** Whatever is between a lock and its release happens without a wait: there is nobody to lock out. */
  lock(key: string | readonly string[], work: (release: (answer: Answer) => Answer) => void): void;
}

/** What dynalite's operations know as `store`: the keys and values that its own would hold. */
export class RowStore {
  /** In dynalite's words: milliseconds, and bytes of an item. */
  readonly options = { createTableMs: 0, deleteTableMs: 0, updateTableMs: 0, maxItemSize: 400 * 1024 };
  readonly tableDb: Part & { readonly awsAccountId: string; readonly awsRegion: string };
  readonly #database: DatabaseSync;
  readonly #parts = new Map<string, Part>();
  /** The tables' descriptions, of which each request needs one. */
  readonly #tables = new Map<string, unknown>();

  constructor(
    database: DatabaseSync,
    { account, region }: { readonly account: string; readonly region: string },
  ) {
    this.#database = database;
    database.exec(
      'CREATE TABLE IF NOT EXISTS rows (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID',
    );
    this.tableDb = Object.assign(this.#part(tables), { awsAccountId: account, awsRegion: region });
  }

  getItemDb(table: string): Part {
    return this.#part(`item-${table}`);
  }

  getIndexDb(kind: string, table: string, index: string): Part {
    return this.#part(`index-${kind.toLowerCase()}~${table}~${index}`);
  }

  /** As dynalite's own: one that is being made or taken away is not found, unless its status is not to be checked. */
  getTable(name: string, ...given: [Answer] | [checkStatus: false, Answer]): void {
    const answer = given.length === 1 ? given[0] : given[1];
    const known = this.#tables.get(name) ?? this.#read(`${tables}~${name}`);
    if (known !== undefined) this.#tables.set(name, known);
    const { TableStatus } = Object(known ?? {});
    const isThere = given.length === 2 || (TableStatus !== 'CREATING' && TableStatus !== 'DELETING');
    if (known !== undefined && isThere) answer(null, known);
    else answer(tableNotFound(given.length === 1 ? '' : `: Table: ${name} not found`));
  }

  /** Takes over what dynalite's own store held, key by key. */
  takeOver(entries: Iterable<readonly [key: string, value: unknown]>): void {
    for (const [key, value] of entries) this.#write(key, value);
  }

  clear(): void {
    this.#tables.clear();
    this.#database.exec('DELETE FROM rows');
  }

  #part(name: string): Part {
    const known = this.#parts.get(name);
    if (known) return known;
    const at = (key: string) => `${name}~${key}`;
    const part: Part = {
      get: (key, answer) => answer(null, this.#read(at(key))),
      put: (key, value, answer) => {
        this.#write(at(key), value);
        answer(null);
      },
      del: (key, answer) => {
        this.#remove(at(key));
        answer(null);
      },
      batch: (operations, answer) => {
        for (const { type, key, value } of operations) {
          if (type === 'put') this.#write(at(key), value);
          else this.#remove(at(key));
        }
        answer(null);
      },
      createKeyStream: (range) =>
        new Found(this.#find('key', name, range), ({ key }) => String(key).slice(name.length + 1)),
      createValueStream: (range) =>
        new Found(this.#find('value', name, range), ({ value }) => JSON.parse(String(value))),
      lock: (_, work) => work((answer) => answer),
    };
    this.#parts.set(name, part);
    return part;
  }

  #read(key: string): unknown {
    const row = this.#database.prepare('SELECT value FROM rows WHERE key = ?').get(key);
    return row && JSON.parse(String(row.value));
  }

  #write(key: string, value: unknown): void {
    this.#database
      .prepare(
        'INSERT INTO rows (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      )
      .run(key, JSON.stringify(value));
    this.#forgetTable(key);
  }

  #remove(key: string): void {
    this.#database.prepare('DELETE FROM rows WHERE key = ?').run(key);
    this.#forgetTable(key);
  }

  #forgetTable(key: string): void {
    if (key.startsWith(`${tables}~`)) this.#tables.delete(key.slice(tables.length + 1));
  }

  #find(column: 'key' | 'value', part: string, range: KeyRange = {}) {
    const at = (key: string) => `${part}~${key}`;
    const { gt, gte = '', lt, lte, reverse = false, limit = -1 } = range;
    // Keys are letters and signs of ASCII, which all come before the last of them.
    const below = lte === undefined ? at(lt ?? '\x7f') : at(lte);
    const sql = `SELECT ${column} FROM rows
      WHERE key ${gt === undefined ? '>=' : '>'} ? AND key ${lte === undefined ? '<' : '<='} ?
      ORDER BY key ${reverse ? 'DESC' : 'ASC'} LIMIT ?`;
    const bounds: SQLInputValue[] = [at(gt ?? gte), below, limit];
    return () => this.#database.prepare(sql).iterate(...bounds);
  }
}

const tables = 'table';

/**
 * What a range holds, told row by row as soon as somebody listens, until they want no more. What goes wrong meanwhile is
 * the asker's to hear: thrown out of a tick it would end the process.
 */
class Found extends Stream {
  #wanted = true;

  constructor(
    find: () => Iterable<Record<string, unknown>>,
    told: (row: Record<string, unknown>) => unknown,
  ) {
    super();
    process.nextTick(() => {
      try {
        for (const row of find()) {
          this.emit('data', told(row));
          if (!this.#wanted) return;
        }
        this.emit('end');
      } catch (problem) {
        this.emit('error', problem);
      }
    });
  }

  destroy(): void {
    this.#wanted = false;
  }
}

function tableNotFound(which: string): Error {
  const body = {
    __type: 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException',
    message: `Requested resource not found${which}`,
  };
  return Object.assign(new Error(body.message), { name: 'NotFoundError', statusCode: 400, body });
}
