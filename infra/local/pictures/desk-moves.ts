/** How somebody moves about the desk. */
import type { Page } from 'playwright-core';
import { first, say } from '../../../shared/vocabulary/text.ts';
import { board } from '../../../shared/wording/page-desk.ts';
import { unitFile } from '../../../shared/wording/page-unit-file.ts';

export const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click();
export const inDialog = (page: Page) => page.getByRole('dialog');
export const closeDialog = async (page: Page) => {
  await page.keyboard.press('Escape');
  await inDialog(page).waitFor({ state: 'detached' });
};
export const openUnit = async (page: Page, code: string) => {
  await page.locator(`.board-line[data-unit="${code}"] .unit-link`).click();
  await page.locator('.unit-columns').waitFor();
};
/** With whatever is asked for after the board itself. */
export const wholeBoard = async (page: Page) => {
  await page.locator('.board-table').waitFor();
  await page.getByText(say(board.remindedComing, first)).first().waitFor({ state: 'detached' });
};
export const backToBoard = async (page: Page) => {
  await press(page, say(unitFile.back, first));
  await wholeBoard(page);
};
