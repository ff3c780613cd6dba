import { describe, expect, it } from 'vitest';
import { summaryAt } from '../../../infra/local/story/cast.ts';
import { actionWords } from '../../../shared/wording/page-deciding.ts';
import { entry } from '../../../shared/wording/page-entry.ts';
import { typing as words } from '../../../shared/wording/page-typing.ts';
import { unitFile } from '../../../shared/wording/page-unit-file.ts';
import { type Desk, foretold, holdToAxe, holdToWidth, sample, verdict } from './a-desk.ts';
import { act, enterCode, officeWindow } from './an-officer.ts';

/** Comes after the deadline. A report that nobody has as a file: the unit types it on a phone, or the office types what came on paper. */
export function typing(desk: Desk): void {
  describe('a report that is typed', () => {
    it('is the form, checked as one types, kept on the device, and sent like any file', async () => {
      const before = await desk.versionsOf('KHTC');
      const { page } = await desk.openDuty('KHTC', { width: 360 });
      // The first period of the regime has none before it.
      await page.route('**/api/duties/Q1-2024', async (route) => {
        const response = await route.fetch();
        const sources = { source: null, cumulativeSource: null };
        const previous = [{ indicator: 'A02', value: 25, cumulative: 40, ...sources }];
        await route.fulfill({ response, json: { ...(await response.json()), previous } });
      });
      await page.reload();
      await page.getByRole('button', { name: words.open.vi, exact: true }).click();
      const figure = (code: string) => page.locator(`[data-code="${code}"] input`).first();
      // Beside the line stands its code, which findings speak of, and what was reported last time.
      expect(await page.locator('[data-code="A02"] th').innerText()).toMatch(
        /^A02 [\s\S]*Kỳ trước: 25; lũy kế 40$/,
      );
      await figure('A02').fill('31');
      await figure('A03').fill('nhiều');
      await page.locator('.typing-section textarea').first().fill('Đã tổ chức quán triệt.');
      await foretold(page).waitFor();
      // Enter goes on to the next field: a report half filled in is not sent by it.
      await figure('A02').press('Enter');
      expect(await page.evaluate('document.activeElement.ariaLabel')).toContain(words.cumulative.vi);
      // Until the file has what was typed last, nothing can be sent: nor where the device is so slow that the pause before
      // it ends while the key waits for its turn.
      const atOnce = `(async () => {
        const field = document.querySelector('[data-code="A03"] input');
        const type = (said) => {
          field.value = said;
          field.dispatchEvent(new Event('input', { bubbles: true }));
        };
        type('rất');
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn))));
        for (const begun = performance.now(); performance.now() < begun + 1000; );
        type('rất nhiều');
        await new Promise((drawn) => setTimeout(drawn));
        const { disabled, textContent } = document.querySelector('.send-now button[type=submit]');
        return [disabled, textContent];
      })()`;
      expect(await page.evaluate(atOnce)).toEqual([true, words.behind.vi]);
      await page.locator('.send-now button[type=submit]:enabled').waitFor();
      expect(await desk.versionsOf('KHTC')).toEqual(before);
      await holdToAxe(page, 'a report as it is typed');
      await holdToWidth(page, 'a report as it is typed');
      // Folded, nothing is lost; a fault opens its section again, and the keyboard stands there.
      const [first, second] = await page.locator('.typing-head button').all();
      await first?.click();
      expect(await page.locator('.typing input').count()).toBe(0);
      const folded = await page.evaluate('document.querySelector(".typing").offsetHeight');
      expect(folded).toBeLessThan(1600);
      expect(await first?.textContent()).toMatch(/có số liệu 2\/\d+.*đã có lời văn.*1 chỗ cần xem/);
      await page.getByRole('button', { name: words.toFault.vi }).click();
      expect(await page.evaluate('document.activeElement.dataset.field')).toBe('A03/value');
      await page.locator('#fault-A03\\/value').waitFor();
      expect(await figure('A02').inputValue()).toBe('31');
      await page.getByRole('button', { name: (words.next.vi.split('{')[0] ?? '').trim() }).click();
      expect(await first?.getAttribute('aria-expanded')).toBe('false');
      expect(await page.evaluate('document.activeElement.dataset.field')).toBe('II.2');
      expect(await second?.getAttribute('aria-expanded')).toBe('true');
      // Kept where it was typed, and nowhere else, until it is sent.
      await page.reload();
      await page.getByRole('button', { name: words.open.vi, exact: true }).click();
      await expect.poll(() => figure('A02').inputValue()).toBe('31');
      await figure('A03').fill('40');
      await page.locator('.draft:not([aria-busy=true])').waitFor();
      await page.locator('.send-now button[type=submit]').click();
      await verdict(page).waitFor();
      const [version] = await desk.versionsOf('KHTC');
      const report = await desk.ground.unit('KHTC').report(version?.uploadId ?? '');
      expect(report.state).toBe('accepted-with-warnings');
      const read = new Map(report.values.map((value) => [value.indicator, value]));
      expect([read.get('A02')?.value, read.get('A03')?.value]).toEqual([31, 40]);
      expect(
        await page.evaluate('Object.keys(localStorage).filter((key) => key.startsWith("typed/"))'),
      ).toEqual([]);
    });

    it('is typed by the office of a scan, and marked as its entry that stands for it', async () => {
      const { cloud } = desk.ground;
      // What comes then is late, also where this story is run alone.
      if (cloud.now() < Date.parse(summaryAt)) await cloud.setClock(summaryAt);
      const unit = desk.ground.unit('CN-HLU');
      const scan = await unit.send(new TextEncoder().encode('%PDF-1.4\n%%EOF'), 'ban quet.pdf');
      expect((await unit.verdict(scan)).state).toBe('unreadable');
      const { page } = await officeWindow(desk, 'VANPHONG');
      const name = 'Chi nhánh VPĐKĐĐ huyện Hữu Lũng';
      await page.getByRole('button', { name: `Mở trang của ${name}`, exact: true }).click();
      await page.getByRole('button', { name: entry.open.vi }).click();
      // What is missing is said, and the keyboard stands where it is missing.
      await page.getByRole('button', { name: entry.submit.vi }).click();
      await page.getByText(entry.fileMissing.vi).waitFor();
      expect(await page.evaluate('document.activeElement.type')).toBe('file');
      await page.getByRole('button', { name: words.open.vi, exact: true }).click();
      const figure = (code: string) => page.locator(`[data-code="${code}"] input`).first();
      for (const [code, said] of Object.entries({ A02: '12', A05: '3', A06: '1', A07: '1' })) {
        await figure(code).fill(said);
      }
      // What does not add up is told before it is sent, by the lines of the page and not by cells that nobody there sees.
      await page.locator('.draft .finding', { hasText: '(A05)' }).waitFor();
      expect(await page.locator('.draft').innerText()).not.toMatch(/(^|\P{L})ô [A-Z]+\d/u);
      await page.getByRole('button', { name: entry.submitDespiteErrors.vi }).waitFor();
      await figure('A07').fill('2');
      await page.getByRole('button', { name: /^Gửi thay đơn vị/ }).waitFor();
      await foretold(page).waitFor();
      const paperDay = page.getByLabel(entry.receivedOn.vi);
      await paperDay.fill('2024-03-18');
      await page.getByText('hết ngày 18/03/2024').waitFor();
      await holdToAxe(page, 'the office enters a report');
      await holdToWidth(page, 'the office enters a report');
      // Nobody types from a file that does not open, unless they say so: it would date what they type.
      const ofFile = page.getByLabel(entry.standsFor.vi);
      expect(await ofFile.inputValue()).toBe('');
      await paperDay.fill('');
      await page.getByText(entry.datedNow.vi).waitFor();
      await ofFile.selectOption(scan);
      expect(await paperDay.count()).toBe(0);
      await page.getByText(entry.asLate.vi).waitFor();
      await page.getByLabel(entry.reason.vi).fill('Nhập từ bản quét');
      await page.locator('[data-code="A02"] input').first().press('Enter');
      await page.getByRole('button', { name: entry.submit.vi }).click();
      await enterCode(page, desk.ground);
      await page.locator('.entry-verdict').waitFor();
      await page.getByText(entry.mark.vi.replace('{reason}', 'Nhập từ bản quét')).waitFor();
      expect(await unit.duty()).toMatchObject({
        status: 'late',
        versions: expect.arrayContaining([
          expect.objectContaining({
            entered: expect.objectContaining({ by: 'office:VANPHONG', standsFor: scan }),
          }),
          expect.objectContaining({ uploadId: scan }),
        ]),
      });
      await page.getByRole('button', { name: `${unitFile.showVerdict.vi}: ban quet.pdf` }).waitFor();
      expect(await page.getByRole('button', { name: actionWords.nil.button.vi }).count()).toBe(0);

      await page.reload();
      await page.locator('.unit-columns').waitFor();
      // It stays late, and is taken as it is; taken back, it waits for a word again.
      const accept = page.getByRole('button', { name: actionWords['accept-late'].button.vi, exact: true });
      await act(page, accept, 'Đơn vị đã báo trước qua điện thoại');
      await accept.waitFor({ state: 'detached' });
      await act(page, page.locator('.history [data-kind=accept-late]').getByRole('button'), 'Nhầm đơn vị');
      await accept.waitFor();
      await desk.ground.cloud.idle();
      const heard = (await desk.ground.mailbox.to('cn-hlu@units.example')).map(({ subject = '' }) => subject);
      expect(heard.slice(-2)).toEqual([
        expect.stringContaining('Chấp nhận báo cáo nộp muộn'),
        expect.stringContaining('Thu hồi quyết định'),
      ]);

      // A file that came by another way goes the same way.
      await page.getByRole('button', { name: entry.open.vi }).click();
      await page
        .locator('.entry-form input[type=file]')
        .setInputFiles(sample('Bao cao chi nhanh Cao Loc (sua).xlsx'));
      await foretold(page).waitFor();
      await paperDay.fill('2024-03-18');
      await page.getByLabel(entry.reason.vi).fill('Đơn vị gửi qua Zalo');
      await page.getByRole('button', { name: entry.submit.vi }).click();
      await page.locator('.entry-verdict').getByText('Cao Lộc').first().waitFor();
      const noted = page.locator('.history [data-kind=received-on]');
      await noted.getByText('Văn phòng ghi: nhận ngày 18/03/2024').waitFor();
    });
  });
}
