/** The table as the records use it: single reads, single conditional writes, paginated queries. No transactions. */

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export type Row = Readonly<Record<string, unknown>>;

/** What an attribute may be compared with; texts are compared by their UTF-8 bytes. */
export type Scalar = string | number | boolean | null;

/** Holds for one attribute of the row as it is stored; `pk: { exists: true }` asks for the row itself. */
export type Condition =
  | { readonly exists: boolean }
  /** Never true of an absent attribute. */
  | { readonly equals: Scalar }
  /** Never true of an attribute of another type; of an absent one only with `orAbsent`. */
  | { readonly lessThan: string | number; readonly orAbsent?: boolean };

/**
 * One change of one row, written whole or not at all; a row that is not there is made unless `when` forbids it.
 * "One more, if below 120": `{ add: { minted: 1 }, when: { minted: { lessThan: 120, orAbsent: true } } }`.
 */
export interface Update {
  readonly set?: Row;
  /** Added to a number; an absent one counts as 0. */
  readonly add?: Readonly<Record<string, number>>;
  /** Put at the end of a list; an absent one counts as empty. */
  readonly append?: Readonly<Record<string, readonly unknown[]>>;
  readonly remove?: readonly string[];
  /** By attribute; all of them must hold. */
  readonly when?: Readonly<Record<string, Condition>>;
}

/** An index and the attributes that are its keys. A row without them is not in it; it gives keys alone. */
export interface Index {
  readonly name: string;
  readonly pk: string;
  readonly sk: string;
}

/** A partition of the table or of an index, or the part of it whose sort keys are meant. */
export interface Range {
  readonly index?: Index;
  readonly pk: string;
  readonly sk?:
    | { readonly begins: string }
    /** Both ends are in it. */
    | { readonly from: string; readonly to?: string }
    | { readonly before: string };
}

/** Where a page ended; good for the same range of the same table alone. */
export type Cursor = Readonly<Record<string, unknown>>;

export interface Page {
  readonly rows: readonly Row[];
  /** Null at the end of the range. A page may be the last and still have one: then the next is empty. */
  readonly next: Cursor | null;
}

export interface QueryOptions {
  readonly limit?: number;
  readonly after?: Cursor | null;
  /** What was written within the last moments may be missing; costs half. For looks alone, never before a write. */
  readonly mayLag?: boolean;
  /** That the range is empty may have been seen up to so many seconds ago: for one into which nobody writes any more. */
  readonly emptyFor?: number;
}

export interface Table {
  /**
   * Strongly consistent: what was written a moment ago decides whether a step is done again. Rows that are asked for in
   * one breath (`Promise.all`) are one request.
   */
  get(key: Key): Promise<Row | null>;
  /** Writes the row unless its key is taken: true when it was written, false when it had been there. */
  putIfAbsent(key: Key, row: object): Promise<boolean>;
  /** True when every condition held; otherwise nothing is changed. */
  update(key: Key, update: Update): Promise<boolean>;
  /** The same, and the row as it is then; null where a condition did not hold. */
  updated(key: Key, update: Update): Promise<Row | null>;
  /**
   * One page in the order of the sort key's UTF-8 bytes: at most `limit` rows, or about 1 MB. Strongly consistent, but
   * for an index: it follows the table within moments, and rows with the same sort key stand in any order.
   */
  query(range: Range, options?: QueryOptions): Promise<Page>;
}

/** Every row of the range, page by page. */
export async function queryAll(
  table: Table,
  range: Range,
  options: Pick<QueryOptions, 'mayLag'> = {},
): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of queryPages(table, range, options)) rows.push(...page);
  return rows;
}

/** The range page by page, so that no more than one page is held. */
export async function* queryPages(
  table: Table,
  range: Range,
  options: Pick<QueryOptions, 'mayLag'> = {},
): AsyncGenerator<readonly Row[]> {
  let after: Cursor | null = null;
  do {
    const page: Page = await table.query(range, { ...options, after });
    yield page.rows;
    after = page.next;
  } while (after);
}
