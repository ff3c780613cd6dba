/** The recipe for scripts in the portal's README, run by the machine's own bash and curl. */
import { execFile, spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Place } from '../a-cloud.ts';

const repository = join(import.meta.dirname, '..', '..', '..');
const files = join(repository, 'infra', 'local', 'story', 'files');
/** Of a unit that owes nothing else, and of which nothing counts before. */
const report = 'Bieu so lieu quy I - Phong Do dac.xlsx';
const readme = join(repository, 'functions', 'portal', 'README.md');

const missing = ['bash', 'curl', 'sha256sum'].filter((tool) => spawnSync(tool, ['--version']).status !== 0);
if (missing.length > 0) {
  process.stderr.write(`The README's recipe is not tried: this machine has no ${missing.join(', ')}.\n`);
}

const tokenOf = ({ ground }: Place, unit: string) => ground.cloud.endpoints.links[unit]?.token ?? '';

export function recipeInReadme(door: Place): void {
  describe.skipIf(missing.length > 0)("the recipe in the portal's README, run as written", () => {
    let recipe: string;
    beforeAll(async () => {
      const blocks = [...(await readFile(readme, 'utf8')).matchAll(/^```bash\n(.*?)^```$/gms)];
      recipe = blocks.map(([, block]) => block).join('\n');
    });

    it('goes from the link to the verdict, whatever the name of the file: spaces, diacritics, quotes, a comma, a semicolon', async () => {
      const FILE = join(door.ground.folder, `Báo cáo "quý I", bản 2; 'sửa' $x.xlsx`);
      await writeFile(FILE, await readFile(join(files, report)));
      const said = await run(door, recipe, { TOKEN: tokenOf(door, 'DDBD'), FILE });
      expect(said).toMatchObject({ code: 0, stderr: '' });
      const duty = await door.ground.unit('DDBD').duty();
      expect(said.stdout).toContain('Q1-2024  missing  2024-03-18T23:59:59+07:00');
      expect(said.stdout).toContain(`Q1-2024-DDBD-${duty.counts?.slice(-10)}: accepted`);
      expect(duty.status).toBe('on-time');
    });

    it('fails with what is wrong and how to mend it where the report is rejected', async () => {
      const FILE = join(door.ground.folder, 'ghi-chu.xlsx');
      await writeFile(FILE, 'không phải tệp Excel');
      const said = await run(door, recipe, { TOKEN: tokenOf(door, 'KHTC'), FILE });
      expect(said.code).not.toBe(0);
      expect(said.stdout).toMatch(/unreadable\nerror PLAIN_TEXT: \S.+/);
    });

    it("fails with the portal's own sentence where it refuses", async () => {
      const FILE = join(files, report);
      const stranger = await run(door, recipe, { TOKEN: '0'.repeat(26), FILE });
      expect(stranger.code).not.toBe(0);
      expect(stranger.stderr).toContain('"code":"LINK_INVALID"');
      const early = await run(door, recipe, { TOKEN: tokenOf(door, 'KHTC'), FILE, PERIOD: '6T-2024' });
      expect(early.code).not.toBe(0);
      expect(early.stderr).toContain('"code":"PERIOD_NOT_OPEN"');
    });
  });
}

/** Runs a script as a unit's machine would, with the Node of these tests. */
async function run({ ground }: Place, script: string, variables: Record<string, string>) {
  const environment = {
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
    LC_ALL: 'C.UTF-8',
    PORTAL: ground.cloud.endpoints.portal,
    ...variables,
  };
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const child = execFile('bash', ['--norc', '-c', script], { env: environment }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}
