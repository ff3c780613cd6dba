import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { first, say } from '../../../shared/vocabulary/text.ts';
import { duties, extension, nil } from '../../../shared/wording/page.ts';
import type { LocalCloud } from '../cloud/local-cloud.ts';
import { startWithInbox } from '../start.ts';
import { files } from '../story/cast.ts';
import { applySampleRegime } from '../story/sample.ts';
import { UnitAtDesk } from '../story/unit.ts';
import { saved } from '../story/year/year.ts';
import type { Album } from './album.ts';
import type { Camera, Frame } from './camera.ts';
import { phone, wide } from './frames.ts';

/** The half year's reports are due in a week, and the first quarter's figures can be compared with. */
const inJune = '2024-06-10T08:00:00+07:00';
const halfYear = 'Báo cáo 6 tháng đầu năm 2024';
const quarter = 'Báo cáo quý I năm 2024';

/** What a clerk sees while sending: the check beforehand, the bar, the dialogs. In a cloud of their own. */
export async function picturePagesInUse(camera: Camera, album: Album): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'pictures-in-use-'));
  const cloud = await startWithInbox({ folder, port: 0, firstNow: inJune, links: applySampleRegime });
  try {
    const bytes = await readFile(join(files, 'Q1-2024_CCBVMT.xlsx'));
    const desk = new UnitAtDesk(cloud.endpoints.portal, cloud.endpoints.links.CCBVMT?.token ?? '');
    await desk.send('Q1-2024', { name: 'Q1-2024_CCBVMT.xlsx', bytes, sender: 'Đặng Quốc Hùng' });
    await pictureAll(cloud, camera, album);
  } finally {
    await cloud.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function pictureAll(cloud: LocalCloud, camera: Camera, album: Album): Promise<void> {
  const good = join(saved, '6T-2024_CCBVMT.xlsx');
  for (const [name, frame] of [
    ['page-check', wide],
    ['page-check-narrow', phone],
  ] as const) {
    await picture(name, frame, async (page) => {
      await openDuty(page, 'CCBVMT', halfYear);
      await choose(page, good);
    });
  }
  await picture('page-check-errors', wide, async (page) => {
    await openDuty(page, 'CN-CLO', quarter);
    await choose(page, join(files, 'Bao cao chi nhanh Cao Loc.xlsx'));
  });
  await picture('page-check-errors-narrow', phone, async (page) => {
    await openDuty(page, 'CN-CLO', quarter);
    await choose(page, join(files, 'Bao cao chi nhanh Cao Loc.xlsx'));
  });
  await picture('page-sending', wide, async (page) => {
    await openDuty(page, 'CCBVMT', halfYear);
    await choose(page, await withPictures(good));
    await slowDown(page);
    await page.locator('.send-now button[type=submit]').click();
    const bar = page.locator('progress[value]');
    while (Number(await bar.getAttribute('value')) < 40) await page.waitForTimeout(50);
  });
  await picture('page-nil', wide, async (page) => {
    await openDuty(page, 'TTRA', halfYear);
    await page.getByRole('button', { name: say(nil.declare, first) }).click();
    await page.getByRole('dialog').waitFor();
  });
  await picture('page-extension', wide, async (page) => {
    await openDuty(page, 'TTRA', halfYear);
    await page.getByRole('button', { name: say(extension.open, first) }).click();
    await page.getByRole('dialog').waitFor();
  });
  await picture('page-extension-narrow', phone, async (page) => {
    await openDuty(page, 'TTRA', halfYear);
    await page.getByRole('button', { name: say(extension.open, first) }).click();
    await page.getByRole('dialog').waitFor();
  });

  async function picture(name: string, frame: Frame, prepare: (page: Page) => Promise<void>) {
    await camera.through(frame, async (page) => {
      await prepare(page);
      await album.keep(name, await page.screenshot());
    });
  }

  async function openDuty(page: Page, code: string, title: string): Promise<void> {
    await page.goto(cloud.endpoints.links[code]?.page ?? '');
    await page.getByRole('button', { name: `${say(duties.open, first)}: ${title}`, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  }
}

async function choose(page: Page, file: Parameters<Locator['setInputFiles']>[0]): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.locator('.draft:not([aria-busy=true])').waitFor();
}

/** The same workbook with 3 MB of pictures in it, so that its way takes a while. */
async function withPictures(file: string) {
  const parts = unzipSync(await readFile(file));
  const pictures = new Uint8Array(3_000_000);
  const buffer = Buffer.from(zipSync({ ...parts, 'xl/media/image9.png': [pictures, { level: 0 }] }));
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { name: basename(file), mimeType, buffer };
}

/** So slow that the bar stands still for its picture. */
async function slowDown(page: Page): Promise<void> {
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  const unbounded = { offline: false, latency: 0, downloadThroughput: -1 };
  await line.send('Network.emulateNetworkConditions', { ...unbounded, uploadThroughput: 300_000 });
}
