import { errors, type Page } from 'playwright-core';
import { addressees, issueByHand } from '../../admin/links.ts';
import { openLocal } from '../../admin/system.ts';
import type { LocalCloud } from '../local-cloud.ts';
import type { Album } from './album.ts';
import type { Camera, Frame } from './camera.ts';

const wide = { width: 1280, height: 800 };
const mailDesk = { width: 1160, height: 600 };
const phone = { width: 360, height: 740 };

/** A unit with something overdue, something done and something to come. */
const unit = 'CCBVMT';
/** The branch that sent a file with three mistakes, and then the corrected one. */
const branch = 'CN-CLO';

/** The unit's page, the office's page and the inbox, in the hour after the summary. */
export async function picturePages(
  cloud: LocalCloud,
  cloudFolder: string,
  camera: Camera,
  album: Album,
): Promise<void> {
  await picture('page-duties', wide, (page) => openLink(page, unit));
  await picture('page-narrow', phone, (page) => openLink(page, unit));
  await picture('page-duty', wide, (page) => openDuty(page, branch));
  await picture('page-verdict', wide, async (page) => {
    await openDuty(page, branch);
    await openRejection(page);
  });
  await picture('page-verdict-narrow', phone, async (page) => {
    await openDuty(page, branch);
    await openRejection(page);
  });
  await pictureOffice();
  await picture('inbox', mailDesk, async (page) => {
    await page.goto(cloud.endpoints.mail);
    await page.locator('.list a', { hasText: 'CHƯA tiếp nhận' }).first().click();
    await page.frameLocator('iframe').locator('body').waitFor();
  });

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
    await page.locator('.versions').waitFor();
  }

  /** Unfolds the verdict on the oldest file, and scrolls there. */
  async function openRejection(page: Page): Promise<void> {
    const version = page.locator('.versions > li').last();
    await version.getByRole('button').first().click();
    const verdict = version.locator('.verdict');
    await verdict.waitFor();
    await version.evaluate((element) => element.scrollIntoView());
  }

  async function pictureOffice(): Promise<void> {
    const system = await openLocal(cloudFolder);
    const [officer] = await addressees(system, { only: ['VANPHONG'] });
    if (!officer) throw new Error('the sample regime names no VANPHONG');
    const { page: address } = await issueByHand(system, officer);
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
