import { execFile, spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { summaryAt } from '../../infra/local/story/cast.ts';
import { addressees, inviteByHand } from '../../shared/office/links/invite.ts';
import { holdToContract } from '../functions/portal/by-the-contract.ts';
import { aCloud, type Ground } from './a-cloud.ts';

const repository = join(import.meta.dirname, '..', '..');
const files = join(repository, 'infra', 'local', 'story', 'files');
const readme = join(repository, 'functions', 'portal', 'README.md');

const missing = ['bash', 'curl', 'sha256sum'].filter((tool) => spawnSync(tool, ['--version']).status !== 0);
if (missing.length > 0) {
  process.stderr.write(`The README's recipe is not tried: this machine has no ${missing.join(', ')}.\n`);
}

let ground: Ground;
beforeAll(async () => {
  // The Monday of the interim summary: every hour until the final one is played.
  ground = await aCloud('2024-03-18T07:30:00+07:00');
});
afterAll(() => ground.finish());

const tokenOf = (unit: string) => ground.cloud.endpoints.links[unit]?.token ?? '';

describe.skipIf(missing.length > 0)("the recipe in the portal's README, run as written", () => {
  let recipe: string;
  beforeAll(async () => {
    const blocks = [...(await readFile(readme, 'utf8')).matchAll(/^```bash\n(.*?)^```$/gms)];
    recipe = blocks.map(([, block]) => block).join('\n');
  });

  it('goes from the link to the verdict', async () => {
    const said = await run(recipe, { TOKEN: tokenOf('QLDD'), FILE: join(files, 'Q1-2024_QLDD.xlsx') });
    expect(said).toMatchObject({ code: 0, stderr: '' });
    const duty = await ground.unit('QLDD').duty();
    expect(said.stdout).toContain('Q1-2024  missing  2024-03-18T23:59:59+07:00');
    expect(said.stdout).toContain(`Q1-2024-QLDD-${duty.counts?.slice(-10)}: accepted`);
    expect(duty.status).toBe('on-time');
  });

  it('takes a file whatever its name: spaces, diacritics, quotes, a comma, a semicolon', async () => {
    const FILE = join(ground.folder, `Báo cáo "quý I", bản 2; 'sửa' $x.xlsx`);
    await writeFile(FILE, await readFile(join(files, 'Q1-2024_QLDD.xlsx')));
    const said = await run(recipe, { TOKEN: tokenOf('QLDD'), FILE, PERIOD: 'Q1-2024' });
    expect(said).toMatchObject({ code: 0, stderr: '' });
  });

  it('fails with what is wrong and how to mend it where the report is rejected', async () => {
    const FILE = join(ground.folder, 'ghi-chu.xlsx');
    await writeFile(FILE, 'không phải tệp Excel');
    const said = await run(recipe, { TOKEN: tokenOf('KHTC'), FILE });
    expect(said.code).not.toBe(0);
    expect(said.stdout).toMatch(/unreadable\nerror PLAIN_TEXT: \S.+/);
  });

  it("fails with the portal's own sentence where it refuses", async () => {
    const FILE = join(files, 'Q1-2024_QLDD.xlsx');
    const stranger = await run(recipe, { TOKEN: '0'.repeat(26), FILE });
    expect(stranger.code).not.toBe(0);
    expect(stranger.stderr).toContain('"code":"LINK_INVALID"');
    const early = await run(recipe, { TOKEN: tokenOf('KHTC'), FILE, PERIOD: '6T-2024' });
    expect(early.code).not.toBe(0);
    expect(early.stderr).toContain('"code":"PERIOD_NOT_OPEN"');
  });
});

describe('every answer on the way through the API', () => {
  const ask = async (token: string, path: string, body?: unknown): Promise<Response> => {
    const method = body === undefined ? 'GET' : 'POST';
    const answer = await fetch(`${ground.cloud.endpoints.portal}${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    await holdToContract(method, path, answer);
    return answer;
  };

  it.each([
    ['accepted', 'VPS', 'Q1-2024_QLDD.xlsx'],
    ['with findings', 'CN-CLO', 'Bao cao chi nhanh Cao Loc.xlsx'],
    ['in Word', 'KHTC', 'Bao cao dan van Quy I.docx'],
  ])('is as the document says: a report %s', async (_, code, name) => {
    const unit = ground.unit(code);
    const upload = await unit.send(await readFile(join(files, name)), name);
    await unit.verdict(upload);
    for (const path of [`uploads/${upload}`, 'duties', 'duties/Q1-2024']) {
      expect((await ask(tokenOf(code), `/api/${path}`)).status).toBe(200);
    }
  });

  it('is as the document says: nothing to report, more time, and the forms', async () => {
    const token = tokenOf('TTRA');
    const wish = { until: '2024-03-25', reason: 'Chờ số liệu' };
    expect((await ask(token, '/api/duties/Q1-2024/extension', wish)).status).toBe(201);
    expect((await ask(token, '/api/duties/Q1-2024/nil', { reason: 'Không phát sinh' })).status).toBe(201);
    expect((await ask(token, '/api/duties/Q1-2024')).status).toBe(200);
    expect((await ask(token, '/api/templates/Q1-2024.docx')).status).toBe(200);
  });

  it('is as the document says: what the office sees, and the consolidated report', async () => {
    const [recipient] = await addressees(ground.system, { only: ['VANPHONG'] });
    if (!recipient) throw new Error('there is no recipient VANPHONG');
    await ground.cloud.setClock(summaryAt);
    await ground.cloud.idle();
    const { token } = await inviteByHand(ground.system, recipient);
    const seen = await ask(token, '/api/office');
    const { periods } = z
      .object({
        periods: z.array(
          z.object({
            period: z.string(),
            reports: z.array(z.object({ run: z.string(), files: z.array(z.string()) })),
          }),
        ),
      })
      .parse(await seen.json());
    const reports = periods.filter(({ period }) => period === 'Q1-2024').flatMap((each) => each.reports);
    // On Monday how far it had come, in figures alone; then the draft report and what only the office has of it.
    expect(reports.map(({ files: made }) => made)).toEqual([
      ['bao-cao-tong-hop.xlsx'],
      ['bao-cao-tong-hop.docx', 'bao-cao-tong-hop.xlsx', 'phu-luc-loi-van.docx', 'tom-tat-lanh-dao.docx'],
    ]);
    for (const { run: name, files: made } of reports) {
      for (const file of made) {
        const link = await ask(token, `/api/office/runs/${name}/${file}`);
        const { url } = z.object({ url: z.url() }).parse(await link.json());
        expect((await fetch(url)).status).toBe(200);
      }
    }
  });
});

/** Runs a script as a unit's machine would, with the Node of these tests. */
async function run(script: string, variables: Record<string, string>) {
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
