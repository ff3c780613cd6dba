/** The whole desk as its clerk meets it, for whoever looks at it with fresh eyes; not kept with the sources. */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { first, say } from '../../../shared/vocabulary/text.ts';
import { amending } from '../../../shared/wording/page-amend.ts';
import { mailingWords } from '../../../shared/wording/page-chase.ts';
import { actionWords, deciding } from '../../../shared/wording/page-deciding.ts';
import { board, filterWords } from '../../../shared/wording/page-desk.ts';
import { entry } from '../../../shared/wording/page-entry.ts';
import { issuing } from '../../../shared/wording/page-issue.ts';
import { prolonging } from '../../../shared/wording/page-prolong.ts';
import { typing } from '../../../shared/wording/page-typing.ts';
import { unitFile } from '../../../shared/wording/page-unit-file.ts';
import { openLocal } from '../../admin/system.ts';
import { startWithInbox } from '../start.ts';
import { beginsAt, signedReport } from '../story/cast.ts';
import { applySampleRegime } from '../story/sample.ts';
import type { Camera } from './camera.ts';
import { backToBoard, closeDialog, inDialog, openUnit, press, wholeBoard } from './desk-moves.ts';
import { otherEyes, pictureInEnglish, pictureReader, pictureUnit } from './desk-others.ts';
import { Sheet } from './desk-sheet.ts';
import { newestCode, pageOf, type Stage, setStage, stuck } from './desk-stage.ts';
import { wide } from './frames.ts';

const folder = join(import.meta.dirname, '..', '..', '..', '.build', 'desk');
/** The code that was entered to chase is too old by then for what nobody calls back. */
const longAfterTheCode = '2024-03-20T11:10:00+07:00';

/** Takes them in a cloud of their own, into `.build/desk/`, with a list of what somebody wants to do at each. */
export async function pictureDesk(camera: Camera): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const cloudFolder = await mkdtemp(join(tmpdir(), 'pictures-desk-'));
  const cloud = await startWithInbox({
    folder: cloudFolder,
    port: 0,
    firstNow: beginsAt,
    links: applySampleRegime,
  });
  try {
    await setStage({ cloud });
    const stage = { cloud, system: await openLocal(cloudFolder) };
    const sheet = new Sheet(folder);
    await camera.through(wide, (page) => pictureClerk(stage, page, sheet));
    await camera.through(wide, (page) => pictureReader(stage, page, sheet));
    await camera.through(wide, (page) => pictureInEnglish(stage, page, sheet));
    await camera.through(wide, (page) => pictureUnit(stage, page, sheet));
    await sheet.write();
  } finally {
    await cloud.close();
    await rm(cloudFolder, { recursive: true, force: true });
  }
}

const tick = (page: Page, name: string) => page.locator(`[name=${name}]`).check();

/** Whoever decides, from the first look at the board to the report that goes upward. */
async function pictureClerk(stage: Stage, page: Page, sheet: Sheet): Promise<void> {
  await page.goto(await pageOf(stage, 'VANPHONG'));
  await wholeBoard(page);
  await sheet.keep(page, 'first-screen', 'Open the desk in the morning: what is the state of things?', {
    whole: false,
  });
  await sheet.keep(page, 'board', 'The same to its end: who owes, who is stuck, what waits?');
  await chase(stage, page, sheet);
  await oneUnit(page, sheet);
  await forEverybody(page, sheet);
  await issue(stage, page, sheet);
  await otherEyes(page, sheet);
}

async function chase(stage: Stage, page: Page, sheet: Sheet): Promise<void> {
  const dialog = inDialog(page);
  const all = page.locator('.board-table thead input, .pick-all input').first();
  await all.check();
  await page
    .locator('.bulk')
    .getByRole('button', { name: new RegExp(`^${say(actionWords.extension.button, first)} `) })
    .click();
  await sheet.keep(page, 'more-time-for-all', 'Give all more time: who gets it, who is left out, and why?', {
    whole: false,
  });
  await closeDialog(page);
  await all.uncheck();
  await page.getByRole('button', { name: new RegExp(`^${say(filterWords.owing, first)}`) }).click();
  await all.check();
  await sheet.keep(page, 'eleven-chosen', 'Choose the eleven who owe, to do something about all of them');
  await page
    .locator('.bulk')
    .getByRole('button', { name: say(mailingWords.reminder.button, first) })
    .click();
  await dialog
    .getByLabel(say(deciding.reason, first))
    .fill('Đã quá hạn; đề nghị gửi trước 11 giờ 30 hôm nay');
  await dialog.locator('button[type=submit]:enabled').waitFor();
  await sheet.keep(page, 'chase', 'Chase all eleven: whom does it reach, and what do they get?', {
    whole: false,
  });
  await dialog.locator('button[type=submit]').click();
  await dialog.getByRole('button', { name: say(deciding.codeSend, first) }).click();
  await dialog.getByLabel(say(deciding.code, first)).waitFor();
  await dialog.getByLabel(say(deciding.code, first)).fill('123');
  await page.keyboard.press('Enter');
  await sheet.keep(page, 'code', 'Enter the code; it was not typed whole', { whole: false });
  await dialog.getByLabel(say(deciding.code, first)).fill(await newestCode(stage));
  await dialog.getByRole('button', { name: say(deciding.codeConfirm, first) }).click();
  await dialog.locator('.outcome').waitFor();
  await sheet.keep(page, 'chased', 'See what became of it, unit by unit', { whole: false });
  await closeDialog(page);
  await stage.cloud.idle();
}

async function oneUnit(page: Page, sheet: Sheet): Promise<void> {
  const dialog = inDialog(page);
  const reason = dialog.getByLabel(say(deciding.reason, first));
  await openUnit(page, stuck.asks);
  await sheet.keep(page, 'unit-asks-for-time', 'Answer a unit that asks for more time');
  await press(page, say(unitFile.grant, first));
  await page.keyboard.press('Enter');
  await sheet.keep(page, 'grant-without-reason', 'Grant it, and forget the reason', { whole: false });
  await reason.fill('Đồng ý, các xã vùng cao gửi chậm');
  await dialog.locator('button[type=submit]').click();
  await dialog.locator('.outcome').waitFor();
  await closeDialog(page);
  await page.locator('.history [data-kind=extension]').waitFor();
  await page.getByLabel(say(unitFile.noteLabel, first)).fill('Đã gọi 9h40, chị Hà hẹn chiều gửi');
  await press(page, say(unitFile.noteAdd, first));
  await page.locator('.notes').getByText('hẹn chiều gửi').waitFor();
  await sheet.keep(page, 'unit-granted', 'See that it is granted, noted, and can be taken back');
  await backToBoard(page);

  await openUnit(page, stuck.rejected);
  await page
    .getByRole('button', { name: new RegExp(`^${say(unitFile.showVerdict, first)}`) })
    .first()
    .click();
  await page.locator('.verdict .finding').first().waitFor();
  await sheet.keep(page, 'unit-rejected', 'Tell a unit on the telephone what is wrong with its file');
  await backToBoard(page);

  await openUnit(page, stuck.bounced);
  await sheet.keep(page, 'unit-bounced', 'Reach a unit to which mail does not arrive');
  await press(page, say(amending.changeContact, first));
  await dialog.getByLabel(say(amending.email, first)).fill('sai địa chỉ');
  await reason.fill('Đơn vị báo địa chỉ mới qua điện thoại');
  await dialog.locator('button[type=submit]').click();
  await sheet.keep(page, 'change-address', 'Give a unit another address; what was typed is none', {
    whole: false,
  });
  await closeDialog(page);
  await backToBoard(page);

  await openUnit(page, stuck.unread);
  await press(page, say(entry.open, first));
  await press(page, say(typing.open, first));
  const figure = (code: string) => page.locator(`[data-code="${code}"] input`).first();
  await figure('A02').fill('12');
  await figure('A03').fill('430');
  for (const code of ['A05', 'A06', 'A07']) await figure(code).fill('1');
  await page.locator('.typing-section textarea').first().fill('Đã quán triệt đến toàn thể công chức.');
  await page.locator('.draft:not([aria-busy=true])').waitFor();
  await sheet.keep(page, 'type-figures', 'Type the figures of a scan in the unit’s place');
  await backToBoard(page);
}

async function forEverybody(page: Page, sheet: Sheet): Promise<void> {
  const dialog = inDialog(page);
  await press(page, say(prolonging.open, first));
  await dialog.locator('.interruptions').waitFor();
  await dialog.locator('.hours-input').fill('4');
  await dialog.getByLabel(say(deciding.reason, first)).fill('Đường truyền gián đoạn từ 20 giờ ngày 18/03');
  await sheet.keep(page, 'prolong', 'Give everybody hours because the system was interrupted', {
    whole: false,
  });
  await closeDialog(page);
  await press(page, say(amending.openDuty, first));
  await dialog.getByLabel(say(amending.title, first), { exact: true }).fill('Báo cáo nhanh về tiếp công dân');
  await sheet.keep(page, 'another-report', 'Ask for a report that nobody foresaw', { whole: false });
  await closeDialog(page);
  await press(page, say(board.everyPeriod, first));
  await page.locator('.matrix').waitFor();
  await page.locator('.coming summary').click();
  await page.locator('.coming li').first().waitFor();
  await sheet.keep(
    page,
    'all-periods-and-mails-to-come',
    'See all periods, and which mails go out by themselves',
  );
  const reminder = page.locator('.coming li:has(.hold-back)').first();
  await reminder.locator('.hold-back summary').click();
  // Not the one that is reminded by hand on the telephone's pictures.
  const others = reminder.locator('.hold-back label').filter({ hasNotText: 'Cao Lộc' });
  for (const at of [0, 1]) await others.nth(at).locator('input').check();
  await sheet.keep(
    page,
    'mails-to-stop',
    'Choose two units that promised: one more reminder would only annoy',
  );
  await reminder.locator('.hold-back button').first().click();
  await dialog.getByLabel(say(deciding.until, first)).fill('2024-03-22');
  await dialog.getByLabel(say(deciding.reason, first)).fill('Đã gọi điện, hẹn nộp chiều 22/3');
  await sheet.keep(page, 'hold-back', 'Stop their reminders until Friday', { whole: false });
  await dialog.locator('button[type=submit]').click();
  await dialog.locator('.outcome').waitFor();
  await closeDialog(page);
  await page.locator('.held-back li').first().waitFor();
  await page.locator('.period-tab').first().click();
  await wholeBoard(page);
  await sheet.keep(page, 'held-back', 'See who is not reminded, until when and why, and what still goes out');
}

async function issue(stage: Stage, page: Page, sheet: Sheet): Promise<void> {
  await press(page, say(issuing.open, first));
  await page.locator('.doubts').waitFor();
  await sheet.keep(page, 'issue', 'Issue the report: what is in it, what is doubtful, who will get it?');
  const more = page.locator('section:has(.doubts) > button');
  if ((await more.count()) > 0) await more.click();
  await tick(page, 'doubts');
  for (const answer of await page.locator('.answers textarea').all())
    await answer.fill('Đã hỏi lại, số đúng');
  await page.locator('.issue-act button[type=submit]').click();
  await sheet.keep(page, 'issue-without-number', 'Press "issue", and have forgotten the number');
  await page.getByLabel(say(issuing.number, first)).fill(signedReport.number);
  await page.getByLabel(say(issuing.day, first)).fill('2024-03-20');
  await page.getByLabel(say(issuing.signerName, first)).fill('Nguyễn Văn An');
  await page.locator('.signed-pdf input[type=file]').setInputFiles({
    name: basename(signedReport.file),
    mimeType: 'application/pdf',
    buffer: await readFile(signedReport.file),
  });
  await page
    .locator('.signed-pdf')
    .getByText(`“${basename(signedReport.file)}” (`)
    .waitFor();
  // What the signed file lacks of the draft takes the word on it back.
  await page.locator('.signed-pdf .corrections').waitFor();
  for (const each of ['pdf', 'recipients']) await tick(page, each);
  await page.getByLabel(say(issuing.lackingReason, first)).fill('Lãnh đạo Sở đã viết lại toàn văn');
  await page.getByLabel(say(issuing.reason, first)).fill('Lãnh đạo Sở đã ký báo cáo quý I');
  await sheet.keep(page, 'issue-filled', 'Look once more before it goes upward');
  await stage.cloud.setClock(longAfterTheCode);
  await page.locator('.issue-act button[type=submit]').click();
  const dialog = inDialog(page);
  await dialog.waitFor();
  await sheet.keep(page, 'issue-fresh-code', 'Press "issue": why is a code asked for once more?', {
    whole: false,
  });
  await dialog.getByRole('button', { name: say(deciding.codeSend, first) }).click();
  await dialog.getByLabel(say(deciding.code, first)).fill(await newestCode(stage));
  await dialog.getByRole('button', { name: say(deciding.codeConfirm, first) }).click();
  await page.getByRole('heading', { name: say(issuing.issued, first) }).waitFor();
  await sheet.keep(page, 'issued', 'See that it has gone, to whom, and by whom');
  await backToBoard(page);
}
