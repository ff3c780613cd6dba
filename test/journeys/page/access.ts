import { describe, expect, it } from 'vitest';
import { duties, nil } from '../../../shared/wording/page.ts';
import { send } from '../../../shared/wording/page-upload.ts';
import { choose, type Desk, holdToAxe, quarter, sample, tabTo, verdict } from './a-desk.ts';

export function everyWayOfEntering(desk: Desk): void {
  describe('the keyboard alone', () => {
    it('sends a report, and lands on its verdict', async () => {
      const { page } = await desk.open('VPDK');
      await page.getByRole('heading', { level: 1, name: duties.title.vi }).waitFor();
      await tabTo(page, `${duties.open.vi}: ${quarter}`);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: quarter }).waitFor();
      const opened = page.waitForEvent('filechooser');
      // A key that comes while a busy machine still draws the page is lost: then it is pressed again, as a person does.
      const pressed = async () => {
        await tabTo(page, send.choose.vi);
        await page.keyboard.press('Enter');
        return Promise.race([opened.then(() => true), page.waitForTimeout(5_000).then(() => false)]);
      };
      await expect.poll(pressed).toBe(true);
      await (await opened).setFiles(sample('Bao cao VPDK quy I nam 2024.xlsx'));
      await page.locator('.draft[aria-busy=false], .draft:not([aria-busy=true])').waitFor();
      await tabTo(page, send.submit.vi);
      await page.keyboard.press('Enter');
      await verdict(page).waitFor();
      await expect
        .poll(() => page.evaluate<string>('document.activeElement?.textContent ?? ""'))
        .toMatch(/^tiếp nhận/i);
    });

    it('opens a dialog, stays in it, and comes back', async () => {
      const { page } = await desk.openDuty('CN-LBI');
      await tabTo(page, nil.declare.vi);
      await page.keyboard.press('Enter');
      for (let press = 0; press < 8; press++) {
        await page.keyboard.press('Tab');
        // What stands behind a modal dialog cannot be reached; the browser's own bar may be.
        const behind = await page.evaluate<boolean>(
          'document.activeElement !== document.body && !document.activeElement.closest("dialog")',
        );
        expect(behind).toBe(false);
      }
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await page.evaluate('document.activeElement?.textContent')).toBe(nil.declare.vi);
    });
  });

  describe('on a phone, in English', () => {
    it('a report is sent and its verdict read without a Vietnamese word of the page’s own', async () => {
      const { page } = await desk.open('TTTNMT', { width: 360, height: 740 });
      await page.getByRole('button', { name: 'English' }).click();
      await page.locator('html[lang=en]').waitFor();
      await page.getByRole('button', { name: /^Send the report: .*first quarter/i }).click();
      await choose(page, sample('Bao cao cong tac dan van quy I nam 2024.docx'));
      await page.locator('.send-now button[type=submit]').click();
      await verdict(page).waitFor();
      await expect
        .poll(() => page.locator('main').innerText())
        .not.toMatch(/Cách sửa|Vị trí|Hạn nộp|Tiếp nhận|Từ chối|Số biên nhận|Chỉ tiêu phải/);
      const targets = await page
        .locator('main button:visible')
        .evaluateAll((buttons) =>
          buttons.map((button) => button.getBoundingClientRect()).filter(({ height }) => height < 24),
        );
      expect(targets).toEqual([]);
      await page.reload();
      await page.getByText('Receipt number').first().waitFor();
      await holdToAxe(page, 'a verdict, in English');
    });
  });
}
