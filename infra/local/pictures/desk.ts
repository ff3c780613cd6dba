/** The whole desk as its clerk meets it, for whoever looks at it with fresh eyes; not kept with the sources. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { first, say } from '../../../shared/vocabulary/text.ts';
import { duties } from '../../../shared/wording/page.ts';
import { amending } from '../../../shared/wording/page-amend.ts';
import { mailingWords } from '../../../shared/wording/page-chase.ts';
import { deciding } from '../../../shared/wording/page-deciding.ts';
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
import { Album } from './album.ts';
import type { Camera } from './camera.ts';
import { newestCode, pageOf, type Stage, setStage, stuck } from './desk-stage.ts';
import { phone, wide } from './frames.ts';

const folder = join(import.meta.dirname, '..', '..', '..', '.build', 'desk');
/** Enough that nothing looks worse than it is. */
const colours = 64;

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
    const sheet = new Sheet();
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

/** The pictures in their order, each with what its viewer wants to do there. */
class Sheet {
  readonly #album = new Album(folder);
  readonly #lines: string[] = [];

  async keep(page: Page, name: string, wish: string, { whole = true } = {}): Promise<void> {
    const number = String(this.#lines.length + 1).padStart(2, '0');
    await this.#album.keep(`${number}-${name}`, await page.screenshot({ fullPage: whole }), colours);
    const { width = 0 } = page.viewportSize() ?? {};
    this.#lines.push(`| [${number}-${name}.png](${number}-${name}.png) | ${width} px | ${wish} |`);
  }

  async write(): Promise<void> {
    const head = [
      '# The desk, picture by picture',
      '',
      '| Picture | Width | What somebody wants to do there |',
    ];
    await writeFile(join(folder, 'index.md'), [...head, '|---|---|---|', ...this.#lines, ''].join('\n'));
    console.log(`${this.#lines.length} pictures of the desk: ${folder}`);
  }
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();
const inDialog = (page: Page) => page.getByRole('dialog');
const closeDialog = async (page: Page) => {
  await page.keyboard.press('Escape');
  await inDialog(page).waitFor({ state: 'detached' });
};
const openUnit = async (page: Page, code: string) => {
  await page.locator(`.board-line[data-unit="${code}"] .unit-link`).click();
  await page.locator('.unit-columns').waitFor();
};
/** With whatever is asked for after the board itself. */
const wholeBoard = async (page: Page) => {
  await page.locator('.board-table').waitFor();
  await page.getByText(say(board.remindedComing, first)).first().waitFor({ state: 'detached' });
};
const backToBoard = async (page: Page) => {
  await press(page, say(unitFile.back, first));
  await wholeBoard(page);
};

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
  await issue(page, sheet);
  await otherEyes(page, sheet);
}

async function chase(stage: Stage, page: Page, sheet: Sheet): Promise<void> {
  const dialog = inDialog(page);
  await page.getByRole('button', { name: new RegExp(`^${say(filterWords.owing, first)}`) }).click();
  await page.locator('.board-table thead input, .pick-all input').first().check();
  await sheet.keep(page, 'eleven-chosen', 'Choose the eleven who owe, to do something about all of them');
  await page
    .locator('.bulk')
    .getByRole('button', { name: say(mailingWords.reminder.button, first) })
    .click();
  await dialog
    .getByLabel(say(deciding.reason, first))
    .fill('Đã quá hạn; đề nghị gửi trước 11 giờ 30 hôm nay');
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

async function issue(page: Page, sheet: Sheet): Promise<void> {
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
  await page.locator('.issue-act button[type=submit]').click();
  await page.getByRole('heading', { name: say(issuing.issued, first) }).waitFor();
  await sheet.keep(page, 'issued', 'See that it has gone, to whom, and by whom');
  await backToBoard(page);
}

/** The same board on a phone, at night, on paper, with large letters, and in the colours of the system. */
async function otherEyes(page: Page, sheet: Sheet): Promise<void> {
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
async function pictureReader(stage: Stage, page: Page, sheet: Sheet): Promise<void> {
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
async function pictureInEnglish(stage: Stage, page: Page, sheet: Sheet): Promise<void> {
  await page.goto(await pageOf(stage, 'VANPHONG'));
  await page.getByRole('button', { name: 'English, EN', exact: true }).click();
  await page.locator('.board-table').waitFor();
  await page.getByText(say(board.remindedComing, 'en')).first().waitFor({ state: 'detached' });
  await sheet.keep(page, 'english-board', 'Read the board in English');
  await openUnit(page, stuck.bounced);
  await sheet.keep(page, 'english-unit', 'Look at one unit in English');
}

/** What the units see of it. */
async function pictureUnit({ cloud }: Stage, page: Page, sheet: Sheet): Promise<void> {
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
