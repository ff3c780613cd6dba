// Prints html files as Chromium does: node html_to_pdf.mjs FOLDER
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const folder = process.argv[2] ?? '.';
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const name of readdirSync(folder).filter((each) => each.endsWith('.html'))) {
  await page.goto(pathToFileURL(join(folder, name)).href);
  await page.pdf({ path: join(folder, name.replace(/html$/, 'pdf')), preferCSSPageSize: true });
}
await browser.close();
