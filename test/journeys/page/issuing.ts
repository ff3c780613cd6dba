import { readFile } from 'node:fs/promises';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { signedReport } from '../../../infra/local/story/cast.ts';
import { readRunFile } from '../../../shared/records/runs.ts';
import { readSignatures } from '../../../shared/records/signatures.ts';
import { freshMinutes } from '../../../shared/vocabulary/device-code.ts';
import { frame } from '../../../shared/wording/page.ts';
import { deciding } from '../../../shared/wording/page-deciding.ts';
import { issuing as words } from '../../../shared/wording/page-issue.ts';
import { office } from '../../../shared/wording/page-office.ts';
import { unitFile } from '../../../shared/wording/page-unit-file.ts';
import { refusals } from '../../../shared/wording/refusals.ts';
import { type Desk, download, holdToAxe, holdToWidth } from './a-desk.ts';
import { act, comeBack, enterCode, newestCode, officeWindow } from './an-officer.ts';

const run = 'Q1-2024-final-2024-03-19T0200Z';
const pdfType = 'application/pdf';

/** Comes after the report was drawn up: it goes upward once somebody has seen all of it, and signed it. */
export function issuing(desk: Desk): void {
  const open = async (recipient: string, options?: { width: number }) => {
    const window = await officeWindow(desk, recipient, options);
    await window.page
      .getByRole('button', {
        name: new RegExp(`^(${words.open.vi}|${words.issuedNow.vi}|${words.view.vi})$`),
      })
      .click();
    await window.page.getByRole('heading', { level: 1, name: 'Phát hành' }).waitFor();
    return window;
  };
  const upward = async () => {
    await desk.ground.cloud.idle();
    return desk.ground.mailbox.to('ban-dan-van@tinhuy.example');
  };
  const choose = async (field: Locator, name: string, mimeType: string, buffer: Buffer) => {
    await field.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
  };
  const press = (page: Page) => page.locator('.issue-act button[type=submit]').click();
  const signed = (page: Page) => page.locator('.signed-pdf');

  describe('issuing the signed report', () => {
    it('has what changed since the draft looked at too, where nothing else is to be', async () => {
      const { page } = await officeWindow(desk, 'VANPHONG');
      const free = Promise.withResolvers<void>();
      await page.route('**/api/office/issue/*', async (route) => {
        await free.promise;
        const response = await route.fetch();
        const view = await response.json();
        view.draft.doubts = [];
        view.draft.since = [{ at: null, text: 'Thanh tra Sở nộp lại.' }];
        await route.fulfill({ response, json: view });
      });
      await page.getByRole('button', { name: words.open.vi, exact: true }).click();
      await page.locator('.issue-page').getByText(frame.loading.vi).waitFor();
      free.resolve();
      await page.locator('#issue-doubts', { hasText: '(1)' }).waitFor();
      expect(await page.getByText(words.noDoubts.vi).count()).toBe(0);
      await press(page);
      await page.getByText(words.missingDoubts.vi).waitFor();
      expect(await page.evaluate('document.activeElement.name')).toBe('doubts');
      // The page asks anew each minute: what answers in the portal's place must not outlive the story.
      await page.unrouteAll({ behavior: 'ignoreErrors' });
    });

    it('takes everything that was to be looked at, a code, and the file that was signed', async () => {
      const { page } = await open('VANPHONG');
      // All that is missing is said at once, each at its field, and the keyboard stands at the first.
      const amiss = () =>
        page.evaluate<readonly string[]>(
          `[...document.querySelectorAll('.issue-form [aria-invalid=true]')].map(({ name, ariaDescribedByElements }) =>
            ariaDescribedByElements.some(({ id, innerText }) => id === name + '-fault' && innerText !== '') ? name : 'mute')`,
        );
      await press(page);
      await page.getByText(words.missingDoubts.vi).waitFor();
      const answers = await page.locator('.answers textarea').all();
      const names = answers.map((_, n) => `answer-${n}`);
      expect(names).toContain('answer-0');
      const missing = ['doubts', ...names, 'number', 'day', 'signer-name', 'signed', 'recipients', 'reason'];
      expect(await amiss()).toEqual(missing);
      expect(await page.evaluate('document.activeElement.name')).toBe('doubts');
      await holdToAxe(page, 'what is missing');
      // What is there now is missing no more; what was not asked for then is told at the next press.
      await page.locator('[name=doubts]').check();
      for (const answer of answers) await answer.fill('Đã hỏi lại đơn vị');
      const left = missing.slice(names.length + 3);
      await page.getByLabel(words.number.vi).fill(signedReport.number);
      await page.getByLabel(words.day.vi).fill('2024-03-19');
      await page.getByLabel(words.signerForm.vi).selectOption('KT.');
      expect(await amiss()).toEqual(left);
      await press(page);
      expect(await amiss()).toEqual(['signer-role', ...left]);
      expect(await page.evaluate('document.activeElement.name')).toBe('signer-role');
      await page.getByLabel(words.signerRole.vi).fill('PHÓ GIÁM ĐỐC');
      await page.getByLabel(words.signerName.vi).fill('Nguyễn Văn An');

      await choose(signed(page), 'ky.pdf', pdfType, Buffer.from('Kính gửi Ban Dân vận'));
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: deciding.codeSend.vi }).click();
      const field = dialog.getByLabel(deciding.code.vi);
      await field.waitFor();
      const code = await newestCode(desk.ground);
      await field.fill(code === '000000' ? '111111' : '000000');
      await field.press('Enter');
      await dialog.getByText('Mã không đúng').waitFor();
      await field.fill(code);
      await field.press('Enter');
      await signed(page).getByText('“ky.pdf” (').waitFor();
      // What waited for the code is over: nothing is said to be on its way any more.
      await expect.poll(() => signed(page).getByRole('status').first().innerText()).toBe('');
      await page.locator('[name=pdf]').check();
      await page.locator('[name=recipients]').check();
      await page.getByLabel(words.reason.vi).fill('Giám đốc Sở đã ký');
      await press(page);
      await page.getByText(refusals.SIGNED_NOT_PDF.vi.replace('{file}', 'ky.pdf')).waitFor();
      expect(await upward()).toEqual([]);

      // Another file has to be looked at again.
      const pdf = await readFile(signedReport.file);
      await choose(signed(page), 'BC 125.pdf', pdfType, pdf);
      await signed(page).getByText('“BC 125.pdf” (').waitFor();
      expect(await page.locator('[name=pdf]').isChecked()).toBe(false);
      const saved = await download(page, () => page.getByRole('button', { name: words.look.vi }).click());
      expect(saved.bytes.equals(pdf)).toBe(true);
      await page.locator('[name=pdf]').check();

      const parts = unzipSync(
        (await readRunFile(desk.ground.system.store, run, 'bao-cao-tong-hop.docx')) ?? new Uint8Array(),
      );
      const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
      const figure = /(\d+)\shội nghị/.exec(xml)?.[0] ?? '';
      const corrected = async (name: string, of: typeof parts) => {
        const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
        await choose(page.locator('.office-file').nth(1), name, type, Buffer.from(zipSync(of)));
      };
      // The signed file is held against what was corrected, and has to be looked at again, whatever it lacks of it.
      await corrected('nhu cu.docx', parts);
      await page.getByText(words.noCorrections.vi).waitFor();
      await expect.poll(() => page.locator('[name=pdf]').isChecked()).toBe(false);
      await page.locator('[name=pdf]').check();
      const changed = { ...parts, 'word/document.xml': strToU8(xml.replace(figure, '999 hội nghị')) };
      await corrected('da sua.docx', changed);
      await page.locator('.corrections ins', { hasText: '999 hội nghị' }).waitFor();
      // Of a file that lacks so much the passages are folded.
      const lacks = (hasText: string | RegExp) =>
        signed(page).locator('.corrections li', { hasText }).waitFor({ state: 'attached' });
      await lacks('999 hội nghị');
      expect(await page.locator('[name=pdf]').isChecked()).toBe(false);
      await page.locator('[name=pdf]').check();
      // So is who signed it, and the word on it is given anew where that is another.
      await lacks('KT. GIÁM ĐỐC');
      await page.getByLabel(words.signerName.vi).fill('Nguyễn Văn Anh');
      await page.getByLabel(words.signerName.vi).blur();
      await lacks('Nguyễn Văn Anh');
      expect(await page.locator('[name=pdf]').isChecked()).toBe(false);
      await page.getByLabel(words.signerName.vi).fill('Nguyễn Văn An');
      await page.getByLabel(words.signerName.vi).blur();
      await lacks(/^Nguyễn Văn An$/);
      await signed(page).getByText(words.signedOther.vi).waitFor();
      await page.locator('[name=pdf]').check();
      await holdToAxe(page, 'everything that is issued');
      await holdToWidth(page, 'everything that is issued');

      // A file that lacks most of it needs a word, what differs has to be looked at, and so does a figure changed by hand.
      await press(page);
      await page.getByText(words.missingLackingReason.vi).waitFor();
      expect(await page.evaluate('document.activeElement.name')).toBe('lacking');
      await page.keyboard.type('Giám đốc viết lại');
      await page.getByText(words.missingCorrections.vi).waitFor();
      await page.locator('[name=corrections]').check();
      await press(page);
      await page.getByText(words.missingFiguresReason.vi).waitFor();
      expect(await page.evaluate('document.activeElement.name')).toBe('figures');
      await page.keyboard.type('Đơn vị đính chính');

      // A unit declares something in this very moment: what was seen is not what would go out.
      const late = await desk.ground.unit('CN-LBI').ask('duties/Q1-2024/nil', { reason: 'Không phát sinh' });
      expect(late.status).toBe(201);
      await press(page);
      await page.getByText(refusals.ISSUE_CHANGED.vi).waitFor();
      expect(await upward()).toEqual([]);
      await page.getByRole('button', { name: words.lookAgain.vi }).click();
      await page.getByText(words.stale.vi).waitFor();
      expect(await page.locator('[name=doubts]').isChecked()).toBe(false);
      // What was typed and chosen is still there.
      expect(await page.getByLabel(words.number.vi).inputValue()).toBe(signedReport.number);
      await page.locator('[name=doubts]').check();
      await page.locator('[name=corrections]').check();
      await page.locator('[name=recipients]').check();
      // The word on the signed file falls at the key, so that Enter in the field of the name does not issue.
      const signer = page.getByLabel(words.signerName.vi);
      await signer.press('End');
      await signer.press('h');
      await signer.press('Enter');
      await page.getByText(words.missingPdfSeen.vi).waitFor();
      expect(await amiss()).toEqual(['pdf']);
      expect(await upward()).toEqual([]);
      await signer.fill('Nguyễn Văn An');
      await signer.blur();
      await lacks(/^Nguyễn Văn An$/);
      await page.locator('[name=pdf]').check();
      // What nobody calls back takes a code of the last half hour, and it is said why it is asked for again.
      const { cloud } = desk.ground;
      await cloud.setClock(new Date(cloud.now() + (freshMinutes + 1) * 60_000).toISOString());
      await press(page);
      await dialog.getByText(refusals.CODE_NOT_FRESH.vi.replace('{minutes}', String(freshMinutes))).waitFor();
      expect(await upward()).toEqual([]);
      await enterCode(page, desk.ground);
      await page.getByRole('heading', { name: words.issued.vi }).waitFor();
      expect(await page.locator('.issue-form').count()).toBe(0);
      // The record keeps what was warned of and seen, and says what became of the mail.
      await page.getByText(words.issuedStale.vi).waitFor();
      await page.getByText('ban-dan-van@tinhuy.example').waitFor();
      await page.getByText(words.issuedLacking.vi.replace('{reason}', 'Giám đốc viết lại')).waitFor();

      const [mail, ...more] = await upward();
      expect(more).toEqual([]);
      expect(mail?.subject).toContain(`số ${signedReport.number} ngày 19/03/2024`);
      expect(Buffer.from(mail?.attachments[0]?.content as ArrayBuffer).equals(pdf)).toBe(true);
      const [signature] = await readSignatures(desk.ground.system.table, 'Q1-2024');
      expect(signature).toMatchObject({
        ...{ number: signedReport.number, actor: 'office:VANPHONG', reason: 'Giám đốc Sở đã ký' },
        ...{ corrected: { fileName: 'da sua.docx' }, recipients: ['BDVTU'] },
        ...{ figuresReason: 'Đơn vị đính chính', lackingReason: 'Giám đốc viết lại' },
        signer: { form: 'KT.', role: 'PHÓ GIÁM ĐỐC', name: 'Nguyễn Văn An' },
      });
      // What was issued says otherwise than what is filed: another is drawn up, and taken back before anybody signs it.
      const ask = (button: string, reason: string, done: string) =>
        act(page, page.getByRole('button', { name: button, exact: true }), reason, { done });
      await ask(words.drawUpReplacing.vi, 'Chi nhánh Lộc Bình đã khai', words.drawUpDone.vi);
      const replacing = words.replaces.vi
        .replace('{number}', signedReport.number)
        .replace('{day}', '19/03/2024');
      await comeBack(page, desk.ground);
      await page.getByText(replacing).waitFor();
      await holdToAxe(page, 'the next edition');
      await page.getByRole('button', { name: words.takeBack.vi, exact: true }).click();
      await dialog.getByLabel(deciding.reason.vi).fill('Chờ thêm một đơn vị');
      await dialog.locator('button[type=submit]').click();
      await dialog.getByText(words.takeBackDone.vi).waitFor();
      await comeBack(page, desk.ground);
      await page.getByText(replacing).waitFor({ state: 'detached' });
      await page.getByText('Lý do: Chờ thêm một đơn vị').waitFor();
      // Its draft is gone; what says that it is done stands until it is closed.
      await dialog.getByRole('button', { name: deciding.close.vi }).click();
      await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('H1');
      await desk.ground.cloud.idle();
      const told = (await desk.ground.mailbox.to('lanh-dao@stnmt.example')).map(
        ({ subject = '' }) => subject,
      );
      expect(told.filter((subject) => /lần 2/.test(subject))).toEqual([
        expect.stringContaining('Quý I (dự thảo lần 2)'),
        expect.stringContaining('Thu hồi dự thảo lần 2'),
      ]);
      expect(await upward()).toHaveLength(1);
      await page.getByRole('button', { name: unitFile.back.vi }).click();
      await page
        .getByText(office.signedAs.vi.replace('{number}', signedReport.number).replace('{day}', '19/03/2024'))
        .waitFor();
    });

    it('is seen and not done by whoever only reads', async () => {
      const { page } = await open('LANHDAO', { width: 360 });
      await page.getByText(signedReport.number).first().waitFor();
      expect(await page.locator('.issue-form').count()).toBe(0);
      await holdToWidth(page, 'what was issued, for whoever reads');
    });
  });
}
