import type { SQSEvent } from 'aws-lambda';
import type { Email } from 'postal-mime';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildIssued, summaryOfRun } from '../../../functions/deliver/letters/build-summary.ts';
import { applyRegime } from '../../../infra/admin/regime.ts';
import type { Manifest } from '../../../shared/filing/manifest.ts';
import { reportsAtMost } from '../../../shared/office/report/summarise.ts';
import { writeJsonOnce } from '../../../shared/ports/store.ts';
import { runObject } from '../../../shared/records/keys.ts';
import { openLink } from '../../../shared/records/links.ts';
import { closeMessage, outboxId, putMessage, readMessage } from '../../../shared/records/outbox.ts';
import { keepRunFile, readManifest, readRunFile } from '../../../shared/records/runs.ts';
import { writeReport } from '../../../shared/summary/report/write-report.ts';
import { writeWorkbook } from '../../../shared/summary/workbook/write-workbook.ts';
import { paragraphsOf } from '../../shared/documents/reopened.ts';
import { decided, reportFiled } from '../a-report.ts';
import { signedAndIssued, signedPdf } from '../a-signed-report.ts';
import { aWorld, type MemoryWorld } from '../a-world.ts';
import { anHour } from '../an-hour.ts';
import { queuedBefore } from '../queued.ts';
import { aDeliverer } from './a-deliverer.ts';

const finalRun = 'Q1-2024-final-2024-03-19T0200Z';
let world: MemoryWorld;
const finalAt = '2024-03-19T09:00:00+07:00';
/** Two units have filed. */
let filed: MemoryWorld;
/** The hour of the final summary has run; its mails wait. */
let frozen: MemoryWorld;
/** The office has its mails, with the documents that were written for them. */
let sent: MemoryWorld;

beforeAll(async () => {
  filed = await aWorld('2024-03-15T08:00:00+07:00');
  await reportFiled(filed, { unit: 'QLDD', values: { A02: 3, A03: 40 } });
  await reportFiled(filed, { unit: 'KHTC', values: { A02: 2, A03: 25 } });
  await goOn(filed, finalAt);
  frozen = world;
  await hour(finalAt);
  await goOn(frozen);
  sent = world;
  await deliver(await unsent('summary/'));
});
beforeEach(() => goOn(filed, '2024-03-15T08:00:00+07:00'));
afterEach(() => world.stop());

/** Goes on where that world stands, at this time. */
async function goOn(before: MemoryWorld, now = '2024-03-19T09:00:20+07:00'): Promise<void> {
  world = await aWorld(now, { before });
}

const hour = (scheduledTime: string) => anHour(world, scheduledTime);
const issue = () => signedAndIssued(world.system);
const unsent = (kind: string) =>
  queuedBefore(world.table).then((ids) => ids.filter((id) => id.startsWith(kind)));

async function deliver(ids: readonly string[]): Promise<void> {
  const Records = ids.map((outbox) => ({ messageId: outbox, body: JSON.stringify({ outbox }) }));
  expect(await aDeliverer(world)({ Records } as SQSEvent)).toEqual({ batchItemFailures: [] });
}

/** The mails of these kinds of outbox rows, by address. */
async function delivered(kind: string): Promise<Map<string, Email>> {
  const before = (await world.mails()).length;
  await deliver(await unsent(kind));
  const mails = (await world.mails()).slice(before);
  return new Map(mails.map((mail) => [mail.to?.[0]?.address?.split('@')[0] ?? '', mail]));
}

const filesOf = (mail: Email | undefined) => mail?.attachments.map(({ filename }) => filename);
const oneLine = (text = '') => text.replace(/\s+/g, ' ');

/** The run with a few reports more than a summary holds. */
function tooLarge(manifest: Manifest): Manifest {
  const times = Math.floor(reportsAtMost / manifest.versions.length) + 1;
  const versions = Array.from({ length: times }, (_, nth) =>
    manifest.versions.map((each) => ({
      ...each,
      unit: `${each.unit}${nth || ''}`,
      upload: `${each.upload.slice(0, 21)}${String(nth).padStart(5, '0')}`,
    })),
  ).flat();
  return { ...manifest, versions };
}

async function makeTooLarge(run: string): Promise<void> {
  const manifest = JSON.stringify(tooLarge(await readManifest(world.store, run)));
  await world.store.put(runObject(run, 'manifest.json'), manifest, 'application/json');
}

describe('an interim summary', () => {
  it('tells the office that it is not the report, and brings no text laid out for signature', async () => {
    await hour('2024-03-18T08:00:00+07:00');
    const mails = await delivered('summary/');
    expect([...mails.keys()].sort()).toEqual(['lanh-dao', 'tong-hop']);
    const mail = mails.get('tong-hop');
    expect(mail?.subject).toContain('Quý I (tạm tính): 2/14');
    expect(oneLine(mail?.text)).toContain('chưa phải báo cáo chính thức');
    expect(oneLine(mail?.text)).toContain('Báo cáo chính thức được lập lúc 19/03/2024 09:00.');
    expect(filesOf(mail)).toEqual(['Q1-2024_bao-cao-tong-hop_tam-thoi.xlsx']);
  });

  it.each([
    ['moved above it', 'issued-report'],
    ['taken out', null],
  ] as const)('goes no further than the office, though its recipient was %s meanwhile', async (_, role) => {
    await hour('2024-03-18T08:00:00+07:00');
    const recipients = world.regime.office.recipients.flatMap((each) =>
      each.id !== 'LANHDAO' ? each : role === null ? [] : { ...each, role },
    );
    await applyRegime(world.system, { ...world.regime, office: { ...world.regime.office, recipients } });
    const [toManagement = ''] = (await unsent('summary/')).filter((id) => id.endsWith('/LANHDAO'));
    expect([...(await delivered('summary/')).keys()]).toEqual(['tong-hop']);
    expect((await readMessage(world.table, toManagement))?.state).toBe('superseded');
  });
});

describe('the issued report', () => {
  it('goes above once it was signed, as that file alone, with nothing of the office’s own', async () => {
    await goOn(frozen);
    const mails = await delivered('');
    expect(mails.has('ban-dan-van')).toBe(false);
    await issue();
    const later = await delivered('');
    expect([...later.keys()]).toEqual(['ban-dan-van']);
    const [office, above] = [mails.get('tong-hop'), later.get('ban-dan-van')];
    expect(filesOf(office)).toEqual(['Q1-2024_bao-cao-tong-hop.docx', 'Q1-2024_bao-cao-tong-hop.xlsx']);
    expect(filesOf(above)).toEqual(['Q1-2024_bao-cao-da-ky.pdf']);
    const bytesOf = (mail: Email | undefined) => new Uint8Array(mail?.attachments[0]?.content as ArrayBuffer);
    expect(paragraphsOf(bytesOf(office)).join('\n')).toContain('DỰ THẢO');
    expect(bytesOf(above)).toEqual(signedPdf);
    expect(above?.subject).toBe(
      '[Dân vận 2024] Sở Tài nguyên và Môi trường: Báo cáo kết quả công tác dân vận quý I năm 2024 (số 125/BC-STNMT ngày 19/03/2024)',
    );
    expect(above?.text).not.toMatch(/portal\.example|đơn vị đã|chưa nộp|14/);
    expect(above?.html).not.toContain('portal.example');
  });

  it('becomes links that live where it is too large for a mail', async () => {
    await goOn(frozen);
    const bytes = new Uint8Array(7_500_000);
    const name = 'bao-cao-tong-hop.docx';
    await keepRunFile(world.store, finalRun, { name, bytes, contentType: 'application/octet-stream' });
    const mails = await delivered('');
    const office = mails.get('tong-hop');
    expect(office?.attachments).toEqual([]);
    const token = /u#([0-9A-Z]{26})/.exec(office?.text ?? '')?.[1] ?? '';
    expect(await openLink(world.table, token, world.now())).toMatchObject({
      holder: { recipient: 'VANPHONG' },
    });
  });

  it('is, of a run frozen before drafts were marked, what the office was sent', async () => {
    await goOn(frozen);
    const manifest = await readManifest(world.store, finalRun);
    const older = 'Q1-2024-final-2024-03-19T0201Z';
    const { paper: _, ...before } = { ...manifest, run: older };
    await writeJsonOnce(world.store, runObject(older, 'manifest.json'), before);
    const bytes = new TextEncoder().encode('as it was issued then');
    await keepRunFile(world.store, older, { name: 'bao-cao-tong-hop.docx', bytes, contentType: 'a/b' });
    const built = await buildIssued(world.store, older);
    expect(built?.report.bytes).toEqual(bytes);
  });

  it('of more reports than one summary holds tells how many there are and where their figures are, once', async () => {
    await goOn(frozen);
    const manifest = await readManifest(world.store, finalRun);
    const run = 'Q1-2024-final-2024-03-19T0201Z';
    await writeJsonOnce(world.store, runObject(run, 'manifest.json'), tooLarge({ ...manifest, run }));
    const summary = { kind: 'summary', run, recipient: 'VANPHONG' } as const;
    await putMessage(world.table, outboxId(summary), summary, world.now());
    await deliver([outboxId(summary)]);
    const [mail] = await world.mails();
    expect(mail?.subject).toMatch(/Quý I: 2\/14 đơn vị đã gửi$/);
    expect(oneLine(mail?.text)).toContain('Kỳ này có 12.002 báo cáo');
    expect(oneLine(mail?.text)).toContain('report figures Q1-2024');
    expect(oneLine(mail?.text)).toContain('Chưa gửi gì cho Ban Dân vận Tỉnh ủy');
    expect(mail?.attachments).toEqual([]);
    expect(await readMessage(world.table, outboxId(summary))).toMatchObject({ state: 'sent' });
  });

  it('is the same, byte for byte, whenever it is made of its manifest', async () => {
    await goOn(frozen);
    await deliver(await unsent('summary/'));
    // What came later changes nothing of it.
    await reportFiled(world, { unit: 'QLDD', values: { A02: 9 } });
    await decided(world, { kind: 'nil', unit: 'TTRA' });
    world.setNow('2025-06-01T00:00:00+07:00');
    const again = await summaryOfRun(world.store, finalRun);
    const kept = (name: string) => readRunFile(world.store, finalRun, name);
    expect(
      Buffer.from(await writeReport(again)).equals((await kept('bao-cao-tong-hop.docx')) ?? Buffer.of()),
    ).toBe(true);
    expect(
      Buffer.from(await writeWorkbook(again)).equals((await kept('bao-cao-tong-hop.xlsx')) ?? Buffer.of()),
    ).toBe(true);
  });

  it('names itself "dự thảo lần 2" when it is issued again, and says what has changed', async () => {
    await goOn(frozen);
    await issue();
    await deliver(await unsent(''));
    await reportFiled(world, { unit: 'QLDD', fileName: 'sua.xlsx', values: { A02: 7, A03: 40 } });
    world.setNow('2024-03-20T10:00:00+07:00');
    await issue();
    const mails = await delivered('');
    const [office, above] = [mails.get('tong-hop'), mails.get('ban-dan-van')];
    expect(office?.subject).toContain('Quý I (dự thảo lần 2)');
    expect(above?.subject).toContain('(số 126/BC-STNMT ngày 20/03/2024)');
    expect(filesOf(office)).toEqual([
      'Q1-2024_bao-cao-tong-hop_ban-2.docx',
      'Q1-2024_bao-cao-tong-hop_ban-2.xlsx',
    ]);
    const text = oneLine(office?.text);
    expect(text).toContain(
      'So với dự thảo lần 1 (tổng hợp lúc 19/03/2024 09:00) thay đổi 1 chỉ tiêu, 1 đơn vị và 0 mục nội dung.',
    );
    expect(office?.text).toMatch(/Số hội nghị quán triệt.* 5 +9 +\+4$/m);
    expect(text).toContain('Phòng Quản lý đất đai: nộp đúng hạn, nay tính bản “sua.xlsx”');
    expect(oneLine(above?.text)).toContain('thay thế Báo cáo số 125/BC-STNMT ngày 19/03/2024 đã gửi');
  });
});

describe('above the office', () => {
  beforeEach(() => goOn(frozen));
  const movedTo = (role: 'reads' | 'issued-report', id: string) =>
    applyRegime(world.system, {
      ...world.regime,
      office: {
        ...world.regime.office,
        recipients: world.regime.office.recipients.map((each) => (each.id === id ? { ...each, role } : each)),
      },
    });

  it('nobody is told of an edition that only the office had', async () => {
    await deliver(await unsent(''));
    await reportFiled(world, { unit: 'QLDD', values: { A02: 7, A03: 40 } });
    world.setNow('2024-03-20T10:00:00+07:00');
    expect((await issue()).edition).toBe(2);
    const above = (await delivered('issued-report/')).get('ban-dan-van');
    expect(filesOf(above)).toEqual(['Q1-2024_bao-cao-da-ky_ban-2.pdf']);
    expect(oneLine(above?.text)).not.toMatch(/Bản này thay|thay thế/);
  });

  it('nobody gets the office’s mail, though it was queued before they were moved there', async () => {
    await movedTo('issued-report', 'LANHDAO');
    expect([...(await delivered('summary/')).keys()]).toEqual(['tong-hop']);
    // They have not got it: the act sends it as to everybody above.
    await issue();
    expect([...(await delivered('issued-report/')).keys()].sort()).toEqual(['ban-dan-van', 'lanh-dao']);
    expect(await unsent('summary/')).toEqual([]);
  });

  it('nobody gets what nobody issued to them, whoever queued it', async () => {
    const forged = { kind: 'issued-report', run: finalRun, recipient: 'BDVTU' } as const;
    await putMessage(world.table, outboxId(forged), forged, world.now());
    const event = { Records: [{ messageId: 'forged', body: JSON.stringify({ outbox: outboxId(forged) }) }] };
    expect((await aDeliverer(world)(event as SQSEvent)).batchItemFailures).toHaveLength(1);
    expect(await unsent('issued-report/')).toEqual([outboxId(forged)]);
    expect(await world.mails()).toEqual([]);
  });

  it('whoever was taken out of the regime since gets nothing', async () => {
    await issue();
    const recipients = world.regime.office.recipients.filter(({ id }) => id !== 'BDVTU');
    await applyRegime(world.system, { ...world.regime, office: { ...world.regime.office, recipients } });
    expect((await delivered('issued-report/')).size).toBe(0);
  });

  it.each([
    ['to all of them', []],
    ['to one of two', ['LANHDAO']],
  ])(
    'an edition that went %s with the office’s mail, as of old, is not issued as signed',
    async (_to, more) => {
      for (const recipient of more) await movedTo('issued-report', recipient);
      await delivered('summary/');
      const old = { kind: 'summary', run: finalRun, recipient: 'BDVTU' } as const;
      await putMessage(world.table, outboxId(old), old, world.now());
      await closeMessage(world.table, outboxId(old), {
        state: 'sent',
        at: world.now(),
        sesMessageId: 'old',
        to: 'a@units.example',
      });
      await expect(issue()).rejects.toMatchObject({
        code: 'SENT_UNSIGNED',
        message: expect.stringMatching(/^Draft 1 was sent unsigned to Ban Dân vận Tỉnh ủy before/),
      });
      expect(await unsent('issued-report/')).toEqual([]);
    },
  );
});

describe('the notice that an issued report is stale', () => {
  beforeEach(async () => {
    await goOn(sent);
  });

  it('tells the figures from and to, whose report did it, and how to issue anew', async () => {
    await reportFiled(world, {
      unit: 'QLDD',
      fileName: 'sua.xlsx',
      values: { A02: 7, A03: 40 },
      text: 'Khác.',
    });
    await hour('2024-03-20T08:00:00+07:00');
    const mails = await delivered('correction/');
    expect([...mails.keys()].sort()).toEqual(['lanh-dao', 'tong-hop']);
    const mail = mails.get('tong-hop');
    expect(mail?.subject).toBe(
      '[Dân vận 2024] Quý I: báo cáo đã phát hành không còn khớp, 1 số liệu thay đổi',
    );
    const text = oneLine(mail?.text);
    expect(mail?.text).toMatch(/Số hội nghị quán triệt.* 5 +9 +\+4$/m);
    expect(text).toContain('QLDD 3 → 7');
    expect(text).toContain('tính bản “sua.xlsx” nhận 19/03/2024 09:00');
    expect(text).toMatch(/Mục II\.1 \(Tăng cường[^)]*\): Phòng Quản lý đất đai/);
    expect(text).toContain('“Lập dự thảo bản thay thế”');
    expect(mail?.attachments).toEqual([]);
  });

  it('is no longer sent where the next edition came first', async () => {
    await reportFiled(world, { unit: 'QLDD', values: { A02: 7 } });
    await hour('2024-03-20T08:00:00+07:00');
    world.setNow('2024-03-20T08:01:00+07:00');
    await issue();
    expect((await delivered('correction/')).size).toBe(0);
    expect(await unsent('correction/')).toEqual([]);
  });

  it('says, where the edition before has more reports than a summary holds, how many those are', async () => {
    await reportFiled(world, { unit: 'QLDD', values: { A02: 7 } });
    await hour('2024-03-20T08:00:00+07:00');
    await makeTooLarge(finalRun);
    const mails = await delivered('correction/');
    expect([...mails.keys()].sort()).toEqual(['lanh-dao', 'tong-hop']);
    expect(oneLine(mails.get('tong-hop')?.text)).toContain('Kỳ này có 12.002 báo cáo');
  });

  it('says nothing of what is too large either where the next edition came first', async () => {
    await reportFiled(world, { unit: 'QLDD', values: { A02: 7 } });
    await hour('2024-03-20T08:00:00+07:00');
    world.setNow('2024-03-20T08:01:00+07:00');
    await issue();
    await makeTooLarge('Q1-2024-correction-2024-03-20T0100Z');
    expect((await delivered('correction/')).size).toBe(0);
  });

  it('is not sent where nothing that the report says is another', async () => {
    // More time for a unit that was in time anyway.
    await decided(world, { kind: 'extension', unit: 'QLDD', until: '2024-03-29' });
    await hour('2024-03-20T08:00:00+07:00');
    expect(await unsent('correction/')).toHaveLength(2);
    expect((await delivered('correction/')).size).toBe(0);
  });
});
