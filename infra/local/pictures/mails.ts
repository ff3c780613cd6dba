import type { Email } from 'postal-mime';
import type { LocalCloud } from '../cloud/local-cloud.ts';
import { Mailbox } from '../story/mailbox.ts';
import type { Album } from './album.ts';
import type { Camera, Frame } from './camera.ts';

/** About what a mail program leaves for a mail beside its lists. */
const sheet = { width: 700, height: 760 };
/** What a desk and a phone show without scrolling, and a little more. */
const desk = { width: 1000, height: 1000 };
const phone = { width: 320, height: 1000 };
/** The browser cannot draw more than 8192 pixels in a piece, and a whole summary is longer. */
const wholeScale = 0.25;

/** The branch that sends a file with three mistakes, and then the corrected one. */
const branch = 'cn-clo@units.example';
const office = 'tong-hop@stnmt.example';
const above = 'ban-dan-van@tinhuy.example';

interface Shown {
  readonly fullPage?: boolean;
  readonly colorScheme?: 'light' | 'dark';
}

/** The HTML of the mails, as their readers see it. */
export async function pictureMails(cloud: LocalCloud, camera: Camera, album: Album): Promise<void> {
  const mailbox = new Mailbox(cloud.mailFolder);
  const ofBranch = await mailbox.to(branch);
  const subjects = (words: string) => ofBranch.find(({ subject }) => subject?.includes(words));
  const ofOffice = await mailbox.to(office);
  const summary = ofOffice.find(({ attachments }) => attachments.length === 2);
  const interim = ofOffice.find(({ subject }) => subject?.includes('tạm tính'));

  await picture('invitation-mail', subjects('Liên kết gửi báo cáo'));
  await picture('rejection-mail', subjects('CHƯA tiếp nhận'));
  await picture('receipt-mail', subjects('Đã tiếp nhận'));
  await picture('summary-mail', summary);
  await picture('summary-mail-whole', summary, { ...sheet, scale: wholeScale }, { fullPage: true });
  await picture('summary-mail-wide', summary, desk);
  await picture('summary-mail-wide-dark', summary, desk, { colorScheme: 'dark' });
  await picture('summary-mail-narrow', summary, phone);
  await picture('summary-mail-narrow-dark', summary, phone, { colorScheme: 'dark' });
  await picture('interim-mail', interim);
  await picture('issued-report-mail', (await mailbox.to(above))[0]);

  async function picture(
    name: string,
    mail: Email | undefined,
    frame: Frame = sheet,
    { fullPage = false, colorScheme = 'light' }: Shown = {},
  ): Promise<void> {
    const html = mail?.html;
    if (html === undefined) throw new Error(`${name}: no such mail, or none with HTML, was sent`);
    await camera.through(frame, async (page) => {
      // What a mail program would have to fetch it does not show; nor does this picture.
      await page.route('**', (route) => route.abort());
      await page.emulateMedia({ colorScheme });
      await page.setContent(html, { waitUntil: 'load' });
      await album.keep(name, await page.screenshot({ fullPage }));
    });
  }
}
