import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

async function fingerprints(environment: Record<string, string>) {
  const script = 'test/shared/documents/fingerprints.ts';
  const { stdout } = await promisify(execFile)(process.execPath, [script], {
    env: { ...process.env, NODE_OPTIONS: '', ...environment },
  });
  return stdout.trim().split('\n');
}

it('writes the same bytes in every process, time zone and language', async () => {
  const here = await fingerprints({ TZ: 'Asia/Ho_Chi_Minh', LANG: 'vi_VN.UTF-8' });
  const there = await fingerprints({ TZ: 'America/Los_Angeles', LANG: 'en_US.UTF-8' });
  expect(here).toHaveLength(4);
  expect(there).toEqual(here);
});
