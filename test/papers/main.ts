/**
 * `npm run papers [-- name…]`: four reports as different as they come, every page of their documents and their mails as
 * pictures in .build/papers/, for whoever reads them with a red pencil; fails where a report is longer than it may be, or
 * has other pages once LibreOffice has saved it.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { openCamera } from '../../infra/local/pictures/camera.ts';
import { converted, giveProfile, pdfOf } from '../../infra/local/pictures/office-suite.ts';
import { run } from '../../infra/local/story/programs.ts';
import { summaryMail } from '../../shared/mail/summary.ts';
import { isOfOffice } from '../../shared/regime/recipients.ts';
import { writeFullTexts } from '../../shared/summary/report/full-texts.ts';
import { writeBrief } from '../../shared/summary/report/write-brief.ts';
import { writeReport } from '../../shared/summary/report/write-report.ts';
import type { Summary } from '../../shared/summary/summary.ts';
import { writeWorkbook } from '../../shared/summary/workbook/write-workbook.ts';
import { partsOf } from '../shared/documents/reopened.ts';
import { reports } from './reports.ts';

const folder = join(import.meta.dirname, '..', '..', '.build', 'papers');
const wanted = process.argv.slice(2);
const faults: string[] = [];

for (const [name, { make, pages: allowed }] of Object.entries(reports)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const into = join(folder, name);
  await rm(into, { recursive: true, force: true });
  await mkdir(into, { recursive: true });
  await giveProfile(into);
  const summary = await make();
  const papers = {
    'bao-cao.docx': await writeReport(summary),
    'phat-hanh.docx': await writeReport(summary, 'issued'),
    'loi-van.docx': await writeFullTexts(summary),
    'tom-tat.docx': await writeBrief(summary),
    'so-lieu.xlsx': await writeWorkbook(summary),
  };
  for (const [file, bytes] of Object.entries(papers)) {
    await writeFile(join(into, file), bytes);
    const pages = await printed(join(into, file), into);
    console.log(`${name} ${file}: ${pages} pages`);
    if (!file.endsWith('.docx')) continue;
    const again = join(into, 'again');
    await mkdir(again, { recursive: true });
    await giveProfile(again);
    const saved = await converted(join(into, file), again, 'docx:MS Word 2007 XML');
    const afterwards = await printed(saved, again);
    if (afterwards !== pages) faults.push(`${name} ${file}: ${pages} pages, ${afterwards} once saved`);
  }
  const body = await bodyPages(papers['phat-hanh.docx'], into);
  console.log(`${name}: ${body} pages without the appendix, ${allowed.join(' to ')} allowed`);
  if (body < allowed[0] || body > allowed[1]) faults.push(`${name}: ${body} pages of body`);
  await pictureMail(summary, into, name);
}

console.log(`pictures in ${relative(process.cwd(), folder)}`);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;

/** How many pages it has; each becomes a picture beside it. */
async function printed(file: string, into: string): Promise<number> {
  const pdf = await pdfOf(file, into, false);
  const stem = pdf.slice(0, -'.pdf'.length);
  await run('pdftoppm', ['-png', '-r', '70', pdf, stem]);
  const [, own = ''] = /([^/\\]+)$/.exec(stem) ?? [];
  return (await readdir(into)).filter((each) => each.startsWith(`${own}-`) && each.endsWith('.png')).length;
}

/** The pages before "Phụ lục I", which begins a page of its own: what is left of the whole when it is printed alone. */
async function bodyPages(bytes: Uint8Array, into: string): Promise<number> {
  const pages = await readdir(into);
  const all = pages.filter((each) => each.startsWith('phat-hanh-')).length;
  const sections = (partsOf(bytes)['word/document.xml'] ?? '').match(/<w:sectPr\b/g)?.length ?? 0;
  if (sections !== 2) throw new Error(`${sections} sections where the report and its appendix are two`);
  const texts = await Promise.all(
    Array.from({ length: all }, async (_, n) => {
      const page = String(n + 1);
      const text = join(into, `trang-${page}.txt`);
      await run('pdftotext', ['-f', page, '-l', page, join(into, 'phat-hanh.pdf'), text]);
      return readFile(text, 'utf8');
    }),
  );
  return texts.findIndex((text) => /^\s*Phụ lục I$/mu.test(text));
}

async function pictureMail(summary: Summary, into: string, name: string): Promise<void> {
  const recipient = summary.regime.office.recipients.find(isOfOffice);
  if (!recipient) throw new Error('the regime names nobody of the office');
  const attachment = (fileName: string) => ({ fileName, contentType: 'application/octet-stream', bytes: new Uint8Array(20_000) });
  const mail = summaryMail({
    summary,
    changes: null,
    recipient,
    portalLink: 'https://bao-cao.example/u#abcdefghijklmnopqrstuvwxyz',
    attachments: [attachment('bao-cao-tong-hop.docx'), attachment('bao-cao-tong-hop.xlsx')],
  });
  await writeFile(join(into, 'thu.html'), mail.html);
  await writeFile(join(into, 'thu.txt'), mail.text);
  const camera = await openCamera();
  try {
    for (const width of [320, 1000]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await camera.through({ width, height: 1000 }, async (page) => {
          await page.emulateMedia({ colorScheme });
          await page.setContent(mail.html, { waitUntil: 'load' });
          const height = await page.evaluate<number>('document.documentElement.scrollHeight');
          await page.screenshot({ path: join(into, `thu-${width}-${colorScheme}.png`), fullPage: true });
          console.log(`${name} mail at ${width}, ${colorScheme}: ${height} px, ${mail.html.length} bytes`);
          if (width === 1000 && height > 2000) faults.push(`${name}: the mail is ${height} px high`);
        });
      }
    }
  } finally {
    await camera.close();
  }
}
