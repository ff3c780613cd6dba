/**
 * `npm run papers [-- name…]`: five reports as different as they come, every page of their documents and their mails as
 * pictures in .build/papers/, for whoever reads them with a red pencil; fails where a report or its appendix is longer
 * than it may be, has other pages once LibreOffice has saved it, or is found in its own print with passages missing.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { openCamera } from '../../infra/local/pictures/camera.ts';
import { converted, giveProfile } from '../../infra/local/pictures/office-suite.ts';
import { run } from '../../infra/local/story/programs.ts';
import { summaryMail } from '../../shared/mail/summary.ts';
import { openDocument } from '../../shared/reading/open/open-document.ts';
import { isOfOffice } from '../../shared/regime/recipients.ts';
import { writeFullTexts } from '../../shared/summary/report/full-texts.ts';
import { compareTexts } from '../../shared/summary/report/signed-text.ts';
import { writeBrief } from '../../shared/summary/report/write-brief.ts';
import { writeReport } from '../../shared/summary/report/write-report.ts';
import type { Summary } from '../../shared/summary/summary.ts';
import { writeWorkbook } from '../../shared/summary/workbook/write-workbook.ts';
import { reports } from './reports.ts';

const folder = join(import.meta.dirname, '..', '..', '.build', 'papers');
const wanted = process.argv.slice(2);
const faults: string[] = [];

for (const [name, { make, pages: allowed }] of Object.entries(reports)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const into = join(folder, name);
  const again = join(into, 'again');
  await rm(into, { recursive: true, force: true });
  await mkdir(again, { recursive: true });
  for (const each of [into, again]) await giveProfile(each);
  const summary = await make();
  const { authority } = summary.regime;
  const issued: Summary = {
    ...summary,
    regime: {
      ...summary.regime,
      authority: { ...authority, signing: { ...authority.signing, name: 'Nguyễn Văn An' } },
    },
    paper: { ...summary.paper, number: '125', date: dayOfIssue(summary) },
  };
  const papers = {
    'bao-cao.docx': await writeReport(summary),
    'phat-hanh.docx': await writeReport(issued, 'issued'),
    'loi-van.docx': await writeFullTexts(summary),
    'tom-tat.docx': await writeBrief(summary),
    'so-lieu.xlsx': await writeWorkbook(summary),
  };
  for (const [file, bytes] of Object.entries(papers)) await writeFile(join(into, file), bytes);
  // A workbook of a hundred units is for the screen: nobody prints its hundreds of pages.
  const printed = Object.keys(papers).filter((file) => file.endsWith('.docx') || summary.units.length < 40);
  const files = printed.map((file) => join(into, file));
  const pdfs = await converted(files, into, 'pdf');
  const texts = files.filter((file) => file.endsWith('.docx'));
  const saved = await converted(texts, again, 'docx:MS Word 2007 XML');
  const pages = await Promise.all(pdfs.map(pagesOf));
  const afterwards = await Promise.all((await converted(saved, again, 'pdf')).map(pagesOf));
  for (const [n, file] of printed.entries()) {
    console.log(`${name} ${file}: ${pages[n]} pages`);
    if (texts[n] && afterwards[n] !== pages[n]) {
      faults.push(`${name} ${file}: ${pages[n]} pages, ${afterwards[n]} once LibreOffice has saved it`);
    }
    await picture(pdfs[n] ?? '');
  }
  const body = await bodyPages(into, pages[1] ?? 0);
  console.log(`${name}: ${body} pages without the appendix, ${allowed.join(' to ')} allowed`);
  if (body < allowed[0] || body > allowed[1]) faults.push(`${name}: ${body} pages of body`);
  // Thirty rows and what is said of them.
  if ((pages[1] ?? 0) - body > 1) faults.push(`${name}: the appendix goes on to another page`);
  const print = await openDocument(await readFile(pdfs[1] ?? ''));
  for (const text of compareTexts(print, await openDocument(papers['bao-cao.docx'])).lacking) {
    faults.push(`${name}: not found in its own print: ${text}`);
  }
  const brief = pages[printed.indexOf('tom-tat.docx')];
  if (brief !== 1) faults.push(`${name}: the leadership's brief has ${brief} pages`);
  const look = join(import.meta.dirname, 'look.py');
  const reportFiles = ['bao-cao.docx', 'phat-hanh.docx'].map((file) => join(into, file));
  await run('python3', [look, ...reportFiles]).catch((error: unknown) => faults.push(String(error)));
  await pictureMail(summary, into, name);
}

console.log(`pictures in ${relative(process.cwd(), folder)}`);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;

function dayOfIssue({ scheduledAt }: Summary): string {
  return scheduledAt.slice(0, 10);
}

/** LibreOffice writes each page as an object of its own. */
async function pagesOf(pdf: string): Promise<number> {
  return (await readFile(pdf, 'latin1')).match(/\/Type\s*\/Page(?![\w])/g)?.length ?? 0;
}

/** Its first forty pages: who has read them has seen what the others look like. */
async function picture(pdf: string): Promise<void> {
  await run('pdftoppm', ['-png', '-r', '70', '-l', '40', pdf, pdf.slice(0, -'.pdf'.length)]);
}

/** The pages before "Phụ lục I", which begins a page of its own. */
async function bodyPages(into: string, all: number): Promise<number> {
  for (let page = 1; page <= all; page += 1) {
    const text = join(into, 'trang.txt');
    const only = ['-f', String(page), '-l', String(page)];
    await run('pdftotext', [...only, join(into, 'phat-hanh.pdf'), text]);
    if (/^\s*Phụ lục I$/mu.test(await readFile(text, 'utf8'))) return page - 1;
  }
  throw new Error('no page begins with the appendix');
}

async function pictureMail(summary: Summary, into: string, name: string): Promise<void> {
  const recipient = summary.regime.office.recipients.find(isOfOffice);
  if (!recipient) throw new Error('the regime names nobody of the office');
  const attachment = async (fileName: string, file: string) => ({
    fileName,
    contentType: 'application/octet-stream',
    bytes: await readFile(join(into, file)),
  });
  const mail = summaryMail({
    summary,
    changes: null,
    recipient,
    portalLink: 'https://bao-cao.example/u#abcdefghijklmnopqrstuvwxyz',
    attachments: [
      await attachment('bao-cao-tong-hop.docx', 'bao-cao.docx'),
      await attachment('bao-cao-tong-hop.xlsx', 'so-lieu.xlsx'),
    ],
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
          if (mail.html.length > 60_000) faults.push(`${name}: the mail has ${mail.html.length} bytes`);
        });
      }
    }
  } finally {
    await camera.close();
  }
}
