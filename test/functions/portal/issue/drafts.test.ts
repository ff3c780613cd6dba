import { beforeAll, describe, expect, it, vi } from 'vitest';
import { drawUpDraft } from '../../../../shared/office/report/ask-draft.ts';
import { takeBackDraft } from '../../../../shared/office/report/take-back.ts';
import { putDraftAsk } from '../../../../shared/records/draft-asks.ts';
import { readEditions } from '../../../../shared/records/editions.ts';
import { readFilings } from '../../../../shared/records/filings.ts';
import { inboxObject } from '../../../../shared/records/keys.ts';
import { afterTheHour, type Office, run } from './an-issue.ts';

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
      expect.stringMatching(/^lanh-dao@.*bản 2/),
      expect.stringMatching(/^tong-hop@.*bản 2/),
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
