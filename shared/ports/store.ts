/** The bucket as the records use it: uploaded files and objects written once, every version kept. */
import type { Readable } from 'node:stream';

export interface StoredFile {
  readonly bytes: Uint8Array;
  /** The store's own time of its last writing, ISO 8601, whole seconds. */
  readonly receivedAt: string;
  readonly contentType: string;
}

/** A page of keys in the order of their UTF-8 bytes. */
export interface KeyPage {
  readonly keys: readonly string[];
  /** Null at the end. */
  readonly next: string | null;
}

export interface Store {
  /** The object, or null where there is none. */
  get(key: string): Promise<StoredFile | null>;
  /** The object as a stream, or null where there is none. */
  open(key: string): Promise<Readable | null>;
  /** The store's time of the object, or null where there is none. */
  arrival(key: string): Promise<string | null>;
  /** Writes the object unless its key is taken: true when it was written, false when it had been there. */
  putOnce(key: string, body: Uint8Array | string, contentType: string): Promise<boolean>;
  /** Writes the object, over another if there is one; that one stays as an older version. */
  put(key: string, body: Uint8Array | string, contentType: string): Promise<void>;
  /** The keys that begin with `prefix`, at most a thousand a page. */
  list(
    prefix: string,
    options?: { readonly limit?: number; readonly after?: string | null },
  ): Promise<KeyPage>;
}

/** The object read as JSON, or null where there is none. */
export async function readJson(store: Store, key: string): Promise<unknown> {
  const file = await store.get(key);
  return file && JSON.parse(new TextDecoder().decode(file.bytes));
}

/** Writes the value as JSON unless the key is taken; false where it was. */
export async function writeJsonOnce(store: Store, key: string, value: unknown): Promise<boolean> {
  return store.putOnce(key, JSON.stringify(value), 'application/json');
}
