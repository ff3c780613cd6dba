import { describe, expect, it } from 'vitest';
import { prepareDecision, recordDecision } from '../../../shared/office/decide.ts';
import { extension, frame, nil } from '../../../shared/wording/page.ts';
import { type Desk, holdToAxe, holdToWidth } from './a-desk.ts';

export function declaring(desk: Desk): void {
  const mailsTo = async (address: string) => {
    await desk.ground.cloud.idle();
    return (await desk.ground.mailbox.to(address)).map(({ subject }) => subject ?? '');
  };

  describe('nothing to report', () => {
    const reason = 'Trong kỳ không có hoạt động nào thuộc nội dung báo cáo.';

    it('is declared with a reason, and acknowledged by mail to the unit and the office', async () => {
      const { page } = await desk.openDuty('TTRA');
      await page.getByRole('button', { name: nil.declare.vi }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: nil.confirm.vi }).click();
      // What is missing is said, and the keyboard stands where it is missing.
      await dialog.getByText(nil.reasonMissing.vi).waitFor();
      expect(await page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA');
      expect(await desk.ground.unit('TTRA').duty()).toMatchObject({ status: 'missing' });
      await dialog.getByLabel(nil.reason.vi).fill(reason);
      await dialog.getByRole('button', { name: nil.confirm.vi }).dblclick();
      await page.getByText('Đã ghi nhận: không phát sinh.').waitFor();
      await page.locator('.title-row').getByText(reason).waitFor();
      expect(await desk.ground.unit('TTRA').duty()).toMatchObject({ status: 'nil', reason });
      expect(await page.locator('.history').innerText()).toMatch(
        /Khai không phát sinh[\s\S]*Lý do: Trong kỳ/,
      );
      await holdToAxe(page, 'nothing to report, recorded');

      const acknowledged = 'Đã ghi nhận không phát sinh';
      const toUnit = await mailsTo('ttra@units.example');
      expect(toUnit.filter((subject) => subject.includes(acknowledged))).toHaveLength(1);
      const toOffice = await mailsTo('tong-hop@stnmt.example');
      expect(toOffice).toContain('[Dân vận 2024] Thanh tra Sở khai không phát sinh: Quý I');
    });
  });

  describe('more time', () => {
    it('is asked for, granted by the office, and both are told', async () => {
      const { page } = await desk.openDuty('CCBVMT');
      const open = page.getByRole('button', { name: extension.open.vi });
      await open.click();
      const dialog = page.getByRole('dialog');
      // Whoever thinks again is where they were.
      await dialog.getByRole('button', { name: frame.cancel.vi }).click();
      await dialog.waitFor({ state: 'detached' });
      expect(await page.evaluate('document.activeElement?.textContent')).toBe(extension.open.vi);
      await open.click();
      await holdToAxe(page, 'more time');
      await holdToWidth(page, 'more time');
      await dialog.getByRole('button', { name: extension.confirm.vi }).click();
      await dialog.getByText(extension.untilMissing.vi).waitFor();
      expect(await page.evaluate('document.activeElement.type')).toBe('date');
      await dialog.getByLabel(extension.until.vi).fill('2024-03-22');
      await dialog.getByLabel(nil.reason.vi).fill('Chờ số liệu quan trắc');
      await dialog.getByRole('button', { name: extension.confirm.vi }).click();
      await page.getByText('Đã ghi nhận đề nghị gia hạn đến hết ngày 22/03/2024.').waitFor();
      expect(await desk.ground.unit('CCBVMT').duty()).toMatchObject({ status: 'missing' });
      await page.getByText('Đề nghị gia hạn đến hết ngày 22/03/2024 đang chờ').waitFor();

      // The office takes a minute.
      await desk.ground.cloud.setClock(new Date(desk.ground.cloud.now() + 60_000).toISOString());
      await recordDecision(
        desk.ground.system,
        await prepareDecision(desk.ground.system, {
          ...{ kind: 'extension', period: 'Q1-2024', unit: 'CCBVMT', until: '2024-03-22' },
          ...{ reason: 'Đồng ý', actor: 'Chánh Văn phòng' },
        }),
      );
      await page.reload();
      await page.locator('.title-row').getByText('Được gia hạn').first().waitFor();
      const told = await page.locator('.history > li').allInnerTexts();
      expect(told[0]).toMatch(/Được gia hạn đến hết ngày 22\/03\/2024[\s\S]*Văn phòng Sở[\s\S]*Đồng ý/);
      expect(told[1]).toMatch(
        /Xin gia hạn đến hết ngày 22\/03\/2024[\s\S]*Đơn vị[\s\S]*Chờ số liệu quan trắc/,
      );
      const subjects = await mailsTo('ccbvmt@units.example');
      expect(subjects.filter((subject) => /gia hạn đến 22\/03\/2024/.test(subject))).toHaveLength(2);
    });
  });
}
