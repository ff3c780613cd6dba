import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { readRegime } from '../../../shared/regime/load.ts';
import { writeReport } from '../../../shared/summary/report/write-report.ts';
import { writeWorkbook } from '../../../shared/summary/workbook/write-workbook.ts';
import type { LocalCloud } from '../cloud/local-cloud.ts';
import { period, regimeFile } from '../story/cast.ts';
import { consolidated } from '../story/consolidated.ts';
import { Mailbox } from '../story/mailbox.ts';
import { isInstalled, run } from '../story/programs.ts';
import { filedInYear, yearPeriod, yearSummaryAt } from '../story/year/year.ts';
import type { Album } from './album.ts';
import { giveProfile, pdfOf } from './office-suite.ts';

/** Paper is black and white, with a few tints. */
const paperColours = 10;

/** Every page of the reports, to be looked at by whoever signs them; not kept with the sources. */
const everyPage = join(import.meta.dirname, '..', '..', '..', '.build', 'pages');

interface Paper {
  /** A report: all of its pages are pictured too, as they come out of the printer. */
  readonly printed?: true;
  /** One picture a page, in order. */
  readonly pictures: readonly string[];
  readonly extension: 'docx' | 'xlsx';
  readonly bytes: Uint8Array;
}

/** The attachments of the summary, the year's report and the forms, on paper; left out where LibreOffice or poppler is missing. */
export async function pictureDocuments(cloud: LocalCloud, folder: string, album: Album): Promise<void> {
  await mkdir(folder, { recursive: true });
  await giveProfile(folder);
  const missing = (await Promise.all(['soffice', 'pdftoppm'].map(missingProgram))).flat();
  await rm(everyPage, { recursive: true, force: true });
  for (const { pictures, extension, bytes, printed } of await papersOf(cloud)) {
    if (missing.length > 0) {
      for (const name of pictures) await album.leaveOut(name, `${missing.join(' and ')} not installed`);
      continue;
    }
    const name = pictures[0] ?? extension;
    const file = join(folder, `${name}.${extension}`);
    await writeFile(file, bytes);
    const pdf = await pdfOf(file, folder);
    for (const [index, picture] of pictures.entries()) {
      await album.keep(picture, await pageOf(pdf, index + 1, extension), paperColours);
    }
    if (printed) await pictureEveryPage(file, folder);
  }
  if (missing.length === 0) console.log(`every page: ${relative(process.cwd(), everyPage)}`);
}

async function pictureEveryPage(file: string, folder: string): Promise<void> {
  await mkdir(everyPage, { recursive: true });
  const name = basename(file).replace(/-1\.\w+$/, '');
  const pdf = await pdfOf(file, folder, false);
  await run('pdftoppm', ['-png', '-r', '80', pdf, join(everyPage, name)]);
}

async function missingProgram(program: string): Promise<string[]> {
  return (await isInstalled(program)) ? [] : [program];
}

async function papersOf(cloud: LocalCloud): Promise<Paper[]> {
  const mails = await new Mailbox(cloud.mailFolder).to('tong-hop@stnmt.example');
  const attachments = mails.find((mail) => mail.attachments.length === 2)?.attachments ?? [];
  const attached = (extension: string): Uint8Array => {
    const content = attachments.find(({ filename }) => filename?.endsWith(extension))?.content;
    if (!(content instanceof ArrayBuffer)) throw new Error(`the summary has no attachment ${extension}`);
    return new Uint8Array(content);
  };
  const year = await yearReport();
  return [
    {
      pictures: ['report-docx-1', 'report-docx-2', 'report-docx-3'],
      extension: 'docx',
      bytes: attached('.docx'),
      printed: true,
    },
    {
      pictures: ['report-xlsx-1', 'report-xlsx-2'],
      extension: 'xlsx',
      bytes: attached('.xlsx'),
      printed: true,
    },
    { pictures: ['year-docx-1'], extension: 'docx', bytes: year.docx, printed: true },
    { pictures: ['year-xlsx-1', 'year-xlsx-2'], extension: 'xlsx', bytes: year.xlsx, printed: true },
    { pictures: ['form-xlsx'], extension: 'xlsx', bytes: await formOf(cloud, 'xlsx') },
    { pictures: ['form-docx'], extension: 'docx', bytes: await formOf(cloud, 'docx') },
  ];
}

/** Of four periods and fourteen units, without the pipeline: the story plays the first quarter alone. */
async function yearReport(): Promise<{ docx: Uint8Array; xlsx: Uint8Array }> {
  const regime = readRegime(await readFile(regimeFile, 'utf8'), regimeFile);
  const { summary } = await consolidated(regime, yearPeriod, yearSummaryAt, await filedInYear(regime));
  return { docx: await writeReport(summary), xlsx: await writeWorkbook(summary) };
}

/** The form as a branch downloads it. */
async function formOf({ endpoints }: LocalCloud, extension: string): Promise<Uint8Array> {
  const answer = await fetch(`${endpoints.portal}/api/templates/${period}.${extension}`, {
    headers: { Authorization: `Bearer ${endpoints.links['CN-LBI']?.token}` },
  });
  if (!answer.ok) throw new Error(`the form: ${answer.status} ${await answer.text()}`);
  return new Uint8Array(await answer.arrayBuffer());
}

async function pageOf(pdf: string, page: number, extension: 'docx' | 'xlsx'): Promise<Buffer> {
  const target = `${pdf}-${page}`;
  const number = String(page);
  const size = extension === 'docx' ? ['-scale-to-x', '560'] : ['-scale-to-x', '1000'];
  const crop = extension === 'xlsx' ? ['-x', '0', '-y', '0', '-W', '1000', '-H', '600'] : [];
  await run('pdftoppm', [
    ...['-png', '-f', number, '-l', number, '-singlefile', ...size, '-scale-to-y', '-1', ...crop],
    ...[pdf, target],
  ]);
  return readFile(`${target}.png`);
}
