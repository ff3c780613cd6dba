import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { Corrections, IssuedAs, IssueView, SignedText } from '../../../functions/portal/contract/issue.ts';
import { createHandler } from '../../../functions/schedule/handler.ts';
import { applyRegime } from '../../../infra/admin/regime.ts';
import { largestSigned } from '../../../shared/filing/signature.ts';
import { attachmentLimit } from '../../../shared/mail/mail.ts';
import { mendAddress, takeNotice } from '../../../shared/office/chase/bounces.ts';
import { enqueueMail } from '../../../shared/office/enqueue-mail.ts';
import { periodInForce } from '../../../shared/office/regimes-in-force.ts';
import { drawUpDraft } from '../../../shared/office/report/ask-draft.ts';
import { fingerprintNow } from '../../../shared/office/report/fingerprint-now.ts';
import { seenWith } from '../../../shared/office/report/issue-signed.ts';
import { planSigned } from '../../../shared/office/report/plan-signed.ts';
import { takeBackDraft } from '../../../shared/office/report/take-back.ts';
import { changeAddress, readAddress } from '../../../shared/records/addresses.ts';
import { putDraftAsk } from '../../../shared/records/draft-asks.ts';
import { readEditions } from '../../../shared/records/editions.ts';
import { readFilings } from '../../../shared/records/filings.ts';
import { inboxObject, issuedObject } from '../../../shared/records/keys.ts';
import { readMessage } from '../../../shared/records/outbox.ts';
import { readRunFile } from '../../../shared/records/runs.ts';
import { readSealed, readSignatures } from '../../../shared/records/signatures.ts';
import { MeteredTable } from '../../doubles/metered-table.ts';
import { pdfOf } from '../../shared/reading/open/pdf/build-pdf.ts';
import { drawnUp as nextDrawnUp } from '../a-signed-report.ts';
import {
  aDesk,
  type Browser,
  type Deciding,
  type DeskWorld,
  decidingBrowser,
  decidingDesk,
  goOnFrom,
} from './a-desk.ts';

const at = '/api/office/issue/Q1-2024';
const run = 'Q1-2024-final-2024-03-19T0200Z';
const pdf = strToU8(`%PDF-1.7\n${'x'.repeat(400)}\n%%EOF\n`);
const fileOf = (bytes: Uint8Array, fileName = 'da-ky.pdf') => ({
  ...{ fileName, size: bytes.length },
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

const figure = { source: { sheet: 'Báo cáo', cell: 'D7' }, cumulative: null, cumulativeSource: null };
/** Before the deadline, one unit has filed. */
let filed: DeskWorld;
/** After the schedule's hour and its mails with the documents they bring, which are written once for all tests. */
let afterTheHour: Deciding;
beforeAll(async () => {
  filed = await aDesk('2024-03-15T08:00:00+07:00');
  await filed.filed({
    ...{ unit: 'QLDD', receivedAt: '2024-03-15T08:00:00+07:00' },
    reading: { values: [{ ...figure, indicator: 'A02', value: 31 }] },
  });
  const hour = await aDesk(filed);
  hour.setNow('2024-03-19T09:00:20+07:00');
  await createHandler(hour.world)({ scheduledTime: '2024-03-19T09:00:00+07:00' });
  await hour.send();
  afterTheHour = await decidingDesk(hour, '2024-03-19T10:30:00+07:00');
});

let desk: DeskWorld;
let clerk: Browser;
/** An office that may decide on what the hour has drawn up. */
async function drawnUp(): Promise<void> {
  ({ desk, clerk } = await goOnFrom(afterTheHour));
}

const look = async () => IssueView.parse((await clerk.get(at)).json);
const draft = async () => {
  const { draft: found } = await look();
  if (!found) throw new Error('there is no draft');
  return found;
};
const store = async (kind: 'pdf' | 'docx', bytes: Uint8Array) => {
  const { sha256 } = fileOf(bytes);
  await desk.world.store.put(issuedObject((await draft()).run, `${sha256}.${kind}`), bytes, 'a/b');
};
/** What the page sends once everything was looked at. */
const wish = async (given: object = {}) => ({
  ...{ run: (await draft()).run, seen: (await draft()).seen, number: '125/BC-STNMT', day: '2024-03-19' },
  ...{ pdf: fileOf(pdf), signer: { name: 'Nguyễn Văn An' }, reason: 'Lãnh đạo Sở đã ký', ...given },
});
/** The draft with other words in the place of a figure's, stored; and what is shown of it. */
const corrected = async (instead: string, of: string | RegExp = '31 hội nghị') => {
  const built = (await readRunFile(desk.world.store, run, 'bao-cao-tong-hop.docx')) ?? new Uint8Array();
  const parts = unzipSync(built);
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(of, instead);
  const edited = zipSync({ ...parts, 'word/document.xml': strToU8(xml) });
  await store('docx', edited);
  const file = { ...fileOf(edited), fileName: 'da-sua.docx' };
  const { fileName, sha256 } = file;
  const { seen } = await draft();
  const answer = await clerk.post(`${at}/corrections`, { run, fileName, sha256, seen });
  return { file, ...Corrections.parse(answer.json) };
};
const mailed = async () => {
  await desk.send();
  const all = await desk.mails();
  desk.world.mailer.sent.length = 0;
  return all;
};
const refused = async (given: object, status = 409) => {
  const answer = await clerk.post(at, await wish(given));
  expect(answer.status, JSON.stringify(answer.json)).toBe(status);
  expect(await readSignatures(desk.world.table, 'Q1-2024')).toEqual([]);
  expect(await mailed()).toEqual([]);
  return answer.json.code;
};

describe('another draft', () => {
  const ask = (reason = 'Bổ sung báo cáo nộp muộn') => clerk.post(`${at}/draft`, { reason });
  const takeBack = (of: string) =>
    clerk.post(`${at}/draft/taken-back`, { run: of, reason: 'Sai kỳ số liệu' });
  const late = () => desk.filed({ unit: 'KHTC', receivedAt: '2024-03-19T10:20:00+07:00' });
  const subjects = async () => (await mailed()).map(({ to, subject }) => `${to?.[0]?.address}: ${subject}`);

  const takenBackMails = [
    expect.stringMatching(/^lanh-dao@.*Thu hồi dự thảo bản 1: /),
    expect.stringMatching(/^tong-hop@.*Thu hồi dự thảo bản 1: /),
  ];
  /** What comes in just before the first row of that partition is put. */
  const justBefore = (partition: string, comes: () => Promise<void>) => {
    const { table } = desk.world;
    const put = table.putIfAbsent.bind(table);
    const puts = vi.spyOn(table, 'putIfAbsent').mockImplementation(async (key, row) => {
      if (key.pk.startsWith(partition)) {
        puts.mockRestore();
        await comes();
      }
      return put(key, row);
    });
  };

  it('is drawn up at a press once something has changed, once, and the office alone gets it', async () => {
    await drawnUp();
    expect(await look()).toMatchObject({ mayDrawUp: false, takenBack: null });
    expect((await ask()).json.code).toBe('DRAFT_HOLDS');
    await late();
    expect(await look()).toMatchObject({ mayDrawUp: true, draft: { edition: 1, stale: true } });
    expect((await ask(' ')).json.code).toBe('REASON_MISSING');
    for (const pressed of [await ask(), await ask()]) {
      expect(pressed).toMatchObject({ status: 201, json: { edition: 2 } });
    }
    await desk.send();
    expect(await subjects()).toEqual([
      expect.stringMatching(/^lanh-dao@.*bản 2/),
      expect.stringMatching(/^tong-hop@.*bản 2/),
    ]);
    expect(await look()).toMatchObject({ mayDrawUp: false, draft: { edition: 2, stale: false, filed: 2 } });
    const editions = await readEditions(desk.world.table, 'Q1-2024');
    expect(editions.map(({ acts }) => acts)).toEqual([
      [],
      [
        expect.objectContaining({
          ...{ actor: 'office:VANPHONG', reason: 'Bổ sung báo cáo nộp muộn', recipients: [] },
        }),
      ],
    ]);
    expect((await ask()).json.code).toBe('DRAFT_HOLDS');
    expect(await mailed()).toEqual([]);
  });

  it('is taken back until it is signed: the one before stands again, the office is told, and nobody issues it', async () => {
    await drawnUp();
    await late();
    await ask();
    await desk.send();
    await mailed();
    const second = (await draft()).run;
    expect(await takeBack(run)).toMatchObject({ status: 409, json: { code: 'ISSUE_CHANGED' } });
    expect(await takeBack(second)).toMatchObject({ status: 201, json: { edition: 2 } });
    expect(await subjects()).toEqual([
      expect.stringMatching(/^lanh-dao@.*Thu hồi dự thảo bản 2: /),
      expect.stringMatching(/^tong-hop@.*Thu hồi dự thảo bản 2: /),
    ]);
    expect(await look()).toMatchObject({
      draft: { run, edition: 1, stale: true },
      mayDrawUp: true,
      takenBack: { edition: 2, actor: 'Chuyên viên tổng hợp, Văn phòng Sở', reason: 'Sai kỳ số liệu' },
    });
    // Both of the office were told, and it is on record once.
    const { acts } = (await readEditions(desk.world.table, 'Q1-2024'))[1] ?? {};
    expect(acts).toEqual([
      expect.not.objectContaining({ takesBack: true }),
      expect.objectContaining({ takesBack: true, reason: 'Sai kỳ số liệu', recipients: [] }),
    ]);
    await store('pdf', pdf);
    expect(await refused({ run: second })).toBe('ISSUE_CHANGED');
    // Its own taking back: another is drawn up, under a number of its own.
    desk.setNow('2024-03-19T10:40:00+07:00');
    expect(await ask()).toMatchObject({ status: 201, json: { edition: 3 } });
    await desk.send();
    expect(await look()).toMatchObject({ draft: { edition: 3, stale: false }, takenBack: null });
  });

  it('is drawn up at a second press where there was nothing to draw up when the first came to it', async () => {
    await drawnUp();
    const decide = (wish: object) =>
      clerk.post('/api/office/decisions', {
        period: 'Q1-2024',
        units: ['TTRA'],
        reason: 'Giải thể',
        ...wish,
      });
    await decide({ kind: 'exclude-unit' });
    expect((await ask()).status).toBe(201);
    const { decisions } = await readFilings(desk.world.table, 'Q1-2024', 'TTRA');
    await decide({ kind: 'undo', undone: decisions.at(-1)?.decision });
    await mailed();
    expect(await look()).toMatchObject({ draft: { edition: 1, stale: false } });
    await decide({ kind: 'exclude-unit', reason: 'Đã giải thể thật' });
    await mailed();
    for (const pressed of [await ask('Lần nữa'), await ask('Lần nữa')]) expect(pressed.status).toBe(201);
    await desk.send();
    expect(await subjects()).toHaveLength(2);
    expect((await readEditions(desk.world.table, 'Q1-2024')).at(-1)).toMatchObject({
      edition: 2,
      acts: [{ reason: 'Lần nữa' }],
    });
  });

  it('waits, and is no fault, in the minute in which one was drawn up and taken back', async () => {
    await drawnUp();
    await late();
    await ask();
    await desk.send();
    expect((await takeBack((await draft()).run)).status).toBe(201);
    await desk.send();
    const counted = vi.spyOn(desk.world.metrics, 'record');
    const told = vi.spyOn(desk.world.logger, 'error');
    expect((await ask()).status).toBe(201);
    await desk.send();
    expect(told).not.toHaveBeenCalled();
    expect(await look()).toMatchObject({ draft: { edition: 1 } });
    desk.setNow('2024-03-19T10:31:00+07:00');
    counted.mockClear();
    expect((await ask()).status).toBe(201);
    await desk.send();
    expect(await look()).toMatchObject({ draft: { edition: 3, stale: false } });
    // It had been put off, not given up: the second press was the same.
    const third = desk.world.table
      .rows()
      .filter(({ pk }) => String(pk).startsWith('OUTBOX#draft/Q1-2024/3-'));
    expect(third).toHaveLength(1);
    // What brings no mail of its own is counted as none.
    expect(counted).not.toHaveBeenCalledWith('Mails', 1, 'superseded');
  });

  it('waits for a file that has come and is not read', async () => {
    await drawnUp();
    await late();
    const unit = desk.browser((await desk.tokenOf({ kind: 'unit', unit: 'TTRA' })).token);
    const wanted = { period: 'Q1-2024', fileName: 'a.xlsx', size: 3, sha256: 'a'.repeat(64) };
    const { uploadId } = (await unit.post('/api/uploads', wanted)).json;
    await desk.world.store.put(inboxObject(String(uploadId)), 'abc', 'a/b');
    expect((await ask()).json.code).toBe('DRAFT_WAITS');
  });

  it('is not taken back once it was signed', async () => {
    await drawnUp();
    await store('pdf', pdf);
    expect((await clerk.post(at, await wish())).status).toBe(201);
    expect((await takeBack(run)).json.code).toBe('ALREADY_ISSUED');
    // Signed while the message that takes it back was on its way.
    const about = { period: 'Q1-2024', ask: 'back-1' };
    const asked = {
      ...about,
      takesBack: run,
      actor: 'x',
      link: 'x',
      reason: 'x',
      at: '2024-03-19T03:30:00Z',
    };
    await putDraftAsk(desk.world.table, asked);
    const message = { kind: 'draft-taken-back', regime: desk.regime.id, recipient: 'VANPHONG' } as const;
    await enqueueMail(desk.world, { ...message, ...about });
    expect(await subjects()).toEqual([expect.stringContaining('ban-dan-van@tinhuy.example')]);
    expect(await look()).toMatchObject({ draft: { run }, takenBack: null });
  });

  it('is not issued once it was told to be taken back, though that waits, or came while the files were compared', async () => {
    await drawnUp();
    await store('pdf', pdf);
    const send = await wish();
    // Waits: nothing carries it out before the issue is asked for.
    expect((await takeBack(run)).status).toBe(201);
    expect(await clerk.post(at, send)).toMatchObject({ status: 409, json: { code: 'DRAFT_GOES_BACK' } });
    expect(await readSignatures(desk.world.table, 'Q1-2024')).toEqual([]);
    expect(await subjects()).toEqual(takenBackMails);
    // Comes meanwhile, and is carried out at once.
    ({ desk, clerk } = await goOnFrom(afterTheHour));
    await store('pdf', pdf);
    justBefore('SIGNATURES#', async () => {
      expect((await takeBack(run)).status).toBe(201);
      await mailed();
    });
    expect(await refused({})).toBe('DRAFT_GOES_BACK');
  });

  it('is not taken back where it is signed in the same moment: whoever is told otherwise is told so', async () => {
    await drawnUp();
    await store('pdf', pdf);
    const send = await wish();
    justBefore('SIGNATURES#', async () => {
      expect((await clerk.post(at, send)).status).toBe(201);
    });
    expect(await takeBack(run)).toMatchObject({ status: 409, json: { code: 'ALREADY_ISSUED' } });
    expect(await subjects()).toEqual([expect.stringContaining('ban-dan-van@tinhuy.example')]);
    expect(await look()).toMatchObject({ draft: { run }, takenBack: null });
  });

  /** Pressed, and cut off before the office's first mail was queued. */
  const cutOff = async () => {
    justBefore('OUTBOX#draft-taken-back', async () => {
      throw new Error('cut off');
    });
    expect((await takeBack(run)).status).toBe(500);
    expect(await subjects()).toEqual([]);
  };

  it.each([
    ['an issue', async () => clerk.post(at, await wish())],
    ['whoever wants another', () => ask()],
  ])('is taken back though that was cut off: %s is told by whom, and completes it', async (_who, press) => {
    await drawnUp();
    await store('pdf', pdf);
    await cutOff();
    const { status, json } = await press();
    expect([status, json.code]).toEqual([409, 'DRAFT_GOES_BACK']);
    expect(json.message).toContain('yêu cầu của Chuyên viên tổng hợp, Văn phòng Sở lúc 10:30 19/03/2024');
    expect(await subjects()).toEqual(takenBackMails);
    expect(await look()).toMatchObject({ draft: null, takenBack: { edition: 1 } });
  });

  it('is taken back though that was cut off, at a second press or with the next hour, once', async () => {
    await drawnUp();
    await cutOff();
    expect(await takeBack(run)).toMatchObject({ status: 201, json: { edition: 1 } });
    expect(await subjects()).toEqual(takenBackMails);
    await drawnUp();
    await cutOff();
    const told = async (time: string) => {
      desk.setNow(`2024-03-19T${time}:20+07:00`);
      await createHandler(desk.world)({ scheduledTime: `2024-03-19T${time}:00+07:00` });
      return (await subjects()).filter((each) => each.includes('Thu hồi'));
    };
    expect(await told('11:00')).toEqual(takenBackMails);
    expect(await told('12:00')).toEqual([]);
    expect(await look()).toMatchObject({ draft: null, takenBack: { edition: 1 } });
  });

  it('is taken back with the next hour though that was cut off and the draft after it is taken back as well', async () => {
    await drawnUp();
    await late();
    await cutOff();
    await ask();
    await desk.send();
    expect((await takeBack((await draft()).run)).json).toEqual({ edition: 2 });
    await mailed();
    expect(await look()).toMatchObject({ draft: { run } });
    desk.setNow('2024-03-19T11:00:20+07:00');
    await createHandler(desk.world)({ scheduledTime: '2024-03-19T11:00:00+07:00' });
    expect((await subjects()).filter((each) => each.includes('Thu hồi'))).toEqual(takenBackMails);
    expect(await look()).toMatchObject({ draft: null });
  });

  it('is not issued where that was asked before both stood in one row', async () => {
    await drawnUp();
    await store('pdf', pdf);
    const about = { period: 'Q1-2024', ask: 'back-1' };
    const by = { actor: 'office:VANPHONG', link: 'x', reason: 'x', at: '2024-03-19T03:30:00Z' };
    await putDraftAsk(desk.world.table, { ...about, ...by, takesBack: run });
    expect(await refused({})).toBe('DRAFT_GOES_BACK');
    const message = { kind: 'draft-taken-back', regime: desk.regime.id, recipient: 'VANPHONG' } as const;
    await enqueueMail(desk.world, { ...message, ...about });
    await mailed();
    expect(await look()).toMatchObject({ draft: null, takenBack: { edition: 1 } });
  });

  it('keeps on record who asked first, where that was before both stood in one row and is asked again', async () => {
    await drawnUp();
    const about = { period: 'Q1-2024', ask: 'back-1', takesBack: run };
    const first = { ...about, actor: 'x', link: 'x', reason: 'Sai mẫu', at: '2024-03-19T03:20:00Z' };
    await putDraftAsk(desk.world.table, first);
    expect((await takeBack(run)).status).toBe(201);
    expect((await readSealed(desk.world.table, 'Q1-2024')).takenBack).toMatchObject([first]);
    expect(await subjects()).toEqual(takenBackMails);
  });

  it('is issued where it was another run that was asked to be taken back before both stood in one row', async () => {
    await drawnUp();
    await store('pdf', pdf);
    const about = { period: 'Q1-2024', ask: 'back-1', takesBack: 'Q1-2024-final-2024-03-18T0200Z' };
    const by = { actor: 'x', link: 'x', reason: 'x', at: '2024-03-19T03:20:00Z' };
    await putDraftAsk(desk.world.table, { ...about, ...by });
    expect((await clerk.post(at, await wish())).status).toBe(201);
  });

  it('is not taken back once it has gone upward, as a regime may have it', async () => {
    await drawnUp();
    const message = { kind: 'summary', run, recipient: 'BDVTU' } as const;
    await enqueueMail(desk.world, message);
    expect(await takeBack(run)).toMatchObject({ status: 409, json: { code: 'SENT_UNSIGNED' } });
    expect(await look()).toMatchObject({ draft: { run }, takenBack: null });
  });

  it('is taken back though the one before it was issued', async () => {
    await drawnUp();
    await store('pdf', pdf);
    expect((await clerk.post(at, await wish())).status).toBe(201);
    await late();
    await ask();
    await desk.send();
    expect(await takeBack((await draft()).run)).toMatchObject({ status: 201, json: { edition: 2 } });
  });

  it('is drawn up, or taken back, by no message of which nothing was asked on record, or no more is to do', async () => {
    await drawnUp();
    const about = { period: 'Q1-2024', ask: '2-forged' };
    expect(await drawUpDraft(desk.world, about)).toBe(false);
    expect(await takeBackDraft(desk.world, { ...about, ask: 'back-1' })).toBeNull();
    // Asked for, and then everything is again as it was.
    const by = { actor: 'office:VANPHONG', link: 'x', reason: 'x', at: '2024-03-19T03:30:00Z' };
    await putDraftAsk(desk.world.table, { ...about, ...by, takesBack: null });
    expect(await drawUpDraft(desk.world, about)).toBe(false);
    expect(await look()).toMatchObject({ draft: { run, edition: 1 }, takenBack: null });
    // What fails meanwhile is told as it is: nothing else is tried in its place.
    await late();
    const down = vi.spyOn(desk.world.store, 'put').mockRejectedValue(new Error('the store is down'));
    await expect(drawUpDraft(desk.world, about)).rejects.toThrow('the store is down');
    down.mockRestore();
  });

  it('is none of a period that is still to come', async () => {
    await drawnUp();
    expect((await clerk.post('/api/office/issue/6T-2024/draft', { reason: 'x' })).json.code).toBe(
      'ISSUE_NOT_OPEN',
    );
  });
});

describe('before it is issued', () => {
  it('there is nothing to issue until a draft was drawn up', async () => {
    desk = await aDesk(filed);
    clerk = await decidingBrowser(desk);
    expect(await look()).toMatchObject({ draft: null, issued: [] });
    const asked = {
      run,
      seen: 'a'.repeat(64),
      number: '1',
      day: '2024-03-15',
      pdf: fileOf(pdf),
      reason: 'x',
    };
    expect((await clerk.post(at, asked)).json.code).toBe('DRAFT_NONE');
    const back = await clerk.post(`${at}/draft/taken-back`, { run, reason: 'x' });
    expect(back.json.code).toBe('DRAFT_NONE');
  });

  it('says what is in it, what is doubtful, and who gets it', async () => {
    await drawnUp();
    const found = await draft();
    expect(found).toMatchObject({
      ...{ run, edition: 1, filed: 1, expected: 14, stale: false, hindrances: [], replaces: null },
      ...{ from: '2024-03-19', today: '2024-03-19' },
      recipients: [{ name: 'Ban Dân vận Tỉnh ủy', email: 'ban-dan-van@tinhuy.example', had: false }],
    });
    expect(found.doubts).toContainEqual('KHTC (Phòng Kế hoạch - Tài chính): chưa nộp, đã quá hạn');
    expect(found.doubts.join()).not.toContain('từ đó đã có thay đổi');
    expect(found.doubts.at(-1)).toMatch(
      /^dự thảo không có nội dung .*“Kiến nghị, đề xuất”; đề nghị kiểm tra/,
    );
    expect(found.files).toContain('bao-cao-tong-hop.docx');
  });

  it('says what has changed since it was drawn up, by unit and hour, and is looked at anew', async () => {
    await drawnUp();
    const { seen, since: before } = await draft();
    expect(before).toEqual([]);
    const decide = (more: object) =>
      clerk.post('/api/office/decisions', { period: 'Q1-2024', units: ['QLDD'], reason: 'Bão', ...more });
    // Neither makes it another report.
    await desk.filed({
      unit: 'TTRA',
      receivedAt: '2024-03-19T10:02:00+07:00',
      reading: { state: 'rejected' },
    });
    expect(await draft()).toMatchObject({ stale: false, since: [], seen });
    desk.setNow('2024-03-19T10:36:00+07:00');
    await decide({ kind: 'extension', until: '2024-03-22' });
    await desk.filed({ unit: 'VPS', receivedAt: '2024-03-19T10:20:00+07:00', fileName: 'bao cao.xlsx' });
    const { since, seen: anew } = await draft();
    expect(since).toEqual([
      {
        at: '2024-03-19T03:20:00.000Z',
        text: expect.stringMatching(/^VPS \(.*\): gửi “bao cao.xlsx”: tiếp nhận$/),
      },
      {
        at: '2024-03-19T03:36:00.000Z',
        text: expect.stringMatching(/^QLDD \(.*\): được gia hạn đến hết ngày 22\/03\/2024$/),
      },
    ]);
    expect(anew).not.toBe(seen);
    const { decisions } = await readFilings(desk.world.table, 'Q1-2024', 'QLDD');
    await decide({ kind: 'undo', undone: decisions.at(-1)?.decision });
    // It stands for QLDD as it did when the draft was drawn up.
    expect((await draft()).since).toHaveLength(1);
  });

  it('says that figures of a period it is compared with have changed, which no unit of its own did', async () => {
    await drawnUp();
    desk.setNow('2024-06-19T10:00:00+07:00');
    await desk.filed({ unit: 'KHTC', period: '6T-2024', receivedAt: '2024-06-18T10:20:00+07:00' });
    await nextDrawnUp(desk.world, '6T-2024');
    await desk.filed({ unit: 'TTRA', receivedAt: '2024-06-19T10:20:00+07:00' });
    clerk = await decidingBrowser(desk);
    expect(IssueView.parse((await clerk.get('/api/office/issue/6T-2024')).json).draft?.since).toEqual([
      { at: null, text: expect.stringContaining('các kỳ dùng để so sánh') },
    ]);
  });

  it('is a look that reads each row once: whether it is outdated is a matter of all of them', async () => {
    await drawnUp();
    const table = new MeteredTable(desk.world.table);
    const owed = await periodInForce(desk.world, 'Q1-2024');
    const compared = await table.during(() => fingerprintNow(table, owed.period));
    const look = await table.during(() => planSigned({ ...desk.world, table }, owed));
    // Editions, signatures, guidance of the reviews, and whether anybody above had it already.
    expect(look.requests).toBeLessThan(compared.requests + 40);
    expect(look.readUnits).toBeLessThan(2 * compared.readUnits + 40);
  });

  it('takes the signed file by a way of its own, never through inbox/', async () => {
    await drawnUp();
    const answer = await clerk.post(`${at}/files`, { kind: 'signed', run, ...fileOf(pdf) });
    expect(answer.status).toBe(201);
    const { url } = z.looseObject({ url: z.string() }).parse(answer.json);
    expect(url).toContain(`issued/${run}/${fileOf(pdf).sha256}.pdf`);
    expect((await clerk.get(`${at}/files/${run}/${fileOf(pdf).sha256}`)).json.code).toBe('RUN_FILE_UNKNOWN');
    await store('pdf', pdf);
    expect((await clerk.get(`${at}/files/${run}/${fileOf(pdf).sha256}`)).status).toBe(200);
    // Not for a run of another period, nor of none.
    const other = { kind: 'signed', run: 'Q2-2024-final-x', ...fileOf(pdf) };
    expect((await clerk.post(`${at}/files`, other)).json.code).toBe('RUN_FILE_UNKNOWN');
  });

  it('takes no more than a mail can bring', async () => {
    await drawnUp();
    expect(largestSigned).toBeLessThanOrEqual(attachmentLimit);
    const large = { ...fileOf(pdf), size: largestSigned + 1 };
    const answer = await clerk.post(`${at}/files`, { kind: 'signed', run, ...large });
    expect([answer.status, answer.json.code]).toEqual([413, 'SIGNED_TOO_LARGE']);
  });

  it('tells what was changed in the draft by hand', async () => {
    await drawnUp();
    const { corrections } = await corrected('32 hội nghị');
    expect(corrections).toMatchObject([
      {
        kind: 'figure',
        before: expect.stringContaining('31 hội nghị'),
        after: expect.stringContaining('32'),
      },
    ]);
  });
});

describe('the signed PDF', () => {
  const compared = async (bytes: Uint8Array, corrected: object | null = null, signer?: object) => {
    await store('pdf', bytes);
    const { size: _, ...file } = fileOf(bytes);
    const answer = await clerk.post(`${at}/signed-text`, { run, pdf: file, corrected, signer });
    return SignedText.parse(answer.json);
  };

  it('is held against the draft, or against the draft as it was corrected', async () => {
    await drawnUp();
    const print = new Uint8Array(readFileSync('test/corpus/pdf/all-cut, writer.pdf'));
    const lacks = await compared(print);
    expect(lacks.compared).toBe(true);
    expect(lacks.lacking).toContainEqual(expect.stringContaining('31 hội nghị'));
    // Another paper altogether: whoever reads the two figures sees that it is the wrong file.
    expect(lacks.passages).toBeGreaterThanOrEqual(lacks.lacking.length);
    expect(2 * lacks.lacking.length).toBeGreaterThan(lacks.passages);
    const signer = { form: 'KT.', role: 'PHÓ GIÁM ĐỐC', name: 'Nguyễn Văn An' };
    expect((await compared(print, null, signer)).lacking.slice(lacks.lacking.length)).toEqual([
      ...['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Nguyễn Văn An'],
    ]);
    const { file } = await corrected('32 hội nghị');
    const { size: _, ...draft } = file;
    expect((await compared(print, draft)).lacking).toContainEqual(expect.stringContaining('32 hội nghị'));
  });

  it('is compared by nobody where it is a scan, or a page of it', async () => {
    await drawnUp();
    expect(await compared(pdf)).toEqual({ compared: false, lacking: [], passages: 0 });
    const partly = pdfOf(
      (page) => page.text(50, 100, 'Báo cáo kết quả công tác dân vận của Sở trong kỳ'),
      (page) => page.picture(),
    );
    expect(await compared(partly)).toEqual({ compared: false, lacking: [], passages: 0 });
    const asked = { run, pdf: { fileName: 'ky.pdf', sha256: 'a'.repeat(64) }, corrected: null };
    expect((await clerk.post(`${at}/signed-text`, asked)).json.code).toBe('SIGNED_FILE_NOT_COME');
  });
});

describe('issuing', () => {
  beforeEach(drawnUp);

  it('takes a corrected file as it was shown alone, and why its figures are not the units’', async () => {
    await store('pdf', pdf);
    const shown = await corrected('32 hội nghị');
    const figuresReason = 'Đơn vị đính chính qua điện thoại';
    // Another file than the one whose changes were shown, or none of them shown at all.
    const other = await corrected('33 hội nghị');
    const changed = { corrected: other.file, figuresReason };
    expect(await refused({ ...changed, seen: shown.seen })).toBe('ISSUE_CHANGED');
    expect(await refused(changed)).toBe('ISSUE_CHANGED');
    expect(await refused({ seen: shown.seen })).toBe('ISSUE_CHANGED');
    const wanted = { corrected: shown.file, seen: shown.seen };
    expect(await refused(wanted, 400)).toBe('FIGURES_REASON_MISSING');
    expect(await refused({ ...wanted, figuresReason: ' ' }, 400)).toBe('FIGURES_REASON_MISSING');
    expect((await clerk.post(at, await wish({ ...wanted, figuresReason }))).status).toBe(201);
    const [signature] = await readSignatures(desk.world.table, 'Q1-2024');
    expect(signature).toMatchObject({ corrected: shown.file, figuresReason });
  });

  it('asks who signed, and by which form in whose place', async () => {
    await store('pdf', pdf);
    expect((await draft()).signer).toEqual({ head: 'GIÁM ĐỐC', form: null, role: '', name: '' });
    const name = 'Trần Thị Bình';
    for (const signer of [
      undefined,
      { name: '\u200b ' },
      { name, form: 'KT.' },
      { name, role: 'PHÓ GIÁM ĐỐC' },
    ]) {
      expect(await refused({ signer }, 400)).toBe('SIGNER_INVALID');
    }
    const signer = { form: 'KT.', role: 'PHÓ  GIÁM ĐỐC ', name: 'Trần Thị Bình' };
    const { json } = await clerk.post(at, await wish({ signer }));
    expect(IssuedAs.parse(json).signedBy).toBe('KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC, Trần Thị Bình');
    const known = { form: 'KT.', role: 'PHÓ GIÁM ĐỐC', name: 'Trần Thị Bình' };
    expect(await readSignatures(desk.world.table, 'Q1-2024')).toMatchObject([{ signer: known }]);
    expect((await look()).issued[0]?.signedBy).toBe('KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC, Trần Thị Bình');
  });

  it('takes whom the regime names for who signed, where nobody else is entered', async () => {
    const signing = { form: 'TL.', role: 'CHÁNH VĂN PHÒNG', name: 'Lê Văn Cường' } as const;
    const { authority } = desk.regime;
    await applyRegime(desk.world, { ...desk.regime, authority: { ...authority, signing } });
    await store('pdf', pdf);
    expect((await draft()).signer).toEqual({ head: 'GIÁM ĐỐC', ...signing });
    expect((await clerk.post(at, await wish({ signer: undefined }))).status).toBe(201);
    expect(await readSignatures(desk.world.table, 'Q1-2024')).toMatchObject([{ signer: signing }]);
  });

  it('is the issue of the very changes that were shown, should the comparison itself find others since', () => {
    const file = { sha256: 'a'.repeat(64) };
    const added = { kind: 'added', text: 'Thêm một câu' } as unknown as Parameters<
      typeof seenWith
    >[2][number];
    expect(seenWith('s', file, [added])).not.toBe(seenWith('s', file, []));
    expect(seenWith('s', file, [])).not.toBe(seenWith('t', file, []));
  });

  it('asks for no such reason where words alone were changed', async () => {
    await store('pdf', pdf);
    const shown = await corrected('31 hội nghị, theo kế hoạch của Sở');
    expect(shown.corrections.map(({ kind }) => kind)).not.toContain('figure');
    const wanted = { corrected: shown.file, seen: shown.seen };
    expect((await clerk.post(at, await wish(wanted))).status).toBe(201);
  });

  it('asks for the reason where a paragraph of figures was struck', async () => {
    await store('pdf', pdf);
    const paragraph = /<w:p>(?:(?!<\/w:p>).)*31 hội nghị(?:(?!<\/w:p>).)*<\/w:p>/s;
    const shown = await corrected('', paragraph);
    expect(shown.corrections).toMatchObject([{ kind: 'struck', changesFigures: true }]);
    const wanted = { corrected: shown.file, seen: shown.seen };
    expect(await refused(wanted, 400)).toBe('FIGURES_REASON_MISSING');
  });

  it('puts it on record and mails the signed file to those above, and to nobody else', async () => {
    await store('pdf', pdf);
    const answer = await clerk.post(at, await wish());
    expect(answer.status, JSON.stringify(answer.json)).toBe(201);
    expect(IssuedAs.parse(answer.json)).toMatchObject({
      ...{ edition: 1, number: '125/BC-STNMT', day: '2024-03-19', sentTo: ['Ban Dân vận Tỉnh ủy'] },
      actor: 'Chuyên viên tổng hợp, Văn phòng Sở',
    });
    const [mail, ...others] = await mailed();
    expect(others).toEqual([]);
    expect(mail?.to?.[0]?.address).toBe('ban-dan-van@tinhuy.example');
    expect(mail?.subject).toContain('số 125/BC-STNMT ngày 19/03/2024');
    expect(mail?.attachments.map(({ filename }) => filename)).toEqual(['Q1-2024_bao-cao-da-ky.pdf']);
    expect(new Uint8Array(mail?.attachments[0]?.content as ArrayBuffer)).toEqual(pdf);
    expect(mail?.text?.replace(/\s+/g, '')).toContain(fileOf(pdf).sha256);

    const [signature] = await readSignatures(desk.world.table, 'Q1-2024');
    expect(signature).toMatchObject({
      ...{ edition: 1, run, recipients: ['BDVTU'], actor: 'office:VANPHONG', reason: 'Lãnh đạo Sở đã ký' },
      ...{
        link: expect.stringMatching(/^[0-9a-f]{12}$/),
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      },
      pdf: fileOf(pdf),
    });
    const shown = await desk.world.store.get(issuedObject(run, `shown-${signature?.shown}.json`));
    const kept = JSON.parse(new TextDecoder().decode(shown?.bytes));
    expect(kept).toMatchObject({ edition: 1, filed: 1, expected: 14, recipients: [{ id: 'BDVTU' }] });
    expect(kept.doubts.length).toBeGreaterThan(10);
    expect((await look()).issued).toMatchObject([{ number: '125/BC-STNMT', reason: 'Lãnh đạo Sở đã ký' }]);
  });

  it('is one issue and one mail, however often it is asked for; with anything else it is refused', async () => {
    await store('pdf', pdf);
    const first = await wish();
    const answers = [await clerk.post(at, first), await clerk.post(at, first)];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(await mailed()).toHaveLength(1);
    for (const changed of [
      { number: '126/BC-STNMT' },
      { signer: { name: 'Nguyễn Văn Anh' } },
      { day: '2024-03-18' },
      { run: 'Q1-2024-final-2024-03-18T0200Z' },
    ]) {
      const other = await clerk.post(at, { ...first, ...changed });
      expect([other.status, other.json.code]).toEqual([409, 'ALREADY_ISSUED']);
    }
    expect(await mailed()).toEqual([]);
  });

  it('is signed by whom the regime names, and stays so where it is pressed again and a later one names another', async () => {
    await store('pdf', pdf);
    const names = async (signing: object) => {
      const { authority } = desk.regime;
      await applyRegime(desk.world, { ...desk.regime, authority: { ...authority, signing } });
    };
    // A title without a form is the head's own, and adds nothing.
    await names({ role: 'GIÁM ĐỐC', name: 'Nguyễn Văn An' });
    const send = await wish({ signer: undefined });
    expect(await clerk.post(at, send)).toMatchObject({ status: 201 });
    await names({ form: 'KT.', role: 'PHÓ GIÁM ĐỐC', name: 'Lê Văn Cường' });
    expect(await clerk.post(at, send)).toMatchObject({ status: 201 });
    const [{ signer } = {}] = await readSignatures(desk.world.table, 'Q1-2024');
    expect(signer).toEqual({ name: 'Nguyễn Văn An' });
  });

  it('mails what went on record and was cut off before its mail, once, with the next hour', async () => {
    await store('pdf', pdf);
    const putIfAbsent = desk.world.table.putIfAbsent.bind(desk.world.table);
    desk.world.table.putIfAbsent = async (key, row) => {
      if (key.pk.startsWith('OUTBOX#issued-report')) throw new Error('cut off');
      return putIfAbsent(key, row);
    };
    await clerk.post(at, await wish());
    desk.world.table.putIfAbsent = putIfAbsent;
    expect(await readSignatures(desk.world.table, 'Q1-2024')).toHaveLength(1);
    expect(await mailed()).toEqual([]);
    const above = async () =>
      (await mailed()).filter(({ to }) => to?.[0]?.address === 'ban-dan-van@tinhuy.example');
    desk.setNow('2024-03-19T11:00:20+07:00');
    await createHandler(desk.world)({ scheduledTime: '2024-03-19T11:00:00+07:00' });
    expect(await above()).toHaveLength(1);
    desk.setNow('2024-03-19T12:00:20+07:00');
    await createHandler(desk.world)({ scheduledTime: '2024-03-19T12:00:00+07:00' });
    expect(await above()).toEqual([]);
  });

  it('is one issue where it is pressed twice at once: the second is told of no unsigned report', async () => {
    await drawnUp();
    await store('pdf', pdf);
    const send = await wish();
    const { table } = desk.world;
    const get = table.get.bind(table);
    const first: unknown[] = [];
    const asks = vi.spyOn(table, 'get').mockImplementation(async (key) => {
      if (key.pk.includes('issued-report')) {
        // The other is done just before this one asks whether anything goes to those above.
        asks.mockRestore();
        first.push(await clerk.post(at, send));
      }
      return get(key);
    });
    expect(await clerk.post(at, send)).toMatchObject({ status: 201, json: { number: '125/BC-STNMT' } });
    expect(first).toMatchObject([{ status: 201 }]);
    expect(await mailed()).toHaveLength(1);
  });

  const another = strToU8(`%PDF-1.4 ${'y'.repeat(90)} %%EOF`);
  it.each([
    ['files', { pdf: fileOf(another) }],
    ['signers', { signer: { name: 'Nguyễn Văn Anh' } }],
  ])('gives two that issue at once with different %s one edition', async (_, otherwise) => {
    await store('pdf', pdf);
    await store('pdf', another);
    const [one, two] = [await wish(), await wish(otherwise)];
    const answers = await Promise.all([clerk.post(at, one), clerk.post(at, two)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await mailed()).toHaveLength(1);
  });

  it('sends nothing that is no whole PDF, or has not come', async () => {
    expect(await refused({})).toBe('SIGNED_FILE_NOT_COME');
    const text = strToU8('Kính gửi Ban Dân vận %%EOF');
    await store('pdf', text);
    expect(await refused({ pdf: fileOf(text) }, 400)).toBe('SIGNED_NOT_PDF');
    const cut = pdf.slice(0, 200);
    await store('pdf', cut);
    expect(await refused({ pdf: fileOf(cut) }, 400)).toBe('SIGNED_NOT_PDF');
    // Announced as larger than what lies there.
    await store('pdf', pdf);
    expect(await refused({ pdf: { ...fileOf(pdf), size: pdf.length + 1 } })).toBe('SIGNED_FILE_NOT_COME');
  });

  it.each([
    ['no number', { number: ' - ' }, 'NUMBER_INVALID'],
    ['a number that no line holds', { number: `125/${'x'.repeat(57)}` }, 'NUMBER_INVALID'],
    ['a day before it was drawn up', { day: '2024-03-18' }, 'SIGNED_DAY_INVALID'],
    ['tomorrow', { day: '2024-03-20' }, 'SIGNED_DAY_INVALID'],
    ['no reason', { reason: ' ' }, 'REASON_MISSING'],
  ])('refuses %s', async (_, given, code) => {
    await store('pdf', pdf);
    expect(await refused(given, 400)).toBe(code);
  });

  it('goes to nobody where nobody is above the office, nor where somebody had it unsigned', async () => {
    await store('pdf', pdf);
    const { office } = desk.regime;
    await enqueueMail(desk.world, { kind: 'summary', run, recipient: 'BDVTU' });
    expect((await clerk.post(at, await wish())).json).toMatchObject({
      code: 'SENT_UNSIGNED',
      message: expect.stringContaining('Ban Dân vận Tỉnh ủy'),
    });
    const recipients = office.recipients.filter(({ role }) => role !== 'issued-report');
    await applyRegime(desk.world, { ...desk.regime, office: { ...office, recipients } });
    expect((await clerk.post(at, await wish())).json.code).toBe('NOBODY_ABOVE');
    expect(await readSignatures(desk.world.table, 'Q1-2024')).toEqual([]);
  });

  it('has the number in one line, and on record what the signed file lacks', async () => {
    const print = new Uint8Array(readFileSync('test/corpus/pdf/all-cut, writer.pdf'));
    await store('pdf', print);
    const send = await wish({ number: ' 125 /\n BC-STNMT ', pdf: fileOf(print) });
    expect((await clerk.post(at, send)).json).toMatchObject({ number: '125 / BC-STNMT' });
    const [issued] = (await look()).issued;
    expect(issued?.shown?.lacking).toContainEqual(expect.stringContaining('31 hội nghị'));
  });

  it('is not of what came since it was shown, though within the same second', async () => {
    await store('pdf', pdf);
    desk.setNow('2024-03-19T10:31:00.100+07:00');
    const before = await wish();
    await desk.filed({ unit: 'KHTC', receivedAt: '2024-03-19T10:31:00.200+07:00' });
    desk.setNow('2024-03-19T10:31:00.300+07:00');
    expect((await clerk.post(at, before)).json.code).toBe('ISSUE_CHANGED');
    expect(await readSignatures(desk.world.table, 'Q1-2024')).toEqual([]);
  });

  it('is not of what has changed since it was shown', async () => {
    await store('pdf', pdf);
    const before = await wish();
    await desk.filed({ unit: 'KHTC', receivedAt: '2024-03-19T10:31:00+07:00' });
    desk.setNow('2024-03-19T10:40:00+07:00');
    const answer = await clerk.post(at, before);
    expect([answer.status, answer.json.code]).toEqual([409, 'ISSUE_CHANGED']);
    expect(await mailed()).toEqual([]);
    // Looked at again, what was signed may go, and on record is that it is stale.
    const now = await draft();
    expect(now.stale).toBe(true);
    expect(now.doubts[0]).toMatch(/^bản 1 không còn khớp: sau khi lập đã có bản nộp hoặc quyết định mới/);
    expect((await clerk.post(at, await wish())).status).toBe(201);
    const { since, doubts } = now;
    const shown = { stale: true, since, doubts, lacking: null };
    const about = { name: 'Ban Dân vận Tỉnh ủy', email: 'ban-dan-van@tinhuy.example' };
    const waits = { ...about, state: 'pending', at: '2024-03-19T03:40:00.000Z' };
    expect((await look()).issued).toMatchObject([{ shown, mails: [waits] }]);
    await mailed();
    expect((await look()).issued).toMatchObject([{ mails: [{ ...about, state: 'sent' }] }]);
    const row = await readMessage(desk.world.table, `issued-report/${run}/BDVTU`);
    await changeAddress(desk.world.table, about.email, () => ({
      ...{
        state: 'bounced',
        kind: 'hard',
        failed: [],
        by: row?.sesMessageId ?? 'x',
        said: '550',
        withheld: [],
      },
      since: desk.world.clock.now(),
    }));
    expect((await look()).issued).toMatchObject([{ mails: [{ ...about, state: 'returned' }] }]);
    // That mail arrives there again makes none arrive that did not.
    const by = { actor: 'VP', link: 'x', reason: 'Hộp thư đã dùng được' };
    expect(await mendAddress(desk.world, about.email, by)).toBe(true);
    const arrived = { what: 'delivered', mail: 'another', address: about.email, said: null } as const;
    await takeNotice(desk.world, arrived);
    expect((await readAddress(desk.world.table, about.email))?.state).toBe('good');
    expect((await look()).issued).toMatchObject([{ mails: [{ ...about, state: 'returned' }] }]);
  });

  it('has words for the report whose place it takes, and no number twice', async () => {
    await store('pdf', pdf);
    await clerk.post(at, await wish());
    const leftOut = { period: 'Q1-2024', units: ['TTRA'], kind: 'exclude-unit', reason: 'Giải thể' };
    expect((await clerk.post('/api/office/decisions', leftOut)).status).toBe(201);
    await mailed();
    await desk.filed({
      ...{ unit: 'QLDD', receivedAt: '2024-03-20T08:00:00+07:00' },
      reading: { values: [{ ...figure, indicator: 'A02', value: 32 }] },
    });
    desk.setNow('2024-03-20T10:00:00+07:00');
    await nextDrawnUp(desk.world, 'Q1-2024');
    await desk.send();
    desk.setNow('2024-03-20T10:05:00+07:00');
    clerk = await decidingBrowser(desk);
    desk.world.mailer.sent.length = 0;
    expect(await draft()).toMatchObject({
      edition: 2,
      replaces: { number: '125/BC-STNMT', day: '2024-03-19' },
      // Where the regime names nobody, the one who signed before.
      signer: { head: 'GIÁM ĐỐC', form: null, role: '', name: 'Nguyễn Văn An' },
    });
    await store('pdf', pdf);
    const again = await clerk.post(at, await wish({ day: '2024-03-20' }));
    expect(again.json.code).toBe('NUMBER_USED');
    const send = await wish({ number: '131/BC-STNMT', day: '2024-03-20' });
    // By two at once, of which the second finds the first one's on record.
    const answers = await Promise.all([clerk.post(at, send), clerk.post(at, send)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const signature = (await readSignatures(desk.world.table, 'Q1-2024')).at(-1);
    const file = issuedObject(signature?.run ?? '', `shown-${signature?.shown}.json`);
    const shown = await desk.world.store.get(file);
    expect(JSON.parse(new TextDecoder().decode(shown?.bytes))).toMatchObject({
      ...{ filed: 1, expected: 13, replaces: { number: '125/BC-STNMT', day: '2024-03-19' } },
    });
    const [mail] = await mailed();
    expect(mail?.text?.replace(/\s+/g, ' ')).toContain('thay thế Báo cáo số 125/BC-STNMT ngày 19/03/2024');
    expect(mail?.attachments[0]?.filename).toBe('Q1-2024_bao-cao-da-ky_ban-2.pdf');
    expect((await look()).issued.map(({ number }) => number)).toEqual(['131/BC-STNMT', '125/BC-STNMT']);
  });
});
