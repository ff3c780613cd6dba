import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { versionOf } from '../../../shared/filing/recording.ts';
import { prepareDecision, recordDecision } from '../../../shared/office/decide.ts';
import { engineFailed } from '../../../shared/reading/unreadable-reading.ts';
import { putVersion } from '../../../shared/records/filings.ts';
import { issueLink, revokeLink } from '../../../shared/records/links.ts';
import { readUpload, readUploadsOfDay } from '../../../shared/records/uploads.ts';
import { officeOf } from '../../../shared/regime/recipients.ts';
import { refusals } from '../../../shared/wording/refusals.ts';
import type { World } from '../a-world.ts';
import { aPortal, type Portal, refusalOf } from './a-portal.ts';

const noon = '2024-03-15T12:00:00+07:00';
const hash = 'a'.repeat(64);
const wish = { period: 'Q1-2024', fileName: 'báo cáo.xlsx', size: 10, sha256: hash };

let portal: Portal;
let world: World;
let get: Portal['get'];
let post: Portal['post'];

beforeAll(async () => {
  portal = await aPortal(noon);
  ({ world, get, post } = portal);
});
beforeEach(() => world.setNow(noon));
afterAll(() => world.stop());

const aToken = (unit: string) => portal.tokenOf({ kind: 'unit', unit });
const minted = async () => (await readUploadsOfDay(world.table, '2024-03-15')).length;

describe('who may come in', () => {
  it('tells a visitor without a token to open the invitation', async () => {
    expect(await refusalOf(await portal.ask('/api/duties'))).toMatchObject({
      status: 401,
      code: 'LINK_MISSING',
    });
  });

  it('refuses a token that nobody was given', async () => {
    expect(await refusalOf(await get('/api/duties', '0'.repeat(26)))).toMatchObject({
      status: 401,
      code: 'LINK_INVALID',
    });
    expect(await refusalOf(await get('/api/duties', "' OR 1=1"))).toMatchObject({
      status: 401,
      code: 'LINK_MISSING',
    });
  });

  it('refuses a revoked token, and only that one', async () => {
    const { token: revoked, link } = await issueLink(
      world.table,
      {
        regime: world.regime.id,
        holder: { kind: 'unit', unit: 'QLDD' },
        issuedAt: world.now(),
        expiresAt: '2024-06-01T00:00:00Z',
      },
      world.randomBytes,
    );
    await revokeLink(world.table, link.hash, world.now());
    expect(await refusalOf(await get('/api/duties', revoked))).toMatchObject({
      status: 403,
      code: 'LINK_REVOKED',
      message: expect.stringContaining(officeOf(world.regime)),
    });
    expect((await get('/api/duties')).status).toBe(200);
  });

  it('refuses a token whose time is over', async () => {
    world.setNow('2024-06-01T00:00:00Z');
    expect(await refusalOf(await get('/api/duties'))).toMatchObject({ status: 403, code: 'LINK_EXPIRED' });
  });
});

describe('what is due', () => {
  it('lists each duty of the unit with its deadline and the rule that makes it', async () => {
    const duties = await (await get('/api/duties', await aToken('VPDK'))).json();
    expect(duties).toContainEqual(
      expect.objectContaining({
        period: 'KH2024',
        status: 'overdue',
        due: '2024-02-28T23:59:59+07:00',
        rule: 'before',
      }),
    );
    expect(duties).toContainEqual(
      expect.objectContaining({
        period: 'Q1-2024',
        status: 'missing',
        due: '2024-03-18T23:59:59+07:00',
        rule: 'by',
      }),
    );
    expect(duties).toContainEqual(
      expect.objectContaining({
        period: 'CD-27CT',
        status: 'awaiting-guidance',
        due: null,
        rule: 'on-guidance',
      }),
    );
  });

  it('asks no phòng for a plan', async () => {
    const duties = z.array(z.object({ period: z.string() })).parse(await (await get('/api/duties')).json());
    expect(duties.map(({ period }) => period)).not.toContain('KH2024');
    expect(await refusalOf(await get('/api/duties/KH2024'))).toMatchObject({
      status: 404,
      code: 'PERIOD_UNKNOWN',
    });
  });

  it('answers in the language asked for, Vietnamese first', async () => {
    const english = await portal.ask('/api/duties', { headers: { 'Accept-Language': 'en-GB,en' } });
    expect(await refusalOf(english)).toMatchObject({ message: refusals.LINK_MISSING.en });
    expect(await refusalOf(await portal.ask('/api/duties'))).toMatchObject({
      message: refusals.LINK_MISSING.vi,
    });
  });

  it('takes "nothing to report" with its reason, and counts it', async () => {
    const ttra = await aToken('TTRA');
    expect(await refusalOf(await post('/api/duties/Q1-2024/nil', { reason: ' ' }, ttra))).toMatchObject({
      status: 400,
      code: 'REASON_MISSING',
    });
    expect((await post('/api/duties/Q1-2024/nil', { reason: 'Không phát sinh trong kỳ' }, ttra)).status).toBe(
      201,
    );
    const duty = await (await get('/api/duties/Q1-2024', ttra)).json();
    expect(duty).toMatchObject({ status: 'nil', reason: 'Không phát sinh trong kỳ' });
  });

  it('records a wish for more time without granting it', async () => {
    const asked = await post('/api/duties/Q1-2024/extension', { until: '2024-03-25', reason: 'Chờ số liệu' });
    expect(asked.status).toBe(201);
    expect(await (await get('/api/duties/Q1-2024')).json()).toMatchObject({ status: 'missing' });
    const past = await post('/api/duties/Q1-2024/extension', { until: '2024-03-15', reason: 'Chờ số liệu' });
    expect(await refusalOf(past)).toMatchObject({ status: 400, code: 'DATE_INVALID' });
  });
});

describe('a declaration by the contract', () => {
  it.each([
    ['a reason of 1,001 characters', 'nil', { reason: 'a'.repeat(1001) }, 'REASON_MISSING'],
    ['no reason at all', 'extension', { until: '2024-03-25' }, 'REASON_MISSING'],
    ['no date', 'extension', { reason: 'Chờ số liệu' }, 'DATE_INVALID'],
    ['a day in another century', 'extension', { until: '2204-03-25', reason: 'x' }, 'DAY_ASTRAY'],
    ['a day that does not exist', 'extension', { until: '2024-02-30', reason: 'x' }, 'DATE_INVALID'],
    ['something that is no object', 'nil', ['x'], 'BODY_INVALID'],
  ])('is refused with %s', async (_, kind, body, code) => {
    expect(await refusalOf(await post(`/api/duties/Q1-2024/${kind}`, body))).toMatchObject({
      status: 400,
      code,
    });
  });
});

describe('the form', () => {
  it.each(['xlsx', 'docx'])('comes as .%s, and nothing else does', async (extension) => {
    expect((await get(`/api/templates/Q1-2024.${extension}`)).status).toBe(200);
    expect(await refusalOf(await get('/api/templates/Q1-2024.pdf'))).toMatchObject({
      status: 404,
      code: 'FORM_UNKNOWN',
    });
  });
});

describe('minting an upload', () => {
  it('names its key, and keeps the Vietnamese name in the table', async () => {
    const answer = await (
      await post('/api/uploads', { ...wish, fileName: 'Báo cáo quý I.xlsx'.normalize('NFD') })
    ).json();
    const { uploadId, url, headers } = z
      .object({ uploadId: z.string(), url: z.url(), headers: z.record(z.string(), z.string()) })
      .parse(answer);
    expect(headers).toMatchObject({ 'If-None-Match': '*' });
    expect(new URL(url).pathname).toContain(`/inbox/${uploadId}`);
    const [upload] = (await readUploadsOfDay(world.table, '2024-03-15')).filter(
      (row) => row.upload === uploadId,
    );
    expect(upload?.fileName).toBe('Báo cáo quý I.xlsx');
    expect(await (await get(`/api/uploads/${uploadId}`)).json()).toMatchObject({
      state: 'minted',
      findings: [],
    });
    world.setNow('2024-03-15T13:00:01+07:00');
    expect(await (await get(`/api/uploads/${uploadId}`)).json()).toMatchObject({ state: 'expired' });
  });

  it.each([
    ['an unknown period', { period: 'Q9-2024' }, 404, 'PERIOD_UNKNOWN'],
    ['a period that is not open yet', { period: '6T-2024' }, 409, 'PERIOD_NOT_OPEN'],
    ['a review without guidance', { period: 'CD-27CT' }, 409, 'GUIDANCE_AWAITED'],
    ['a name that climbs folders', { fileName: '../../etc/passwd' }, 400, 'FILE_NAME_INVALID'],
    ['a name of 300 characters', { fileName: `${'ữ'.repeat(295)}.xlsx` }, 400, 'FILE_NAME_INVALID'],
    ['a name with a line break', { fileName: 'a\r\nBcc: x.xlsx' }, 400, 'FILE_NAME_INVALID'],
    ['a name with half a letter', { fileName: 'a\ud800.xlsx' }, 400, 'FILE_NAME_INVALID'],
    ['an empty name', { fileName: '' }, 400, 'FILE_NAME_INVALID'],
    ['an empty file', { size: 0 }, 400, 'FILE_EMPTY'],
    ['a negative size', { size: -1 }, 400, 'FILE_EMPTY'],
    ['a file above 52,428,800 bytes', { size: 52_428_801 }, 413, 'FILE_TOO_LARGE'],
    ['an upper-case hash', { sha256: 'A'.repeat(64) }, 400, 'HASH_INVALID'],
    ['a size that is no number', { size: '10' }, 400, 'BODY_INVALID'],
  ])('refuses %s, and mints nothing', async (_, change, status, code) => {
    const before = await minted();
    expect(await refusalOf(await post('/api/uploads', { ...wish, ...change }))).toMatchObject({
      status,
      code,
    });
    expect(await minted()).toBe(before);
  });

  it('takes the largest file that is allowed', async () => {
    expect((await post('/api/uploads', { ...wish, size: 52_428_800 })).status).toBe(201);
  });

  it('refuses a body that is no JSON', async () => {
    expect(await refusalOf(await post('/api/uploads', '{'))).toMatchObject({
      status: 400,
      code: 'BODY_INVALID',
    });
  });

  it('refuses a locked period from the day after the lock', async () => {
    world.setNow('2024-06-15T00:00:01+07:00');
    const { token: later } = await issueLink(
      world.table,
      {
        regime: world.regime.id,
        holder: { kind: 'unit', unit: 'QLDD' },
        issuedAt: world.now(),
        expiresAt: '2024-12-01T00:00:00Z',
      },
      world.randomBytes,
    );
    expect(await refusalOf(await post('/api/uploads', wish, later))).toMatchObject({
      status: 409,
      code: 'PERIOD_LOCKED',
    });
    world.setNow('2024-06-14T23:59:59+07:00');
    expect((await post('/api/uploads', wish, later)).status).toBe(201);
  });

  it('takes the request to unlock a locked period, and files for as long as the office grants', async () => {
    world.setNow('2024-06-17T08:00:00+07:00');
    const { token } = await issueLink(
      world.table,
      {
        regime: world.regime.id,
        holder: { kind: 'unit', unit: 'QLDD' },
        issuedAt: world.now(),
        expiresAt: '2024-12-01T00:00:00Z',
      },
      world.randomBytes,
    );
    const request = { until: '2024-06-20', reason: 'Bổ sung số liệu của chi nhánh' };
    expect((await post('/api/duties/Q1-2024/extension', request, token)).status).toBe(201);
    expect(await refusalOf(await post('/api/uploads', wish, token))).toMatchObject({ code: 'PERIOD_LOCKED' });
    const granted = { period: 'Q1-2024', unit: 'QLDD', actor: 'office:VANPHONG', ...request };
    const decision = await prepareDecision(world.system, { ...granted, kind: 'extension' });
    await recordDecision(world.system, decision);
    world.setNow('2024-06-20T23:59:59+07:00');
    expect((await post('/api/uploads', wish, token)).status).toBe(201);
    world.setNow('2024-06-21T00:00:00+07:00');
    expect(await refusalOf(await post('/api/uploads', wish, token))).toMatchObject({ code: 'PERIOD_LOCKED' });
  });
});

describe('what a unit types', () => {
  it('is kept in NFC, without control letters, half letters and those nobody sees', async () => {
    world.setNow('2024-03-15T12:00:00+07:00');
    const token = await aToken('CN-HLU');
    const reason = 'Ly\u0301 do\u0000\u0007 \u202Emột\r\nhai\ud800';
    const told = await (await post('/api/duties/Q1-2024/nil', { reason }, token)).json();
    expect(told).toMatchObject({ reason: 'Lý do một\nhai\uFFFD' });
    const sender = ' Chị\r\nHoa\u0000\u200B ';
    const minted = await (await post('/api/uploads', { ...wish, sender }, token)).json();
    const { uploadId } = z.object({ uploadId: z.string() }).parse(minted);
    expect(await (await get(`/api/uploads/${uploadId}`, token)).json()).toMatchObject({ sender: 'Chị Hoa' });
  });

  it.each(['a\u0085b.xlsx', 'a\u202Exslx.exe', 'a\u2028b.xlsx'])('is no file name: %j', async (fileName) => {
    expect(await refusalOf(await post('/api/uploads', { ...wish, fileName }))).toMatchObject({
      status: 400,
      code: 'FILE_NAME_INVALID',
    });
  });

  it('is no reason where nothing is left of it', async () => {
    expect(await refusalOf(await post('/api/duties/Q1-2024/nil', { reason: '\u200B\u0000 ' }))).toMatchObject(
      {
        status: 400,
        code: 'REASON_MISSING',
      },
    );
  });
});

describe('a token that nobody gave out', () => {
  it('costs no look into the records where it cannot be one, and one where it could', async () => {
    const looks: string[] = [];
    world.breakCalls(({ phase, action }) => {
      if (phase === 'before') looks.push(action);
      return 'continue';
    });
    for (const token of ['x', 'O'.repeat(26), 'a'.repeat(8192), '<script>']) {
      expect((await get('/api/duties', token)).status).toBe(401);
      expect((await get('/api/uploads/01HRZ0000000000000000000AB', token)).status).toBe(401);
    }
    expect(looks).toEqual([]);
    expect((await get('/api/duties', '0'.repeat(26))).status).toBe(401);
    expect(looks).toEqual(['dynamodb:GetItem']);
    world.breakCalls(null);
  });
});

describe('a mint that is cut off when it signs', () => {
  it.each(['before', 'after'] as const)('is a fault %s it, and the next one is whole', async (phase) => {
    const token = await aToken('CN-HLU');
    const before = await minted();
    world.breakCalls((call) =>
      call.action === 's3:SignUpload' && call.phase === phase ? 'hang-up' : 'continue',
    );
    const cut = await refusalOf(await post('/api/uploads', wish, token));
    world.breakCalls(null);
    expect(cut).toMatchObject({ status: 500, code: 'FAULT' });
    expect((await post('/api/uploads', wish, token)).status).toBe(201);
    // On record before the way to send leaves: a file never comes of which nobody knows.
    expect(await minted()).toBe(before + 2);
  });
});

describe('a script gone wild', () => {
  it('is stopped at 120 uploads of one unit in an hour, however many come at once, and goes on in the next', async () => {
    const wild = await aToken('DDBD');
    world.setNow('2024-03-15T23:10:00Z');
    const send = () => post('/api/uploads', wish, wild);
    const statuses = (await Promise.all(Array.from({ length: 140 }, send))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(120);
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
    const refused = await send();
    expect(refused.headers.get('Retry-After')).toBe('3000');
    expect(await refusalOf(refused)).toMatchObject({
      code: 'TOO_MANY_UPLOADS',
      message: expect.stringContaining('07:00 16/03/2024'),
    });
    expect((await post('/api/uploads', wish, await aToken('KHTC'))).status).toBe(201);
    world.setNow('2024-03-16T00:00:00Z');
    expect((await send()).status).toBe(201);
  });

  it('is stopped after 30 files in an hour that were no reports, and told when it goes on', async () => {
    world.setNow('2024-03-18T01:00:00Z');
    const token = await aToken('TNKS');
    const { uploadId: upload } = z
      .object({ uploadId: z.string() })
      .parse(await (await post('/api/uploads', wish, token)).json());
    const announced = await readUpload(world.table, upload);
    if (!announced) throw new Error('the upload was just minted');
    const at = { receivedAt: world.now(), recordedAt: world.now() };
    for (let n = 10; n < 40; n++) {
      const another = { ...announced, upload: `${upload.slice(0, -2)}${n}` };
      await putVersion(world.table, versionOf(another, engineFailed(), at));
    }
    expect(await refusalOf(await post('/api/uploads', wish, token))).toMatchObject({
      status: 429,
      code: 'TOO_MANY_BAD_FILES',
      message: expect.stringContaining('09:00 18/03/2024'),
    });
    world.setNow('2024-03-18T02:00:01Z');
    expect((await post('/api/uploads', wish, token)).status).toBe(201);
  });

  it('is stopped after six declarations of a kind for a period; saying one again costs nothing', async () => {
    world.setNow('2024-03-18T03:10:00Z');
    const token = await aToken('CN-LBI');
    const declare = (n: number) => {
      world.setNow(new Date(Date.parse(world.now()) + 1000).toISOString());
      return post('/api/duties/Q1-2024/extension', { until: '2024-03-29', reason: `lần ${n}` }, token);
    };
    for (let n = 0; n < 6; n++) expect((await declare(n)).status).toBe(201);
    expect((await declare(5)).status).toBe(201);
    const refused = await declare(6);
    expect(refused.headers.get('Retry-After')).toBe('2992');
    expect(await refusalOf(refused)).toMatchObject({ status: 429, code: 'TOO_MANY_DECLARATIONS' });
    expect((await post('/api/duties/Q1-2024/nil', { reason: 'không phát sinh' }, token)).status).toBe(201);
    world.setNow('2024-03-18T04:00:00Z');
    expect((await declare(6)).status).toBe(201);
  });
});

describe('whose upload it is', () => {
  it('answers another unit’s upload like none at all', async () => {
    const upload = await world.fileArrives({ unit: 'KHTC' }, new Uint8Array([1]));
    expect(await refusalOf(await get(`/api/uploads/${upload.upload}`))).toMatchObject({
      status: 404,
      code: 'UPLOAD_UNKNOWN',
    });
    expect(await refusalOf(await get('/api/uploads/nonsense'))).toMatchObject({
      status: 404,
      code: 'UPLOAD_UNKNOWN',
    });
    expect(await (await get(`/api/uploads/${upload.upload}`, await aToken('KHTC'))).json()).toMatchObject({
      state: 'received',
    });
  });

  it('never writes into the bucket itself', async () => {
    expect((await world.store.list('results/')).keys).toEqual([]);
  });
});
