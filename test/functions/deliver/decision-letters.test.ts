import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Decision } from '../../../shared/filing/decision.ts';
import { versionOf } from '../../../shared/filing/recording.ts';
import { type DecisionRequest, prepareDecision, recordDecision } from '../../../shared/office/decide.ts';
import { recordOnce } from '../../../shared/office/decisions/record-once.ts';
import { putDecision, putVersion, readFilings } from '../../../shared/records/filings.ts';
import { outboxId, readMessage } from '../../../shared/records/outbox.ts';
import type { Message } from '../../../shared/records/rows.ts';
import { aWorld, type World } from '../a-world.ts';
import { queuedBefore } from '../queued.ts';
import { written } from '../written.ts';

let world: World;
beforeAll(async () => {
  world = await aWorld('2024-03-15T12:00:00+07:00');
});
afterAll(() => world.stop());

async function letterOf(id: string) {
  const row = await readMessage(world.table, id);
  if (!row) throw new Error(`no row ${id}`);
  const letter = await written({ ...world, portalUrl: 'https://portal.example' }, row);
  return letter && { ...letter.mail, text: letter.mail.text.replace(/\s+/g, ' ') };
}

const queued = () => queuedBefore(world.table);

async function decided(wish: Partial<DecisionRequest> & Pick<DecisionRequest, 'kind'>) {
  const prepared = await prepareDecision(world.system, {
    ...{ period: 'Q1-2024', unit: 'QLDD', reason: 'Số đơn tồn không khớp', actor: 'Văn phòng Sở' },
    ...wish,
  });
  const { decision } = await recordDecision(world.system, prepared);
  return letterOf(`decision/${decision}/unit`);
}

describe('what the office decides is told to the unit, with its reason', () => {
  it('more time', async () => {
    const mail = await decided({ kind: 'extension', until: '2024-03-25', reason: 'Chờ số liệu chi nhánh' });
    expect(mail?.to).toBe('qldd@units.example');
    expect(mail?.subject).toBe('[Dân vận 2024] Được gia hạn đến 25/03/2024: Quý I – Phòng Quản lý đất đai');
    expect(mail?.text).toContain('Lý do: Chờ số liệu chi nhánh');
    expect(mail?.text).toContain('Hạn nộp: 25/03/2024 23:59');
    expect(mail?.text).toContain('Người quyết định: Văn phòng Sở');
    expect(mail?.text).toMatch(/https:\/\/portal\.example\/u#[0-9A-Z]{26}/);
  });

  it('a returned report, and what counts now', async () => {
    const upload = await world.fileArrives({ fileName: 'Báo cáo quý I.xlsx' }, new Uint8Array([1]));
    const version = versionOf(
      upload,
      {
        ...{ state: 'accepted', format: 'xlsx', findings: [], values: [], narrative: [], skipped: [] },
        counts: { read: 1, skipped: 0, total: 1 },
      },
      { receivedAt: world.now(), recordedAt: world.now() },
    );
    await putVersion(world.table, version);
    const mail = await decided({ kind: 'return', receipt: version.receipt });
    expect(mail?.subject).toContain(
      `Yêu cầu chỉnh lý: Quý I – Phòng Quản lý đất đai (biên nhận ${version.receipt})`,
    );
    expect(mail?.text).toContain('Tệp “Báo cáo quý I.xlsx” không còn được tính.');
    expect(mail?.text).toContain('Lý do: Số đơn tồn không khớp');
    expect(mail?.text).toContain('Hiện chưa có bản nào của đơn vị được tính cho kỳ này.');
  });

  it('an exclusion', async () => {
    const mail = await decided({ kind: 'exclude-unit', unit: 'TTRA', reason: 'Đang sáp nhập' });
    expect(mail?.to).toBe('ttra@units.example');
    expect(mail?.subject).toContain('Không phải nộp');
    expect(mail?.text).toContain('Lý do: Đang sáp nhập');
  });

  it('but not a day noted of a paper that was never entered, nor that it is taken back, and that again', async () => {
    const noted: Decision = {
      ...({ kind: 'received-on' } as const),
      ...{ decision: '01HS0C6KG0BBBBBBBBBBBBBBBB', upload: '01HS0C6KG0CCCCCCCCCCCCCCCC' },
      ...{ period: 'Q1-2024', unit: 'VPS', actor: 'office:VANPHONG', reason: 'Dấu công văn đến' },
      ...{ day: '2024-03-15', decidedAt: world.now() },
    };
    await putDecision(world.table, noted);
    expect(await decided({ kind: 'undo', unit: 'VPS', undone: noted.decision })).toBeNull();
    const { decisions } = await readFilings(world.table, 'Q1-2024', 'VPS');
    const undo = decisions.find(({ kind }) => kind === 'undo');
    expect(await decided({ kind: 'undo', unit: 'VPS', undone: undo?.decision })).toBeNull();
  });

  it('and guidance, which concerns every unit, to each that is named', async () => {
    const guidance = await prepareDecision(world.system, {
      ...{ kind: 'guidance', period: 'CD-27CT', until: '2024-04-30' },
      ...{ reason: 'Hướng dẫn 12-HD', actor: 'Văn phòng Sở' },
    });
    const { decision } = await recordDecision(world.system, guidance, ['QLDD', 'KHTC']);
    // Told again, nobody is told twice.
    await recordDecision(world.system, guidance, ['KHTC']);
    const mails = (await queued()).filter((id) => id.startsWith(`decision/${decision}/`));
    expect(mails.toSorted()).toEqual(['KHTC', 'QLDD'].map((unit) => `decision/${decision}/unit/${unit}`));
    const row = await readMessage(world.table, mails[0] ?? '');
    const letter = row && (await written({ ...world, portalUrl: 'https://portal.example' }, row));
    expect(letter?.mail.subject).toContain('Đã có hướng dẫn, hạn nộp 30/04/2024');
    expect(letter?.mail.text).toContain('Hướng dẫn 12-HD');
  });
});

describe('what a unit declares is told to the office', () => {
  it('with the reason, and who has to decide', async () => {
    const wish = await recordOnce(
      world.table,
      {
        ...{
          kind: 'extension-request',
          decision: '01HS0C6KG0AAAAAAAAAAAAAAAA',
          period: 'Q1-2024',
          unit: 'KHTC',
        },
        ...{ actor: 'unit:KHTC', reason: 'Chờ quyết toán', until: '2024-03-22', decidedAt: world.now() },
      } as const,
      { versions: [], decisions: [] },
    );
    const [recipient] = world.regime.office.recipients;
    const message: Message = {
      ...{ kind: 'decision', regime: world.regime.id, period: 'Q1-2024', unit: 'KHTC' },
      ...{ decision: wish.decision, recipient: recipient?.id ?? null },
    };
    const row = await written(
      { ...world, portalUrl: 'https://portal.example' },
      {
        ...{ id: outboxId(message), message, state: 'pending', createdAt: world.now(), leasedUntil: null },
        ...{ attempts: 0, sentAt: null, sesMessageId: null, ambiguous: false },
      },
    );
    expect(row?.mail.to).toBe(recipient?.email);
    expect(row?.mail.subject).toBe(
      '[Dân vận 2024] Phòng Kế hoạch - Tài chính đề nghị gia hạn đến 22/03/2024: Quý I',
    );
    const text = row?.mail.text.replace(/\s+/g, ' ');
    expect(text).toContain('Lý do: Chờ quyết toán');
    expect(text).toContain('Chưa có gì thay đổi');
  });
});
