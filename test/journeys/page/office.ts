import { describe, expect, it } from 'vitest';
import { summaryAt } from '../../../infra/local/story/cast.ts';
import { addressees, inviteByHand } from '../../../shared/office/invite.ts';
import { type Desk, download, holdToAxe, holdToWidth } from './a-desk.ts';

/** Comes last: it moves the clock beyond the deadline, and counts what the stories before it have filed. */
export function theOffice(desk: Desk): void {
  describe("the office's link", () => {
    it('shows what every unit stands at, and hands out the consolidated report', async () => {
      const { system, cloud } = desk.ground;
      const [recipient] = await addressees(system, { only: ['VANPHONG'] });
      if (!recipient) throw new Error('there is no recipient VANPHONG');
      const window = await desk.visit((await inviteByHand(system, recipient)).page);
      desk.windows.push(window);
      const { page } = window;
      const quarter = page.locator('.office-period').first();
      await quarter.getByRole('heading', { level: 2, name: 'Báo cáo quý I' }).waitFor();
      const group = (status: string) => quarter.locator('.office-group', { hasText: status });
      expect(await group('Nộp đúng hạn').innerText()).toContain('Phòng Quản lý đất đai');
      expect(await group('Không phát sinh').innerText()).toContain('không có hoạt động nào');
      // Of 14 nine have filed and one has nothing to report; another's file and a scan do not count.
      expect(await quarter.locator('.rate').innerText()).toMatch(/71,4%\s+10\/14 đơn vị đã nộp/);
      const rejected = group('Chưa nộp').locator('.office-unit', { hasText: 'KHTC' });
      expect(await rejected.innerText()).toMatch(/từ chối tiếp nhận.+Q1-2024_QLDD\.xlsx/is);
      expect(await group('Được gia hạn').innerText()).toContain('CCBVMT');
      expect(await quarter.innerText()).toContain('Chưa có báo cáo tổng hợp');
      // A period of which nothing has come yet keeps its units folded.
      const untouched = page.locator('.office-period', { hasText: 'KH2024' });
      expect(await untouched.locator('.office-unit').first().isVisible()).toBe(false);
      await holdToAxe(page, 'the office');
      await holdToWidth(page, 'the office');

      await cloud.setClock(summaryAt);
      await cloud.idle();
      await page.getByRole('button', { name: 'Cập nhật' }).click();
      // The newest stands first.
      for (const [button, file] of [
        ['Tải bản Word', 'Q1-2024_bao-cao-tong-hop.docx'],
        ['Tải bảng Excel', 'Q1-2024_bao-cao-tong-hop.xlsx'],
      ] as const) {
        const saved = await download(page, () =>
          quarter.getByRole('button', { name: button }).first().click(),
        );
        expect(saved.name).toBe(file);
        expect(saved.bytes.subarray(0, 2).toString()).toBe('PK');
      }
      expect(await group('Quá hạn').count()).toBe(1);
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByText('10 of 14 units have filed').waitFor();
    });
  });
}
