import { errors, type Page } from 'playwright-core';
import { first, say, second } from '../../../shared/vocabulary/text.ts';
import { duties } from '../../../shared/wording/page.ts';
import { history } from '../../../shared/wording/page-history.ts';
import { openLocal } from '../../admin/system.ts';
import type { LocalCloud } from '../cloud/local-cloud.ts';
import type { Album } from './album.ts';
import type { Camera, Frame } from './camera.ts';
import { pageOf } from './desk-stage.ts';
import { phone, wide } from './frames.ts';
import { picturePagesInUse } from './pages-in-use.ts';

const mailDesk = { width: 1160, height: 600 };
/** A sheet of A4 at 96 pixels an inch, as far as a receipt goes. */
const paper = { width: 794, height: 560 };

/** A unit with something overdue, something done and something to come. */
const unit = 'CCBVMT';
/** The branch that sent a file with three mistakes, and then the corrected one. */
const branch = 'CN-CLO';

/** What the pictures are taken of, with what, and where they go. */
interface Session {
  readonly cloud: LocalCloud;
  /** The cloud's own. */
  readonly folder: string;
  readonly camera: Camera;
  readonly album: Album;
}

/** The unit's page, the office's page and the inbox, in the hour after the summary; then what sending looks like. */
export async function picturePages(session: Session): Promise<void> {
  await pictureDuties(session);
  await pictureVerdicts(session);
  await pictureReceipts(session);
  await pictureLinkProblem(session);
  await pictureOffice(session);
  await pictureInbox(session);
  await picturePagesInUse(session.camera, session.album);
}

async function pictureDuties(session: Session): Promise<void> {
  const { cloud } = session;
  await picture(session, 'page-duties', wide, (page) => openLink(cloud, page, unit));
  await picture(session, 'page-narrow', phone, (page) => openLink(cloud, page, unit));
  await picture(session, 'page-english', wide, async (page) => {
    await openLink(cloud, page, unit);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: say(duties.title, second) }).waitFor();
    // Titles and deadlines are the portal's words: they come a moment later.
    await page.getByText('mass mobilisation plan 2024').first().waitFor();
  });
  await picture(session, 'page-duty', wide, (page) => openDuty(cloud, page, branch));
  await picture(session, 'page-dark', wide, async (page) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await openDuty(cloud, page, branch);
  });
}

async function pictureVerdicts(session: Session): Promise<void> {
  const { cloud } = session;
  await picture(session, 'page-history', wide, async (page) => {
    await openDuty(cloud, page, branch);
    await page
      .locator('.history')
      .first()
      .evaluate((element) => element.parentElement?.scrollIntoView());
  });
  for (const [name, frame] of [
    ['page-verdict', wide],
    ['page-verdict-narrow', phone],
  ] as const) {
    await picture(session, name, frame, async (page) => {
      await openDuty(cloud, page, branch);
      await openRejection(page);
    });
  }
}

async function pictureReceipts(session: Session): Promise<void> {
  const { cloud } = session;
  await picture(session, 'page-receipt', wide, (page) => openReceipt(cloud, page));
  await picture(session, 'page-receipt-narrow', phone, (page) => openReceipt(cloud, page));
  await picture(session, 'page-receipt-printed', paper, async (page) => {
    await openReceipt(cloud, page);
    await page.emulateMedia({ media: 'print' });
  });
}

async function pictureLinkProblem(session: Session): Promise<void> {
  await picture(session, 'page-link-problem', wide, async (page) => {
    await page.goto(`${session.cloud.endpoints.portal}/u#${'0'.repeat(26)}`);
    await page.locator('h1').waitFor();
  });
}

async function pictureInbox(session: Session): Promise<void> {
  await picture(session, 'inbox', mailDesk, async (page) => {
    await page.goto(session.cloud.endpoints.mail);
    await page.locator('.list a', { hasText: 'CHƯA tiếp nhận' }).first().click();
    await page.frameLocator('iframe').locator('body').waitFor();
  });
}

async function pictureOffice({ folder, camera, album }: Session): Promise<void> {
  const system = await openLocal(folder);
  const address = await pageOf({ system }, 'VANPHONG');
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
    await page.locator('.board-table').waitFor();
    await album.keep('page-office', await page.screenshot());
  });
}

async function picture(
  { camera, album }: Session,
  name: string,
  frame: Frame,
  prepare: (page: Page) => Promise<void>,
): Promise<void> {
  await camera.through(frame, async (page) => {
    await prepare(page);
    await album.keep(name, await page.screenshot());
  });
}

async function openLink({ endpoints }: LocalCloud, page: Page, code: string): Promise<void> {
  const link = endpoints.links[code];
  if (!link) throw new Error(`${code} has no link`);
  await page.goto(link.page);
  await page.locator('h1').waitFor();
}

async function openDuty(cloud: LocalCloud, page: Page, code: string): Promise<void> {
  await openLink(cloud, page, code);
  await page.getByRole('button', { name: /: .*[Qq]uý I( |$)/ }).click();
  await page.locator('.history').first().waitFor();
}

/** Unfolds the verdict on the oldest file, and scrolls there. */
async function openRejection(page: Page): Promise<void> {
  // What was sent before the file that counts is folded.
  await page.locator('.earlier-files').evaluateAll((all) => {
    for (const each of all) each.setAttribute('open', '');
  });
  const version = page.locator('.history > li').last();
  await version.getByRole('button', { name: say(history.showVerdict, first) }).click();
  await version.locator('.verdict').waitFor();
  await version.evaluate((element) => element.scrollIntoView());
}

/** What anybody sees who has the number of the branch's receipt. */
async function openReceipt(cloud: LocalCloud, page: Page): Promise<void> {
  await openDuty(cloud, page, branch);
  const number = await page.locator('.history > li').first().locator('code').innerText();
  await page.goto(`${cloud.endpoints.portal}/r#${number}`);
  await page.locator('.receipt-sheet').waitFor();
}
