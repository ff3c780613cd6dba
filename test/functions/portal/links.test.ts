import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { prepareDecision, recordDecision } from '../../../shared/office/decide.ts';
import { inviteByHand, mintLink } from '../../../shared/office/links/invite.ts';
import { linksOf, revoke } from '../../../shared/office/links/revoke.ts';
import { takeIn } from '../../../shared/office/take-in/take-in.ts';
import { readFilings } from '../../../shared/records/filings.ts';
import { readUse } from '../../../shared/records/links.ts';
import { outboxId, readMessage } from '../../../shared/records/outbox.ts';
import { readUpload } from '../../../shared/records/uploads.ts';
import { reportFiled, sha256 } from '../a-report.ts';
import type { World } from '../a-world.ts';
import { reader } from '../ingest/a-reader.ts';
import { written } from '../written.ts';
import { aPortal, type Portal, refusalOf } from './a-portal.ts';

const noon = '2024-03-15T12:00:00+07:00';
const bytes = new TextEncoder().encode('Mã,Chỉ tiêu\n');
const wish = { period: 'Q1-2024', fileName: 'a.csv', size: bytes.length, sha256: sha256(bytes) };

let portal: Portal;
let world: World;
const lines: unknown[] = [];
beforeAll(async () => {
  portal = await aPortal(noon, (...line) => lines.push(line));
  ({ world } = portal);
});
afterAll(async () => {
  await reader.close();
  await world.stop();
});

const holder = (unit: string) => ({ kind: 'unit', unit }) as const;
const linkOf = async (unit: string, scope?: { period: string; may: 'look' | 'send' }) =>
  (await mintLink(world, world.regime, holder(unit), scope ?? null)).code;
const Minted = z.object({ uploadId: z.string() });
const mint = async (token: string) => {
  const answer = await portal.post('/api/uploads', wish, token);
  expect(await answer.clone().text()).toContain('uploadId');
  return Minted.parse(await answer.json()).uploadId;
};
const comes = (upload: string) => world.store.put(`inbox/${upload}`, bytes, 'text/csv');
const verdictOf = async (unit: string, upload: string) => {
  await takeIn({ ...world, reader }, upload);
  return (await readFilings(world.table, 'Q1-2024', unit)).versions.find((each) => each.upload === upload);
};

describe('the link of a mail', () => {
  it('of a receipt looks at its own duty, and neither sends nor declares', async () => {
    const token = await linkOf('QLDD', { period: 'Q1-2024', may: 'look' });
    expect(await (await portal.get('/api/duties', token)).json()).toMatchObject([{ period: 'Q1-2024' }]);
    expect((await portal.get('/api/duties/Q1-2024', token)).status).toBe(200);
    for (const answer of [
      await portal.post('/api/uploads', wish, token),
      await portal.post('/api/duties/Q1-2024/nil', { reason: 'x' }, token),
    ]) {
      expect(await refusalOf(answer)).toMatchObject({ status: 403, code: 'LINK_LOOKS_ONLY' });
    }
  });

  it('of a rejection, a reminder or a return sends for that duty alone', async () => {
    const token = await linkOf('QLDD', { period: 'Q1-2024', may: 'send' });
    expect((await portal.post('/api/uploads', wish, token)).status).toBe(201);
    const elsewhere = await portal.post('/api/uploads', { ...wish, period: 'KH-2024' }, token);
    expect(await refusalOf(elsewhere)).toMatchObject({ status: 403, code: 'LINK_OF_OTHER_DUTY' });
    for (const path of ['/api/duties/KH-2024', '/api/duties/KH-2024/task', '/api/templates/KH-2024.docx']) {
      expect(await refusalOf(await portal.get(path, token))).toMatchObject({ code: 'LINK_OF_OTHER_DUTY' });
    }
  });

  it('of the office lives days, not months', async () => {
    const officer = world.regime.office.recipients.find(({ role }) => role !== 'issued-report');
    const office = { kind: 'office', recipient: officer?.id ?? '' } as const;
    const { expiresAt } = await mintLink(world, world.regime, office);
    expect(Date.parse(expiresAt) - Date.parse(world.now())).toBe(14 * 86_400_000);
  });
});

describe('what was done by a link', () => {
  it('is on record with its hash: on the rows, and when it was last used', async () => {
    const token = await linkOf('TNKS');
    const upload = await mint(token);
    await portal.post('/api/duties/Q1-2024/extension', { until: '2024-03-29', reason: 'bận' }, token);
    const [link] = await linksOf(world, 'TNKS');
    expect((await readUpload(world.table, upload))?.link).toBe(link?.hash);
    const { decisions } = await readFilings(world.table, 'Q1-2024', 'TNKS');
    expect(decisions[0]?.link).toBe(link?.hash.slice(0, 12));
    expect(await readUse(world.table, link?.hash ?? '')).toBe('2024-03-15T05:00:00.000Z');
    await linkOf('VPDK');
    expect(await readUse(world.table, (await linksOf(world, 'VPDK'))[0]?.hash ?? '')).toBeNull();
  });

  it('is one line of the log each, without what it was about', async () => {
    const token = await linkOf('KHTC');
    lines.length = 0;
    await portal.get('/api/duties', token);
    await portal.post('/api/uploads', { ...wish, fileName: 'kín.csv' }, token);
    await portal.get('/api/duties/Q1-2024', token);
    const [link] = await linksOf(world, 'KHTC');
    const by = { link: link?.hash.slice(0, 12), holder: 'KHTC' };
    expect(lines).toEqual([
      ['AUDIT: opened by a link', { did: 'opened', operation: 'listDuties', ...by }],
      ['AUDIT: sent by a link', { did: 'sent', operation: 'mintUpload', ...by }],
    ]);
    expect(JSON.stringify(lines)).not.toMatch(new RegExp(`${token}|kín`));
  });
});

describe('a revocation', () => {
  it('takes back what was minted before it and had not come; what had come stays', async () => {
    const token = await linkOf('CN-HLU');
    const [before, after] = [await mint(token), await mint(token)];
    await comes(before);
    world.setNow('2024-03-15T12:01:00+07:00');
    await revoke(world, 'CN-HLU');
    world.setNow('2024-03-15T12:02:00+07:00');
    await comes(after);
    expect((await portal.get('/api/duties', token)).status).toBe(403);
    expect((await verdictOf('CN-HLU', after))?.firstFindings).toMatchObject([{ code: 'LINK_WAS_REVOKED' }]);
    expect((await verdictOf('CN-HLU', after))?.state).toBe('rejected');
    expect((await verdictOf('CN-HLU', before))?.firstFindings[0]?.code).not.toBe('LINK_WAS_REVOKED');
  });

  it('is not undone by the next mail, until an admin gives a link', async () => {
    const { versions } = await readFilings(world.table, 'Q1-2024', 'CN-HLU');
    const message = {
      kind: 'verdict',
      period: 'Q1-2024',
      unit: 'CN-HLU',
      upload: versions[0]?.upload ?? '',
    } as const;
    const row = await readMessage(world.table, outboxId(message));
    if (!row) throw new Error('the verdict has a mail');
    const letter = await written(world, row);
    expect(letter?.mail.text).toContain(`${world.portalUrl}/u`);
    expect(letter?.mail.text).not.toContain('/u#');
    const unit = { regime: world.regime, holder: holder('CN-HLU') };
    const { token } = await inviteByHand(world, unit);
    expect((await portal.get('/api/duties', token)).status).toBe(200);
    expect((await written(world, row))?.mail.text).toContain('/u#');
  });
});

describe('the very bytes that the office gave back', () => {
  it('do not count by a mint of before either', async () => {
    const token = await linkOf('CN-LBI');
    const early = await mint(token);
    const { receipt } = await reportFiled(world, { unit: 'CN-LBI', bytes });
    const request = {
      kind: 'return',
      period: 'Q1-2024',
      unit: 'CN-LBI',
      receipt,
      reason: 'sai',
      actor: 'VP',
    } as const;
    await recordDecision(world, await prepareDecision(world, request));
    await comes(early);
    expect(await verdictOf('CN-LBI', early)).toMatchObject({
      state: 'rejected',
      firstFindings: [{ code: 'FILE_TAKEN_AWAY', found: receipt }],
    });
  });
});

describe('a link that ran out', () => {
  const renew = (token: string) => portal.post('/api/links/renewal', {}, token);

  it('has another mailed to the registered address, three times a day, and tells whoever asks nothing', async () => {
    const { token } = await inviteByHand(world, { regime: world.regime, holder: holder('DDBD') });
    const waiting = world.waiting('outbox');
    for (let n = 0; n < 5; n++) expect((await renew(token)).status).toBe(202);
    expect(world.waiting('outbox') - waiting).toBe(3);
    expect(await (await renew('0'.repeat(26))).json()).toEqual({ asked: true });
  });

  it('is not renewed where it was revoked', async () => {
    const { token } = await inviteByHand(world, { regime: world.regime, holder: holder('VPS') });
    await revoke(world, 'VPS');
    const waiting = world.waiting('outbox');
    expect((await renew(token)).status).toBe(202);
    expect(world.waiting('outbox')).toBe(waiting);
  });
});
