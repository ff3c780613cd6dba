/** Where the stories of the page are told: one cloud, one browser, a window for each person. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { duties } from '../../../shared/wording/page.ts';
import { send } from '../../../shared/wording/page-upload.ts';
import { openWindow, type Window } from '../a-browser.ts';
import { aCloud, type Ground } from '../a-cloud.ts';

export const quarter = 'Báo cáo quý I năm 2024';

/** A file of the sample story. */
export function sample(name: string): string {
  return join(import.meta.dirname, '..', '..', '..', 'infra', 'local', 'story', 'files', name);
}

interface Violation {
  readonly rule: string;
  readonly nodes: readonly string[];
}

export class Desk {
  readonly windows: Window[] = [];
  readonly #browser: Browser | null;
  #ground: Ground | null = null;

  constructor(browser: Browser | null) {
    this.#browser = browser;
  }

  get ground(): Ground {
    if (!this.#ground) throw new Error('the cloud was not started');
    return this.#ground;
  }

  /** @param now what the cloud's clock shows at first, where not the day on which the story begins */
  async start(now?: string): Promise<void> {
    this.#ground = await aCloud(now);
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
    await this.#ground?.finish();
  }

  /** A window of somebody's own, with nothing remembered. */
  async visit(address: string, options: Parameters<typeof openWindow>[2] = {}): Promise<Window> {
    if (!this.#browser) throw new Error('there is no browser');
    const window = await openWindow(this.#browser, address, options);
    onTestFinished(async ({ task }) => {
      if (task.result?.state === 'fail') {
        const shown = await whatItShows(window);
        for (const error of task.result.errors ?? []) error.message += shown;
      }
      // Each that stayed open would ask for news every minute.
      await window.page.context().close();
    });
    return window;
  }

  /** The unit's page by its link; what it asks for and complains of is looked at in the end. */
  async open(unit: string, options?: Parameters<typeof openWindow>[2]): Promise<Window> {
    const link = this.ground.cloud.endpoints.links[unit];
    if (!link) throw new Error(`there is no link of ${unit}`);
    const window = await this.visit(link.page, options);
    this.windows.push(window);
    return window;
  }

  /** The first quarter's page, where files are chosen. */
  async openDuty(unit: string, options?: Parameters<typeof openWindow>[2]): Promise<Window> {
    const window = await this.open(unit, options);
    await window.page.getByRole('button', { name: `${duties.open.vi}: ${quarter}`, exact: true }).click();
    await window.page.getByRole('heading', { level: 1, name: quarter, exact: true }).waitFor();
    return window;
  }

  async versionsOf(unit: string) {
    return (await this.ground.unit(unit).duty()).versions;
  }
}

/** For whoever reads why a story failed: the page as its reader had it, and what went wrong behind it. */
async function whatItShows({ page, complaints, failures }: Window): Promise<string> {
  const text = await page
    .evaluate<string>('document.body.innerText')
    .catch((error: unknown) => `the page does not answer: ${error}`);
  const lines = [
    `The window at ${page.url()} showed:`,
    ...text.split('\n').filter((line) => line.trim() !== ''),
    ...complaints.map((complaint) => `console: ${complaint}`),
    ...failures.map((failure) => `network: ${failure}`),
  ];
  return `\n\n${lines.join('\n  ')}`;
}

export type Chosen = Parameters<Locator['setInputFiles']>[0];

/** Chooses files as a person does, and waits until the page has read them. */
export async function choose(page: Page, files: Chosen): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(files);
  await page.locator('.draft').first().waitFor();
  await expect.poll(() => page.locator('.draft[aria-busy=true]').count()).toBe(0);
}

/** The first sentence about a chosen file. */
export function foretold(page: Page): Locator {
  return page.locator('.draft .notice h4');
}

export function sendButton(page: Page, name: string = send.submit.vi): Locator {
  return page.getByRole('button', { name, exact: true });
}

export function verdict(page: Page): Locator {
  return page.locator('.send .verdict');
}

/**
 * Throws unless axe finds nothing to say against the view, by day and by night: of an open dialog, for nobody reaches
 * what lies behind it.
 */
export async function holdToAxe(page: Page, view: string): Promise<void> {
  if (!(await page.evaluate<boolean>('"axe" in globalThis'))) await page.evaluate(axe.source);
  // Nothing here asks for frames, for media, or for where each node stands.
  const spared = 'preload: false, iframes: false, selectors: false';
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // Of all its rules only the one on contrast sees colours.
    const rules = colorScheme === 'dark' ? `runOnly: ['color-contrast'],` : '';
    const found = await page.evaluate<readonly Violation[]>(
      `axe.run(document.querySelector('dialog[open]') ?? document, { ${rules} ${spared}, resultTypes: ['violations'] }).then(({ violations }) => violations.map(
        ({ id, help, nodes }) => ({ rule: id + ': ' + help, nodes: nodes.map(({ html }) => html.slice(0, 160)) })))`,
    );
    expect.soft(found, `${view}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Whether anything sticks out to the side, so that the page would have to be pushed to be read. */
export async function holdToWidth(page: Page, view: string): Promise<void> {
  const before = page.viewportSize();
  for (const width of [320, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    const over = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect.soft(over, `${view}, ${width} px`).toBeLessThanOrEqual(0);
  }
  if (before) await page.setViewportSize(before);
}

/** The name and the bytes of what the browser saves. */
export async function download(page: Page, act: () => Promise<void>) {
  const coming = page.waitForEvent('download');
  await act();
  const saved = await coming;
  return { name: saved.suggestedFilename(), bytes: await readFile(await saved.path()) };
}

/** Goes on with the tabulator until the focus is where it should be. */
export async function tabTo(page: Page, name: string, key = 'Tab'): Promise<void> {
  for (let press = 0; press < 90; press++) {
    await page.keyboard.press(key);
    const at = await page.evaluate<string>(
      `(() => { const at = document.activeElement;
        return at?.getAttribute('aria-label') ?? at?.closest('label')?.textContent ?? at?.textContent ?? ''; })()`,
    );
    if (at.trim().startsWith(name)) return;
  }
  throw new Error(`the keyboard never reaches “${name}”`);
}
