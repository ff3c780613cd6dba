/** The runbook's ways back, gone over HTTP in the local cloud; each is compared byte for byte with what was. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CopyObjectCommand, DeleteObjectCommand, ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHandler as createSchedule } from '../../../functions/schedule/handler.ts';
import { exportAll, importAll } from '../../../infra/admin/backup.ts';
import { addressees, inviteByMail } from '../../../shared/office/links/invite.ts';
import { inboxObject, versionKey } from '../../../shared/records/keys.ts';
import { issueLink, openLink } from '../../../shared/records/links.ts';
import { aGatewayWorld, type GatewayWorld } from '../../functions/a-gateway-world.ts';
import { reportFiled } from '../../functions/a-report.ts';
import { aDeliverer } from '../../functions/deliver/a-deliverer.ts';
import { queuedBefore } from '../../functions/queued.ts';
import { filesBelow } from './files-below.ts';

const begun = '2024-03-15T02:00:00Z';
const due = '2024-03-26T09:00:00+07:00';
let folder: string;
let before: ReadonlyMap<string, string>;
let token: string;
let upload: string;
let exports = 0;

type Over = NonNullable<Parameters<typeof aGatewayWorld>[1]>;

/** What is done with a system that is started for it alone, over the cloud of the folder. */
async function within<T>(
  over: Over,
  act: (world: GatewayWorld) => Promise<T>,
  now = '2024-03-26T10:00:00+07:00',
): Promise<T> {
  const world = await aGatewayWorld(now, { empty: true, folder: join(folder, 'cloud'), ...over });
  try {
    return await act(world);
  } finally {
    await world.stop();
  }
}

/** Everything there is, as an export has it. */
async function everything({ system }: Pick<GatewayWorld, 'system'>): Promise<ReadonlyMap<string, string>> {
  const into = join(folder, `export-${exports++}`);
  await exportAll(system, into);
  return filesBelow(into);
}

/** A report that was filed, a link, and the summary that was due. */
async function build(world: GatewayWorld): Promise<void> {
  ({ upload } = await reportFiled(world, { unit: 'QLDD', values: { A02: 3 } }));
  const holder = { kind: 'unit', unit: 'QLDD' } as const;
  const of = { regime: world.regime.id, holder, issuedAt: begun, expiresAt: '2024-07-01T00:00:00Z' };
  ({ token } = await issueLink(world.table, of, world.randomBytes));
  world.setNow(due);
  await createSchedule(world)({ scheduledTime: due });
  before = await everything(world);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'restore-'));
  await within({ empty: false }, build, '2024-03-15T09:00:00+07:00');
});
afterAll(() => rm(folder, { recursive: true }));

describe('what is restored is what was, byte for byte', () => {
  it('a table spoilt by hand: as it stood at a point in time, under another name', async () => {
    const rows = await within({}, async ({ system }) => {
      const found = [];
      for await (const row of system.eachRow()) found.push(row);
      return found;
    });
    await within({}, async (world) => {
      await world.table.update(versionKey('Q1-2024', 'QLDD', upload), { set: { state: 'rejected' } });
      expect((await everything(world)).get('/rows.jsonl')).not.toBe(before.get('/rows.jsonl'));
      await world.table.update(versionKey('Q1-2024', 'QLDD', upload), { set: { state: 'accepted' } });
    });
    await within({ table: 'records-restored' }, async (world) => {
      for (const { pk, sk, ...row } of rows)
        await world.table.putIfAbsent({ pk: String(pk), sk: String(sk) }, row);
      expect(await everything(world)).toEqual(before);
    });
  });

  it('an object that was overwritten, or deleted: its version of before, copied over', async () => {
    await within({}, async (world) => {
      const Key = inboxObject(upload);
      await world.store.put(Key, 'spoilt', 'text/plain');
      await world.s3.send(new DeleteObjectCommand({ Bucket: 'reports', Key }));
      expect(await world.store.get(Key)).toBeNull();
      const listed = await world.s3.send(new ListObjectVersionsCommand({ Bucket: 'reports', Prefix: Key }));
      const good = listed.Versions?.at(-1)?.VersionId;
      expect(listed.Versions).toHaveLength(2);
      const CopySource = `reports/${Key}?versionId=${good}`;
      await world.s3.send(new CopyObjectCommand({ Bucket: 'reports', Key, CopySource }));
      const after = await everything(world);
      expect(after.get(`/objects/${Key}`)).toBe(before.get(`/objects/${Key}`));
      expect(after.get('/rows.jsonl')).toBe(before.get('/rows.jsonl'));
    });
  });

  it('a stack that is gone: its table and bucket under a new one, whose mails lead to its own address', async () => {
    await within({ portalUrl: 'https://new.example' }, async (world) => {
      expect((await everything(world)).get('/rows.jsonl')).toBe(before.get('/rows.jsonl'));
      // Whoever knows the token gets in by the new address.
      expect(await openLink(world.table, token, world.now())).toMatchObject({ holder: { unit: 'QLDD' } });
      const known = await queuedBefore(world.table);
      const [unit] = await addressees(world.system, { only: ['QLDD'] });
      if (!unit) throw new Error('the sample regime has changed');
      await inviteByMail(world.system, unit, 'again');
      const [invitation = ''] = (await queuedBefore(world.table)).filter((id) => !known.includes(id));
      const record = { messageId: '1', body: JSON.stringify({ outbox: invitation }) };
      await aDeliverer(world)({ Records: [record] } as Parameters<ReturnType<typeof aDeliverer>>[0]);
      const [mail] = await world.mails();
      expect(mail?.html).toContain('https://new.example/u#');
      expect(mail?.html).not.toContain('portal.example');
    });
  });

  it('table and bucket that are gone too: an export, in an empty system', async () => {
    const from = join(folder, 'export-0');
    await within({ folder: join(folder, 'another') }, async (world) => {
      expect((await importAll(world.system, from, begun)).written.objects).toBeGreaterThan(3);
      const after = await everything(world);
      expect(after.get('/rows.jsonl')).toBe(before.get('/rows.jsonl'));
      const objects = (files: ReadonlyMap<string, string>) =>
        [...files].filter(([path]) => path.startsWith('/objects/'));
      expect(objects(after)).toEqual(objects(before));
    });
  });
});
