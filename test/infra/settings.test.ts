import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type CfnParameter, Stack } from 'aws-cdk-lib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { leaseMinutes } from '../../functions/deliver/send-message.ts';
import { capacities, capacityFor } from '../../infra/capacity.ts';
import { readSettings, refuseDeploy, UnusableSettings } from '../../infra/settings.ts';
import { resourcesOf, settings, synthesize, synthesizedOnce } from './synthesized.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'settings-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  return rm(folder, { recursive: true });
});

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
      settings: {
        ...settings,
        ...{ stage: null, sandboxRecipients: ['thu@don-vi.example'] },
        ...{ domain: null, keptTable: null, keptBucket: null, capacity: capacityFor(14) },
        timeZone: 'Asia/Ho_Chi_Minh',
      },
      missing: [],
      file: 'infra/settings.yaml',
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

  it('of a stage stand in a file of its own', async () => {
    expect(readSettings((name) => ({ stage: 'staging' })[name], null)).toMatchObject({
      settings: { stage: 'staging' },
      file: 'infra/settings.staging.yaml',
    });
    await expect(read({ stage: 'Staging 2' })).rejects.toThrow('-c stage');
  });

  it('choose what is made ready by the number of units, and each value goes before its set', async () => {
    const { capacity } = (await read({ units: '900' }, `${kept}readersAtOnce: 7\n`)).settings;
    expect(capacity).toEqual({ ...capacityFor(1000), readersAtOnce: 7 });
    expect(capacityFor(14)).toMatchObject({ readersAtOnce: 5, reservedForPortal: 0 });
    expect(capacityFor(1_000_000)).toEqual(capacityFor(100_000));
  });

  it('lease a mail for longer than its function may run, and for less than its message is hidden', () => {
    for (const [, { deliverSeconds }] of capacities) {
      expect(60 * leaseMinutes).toBeGreaterThan(deliverSeconds);
      expect(60 * leaseMinutes).toBeLessThan(6 * deliverSeconds);
    }
  });

  it('keep a hundred instances for all others where some are the portal’s, as Lambda demands', () => {
    for (const [, { reservedForPortal }, { executions }] of capacities) {
      if (reservedForPortal > 0) expect(executions - reservedForPortal).toBeGreaterThanOrEqual(100);
    }
  });

  it.each([
    [{}, 'sender: Văn phòng\nadminMail: quan-tri@so.example\n', 'infra/settings.yaml:', 'at sender'],
    [{}, `${kept}adminmail: quan-tri@so.example\n`, 'infra/settings.yaml:', 'adminmail'],
    [{}, 'sender: [', 'infra/settings.yaml:', 'line 1'],
    [{}, 'only a text', 'infra/settings.yaml:', 'expected object'],
    [{ adminMail: 'quan-tri' }, kept, '-c:', 'at adminMail'],
    [
      { domain: 'bao-cao.so.example' },
      kept,
      'infra/settings.yaml:',
      'domain and certificate belong together',
    ],
    [{ domain: 'https://bao-cao.so.example' }, kept, '-c:', 'a host name in small letters'],
    [{ readersAtOnce: '1' }, kept, '-c:', 'at readersAtOnce'],
    [{ deliverSeconds: '900' }, kept, '-c:', 'at deliverSeconds'],
    [{ ingestMemory: 'much' }, kept, '-c:', 'at ingestMemory'],
  ])('that cannot be used are named with their place: %j %j', async (context, yaml, where, what) => {
    const reading = read(context, yaml);
    await expect(reading).rejects.toThrow(UnusableSettings);
    await expect(reading).rejects.toThrow(where);
    await expect(reading).rejects.toThrow(what);
  });
});

describe('a stack', () => {
  it.each(['sender', 'adminMail'] as const)('without %s says what to write where', (name) => {
    const stack = new Stack(new App());
    refuseDeploy(stack, [name], 'infra/settings.yaml');
    const { description } = stack.node.findChild('SettingsMissing') as CfnParameter;
    expect(description).toContain(`nobody said ${name}. Write into infra/settings.yaml`);
    expect(description).toContain(`  ${name}: `);
  });

  it('that has its settings tells the administrator of alarms, and asks for nothing', async () => {
    const stack = await synthesizedOnce();
    const Subscription = z.object({ Protocol: z.string(), Endpoint: z.string() });
    expect([...resourcesOf(stack, 'AWS::SNS::Subscription', Subscription).values()]).toEqual([
      { Protocol: 'email', Endpoint: 'quan-tri@so.example' },
    ]);
    expect(Object.keys(stack.Parameters)).toEqual(['BootstrapVersion']);
  });

  it('reads them from the file, and of a stage, with what an earlier one left behind, is the same beside the other', async () => {
    const certificate = 'arn:aws:acm:ap-southeast-1:123456789012:certificate/0';
    // Without a setting, so that what stops its deploy is seen of the same synthesis: each takes seconds.
    const stack = await synthesize(
      {
        ...{ stage: 'staging', domain: 'thu.so.example', certificate, units: '1000' },
        ...{ keptTable: 'kept-records', keptBucket: 'kept-files' },
      },
      await fileOf('sender: Văn phòng <bao-cao@so.example>\n'),
    );
    const { SettingsMissing } = stack.Parameters;
    // Without a default and with no value that fits, the deploy stops at it.
    expect(Object.keys(SettingsMissing ?? {}).sort()).toEqual([
      'AllowedPattern',
      'ConstraintDescription',
      'Description',
      'Type',
    ]);
    expect('any value\n').not.toMatch(new RegExp(String(SettingsMissing?.AllowedPattern)));
    expect(SettingsMissing?.Description).toContain('nobody said adminMail. Write into infra/settings');
    // What stops the deploy is all that the rules find.
    const found = stack.report.pluginReports.flatMap(({ violations }) => violations);
    expect(found.map(({ ruleName }) => ruleName)).toEqual([
      'W2001',
      'Annotation::unit-reports:settings-missing',
    ]);
    const types = Object.values(stack.Resources).map(({ Type }) => Type);
    // Nothing is made over what is kept, and nothing would need a name that the other stack has.
    expect(types).not.toContain('AWS::DynamoDB::GlobalTable');
    expect(types).not.toContain('AWS::S3::Bucket');
    expect(stack.Outputs).toMatchObject({
      PortalUrl: { Value: 'https://thu.so.example' },
      TableName: { Value: 'kept-records' },
      BucketName: { Value: 'kept-files' },
      DomainTarget: expect.anything(),
    });
    const Variables = z.object({ PORTAL_URL: z.string().optional(), METRICS_NAMESPACE: z.string() });
    const functions = resourcesOf(
      stack,
      'AWS::Lambda::Function',
      z.object({
        Environment: z.object({ Variables }),
        ReservedConcurrentExecutions: z.number().optional(),
      }),
    );
    for (const { Environment } of functions.values()) {
      expect(Environment.Variables.METRICS_NAMESPACE).toBe('UnitReports-staging');
      expect([undefined, 'https://thu.so.example']).toContain(Environment.Variables.PORTAL_URL);
    }
    const reserved = [...functions.values()].flatMap((it) => it.ReservedConcurrentExecutions ?? []);
    expect(reserved).toEqual([capacityFor(1000).reservedForPortal]);
    const policies = resourcesOf(
      stack,
      'AWS::S3::BucketPolicy',
      z.object({ Bucket: z.string(), PolicyDocument: z.object({ Statement: z.array(z.unknown()) }) }),
    );
    expect(
      [...policies.values()].map(({ Bucket, PolicyDocument }) => [Bucket, PolicyDocument.Statement.length]),
    ).toEqual([['kept-files', 2]]);
    const mappings = resourcesOf(
      stack,
      'AWS::ApiGatewayV2::ApiMapping',
      z.object({ DomainName: z.string() }),
    );
    expect([...mappings.values()]).toEqual([{ DomainName: '<FrontDoorDomain>' }]);
  });
});
