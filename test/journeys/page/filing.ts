import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { check, preview } from '../../../shared/wording/page-check.ts';
import { history } from '../../../shared/wording/page-history.ts';
import { send, verdict as words } from '../../../shared/wording/page-upload.ts';
import {
  choose,
  type Desk,
  download,
  foretold,
  holdToAxe,
  holdToWidth,
  sample,
  sendButton,
  verdict,
} from './a-desk.ts';

const good = sample('Q1-2024_QLDD.xlsx');

export function filing(desk: Desk): void {
  describe('a good report', () => {
    it('goes from the chooser to its receipt, is read before it leaves, and sent once by an impatient double click', async () => {
      const window = await desk.openDuty('QLDD');
      const { page } = window;
      await choose(page, good);
      expect(await foretold(page).innerText()).toMatch(/^Kiểm tra trước: (không thấy lỗi|gửi được)/);
      expect(await page.locator('.draft summary', { hasText: /^Số liệu \(\d+\/35 chỉ tiêu\)/ }).count()).toBe(
        1,
      );
      expect(window.requests.filter((request) => request.startsWith('POST'))).toEqual([]);
      await holdToAxe(page, 'a chosen file');
      await holdToWidth(page, 'a chosen file');

      await page.getByLabel(send.sender.vi).fill('Nông Văn Thắng');
      await sendButton(page).dblclick();
      await verdict(page).waitFor();
      expect(window.requests.filter((request) => /^POST .*\/api\/uploads$/.test(request))).toHaveLength(1);
      const seen = await window.stages();
      expect(seen.at(0)).toBe('Kiểm tra');
      expect(seen).toContain('Gửi');
      expect(seen.at(-1)).toBe('Kết quả');
      const [version, ...more] = await desk.versionsOf('QLDD');
      expect(more).toEqual([]);
      const said = await verdict(page).innerText();
      expect(said).toContain('Tiếp nhận');
      expect(said).toContain(`Q1-2024-QLDD-${version?.uploadId.slice(-10)}`);
      expect(said).toContain('15/03/2024');
      await page.locator('.title-row').getByText('Nộp đúng hạn').waitFor();
      await holdToAxe(page, 'an accepted report');
      await holdToWidth(page, 'an accepted report');
    });

    it('stands in the history with its sender, can be had again, and asks for nothing more of whoever comes back', async () => {
      const { page } = await desk.open('QLDD');
      await page.getByRole('button', { name: /^Xem: Báo cáo quý I\b/ }).click();
      const panel = page.locator('.send');
      await panel.getByText('Không cần làm gì thêm.').waitFor();
      expect(await page.locator('input[type=file]').count()).toBe(0);
      const sent = page.locator('.history > li').first();
      expect(await sent.innerText()).toMatch(/Q1-2024_QLDD\.xlsx[\s\S]*Nông Văn Thắng[\s\S]*Đang được tính/);
      const file = await download(page, () => sent.getByRole('button', { name: words.sentFile.vi }).click());
      expect(file.name).toBe('Q1-2024_QLDD.xlsx');
      expect(file.bytes.equals(await readFile(good))).toBe(true);
      await sent.getByRole('button', { name: history.showVerdict.vi }).click();
      await sent.locator('.verdict').waitFor();
      await holdToAxe(page, 'the history');
      // Unless another version is to be sent.
      await panel.getByText(send.again.vi).click();
      await choose(page, good);
      await page.getByText(/Tệp giống hệt đã được gửi lúc 15\/03\/2024/).waitFor();
    });
  });

  describe('a report with mistakes', () => {
    it('tells each with its cell and its remedy before it is sent, and after', async () => {
      const { page } = await desk.openDuty('CN-CLO');
      await choose(page, sample('Bao cao chi nhanh Cao Loc.xlsx'));
      expect(await foretold(page).innerText()).toMatch(/^Kiểm tra trước: có \d+ lỗi phải sửa$/);
      await holdToAxe(page, 'a file with mistakes');
      const before = await page.locator('.draft .findings.tone-bad .finding-message').allInnerTexts();
      expect(before.length).toBeGreaterThanOrEqual(3);
      const noted = await download(page, () =>
        page.getByRole('button', { name: words.annotated.vi }).click(),
      );
      expect(noted.name.normalize('NFC')).toBe('Bao cao chi nhanh Cao Loc (lưu ý).xlsx');
      expect(noted.bytes.subarray(0, 2).toString()).toBe('PK');
      expect(await desk.versionsOf('CN-CLO')).toEqual([]);

      await sendButton(page, send.submitDespiteErrors.vi).click();
      await verdict(page).waitFor();
      expect(await verdict(page).innerText()).toContain('Từ chối tiếp nhận');
      // The browser and the server read with the same engine.
      const errors = verdict(page).locator('.findings.tone-bad');
      expect(await errors.locator('.finding-message').allInnerTexts()).toEqual(before);
      for (const finding of await errors.locator('.finding').all()) {
        const text = await finding.innerText();
        expect(text).toMatch(/Vị trí\s*trang tính “.+”, ô [A-Z]+\d+/);
        expect(text).toMatch(/Cách sửa:\s*\S/);
        expect(text).not.toMatch(/\bX\d\d\b|[A-Z]+_[A-Z]+/);
      }
      expect(await page.locator('.title-row .chip').innerText()).toMatch(/chưa nộp/i);
      await holdToAxe(page, 'a rejected report');
      await holdToWidth(page, 'a rejected report');

      // The device's chooser opens from the verdict itself.
      await page
        .getByLabel(words.sendMended.vi)
        .setInputFiles(sample('Bao cao chi nhanh Cao Loc (sua).xlsx'));
      await sendButton(page).click();
      await verdict(page)
        .getByText(/^Tiếp nhận/i)
        .first()
        .waitFor();
      const standings = page.locator('.history .standing:visible');
      await expect.poll(() => standings.allInnerTexts()).toEqual([expect.stringMatching(/Đang được tính$/)]);
      await page.getByText('Các tệp gửi trước đó (1)').click();
      expect(await standings.last().innerText()).toMatch(/^Chưa tính là đã nộp$/);
      // It is handed back with its mistakes noted in it.
      const rejected = page.locator('.history > li').last();
      await rejected.getByRole('button', { name: history.showVerdict.vi }).click();
      const returned = await download(page, () =>
        rejected.getByRole('button', { name: words.annotated.vi }).click(),
      );
      expect(returned.name).toMatch(/\.xlsx$/);
      expect(returned.bytes.subarray(0, 2).toString()).toBe('PK');
    });
  });

  describe('an old Word file', () => {
    it('is told how to be saved anew, before it is sent for nothing', async () => {
      const { page } = await desk.openDuty('CN-HLU');
      const word = Buffer.alloc(2048);
      word.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
      word.set(Buffer.from('WordDocument', 'utf16le'), 1024);
      await choose(page, { name: 'bao cao.doc', mimeType: 'application/msword', buffer: word });
      expect(await foretold(page).innerText()).toBe(check.unreadable.vi);
      await page.getByText(/chọn kiểu “Word Document \(\*\.docx\)”/).waitFor();
    });
  });

  describe("another unit's report", () => {
    it('is known as such before it leaves, and never counts', async () => {
      const window = await desk.openDuty('KHTC');
      const { page } = window;
      await choose(page, good);
      expect(await foretold(page).innerText()).toBe(check.wrongFile.vi);
      await page.getByText(send.chooseRight.vi, { exact: true }).waitFor();
      expect(await desk.versionsOf('KHTC')).toEqual([]);
      await sendButton(page, send.submitDespiteErrors.vi).click();
      const number = verdict(page).locator('.receipt-number code');
      const receipt = await number.innerText();
      expect(await verdict(page).innerText()).toContain('Từ chối tiếp nhận');
      // A reload in between leaves no riddle.
      await page.reload();
      expect(await number.innerText()).toBe(receipt);
      expect(await desk.ground.unit('KHTC').duty()).toMatchObject({ status: 'missing', counts: null });
    });
  });

  describe('a scan', () => {
    it('is taken and kept, and its unit is told what to send besides', async () => {
      const { page } = await desk.openDuty('CN-HLU');
      const scan = { name: 'BC_signed.pdf', mimeType: 'application/pdf', buffer: Buffer.from(aScan) };
      await choose(page, scan);
      expect(await foretold(page).innerText()).toBe(check.unchecked.vi);
      await holdToAxe(page, 'a file only the server reads');
      await sendButton(page).click();
      await verdict(page).waitFor();
      expect(await verdict(page).innerText()).toContain('Đã nhận tệp nhưng chưa đọc được số liệu');
      expect(await verdict(page).innerText()).toContain(words.unreadable.vi);
      await holdToAxe(page, 'an unreadable file');
    });
  });

  describe('several files', () => {
    it('go one after the other, each with its verdict, and the last accepted one counts', async () => {
      const { page } = await desk.openDuty('VPS');
      await choose(page, [good, sample('BC_dan_van_Q1_2024_VPS.xlsx')]);
      await page.getByText(send.severalFiles.vi).waitFor();
      expect(await foretold(page).allInnerTexts()).toHaveLength(2);
      expect(await page.getByText(preview.title.vi).count()).toBe(0);
      await holdToAxe(page, 'several files');
      await sendButton(page, 'Gửi 2 tệp, trong đó 1 tệp còn lỗi').click();
      await page.getByRole('heading', { name: 'Kết quả của 2 tệp' }).waitFor();
      await expect
        .poll(() => page.locator('.uploads > li').allInnerTexts())
        .toEqual([
          expect.stringMatching(/^Q1-2024_QLDD\.xlsx: từ chối/i),
          expect.stringMatching(/^BC_dan_van_Q1_2024_VPS\.xlsx: tiếp nhận/i),
        ]);
      await holdToAxe(page, 'what became of several files');
      const { counts, versions } = await desk.ground.unit('VPS').duty();
      expect(versions).toHaveLength(2);
      expect(counts).toBe(versions[0]?.uploadId);
    });
  });
}

/** A page of paper without a word of text. */
const aScan = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;
