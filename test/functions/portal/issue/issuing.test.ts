import { readFileSync } from 'node:fs';
import { strToU8 } from 'fflate';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { IssuedAs } from '../../../../functions/portal/contract/issue.ts';
import { createHandler } from '../../../../functions/schedule/handler.ts';
import { applyRegime } from '../../../../infra/admin/regime.ts';
import { mendAddress, takeNotice } from '../../../../shared/office/chase/bounces.ts';
import { enqueueMail } from '../../../../shared/office/enqueue-mail.ts';
import { changeAddress, readAddress } from '../../../../shared/records/addresses.ts';
import { issuedObject } from '../../../../shared/records/keys.ts';
import { readMessage } from '../../../../shared/records/outbox.ts';
import { readSignatures } from '../../../../shared/records/signatures.ts';
import { drawnUp as nextDrawnUp, scannedPdf } from '../../a-signed-report.ts';
import { afterTheHour, at, figure, fileOf, type Office, pdf, run } from './an-issue.ts';

let office: Office;
beforeAll(async () => {
  office = await afterTheHour();
});

describe('issuing', () => {
  beforeEach(() => office.drawnUp());

  it('puts it on record and mails the signed file to those above, and to nobody else', async () => {
    await office.store('pdf', pdf);
    const answer = await office.issue();
    expect(answer.status, JSON.stringify(answer.json)).toBe(201);
    expect(IssuedAs.parse(answer.json)).toMatchObject({
      ...{ edition: 1, number: '125/BC-STNMT', day: '2024-03-19', sentTo: ['Ban Dân vận Tỉnh ủy'] },
      actor: 'Chuyên viên tổng hợp, Văn phòng Sở',
    });
    const [mail, ...others] = await office.mailed();
    expect(others).toEqual([]);
    expect(mail?.to?.[0]?.address).toBe('ban-dan-van@tinhuy.example');
    expect(mail?.subject).toContain('số 125/BC-STNMT ngày 19/03/2024');
    expect(mail?.attachments.map(({ filename }) => filename)).toEqual(['Q1-2024_bao-cao-da-ky.pdf']);
    expect(new Uint8Array(mail?.attachments[0]?.content as ArrayBuffer)).toEqual(pdf);
    expect(mail?.text?.replace(/\s+/g, '')).toContain(fileOf(pdf).sha256);

    const [signature] = await readSignatures(office.desk.world.table, 'Q1-2024');
    expect(signature).toMatchObject({
      ...{ edition: 1, run, recipients: ['BDVTU'], actor: 'office:VANPHONG', reason: 'Lãnh đạo Sở đã ký' },
      ...{
        link: expect.stringMatching(/^[0-9a-f]{12}$/),
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      },
      pdf: fileOf(pdf),
    });
    const shown = await office.desk.world.store.get(issuedObject(run, `shown-${signature?.shown}.json`));
    const kept = JSON.parse(new TextDecoder().decode(shown?.bytes));
    expect(kept).toMatchObject({ edition: 1, filed: 1, expected: 14, recipients: [{ id: 'BDVTU' }] });
    expect(kept.doubts.length).toBeGreaterThan(10);
    expect((await office.look()).issued).toMatchObject([
      { number: '125/BC-STNMT', reason: 'Lãnh đạo Sở đã ký' },
    ]);
  });

  it('asks for a word on each doubt that stands in the report as if it were none, and keeps it', async () => {
    await office.store('pdf', pdf);
    const { asked, doubts } = await office.draft();
    expect(asked.join()).toMatch(/căn cứ “.*” chưa có số, ngày/);
    expect(doubts).toEqual(expect.arrayContaining(asked));
    for (const answers of [undefined, [], asked.map(() => ' \u200b')]) {
      expect(await office.refused({ answers }, 400)).toBe('DOUBTS_UNANSWERED');
    }
    const answers = asked.map((_, n) => `Đã hỏi, lần ${n}`);
    expect((await office.issue({ answers })).status).toBe(201);
    expect((await office.look()).issued[0]?.shown?.answers).toEqual(
      asked.map((doubt, n) => ({ doubt, answer: answers[n] })),
    );
  });

  it('takes a code of the last half hour, though the device may decide all else for a day', async () => {
    await office.store('pdf', pdf);
    office.desk.setNow('2024-03-19T11:00:01+07:00');
    expect(await office.refused({}, 403)).toBe('CODE_NOT_FRESH');
    const decided = await office.clerk.post('/api/office/decisions', {
      ...{ period: 'Q1-2024', kind: 'exclude-unit', units: ['TTRA'], reason: 'Sáp nhập' },
    });
    expect(decided.status).toBe(201);
    await office.enterAgain();
    office.desk.setNow('2024-03-19T11:30:01+07:00');
    expect((await office.issue()).status).toBe(201);
  });

  it('is not of what has changed since it was shown', async () => {
    await office.store('pdf', pdf);
    const before = await office.wish();
    await office.desk.filed({ unit: 'KHTC', receivedAt: '2024-03-19T10:31:00+07:00' });
    office.desk.setNow('2024-03-19T10:40:00+07:00');
    const answer = await office.clerk.post(at, before);
    expect([answer.status, answer.json.code]).toEqual([409, 'ISSUE_CHANGED']);
    expect(await office.mailed()).toEqual([]);
    // Looked at again, what was signed may go, and on record is that it is stale.
    const now = await office.draft();
    expect(now.stale).toBe(true);
    // What has changed is named once, and no doubt besides.
    expect(now.since).toHaveLength(1);
    expect(now.doubts.join()).not.toContain('không còn khớp');
    expect((await office.issue()).status).toBe(201);
    const { since, doubts } = now;
    const shown = { stale: true, since, doubts, lacking: null };
    const about = { name: 'Ban Dân vận Tỉnh ủy', email: 'ban-dan-van@tinhuy.example' };
    const waits = { ...about, state: 'pending', at: '2024-03-19T03:40:00.000Z' };
    expect((await office.look()).issued).toMatchObject([{ shown, mails: [waits] }]);
    await office.mailed();
    expect((await office.look()).issued).toMatchObject([{ mails: [{ ...about, state: 'sent' }] }]);
    const row = await readMessage(office.desk.world.table, `issued-report/${run}/BDVTU`);
    await changeAddress(office.desk.world.table, about.email, () => ({
      ...{
        state: 'bounced',
        kind: 'hard',
        failed: [],
        by: row?.sesMessageId ?? 'x',
        said: '550',
        withheld: [],
      },
      since: office.desk.world.clock.now(),
    }));
    expect((await office.look()).issued).toMatchObject([{ mails: [{ ...about, state: 'returned' }] }]);
    // That mail arrives there again makes none arrive that did not.
    const by = { actor: 'VP', link: 'x', reason: 'Hộp thư đã dùng được' };
    expect(await mendAddress(office.desk.world, about.email, by)).toBe(true);
    const arrived = { what: 'delivered', mail: 'another', address: about.email, said: null } as const;
    await takeNotice(office.desk.world, arrived);
    expect((await readAddress(office.desk.world.table, about.email))?.state).toBe('good');
    expect((await office.look()).issued).toMatchObject([{ mails: [{ ...about, state: 'returned' }] }]);
  });

  it('has words for the report whose place it takes, and no number twice', async () => {
    await office.store('pdf', pdf);
    await office.issue();
    const leftOut = { period: 'Q1-2024', units: ['TTRA'], kind: 'exclude-unit', reason: 'Giải thể' };
    expect((await office.clerk.post('/api/office/decisions', leftOut)).status).toBe(201);
    await office.mailed();
    await office.desk.filed({
      ...{ unit: 'QLDD', receivedAt: '2024-03-20T08:00:00+07:00' },
      reading: { values: [{ ...figure, indicator: 'A02', value: 32 }] },
    });
    office.desk.setNow('2024-03-20T10:00:00+07:00');
    await nextDrawnUp(office.desk.world, 'Q1-2024');
    await office.desk.send();
    office.desk.setNow('2024-03-20T10:05:00+07:00');
    await office.enterAgain();
    office.desk.world.mailer.sent.length = 0;
    expect(await office.draft()).toMatchObject({
      edition: 2,
      replaces: { number: '125/BC-STNMT', day: '2024-03-19' },
      // Where the regime names nobody, the one who signed before.
      signer: { head: 'GIÁM ĐỐC', form: null, role: '', name: 'Nguyễn Văn An' },
    });
    await office.store('pdf', pdf);
    const again = await office.issue({ day: '2024-03-20' });
    expect(again.json.code).toBe('NUMBER_USED');
    const send = await office.wish({ number: '131/BC-STNMT', day: '2024-03-20' });
    // By two at once, of which the second finds the first one's on record.
    const answers = await Promise.all([office.clerk.post(at, send), office.clerk.post(at, send)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const signature = (await readSignatures(office.desk.world.table, 'Q1-2024')).at(-1);
    const file = issuedObject(signature?.run ?? '', `shown-${signature?.shown}.json`);
    const shown = await office.desk.world.store.get(file);
    expect(JSON.parse(new TextDecoder().decode(shown?.bytes))).toMatchObject({
      ...{ filed: 1, expected: 13, replaces: { number: '125/BC-STNMT', day: '2024-03-19' } },
    });
    const [mail] = await office.mailed();
    expect(mail?.text?.replace(/\s+/g, ' ')).toContain('thay thế Báo cáo số 125/BC-STNMT ngày 19/03/2024');
    expect(mail?.attachments[0]?.filename).toBe('Q1-2024_bao-cao-da-ky_ban-2.pdf');
    expect((await office.look()).issued.map(({ number }) => number)).toEqual([
      '131/BC-STNMT',
      '125/BC-STNMT',
    ]);
  });

  it('sends nothing that is no whole PDF, or has not come', async () => {
    expect(await office.refused({})).toBe('SIGNED_FILE_NOT_COME');
    const text = strToU8('Kính gửi Ban Dân vận %%EOF');
    await office.store('pdf', text);
    expect(await office.refused({ pdf: fileOf(text) }, 400)).toBe('SIGNED_NOT_PDF');
    const cut = pdf.slice(0, 200);
    await office.store('pdf', cut);
    expect(await office.refused({ pdf: fileOf(cut) }, 400)).toBe('SIGNED_NOT_PDF');
    // Announced as larger than what lies there.
    await office.store('pdf', pdf);
    expect(await office.refused({ pdf: { ...fileOf(pdf), size: pdf.length + 1 } })).toBe(
      'SIGNED_FILE_NOT_COME',
    );
  });

  it.each([
    ['no number', { number: ' - ' }, 'NUMBER_INVALID'],
    ['a number that no line holds', { number: `125/${'x'.repeat(57)}` }, 'NUMBER_INVALID'],
    ['a day before it was drawn up', { day: '2024-03-18' }, 'SIGNED_DAY_INVALID'],
    ['tomorrow', { day: '2024-03-20' }, 'SIGNED_DAY_INVALID'],
    ['no reason', { reason: ' ' }, 'REASON_MISSING'],
  ])('refuses %s', async (_, given, code) => {
    await office.store('pdf', pdf);
    expect(await office.refused(given, 400)).toBe(code);
  });

  it('goes to nobody where nobody is above the office, nor where somebody had it unsigned', async () => {
    await office.store('pdf', pdf);
    const { regime } = office.desk;
    await enqueueMail(office.desk.world, { kind: 'summary', run, recipient: 'BDVTU' });
    expect((await office.issue()).json).toMatchObject({
      code: 'SENT_UNSIGNED',
      message: expect.stringContaining('Ban Dân vận Tỉnh ủy'),
    });
    const recipients = regime.office.recipients.filter(({ role }) => role !== 'issued-report');
    await applyRegime(office.desk.world, { ...regime, office: { ...regime.office, recipients } });
    expect((await office.issue()).json.code).toBe('NOBODY_ABOVE');
    expect(await readSignatures(office.desk.world.table, 'Q1-2024')).toEqual([]);
  });

  it('has the number in one line, and on record what the signed file lacks', async () => {
    const print = new Uint8Array(readFileSync('test/corpus/pdf/all-cut, writer.pdf'));
    await office.store('pdf', print);
    const lackingReason = 'Giám đốc Sở viết lại toàn văn';
    const send = await office.wish({ number: ' 125 /\n BC-STNMT ', pdf: fileOf(print), lackingReason });
    expect((await office.clerk.post(at, send)).json).toMatchObject({ number: '125 / BC-STNMT' });
    const [issued] = (await office.look()).issued;
    expect(issued?.shown?.lacking).toContainEqual(expect.stringContaining('31 hội nghị'));
  });
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

  const another = scannedPdf({ catalogue: '/Lang (vi)' });
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
