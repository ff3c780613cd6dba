import { errors, type Page } from 'playwright-core';
import { duties } from '../../../shared/wording/page.ts';
import { history } from '../../../shared/wording/page-history.ts';
import { addressees, inviteByHand } from '../../../shared/office/invite.ts';
import { openLocal } from '../../admin/system.ts';
import type { LocalCloud } from '../cloud/local-cloud.ts';
import type { Album } from './album.ts';
import type { Camera, Frame } from './camera.ts';
import { phone, wide } from './frames.ts';
import { picturePagesInUse } from './pages-in-use.ts';

const mailDesk = { width: 1160, height: 600 };
/** A sheet of A4 at 96 pixels an inch, as far as a receipt goes. */
const paper = { width: 794, height: 560 };

/** A unit with something overdue, something done and something to come. */
const unit = 'CCBVMT';
/** The branch that sent a file with three mistakes, and then the corrected one. */
const branch = 'CN-CLO';

/** The unit's page, the office's page and the inbox, in the hour after the summary; then what sending looks like. */
export async function picturePages(
  cloud: LocalCloud,
  cloudFolder: string,
  camera: Camera,
  album: Album,
): Promise<void> {
  await picture('page-duties', wide, (page) => openLink(page, unit));
  await picture('page-narrow', phone, (page) => openLink(page, unit));
  await picture('page-english', wide, async (page) => {
    await openLink(page, unit);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: duties.title.en }).waitFor();
    // Titles and deadlines are the portal's words: they come a moment later.
    await page.getByText('mass mobilisation plan 2024').first().waitFor();
  });
  await picture('page-duty', wide, (page) => openDuty(page, branch));
  await picture('page-dark', wide, async (page) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await openDuty(page, branch);
  });
  await picture('page-history', wide, async (page) => {
    await openDuty(page, branch);
    await page.locator('.history').evaluate((element) => element.parentElement?.scrollIntoView());
  });
  for (const [name, frame] of [
    ['page-verdict', wide],
    ['page-verdict-narrow', phone],
  ] as const) {
    await picture(name, frame, async (page) => {
      await openDuty(page, branch);
      await openRejection(page);
    });
  }
  await picture('page-receipt', wide, openReceipt);
  await picture('page-receipt-narrow', phone, openReceipt);
  await picture('page-receipt-printed', paper, async (page) => {
    await openReceipt(page);
    await page.emulateMedia({ media: 'print' });
  });
  await picture('page-link-problem', wide, async (page) => {
    await page.goto(`${cloud.endpoints.portal}/u#${'0'.repeat(26)}`);
    await page.locator('h1').waitFor();
  });
  await pictureOffice();
  await picture('inbox', mailDesk, async (page) => {
    await page.goto(cloud.endpoints.mail);
    await page.locator('.list a', { hasText: 'CHƯA tiếp nhận' }).first().click();
    await page.frameLocator('iframe').locator('body').waitFor();
  });
  await picturePagesInUse(camera, album);

  async function picture(name: string, frame: Frame, prepare: (page: Page) => Promise<void>) {
    await camera.through(frame, async (page) => {
      await prepare(page);
      await album.keep(name, await page.screenshot());
    });
  }

  async function openLink(page: Page, code: string): Promise<void> {
    const link = cloud.endpoints.links[code];
    if (!link) throw new Error(`${code} has no link`);
    await page.goto(link.page);
    await page.locator('h1').waitFor();
  }

  async function openDuty(page: Page, code: string): Promise<void> {
    await openLink(page, code);
    await page.getByRole('button', { name: /: .*[Qq]uý I( |$)/ }).click();
    await page.locator('.history').waitFor();
  }

  /** Unfolds the verdict on the oldest file, and scrolls there. */
  async function openRejection(page: Page): Promise<void> {
    const version = page.locator('.history > li').last();
    await version.getByRole('button', { name: history.showVerdict.vi }).click();
    await version.locator('.verdict').waitFor();
    await version.evaluate((element) => element.scrollIntoView());
  }

  /** What anybody sees who has the number of the branch's receipt. */
  async function openReceipt(page: Page): Promise<void> {
    await openDuty(page, branch);
    const number = await page.locator('.history > li').first().locator('code').innerText();
    await page.goto(`${cloud.endpoints.portal}/r#${number}`);
    await page.locator('.receipt-sheet').waitFor();
  }

  async function pictureOffice(): Promise<void> {
    const system = await openLocal(cloudFolder);
    const [officer] = await addressees(system, { only: ['VANPHONG'] });
    if (!officer) throw new Error('the sample regime names no VANPHONG');
    const { page: address } = await inviteByHand(system, officer);
    await camera.through(wide, async (page) => {
      const asked = page.waitForResponse(/\/api\/office/, { timeout: 5000 });
      await page.goto(address);
      try {
        await asked;
      } catch (error) {
        if (!(error instanceof errors.TimeoutError)) throw error;
        await album.leaveOut('page-office', 'the page does not show the office its periods');
        return;
      }
      await page.locator('h1').waitFor();
      await album.keep('page-office', await page.screenshot());
    });
  }
}
