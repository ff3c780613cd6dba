import { beforeEach, describe, expect, it } from 'vitest';
import { countingOf } from '../../../../shared/filing/counting.ts';
import { prepareDecision, recordDecision } from '../../../../shared/office/decide.ts';
import { periodInForce } from '../../../../shared/office/regimes-in-force.ts';
import { fingerprintNow } from '../../../../shared/office/report/fingerprint-now.ts';
import { issueFinal } from '../../../../shared/office/report/issue.ts';
import { reportStatus } from '../../../../shared/office/report/issued-reports.ts';
import { readSummary } from '../../../../shared/office/report/summarise.ts';
import { takeIn } from '../../../../shared/office/take-in/take-in.ts';
import { type Applying, type Replayed, replay } from '../../../../shared/office/upkeep/replay.ts';
import { unreadableReading } from '../../../../shared/reading/unreadable-reading.ts';
import {
  readFilings,
  readLaterReadings,
  readReading,
  readVersion,
} from '../../../../shared/records/filings.ts';
import { inboxObject } from '../../../../shared/records/keys.ts';
import { readMessage } from '../../../../shared/records/outbox.ts';
import { written } from '../../../functions/written.ts';
import { aSmallOffice, period, readingOf, type SmallOffice } from './a-small-office.ts';

let office: SmallOffice;
beforeEach(async () => {
  office = await aSmallOffice();
});

const told: Applying = { actor: 'Quản trị', reason: 'Bản đọc mới', takingAway: false };

async function replayed(applying: Applying | null = null, unit?: string): Promise<Replayed[]> {
  const all: Replayed[] = [];
  for await (const each of replay(office, { period, unit }, applying)) all.push(each);
  return all;
}
const kinds = (all: readonly Replayed[]) => all.map(({ outcome }) => outcome.kind);
const counting = async (unit: string) => countingOf(await readFilings(office.table, period, unit), unit);
const everything = () => JSON.stringify([office.table.rows(), office.outbox.bodies]);

describe('replaying with the same engine', () => {
  it('changes nothing, whatever was filed, and says nothing to anybody', async () => {
    office.engine.set(2, readingOf(2, 'rejected'));
    for (const value of [1, 2, 3]) await office.filed('U1', value);
    await office.filed('U2', 4);
    const before = everything();
    expect(kinds(await replayed(told))).toEqual(['same', 'same', 'same', 'same']);
    expect(office.table.rows()).toEqual(JSON.parse(before)[0]);
  });
});

describe('a file that is read otherwise now', () => {
  it('is shown, and nothing is changed without being asked for', async () => {
    await office.filed('U1', 5);
    office.engine.set(5, readingOf(50));
    const before = everything();
    const [first] = await replayed();
    expect(first?.outcome).toMatchObject({
      kind: 'changed',
      applied: false,
      differences: {
        state: { from: 'accepted', to: 'accepted' },
        figures: [
          { indicator: 'A01', column: 'value', from: 5, to: 50 },
          { indicator: 'A01', column: 'cumulative', from: 5, to: 50 },
        ],
      },
      effect: { takesAway: false },
    });
    expect(everything()).toBe(before);
  });

  it('speaks with its new reading once applied, on record, and its unit is told once', async () => {
    const upload = await office.filed('U1', 5);
    office.engine.set(5, readingOf(50));
    await replayed(told);
    const version = await readVersion(office.table, upload);
    expect(version?.again).toMatchObject({ actor: 'Quản trị', reason: 'Bản đọc mới', told: true });
    expect((await readReading(office.store, version ?? upload))?.values[0]?.value).toBe(50);
    // The first reading stays where it was.
    expect((await readReading(office.store, { upload: upload.upload }))?.values[0]?.value).toBe(5);
    expect(office.mails()).toContain(`verdict/${upload.upload}/${version?.again?.reading}`);

    const before = office.table.rows();
    expect(kinds(await replayed(told))).toEqual(['same']);
    expect(office.table.rows()).toEqual(before);
  });

  it.each([
    [50, 'accepted', 'Đã tiếp nhận báo cáo, đọc lại'],
    [50, 'rejected', 'CHƯA tiếp nhận (đọc lại)'],
  ] as const)('is told as what it is, with when and why (%s, %s)', async (value, state, said) => {
    const upload = await office.filed('U1', 5);
    office.engine.set(5, readingOf(value, state));
    await replayed({ ...told, takingAway: true });
    const version = await readVersion(office.table, upload);
    const id = `verdict/${upload.upload}/${version?.again?.reading}`;
    const row = await readMessage(office.table, id);
    const mail = (row && (await written(office, row)))?.mail;
    expect(`${mail?.subject} ${mail?.text}`).toContain(said);
    expect(mail?.text).toContain('đã được đọc lại lúc 12/03/2024 10:00 (Bản đọc mới)');
    expect(mail?.text).toContain('This file was read again');
  });

  it('is told to the unit by whoever goes on where one was cut off before the mail', async () => {
    const upload = await office.filed('U1', 5);
    office.engine.set(5, readingOf(50));
    const put = office.table.putIfAbsent.bind(office.table);
    office.table.putIfAbsent = async (key, row) => {
      if (key.pk.startsWith('OUTBOX#')) throw new Error('cut off');
      return put(key, row);
    };
    await expect(replayed(told)).rejects.toThrow('cut off');
    office.table.putIfAbsent = put;
    await replayed(told);
    const [reading, ...more] = await readLaterReadings(office.table, upload);
    expect(more).toEqual([]);
    expect(office.mails()).toContain(`verdict/${upload.upload}/${reading?.reading}`);
  });

  it('is not mailed about where only a finding is another', async () => {
    const upload = await office.filed('U1', 5);
    const [finding] = readingOf(5, 'rejected').findings;
    if (!finding) throw new Error('no finding');
    office.engine.set(5, { ...readingOf(5), findings: [{ ...finding, severity: 'note' }] });
    const before = office.mails();
    expect(kinds(await replayed(told))).toEqual(['changed']);
    expect(office.mails()).toEqual(before);
    expect(await readLaterReadings(office.table, upload)).toHaveLength(1);
    await replayed(told);
    expect(office.mails()).toEqual(before);
  });

  it('counts where it was rejected for a fault of the engine', async () => {
    office.engine.set(5, readingOf(5, 'rejected'));
    const upload = await office.filed('U1', 5);
    expect(await counting('U1')).toBeNull();
    office.engine.delete(5);
    await replayed(told);
    expect((await counting('U1'))?.ulid).toBe(upload.upload);
  });

  it('is the newest of its readings, however many were applied', async () => {
    const upload = await office.filed('U1', 5);
    for (const value of [50, 51, 52]) {
      office.engine.set(5, readingOf(value));
      await replayed(told);
    }
    const version = await readVersion(office.table, upload);
    expect(await readLaterReadings(office.table, upload)).toHaveLength(3);
    expect((await readReading(office.store, version ?? upload))?.values[0]?.value).toBe(52);
  });
});

describe('a report that counts and would be rejected now', () => {
  it('stays as it was until somebody says so expressly', async () => {
    const upload = await office.filed('U1', 5);
    office.engine.set(5, readingOf(5, 'rejected'));
    const [held] = await replayed(told);
    expect(held?.outcome).toMatchObject({ kind: 'changed', applied: false, effect: { takesAway: true } });
    expect((await counting('U1'))?.ulid).toBe(upload.upload);
    expect(await readLaterReadings(office.table, upload)).toEqual([]);

    await replayed({ ...told, takingAway: true });
    expect(await counting('U1')).toBeNull();
    expect(office.mails().filter((id) => id.startsWith(`verdict/${upload.upload}/`))).toHaveLength(1);
  });

  it('is held where only the time is lost: an earlier file made the unit be on time', async () => {
    await office.filed('U1', 5);
    office.setNow('2024-03-20T03:00:00.000Z');
    await office.filed('U1', 6);
    office.engine.set(5, readingOf(5, 'rejected'));
    const [first] = await replayed(told);
    expect(first?.outcome).toMatchObject({
      applied: false,
      effect: { takesAway: true, before: { status: 'on-time' }, after: { status: 'late' } },
    });
  });

  it('does not hold back the other units', async () => {
    await office.filed('U1', 5);
    await office.filed('U2', 6);
    office.engine.set(5, readingOf(5, 'rejected')).set(6, readingOf(60));
    const all = await replayed(told);
    expect(all.map(({ outcome }) => outcome.kind === 'changed' && outcome.applied)).toEqual([false, true]);
  });
});

describe('what is not read again', () => {
  it('is a file whose link was revoked before it came, or that was taken away', async () => {
    const upload = await office.filed('U1', 5);
    const wish = { period, unit: 'U1', reason: 'Sai mẫu', actor: 'VP', kind: 'return' } as const;
    await recordDecision(office, await prepareDecision(office, { ...wish, receipt: upload.upload }));
    // The same bytes again, by a link that was minted before.
    const again = { ...upload, upload: `${upload.upload.slice(0, -1)}Z` };
    await office.table.putIfAbsent({ pk: `UPLOADS#2024-03-12`, sk: again.upload }, again);
    await office.store.putOnce(inboxObject(again.upload), new TextEncoder().encode('5'), 'x');
    expect((await takeIn(office, again.upload))?.state).toBe('rejected');
    expect((await replayed(told)).map(({ outcome }) => outcome)).toEqual([
      { kind: 'same' },
      { kind: 'passed-over', why: 'decided' },
    ]);
  });

  it('is one whose bytes are others than those received, or on which the engine stops', async () => {
    const upload = await office.filed('U1', 5);
    await office.filed('U2', 6);
    await office.filed('U3', 7);
    await office.store.put(inboxObject(upload.upload), new TextEncoder().encode('9'), 'x');
    office.engine.set(6, new Error('the thread died')).set(7, unreadableReading('TOO_MUCH_TO_READ', null));
    expect((await replayed({ ...told, takingAway: true })).map(({ outcome }) => outcome)).toMatchObject([
      { kind: 'passed-over', why: 'changed' },
      { kind: 'passed-over', why: 'unread', error: { message: 'the thread died' } },
      { kind: 'passed-over', why: 'unread' },
    ]);
  });
});

describe('a waiver', () => {
  it('holds for the reading it was made of: of another nobody has looked at the errors', async () => {
    office.engine.set(5, readingOf(5, 'rejected'));
    const upload = await office.filed('U1', 5);
    const wish = { period, unit: 'U1', reason: 'Chấp nhận', actor: 'VP', kind: 'waive' } as const;
    const waive = async () => {
      const prepared = await prepareDecision(office, { ...wish, receipt: upload.upload });
      return recordDecision(office, prepared);
    };
    const first = await waive();
    expect((await counting('U1'))?.ulid).toBe(upload.upload);
    office.engine.set(5, readingOf(55, 'rejected'));
    expect((await replayed(told))[0]?.outcome).toMatchObject({ applied: false, effect: { takesAway: true } });
    await replayed({ ...told, takingAway: true });
    expect(await counting('U1')).toBeNull();
    // In the same words: it is another decision all the same.
    expect((await waive()).decision).not.toBe(first.decision);
    expect((await counting('U1'))?.ulid).toBe(upload.upload);
  });
});

describe('a report that was issued', () => {
  it('stays as it was issued, and is stale once a reading in it speaks otherwise', async () => {
    await office.filed('U1', 5);
    const owed = await periodInForce(office, period);
    const at = '2024-03-14T02:00:00.000Z';
    office.setNow(at);
    const manifest = await issueFinal(office, { ...owed, at }, null);
    const totalOf = async () => (await readSummary(office.store, manifest)).totals.map(({ value }) => value);
    expect(await totalOf()).toEqual([5]);
    const before = await fingerprintNow(office.table, owed.period);

    office.setNow('2024-03-15T02:00:00.000Z');
    office.engine.set(5, readingOf(50));
    await replayed(told);
    expect(await totalOf()).toEqual([5]);
    expect(await fingerprintNow(office.table, owed.period)).not.toBe(before);
    const [status] = await reportStatus(office, period);
    expect(status?.changes?.figures).toMatchObject([{ indicator: 'A01', from: 5, to: 50 }, {}]);
  });
});
