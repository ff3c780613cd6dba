import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readSettings, UnusableSettings } from '../../infra/settings.ts';
import { resourcesOf, settings, synthesize } from './synthesized.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'settings-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function fileOf(yaml: string): Promise<string> {
  const file = join(folder, 'settings.yaml');
  await writeFile(file, yaml);
  return file;
}
const read = async (context: Record<string, string>, yaml?: string) =>
  readSettings((name) => context[name], yaml === undefined ? join(folder, 'none') : await fileOf(yaml));

const kept = 'sender: Văn phòng <bao-cao@so.example>\nadminMail: quan-tri@so.example\n';

describe('the settings of a deployment', () => {
  it('are read from their file at each deploy, so that none is forgotten', async () => {
    expect(await read({}, `${kept}sandboxRecipients: [thu@don-vi.example]\n`)).toEqual({
      settings: { ...settings, sandboxRecipients: ['thu@don-vi.example'], timeZone: 'Asia/Ho_Chi_Minh' },
      missing: [],
    });
  });

  it('say at whose full hours the schedule runs, where it is not Vietnam', async () => {
    expect((await read({}, `${kept}timeZone: Asia/Vientiane\n`)).settings.timeZone).toBe('Asia/Vientiane');
    await expect(read({}, `${kept}timeZone: Hà Nội\n`)).rejects.toThrow(/timeZone/);
  });

  it('are what -c says before what the file says', async () => {
    const { settings: read_, missing } = await read({ adminMail: 'khac@so.example' }, kept);
    expect([read_.adminMail, read_.sender, missing]).toEqual(['khac@so.example', settings.sender, []]);
    expect((await read({ sandboxRecipients: 'a@so.example, b@so.example' }, kept)).settings).toMatchObject({
      sandboxRecipients: ['a@so.example', 'b@so.example'],
    });
  });

  it.each([
    [{}, undefined, ['sender', 'adminMail']],
    [{ sender: 'bao-cao@so.example' }, undefined, ['adminMail']],
    [{ adminMail: 'quan-tri@so.example' }, undefined, ['sender']],
    [{ sender: '', adminMail: '' }, undefined, ['sender', 'adminMail']],
    [{}, '# nothing yet\n', ['sender', 'adminMail']],
    [{}, 'sender: ""\nadminMail: quan-tri@so.example\n', ['sender']],
  ])('are missed where nobody gave them: %j %j', async (context, yaml, missing) => {
    expect((await read(context, yaml)).missing).toEqual(missing);
  });

  it('are not taken from the file by an empty -c', async () => {
    expect(await read({ adminMail: '' }, kept)).toMatchObject({ settings, missing: [] });
  });

  it.each([
    [{}, 'sender: Văn phòng\nadminMail: quan-tri@so.example\n', 'infra/settings.yaml:', 'at sender'],
    [{}, `${kept}adminmail: quan-tri@so.example\n`, 'infra/settings.yaml:', 'adminmail'],
    [{}, 'sender: [', 'infra/settings.yaml:', 'line 1'],
    [{}, 'only a text', 'infra/settings.yaml:', 'expected object'],
    [{ adminMail: 'quan-tri' }, kept, '-c:', 'at adminMail'],
  ])('that cannot be used are named with their place: %j %j', async (context, yaml, where, what) => {
    const reading = read(context, yaml);
    await expect(reading).rejects.toThrow(UnusableSettings);
    await expect(reading).rejects.toThrow(where);
    await expect(reading).rejects.toThrow(what);
  });
});

describe('a stack', () => {
  const Subscription = z.object({ Protocol: z.string(), Endpoint: z.string() });

  it('that has its settings tells the administrator of alarms, and asks for nothing', async () => {
    const stack = await synthesize({}, await fileOf(kept));
    expect([...resourcesOf(stack, 'AWS::SNS::Subscription', Subscription).values()]).toEqual([
      { Protocol: 'email', Endpoint: 'quan-tri@so.example' },
    ]);
    expect(Object.keys(stack.Parameters)).toEqual(['BootstrapVersion']);
  }, 120_000);

  it.each([
    ['sender', { adminMail: settings.adminMail }],
    ['adminMail', { sender: settings.sender }],
  ])(
    'without %s can be synthesized, but not be deployed, and says what to write where',
    async (name, given) => {
      const { SettingsMissing } = (await synthesize(given)).Parameters;
      // Without a default and with no value that fits, the deploy stops at it.
      expect(Object.keys(SettingsMissing ?? {}).sort()).toEqual([
        'AllowedPattern',
        'ConstraintDescription',
        'Description',
        'Type',
      ]);
      expect('any value\n').not.toMatch(new RegExp(String(SettingsMissing?.AllowedPattern)));
      expect(SettingsMissing?.Description).toContain(`nobody said ${name}. Write into infra/settings.yaml`);
      expect(SettingsMissing?.Description).toContain(`  ${name}: `);
    },
    120_000,
  );
});
