import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ToDoList } from '../../../../functions/portal/contract/desk.ts';
import { IssuedAs, IssueView, SignedText } from '../../../../functions/portal/contract/issue.ts';
import { applyRegime } from '../../../../infra/admin/regime.ts';
import { largestSigned } from '../../../../shared/filing/signature.ts';
import { attachmentLimit } from '../../../../shared/mail/mail.ts';
import { periodInForce } from '../../../../shared/office/regimes-in-force.ts';
import { fingerprintNow } from '../../../../shared/office/report/fingerprint-now.ts';
import { seenWith } from '../../../../shared/office/report/issue-signed.ts';
import { planSigned } from '../../../../shared/office/report/plan-signed.ts';
import { readFilings } from '../../../../shared/records/filings.ts';
import { readSignatures } from '../../../../shared/records/signatures.ts';
import { MeteredTable } from '../../../doubles/metered-table.ts';
import { pdfOf } from '../../../shared/reading/open/pdf/build-pdf.ts';
import { drawnUp as nextDrawnUp } from '../../a-signed-report.ts';
import { decidingBrowser } from '../a-desk.ts';
import { afterTheHour, at, beforeTheHour, fileOf, type Office, pdf, run } from './an-issue.ts';

let office: Office;
beforeAll(async () => {
  office = await afterTheHour();
});

describe('before it is issued', () => {
  it('there is nothing to issue until a draft was drawn up', async () => {
    await office.enterAgain(await beforeTheHour());
    expect(await office.look()).toMatchObject({ draft: null, issued: [] });
    const asked = {
      run,
      seen: 'a'.repeat(64),
      number: '1',
      day: '2024-03-15',
      pdf: fileOf(pdf),
      reason: 'x',
    };
    expect((await office.clerk.post(at, asked)).json.code).toBe('DRAFT_NONE');
    const back = await office.clerk.post(`${at}/draft/taken-back`, { run, reason: 'x' });
    expect(back.json.code).toBe('DRAFT_NONE');
  });

  it('stands on the list of what is to be done with the day by which it goes upward, until it is issued', async () => {
    await office.drawnUp();
    const upward = async () => {
      const { items } = ToDoList.parse((await office.clerk.get('/api/office/to-do')).json);
      return items.filter(({ kind }) => kind === 'upward');
    };
    expect(await upward()).toMatchObject([
      { period: 'Q1-2024', until: '2024-03-20', whom: 'Ban Dân vận Tỉnh ủy', why: 'còn 1 ngày làm việc' },
    ]);
    const told = 'Gửi Ban Dân vận Tỉnh ủy chậm nhất hết ngày 20/03/2024: còn 1 ngày làm việc.';
    expect((await office.look()).until).toBe(told);
    await office.store('pdf', pdf);
    expect((await office.issue()).status).toBe(201);
    expect(await upward()).toEqual([]);
    expect((await office.look()).until).toBeNull();
  });

  it('stays on the list when the day is over and the period locked, but for one of which nothing ever came', async () => {
    const list = async () => {
      const { items } = ToDoList.parse(
        (await (await decidingBrowser(office.desk)).get('/api/office/to-do')).json,
      );
      return items.flatMap(({ kind, period, why }) => (kind === 'upward' ? [`${period}: ${why}`] : []));
    };
    await office.drawnUp();
    office.desk.setNow('2024-09-16T08:00:00+07:00');
    expect(await list()).toEqual(['Q1-2024: đã quá 123 ngày làm việc']);
  });

  it('says what is in it, what is doubtful, and who gets it', async () => {
    await office.drawnUp();
    const found = await office.draft();
    expect(found).toMatchObject({
      ...{ run, edition: 1, filed: 1, expected: 14, stale: false, hindrances: [], replaces: null },
      ...{ from: '2024-03-19', today: '2024-03-19' },
      recipients: [{ name: 'Ban Dân vận Tỉnh ủy', email: 'ban-dan-van@tinhuy.example', had: false }],
    });
    expect(found.doubts).toContainEqual('Phòng Kế hoạch - Tài chính (KHTC): chưa nộp, đã quá hạn');
    expect(found.doubts.join()).not.toContain('từ đó đã có thay đổi');
    expect(found.doubts.at(-1)).toMatch(
      /^dự thảo không có nội dung .*“Kiến nghị, đề xuất”; đề nghị kiểm tra/,
    );
    expect(found.files).toContain('bao-cao-tong-hop.docx');
  });

  it('says what has changed since it was drawn up, by unit and hour, and is looked at anew', async () => {
    await office.drawnUp();
    const { seen, since: before } = await office.draft();
    expect(before).toEqual([]);
    const decide = (more: object) =>
      office.clerk.post('/api/office/decisions', {
        period: 'Q1-2024',
        units: ['QLDD'],
        reason: 'Bão',
        ...more,
      });
    // Neither makes it another report.
    await office.desk.filed({
      unit: 'TTRA',
      receivedAt: '2024-03-19T10:02:00+07:00',
      reading: { state: 'rejected' },
    });
    expect(await office.draft()).toMatchObject({ stale: false, since: [], seen });
    office.desk.setNow('2024-03-19T10:36:00+07:00');
    // One has filed in time, and the report is none other for its time.
    await decide({ kind: 'extension', until: '2024-03-22', evenFiled: true, units: ['QLDD', 'KHTC'] });
    await office.desk.filed({
      unit: 'VPS',
      receivedAt: '2024-03-19T10:20:00+07:00',
      fileName: 'bao cao.xlsx',
    });
    const { since, seen: anew, doubts, settled } = await office.draft();
    // Of what was in doubt then: VPS has filed.
    expect(settled.map(({ doubt, whole }) => [doubts[doubt], whole])).toEqual([
      [expect.stringMatching(/\(VPS\): chưa nộp/), true],
    ]);
    expect(since).toEqual([
      {
        at: '2024-03-19T03:20:00.000Z',
        text: expect.stringMatching(/^Văn phòng Sở \(VPS\): gửi “bao cao.xlsx”: tiếp nhận$/),
      },
      {
        at: '2024-03-19T03:36:00.000Z',
        text: expect.stringMatching(/^.* \(KHTC\): được gia hạn đến hết ngày 22\/03\/2024$/),
      },
    ]);
    expect(anew).not.toBe(seen);
    const { decisions } = await readFilings(office.desk.world.table, 'Q1-2024', 'KHTC');
    await decide({ kind: 'undo', undone: decisions.at(-1)?.decision, units: ['KHTC'] });
    // It stands for KHTC as it did when the draft was drawn up.
    expect((await office.draft()).since).toHaveLength(1);
  });

  it('says that figures of a period it is compared with have changed, which no unit of its own did', async () => {
    await office.drawnUp();
    office.desk.setNow('2024-06-19T10:00:00+07:00');
    await office.desk.filed({ unit: 'KHTC', period: '6T-2024', receivedAt: '2024-06-18T10:20:00+07:00' });
    await nextDrawnUp(office.desk.world, '6T-2024');
    await office.desk.filed({ unit: 'TTRA', receivedAt: '2024-06-19T10:20:00+07:00' });
    await office.enterAgain();
    expect(IssueView.parse((await office.clerk.get('/api/office/issue/6T-2024')).json).draft?.since).toEqual([
      { at: null, text: expect.stringContaining('các kỳ dùng để so sánh') },
    ]);
  });

  it('is a look that reads each row once: whether it is outdated is a matter of all of them', async () => {
    await office.drawnUp();
    const table = new MeteredTable(office.desk.world.table);
    const owed = await periodInForce(office.desk.world, 'Q1-2024');
    const compared = await table.during(() => fingerprintNow(table, owed.period));
    const look = await table.during(() => planSigned({ ...office.desk.world, table }, owed));
    // Editions, signatures, guidance of the reviews, and whether anybody above had it already.
    expect(look.requests).toBeLessThan(compared.requests + 40);
    expect(look.readUnits).toBeLessThan(2 * compared.readUnits + 40);
  });

  it('takes the signed file by a way of its own, never through inbox/', async () => {
    await office.drawnUp();
    const answer = await office.clerk.post(`${at}/files`, { kind: 'signed', run, ...fileOf(pdf) });
    expect(answer.status).toBe(201);
    const { url } = z.looseObject({ url: z.string() }).parse(answer.json);
    expect(url).toContain(`issued/${run}/${fileOf(pdf).sha256}.pdf`);
    expect((await office.clerk.get(`${at}/files/${run}/${fileOf(pdf).sha256}`)).json.code).toBe(
      'RUN_FILE_UNKNOWN',
    );
    await office.store('pdf', pdf);
    expect((await office.clerk.get(`${at}/files/${run}/${fileOf(pdf).sha256}`)).status).toBe(200);
    // Not for a run of another period, nor of none.
    const other = { kind: 'signed', run: 'Q2-2024-final-x', ...fileOf(pdf) };
    expect((await office.clerk.post(`${at}/files`, other)).json.code).toBe('RUN_FILE_UNKNOWN');
  });

  it('takes no more than a mail can bring', async () => {
    await office.drawnUp();
    expect(largestSigned).toBeLessThanOrEqual(attachmentLimit);
    const large = { ...fileOf(pdf), size: largestSigned + 1 };
    const answer = await office.clerk.post(`${at}/files`, { kind: 'signed', run, ...large });
    expect([answer.status, answer.json.code]).toEqual([413, 'SIGNED_TOO_LARGE']);
  });
});

describe('the signed PDF', () => {
  const compared = async (bytes: Uint8Array, corrected: object | null = null, signer?: object) => {
    await office.store('pdf', bytes);
    const { size: _, ...file } = fileOf(bytes);
    const answer = await office.clerk.post(`${at}/signed-text`, { run, pdf: file, corrected, signer });
    return SignedText.parse(answer.json);
  };

  it('is held against the draft, or against the draft as it was corrected', async () => {
    await office.drawnUp();
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
    const { file } = await office.corrected('32 hội nghị');
    const { size: _, ...draft } = file;
    expect((await compared(print, draft)).lacking).toContainEqual(expect.stringContaining('32 hội nghị'));
  });

  it('goes upward though it lacks much of the draft only if somebody says why', async () => {
    await office.drawnUp();
    const print = new Uint8Array(readFileSync('test/corpus/pdf/all-cut, writer.pdf'));
    expect((await compared(print)).lacksMuch).toBe(true);
    const wanted = { pdf: fileOf(print) };
    expect(await office.refused(wanted, 400)).toBe('LACKING_REASON_MISSING');
    expect(await office.refused({ ...wanted, lackingReason: ' ' }, 400)).toBe('LACKING_REASON_MISSING');
    const lackingReason = 'Giám đốc Sở viết lại toàn văn';
    expect((await office.issue({ ...wanted, lackingReason })).status).toBe(201);
    expect(await readSignatures(office.desk.world.table, 'Q1-2024')).toMatchObject([{ lackingReason }]);
    expect((await office.look()).issued[0]?.lackingReason).toBe(lackingReason);
  });

  it('is compared by nobody where it is a scan, or a page of it', async () => {
    await office.drawnUp();
    expect(await compared(pdf)).toEqual({ compared: false, lacking: [], passages: 0, lacksMuch: false });
    const partly = pdfOf(
      (page) => page.text(50, 100, 'Báo cáo kết quả công tác dân vận của Sở trong kỳ'),
      (page) => page.picture(),
    );
    expect(await compared(partly)).toEqual({ compared: false, lacking: [], passages: 0, lacksMuch: false });
    const asked = { run, pdf: { fileName: 'ky.pdf', sha256: 'a'.repeat(64) }, corrected: null };
    expect((await office.clerk.post(`${at}/signed-text`, asked)).json.code).toBe('SIGNED_FILE_NOT_COME');
  });
});

describe('the corrected draft', () => {
  beforeEach(() => office.drawnUp());

  it('takes a corrected file as it was shown alone, and why its figures are not the units’', async () => {
    await office.store('pdf', pdf);
    const shown = await office.corrected('32 hội nghị');
    const figuresReason = 'Đơn vị đính chính qua điện thoại';
    // Another file than the one whose changes were shown, or none of them shown at all.
    const other = await office.corrected('33 hội nghị');
    const changed = { corrected: other.file, figuresReason };
    expect(await office.refused({ ...changed, seen: shown.seen })).toBe('ISSUE_CHANGED');
    expect(await office.refused(changed)).toBe('ISSUE_CHANGED');
    expect(await office.refused({ seen: shown.seen })).toBe('ISSUE_CHANGED');
    const wanted = { corrected: shown.file, seen: shown.seen };
    expect(await office.refused(wanted, 400)).toBe('FIGURES_REASON_MISSING');
    expect(await office.refused({ ...wanted, figuresReason: ' ' }, 400)).toBe('FIGURES_REASON_MISSING');
    expect((await office.issue({ ...wanted, figuresReason })).status).toBe(201);
    const [signature] = await readSignatures(office.desk.world.table, 'Q1-2024');
    expect(signature).toMatchObject({ corrected: shown.file, figuresReason });
  });

  it('asks for no such reason where words alone were changed', async () => {
    await office.store('pdf', pdf);
    const shown = await office.corrected('31 hội nghị, theo kế hoạch của Sở');
    expect(shown.corrections.map(({ kind }) => kind)).not.toContain('figure');
    const wanted = { corrected: shown.file, seen: shown.seen };
    expect((await office.issue(wanted)).status).toBe(201);
  });

  it('asks for the reason where a paragraph of figures was struck', async () => {
    await office.store('pdf', pdf);
    const paragraph = /<w:p>(?:(?!<\/w:p>).)*31\u00a0hội nghị(?:(?!<\/w:p>).)*<\/w:p>/s;
    const shown = await office.corrected('', paragraph);
    expect(shown.corrections).toMatchObject([{ kind: 'struck', changesFigures: true }]);
    const wanted = { corrected: shown.file, seen: shown.seen };
    expect(await office.refused(wanted, 400)).toBe('FIGURES_REASON_MISSING');
  });

  it('is the issue of the very changes that were shown, should the comparison itself find others since', () => {
    const file = { sha256: 'a'.repeat(64) };
    const added = { kind: 'added', text: 'Thêm một câu' } as unknown as Parameters<
      typeof seenWith
    >[2][number];
    expect(seenWith('s', file, [added])).not.toBe(seenWith('s', file, []));
    expect(seenWith('s', file, [])).not.toBe(seenWith('t', file, []));
  });
});

describe('who signed', () => {
  beforeEach(() => office.drawnUp());

  it('asks who signed, and by which form in whose place', async () => {
    await office.store('pdf', pdf);
    expect((await office.draft()).signer).toEqual({ head: 'GIÁM ĐỐC', form: null, role: '', name: '' });
    const name = 'Trần Thị Bình';
    for (const signer of [
      undefined,
      { name: '\u200b ' },
      { name, form: 'KT.' },
      { name, role: 'PHÓ GIÁM ĐỐC' },
    ]) {
      expect(await office.refused({ signer }, 400)).toBe('SIGNER_INVALID');
    }
    const signer = { form: 'KT.', role: 'PHÓ  GIÁM ĐỐC ', name: 'Trần Thị Bình' };
    const { json } = await office.issue({ signer });
    expect(IssuedAs.parse(json).signedBy).toBe('KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC, Trần Thị Bình');
    const known = { form: 'KT.', role: 'PHÓ GIÁM ĐỐC', name: 'Trần Thị Bình' };
    expect(await readSignatures(office.desk.world.table, 'Q1-2024')).toMatchObject([{ signer: known }]);
    expect((await office.look()).issued[0]?.signedBy).toBe('KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC, Trần Thị Bình');
  });

  it('takes whom the regime names for who signed, where nobody else is entered', async () => {
    const signing = { form: 'TL.', role: 'CHÁNH VĂN PHÒNG', name: 'Lê Văn Cường' } as const;
    const { authority } = office.desk.regime;
    await applyRegime(office.desk.world, { ...office.desk.regime, authority: { ...authority, signing } });
    await office.store('pdf', pdf);
    expect((await office.draft()).signer).toEqual({ head: 'GIÁM ĐỐC', ...signing });
    expect((await office.issue({ signer: undefined })).status).toBe(201);
    expect(await readSignatures(office.desk.world.table, 'Q1-2024')).toMatchObject([{ signer: signing }]);
  });

  it('is signed by whom the regime names, and stays so where it is pressed again and a later one names another', async () => {
    await office.store('pdf', pdf);
    const names = async (signing: object) => {
      const { authority } = office.desk.regime;
      await applyRegime(office.desk.world, { ...office.desk.regime, authority: { ...authority, signing } });
    };
    // A title without a form is the head's own, and adds nothing.
    await names({ role: 'GIÁM ĐỐC', name: 'Nguyễn Văn An' });
    const send = await office.wish({ signer: undefined });
    expect(await office.clerk.post(at, send)).toMatchObject({ status: 201 });
    await names({ form: 'KT.', role: 'PHÓ GIÁM ĐỐC', name: 'Lê Văn Cường' });
    expect(await office.clerk.post(at, send)).toMatchObject({ status: 201 });
    const [{ signer } = {}] = await readSignatures(office.desk.world.table, 'Q1-2024');
    expect(signer).toEqual({ name: 'Nguyễn Văn An' });
  });
});
