import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressees, issueByHand, linksOf, revokeLinks } from '../../infra/admin/links.ts';
import { summaryAt } from '../../infra/local/story/cast.ts';
import { openWindow, startBrowser, type Window } from './a-browser.ts';
import { aCloud, type Ground } from './a-cloud.ts';

const files = join(import.meta.dirname, '..', '..', 'infra', 'local', 'story', 'files');
const good = join(files, 'Q1-2024_QLDD.xlsx');
const faulty = join(files, 'Bao cao chi nhanh Cao Loc.xlsx');

const started = await startBrowser();
if ('missing' in started) console.warn(`skipped, the page in a real browser: ${started.missing}`);

describe.skipIf('missing' in started)('the page in a real browser', () => {
  let ground: Ground;
  let browser: Browser;
  const windows: Window[] = [];

  beforeAll(async () => {
    if ('missing' in started) return;
    browser = started.browser;
    ground = await aCloud();
  });
  afterAll(async () => {
    await browser?.close();
    await ground?.stop();
  });

  const open = async (unit: string) => {
    const link = ground.cloud.endpoints.links[unit];
    if (!link) throw new Error(`there is no link of ${unit}`);
    const window = await openWindow(browser, link.page);
    windows.push(window);
    return window;
  };
  /** The first quarter's page, where the file is chosen. */
  const openDuty = async (unit: string) => {
    const window = await open(unit);
    await window.page
      .getByRole('button', { name: 'Gửi báo cáo: Báo cáo quý I năm 2024', exact: true })
      .click();
    await window.page
      .getByRole('heading', { level: 1, name: 'Báo cáo quý I năm 2024', exact: true })
      .waitFor();
    return window;
  };
  const choose = ({ page }: Window, file: string) => page.locator('input[type=file]').setInputFiles(file);
  const sendButton = ({ page }: Window) => page.getByRole('button', { name: 'Gửi báo cáo', exact: true });
  const verdict = ({ page }: Window) => page.locator('.send .verdict');
  const versionsOf = async (unit: string) => (await ground.unit(unit).duty()).versions;

  it('shows what is due, in Vietnamese, counted from the clock of the pipeline', async () => {
    const { page } = await open('QLDD');
    const card = page.locator('.card', { hasText: 'Q1-2024' });
    await card.waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('vi');
    expect(await page.title()).toContain('Phòng Quản lý đất đai');
    const text = await card.innerText();
    expect(text).toContain('Chưa nộp');
    expect(text).toContain('18/03/2024 23:59');
    // The pipeline's clock stands in March 2024, the visitor's own years later and half a day away.
    expect(text).toContain('còn 3 ngày');
    expect(await page.locator('.lead').innerText()).toBe('Còn 1 báo cáo phải gửi.');
  });

  it('offers nothing to send for a period that has not opened, but its form', async () => {
    const { page } = await open('QLDD');
    await page.getByRole('button', { name: 'Xem: Báo cáo 6 tháng' }).click();
    await page.getByText('Kỳ này chưa mở nhận báo cáo.').waitFor();
    expect(await page.locator('input[type=file]').count()).toBe(0);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải biểu mẫu Excel' }).click();
    expect((await download).suggestedFilename()).toBe('6T-2024_QLDD.xlsx');
  });

  it('takes a file from the chooser to the verdict and its receipt number', async () => {
    const window = await openDuty('QLDD');
    await choose(window, good);
    await sendButton(window).click();
    await verdict(window).waitFor();
    const seen = await window.stages();
    expect(seen.at(0)).toBe('Kiểm tra');
    expect(seen).toContain('Gửi');
    expect(seen.at(-1)).toBe('Kết quả');
    const [version] = await versionsOf('QLDD');
    const said = await verdict(window).innerText();
    expect(said).toContain('Tiếp nhận');
    expect(said).toContain(`Q1-2024-QLDD-${version?.uploadId.slice(-10)}`);
    expect(said).toContain('15/03/2024');
    const { page } = window;
    await page.locator('.title-row').getByText('Nộp đúng hạn').waitFor();
    await page.locator('.versions').getByText('đang được tính').waitFor();

    // Coming back: the good news, and the form for another file only when asked for.
    const later = await open('QLDD');
    await later.page.getByRole('button', { name: /^Xem: Báo cáo quý I\b/ }).click();
    const panel = later.page.locator('.send');
    await panel.getByText('Không cần làm gì thêm.').waitFor();
    expect(await panel.innerText()).toMatch(/Nộp đúng hạn/i);
    expect(await sendButton(later).isVisible()).toBe(false);
    await panel.getByText('Gửi lại bản khác').click();
    expect(await sendButton(later).isVisible()).toBe(true);
    // Who asks for it right behind the verdict need not ask twice.
    await page.getByRole('button', { name: 'Gửi lại bản khác' }).click();
    await sendButton(window).waitFor();
  });

  it('keeps the verdict over a reload, and the form ready for another file', async () => {
    const window = await openDuty('KHTC');
    // Another unit's file: a verdict that sends the unit back to its own.
    await choose(window, good);
    await sendButton(window).click();
    const receipt = await verdict(window).locator('.receipt-number code').innerText();
    await window.page.reload();
    expect(await verdict(window).locator('.receipt-number code').innerText()).toBe(receipt);
    await window.page.getByRole('button', { name: 'Gửi tệp đã sửa' }).click();
    await sendButton(window).waitFor();
  });

  it('shows each mistake with its cell and its remedy, in the language asked for', async () => {
    const window = await openDuty('CN-CLO');
    await choose(window, faulty);
    await sendButton(window).click();
    await verdict(window).waitFor();
    const { page } = window;
    expect(await verdict(window).innerText()).toContain('Từ chối tiếp nhận');
    // What is wrong stands before the receipt, and without the codes of machines.
    const parts = await page.evaluate<string[]>(
      '[...document.querySelector(".send .verdict").children].map(({ className }) => className.split(" ")[0])',
    );
    expect(parts.slice(0, 2)).toEqual(['notice', 'findings']);
    expect(parts.indexOf('receipt')).toBeGreaterThan(parts.lastIndexOf('findings'));
    expect(await page.locator('.receipt-hash').isVisible()).toBe(false);
    expect(await page.locator('.findings').first().innerText()).not.toMatch(/\bX\d\d\b|[A-Z]+_[A-Z]+/);
    const findings = await page.locator('.finding').all();
    expect(findings.length).toBeGreaterThanOrEqual(3);
    for (const finding of await page.locator('.findings.tone-bad .finding').all()) {
      const text = await finding.innerText();
      expect(text).toMatch(/Vị trí\s*trang tính “.+”, ô [A-Z]+\d+/);
      expect(text).toMatch(/Cách sửa:\s*\S/);
    }
    expect(await page.locator('.title-row .chip').innerText()).toMatch(/chưa nộp/i);

    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('How to mend it:').first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await expect
      .poll(() => page.locator('main').innerText())
      .not.toMatch(/Cách sửa|Vị trí|Hạn nộp|Từ chối|Số biên nhận/);
    expect(await page.locator('.finding').first().innerText()).toMatch(/sheet “.+”, cell [A-Z]+\d+/);
    await page.reload();
    await page.getByText('How to mend it:').first().waitFor();
  });

  it('makes one upload of an impatient double click', async () => {
    const window = await openDuty('TNKS');
    await choose(window, good);
    await sendButton(window).dblclick();
    await verdict(window).waitFor();
    expect(window.requests.filter((request) => /^POST .*\/api\/uploads$/.test(request))).toHaveLength(1);
    expect(await versionsOf('TNKS')).toHaveLength(1);
  });

  it('records nothing to report, but not without a reason', async () => {
    const { page } = await openDuty('TTRA');
    await page.getByRole('button', { name: 'Khai không phát sinh' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Xác nhận không phát sinh' }).click();
    await dialog.getByText('Hãy ghi lý do.').waitFor();
    expect(await ground.unit('TTRA').duty()).toMatchObject({ status: 'missing' });
    const reason = 'Trong kỳ không có hoạt động nào thuộc nội dung báo cáo.';
    await dialog.getByRole('textbox').fill(reason);
    await dialog.getByRole('button', { name: 'Xác nhận không phát sinh' }).click();
    await page.getByText('Đã ghi nhận: không phát sinh.').waitFor();
    await page.locator('.title-row').getByText(reason).waitFor();
    expect(await ground.unit('TTRA').duty()).toMatchObject({ status: 'nil', reason });
  });

  it.each([
    ['Tải biểu mẫu Excel', 'Q1-2024_VPS.xlsx'],
    ['Tải biểu mẫu Word', 'Q1-2024_VPS.docx'],
  ])('hands out the form: %s', async (button, fileName) => {
    const { page } = await openDuty('VPS');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    expect((await download).suggestedFilename()).toBe(fileName);
    await page.getByText(`Đã tải: ${fileName}`).waitFor();
  });

  it('says whom to ask where the link was revoked, and lets another code in', async () => {
    await revokeLinks(ground.system, await linksOf(ground.system, 'DDBD'));
    const { page } = await open('DDBD');
    await page.getByRole('heading', { name: 'Liên kết đã bị thu hồi' }).waitFor();
    const said = await page.locator('main').innerText();
    expect(said).toContain('liên hệ Văn phòng Sở');
    await page.getByRole('button', { name: 'Nhập mã khác' }).click();
    const token = ground.cloud.endpoints.links.CCBVMT?.token ?? '';
    const asPrinted = token.toLowerCase().replaceAll(/(.{4})(?=.)/g, '$1-');
    await page.getByLabel('Mã trong thư').fill(asPrinted);
    await page.getByRole('button', { name: 'Mở trang của đơn vị' }).click();
    await page.locator('.card', { hasText: 'Q1-2024' }).waitFor();
  });

  it('may send to the bucket, and another site may not', async () => {
    const { gateway, bucket, portal, control } = ground.cloud.endpoints;
    const asked = `fetch('${gateway}/${bucket}', { method: 'POST', body: new FormData() })
      .then(({ status }) => status, (error) => error.name)`;
    // The form is empty, so the bucket refuses it; whether the browser lets the page hear that is the point.
    const fromPortal = await openWindow(browser, `${portal}/u`);
    expect(await fromPortal.page.evaluate(asked)).toBeGreaterThanOrEqual(400);
    const fromElsewhere = await openWindow(browser, `${control}/clock`);
    expect(await fromElsewhere.page.evaluate(asked)).toBe('TypeError');
    expect(fromElsewhere.complaints.join()).toContain('blocked by CORS policy');
  });

  it("shows the office's link what every unit stands at, and hands out the consolidated report", async () => {
    const [recipient] = await addressees(ground.system, { only: ['VANPHONG'] });
    if (!recipient) throw new Error('there is no recipient VANPHONG');
    const window = await openWindow(browser, (await issueByHand(ground.system, recipient)).page);
    windows.push(window);
    const { page } = window;
    const quarter = page.locator('.office-period').first();
    await quarter.getByRole('heading', { level: 2, name: 'Báo cáo quý I' }).waitFor();
    const group = (status: string) => quarter.locator('.office-group', { hasText: status });
    expect(await group('Nộp đúng hạn').innerText()).toContain('Phòng Quản lý đất đai');
    expect(await group('Không phát sinh').innerText()).toContain('không có hoạt động nào');
    // 14 are expected; one has filed, one has nothing to report, three sent a file that does not count.
    expect(await quarter.locator('.rate').innerText()).toMatch(/14,3%\s+2\/14 đơn vị đã nộp/);
    const rejected = group('Chưa nộp').locator('.office-unit', { hasText: 'CN-CLO' });
    expect(await rejected.innerText()).toMatch(/từ chối tiếp nhận.+Bao cao chi nhanh Cao Loc\.xlsx/is);
    expect(await quarter.innerText()).toContain('Chưa có báo cáo tổng hợp');
    // A period of which nothing has come yet keeps its units folded.
    const untouched = page.locator('.office-period', { hasText: 'KH2024' });
    expect(await untouched.locator('.office-unit').first().isVisible()).toBe(false);

    await ground.cloud.setClock(summaryAt);
    await ground.cloud.idle();
    await page.getByRole('button', { name: 'Cập nhật' }).click();
    for (const [button, file] of [
      ['Tải bản Word', 'Q1-2024_bao-cao-tong-hop.docx'],
      ['Tải bảng Excel', 'Q1-2024_bao-cao-tong-hop.xlsx'],
    ] as const) {
      const download = page.waitForEvent('download');
      await quarter.getByRole('button', { name: button }).click();
      const saved = await download;
      expect(saved.suggestedFilename()).toBe(file);
      const bytes = await readFile(await saved.path());
      expect(bytes.subarray(0, 2).toString()).toBe('PK');
    }
    expect(await group('Quá hạn').count()).toBe(1);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('2 of 14 units have filed').waitFor();
  });

  it('asked nobody but the portal and the bucket, and broke no rule of its content security policy', () => {
    const { portal, gateway } = ground.cloud.endpoints;
    const asked = windows.flatMap(({ requests }) => requests).map((request) => request.split(' ')[1] ?? '');
    expect(new Set(asked.map((url) => new URL(url).origin))).toEqual(
      new Set([new URL(portal).origin, new URL(gateway).origin]),
    );
    expect(windows.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
