/** The desk's pictures in their order, with a list of what somebody wants to do at each. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Album } from './album.ts';

/** Enough that nothing looks worse than it is. */
const colours = 64;

/** The pictures in their order, each with what its viewer wants to do there. */
export class Sheet {
  readonly #folder: string;
  readonly #album: Album;
  readonly #lines: string[] = [];

  constructor(folder: string) {
    this.#folder = folder;
    this.#album = new Album(folder);
  }

  async keep(page: Page, name: string, wish: string, { whole = true } = {}): Promise<void> {
    const number = String(this.#lines.length + 1).padStart(2, '0');
    const png = whole ? await wholePage(page) : await page.screenshot();
    await this.#album.keep(`${number}-${name}`, png, colours);
    const { width = 0 } = page.viewportSize() ?? {};
    this.#lines.push(`| [${number}-${name}.png](${number}-${name}.png) | ${width} px | ${wish} |`);
  }

  async write(): Promise<void> {
    const head = [
      '# The desk, picture by picture',
      '',
      '| Picture | Width | What somebody wants to do there |',
    ];
    await writeFile(
      join(this.#folder, 'index.md'),
      [...head, '|---|---|---|', ...this.#lines, ''].join('\n'),
    );
    console.log(`${this.#lines.length} pictures of the desk: ${this.#folder}`);
  }
}

/** In a window as high as the page: what keeps to the window's foot would lie across the picture else. */
async function wholePage(page: Page): Promise<Buffer> {
  const window = page.viewportSize();
  const height = await page.evaluate<number>('document.documentElement.scrollHeight');
  if (window) await page.setViewportSize({ ...window, height: Math.max(window.height, height) });
  const png = await page.screenshot({ fullPage: true });
  if (window) await page.setViewportSize(window);
  return png;
}
