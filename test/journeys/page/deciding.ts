import { readFile } from 'node:fs/promises';
import type { Locator, Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { apiVersion, versionHeader } from '../../../functions/portal/contract/version.ts';
import { addressees, inviteByHand } from '../../../shared/office/links/invite.ts';
import { frame } from '../../../shared/wording/page.ts';
import { amending } from '../../../shared/wording/page-amend.ts';
import { bulkNone } from '../../../shared/wording/page-bulk.ts';
import { keptWords, mailingWords, previewWords } from '../../../shared/wording/page-chase.ts';
import { coming, comingKinds } from '../../../shared/wording/page-coming.ts';
import { actionWords, deciding as words } from '../../../shared/wording/page-deciding.ts';
import { board, toDo } from '../../../shared/wording/page-desk.ts';
import { bouncedWords, urging } from '../../../shared/wording/page-first-view.ts';
import { office } from '../../../shared/wording/page-office.ts';
import { prolonging } from '../../../shared/wording/page-prolong.ts';
import { unitFile } from '../../../shared/wording/page-unit-file.ts';
import { type Desk, download, holdToAxe, holdToWidth, sample } from './a-desk.ts';
import { act, comeBack, enterCode, newestCode, officeWindow } from './an-officer.ts';

/** The office at work: it decides on its page, the units are told and see it, and everything can be taken back. */
export function decidingOnTheBoard(desk: Desk): void {
  const visitAs = (recipient: string, options?: { width: number }) => officeWindow(desk, recipient, options);
  const mailsTo = async (address: string) => {
    await desk.ground.cloud.idle();
    return desk.ground.mailbox.to(address);
  };
  const openUnit = async (page: Page, name: string) => {
    await page.getByRole('button', { name: `Mở trang của ${name}`, exact: true }).click();
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    await page.locator('.unit-columns').waitFor();
  };
  // Each is told before the next is decided: in which order mails of one moment go out nobody promises.
  const decide = async (page: Page, button: string, reason: string, day?: string) => {
    await act(page, page.getByRole('button', { name: button, exact: true }).first(), reason, { day });
    await desk.ground.cloud.idle();
  };
  const undoNewest = async (page: Page) => {
    const newest = page.locator('.history [data-kind]').first().getByRole('button');
    await act(page, newest, 'Nhập nhầm');
    await desk.ground.cloud.idle();
  };
  const chip = (page: Page) => page.locator('.unit-file .title-facts .chip');

  describe('the office decides on its page', () => {
    it('with a code that is mailed to it, and the unit sees and hears of it; then takes it back', async () => {
      await desk.ground.unit('CN-HLU').ask('duties/Q1-2024/extension', {
        ...{ until: '2024-03-25', reason: 'Chờ số liệu của hai xã' },
      });
      const window = await visitAs('VANPHONG');
      const { page } = window;
      const name = 'Chi nhánh VPĐKĐĐ huyện Hữu Lũng';
      await page
        .getByText(toDo.request.vi.replace('{unit}', name).replace('{until}', '25/03/2024'))
        .waitFor();
      await holdToAxe(page, 'the board');
      await holdToWidth(page, 'the board');
      await openUnit(page, name);
      await holdToAxe(page, 'a unit’s page of the office');
      await holdToWidth(page, 'a unit’s page of the office');

      await page.getByRole('button', { name: unitFile.grant.vi }).click();
      const dialog = page.getByRole('dialog');
      expect(await dialog.getByLabel(words.until.vi).inputValue()).toBe('2024-03-25');
      await dialog.getByText('cn-hlu@units.example').waitFor();
      // What is missing is said, and the keyboard stands where it is missing.
      await page.keyboard.press('Enter');
      await dialog.getByText(words.reasonMissing.vi).waitFor();
      expect(await page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA');
      await page.keyboard.type('Đồng ý');
      await holdToAxe(page, 'a decision');
      await holdToWidth(page, 'a decision');
      await dialog.getByRole('button', { name: words.goOn.vi }).click();
      await dialog.getByRole('button', { name: words.codeSend.vi }).click();
      await dialog.getByText('t…@stnmt.example').waitFor();
      await holdToAxe(page, 'the code');
      const code = await newestCode(desk.ground);
      const field = dialog.getByLabel(words.code.vi);
      await field.fill(code === '000000' ? '111111' : '000000');
      await field.press('Enter');
      await dialog.getByText('Mã không đúng').waitFor();
      expect(await desk.ground.unit('CN-HLU').duty()).toMatchObject({ status: 'missing' });
      await field.fill(code);
      await field.press('Enter');
      await dialog.getByText(words.doneOne.vi).waitFor();
      await dialog.getByRole('button', { name: words.close.vi }).click();

      await page.locator('.unit-file .title-facts .chip', { hasText: 'Được gia hạn' }).waitFor();
      expect(await desk.ground.unit('CN-HLU').duty()).toMatchObject({ status: 'extended' });
      const subjects = async () => (await mailsTo('cn-hlu@units.example')).map(({ subject = '' }) => subject);
      expect(await subjects()).toContainEqual(expect.stringContaining('Được gia hạn đến 25/03/2024'));
      const record = page.locator('.history [data-kind=extension]');
      expect(await record.innerText()).toMatch(
        /Chuyên viên tổng hợp[\s\S]*Lý do: Đồng ý[\s\S]*Từ “chưa nộp” thành “được gia hạn”/,
      );
      await undoNewest(page);
      await page.getByRole('button', { name: unitFile.refuse.vi }).waitFor();
      expect(await subjects()).toContainEqual(expect.stringContaining('Thu hồi quyết định'));
      expect(await desk.ground.unit('CN-HLU').duty()).toMatchObject({ status: 'missing' });
      // Neither the code nor what the device keeps is within reach of a script, or stands in an address.
      expect(await page.evaluate('document.cookie')).toBe('');
      expect(window.requests.join('\n')).not.toContain(code);

      await decide(page, unitFile.refuse.vi, 'Số liệu đã có từ ngày 10/03');
      await page
        .getByRole('button', { name: unitFile.refuse.vi, exact: true })
        .waitFor({ state: 'detached' });
      expect(await subjects()).toContainEqual(expect.stringContaining('Không đồng ý gia hạn'));
      const own = await desk.openDuty('CN-HLU');
      expect(await own.page.locator('.history').innerText()).toMatch(
        /Không đồng ý gia hạn[\s\S]*từ ngày 10\/03/,
      );
      // Taken back, the request waits again.
      await undoNewest(page);
      await decide(page, unitFile.refuse.vi, 'Số liệu đã có từ ngày 10/03');

      await decide(page, actionWords.nil.button.vi, 'Đơn vị báo qua điện thoại');
      await page.locator('.unit-file .chip', { hasText: 'Không phát sinh' }).waitFor();
      await undoNewest(page);
      await decide(page, actionWords['exclude-unit'].button.vi, 'Sáp nhập');
      await page.locator('.unit-file .chip', { hasText: 'Loại trừ' }).waitFor();
      await undoNewest(page);
      expect((await subjects()).slice(-6).map((subject) => /\] ([^:]*):/.exec(subject)?.[1])).toEqual([
        ...['Thu hồi quyết định', 'Không đồng ý gia hạn'],
        ...['Đã ghi nhận không phát sinh', 'Thu hồi quyết định', 'Không phải nộp', 'Thu hồi quyết định'],
      ]);
      await page.getByLabel(unitFile.noteLabel.vi).fill('Đã gọi 14h, hẹn chiều gửi');
      await page.getByRole('button', { name: unitFile.noteAdd.vi }).click();
      await page.locator('.notes').getByText('Đã gọi 14h, hẹn chiều gửi').waitFor();
      expect(await chip(page).innerText()).toMatch(/chưa nộp/i);
      // Whoever looks at the board next does not call them again.
      await page.getByRole('button', { name: unitFile.back.vi }).click();
      await page
        .locator('.board-line[data-unit="CN-HLU"] .board-note', { hasText: 'hẹn chiều gửi' })
        .waitFor();
    });

    it('about a file: looks into it, waives its checks, gives it back; each taken back again', async () => {
      const clo = desk.ground.unit('CN-CLO');
      const countedBefore = (await clo.duty()).counts;
      const file = 'Bao cao chi nhanh Cao Loc.xlsx';
      const upload = await clo.send(await readFile(sample(file)), file);
      expect((await clo.verdict(upload)).state).toBe('rejected');

      const { page } = await visitAs('VANPHONG');
      await openUnit(page, 'Chi nhánh VPĐKĐĐ huyện Cao Lộc');
      const newest = page.locator('.history').first().locator('.event').first();
      await page
        .getByRole('button', { name: `${unitFile.showVerdict.vi}: ${file}` })
        .first()
        .click();
      await page.locator('.verdict .finding').first().waitFor();
      await page.locator('.verdict .figures').waitFor();
      const saved = await download(page, () =>
        page
          .getByRole('button', { name: `${unitFile.download.vi}: ${file}` })
          .first()
          .click(),
      );
      expect(saved.bytes.equals(await readFile(sample(file)))).toBe(true);

      await page.getByRole('button', { name: actionWords.waive.button.vi, exact: true }).first().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(words.reason.vi).fill('Đã đối chiếu bản giấy');
      await dialog.getByRole('button', { name: words.goOn.vi }).click();
      await enterCode(page, desk.ground);
      await dialog.getByText(words.doneOne.vi).waitFor();
      await dialog.getByRole('button', { name: words.close.vi }).click();
      await newest.locator('.counting').waitFor();
      expect(await clo.duty()).toMatchObject({ status: 'on-time', counts: upload });
      await decide(page, actionWords.return.button.vi, 'Thiếu mục II.2');
      await newest.getByText('yêu cầu chỉnh lý').waitFor();
      await undoNewest(page);
      await newest.locator('.counting').waitFor();
      await decide(page, actionWords['exclude-version'].button.vi, 'Nhầm tệp');
      await newest.getByText('đã loại trừ').waitFor();
      await undoNewest(page);
      await newest.locator('.counting').waitFor();
      const heard = (await mailsTo('cn-clo@units.example')).map(({ subject = '' }) => subject).join('\n');
      for (const told of [
        'Tiếp nhận dù còn lỗi kiểm tra',
        'Yêu cầu chỉnh lý',
        'Tệp không đưa vào tổng hợp',
        'Thu hồi',
      ]) {
        expect(heard).toContain(told);
      }
      // As it was before, for the stories that follow.
      await page.locator('.history [data-kind=waive]').getByRole('button').click();
      await dialog.getByLabel(words.reason.vi).fill('Xong');
      await dialog.locator('button[type=submit]').click();
      await dialog.getByText(words.doneOne.vi).waitFor();
      expect((await clo.duty()).counts).toBe(countedBefore);
    });

    it('about all that a filter shows, and says of each what became of it', async () => {
      const { page, requests } = await visitAs('VANPHONG');
      const looks = () => requests.filter((each) => each.endsWith('/api/office/reminded')).length;
      await expect.poll(looks).toBe(1);
      // By itself the page asks each minute: on a slow machine it may have asked already.
      const opened = () => requests.filter((each) => each.endsWith('/api/office')).length;
      const before = opened();
      await comeBack(page, desk.ground);
      await expect.poll(opened).toBeGreaterThan(before);
      const owing = page.getByRole('button', { name: /^Còn nợ/ });
      await owing.click();
      const count = Number(/\d+/.exec(await owing.innerText())?.[0]);
      expect(count).toBeGreaterThan(2);
      const letter = await download(page, () =>
        page.getByRole('button', { name: new RegExp(`^${urging.draft.vi}`) }).click(),
      );
      expect(letter.name).toBe('Q1-2024_cong-van-don-doc.docx');
      await page.getByLabel(board.pickAll.vi.replace('{count}', String(count))).check();
      await page
        .locator('.bulk')
        .getByRole('button', { name: `${actionWords.extension.button.vi} (${count})`, exact: true })
        .click();
      // Nobody asks for time now, so nobody can be refused it: that is said in place of a button.
      await page.locator('.bulk').getByText(bulkNone['extension-refusal'].vi).waitFor();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(words.mailMany.vi.replace('{count}', String(count))).waitFor();
      expect(await page.evaluate('document.activeElement.type')).toBe('date');
      await dialog.getByLabel(words.until.vi).fill('2204-03-20');
      await dialog.locator('.due-moves', { hasText: '20/03/2204 23:59' }).waitFor();
      // When each was reminded last is known of all of them, whatever is shown, and not asked for each time the board is.
      expect(looks()).toBe(1);
      await dialog.getByLabel(words.reason.vi).fill('Không đủ căn cứ');
      await dialog.getByRole('button', { name: words.goOn.vi }).click();
      await enterCode(page, desk.ground);
      // That day is in another century, for all of them: each is named.
      await dialog.getByText(words.refusedTitle.vi.replace('{count}', String(count))).waitFor();
      expect(await dialog.locator('.outcome-list li').count()).toBe(1);
      expect(await dialog.locator('.outcome-list .named-unit').count()).toBe(count);
      await holdToAxe(page, 'what became of it');
      await dialog.getByRole('button', { name: words.close.vi }).click();
      // Of whom nothing was decided is chosen still.
      await page.locator('.bulk', { hasText: board.picked.vi.replace('{count}', String(count)) }).waitFor();
    });

    it('gives everybody hours at one press once the system was interrupted, and takes them back at one', async () => {
      const { page } = await visitAs('VANPHONG');
      const dialog = page.getByRole('dialog');
      const due = async (code: string) => (await desk.ground.unit(code).duty()).due;
      const before = await due('CN-LBI');
      await page.getByRole('button', { name: prolonging.open.vi }).click();
      await dialog.locator('.interruptions').waitFor();
      expect(await page.evaluate('document.activeElement.type')).toBe('checkbox');
      await holdToAxe(page, 'more hours');
      await holdToWidth(page, 'more hours');
      // What is missing is said, and the keyboard stands where it is missing.
      await dialog.locator('button[type=submit]').click();
      await dialog.getByText(prolonging.hoursMissing.vi.split('{')[0] ?? '').waitFor();
      expect(await page.evaluate('document.activeElement.className')).toContain('hours-input');
      await page.keyboard.type('4');
      await dialog.getByLabel(words.reason.vi).fill('Đường truyền gián đoạn từ 20h');
      await dialog.getByRole('button', { name: words.goOn.vi }).click();
      await dialog.getByRole('button', { name: words.codeSend.vi }).click();
      await dialog.getByLabel(words.code.vi).waitFor();
      const heard = (await mailsTo('cn-lbi@units.example')).length;
      expect(await due('CN-LBI')).toBe(before);
      await dialog.getByLabel(words.code.vi).fill(await newestCode(desk.ground));
      await dialog.getByRole('button', { name: words.codeConfirm.vi }).click();
      await dialog.locator('.outcome').waitFor();
      expect(await dialog.locator('.outcome .notice').count()).toBe(0);
      await dialog.getByRole('button', { name: words.close.vi }).click();
      const line = page.locator('[data-unit="CN-LBI"]');
      await line.getByText('Hạn riêng: 19/03/2024 03:59').waitFor();
      expect(await due('CN-LBI')).toBe('2024-03-19T03:59:59+07:00');
      const mails = (await mailsTo('cn-lbi@units.example')).slice(heard);
      expect(mails.map(({ subject = '' }) => subject)).toEqual([
        expect.stringContaining('Lùi hạn nộp thêm 4 giờ'),
      ]);
      const own = await desk.openDuty('CN-LBI');
      await own.page.getByText('đến 03 giờ 59 phút, ngày 19/03/2024').waitFor();
      expect(await own.page.locator('.history').innerText()).toContain('Được lùi hạn nộp thêm 4 giờ');

      await page.locator('.given-hours').getByRole('button').last().click();
      await dialog.getByText(words.mailUndo.vi).waitFor();
      await dialog.getByLabel(words.reason.vi).fill('Đường truyền đã có lại trước hạn');
      await dialog.locator('button[type=submit]').click();
      await dialog.locator('.outcome').waitFor();
      expect(await dialog.locator('.outcome .notice').count()).toBe(0);
      await dialog.getByRole('button', { name: words.close.vi }).click();
      await line.getByText('Hạn riêng').waitFor({ state: 'detached' });
      expect(await due('CN-LBI')).toBe(before);
      // Its mail has gone by the time the next story has one bounce.
      await mailsTo('cn-lbi@units.example');
    });

    it('holds a unit back from a reminder to come, where it is told, and lets it be reminded again', async () => {
      const { page } = await visitAs('VANPHONG');
      const [name, code] = ['Chi nhánh VPĐKĐĐ huyện Lộc Bình', 'CN-LBI'];
      await page.locator('.coming > summary').click();
      const reminder = page.locator('.coming li', { hasText: comingKinds.reminder.vi }).first();
      await reminder.getByText(coming.stop.vi).click();
      await reminder.getByLabel(name, { exact: true }).check();
      await holdToAxe(page, 'the mails to come');
      await holdToWidth(page, 'the mails to come');
      const dialog = page.getByRole('dialog');
      await reminder.locator('.hold-back button').first().click();
      await page.keyboard.press('Enter');
      await dialog.getByText(words.dayMissing.vi).waitFor();
      await dialog.getByLabel(words.until.vi).fill('2024-03-18');
      await dialog.getByText(coming.nextReminder.vi.replace('{time}', '19/03/2024 08:00')).waitFor();
      await dialog.getByLabel(words.until.vi).fill('2024-03-19');
      await dialog.getByLabel(words.reason.vi).fill('Đã gọi, hẹn nộp chiều 19/3');
      await dialog.getByRole('button', { name: words.goOn.vi }).click();
      await enterCode(page, desk.ground);
      await dialog.getByText(words.doneOne.vi).waitFor();
      await dialog.getByRole('button', { name: words.close.vi }).click();
      const line = page.locator(`[data-unit="${code}"]`);
      await line.getByText(board.held.vi.replace('{until}', '19/03/2024')).waitFor();
      await reminder.getByLabel(name, { exact: true }).waitFor({ state: 'detached' });
      const again = page.getByRole('button', {
        name: coming.remindAgainLabel.vi.replace('{unit}', name),
        exact: true,
      });
      await again.first().waitFor();
      expect((await mailsTo('cn-lbi@units.example')).at(-1)?.subject).toContain('Tạm dừng thư nhắc');
      // Reminded again, it is one of many whom nobody chose.
      await act(page, again.first(), 'Nhầm đơn vị');
      const box = reminder.getByLabel(name, { exact: true });
      await box.waitFor();
      expect(await box.isChecked()).toBe(false);
      await box.check();
      await act(page, reminder.locator('.hold-back button').first(), 'Vẫn chờ', { day: '2024-03-19' });
      await line.getByText(board.held.vi.replace('{until}', '19/03/2024')).waitFor();
      await openUnit(page, name);
      await act(page, page.getByRole('button', { name: unitFile.remindAgain.vi }), 'Đơn vị hẹn lại');
      await page.getByRole('button', { name: mailingWords.reminder.button.vi, exact: true }).waitFor();
      await page.getByRole('button', { name: unitFile.back.vi }).click();
      await line.waitFor();
      await line.getByText(board.held.vi.replace('{until}', '19/03/2024')).waitFor({ state: 'detached' });
      await mailsTo('cn-lbi@units.example');
    });

    it('reminds at a press, hears where mail does not arrive, and sends a link once it does', async () => {
      const { page } = await visitAs('VANPHONG');
      const [name, address] = ['Chi nhánh VPĐKĐĐ huyện Lộc Bình', 'cn-lbi@units.example'];
      const dialog = page.getByRole('dialog');
      const press = async (button: string, reason: string) => {
        await page.getByRole('button', { name: button, exact: true }).first().click();
        await dialog.locator('.reaches').getByText(address).waitFor();
        await dialog.getByLabel(words.reason.vi).fill(reason);
        if (button === mailingWords.reminder.button.vi) {
          await dialog.getByText(previewWords.open.vi).click();
          await dialog.locator('.mail-preview-text').getByText(reason).first().waitFor();
          await dialog.getByText(`<${address}>`).waitFor();
        }
        await dialog.locator('button[type=submit]').click();
      };
      const says = async (sentence: string) => {
        await dialog.getByText(sentence).waitFor();
        await dialog.getByRole('button', { name: words.close.vi }).click();
      };
      // By the control port, as a person asks for it: no other test goes this way.
      await fetch(`${desk.ground.cloud.endpoints.control}/bounces`, {
        ...{ method: 'POST', headers: { 'Content-Type': 'application/json' } },
        body: JSON.stringify({ address, kind: 'hard' }),
      });
      await openUnit(page, name);
      await press(mailingWords.reminder.button.vi, 'Sở họp giao ban ngày mai');
      await enterCode(page, desk.ground);
      await says(mailingWords.reminder.doneOne.vi);
      const reminded = (await mailsTo(address)).filter(({ text = '' }) => text.includes('giao ban ngày mai'));
      expect(reminded).toHaveLength(1);
      await page.locator('.notes').getByText('Sở họp giao ban ngày mai').waitFor();

      await page.reload();
      await page.getByText(bouncedWords.title.vi.replace('{address}', address)).waitFor();
      await holdToAxe(page, 'an address at which nothing arrives');
      await holdToWidth(page, 'an address at which nothing arrives');
      // Nobody is asked for a reason where nothing would be mailed.
      const open = (button: string) =>
        page.getByRole('button', { name: button, exact: true }).first().click();
      await open(mailingWords.link.button.vi);
      await dialog.getByText(keptWords.nobody.vi).waitFor();
      await holdToAxe(page, 'whom no mail reaches');
      expect(await dialog.getByLabel(words.reason.vi).count()).toBe(0);
      await says(keptWords.why.ADDRESS_BOUNCED.vi.replace('{count}', '1'));
      await press(bouncedWords.mend.vi, 'Đơn vị báo đã mở lại hộp thư');
      await says(mailingWords.mended.doneOne.vi);
      await page.locator('.bounced').waitFor({ state: 'detached' });
      const before = (await mailsTo(address)).length;
      await press(mailingWords.link.button.vi, 'Đơn vị báo mất liên kết');
      await says(mailingWords.link.doneOne.vi);
      const links = (await mailsTo(address)).slice(before);
      expect(links.map(({ text = '' }) => text.includes('/u#'))).toEqual([true]);
      // What came back has reminded nobody.
      await press(mailingWords.reminder.button.vi, 'Thư sáng nay bị trả lại');
      await says(mailingWords.reminder.doneOne.vi);

      // Of many it is told of each: who was reminded today is not again.
      await page.getByRole('button', { name: unitFile.back.vi }).click();
      await page.getByLabel(board.pick.vi.replace('{unit}', name)).check();
      await page.locator('.bulk').getByRole('button', { name: mailingWords.reminder.button.vi }).click();
      await says('Đã nhắc hôm nay lúc');
      expect(await mailsTo(address)).toHaveLength(before + 2);
    });

    it('by itself changes where a unit is reached and asks for another report; both are taken back', async () => {
      const { page } = await visitAs('VANPHONG');
      const dialog = page.getByRole('dialog');
      const confirm = async (reason: string) => {
        await dialog.getByLabel(words.reason.vi).fill(reason);
        await dialog.locator('button[type=submit]').click();
      };
      const done = async () => {
        await dialog.getByText(amending.done.vi).waitFor();
        await dialog.getByRole('button', { name: words.close.vi }).click();
      };
      await openUnit(page, 'Thanh tra Sở');
      await page.getByRole('button', { name: amending.changeContact.vi }).click();
      await dialog.getByLabel(amending.email.vi).fill('sai địa chỉ');
      await confirm('Đổi cán bộ phụ trách');
      await dialog.getByText(amending.emailWrong.vi).waitFor();
      expect(await page.evaluate('document.activeElement.inputMode')).toBe('email');
      await dialog.getByLabel(amending.email.vi).fill('thanh-tra@units.example');
      await dialog.locator('button[type=submit]').click();
      await enterCode(page, desk.ground);
      await done();
      await comeBack(page, desk.ground);
      await page.getByRole('link', { name: 'thanh-tra@units.example' }).waitFor();
      const subjects = (mails: readonly { subject?: string | undefined }[]) =>
        mails.map(({ subject = '' }) => subject);
      expect(subjects(await mailsTo('ttra@units.example')).join()).toContain(
        'Đã đổi nơi nhận thư của Thanh tra Sở',
      );
      expect((await mailsTo('thanh-tra@units.example')).some(({ text = '' }) => text.includes('/u#'))).toBe(
        true,
      );

      await page.getByRole('button', { name: unitFile.back.vi }).click();
      await page.getByRole('button', { name: amending.openDuty.vi }).click();
      await dialog.locator('button[type=submit]').click();
      await dialog.getByText(amending.titleMissing.vi).waitFor();
      // Who that is stands there by number and by name, before mail goes out that nobody can call back.
      const everyUnit = amending.everyUnit.vi.replace('{count}', '14');
      await dialog.getByText(amending.who.vi.replace('{reached}', everyUnit)).waitFor();
      expect(await dialog.locator('.named-unit').count()).toBe(14);
      expect(await page.evaluate('document.activeElement.type')).toBe('text');
      await dialog.getByRole('button', { name: frame.cancel.vi }).click();
      // Of one unit alone: fourteen mails, and as many when it is taken back, would say the same.
      await page.getByLabel(board.pick.vi.replace('{unit}', 'Văn phòng Sở'), { exact: true }).check();
      await page.getByRole('button', { name: amending.openDuty.vi }).click();
      const chosen = amending.chosenUnits.vi.replace('{count}', '1');
      await dialog.getByText(amending.who.vi.replace('{reached}', chosen)).waitFor();
      await dialog.getByLabel(amending.title.vi, { exact: true }).fill('Báo cáo nhanh về tiếp công dân');
      await dialog.getByLabel(amending.due.vi).fill('2024-03-25');
      await holdToAxe(page, 'another report');
      await holdToWidth(page, 'another report');
      await confirm('Theo yêu cầu của UBND tỉnh');
      await done();
      await comeBack(page, desk.ground);
      await page.locator('.period-tab', { hasText: 'Báo cáo nhanh về tiếp công dân' }).waitFor();
      expect(subjects(await mailsTo('vps@units.example')).join()).toMatch(/báo cáo nhanh về tiếp công dân/i);

      const changes = page.locator('.amendments');
      await changes.locator('summary').click();
      for (const left of [1, 0]) {
        await changes.getByRole('button', { name: amending.undo.vi }).first().click();
        await confirm('Nhập nhầm');
        await done();
        // Here nobody comes back: the page looks by itself.
        await desk.ground.cloud.idle();
        await expect.poll(() => changes.getByRole('button', { name: amending.undo.vi }).count()).toBe(left);
      }
      await comeBack(page, desk.ground);
      await expect.poll(() => page.locator('.period-tab', { hasText: 'Báo cáo nhanh' }).count()).toBe(0);

      // The guidance came: its review opens for everybody; taken back, it waits again.
      await page.getByRole('button', { name: new RegExp(`^${board.awaitingPeriods.vi}`) }).click();
      const review = page.locator('.period-tab', { hasText: '27' }).first();
      await review.click();
      await page.getByRole('button', { name: board.enterGuidance.vi, exact: true }).click();
      await dialog.getByLabel(words.until.vi).fill('2024-05-20');
      await confirm('Hướng dẫn số 12-HD/BDVTU ngày 10/03/2024');
      await dialog.getByText(words.done.vi.replace('{count}', '14')).waitFor();
      await dialog.getByRole('button', { name: words.close.vi }).click();
      await review.getByText('0/14').waitFor();
      expect(subjects(await mailsTo('vps@units.example')).at(-1)).toMatch(/hướng dẫn/i);
      await openUnit(page, 'Thanh tra Sở');
      await page.locator('.history [data-kind=guidance]').getByRole('button').click();
      await confirm('Nhầm chuyên đề');
      await dialog.getByText(words.doneOne.vi).waitFor();
      await dialog.getByRole('button', { name: words.close.vi }).click();
      await page.locator('.unit-file .chip', { hasText: 'Chờ hướng dẫn' }).waitFor();
    });

    it('and hears of what did not come: the list of what is to be done, and whether a device is locked', async () => {
      const [addressee] = await addressees(desk.ground.system, { only: ['VANPHONG'] });
      if (!addressee) throw new Error('there is no recipient VANPHONG');
      const window = await desk.visit('about:blank');
      desk.windows.push(window);
      const { page } = window;
      let answer = async (route: Route) => route.abort();
      await page.route('**/api/office/to-do', (route) => answer(route));
      let isDown = true;
      const answered = Promise.withResolvers<void>();
      await page.route('**/api/office/reminded', async (route) => {
        await answered.promise;
        await (isDown ? route.abort() : route.continue());
      });
      await page.goto((await inviteByHand(desk.ground.system, addressee)).page);
      // Until it is known no line says that nobody was reminded.
      const looking = page.locator('.board-table').getByText(board.remindedComing.vi);
      await looking.first().waitFor();
      answered.resolve();
      await looking.first().waitFor({ state: 'detached' });
      const list = page.locator('.to-do');
      await list.getByText(toDo.failed.vi.split('{')[0] ?? '').waitFor();
      const unknown = page.locator('.board-table').getByText(board.remindedUnknown.vi);
      await unknown.first().waitFor();
      isDown = false;
      await comeBack(page, desk.ground);
      await expect.poll(() => unknown.count()).toBe(0);
      const item = {
        ...{ kind: 'outlier', period: 'Q1-2024', unit: { code: 'TTRA', name: 'Thanh tra Sở' } },
        ...{ until: null, other: null, fileName: null, why: null, since: null },
      };
      const many = { items: Array.from({ length: 200 }, () => item), total: 203 };
      answer = async (route) => {
        const headers = { [versionHeader]: apiVersion };
        await route.fulfill({ json: many, headers });
      };
      await list.getByRole('button', { name: frame.tryAgain.vi }).click();
      await list.getByText(toDo.more.vi.replace('{count}', '197')).waitFor();
      // On paper nobody presses "more": all of it stands there when the browser prints.
      const printed = `(() => {
        dispatchEvent(new Event('beforeprint'));
        const lines = document.querySelectorAll('.to-do-item').length;
        dispatchEvent(new Event('afterprint'));
        return lines;
      })()`;
      expect(await page.evaluate(printed)).toBe(200);
      await list.getByRole('button', { name: toDo.more.vi.replace('{count}', '197') }).click();
      await list.getByText(toDo.beyond.vi.replace('{count}', '3')).waitFor();

      // The board waits for the list that stands above it.
      const late = Promise.withResolvers<void>();
      answer = async (route) => {
        await late.promise;
        await route.continue();
      };
      await page.reload();
      await list.getByText(frame.loading.vi).waitFor();
      expect(await page.locator('.board').count()).toBe(0);
      late.resolve();
      await page.locator('.board-table').waitFor();

      // Whatever has not come yet is said to be on its way, and nothing is offered in view of it.
      const hold = async (what: string, waits: Locator) => {
        const free = Promise.withResolvers<void>();
        await page.route(`**/api/office/${what}`, async (route) => {
          await free.promise;
          await route.continue();
        });
        return async () => {
          await waits.waitFor();
          free.resolve();
          await waits.waitFor({ state: 'detached' });
        };
      };
      const dialog = page.getByRole('dialog');
      const mailsCome = await hold('coming', page.locator('.coming').getByText(frame.loading.vi));
      await page.locator('.coming > summary').click();
      await mailsCome();
      const recordsCome = await hold('interruptions', dialog.getByText(prolonging.knowing.vi));
      await page.getByRole('button', { name: prolonging.open.vi }).click();
      await recordsCome();
      await page.keyboard.press('Escape');
      const unitComes = await hold('duties/*/*', page.locator('.unit-file').getByText(frame.loading.vi));
      await page.getByRole('button', { name: board.open.vi.replace('{unit}', 'Thanh tra Sở') }).click();
      await unitComes();
      const reachComes = await hold('reach', dialog.getByText(keptWords.looking.vi));
      await page.getByRole('button', { name: mailingWords.link.button.vi, exact: true }).click();
      await dialog.getByText(keptWords.looking.vi).waitFor();
      expect(await dialog.locator('button[type=submit]').isDisabled()).toBe(true);
      await reachComes();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: unitFile.back.vi }).click();
      await page.locator('.board-table').waitFor();

      await page.route('**/api/office/device/lock', (route) => route.abort());
      await page.route('**/api/office', async (route) => {
        const response = await route.fetch();
        const device = { until: '2024-03-15T11:00:00.000Z' };
        await route.fulfill({ response, json: { ...(await response.json()), device } });
      });
      await page.getByRole('button', { name: office.refresh.vi }).click();
      await page.getByRole('button', { name: words.lockLabel.vi }).click();
      await page.getByText(words.lockFailed.vi.split('{')[0] ?? '').waitFor();
      // The page asks anew each minute: what answers in the portal's place must not outlive the story.
      await page.unrouteAll({ behavior: 'ignoreErrors' });
    });

    it('and whoever only reads sees all of it and decides nothing, nor does a unit, nor the office without a code', async () => {
      const { page } = await visitAs('LANHDAO', { width: 360 });
      const others = [await visitAs('VANPHONG'), await desk.open('VPS')];
      const asked = `fetch('/api/office/decisions', {
        method: 'POST',
        headers: { Authorization: 'Bearer ' + location.hash.slice(1), 'Content-Type': 'application/json' },
        body: JSON.stringify({ period: 'Q1-2024', kind: 'exclude-unit', units: ['VPS'], reason: 'x' }),
      }).then(async (answer) => [answer.status, (await answer.json()).code].join(' '))`;
      const answers = [page, ...others.map((window) => window.page)].map((each) => each.evaluate(asked));
      expect(await Promise.all(answers)).toEqual(['403 ROLE_READS', '403 CODE_NEEDED', '403 LINK_OF_UNIT']);
      expect(await page.locator('.board-table input').count()).toBe(0);
      await openUnit(page, 'Thanh tra Sở');
      await page.getByText(unitFile.readsOnly.vi).waitFor();
      await holdToAxe(page, 'a unit’s page for whoever reads');
      await page.goBack();
      await page.locator('.board-table').waitFor();
      await page.getByRole('button', { name: board.everyPeriod.vi }).click();
      await page.locator('.matrix').waitFor();
      await holdToAxe(page, 'all periods');
      await holdToWidth(page, 'all periods');
    });
  });
}
