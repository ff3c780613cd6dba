import type {
  Condition,
  Cursor,
  Index,
  Key,
  Page,
  QueryOptions,
  Range,
  Row,
  Table,
  Update,
} from '../../shared/ports/table.ts';
import { byBytes } from './byte-order.ts';

const pageBytes = 1024 * 1024;
const rowBytes = 400 * 1024;

/** A table in memory that answers as DynamoDB does. Rows are given out frozen; an index follows at once. */
export class MemoryTable implements Table {
  readonly #partitions = new Map<string, Map<string, Row>>();
  /** The sort keys of a partition in order, until another is added. */
  readonly #sorted = new Map<string, string[]>();

  /** @param before whose rows it begins with */
  constructor(before?: MemoryTable) {
    for (const [pk, rows] of before ? before.#partitions : []) this.#partitions.set(pk, new Map(rows));
  }

  async get(key: Key): Promise<Row | null> {
    checkKey(key);
    return this.#find(key);
  }

  async putIfAbsent(key: Key, row: object): Promise<boolean> {
    const kept = keptRow({ ...row, pk: key.pk, sk: key.sk });
    if (this.#find(key)) return false;
    this.#write(key, kept);
    return true;
  }

  async update(key: Key, update: Update): Promise<boolean> {
    return this.#update(key, update);
  }

  async updated(key: Key, update: Update): Promise<Row | null> {
    return this.#update(key, update) ? this.#find(key) : null;
  }

  #update(key: Key, { set = {}, add = {}, append = {}, remove = [], when = {} }: Update): boolean {
    const changed = [...Object.keys(set), ...Object.keys(add), ...Object.keys(append), ...remove];
    if (changed.includes('pk') || changed.includes('sk')) throw new Error('a key cannot be updated');
    if (new Set(changed).size < changed.length) throw new Error('an attribute is updated twice');
    const before = this.#find(key);
    const held = Object.entries(when).every(([attribute, condition]) =>
      holds(before?.[attribute], condition),
    );
    if (!held) return false;
    const row: Record<string, unknown> = { ...before, ...key, ...set };
    for (const [attribute, by] of Object.entries(add)) {
      const from = before?.[attribute] ?? 0;
      if (typeof from !== 'number') throw new Error(`${attribute} is no number`);
      row[attribute] = from + by;
    }
    for (const [attribute, items] of Object.entries(append)) {
      const list = before?.[attribute] ?? [];
      if (!Array.isArray(list)) throw new Error(`${attribute} is no list`);
      row[attribute] = [...list, ...items];
    }
    for (const attribute of remove) delete row[attribute];
    this.#write(key, keptRow(row));
    return true;
  }

  async query(range: Range, { limit, after }: QueryOptions = {}): Promise<Page> {
    const keysOf = keysIn(range.index);
    const rows: Row[] = [];
    let size = 0;
    for (const row of this.#from(range, after ?? null)) {
      if (rows.length === limit || size >= pageBytes) break;
      rows.push(range.index ? keysOf(row) : row);
      size += sizes.get(row) ?? sizeOf(row);
    }
    const full = rows.length === limit || size >= pageBytes;
    const end = rows.at(-1);
    return { rows, next: full && end ? keysOf(end) : null };
  }

  /** Every row, for whoever looks at what was stored. */
  rows(): Row[] {
    return [...this.#partitions.values()].flatMap((partition) => [...partition.values()]);
  }

  /** The rows of the range behind `after`, in order. */
  #from(range: Range, after: Cursor | null): Iterable<Row> {
    const { index, pk, sk } = range;
    if (!index) return this.#inPartition(pk, sk, after === null ? null : String(after.sk));
    const last = after && orderIn(index, after);
    return this.rows()
      .filter((row) => row[index.pk] === pk && typeof row[index.sk] === 'string')
      .filter((row) => inRange(String(row[index.sk]), sk))
      .map((row) => ({ row, order: orderIn(index, row) }))
      .filter(({ order }) => last === null || byOrder(order, last) > 0)
      .sort((one, other) => byOrder(one.order, other.order))
      .map(({ row }) => row);
  }

  /** Goes to the range's beginning by halves: a partition may hold a hundred thousand units. */
  *#inPartition(pk: string, sk: Range['sk'], after: string | null): Iterable<Row> {
    const rows = this.#partitions.get(pk);
    if (!rows) return;
    const sorted = this.#sorted.get(pk) ?? [...rows.keys()].sort(byBytes);
    this.#sorted.set(pk, sorted);
    const begins = sk && 'begins' in sk ? sk.begins : sk && 'from' in sk ? sk.from : '';
    const from = after !== null && byBytes(after, begins) >= 0 ? after : begins;
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (byBytes(sorted[middle] ?? '', from) < 0) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < sorted.length; at += 1) {
      const key = sorted[at] ?? '';
      if (key === after) continue;
      if (!inRange(key, sk)) return;
      const row = rows.get(key);
      if (row) yield row;
    }
  }

  // At once, with no wait in between: two calls never see the same row before its change.
  #find({ pk, sk }: Key): Row | null {
    return this.#partitions.get(pk)?.get(sk) ?? null;
  }

  #write({ pk, sk }: Key, row: Row): void {
    const partition = this.#partitions.get(pk) ?? new Map<string, Row>();
    if (!partition.has(sk)) this.#sorted.delete(pk);
    this.#partitions.set(pk, partition.set(sk, row));
  }
}

function holds(value: unknown, condition: Condition): boolean {
  if ('exists' in condition) return (value !== undefined) === condition.exists;
  if ('equals' in condition) return value === condition.equals;
  const { lessThan, orAbsent } = condition;
  if (value === undefined) return orAbsent ?? false;
  if (typeof value === 'string' && typeof lessThan === 'string') return byBytes(value, lessThan) < 0;
  return typeof value === 'number' && typeof lessThan === 'number' && value < lessThan;
}

function inRange(sk: string, part: Range['sk']): boolean {
  if (part === undefined) return true;
  if ('begins' in part) return sk.startsWith(part.begins);
  if ('before' in part) return byBytes(sk, part.before) < 0;
  return byBytes(sk, part.from) >= 0 && (part.to === undefined || byBytes(sk, part.to) <= 0);
}

function keysIn(index?: Index): (row: Row) => Row {
  const names = ['pk', 'sk', ...(index ? [index.pk, index.sk] : [])];
  return (row) => Object.fromEntries(names.map((name) => [name, row[name]]));
}

/** What a row is sorted by; of an index, rows with the same sort key are told apart by their own keys. */
function orderIn(index: Index | undefined, row: Row): readonly string[] {
  return [...(index ? [row[index.sk], row.pk] : []), row.sk].map(String);
}

function byOrder(one: readonly string[], other: readonly string[]): number {
  for (const [at, text] of one.entries()) {
    const order = byBytes(text, other[at] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

function checkKey({ pk, sk }: Key): void {
  const [partition, sort] = [Buffer.byteLength(pk), Buffer.byteLength(sk)];
  if (partition === 0 || partition > 2048) throw new Error(`a partition key has no ${partition} bytes`);
  if (sort === 0 || sort > 1024) throw new Error(`a sort key has no ${sort} bytes`);
}

/** A frozen copy of what DynamoDB takes: JSON within its sizes. Throws on anything else. */
function keptRow(row: Row): Row {
  checkKey({ pk: String(row.pk), sk: String(row.sk) });
  const size = sizeOf(row);
  if (size > rowBytes) throw new Error(`a row has at most ${rowBytes} bytes`);
  const copy: Row = Object.freeze(keptFields(row));
  sizes.set(copy, size);
  return copy;
}

/** Bytes of the rows that are kept. */
const sizes = new WeakMap<Row, number>();

function keptFields(value: object): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) fields[name] = kept(inner);
  return fields;
}

function kept(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(kept));
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.freeze(keptFields(value));
  }
  throw new Error(`a row cannot hold ${String(value)}`);
}

/** Bytes, as DynamoDB counts them but for a few of each number. */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return 8;
  if (typeof value !== 'object' || value === null) return 1;
  let size = 3;
  if (Array.isArray(value)) for (const each of value) size += 1 + sizeOf(each);
  else for (const [name, each] of Object.entries(value)) size += Buffer.byteLength(name) + sizeOf(each);
  return size;
}
