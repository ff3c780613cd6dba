import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { fingerprints } from './fingerprints.ts';

/** In a process far away from this one. */
async function elsewhere(environment: Record<string, string>): Promise<readonly string[]> {
  const script = 'test/shared/documents/fingerprints.ts';
  const { stdout } = await promisify(execFile)(process.execPath, [script], {
    env: { ...process.env, NODE_OPTIONS: '', ...environment },
  });
  return stdout.trim().split('\n');
}

it('writes the same bytes in every process, time zone and language', async () => {
  const here = await fingerprints();
  expect(here).toHaveLength(4);
  expect(await elsewhere({ TZ: 'America/Los_Angeles', LANG: 'vi_VN.UTF-8' })).toEqual(here);
});
