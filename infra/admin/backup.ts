/** Everything a system keeps, as files of one folder, and back: rows as they stand, objects with their sums. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import type { Store } from '../../shared/ports/store.ts';
import type { Row, Table } from '../../shared/ports/table.ts';
import { arrivalAt } from '../../shared/records/attempts.ts';
import { isCurrentRegimeRow, regimeObject, uploadOfObject } from '../../shared/records/keys.ts';
import { type MailedUntil, mailedUntil } from '../../shared/records/mailed-until.ts';
import { CurrentRegime } from '../../shared/records/regimes.ts';
import { Regime } from '../../shared/regime/regime.ts';
import { Sha256 } from '../../shared/vocabulary/codes.ts';
import { RejectError } from '../../shared/vocabulary/errors.ts';
import { objectFiles, plainFile } from './object-files.ts';

/** What can be exported and imported. */
export interface Whole {
  readonly table: Table;
  readonly store: Store;
  /** Every row, in no order. */
  readonly eachRow: () => AsyncIterable<Row>;
}

/** The folder or the system is not what this needs; nothing was written over. */
export class BackupRefused extends RejectError {
  override readonly name = 'BackupRefused';
  readonly code = 'BACKUP_REFUSED';
  readonly mendable = true;
}

const Keyed = z.looseObject({ pk: z.string(), sk: z.string() });
const Objects = z.array(
  z.object({
    key: z.string(),
    sha256: Sha256,
    size: z.int(),
    contentType: z.string(),
    /** The store's own time, which no import can set: who was on time is judged by it. */
    receivedAt: z.iso.datetime(),
    /** Where it lies, below the folder; absent where that is as it is called in the bucket. */
    file: z
      .string()
      .regex(/^objects\/%apart\/[0-9a-f]{64}$/)
      .optional(),
  }),
);
/** Written last: a folder without it is no export. */
const Contents = z.object({ rows: z.int(), rowsSha256: Sha256, objects: Objects });
type Contents = z.output<typeof Contents>;

const rowsFile = 'rows.jsonl';
const contentsFile = 'contents.json';

export interface Counted {
  readonly rows: number;
  readonly objects: number;
}

/**
 * Rows first, then objects: an object is written before the row that names it, so what rows name is there. The same
 * content gives the same files. Throws BackupRefused where the folder holds an export already.
 */
export async function exportAll(
  { store, eachRow }: Pick<Whole, 'eachRow'> & { readonly store: Pick<Store, 'get' | 'list'> },
  folder: string,
): Promise<Counted> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).includes(contentsFile)) {
    throw new BackupRefused(`${folder} holds an export; choose another folder`);
  }
  const rows = await sortedRows(eachRow());
  const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  await writeFile(join(folder, rowsFile), text);
  const objects: Contents['objects'] = [];
  for (const [key, file] of objectFiles(await allKeys(store))) {
    const object = await store.get(key);
    if (!object) continue;
    const { bytes, contentType, receivedAt } = object;
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
    const apart = file !== plainFile(key) && { file };
    objects.push({ key, sha256: sumOf(bytes), size: bytes.length, contentType, receivedAt, ...apart });
  }
  const contents: Contents = { rows: rows.length, rowsSha256: sumOf(text), objects };
  await writeFile(join(folder, `${contentsFile}.part`), JSON.stringify(contents, null, 1));
  await rename(join(folder, `${contentsFile}.part`), join(folder, contentsFile));
  return { rows: rows.length, objects: objects.length };
}

/**
 * What is not there yet, rows before objects, so that a file's event finds its version. Everything is compared before
 * anything is written, and nothing is ever written over: what is there must be what the export holds, so that an import
 * that was cut off is done again. Everything until `until` (ISO 8601) counts as mailed. Throws BackupRefused.
 */
export async function importAll(
  whole: Whole,
  folder: string,
  until: string,
): Promise<Counted & { readonly written: Counted }> {
  const contents = await readContents(folder);
  const exported = await readRows(folder, contents);
  const rows = [...mailedUntil(exported, until).rows, ...arrivalsOf(exported, contents)];
  const present = await refuseOthers(whole, rows, contents);
  const written = { rows: 0, objects: 0 };
  for (const row of rows) {
    const { pk, sk } = Keyed.parse(row);
    if (present.rows.has(`${pk}\n${sk}`)) continue;
    await whole.table.putIfAbsent({ pk, sk }, row);
    written.rows += 1;
  }
  for (const object of contents.objects) {
    if (present.objects.has(object.key)) continue;
    const bytes = await readObject(folder, object);
    await whole.store.putOnce(object.key, bytes, object.contentType);
    written.objects += 1;
  }
  return { rows: rows.length, objects: contents.objects.length, written };
}

/** What an export would mail where it is imported so; `unread`: files that are read then, and answered with a receipt. */
export async function planImport(
  folder: string,
  until: string,
): Promise<Omit<MailedUntil, 'rows'> & { readonly regimes: readonly Regime[]; readonly unread: number }> {
  const contents = await readContents(folder);
  const exported = await readRows(folder, contents);
  const objects = new Map(contents.objects.map((object) => [object.key, object]));
  const regimes = await Promise.all(
    exported.filter(isCurrentRegimeRow).map(async (row) => {
      const key = regimeObject(CurrentRegime.parse(row).hash);
      const bytes = await readObject(folder, objects.get(key) ?? { key, sha256: '' });
      return Regime.parse(JSON.parse(new TextDecoder().decode(bytes)));
    }),
  );
  const { rows: _written, ...mails } = mailedUntil(exported, until);
  return { ...mails, regimes, unread: arrivalsOf(exported, contents).length };
}

/** Of the files that were not looked at yet, when they came: in the new bucket all of them come with the import. */
function arrivalsOf(rows: readonly Row[], { objects }: Contents): readonly Row[] {
  const looked = new Set(rows.flatMap(({ pk, sk }) => [String(pk), String(sk).split('#VERSION#')[1] ?? '']));
  return objects.flatMap(({ key, receivedAt }) => {
    const upload = uploadOfObject(key);
    if (upload === null || looked.has(upload)) return [];
    const row = arrivalAt(upload, receivedAt);
    return looked.has(row.pk) ? [] : [{ ...row }];
  });
}

/** What is there already and is the same. Throws BackupRefused for what is not. */
async function refuseOthers(
  { store, eachRow }: Whole,
  rows: readonly Row[],
  { objects }: Contents,
): Promise<{ readonly rows: ReadonlySet<string>; readonly objects: ReadonlySet<string> }> {
  const wanted = new Map(rows.map((row) => [`${row.pk}\n${row.sk}`, row]));
  const sums = new Map(objects.map(({ key, sha256 }) => [key, sha256]));
  const present = { rows: new Set<string>(), objects: new Set<string>() };
  for await (const row of eachRow()) {
    const key = `${row.pk}\n${row.sk}`;
    if (!isDeepStrictEqual(row, wanted.get(key))) {
      throw new BackupRefused(
        `nothing is imported: the row ${row.pk} / ${row.sk} is there and is not the export's`,
      );
    }
    present.rows.add(key);
  }
  for (const key of await allKeys(store)) {
    const file = await store.get(key);
    if (file && sumOf(file.bytes) !== sums.get(key)) {
      throw new BackupRefused(`nothing is imported: the object ${key} is there and is not the export's`);
    }
    present.objects.add(key);
  }
  return present;
}

async function readContents(folder: string): Promise<Contents> {
  try {
    return Contents.parse(JSON.parse(await readFile(join(folder, contentsFile), 'utf8')));
  } catch (cause) {
    throw new BackupRefused(`${folder} holds no whole export: ${contentsFile} is written last`, { cause });
  }
}

async function readRows(folder: string, { rowsSha256 }: Contents): Promise<Row[]> {
  const text = await readFile(join(folder, rowsFile), 'utf8');
  if (sumOf(text) !== rowsSha256) throw new BackupRefused(`${rowsFile} is not what was exported`);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Keyed.parse(JSON.parse(line)));
}

async function readObject(
  folder: string,
  { key, sha256, file = plainFile(key) }: Pick<Contents['objects'][number], 'key' | 'sha256' | 'file'>,
): Promise<Uint8Array> {
  const bytes = await readFile(join(folder, file));
  if (sumOf(bytes) !== sha256) throw new BackupRefused(`${file} is not what was exported`);
  return bytes;
}

async function sortedRows(all: AsyncIterable<Row>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of all) rows.push(inOrder(row));
  return rows.sort((a, b) => (a.pk === b.pk ? order(a.sk, b.sk) : order(a.pk, b.pk)));
}

function order(a: unknown, b: unknown): number {
  return String(a) < String(b) ? -1 : 1;
}

/** Attributes have no order of their own: the same row is the same line. */
function inOrder(value: unknown): Row {
  const sorted = (inner: unknown): unknown => {
    if (Array.isArray(inner)) return inner.map(sorted);
    if (typeof inner !== 'object' || inner === null) return inner;
    return Object.fromEntries(
      Object.entries(inner)
        .sort(([a], [b]) => order(a, b))
        .map(([name, each]) => [name, sorted(each)]),
    );
  };
  return sorted(value) as Row;
}

async function allKeys(store: Pick<Store, 'list'>): Promise<readonly string[]> {
  const keys: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<Store['list']>> = await store.list('', { after });
    keys.push(...page.keys);
    after = page.next;
  } while (after !== null);
  return keys;
}

function sumOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
