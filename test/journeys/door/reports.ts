import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { openDocument } from '../../../shared/reading/open/open-document.ts';
import { readPeriod } from '../../../shared/records/filings.ts';
import { type Mint, type Place, put } from '../a-cloud.ts';

const file = join(
  import.meta.dirname,
  ...['..', '..', '..', 'infra', 'local', 'story', 'files', 'Q1-2024_QLDD.xlsx'],
);
// What was signed is not what came.
const unsigned = 'SignatureDoesNotMatch';

/** Comes first: of a file that was sent before the verdict would say so. */
export function reports(door: Place): void {
  describe('on the last day', () => {
    let good: Uint8Array;
    beforeAll(async () => {
      good = await readFile(file);
    });

    const objects = async () => {
      const { keys } = await door.ground.system.store.list('');
      return keys.filter((key) => !key.startsWith('regimes/'));
    };
    const versions = async () => (await readPeriod(door.ground.system.table, 'Q1-2024')).versions;
    const codeOf = async (answer: Response) => /<Code>(\w+)<\/Code>/.exec(await answer.text())?.[1];

    describe('a report through the front door', () => {
      it('goes from the link to the verdict, with values and their cells', async () => {
        const qldd = door.ground.unit('QLDD');
        const upload = await qldd.send(good, 'Q1-2024_QLDD.xlsx');
        const report = await qldd.verdict(upload);
        expect(report.state).toBe('accepted');
        expect(report.receipt).toBe(`Q1-2024-QLDD-${upload.slice(-10)}`);
        expect(report.values).toHaveLength(35);
        for (const { value, source } of report.values) if (value !== null) expect(source).not.toBeNull();
        expect(await qldd.duty()).toMatchObject({ status: 'on-time', counts: upload });
      });

      it('keeps a Vietnamese file name to the letter', async () => {
        const ttra = door.ground.unit('KHTC');
        const upload = await ttra.send(good, 'Báo cáo quý I – Phòng Kế hoạch (sửa).xlsx');
        expect(await ttra.verdict(upload)).toMatchObject({
          fileName: 'Báo cáo quý I – Phòng Kế hoạch (sửa).xlsx',
        });
      });

      it('hands out the form, and tells a unit that sends it back as it was that nothing is filled in', async () => {
        const unit = door.ground.unit('DDBD');
        for (const extension of ['xlsx', 'docx']) {
          const form = await unit.ask(`templates/Q1-2024.${extension}`);
          expect(form.headers.get('content-disposition')).toContain(`Q1-2024_DDBD.${extension}`);
          const upload = await unit.send(new Uint8Array(await form.arrayBuffer()), `mau.${extension}`);
          expect(await unit.verdict(upload)).toMatchObject({
            state: 'rejected',
            findings: [{ code: 'EMPTY_REPORT' }],
            annotated: { fileName: `mau (lưu ý).${extension}` },
          });
          const link = await (await unit.ask(`uploads/${upload}/annotated`)).json();
          const copy = await fetch(z.object({ url: z.url() }).parse(link).url);
          expect(copy.headers.get('content-disposition')).toContain(`l%C6%B0u%20%C3%BD%29.${extension}`);
          expect(await openDocument(new Uint8Array(await copy.arrayBuffer()))).toMatchObject({
            format: extension,
          });
        }
      });
    });

    describe('the bucket refuses, and stores nothing, when', () => {
      const minted = () => door.ground.unit('TNKS').mint(good);
      const changed = (mint: Mint, headers: Record<string, string>): Mint => ({
        ...mint,
        headers: { ...mint.headers, ...headers },
      });

      it.each([
        [
          'the body is larger than promised',
          (mint: Mint) => put(mint, Buffer.concat([good, good])),
          unsigned,
        ],
        ['the body is smaller than promised', (mint: Mint) => put(mint, good.subarray(1)), unsigned],
        [
          'the type is not the promised one',
          (mint: Mint) => put(changed(mint, { 'Content-Type': 'text/html' }), good),
          unsigned,
        ],
        [
          'the key is another one',
          (mint: Mint) => put({ ...mint, url: mint.url.replace('/inbox/', '/results/') }, good),
          unsigned,
        ],
        [
          'it is to be stored over another',
          ({ headers: { 'If-None-Match': _, ...headers }, ...mint }: Mint) => put({ ...mint, headers }, good),
          unsigned,
        ],
        [
          'the bytes do not have the promised SHA-256',
          (mint: Mint) =>
            put(
              mint,
              Uint8Array.from(good, (byte, index) => (index === 99 ? byte ^ 1 : byte)),
            ),
          'BadDigest',
        ],
        [
          'the promised hash itself was changed',
          (mint: Mint) =>
            put(
              changed(mint, { 'x-amz-checksum-sha256': createHash('sha256').update('x').digest('base64') }),
              good,
            ),
          unsigned,
        ],
        [
          'its time was made longer',
          (mint: Mint) => put({ ...mint, url: mint.url.replace('Expires=3600', 'Expires=86400') }, good),
          unsigned,
        ],
      ])('%s', async (_, send, code) => {
        const before = await objects();
        const mint = await minted();
        const answer = await send(mint);
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(await codeOf(answer)).toBe(code);
        // An event of a stored file would be on its way now; what follows looks once it has arrived.
        await door.ground.cloud.idle();
        expect(await objects()).toEqual(before);
        expect(await door.ground.unit('TNKS').report(mint.uploadId)).toMatchObject({ state: 'minted' });
      });

      it('its hour is over', async () => {
        const mint = await minted();
        const now = door.ground.cloud.now();
        await door.ground.cloud.setClock(new Date(now + 61 * 60_000).toISOString());
        const answer = await put(mint, good);
        expect(answer.status).toBe(403);
        expect(await codeOf(answer)).toBe('AccessDenied');
        expect(await door.ground.unit('TNKS').report(mint.uploadId)).toMatchObject({ state: 'expired' });
      });
    });

    describe('a file that nobody can read', () => {
      it.each([
        ['is no zip', strToU8('không phải tệp Excel'), 'PLAIN_TEXT'],
        ['is a zip but no workbook', zipSync({ 'ghi-chu.txt': strToU8('x') }), 'ZIP_NOT_A_REPORT'],
      ])('%s: it is kept, its verdict says why, and nothing that counted changes', async (_, bytes, code) => {
        const qldd = door.ground.unit('QLDD');
        const counted = (await qldd.duty()).counts;
        const upload = await qldd.send(bytes, 'bao-cao.xlsx');
        expect(await qldd.verdict(upload)).toMatchObject({
          state: 'unreadable',
          findings: [
            {
              code,
              severity: 'error',
              message: expect.stringMatching(/\S/),
              fix: expect.stringMatching(/\S/),
            },
          ],
        });
        const kept = await door.ground.system.store.get(`inbox/${upload}`);
        expect(kept?.bytes).toEqual(Uint8Array.from(bytes));
        expect((await qldd.duty()).counts).toBe(counted);
        expect((await versions()).filter((version) => version.upload === upload)).toHaveLength(1);
      });
    });
  });
}
