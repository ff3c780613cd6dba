import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createHandler } from '../../../../functions/schedule/handler.ts';
import { enqueueMail } from '../../../../shared/office/enqueue-mail.ts';
import { drawUpDraft } from '../../../../shared/office/report/ask-draft.ts';
import { takeBackDraft } from '../../../../shared/office/report/take-back.ts';
import { putDraftAsk } from '../../../../shared/records/draft-asks.ts';
import { readEditions } from '../../../../shared/records/editions.ts';
import { readFilings } from '../../../../shared/records/filings.ts';
import { inboxObject } from '../../../../shared/records/keys.ts';
import { readSealed, readSignatures } from '../../../../shared/records/signatures.ts';
import { afterTheHour, at, type Office, pdf, run } from './an-issue.ts';

let office: Office;
beforeAll(async () => {
  office = await afterTheHour();
});

describe('another draft', () => {
  it('is drawn up at a press once something has changed, once, and the office alone gets it', async () => {
    await office.drawnUp();
    expect(await office.look()).toMatchObject({ mayDrawUp: false, takenBack: null });
    expect((await office.ask()).json.code).toBe('DRAFT_HOLDS');
    await office.late();
    expect(await office.look()).toMatchObject({ mayDrawUp: true, draft: { edition: 1, stale: true } });
    expect((await office.ask(' ')).json.code).toBe('REASON_MISSING');
    for (const pressed of [await office.ask(), await office.ask()]) {
      expect(pressed).toMatchObject({ status: 201, json: { edition: 2 } });
    }
    await office.desk.send();
    expect(await office.subjects()).toEqual([
      expect.stringMatching(/^lanh-dao@.*lần 2/),
      expect.stringMatching(/^tong-hop@.*lần 2/),
    ]);
    expect(await office.look()).toMatchObject({
      mayDrawUp: false,
      draft: { edition: 2, stale: false, filed: 2 },
    });
    const editions = await readEditions(office.desk.world.table, 'Q1-2024');
    expect(editions.map(({ acts }) => acts)).toEqual([
      [],
      [
        expect.objectContaining({
          ...{ actor: 'office:VANPHONG', reason: 'Bổ sung báo cáo nộp muộn', recipients: [] },
        }),
      ],
    ]);
    expect((await office.ask()).json.code).toBe('DRAFT_HOLDS');
    expect(await office.mailed()).toEqual([]);
  });

  it('is drawn up at a second press where there was nothing to draw up when the first came to it', async () => {
    await office.drawnUp();
    const decide = (wish: object) =>
      office.clerk.post('/api/office/decisions', {
        period: 'Q1-2024',
        units: ['TTRA'],
        reason: 'Giải thể',
        ...wish,
      });
    await decide({ kind: 'exclude-unit' });
    expect((await office.ask()).status).toBe(201);
    const { decisions } = await readFilings(office.desk.world.table, 'Q1-2024', 'TTRA');
    await decide({ kind: 'undo', undone: decisions.at(-1)?.decision });
    await office.mailed();
    expect(await office.look()).toMatchObject({ draft: { edition: 1, stale: false } });
    await decide({ kind: 'exclude-unit', reason: 'Đã giải thể thật' });
    await office.mailed();
    for (const pressed of [await office.ask('Lần nữa'), await office.ask('Lần nữa')])
      expect(pressed.status).toBe(201);
    await office.desk.send();
    expect(await office.subjects()).toHaveLength(2);
    expect((await readEditions(office.desk.world.table, 'Q1-2024')).at(-1)).toMatchObject({
      edition: 2,
      acts: [{ reason: 'Lần nữa' }],
    });
  });

  it('waits, and is no fault, in the minute in which one was drawn up and taken back', async () => {
    await office.drawnUp();
    await office.late();
    await office.ask();
    await office.desk.send();
    expect((await office.takeBack((await office.draft()).run)).status).toBe(201);
    await office.desk.send();
    const counted = vi.spyOn(office.desk.world.metrics, 'record');
    const told = vi.spyOn(office.desk.world.logger, 'error');
    expect((await office.ask()).status).toBe(201);
    await office.desk.send();
    expect(told).not.toHaveBeenCalled();
    expect(await office.look()).toMatchObject({ draft: { edition: 1 } });
    office.desk.setNow('2024-03-19T10:31:00+07:00');
    counted.mockClear();
    expect((await office.ask()).status).toBe(201);
    await office.desk.send();
    expect(await office.look()).toMatchObject({ draft: { edition: 3, stale: false } });
    // It had been put off, not given up: the second press was the same.
    const third = office.desk.world.table
      .rows()
      .filter(({ pk }) => String(pk).startsWith('OUTBOX#draft/Q1-2024/3-'));
    expect(third).toHaveLength(1);
    // What brings no mail of its own is counted as none.
    expect(counted).not.toHaveBeenCalledWith('Mails', 1, 'superseded');
  });

  it('waits for a file that has come and is not read', async () => {
    await office.drawnUp();
    await office.late();
    const unit = office.desk.browser((await office.desk.tokenOf({ kind: 'unit', unit: 'TTRA' })).token);
    const wanted = { period: 'Q1-2024', fileName: 'a.xlsx', size: 3, sha256: 'a'.repeat(64) };
    const { uploadId } = (await unit.post('/api/uploads', wanted)).json;
    await office.desk.world.store.put(inboxObject(String(uploadId)), 'abc', 'a/b');
    expect((await office.ask()).json.code).toBe('DRAFT_WAITS');
  });

  it('is drawn up, or taken back, by no message of which nothing was asked on record, or no more is to do', async () => {
    await office.drawnUp();
    const about = { period: 'Q1-2024', ask: '2-forged' };
    expect(await drawUpDraft(office.desk.world, about)).toBe(false);
    expect(await takeBackDraft(office.desk.world, { ...about, ask: 'back-1' })).toBeNull();
    // Asked for, and then everything is again as it was.
    const by = { actor: 'office:VANPHONG', link: 'x', reason: 'x', at: '2024-03-19T03:30:00Z' };
    await putDraftAsk(office.desk.world.table, { ...about, ...by, takesBack: null });
    expect(await drawUpDraft(office.desk.world, about)).toBe(false);
    expect(await office.look()).toMatchObject({ draft: { run, edition: 1 }, takenBack: null });
    // What fails meanwhile is told as it is: nothing else is tried in its place.
    await office.late();
    const down = vi.spyOn(office.desk.world.store, 'put').mockRejectedValue(new Error('the store is down'));
    await expect(drawUpDraft(office.desk.world, about)).rejects.toThrow('the store is down');
    down.mockRestore();
  });

  it('is none of a period that is still to come', async () => {
    await office.drawnUp();
    expect((await office.clerk.post('/api/office/issue/6T-2024/draft', { reason: 'x' })).json.code).toBe(
      'ISSUE_NOT_OPEN',
    );
  });
});

describe('a draft', () => {
  const takenBackMails = [
    expect.stringMatching(/^lanh-dao@.*Thu hồi dự thảo lần 1: /),
    expect.stringMatching(/^tong-hop@.*Thu hồi dự thảo lần 1: /),
  ];
  /** What comes in just before the first row of that partition is put. */
  const justBefore = (partition: string, comes: () => Promise<void>) => {
    const { table } = office.desk.world;
    const put = table.putIfAbsent.bind(table);
    const puts = vi.spyOn(table, 'putIfAbsent').mockImplementation(async (key, row) => {
      if (key.pk.startsWith(partition)) {
        puts.mockRestore();
        await comes();
      }
      return put(key, row);
    });
  };

  it('is taken back until it is signed: the one before stands again, the office is told, and nobody issues it', async () => {
    await office.drawnUp();
    await office.late();
    await office.ask();
    await office.desk.send();
    await office.mailed();
    const second = (await office.draft()).run;
    expect(await office.takeBack(run)).toMatchObject({ status: 409, json: { code: 'ISSUE_CHANGED' } });
    expect(await office.takeBack(second)).toMatchObject({ status: 201, json: { edition: 2 } });
    expect(await office.subjects()).toEqual([
      expect.stringMatching(/^lanh-dao@.*Thu hồi dự thảo lần 2: /),
      expect.stringMatching(/^tong-hop@.*Thu hồi dự thảo lần 2: /),
    ]);
    expect(await office.look()).toMatchObject({
      draft: { run, edition: 1, stale: true },
      mayDrawUp: true,
      takenBack: { edition: 2, actor: 'Chuyên viên tổng hợp, Văn phòng Sở', reason: 'Sai kỳ số liệu' },
    });
    // Both of the office were told, and it is on record once.
    const { acts } = (await readEditions(office.desk.world.table, 'Q1-2024'))[1] ?? {};
    expect(acts).toEqual([
      expect.not.objectContaining({ takesBack: true }),
      expect.objectContaining({ takesBack: true, reason: 'Sai kỳ số liệu', recipients: [] }),
    ]);
    await office.store('pdf', pdf);
    expect(await office.refused({ run: second })).toBe('ISSUE_CHANGED');
    // Its own taking back: another is drawn up, under a number of its own.
    office.desk.setNow('2024-03-19T10:40:00+07:00');
    expect(await office.ask()).toMatchObject({ status: 201, json: { edition: 3 } });
    await office.desk.send();
    expect(await office.look()).toMatchObject({ draft: { edition: 3, stale: false }, takenBack: null });
  });

  it('is not taken back once it was signed', async () => {
    await office.drawnUp();
    await office.store('pdf', pdf);
    expect((await office.issue()).status).toBe(201);
    expect((await office.takeBack(run)).json.code).toBe('ALREADY_ISSUED');
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
    await putDraftAsk(office.desk.world.table, asked);
    await mailTakenBack(about);
    expect(await office.subjects()).toEqual([expect.stringContaining('ban-dan-van@tinhuy.example')]);
    expect(await office.look()).toMatchObject({ draft: { run }, takenBack: null });
  });

  it('is not issued once it was told to be taken back, though that waits, or came while the files were compared', async () => {
    await office.drawnUp();
    await office.store('pdf', pdf);
    const send = await office.wish();
    // Waits: nothing carries it out before the issue is asked for.
    expect((await office.takeBack(run)).status).toBe(201);
    expect(await office.clerk.post(at, send)).toMatchObject({
      status: 409,
      json: { code: 'DRAFT_GOES_BACK' },
    });
    expect(await readSignatures(office.desk.world.table, 'Q1-2024')).toEqual([]);
    expect(await office.subjects()).toEqual(takenBackMails);
    // Comes meanwhile, and is carried out at once.
    await office.drawnUp();
    await office.store('pdf', pdf);
    justBefore('SIGNATURES#', async () => {
      expect((await office.takeBack(run)).status).toBe(201);
      await office.mailed();
    });
    expect(await office.refused({})).toBe('DRAFT_GOES_BACK');
  });

  it('is not taken back where it is signed in the same moment: whoever is told otherwise is told so', async () => {
    await office.drawnUp();
    await office.store('pdf', pdf);
    const send = await office.wish();
    justBefore('SIGNATURES#', async () => {
      expect((await office.clerk.post(at, send)).status).toBe(201);
    });
    expect(await office.takeBack(run)).toMatchObject({ status: 409, json: { code: 'ALREADY_ISSUED' } });
    expect(await office.subjects()).toEqual([expect.stringContaining('ban-dan-van@tinhuy.example')]);
    expect(await office.look()).toMatchObject({ draft: { run }, takenBack: null });
  });

  /** Pressed, and cut off before the office's first mail was queued. */
  const cutOff = async () => {
    justBefore('OUTBOX#draft-taken-back', async () => {
      throw new Error('cut off');
    });
    expect((await office.takeBack(run)).status).toBe(500);
    expect(await office.subjects()).toEqual([]);
  };

  it.each([
    ['an issue', async () => office.issue()],
    ['whoever wants another', () => office.ask()],
  ])('is taken back though that was cut off: %s is told by whom, and completes it', async (_who, press) => {
    await office.drawnUp();
    await office.store('pdf', pdf);
    await cutOff();
    const { status, json } = await press();
    expect([status, json.code]).toEqual([409, 'DRAFT_GOES_BACK']);
    expect(json.message).toContain('yêu cầu của Chuyên viên tổng hợp, Văn phòng Sở lúc 10:30 19/03/2024');
    expect(await office.subjects()).toEqual(takenBackMails);
    expect(await office.look()).toMatchObject({ draft: null, takenBack: { edition: 1 } });
  });

  it('is taken back though that was cut off, at a second press or with the next hour, once', async () => {
    await office.drawnUp();
    await cutOff();
    expect(await office.takeBack(run)).toMatchObject({ status: 201, json: { edition: 1 } });
    expect(await office.subjects()).toEqual(takenBackMails);
    await office.drawnUp();
    await cutOff();
    const told = async (time: string) => {
      office.desk.setNow(`2024-03-19T${time}:20+07:00`);
      await createHandler(office.desk.world)({ scheduledTime: `2024-03-19T${time}:00+07:00` });
      return (await office.subjects()).filter((each) => each.includes('Thu hồi'));
    };
    expect(await told('11:00')).toEqual(takenBackMails);
    expect(await told('12:00')).toEqual([]);
    expect(await office.look()).toMatchObject({ draft: null, takenBack: { edition: 1 } });
  });

  it('is taken back with the next hour though that was cut off and the draft after it is taken back as well', async () => {
    await office.drawnUp();
    await office.late();
    await cutOff();
    await office.ask();
    await office.desk.send();
    expect((await office.takeBack((await office.draft()).run)).json).toEqual({ edition: 2 });
    await office.mailed();
    expect(await office.look()).toMatchObject({ draft: { run } });
    office.desk.setNow('2024-03-19T11:00:20+07:00');
    await createHandler(office.desk.world)({ scheduledTime: '2024-03-19T11:00:00+07:00' });
    expect((await office.subjects()).filter((each) => each.includes('Thu hồi'))).toEqual(takenBackMails);
    expect(await office.look()).toMatchObject({ draft: null });
  });

  it('is not issued where that was asked before both stood in one row', async () => {
    await office.drawnUp();
    await office.store('pdf', pdf);
    const about = { period: 'Q1-2024', ask: 'back-1' };
    const by = { actor: 'office:VANPHONG', link: 'x', reason: 'x', at: '2024-03-19T03:30:00Z' };
    await putDraftAsk(office.desk.world.table, { ...about, ...by, takesBack: run });
    expect(await office.refused({})).toBe('DRAFT_GOES_BACK');
    await mailTakenBack(about);
    await office.mailed();
    expect(await office.look()).toMatchObject({ draft: null, takenBack: { edition: 1 } });
  });

  it('keeps on record who asked first, where that was before both stood in one row and is asked again', async () => {
    await office.drawnUp();
    const about = { period: 'Q1-2024', ask: 'back-1', takesBack: run };
    const first = { ...about, actor: 'x', link: 'x', reason: 'Sai mẫu', at: '2024-03-19T03:20:00Z' };
    await putDraftAsk(office.desk.world.table, first);
    expect((await office.takeBack(run)).status).toBe(201);
    expect((await readSealed(office.desk.world.table, 'Q1-2024')).takenBack).toMatchObject([first]);
    expect(await office.subjects()).toEqual(takenBackMails);
  });

  it('is issued where it was another run that was asked to be taken back before both stood in one row', async () => {
    await office.drawnUp();
    await office.store('pdf', pdf);
    const about = { period: 'Q1-2024', ask: 'back-1', takesBack: 'Q1-2024-final-2024-03-18T0200Z' };
    const by = { actor: 'x', link: 'x', reason: 'x', at: '2024-03-19T03:20:00Z' };
    await putDraftAsk(office.desk.world.table, { ...about, ...by });
    expect((await office.issue()).status).toBe(201);
  });

  it('is not taken back once it has gone upward, as a regime may have it', async () => {
    await office.drawnUp();
    const message = { kind: 'summary', run, recipient: 'BDVTU' } as const;
    await enqueueMail(office.desk.world, message);
    expect(await office.takeBack(run)).toMatchObject({ status: 409, json: { code: 'SENT_UNSIGNED' } });
    expect(await office.look()).toMatchObject({ draft: { run }, takenBack: null });
  });

  it('is taken back though the one before it was issued', async () => {
    await office.drawnUp();
    await office.store('pdf', pdf);
    expect((await office.issue()).status).toBe(201);
    await office.late();
    await office.ask();
    await office.desk.send();
    expect(await office.takeBack((await office.draft()).run)).toMatchObject({
      status: 201,
      json: { edition: 2 },
    });
  });
});

/** As an older version of the portal queued it. */
async function mailTakenBack(about: { readonly period: string; readonly ask: string }): Promise<void> {
  const { world, regime } = office.desk;
  await enqueueMail(world, {
    ...{ kind: 'draft-taken-back', regime: regime.id, recipient: 'VANPHONG' },
    ...about,
  });
}
