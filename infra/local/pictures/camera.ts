import chromium from '@sparticuz/chromium';
import { type BrowserContext, chromium as engine, type Page } from 'playwright-core';
import { languageOf } from '../../../shared/regime/language.ts';
import { localeOf } from '../../../shared/vocabulary/text.ts';
import { sampleRegime } from '../story/sample-regime.ts';

/** Made for a Lambda function; on a machine they make the browser brittle, or other than its users' browsers. */
const unwanted = ['--single-process', '--no-zygote', '--disable-web-security'];

export interface Frame {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** The picture's pixels for one of CSS; 1 unless told. */
  readonly scale?: number;
}

/** A browser that shows things as a user in Lạng Sơn has them before the eyes. */
export interface Camera {
  /** Opens a fresh window, with nothing remembered, and closes it after `use`. */
  through<T>(frame: Frame, use: (page: Page) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Starts the browser that comes with the packages. Throws playwright's TimeoutError where it is not up within a minute. */
export async function openCamera(): Promise<Camera> {
  const locale = localeOf[languageOf(sampleRegime)];
  const browser = await engine.launch({
    executablePath: await chromium.executablePath(),
    // Fields for a day are written as the browser's own language writes it.
    args: [...chromium.args.filter((arg) => !unwanted.includes(arg)), `--lang=${locale}`],
    timeout: 60_000,
  });
  return {
    async through({ scale = 1, ...viewport }, use) {
      const context: BrowserContext = await browser.newContext({
        viewport,
        deviceScaleFactor: scale,
        locale,
        timezoneId: sampleRegime.timeZone,
        colorScheme: 'light',
        reducedMotion: 'reduce',
      });
      // A busy machine takes its time; nothing here says how long.
      context.setDefaultTimeout(120_000);
      try {
        return await use(await context.newPage());
      } finally {
        await context.close();
      }
    },
    close: () => browser.close(),
  };
}
