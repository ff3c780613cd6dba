import { readFile } from 'node:fs/promises';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { prepareDecision, recordDecision } from '../../../shared/office/decide.ts';
import { frame } from '../../../shared/wording/page.ts';
import { stages } from '../../../shared/wording/page-upload.ts';
import { choose, type Desk, foretold, holdToAxe, sample, sendButton, verdict } from './a-desk.ts';

export function troubleOnTheWay(desk: Desk): void {
  describe('trouble on the way', () => {
    it('a file that the office gave back is not taken again, and the page says why', async () => {
      const file = sample('BC dan van TNKS (sua) final.docx');
      const unit = desk.ground.unit('TNKS');
      const receipt = await unit.send(await readFile(file));
      await unit.verdict(receipt);
      await desk.ground.cloud.setClock(new Date(desk.ground.cloud.now() + 60_000).toISOString());
      await recordDecision(
        desk.ground.system,
        await prepareDecision(desk.ground.system, {
          ...{ kind: 'return', period: 'Q1-2024', unit: 'TNKS', receipt },
          ...{ reason: 'Phần lời văn chưa có mục II.2', actor: 'Chánh Văn phòng' },
        }),
      );
      const { page } = await desk.openDuty('TNKS');
      await choose(page, file);
      await sendButton(page).click();
      await page.getByText('Lý do: “Phần lời văn chưa có mục II.2”').waitFor();
      expect(await desk.versionsOf('TNKS')).toHaveLength(1);
    });

    it('a line that breaks half-way is waited for, and the file arrives once', async () => {
      const { page } = await desk.openDuty('TTPTQD');
      const line = await page.context().newCDPSession(page);
      await line.send('Network.enable');
      // Before the file is chosen and checked: the line is slow some time after this is answered, and a file that is sent at once is through.
      await line.send('Network.emulateNetworkConditions', slow);
      await choose(page, await withPicture(sample('Q1-2024_TTPTQD.xlsx'), 1_500_000));
      await sendButton(page).click();
      const bar = page.getByRole('progressbar');
      await expect.poll(async () => Number(await bar.getAttribute('value'))).toBeGreaterThan(3);
      await line.send('Network.emulateNetworkConditions', { ...slow, offline: true });
      await page.locator('.field-warning', { hasText: 'Mất kết nối' }).waitFor();
      expect(await desk.versionsOf('TTPTQD')).toEqual([]);
      await holdToAxe(page, 'a file on its way');
      await line.send('Network.emulateNetworkConditions', { ...slow, uploadThroughput: -1, latency: 0 });
      await verdict(page).waitFor();
      expect(await desk.versionsOf('TTPTQD')).toHaveLength(1);
    });

    it('an address that expired before the file came is asked for anew', async () => {
      const window = await desk.openDuty('CN-TPLS');
      const { page } = window;
      const { gateway, bucket } = desk.ground.cloud.endpoints;
      await choose(page, sample('BC quy I CN thanh pho.docx'));
      let held = false;
      await page.route(`${gateway}/${bucket}/**`, async (route) => {
        if (!held) {
          held = true;
          const now = desk.ground.cloud.now();
          await desk.ground.cloud.setClock(new Date(now + 80 * 60_000).toISOString());
        }
        await route.continue();
      });
      await sendButton(page).click();
      await verdict(page).waitFor();
      expect(window.requests.filter((request) => /^POST .*\/api\/uploads$/.test(request))).toHaveLength(2);
      expect(await desk.versionsOf('CN-TPLS')).toHaveLength(1);
    });

    it('a file that never gets through says so, and may be tried again', async () => {
      const { page } = await desk.openDuty('CN-LBI');
      const { gateway, bucket } = desk.ground.cloud.endpoints;
      await page.route(`${gateway}/${bucket}/**`, (route) => route.abort('connectionreset'));
      await choose(page, sample('Q1-2024_QLDD.xlsx'));
      await page.clock.install();
      await page.locator('.send-now button[type=submit]').click();
      const failed = page.getByRole('heading', { name: stages.failed.vi });
      // Each try waits longer than the one before: the page's clock is wound on.
      await expect.poll(() => page.clock.fastForward(60_000).then(() => failed.isVisible())).toBe(true);
      await holdToAxe(page, 'a file that was not sent');
      await page.getByRole('button', { name: frame.tryAgain.vi }).waitFor();
      expect(await desk.versionsOf('CN-LBI')).toEqual([]);
    });

    it('without the engine the file can be sent all the same', async () => {
      const { page } = await desk.openDuty('DDBD');
      await page.context().route('**/assets/**/engine*', (route) => route.abort());
      await page.context().route('**/assets/engine*', (route) => route.abort());
      await choose(page, sample('Bieu so lieu quy I - Phong Do dac.xlsx'));
      expect(await foretold(page).innerText()).toBe('Chưa kiểm tra trước được');
      await sendButton(page).click();
      await verdict(page).waitFor();
      expect(await desk.versionsOf('DDBD')).toHaveLength(1);
    });
  });
}

/** 30 KB a second up: a person sees the bar move, and no machine is so slow that the file arrives before the line breaks. */
const slow = { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: 15_000 };

/** The same workbook with a picture in it, which does not compress. */
async function withPicture(file: string, size: number) {
  const parts = unzipSync(await readFile(file));
  const picture = crypto.getRandomValues(new Uint8Array(60_000));
  const large = new Uint8Array(size).map((_, n) => (picture[n % picture.length] ?? 0) ^ (n >> 16));
  const buffer = Buffer.from(zipSync({ ...parts, 'xl/media/image9.png': [large, { level: 0 }] }));
  return {
    name: 'Q1-2024_TTPTQD.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer,
  };
}
