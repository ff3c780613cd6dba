/** Somebody of the office at work on its page. */
import type { Locator, Page } from 'playwright-core';
import { addressees, inviteByHand } from '../../../shared/office/links/invite.ts';
import { deciding as words } from '../../../shared/wording/page-deciding.ts';
import type { Window } from '../a-browser.ts';
import type { Ground } from '../a-cloud.ts';
import type { Desk } from './a-desk.ts';

/** A window by a link of the recipient's own. */
export async function officeWindow(
  desk: Desk,
  recipient: string,
  options?: { readonly width: number },
): Promise<Window> {
  const { system } = desk.ground;
  const [addressee] = await addressees(system, { only: [recipient] });
  if (!addressee) throw new Error(`there is no recipient ${recipient}`);
  const { page } = await inviteByHand(system, addressee);
  const window = await desk.visit(page, options);
  desk.windows.push(window);
  await window.page.locator('.board-table').waitFor();
  return window;
}

/**
 * What was pressed is done by a function that answers nobody, and the page looks for it seconds later, then each minute.
 * Somebody who waits until it is done and comes back to the page sees it at once.
 */
export async function comeBack(page: Page, { cloud }: Ground): Promise<void> {
  await cloud.idle();
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
}

/** The six digits that were mailed last to the office. */
export async function newestCode({ cloud, mailbox }: Ground): Promise<string> {
  await cloud.idle();
  const texts = (await mailbox.to('tong-hop@stnmt.example')).map(({ text = '' }) => text);
  const [, first = '', second = ''] =
    texts.flatMap((text) => [/\b(\d{3}) (\d{3})\b/.exec(text) ?? []]).at(-1) ?? [];
  return `${first}${second}`;
}

/** Presses the button of an action, gives the reason, and closes what says that it is done. */
export async function act(
  page: Page,
  button: Locator,
  reason: string,
  { day, done = words.doneOne.vi }: { readonly day?: string | undefined; readonly done?: string } = {},
): Promise<void> {
  await button.click();
  const dialog = page.getByRole('dialog');
  if (day !== undefined) await dialog.getByLabel(words.until.vi).fill(day);
  await dialog.getByLabel(words.reason.vi).fill(reason);
  await dialog.locator('button[type=submit]').click();
  await dialog.getByText(done).waitFor();
  await dialog.getByRole('button', { name: words.close.vi }).click();
}

/** Has a code mailed to the open dialog, and enters it. */
export async function enterCode(page: Page, ground: Ground): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: words.codeSend.vi }).click();
  await dialog.getByLabel(words.code.vi).waitFor();
  await dialog.getByLabel(words.code.vi).fill(await newestCode(ground));
  await dialog.getByRole('button', { name: words.codeConfirm.vi }).click();
}
