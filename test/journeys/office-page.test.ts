/** The office's page in a real browser, against the local cloud in which the units have filed: one story after the other. */
import { afterAll, beforeAll, describe } from 'vitest';
import { startBrowser } from './a-browser.ts';
import { Desk } from './page/a-desk.ts';
import { behindTheScenes } from './page/behind.ts';
import { decidingOnTheBoard } from './page/deciding.ts';
import { dialogs } from './page/dialogs.ts';
import { everyEye } from './page/every-eye.ts';
import { issuing } from './page/issuing.ts';
import { theOffice } from './page/office.ts';
import { typing } from './page/typing.ts';
import { unlocking } from './page/unlocking.ts';
import { fileBeforeTheOffice } from './page/what-was-filed.ts';

const started = await startBrowser();
if ('missing' in started) console.warn(`skipped, the office's page in a real browser: ${started.missing}`);

describe.skipIf('missing' in started)("the office's page in a real browser", () => {
  const desk = new Desk('browser' in started ? started.browser : null);
  beforeAll(async () => {
    // The day of the deadline: every hour until the summary is played.
    await desk.start('2024-03-18T14:10:00+07:00');
    await fileBeforeTheOffice(desk.ground);
  });
  afterAll(() => desk.stop());

  everyEye(desk);
  decidingOnTheBoard(desk);
  theOffice(desk);
  dialogs(desk);
  issuing(desk);
  unlocking(desk);
  typing(desk);
  behindTheScenes(desk);
});
