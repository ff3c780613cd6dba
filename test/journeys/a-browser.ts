/** A real Chromium for the journeys that need eyes and fingers, from npm alone. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromiumFromNpm from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';

/** The packaged Chromium runs nowhere else. */
export const packagedForThisMachine = process.platform === 'linux' && process.arch === 'x64';

/** A browser, or the sentence that says why there is none on this machine. */
export type Started = { readonly browser: Browser } | { readonly missing: string };

/**
 * Its usual flags are made for a tiny sandbox; these would hide what a unit's browser does. The first two put every
 * page in one process, the third switches CORS off.
 */
const unlikeAUnitsBrowser = new Set(['--single-process', '--no-zygote', '--disable-web-security']);

/** Throws where a browser that could run does not start: only what the machine lacks is a reason to skip. */
export async function startBrowser(): Promise<Started> {
  if (!packagedForThisMachine) {
    return {
      missing: `the packaged Chromium is for linux x64, this machine is ${process.platform} ${process.arch}`,
    };
  }
  const executablePath = await unpackBrowser();
  // Nothing here is drawn in three dimensions, and a graphics card made of software takes six times the processor.
  chromiumFromNpm.setGraphicsMode = false;
  const ownLibraries = { ...process.env, LD_LIBRARY_PATH: join(tmpdir(), 'al2023', 'lib') };
  let missing = '';
  for (const env of [process.env, ownLibraries]) {
    try {
      const args = chromiumFromNpm.args.filter((flag) => !unlikeAUnitsBrowser.has(flag));
      return { browser: await chromium.launch({ executablePath, args, env }) };
    } catch (error) {
      const library = /error while loading shared libraries: ([^:\s]+)/.exec(String(error))?.[1];
      if (library === undefined) throw error;
      missing ||= `Chromium needs the system library ${library}, which this machine does not have`;
    }
  }
  return { missing };
}

/**
 * The package brings the few system libraries a bare machine lacks, but unpacks them on Lambda only. Two that unpack at
 * the same time would write into one file: see prepared-once.ts.
 */
export async function unpackBrowser(): Promise<string> {
  const { AWS_EXECUTION_ENV: before } = process.env;
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs24.x';
  try {
    return await chromiumFromNpm.executablePath();
  } finally {
    if (before === undefined) delete process.env.AWS_EXECUTION_ENV;
    else process.env.AWS_EXECUTION_ENV = before;
  }
}

/** One person's window, and all that its page asked for or stumbled over. */
export interface Window {
  readonly page: Page;
  /** Scripts that broke, refusals of the content security policy, messages of the browser's console. */
  readonly complaints: readonly string[];
  /** Every request over a network, in order: `POST http://…`. */
  readonly requests: readonly string[];
  /** What the requests told about the page they came from. */
  readonly referrers: readonly string[];
  /** What the network did not bring, in order: `404 GET http://…`, `net::ERR_FAILED GET http://…`. */
  readonly failures: readonly string[];
  /** The stages of the progress line, as they lit up. */
  stages(): Promise<readonly string[]>;
}

// The browser answers 4xx with a line in the console; the page's own words about it are what the tests look at.
const notAComplaint = /^Failed to load resource: the server responded with a status of 4/;

const watchers = `
  addEventListener('securitypolicyviolation', (event) =>
    console.error('refused by the CSP: ' + event.effectiveDirective + ' ' + event.blockedURI));
  globalThis.stagesSeen = [];
  new MutationObserver(() => {
    const now = document.querySelector('.stages [aria-current=step]')?.textContent;
    if (now && now !== globalThis.stagesSeen.at(-1)) globalThis.stagesSeen.push(now);
  }).observe(document, { subtree: true, childList: true, attributes: true });
`;

/**
 * Milliseconds after which a wait says what it waited for. It ends a story that hangs, before the test's own limit does
 * and tells less; a machine that is busy with other work must never reach it.
 */
const longestWait = 300_000;

/** Opens the address as somebody far away with an English device would: neither may show on the page. */
export async function openWindow(
  browser: Browser,
  address: string,
  options: { width?: number; height?: number; dark?: boolean } = {},
): Promise<Window> {
  const { width = 1280, height = 900, dark = false } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'America/New_York',
  });
  context.setDefaultTimeout(longestWait);
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  const referrers: string[] = [];
  const failures: string[] = [];
  page.on('console', (message) => {
    const isComplaint = message.type() === 'error' || message.type() === 'warning';
    if (isComplaint && !notAComplaint.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (!/^https?:/.test(request.url())) return;
    requests.push(`${request.method()} ${request.url()}`);
    const { referer } = request.headers();
    if (referer !== undefined) referrers.push(referer);
  });
  page.on('requestfailed', (request) =>
    failures.push(`${request.failure()?.errorText} ${request.method()} ${request.url()}`),
  );
  page.on('response', (response) => {
    if (response.status() < 400) return;
    failures.push(`${response.status()} ${response.request().method()} ${response.url()}`);
  });
  await page.addInitScript(watchers);
  await page.goto(address);
  return {
    ...{ page, complaints, requests, referrers, failures },
    stages: () => page.evaluate('globalThis.stagesSeen'),
  };
}
