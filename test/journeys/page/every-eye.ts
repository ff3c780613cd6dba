import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { mailingWords } from '../../../shared/wording/page-chase.ts';
import { deciding } from '../../../shared/wording/page-deciding.ts';
import { board } from '../../../shared/wording/page-desk.ts';
import { unitFile } from '../../../shared/wording/page-unit-file.ts';
import { type Desk, tabTo } from './a-desk.ts';
import { officeWindow } from './an-officer.ts';

/** The office's page for whoever reads with large letters, in the system's colours, or works without a mouse. */
export function everyEye(desk: Desk): void {
  const visit = async () => (await officeWindow(desk, 'VANPHONG')).page;
  const name = 'Thanh tra Sở';
  const openUnit = board.open.vi.replace('{unit}', name);

  describe('for every eye and hand', () => {
    it('shows what is chosen in the system’s colours, and where the keyboard is on the band; letters twice as large push nothing aside and nothing over another', async () => {
      const page = await visit();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.locator('.languages button').first().focus();
        await page.keyboard.press('Tab');
        expect(await page.evaluate<number>(ringOnBand), colorScheme).toBeGreaterThanOrEqual(3);
      }
      await page.emulateMedia({ forcedColors: 'active' });
      for (const choice of ['.languages button', '.period-tab', '.filter']) {
        const look = (pressed: boolean) =>
          page.evaluate<string>(
            `getComputedStyle(document.querySelector('${choice}[aria-pressed="${pressed}"]')).backgroundColor`,
          );
        expect(await look(true), choice).not.toBe(await look(false));
      }
      await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light', media: 'print' });
      const pressed = page.locator('button:visible:not(.unit-link), input:visible, select:visible');
      expect(await pressed.count(), 'on paper').toBe(0);
      await page.emulateMedia({ media: 'screen' });

      const unit = (await desk.openDuty('CN-LBI', { width: 360 })).page;
      await holdToLargeLetters(unit, 'a unit’s report');
      await holdToLargeLetters(page, 'the board');
      await page.getByRole('button', { name: openUnit, exact: true }).click();
      await page.locator('.unit-columns').waitFor();
      await holdToLargeLetters(page, 'a unit’s page of the office');
      await page.getByRole('button', { name: mailingWords.link.button.vi, exact: true }).click();
      await holdToLargeLetters(page, 'a dialog');
    });

    it('the keyboard alone opens a unit, a dialog in which it stays, and comes back', async () => {
      const page = await visit();
      await tabTo(page, openUnit);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
      await tabTo(page, mailingWords.link.button.vi);
      await page.keyboard.press('Enter');
      // Until it is known whom the mail reaches, the button takes no focus.
      await page.locator('dialog button[type=submit]:enabled').waitFor();
      await tabTo(page, deciding.goOn.vi);
      // Space acts when the key comes up, and would be lost if the page drew itself anew meanwhile.
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByText(deciding.reasonMissing.vi).waitFor();
      expect(await page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await page.evaluate('document.activeElement.textContent')).toBe(mailingWords.link.button.vi);
      await tabTo(page, unitFile.back.vi, 'Shift+Tab');
      await page.keyboard.press('Enter');
      await page.locator('.board-table').waitFor();
    });
  });
}

/** As a browser does that is told to enlarge its letters alone: the page's measures follow them. */
async function holdToLargeLetters(page: Page, view: string): Promise<void> {
  await page.evaluate("document.documentElement.style.fontSize = '200%'");
  const before = page.viewportSize();
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    if (width > 1000) {
      const over = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect.soft(over, `${view}, ${width} px, pushed aside`).toBeLessThanOrEqual(0);
    }
    expect.soft(await page.evaluate<number>(overlapOnBand), `${view}, ${width} px`).toBeLessThanOrEqual(0);
  }
  if (before) await page.setViewportSize(before);
  await page.evaluate("document.documentElement.style.fontSize = ''");
}

/** CSS pixels by which the name on the band lies over the choice of language, in both directions. */
const overlapOnBand = `(() => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector('.brand-line'));
  const [name, choice] = [range.getBoundingClientRect(), document.querySelector('.languages').getBoundingClientRect()];
  return Math.min(name.right - choice.left, name.bottom - choice.top);
})()`;

/** The contrast of the ring around what has the focus against the band on which it lies. */
const ringOnBand = `(() => {
  const light = (rgb) => rgb.match(/\\d+/g).slice(0, 3).map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, n) => sum + part * [0.2126, 0.7152, 0.0722][n], 0);
  const { outlineColor, outlineStyle } = getComputedStyle(document.activeElement);
  if (outlineStyle === 'none') return 0;
  const bands = getComputedStyle(document.querySelector('.band')).backgroundImage.match(/rgb\\([^)]+\\)/g);
  const ring = light(outlineColor) + 0.05;
  return Math.min(...bands.map((band) => light(band) + 0.05).map((band) => Math.max(ring, band) / Math.min(ring, band)));
})()`;
