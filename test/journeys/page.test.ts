/** The page in a real browser, against the local cloud: one story after the other, each unit in one of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from './a-browser.ts';
import { Desk } from './page/a-desk.ts';
import { everyWayOfEntering } from './page/access.ts';
import { decidingOnTheBoard } from './page/deciding.ts';
import { declaring } from './page/declaring.ts';
import { whatIsDue } from './page/duties.ts';
import { filing } from './page/filing.ts';
import { issuing } from './page/issuing.ts';
import { linksAndReceipts } from './page/links.ts';
import { theOffice } from './page/office.ts';
import { troubleOnTheWay } from './page/trouble.ts';
import { typing } from './page/typing.ts';

const started = await startBrowser();
if ('missing' in started) console.warn(`skipped, the page in a real browser: ${started.missing}`);

describe.skipIf('missing' in started)('the page in a real browser', () => {
  const desk = new Desk('browser' in started ? started.browser : null);
  beforeAll(() => desk.start());
  afterAll(() => desk.stop());

  whatIsDue(desk);
  filing(desk);
  declaring(desk);
  troubleOnTheWay(desk);
  everyWayOfEntering(desk);
  linksAndReceipts(desk);
  decidingOnTheBoard(desk);
  theOffice(desk);
  issuing(desk);
  typing(desk);

  describe('behind the scenes', () => {
    it('the page may send to the bucket, and another site may not', async () => {
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

    it('asked nobody but the portal and the bucket, and broke no rule of its content security policy', () => {
      const { portal, gateway } = desk.ground.cloud.endpoints;
      const asked = desk.windows
        .flatMap(({ requests }) => requests)
        .map((request) => request.split(' ')[1] ?? '');
      expect(new Set(asked.map((url) => new URL(url).origin))).toEqual(
        new Set([new URL(portal).origin, new URL(gateway).origin]),
      );
      const expected =
        /^Failed to load resource: (net::ERR_(INTERNET_DISCONNECTED|CONNECTION_RESET|FAILED)|.* status of 409 )/;
      const complaints = desk.windows.flatMap((window) => window.complaints);
      expect(complaints.filter((complaint) => !expected.test(complaint))).toEqual([]);
    });

    it('told no server its link, neither in an address nor as the page it came from', () => {
      const tokens = Object.values(desk.ground.cloud.endpoints.links).map(({ token }) => token);
      const told = desk.windows.flatMap(({ requests, referrers }) => [...requests, ...referrers]).join('\n');
      for (const token of tokens) expect(told).not.toContain(token);
    });
  });
});
