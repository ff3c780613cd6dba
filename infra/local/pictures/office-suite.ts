/** LibreOffice, which turns our documents into what is printed. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from '../story/programs.ts';

/** A sheet becomes one page, as long as it is: so a page's number is a sheet's. */
const filters = {
  docx: 'pdf:writer_pdf_Export',
  xlsx: 'pdf:calc_pdf_Export:{"SinglePageSheets":{"type":"boolean","value":"true"}}',
};

/** A profile of its own in the folder: another LibreOffice that is open would swallow the request. Numbers are its readers': 12.448. */
export async function giveProfile(folder: string): Promise<void> {
  const profile = join(folder, 'profile');
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

/** `asSheets`: a workbook's sheets as one page each, not as they are printed. Into the folder, whose profile is used. */
export async function pdfOf(file: string, folder: string, asSheets = true): Promise<string> {
  const extension = file.endsWith('.docx') ? 'docx' : 'xlsx';
  const [pdf = ''] = await converted([file], folder, asSheets ? filters[extension] : 'pdf');
  return pdf;
}

/** The files as LibreOffice opens them and saves them as `filter` says, all in one start of it. */
export async function converted(
  files: readonly string[],
  folder: string,
  filter: string,
): Promise<readonly string[]> {
  await run('soffice', [
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
    ...['--headless', '--norestore', '--convert-to', filter, '--outdir', folder, ...files],
  ]);
  const [extension = ''] = filter.split(':');
  return files.map((file) => join(folder, `${parse(file).name}.${extension}`));
}
