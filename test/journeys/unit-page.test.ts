/** A unit's page in a real browser, against the local cloud: one story after the other, each unit in one of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from './a-browser.ts';
import { Desk } from './page/a-desk.ts';
import { everyWayOfEntering } from './page/access.ts';
import { behindTheScenes } from './page/behind.ts';
import { declaring } from './page/declaring.ts';
import { whatIsDue } from './page/duties.ts';
import { filing } from './page/filing.ts';
import { linksAndReceipts } from './page/links.ts';
import { troubleOnTheWay } from './page/trouble.ts';

const started = await startBrowser();
if ('missing' in started) console.warn(`skipped, a unit's page in a real browser: ${started.missing}`);

describe.skipIf('missing' in started)("a unit's page in a real browser", () => {
  const desk = new Desk('browser' in started ? started.browser : null);
  beforeAll(() => desk.start());
  afterAll(() => desk.stop());

  whatIsDue(desk);
  filing(desk);
  declaring(desk);
  troubleOnTheWay(desk);
  everyWayOfEntering(desk);
  linksAndReceipts(desk);

  it('may send to the bucket, and another site may not', async () => {
    const { gateway, bucket, portal, control } = desk.ground.cloud.endpoints;
    const asked = `fetch('${gateway}/${bucket}/inbox/x', { method: 'PUT', headers: { 'If-None-Match': '*' }, body: 'x' })
      .then(({ status }) => status, (error) => error.name)`;
    // Nothing is signed, so the bucket refuses it; whether the browser lets the page hear that is the point.
    const fromPortal = await desk.visit(`${portal}/u`);
    expect(await fromPortal.page.evaluate(asked)).toBeGreaterThanOrEqual(400);
    const fromElsewhere = await desk.visit(`${control}/clock`);
    expect(await fromElsewhere.page.evaluate(asked)).toBe('TypeError');
    expect(fromElsewhere.complaints.join()).toContain('blocked by CORS policy');
  });

  behindTheScenes(desk);
});
