/** The desk as others than its clerk meet it: leadership, readers of English, and the units. */
import type { Page } from 'playwright-core';
import { first, say } from '../../../shared/vocabulary/text.ts';
import { duties } from '../../../shared/wording/page.ts';
import { board } from '../../../shared/wording/page-desk.ts';
import { typing } from '../../../shared/wording/page-typing.ts';
import { backToBoard, openUnit, press, wholeBoard } from './desk-moves.ts';
import type { Sheet } from './desk-sheet.ts';
import { pageOf, type Stage, stuck } from './desk-stage.ts';
import { phone } from './frames.ts';

/** Leadership: sees all, decides nothing. */
export async function pictureReader(stage: Stage, page: Page, sheet: Sheet): Promise<void> {
  await page.goto(await pageOf(stage, 'LANHDAO'));
  await wholeBoard(page);
  await sheet.keep(page, 'leader-board', 'As a director: how far are they?');
  await openUnit(page, stuck.asks);
  await sheet.keep(page, 'leader-unit', 'As a director: why does this one owe?');
  await backToBoard(page);
  await page.setViewportSize(phone);
  await sheet.keep(page, 'leader-phone', 'As a director, on a phone: how far are they?');
}

/** The same desk in the other language. */
export async function pictureInEnglish(stage: Stage, page: Page, sheet: Sheet): Promise<void> {
  await page.goto(await pageOf(stage, 'VANPHONG'));
  await page.getByRole('button', { name: 'English, EN', exact: true }).click();
  await page.locator('.board-table').waitFor();
  await page.getByText(say(board.remindedComing, 'en')).first().waitFor({ state: 'detached' });
  await sheet.keep(page, 'english-board', 'Read the board in English');
  await openUnit(page, stuck.bounced);
  await sheet.keep(page, 'english-unit', 'Look at one unit in English');
}

/** What the units see of it. */
export async function pictureUnit({ cloud }: Stage, page: Page, sheet: Sheet): Promise<void> {
  const open = async (code: string) => {
    await page.goto('about:blank');
    await page.goto(cloud.endpoints.links[code]?.page ?? '');
    await page.locator('h1').waitFor();
  };
  const openDuty = async (code: string) => {
    await open(code);
    await page.getByRole('button', { name: new RegExp(`^${say(duties.open, first)}: .*quý I `) }).click();
    await page.locator('.columns').waitFor();
  };
  await open(stuck.rejected);
  await sheet.keep(page, 'own-page', 'As a unit: what do I owe, until when?');
  await openDuty(stuck.rejected);
  await sheet.keep(page, 'own-rejected', 'As a unit: why was my file not taken, and what now?');
  await openDuty(stuck.asks);
  await sheet.keep(page, 'own-granted', 'As a unit: was I given the time I asked for?');
  await page.setViewportSize(phone);
  await open(stuck.rejected);
  await sheet.keep(page, 'own-phone', 'As a unit, on a phone: what do I owe?');
  await openDuty('CN-TPLS');
  await sheet.keep(page, 'own-phone-duty', 'As a unit, on a phone: how do I send it?');
  await press(page, say(typing.open, first));
  await page.locator('[data-code="A02"] input').first().fill('31');
  await page.locator('.draft').waitFor();
  await sheet.keep(page, 'own-phone-typing', 'As a unit without Excel: type the report on the phone');
}
