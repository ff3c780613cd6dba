import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Eraser } from '../../shared/ports/eraser.ts';
import type { SignedDownload, SignedUpload, Signer, UploadRequest } from '../../shared/ports/signer.ts';
import type { KeyPage, Store, StoredFile } from '../../shared/ports/store.ts';
import { byBytes } from './byte-order.ts';

const keysAPage = 1000;
const origin = 'https://store.example';

interface Grant<Signed> {
  readonly signed: Signed;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** A bucket in memory that answers as S3 does, with what it signs; every version is kept. */
export class MemoryStore implements Store, Signer, Eraser {
  readonly #clock: Clock;
  readonly #versions: Map<string, StoredFile[]>;
  readonly #downloads: Grant<SignedDownload>[] = [];
  readonly #uploads: Grant<SignedUpload>[] = [];

  /** @param before whose objects it begins with */
  constructor(clock: Clock, before?: MemoryStore) {
    this.#clock = clock;
    this.#versions = new Map(before ? before.#versions : []);
  }

  async get(key: string): Promise<StoredFile | null> {
    const newest = this.#versions.get(key)?.at(-1);
    return newest ? { ...newest, bytes: newest.bytes.slice() } : null;
  }

  async open(key: string): Promise<Readable | null> {
    const file = await this.get(key);
    return file && Readable.from([Buffer.from(file.bytes)]);
  }

  async arrival(key: string): Promise<string | null> {
    return this.#versions.get(key)?.at(-1)?.receivedAt ?? null;
  }

  async putOnce(key: string, body: Uint8Array | string, contentType: string): Promise<boolean> {
    if (this.#versions.has(key)) return false;
    await this.put(key, body, contentType);
    return true;
  }

  async put(key: string, body: Uint8Array | string, contentType: string): Promise<void> {
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body.slice();
    const receivedAt = new Date(Math.floor(this.#now() / 1000) * 1000).toISOString();
    this.#versions.set(key, [...(this.#versions.get(key) ?? []), { bytes, receivedAt, contentType }]);
  }

  async list(
    prefix: string,
    { limit = keysAPage, after }: { readonly limit?: number; readonly after?: string | null } = {},
  ): Promise<KeyPage> {
    const all = [...this.#versions.keys()].filter((key) => key.startsWith(prefix)).sort(byBytes);
    const rest = after ? all.filter((key) => byBytes(key, after) > 0) : all;
    const keys = rest.slice(0, limit);
    return { keys, next: rest.length > keys.length ? (keys.at(-1) ?? null) : null };
  }

  async count(key: string): Promise<number> {
    return this.#versions.get(key)?.length ?? 0;
  }

  async erase(key: string, { keepNewest = false } = {}): Promise<number> {
    const all = this.#versions.get(key) ?? [];
    const kept = keepNewest ? all.slice(-1) : [];
    if (kept.length > 0) this.#versions.set(key, kept);
    else this.#versions.delete(key);
    return all.length - kept.length;
  }

  async signDownload(download: SignedDownload): Promise<string> {
    this.#downloads.push({ signed: download, until: this.#now() + download.seconds * 1000 });
    return `${origin}/${this.#downloads.length - 1}`;
  }

  async signUpload(upload: SignedUpload): Promise<UploadRequest> {
    this.#uploads.push({ signed: upload, until: this.#now() + upload.seconds * 1000 });
    const headers = { 'Content-Type': upload.contentType, 'If-None-Match': '*' };
    return { method: 'PUT', url: `${origin}/${upload.key}?grant=${this.#uploads.length - 1}`, headers };
  }

  async uploadOrigin(): Promise<string> {
    return origin;
  }

  /** What a browser gets at a signed address: the status, and with 200 the file. */
  async fetch(
    url: string,
  ): Promise<{ status: number; bytes: Uint8Array; contentDisposition: string | null }> {
    const grant = this.#downloads[Number(url.slice(origin.length + 1))];
    const refused = (status: number) => ({ status, bytes: new Uint8Array(), contentDisposition: null });
    if (!grant || this.#now() > grant.until) return refused(403);
    const file = await this.get(grant.signed.key);
    if (!file) return refused(404);
    return { status: 200, bytes: file.bytes, contentDisposition: grant.signed.contentDisposition };
  }

  /** What a browser gets for sending this file: the status. */
  async send({ url, headers }: UploadRequest, bytes: Uint8Array): Promise<number> {
    const { pathname, searchParams } = new URL(url);
    const grant = this.#uploads[Number(searchParams.get('grant'))];
    if (!grant || this.#now() > grant.until || pathname !== `/${grant.signed.key}`) return 403;
    const { key, size, sha256, contentType } = grant.signed;
    if (headers['Content-Type'] !== contentType || headers['If-None-Match'] !== '*') return 403;
    if (bytes.length !== size) return 403;
    if (this.#versions.has(key)) return 412;
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) return 400;
    await this.put(key, bytes, contentType);
    return 200;
  }

  #now(): number {
    return Date.parse(this.#clock.now());
  }
}
