import { strToU8 } from 'fflate';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHandler } from '../../../../functions/schedule/handler.ts';
import { readSignatures } from '../../../../shared/records/signatures.ts';
import { afterTheHour, at, fileOf, type Office, pdf } from './an-issue.ts';

let office: Office;
beforeAll(async () => {
  office = await afterTheHour();
});

describe('an issue', () => {
  beforeEach(() => office.drawnUp());

  it('is one issue and one mail, however often it is asked for; with anything else it is refused', async () => {
    await office.store('pdf', pdf);
    const first = await office.wish();
    const answers = [await office.clerk.post(at, first), await office.clerk.post(at, first)];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(await office.mailed()).toHaveLength(1);
    for (const changed of [
      { number: '126/BC-STNMT' },
      { signer: { name: 'Nguyễn Văn Anh' } },
      { day: '2024-03-18' },
      { run: 'Q1-2024-final-2024-03-18T0200Z' },
    ]) {
      const other = await office.clerk.post(at, { ...first, ...changed });
      expect([other.status, other.json.code]).toEqual([409, 'ALREADY_ISSUED']);
    }
    expect(await office.mailed()).toEqual([]);
  });

  it('is one issue where it is pressed twice at once: the second is told of no unsigned report', async () => {
    await office.drawnUp();
    await office.store('pdf', pdf);
    const send = await office.wish();
    const { table } = office.desk.world;
    const get = table.get.bind(table);
    const first: unknown[] = [];
    const asks = vi.spyOn(table, 'get').mockImplementation(async (key) => {
      if (key.pk.includes('issued-report')) {
        // The other is done just before this one asks whether anything goes to those above.
        asks.mockRestore();
        first.push(await office.clerk.post(at, send));
      }
      return get(key);
    });
    expect(await office.clerk.post(at, send)).toMatchObject({
      status: 201,
      json: { number: '125/BC-STNMT' },
    });
    expect(first).toMatchObject([{ status: 201 }]);
    expect(await office.mailed()).toHaveLength(1);
  });

  const another = strToU8(`%PDF-1.4 ${'y'.repeat(90)} %%EOF`);
  it.each([
    ['files', { pdf: fileOf(another) }],
    ['signers', { signer: { name: 'Nguyễn Văn Anh' } }],
  ])('gives two that issue at once with different %s one edition', async (_, otherwise) => {
    await office.store('pdf', pdf);
    await office.store('pdf', another);
    const [one, two] = [await office.wish(), await office.wish(otherwise)];
    const answers = await Promise.all([office.clerk.post(at, one), office.clerk.post(at, two)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await office.mailed()).toHaveLength(1);
  });

  it('mails what went on record and was cut off before its mail, once, with the next hour', async () => {
    await office.store('pdf', pdf);
    const putIfAbsent = office.desk.world.table.putIfAbsent.bind(office.desk.world.table);
    office.desk.world.table.putIfAbsent = async (key, row) => {
      if (key.pk.startsWith('OUTBOX#issued-report')) throw new Error('cut off');
      return putIfAbsent(key, row);
    };
    await office.issue();
    office.desk.world.table.putIfAbsent = putIfAbsent;
    expect(await readSignatures(office.desk.world.table, 'Q1-2024')).toHaveLength(1);
    expect(await office.mailed()).toEqual([]);
    const above = async () =>
      (await office.mailed()).filter(({ to }) => to?.[0]?.address === 'ban-dan-van@tinhuy.example');
    office.desk.setNow('2024-03-19T11:00:20+07:00');
    await createHandler(office.desk.world)({ scheduledTime: '2024-03-19T11:00:00+07:00' });
    expect(await above()).toHaveLength(1);
    office.desk.setNow('2024-03-19T12:00:20+07:00');
    await createHandler(office.desk.world)({ scheduledTime: '2024-03-19T12:00:00+07:00' });
    expect(office.desk.world.outbox.bodies.join()).not.toContain('issued-report');
    expect(await above()).toEqual([]);
  });
});
