import { describe, expect, it } from 'vitest';
import { applyRegime, readRegimeFile } from '../../../infra/admin/regime.ts';
import { period, regimeFile } from '../../../infra/local/story/cast.ts';
import { duty, extension, nil } from '../../../shared/wording/page.ts';
import { deciding as words } from '../../../shared/wording/page-deciding.ts';
import { toDo } from '../../../shared/wording/page-desk.ts';
import { unitFile } from '../../../shared/wording/page-unit-file.ts';
import { type Desk, quarter } from './a-desk.ts';
import { act, enterCode, officeWindow } from './an-officer.ts';

/** Comes after the deadline: the period is locked; whoever is behind the lock may ask, and the office may let them in. */
export function unlocking(desk: Desk): void {
  describe('a unit behind the lock', () => {
    it('asks to be let in, is for as long as the office says, and is locked out when that is taken back', async () => {
      const { ground } = desk;
      const regime = await readRegimeFile(regimeFile);
      const periods = regime.periods.map((each) =>
        each.id === period ? { ...each, lock: '2024-03-18' } : each,
      );
      await applyRegime(ground.system, { ...regime, periods });
      const own = await desk.open('KHTC');
      await own.page.getByRole('button', { name: new RegExp(`${quarter}$`) }).click();
      const locked = duty.locked.vi.replace('{lock}', '18/03/2024 23:59');
      await own.page.getByText(locked).waitFor();
      await own.page.getByRole('button', { name: extension.unlockOpen.vi }).click();
      const asking = own.page.getByRole('dialog');
      await asking.getByLabel(extension.until.vi).fill('2024-03-22');
      await asking.getByLabel(nil.reason.vi).fill('Bổ sung số liệu của chi nhánh');
      await asking.getByRole('button', { name: extension.confirm.vi }).click();
      await asking.waitFor({ state: 'detached' });

      const { page } = await officeWindow(desk, 'VANPHONG');
      const name = 'Phòng Kế hoạch - Tài chính';
      const asks = toDo.request.vi.replace('{unit}', name).replace('{until}', '22/03/2024');
      await page.getByRole('button', { name: `${toDo.answer.vi}: ${asks}` }).click();
      await page.getByRole('button', { name: unitFile.grant.vi }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(words.reason.vi).fill('Đồng ý mở khóa');
      await dialog.getByRole('button', { name: words.goOn.vi }).click();
      await enterCode(page, ground);
      await dialog.getByText(words.doneOne.vi).waitFor();
      await dialog.getByRole('button', { name: words.close.vi }).click();
      await own.page.reload();
      await own.page.locator('.send input[type=file]').first().waitFor({ state: 'attached' });
      expect((await ground.unit('KHTC').duty()).lockedSince).toBeNull();

      const taken = page.locator('.history [data-kind=extension]').getByRole('button');
      await act(page, taken, 'Số liệu đã chốt');
      await own.page.reload();
      await own.page.getByText(locked).waitFor();
      await ground.cloud.idle();
      const heard = (await ground.mailbox.to('khtc@units.example')).map(({ subject = '' }) => subject);
      expect(heard.slice(-2)).toEqual([
        expect.stringContaining('gia hạn đến 22/03/2024'),
        expect.stringContaining('Thu hồi quyết định'),
      ]);
      // As it was before, for the stories that follow.
      await applyRegime(ground.system, regime);
    });
  });
}
