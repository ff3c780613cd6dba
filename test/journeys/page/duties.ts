import { describe, expect, it } from 'vitest';
import { duties, duty, extension, frame, nil } from '../../../shared/wording/page.ts';
import { type Desk, download, holdToAxe, holdToWidth, quarter } from './a-desk.ts';

export function whatIsDue(desk: Desk): void {
  describe('what is due', () => {
    it('is shown in Vietnamese, counted from the clock of the pipeline', async () => {
      const { page } = await desk.open('QLDD');
      const card = page.locator('.card', { hasText: 'Q1-2024' });
      await card.waitFor();
      // Until it has come, the page says that it is on its way.
      const free = Promise.withResolvers<void>();
      await page.route('**/api/duties', async (route) => {
        await free.promise;
        await route.continue();
      });
      await page.reload();
      await page.getByText(frame.loading.vi).waitFor();
      free.resolve();
      await card.waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('vi');
      await expect.poll(() => page.title()).toContain('Phòng Quản lý đất đai');
      const text = await card.innerText();
      expect(text).toContain('Chưa nộp');
      expect(text).toContain('18/03/2024 23:59');
      // The pipeline's clock stands in March 2024, the visitor's own years later and half a day away.
      expect(text).toContain('còn 3 ngày');
      expect(await page.locator('.lead').innerText()).toBe('Còn 1 báo cáo phải gửi.');
      await holdToAxe(page, 'what is due');
      await holdToWidth(page, 'what is due');
      // For a period that has not opened there is nothing to send, but its form.
      await page.getByRole('button', { name: 'Xem: Báo cáo 6 tháng' }).click();
      await page.getByText('Kỳ này chưa mở nhận báo cáo.').waitFor();
      expect(await page.locator('input[type=file]').count()).toBe(0);
      const form = await download(page, () =>
        page.getByRole('button', { name: duty.downloadXlsx.vi }).click(),
      );
      expect(form.name).toBe('6T-2024_QLDD.xlsx');
    });

    it('explains a deadline that says "before"; a late plan is taken, and there is no way around it', async () => {
      const { page } = await desk.open('VPDK');
      const plan = page.locator('.card', { hasText: 'KH2024' });
      expect(await plan.innerText()).toContain('trước ngày 29/02/2024, tức hết ngày 28/02/2024');
      await plan.getByRole('button', { name: duties.openPlan.vi }).click();
      await page.getByText(duty.lateTaken.vi).waitFor();
      await page.getByRole('button', { name: extension.open.vi }).waitFor();
      expect(await page.getByRole('button', { name: nil.declare.vi }).count()).toBe(0);
      const office = page.locator('.whom-to-ask');
      expect(await office.innerText()).toContain('Văn phòng Sở');
      const ways = await office.locator('a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
      expect(ways).toEqual(['tel:02050000100', 'mailto:van-phong@stnmt.example']);
      await holdToAxe(page, 'a late plan');
      await holdToWidth(page, 'a late plan');
    });

    it('comes with a form in Excel and in Word, and goes on where the reader left it when the browser goes back', async () => {
      const { page } = await desk.openDuty('VPS');
      for (const [button, fileName] of [
        [duty.downloadXlsx.vi, 'Q1-2024_VPS.xlsx'],
        [duty.downloadDocx.vi, 'Q1-2024_VPS.docx'],
      ] as const) {
        const form = await download(page, () => page.getByRole('button', { name: button }).click());
        expect(form.name).toBe(fileName);
        await page.getByText(`Đã tải: ${fileName}`).waitFor();
      }
      await page.goBack();
      await page.getByRole('heading', { level: 1, name: duties.title.vi }).waitFor();
      await page.goForward();
      await page.getByRole('heading', { level: 1, name: quarter }).waitFor();
    });
  });
}
