import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LocalCloud } from '../local-cloud.ts';
import { period } from '../story/cast.ts';
import { Mailbox } from '../story/mailbox.ts';
import type { Album } from './album.ts';
import { isInstalled, run } from './programs.ts';

/** Paper is black and white, with a few tints. */
const paperColours = 10;

interface Paper {
  /** One picture a page, in order. */
  readonly pictures: readonly string[];
  readonly extension: 'docx' | 'xlsx';
  readonly bytes: Uint8Array;
}

/** The attachments of the summary and the forms, on paper; left out where LibreOffice or poppler is missing. */
export async function pictureDocuments(cloud: LocalCloud, folder: string, album: Album): Promise<void> {
  await mkdir(folder, { recursive: true });
  await giveProfile(join(folder, 'profile'));
  const missing = (await Promise.all(['soffice', 'pdftoppm'].map(missingProgram))).flat();
  for (const { pictures, extension, bytes } of await papersOf(cloud)) {
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
  }
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
  return [
    {
      pictures: ['report-docx-1', 'report-docx-2', 'report-docx-3'],
      extension: 'docx',
      bytes: attached('.docx'),
    },
    { pictures: ['report-xlsx-1', 'report-xlsx-2'], extension: 'xlsx', bytes: attached('.xlsx') },
    { pictures: ['form-xlsx'], extension: 'xlsx', bytes: await formOf(cloud, 'xlsx') },
    { pictures: ['form-docx'], extension: 'docx', bytes: await formOf(cloud, 'docx') },
  ];
}

/** The form as a branch downloads it. */
async function formOf({ endpoints }: LocalCloud, extension: string): Promise<Uint8Array> {
  const answer = await fetch(`${endpoints.portal}/api/templates/${period}.${extension}`, {
    headers: { Authorization: `Bearer ${endpoints.links['CN-LBI']?.token}` },
  });
  if (!answer.ok) throw new Error(`the form: ${answer.status} ${await answer.text()}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** A sheet becomes one page, as long as it is: so a page's number is a sheet's. */
const filters = {
  docx: 'pdf:writer_pdf_Export',
  xlsx: 'pdf:calc_pdf_Export:{"SinglePageSheets":{"type":"boolean","value":"true"}}',
};

/** A profile of its own: another LibreOffice that is open would swallow the request. Numbers are its readers': 12.448. */
async function giveProfile(profile: string): Promise<void> {
  await mkdir(join(profile, 'user'), { recursive: true });
  await writeFile(
    join(profile, 'user', 'registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi-VN</value></prop>
</item>
</oor:items>
`,
  );
}

async function pdfOf(file: string, folder: string): Promise<string> {
  const extension = file.endsWith('.docx') ? 'docx' : 'xlsx';
  await run('soffice', [
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
    ...['--headless', '--norestore', '--convert-to', filters[extension], '--outdir', folder, file],
  ]);
  return join(folder, `${basename(file, `.${extension}`)}.pdf`);
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
