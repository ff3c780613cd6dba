import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../../../functions/portal/handler.ts';
import { createApi } from '../../../../../functions/portal/page/api.ts';
import { readReport } from '../../../../../shared/reading/read-report.ts';
import { issueLink } from '../../../../../shared/records/links.ts';
import { aWorld, type World } from '../../../a-world.ts';

let world: World;
beforeAll(async () => {
  world = await aWorld('2024-03-15T12:00:00+07:00');
});
afterAll(() => world.stop());

async function taskFor(unit: string) {
  const app = createApp({ ...world, page: { find: async () => null } });
  const { token } = await issueLink(
    world.table,
    {
      regime: world.regime.id,
      holder: { kind: 'unit', unit },
      issuedAt: world.now(),
      expiresAt: '2024-06-01T00:00:00Z',
    },
    world.randomBytes,
  );
  const api = createApi(
    token,
    () => 'vi',
    async (path, init) => app.request(String(path), init),
  );
  return api.task('Q1-2024');
}

describe("the task that the portal hands to the engine in a unit's browser", () => {
  const files = join(import.meta.dirname, '..', '..', '..', '..', '..', 'infra', 'local', 'story', 'files');

  it.each([
    ['QLDD', 'Q1-2024_QLDD.xlsx'],
    ['CN-CLO', 'Bao cao chi nhanh Cao Loc.xlsx'],
    ['KHTC', 'Q1-2024_QLDD.xlsx'],
  ])('lets it judge as the cloud judges: %s, %s', async (code, fileName) => {
    const told = await taskFor(code);
    const bytes = await readFile(join(files, fileName));
    const unit = world.regime.units.find((one) => one.code === code);
    const period = world.regime.periods.find(({ id }) => id === 'Q1-2024');
    if (!unit || !period) throw new Error('no such duty');
    const here = await readReport(bytes, { ...told, fileName });
    expect(here).toEqual(await readReport(bytes, { fileName, unit, period, regime: world.regime }));
  });
});
