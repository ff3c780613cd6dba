import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { signedReport } from '../../../infra/local/story/cast.ts';
import { nil } from '../../../shared/wording/page.ts';
import { amending } from '../../../shared/wording/page-amend.ts';
import { deciding } from '../../../shared/wording/page-deciding.ts';
import { board } from '../../../shared/wording/page-desk.ts';
import { bouncedWords } from '../../../shared/wording/page-first-view.ts';
import { issuing } from '../../../shared/wording/page-issue.ts';
import { choose, type Desk, sample } from './a-desk.ts';
import { comeBack, officeWindow } from './an-officer.ts';

/** Comes once the report was drawn up, and before it is issued. The page asks anew each minute: what it learns takes no dialog away. */
export function dialogs(desk: Desk): void {
  /** What the portal answers from now on, once the page has looked again. */
  const answers = async <Told>(page: Page, path: string, change: (told: Told) => void) => {
    await page.unroute(path);
    await page.route(path, async (route) => {
      const response = await route.fetch();
      const told = await response.json();
      change(told);
      await route.fulfill({ response, json: told });
    });
    await comeBack(page, desk.ground);
  };
  /** Closed by its reader, it leaves the keyboard on the page: at its heading where the button is gone. */
  const close = async (page: Page, dialog: Locator) => {
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('H1');
  };

  describe('a dialog stands until its reader closes it', () => {
    it('with the reason of a unit that has nothing left to declare', async () => {
      const { page } = await desk.openDuty('CN-LBI');
      await choose(page, sample('Q1-2024_QLDD.xlsx'));
      const declare = page.locator('button', { hasText: nil.declare.vi });
      await declare.click();
      const dialog = page.locator('dialog');
      await dialog.getByLabel(nil.reason.vi).fill('Không có hoạt động');
      await answers<{ status: string }>(page, '**/api/duties/Q1-2024', (duty) => {
        duty.status = 'nil';
      });
      await declare.waitFor({ state: 'detached' });
      expect(await dialog.getByLabel(nil.reason.vi).inputValue()).toBe('Không có hoạt động');
      // Nor is a file lost that was chosen before.
      expect(await page.locator('.draft').count()).toBe(1);
      await close(page, dialog);
    });

    it('with the address that is typed while mail arrives again at the old one', async () => {
      const { page } = await officeWindow(desk, 'VANPHONG');
      const [unit, address] = ['Thanh tra Sở', 'ttra@units.example'];
      const path = '**/api/office/duties/Q1-2024/TTRA';
      const bounced = [{ address, kind: 'hard', since: '2024-03-18T02:00:00Z', said: null }];
      await answers<{ contact: { email: string; bounced: unknown } }>(page, path, ({ contact }) => {
        Object.assign(contact, { email: address, bounced });
      });
      await page.getByRole('button', { name: board.open.vi.replace('{unit}', unit), exact: true }).click();
      const notice = page.locator('.bounced', {
        hasText: bouncedWords.title.vi.replace('{address}', address),
      });
      await notice.getByRole('button', { name: amending.changeContact.vi }).click();
      const dialog = page.locator('dialog');
      await dialog.getByLabel(amending.email.vi).fill('moi@units.example');
      await answers<{ contact: { bounced: unknown } }>(page, path, ({ contact }) => {
        contact.bounced = [];
      });
      await notice.waitFor({ state: 'detached' });
      expect(await dialog.getByLabel(amending.email.vi).inputValue()).toBe('moi@units.example');
      await close(page, dialog);
    });

    it('and asks for the code though the form that needs it gives way to another draft', async () => {
      const { page } = await officeWindow(desk, 'VANPHONG');
      await page.getByRole('button', { name: issuing.open.vi, exact: true }).click();
      const number = page.getByLabel(issuing.number.vi);
      await number.fill(signedReport.number);
      const file = page.locator('.signed-pdf input[type=file]');
      await file.focus();
      await file.setInputFiles(signedReport.file);
      const send = page.locator('dialog').getByRole('button', { name: deciding.codeSend.vi });
      await send.waitFor();
      await answers<{ draft: { run: string } }>(page, '**/api/office/issue/*', ({ draft }) => {
        draft.run = draft.run.replace('T0200Z', 'T0300Z');
      });
      await expect.poll(() => number.inputValue()).toBe('');
      await send.waitFor();
      await close(page, page.locator('dialog'));
    });
  });
}
