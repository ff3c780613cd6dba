import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { versionOf } from '../../../shared/filing/recording.ts';
import type { Upload } from '../../../shared/filing/version.ts';
import { engineFailed } from '../../../shared/reading/unreadable-reading.ts';
import { putVersion, writeReading } from '../../../shared/records/filings.ts';
import { annotatedObject } from '../../../shared/records/keys.ts';
import { aGatewayWorld } from '../a-gateway-world.ts';
import { aPortal, type Portal, refusalOf } from './a-portal.ts';

const bytes = new TextEncoder().encode('PK: như đã gửi');
let portal: Portal;
let upload: Upload;

beforeAll(async () => {
  portal = await aPortal('2024-03-15T12:00:00+07:00', undefined, aGatewayWorld);
  upload = await portal.world.fileArrives({ fileName: 'Báo cáo Quý I.xlsx' }, bytes);
});
afterAll(() => portal.world.stop());

const Download = z.strictObject({ url: z.url() });

async function fetched(path: string): Promise<Response> {
  const { url } = Download.parse(await (await portal.get(path)).json());
  expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('300');
  return fetch(url);
}

describe('downloading what was sent', () => {
  it('gives back the same bytes under their Vietnamese name', async () => {
    const file = await fetched(`/api/uploads/${upload.upload}/file`);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
    expect(file.headers.get('Content-Disposition')).toBe(
      'attachment; filename="Bao cao Quy I.xlsx"; ' +
        "filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20Qu%C3%BD%20I.xlsx",
    );
  });

  it('is refused while the file has not come', async () => {
    const wish = { period: 'Q1-2024', fileName: 'a.xlsx', size: 1, sha256: 'a'.repeat(64) };
    const { uploadId } = z
      .looseObject({ uploadId: z.string() })
      .parse(await (await portal.post('/api/uploads', wish)).json());
    expect(await refusalOf(await portal.get(`/api/uploads/${uploadId}/file`))).toMatchObject({
      status: 404,
      code: 'FILE_NOT_COME',
    });
  });

  it('gives nothing of another unit', async () => {
    const other = await portal.tokenOf({ kind: 'unit', unit: 'KHTC' });
    for (const what of ['file', 'annotated']) {
      expect(await refusalOf(await portal.get(`/api/uploads/${upload.upload}/${what}`, other))).toMatchObject(
        {
          status: 404,
          code: 'UPLOAD_UNKNOWN',
        },
      );
    }
  });
});

/** A file that has its verdict, and a copy under this name. */
async function recordedWith(file: Upload, fileName: string): Promise<void> {
  const { store, table, now } = portal.world;
  const contentType = 'application/octet-stream';
  await writeReading(store, file, engineFailed(), { fileName, contentType, size: bytes.length });
  await putVersion(table, versionOf(file, engineFailed(), { receivedAt: now(), recordedAt: now() }));
}

describe('downloading the annotated file', () => {
  it('is refused where there is none', async () => {
    expect(await refusalOf(await portal.get(`/api/uploads/${upload.upload}/annotated`))).toMatchObject({
      status: 404,
      code: 'ANNOTATED_NONE',
    });
  });

  it('hands it out under the name that the reading gives it', async () => {
    const { store } = portal.world;
    const fileName = 'Báo cáo (lưu ý).xlsx';
    await store.putOnce(annotatedObject(upload), bytes, 'application/octet-stream');
    await recordedWith(upload, fileName);
    const file = await fetched(`/api/uploads/${upload.upload}/annotated`);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
    expect(file.headers.get('Content-Disposition')).toContain(
      "filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20%28l%C6%B0u%20%C3%BD%29.xlsx",
    );
  });

  it('bears the longest Vietnamese name', async () => {
    const { store } = portal.world;
    const long = await portal.world.fileArrives({ fileName: `${'ữ'.repeat(250)}.xlsx` }, bytes);
    const fileName = `${'ữ'.repeat(250)} (lưu ý).xlsx`;
    await store.putOnce(annotatedObject(long), bytes, 'application/octet-stream');
    await recordedWith(long, fileName);
    expect((await fetched(`/api/uploads/${long.upload}/annotated`)).status).toBe(200);
  });
});
