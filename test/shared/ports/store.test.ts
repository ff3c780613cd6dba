import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readJson, type Store, writeJsonOnce } from '../../../shared/ports/store.ts';
import { begins, type Setting, settings } from './settings.ts';

const bytes = new TextEncoder().encode('PK: như đã gửi');
const text = 'text/plain';

describe.each(settings)('the store: %s', (_, open) => {
  let setting: Setting;
  let store: Store;
  beforeAll(async () => {
    setting = await open();
    store = setting.store;
  });
  afterAll(() => setting.stop());
  beforeEach(() => void vi.setSystemTime(Date.parse(begins)));

  const later = (seconds: number) => void vi.setSystemTime(Date.parse(begins) + seconds * 1000);

  it('has nothing of a key that was never written', async () => {
    expect(await store.get('never')).toBeNull();
    expect(await store.open('never')).toBeNull();
    expect(await store.arrival('never')).toBeNull();
    expect(await readJson(store, 'never')).toBeNull();
  });

  it('gives back the bytes at once, and its own time of them in whole seconds', async () => {
    await store.put('inbox/đơn vị 1', bytes, text);
    expect(await store.get('inbox/đơn vị 1')).toEqual({
      bytes,
      contentType: text,
      receivedAt: '2024-03-19T00:00:00.000Z',
    });
    expect(await store.arrival('inbox/đơn vị 1')).toBe('2024-03-19T00:00:00.000Z');
    const stream = await store.open('inbox/đơn vị 1');
    expect(stream && new Uint8Array(await buffer(stream))).toEqual(bytes);
  });

  it('keeps nothing of the caller’s: changed bytes stay outside', async () => {
    const own = bytes.slice();
    await store.put('own', own, text);
    own.fill(0);
    (await store.get('own'))?.bytes.fill(0);
    expect((await store.get('own'))?.bytes).toEqual(bytes);
  });

  it('holds an empty object, too', async () => {
    await store.put('empty', new Uint8Array(), text);
    expect((await store.get('empty'))?.bytes).toHaveLength(0);
  });

  it('gives the newest version', async () => {
    await store.put('twice', 'một', text);
    await store.put('twice-and-more', 'x', text);
    later(60);
    await store.put('twice', bytes, text);
    expect(await store.get('twice')).toEqual({
      bytes,
      contentType: text,
      receivedAt: '2024-03-19T00:01:00.000Z',
    });
    expect(await store.arrival('twice')).toBe('2024-03-19T00:01:00.000Z');
  });

  it('writes once: whoever comes later is told, and changes nothing', async () => {
    expect(await writeJsonOnce(store, 'results/1.json', { state: 'accepted' })).toBe(true);
    expect(await writeJsonOnce(store, 'results/1.json', { state: 'rejected' })).toBe(false);
    expect(await readJson(store, 'results/1.json')).toEqual({ state: 'accepted' });
  });

  it('writes once of many that come at once', async () => {
    const written = await Promise.all(
      Array.from({ length: 6 }, (_, by) => store.putOnce('raced', String(by), text)),
    );
    expect(written.filter(Boolean)).toHaveLength(1);
    expect(await readJson(store, 'raced')).toBe(written.indexOf(true));
  });

  it('lists keys in the order of their bytes, page by page', async () => {
    const names = ['l/A', 'l/a', 'l/a/b', 'l/Đ', 'l/\uFFFD', 'l/\u{1F600}'];
    for (const name of names.toReversed()) await store.put(name, 'x', text);
    expect(await store.list('l/')).toEqual({ keys: names, next: null });
    const first = await store.list('l/', { limit: 4 });
    expect(first.keys).toEqual(names.slice(0, 4));
    expect(await store.list('l/', { limit: 2, after: first.next })).toEqual({
      keys: names.slice(4),
      next: null,
    });
    expect(await store.list('m/')).toEqual({ keys: [], next: null });
  });

  describe('a signed download', () => {
    const contentDisposition = 'attachment; filename="Bao cao.xlsx"';
    const sign = (key: string) => setting.signer.signDownload({ key, contentDisposition, seconds: 300 });

    it('gives the file under its name until its time is over', async () => {
      await store.put('signed', bytes, text);
      const url = await sign('signed');
      later(299);
      expect(await setting.fetch(url)).toEqual({ status: 200, bytes, contentDisposition });
      later(302);
      expect((await setting.fetch(url)).status).toBe(403);
    });

    it('of what is not there finds nothing', async () => {
      expect((await setting.fetch(await sign('unsigned'))).status).toBe(404);
    });
  });

  describe('a signed upload', () => {
    const sign = (key: string) =>
      setting.signer.signUpload({
        ...{ key, size: bytes.length, contentType: text, seconds: 3600 },
        sha256: createHash('sha256').update(bytes).digest('hex'),
      });

    it('stores exactly the announced file', async () => {
      const request = await sign('sent');
      expect(new URL(request.url).origin).toBe(await setting.signer.uploadOrigin());
      later(3599);
      expect(await setting.send(request, bytes)).toBe(200);
      expect(await store.get('sent')).toEqual({
        bytes,
        contentType: text,
        receivedAt: '2024-03-19T00:59:59.000Z',
      });
    });

    it('stores it once, however often it is sent', async () => {
      const request = await sign('again');
      expect(await setting.send(request, bytes)).toBe(200);
      later(60);
      expect(await setting.send(request, bytes)).toBe(412);
      expect(await store.arrival('again')).toBe('2024-03-19T00:00:00.000Z');
    });

    it.each([
      ['a longer file', 403, (file: Uint8Array) => new Uint8Array([...file, 0])],
      ['a shorter file', 403, (file: Uint8Array) => file.slice(1)],
      ['another file as long', 400, (file: Uint8Array) => file.map((byte) => byte ^ 1)],
    ])('refuses %s', async (_what, status, changed) => {
      expect(await setting.send(await sign('refused'), changed(bytes))).toBe(status);
      expect(await store.get('refused')).toBeNull();
    });

    it('refuses another key, another type, and one that would be stored over another', async () => {
      const { url, headers, method } = await sign('refused');
      const { 'If-None-Match': _, ...unconditional } = headers;
      for (const changed of [
        { method, headers, url: url.replace('refused', 'elsewhere') },
        { method, url, headers: { ...headers, 'Content-Type': 'text/html' } },
        { method, url, headers: unconditional },
      ]) {
        expect(await setting.send(changed, bytes)).toBe(403);
      }
      expect(await store.get('refused')).toBeNull();
      expect(await store.get('elsewhere')).toBeNull();
    });

    it('refuses every file once its time is over', async () => {
      const request = await sign('refused');
      later(3602);
      expect(await setting.send(request, bytes)).toBe(403);
      expect(await store.get('refused')).toBeNull();
    });
  });
});
