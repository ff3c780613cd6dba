import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SynthesisFailed, synthesize } from '../../../../infra/local/cloud/synthesize.ts';
import { temporaryFolder } from '../fixture/cloud.ts';

/** An app that leaves the text of its source, and a mark each time it runs. */
async function appIn(folder: string) {
  const sources = join(folder, 'sources');
  await mkdir(join(sources, 'ignored'), { recursive: true });
  await writeFile(join(sources, 'text'), 'one');
  await writeFile(
    join(sources, 'app.mjs'),
    `import { appendFileSync, copyFileSync, readFileSync } from 'node:fs';
     appendFileSync('${join(folder, 'runs')}', 'x');
     if (readFileSync('${join(sources, 'text')}', 'utf8') === 'broken') throw new Error('no such construct');
     copyFileSync('${join(sources, 'text')}', process.env.CDK_OUTDIR + '/text');`,
  );
  const synthesis = {
    ...{ app: join(sources, 'app.mjs'), output: join(folder, 'out'), sources: [sources] },
    except: [join(sources, 'ignored')],
  };
  return {
    synthesis,
    change: (name: string, text: string) => writeFile(join(sources, name), text),
    runs: async () => (await readFile(join(folder, 'runs'), 'utf8')).length,
    output: () => readFile(join(folder, 'out', 'text'), 'utf8'),
  };
}

describe('synthesizing', () => {
  it('is done once as long as the sources stay the same', async () => {
    const app = await appIn(await temporaryFolder());
    await synthesize(app.synthesis);
    await app.change('ignored/notes', 'new');
    await synthesize(app.synthesis);
    expect([await app.runs(), await app.output()]).toEqual([1, 'one']);
  });

  it('is done anew when a source changes', async () => {
    const app = await appIn(await temporaryFolder());
    await synthesize(app.synthesis);
    await app.change('text', 'two');
    await synthesize(app.synthesis);
    expect([await app.runs(), await app.output()]).toEqual([2, 'two']);
  });

  it('says what the app said when it fails, and keeps what was there', async () => {
    const app = await appIn(await temporaryFolder());
    await synthesize(app.synthesis);
    await app.change('text', 'broken');
    const failure = synthesize(app.synthesis);
    await expect(failure).rejects.toThrow(SynthesisFailed);
    await expect(failure).rejects.toThrow('no such construct');
    expect(await app.output()).toBe('one');
  });
});
