/** `node infra/local/story/year/save.ts`: makes the files that LibreOffice saved anew, into files/. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readRegime } from '../../../../shared/regime/load.ts';
import { regimeFile } from '../cast.ts';
import { run } from '../programs.ts';
import { draftOf, madeFile, saved, savedByLibreOffice } from './year.ts';

const regime = readRegime(await readFile(regimeFile, 'utf8'), regimeFile);
const folder = await mkdtemp(join(tmpdir(), 'year-'));
try {
  await mkdir(saved, { recursive: true });
  for (const [unit, period, extension] of savedByLibreOffice) {
    const { extension: from, bytes } = await madeFile(draftOf(regime, unit, period));
    const draft = join(folder, `${period}_${unit}.${from}`);
    await writeFile(draft, bytes);
    await run('soffice', [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
      ...['--headless', '--norestore', '--convert-to', extension, '--outdir', join(folder, 'out'), draft],
    ]);
    const name = `${period}_${unit}.${extension}`;
    await writeFile(join(saved, name), await readFile(join(folder, 'out', name)));
    console.log(name);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
