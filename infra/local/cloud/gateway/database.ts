import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { LocalCloudError } from '../errors.ts';

/** Another gateway runs on this state folder. */
export class StateInUse extends LocalCloudError {
  override readonly name = 'StateInUse';
  readonly code = 'STATE_IN_USE';
  override readonly mendable = true;
}

/**
 * Opens the gateway's tables below the state folder. Write-ahead log with `synchronous=NORMAL`: a killed process loses
 * nothing that was committed. The file stays locked as long as it is open. Throws StateInUse.
 */
export function openDatabase(stateFolder: string): DatabaseSync {
  mkdirSync(stateFolder, { recursive: true });
  const database = new DatabaseSync(join(stateFolder, 'gateway.sqlite'));
  try {
    database.exec(`
      PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      PRAGMA user_version = 1;
    `);
  } catch (cause) {
    database.close();
    throw new StateInUse(`${stateFolder} is locked: does another local cloud run on it?`, { cause });
  }
  database.exec(`
    CREATE TABLE IF NOT EXISTS objects (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      bucket TEXT NOT NULL,
      key TEXT NOT NULL,
      version TEXT NOT NULL,
      body TEXT,
      size INTEGER NOT NULL,
      etag TEXT NOT NULL,
      modified INTEGER NOT NULL,
      headers TEXT NOT NULL,
      checksums TEXT NOT NULL,
      UNIQUE (bucket, key, version)
    );
    CREATE INDEX IF NOT EXISTS newest ON objects (bucket, key, sequence DESC);
    CREATE INDEX IF NOT EXISTS bodies ON objects (body);
    CREATE TABLE IF NOT EXISTS events (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      event TEXT NOT NULL
    );
    CREATE TABLE IF NOT EXISTS messages (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      queue TEXT NOT NULL,
      id TEXT NOT NULL,
      body TEXT NOT NULL,
      attributes TEXT NOT NULL,
      sent INTEGER NOT NULL,
      visible INTEGER NOT NULL,
      receives INTEGER NOT NULL,
      first_received INTEGER,
      receipt TEXT,
      source_arn TEXT,
      sender_group TEXT
    );
    CREATE INDEX IF NOT EXISTS visible ON messages (queue, visible);
    CREATE TABLE IF NOT EXISTS mails (
      id TEXT PRIMARY KEY,
      file TEXT NOT NULL,
      principal TEXT NOT NULL,
      sent INTEGER NOT NULL,
      sent_wall INTEGER NOT NULL,
      recipients INTEGER NOT NULL
    );
    CREATE INDEX IF NOT EXISTS mails_sent ON mails (sent);
  `);
  // A folder of before groups were known.
  const columns = database.prepare("SELECT 1 FROM pragma_table_info('messages') WHERE name = 'sender_group'");
  if (columns.get() === undefined) database.exec('ALTER TABLE messages ADD COLUMN sender_group TEXT');
  prepareOnce(database);
  return database;
}

/** The gateway's statements are few and constant: each is compiled once. */
function prepareOnce(database: DatabaseSync): void {
  const prepared = new Map<string, StatementSync>();
  const prepare = database.prepare.bind(database);
  database.prepare = (sql) => {
    const statement = prepared.get(sql) ?? prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
}

/** Runs `work` in one transaction; a throw rolls it back. Nothing may be awaited inside. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (problem) {
    database.exec('ROLLBACK');
    throw problem;
  }
}
