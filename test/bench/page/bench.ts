/** The first view of the unit's page on a slow line, and the reading engine that follows with the first file. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { duties } from '../../../shared/wording/page.ts';
import { openWindow, startBrowser } from '../../journeys/a-browser.ts';
import { aCloud } from '../../journeys/a-cloud.ts';
import { median, say, table } from '../figures.ts';
import type { Outcome, Row } from '../outcome.ts';
import { openSlowLine, type SlowLine } from './slow-line.ts';

/** 1 Mbit/s; API Gateway is reached by TCP and TLS 1.3. */
const line = { roundTrip: 300, rate: 125_000, handshakes: 2 };
const aimSeconds = 3;
const aimKilobytes = 60;
const runs = 5;
const files = join(import.meta.dirname, '..', '..', '..', 'infra', 'local', 'story', 'files');

interface Measured {
  /** Seconds until the person can go on. */
  readonly seconds: number;
  /** All that came down the line, heads included. */
  readonly kilobytes: number;
}

/** Prints a table: medians of several runs, each in a browser that knows nothing yet. */
export async function bench(): Promise<Outcome> {
  const started = await startBrowser();
  if ('missing' in started)
    return { rows: [{ what: 'views on a slow line', value: null, unit: 's', note: started.missing }] };
  const ground = await aCloud();
  const slow = await openSlowLine(ground.cloud.endpoints.portal, line);
  try {
    const link = `${slow.origin}/u#${ground.cloud.endpoints.links.QLDD?.token}`;
    // The local functions start once; how long that takes on AWS is another matter.
    await visit(started.browser, link, slow);
    const visits: Visit[] = [];
    for (let run = 0; run < runs; run++) visits.push(await visit(started.browser, link, slow));
    const { roundTrip, handshakes } = line;
    say(`1 Mbit/s, ${roundTrip} ms round trip, ${handshakes} more for each connection; median of ${runs}:\n`);
    const measured = Object.entries(views).map(([view, name]) => medianOf(name, visits, view as View));
    const lines = measured.map(({ name, seconds, kilobytes }) => [
      name,
      seconds.toFixed(2),
      kilobytes.toFixed(1),
    ]);
    say(table(['view', 's until usable', 'KB'], lines));
    return { rows: measured.flatMap(rowsOf) };
  } finally {
    await started.browser.close();
    await slow.close();
    await ground.stop();
  }
}

const views = {
  first: 'first visit: what is due stands there',
  second: 'second visit: the browser has kept the files',
  duty: 'one duty, its file field ready',
  engine: 'first file: engine loaded, preview shown',
  again: 'second file: preview shown',
} as const;
type View = keyof typeof views;
type Visit = Readonly<Record<View, Measured>>;

async function visit(browser: Browser, link: string, slow: SlowLine): Promise<Visit> {
  const { page } = await openWindow(browser, 'about:blank');
  page.setDefaultTimeout(60_000);
  const measure = async (act: () => Promise<void>): Promise<Measured> => {
    slow.received();
    const began = performance.now();
    await act();
    return { seconds: (performance.now() - began) / 1000, kilobytes: slow.received() / 1000 };
  };
  const send = page.getByRole('button', { name: `${duties.open.vi}: Báo cáo quý I` });
  const arrive = async () => {
    await page.goto(link, { waitUntil: 'commit' });
    await send.waitFor();
  };
  try {
    const first = await measure(arrive);
    await page.goto('about:blank');
    const second = await measure(arrive);
    const duty = await measure(async () => {
      await send.click();
      await page.locator('input[type=file]').first().waitFor({ state: 'attached' });
    });
    const engine = await measure(() => preview(page, 'Q1-2024_QLDD.xlsx'));
    await page.locator('.draft button').first().click();
    const again = await measure(() => preview(page, 'Q1-2024_CCBVMT.xlsx'));
    return { first, second, duty, engine, again };
  } finally {
    await page.context().close();
  }
}

async function preview(page: Page, file: string): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(join(files, file));
  await page.locator('.draft:not([aria-busy=true])').first().waitFor();
}

interface MeasuredView extends Measured {
  readonly name: string;
}

function medianOf(name: string, visits: readonly Visit[], view: View): MeasuredView {
  const of = (what: keyof Measured) => median(visits.map((visit) => visit[view][what]));
  return { name, seconds: of('seconds'), kilobytes: of('kilobytes') };
}

function rowsOf({ name, seconds, kilobytes }: MeasuredView): readonly Row[] {
  const aimed = name === views.first;
  return [
    { what: name, value: seconds, unit: 's', ...(aimed && { aim: { most: aimSeconds } }) },
    { what: name, value: kilobytes, unit: 'KB', ...(aimed && { aim: { most: aimKilobytes } }) },
  ];
}
