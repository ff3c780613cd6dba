import { describe, expect, it } from 'vitest';
import { summaryAt } from '../../../infra/local/story/cast.ts';
import { addressees, inviteByHand } from '../../../shared/office/links/invite.ts';
import { type Desk, download } from './a-desk.ts';

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
      const quarter = page.locator('.board');
      await quarter.getByRole('heading', { level: 3, name: 'Báo cáo quý I' }).waitFor();
      const line = (unit: string) => quarter.locator(`.board-line[data-unit="${unit}"]`);
      expect(await line('QLDD').innerText()).toMatch(/Phòng Quản lý đất đai[\s\S]*Nộp đúng hạn/i);
      expect(await line('TTRA').innerText()).toMatch(/Không phát sinh[\s\S]*không có hoạt động nào/i);
      // Of 14 nine have filed and one has nothing to report; another's file and a scan do not count.
      expect(await quarter.locator('.rate').innerText()).toMatch(/71,4%\s+10\/14 đơn vị đã nộp/);
      expect(await line('KHTC').innerText()).toMatch(
        /chưa nộp[\s\S]*từ chối tiếp nhận[\s\S]*Q1-2024_QLDD\.xlsx/i,
      );
      expect(await line('CCBVMT').innerText()).toMatch(/Được gia hạn/i);
      expect(await quarter.innerText()).toContain('Chưa có báo cáo tổng hợp');

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
      expect(await line('KHTC').innerText()).toMatch(/Quá hạn/i);
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByText('10 of 14 units have filed').waitFor();
    });
  });
}
