/** The desk by other eyes than its clerk's at noon: on a phone, at night, on paper, by leadership, in English, by the units. */
import type { Page } from 'playwright-core';
import { first, say } from '../../../shared/vocabulary/text.ts';
import { duties } from '../../../shared/wording/page.ts';
import { mailingWords } from '../../../shared/wording/page-chase.ts';
import { board } from '../../../shared/wording/page-desk.ts';
import { typing } from '../../../shared/wording/page-typing.ts';
import { backToBoard, closeDialog, inDialog, openUnit, press, wholeBoard } from './desk-moves.ts';
import type { Sheet } from './desk-sheet.ts';
import { pageOf, type Stage, stuck } from './desk-stage.ts';
import { phone, wide } from './frames.ts';

/** The same board on a phone, at night, on paper, with large letters, and in the colours of the system. */
export async function otherEyes(page: Page, sheet: Sheet): Promise<void> {
  await page.setViewportSize(phone);
  await sheet.keep(page, 'phone-board', 'Look at the desk on a phone');
  await page.locator('.pick-all-said').click();
  await sheet.keep(page, 'phone-chosen', 'Choose all on a phone: is there more to press than is seen?', {
    whole: false,
  });
  await page.locator('.pick-all-said').click();
  await press(page, say(board.everyPeriod, first));
  await page.locator('.matrix').waitFor();
  await page.locator('.matrix').scrollIntoViewIfNeeded();
  await sheet.keep(page, 'phone-all-periods', 'All periods on a phone: is there more to the right?', {
    whole: false,
  });
  await page.locator('.period-tab').first().click();
  await wholeBoard(page);
  await openUnit(page, stuck.rejected);
  await sheet.keep(page, 'phone-unit', 'Look at one unit on a phone');
  await press(page, say(mailingWords.link.button, first));
  await inDialog(page).locator('button[type=submit]:enabled').waitFor();
  await sheet.keep(page, 'phone-link', 'Send it a new link from the phone', { whole: false });
  await closeDialog(page);
  await backToBoard(page);
  await page.setViewportSize(wide);
  await page.emulateMedia({ colorScheme: 'dark' });
  await sheet.keep(page, 'dark-board', 'Work in the evening');
  await openUnit(page, stuck.asks);
  await sheet.keep(page, 'dark-unit', 'Look at one unit in the evening');
  await backToBoard(page);
  await page.emulateMedia({ colorScheme: 'light', media: 'print' });
  await sheet.keep(page, 'printed-board', 'Take the board to the meeting, printed');
  await page.emulateMedia({ media: 'screen', forcedColors: 'active' });
  await sheet.keep(
    page,
    'forced-colours',
    'Work with the colours of the system: which language, filter, tab is on?',
    {
      whole: false,
    },
  );
  await page.emulateMedia({ forcedColors: 'none' });
  await page.setViewportSize(wide);
  await page.evaluate("document.documentElement.style.fontSize = '200%'");
  await sheet.keep(page, 'large-letters', 'Read with letters twice as large', { whole: false });
}

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
