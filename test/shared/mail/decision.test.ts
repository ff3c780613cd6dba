import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../shared/filing/decision.ts';
import { decisionMail } from '../../../shared/mail/decision.ts';
import { deadlineWords } from '../../../shared/wording/deadlines.ts';
import { personalLink, quarter, regime, unitNamed, version } from './sample.ts';

const unit = unitNamed('TTRA');
const oneLine = (text: string) => text.replace(/\s+/g, ' ');
const decided = {
  ...{ decision: '01HS5W9KJ4T2QX7M8VN3RC0001', period: quarter.id, unit: unit.code },
  ...{ reason: 'Chờ số liệu của chi nhánh', decidedAt: '2024-03-15T02:00:00Z' },
};
const about = {
  ...{ regime, period: quarter, unit, ...personalLink },
  ...{ due: '2024-03-18T23:59:59+07:00', rule: deadlineWords.by('18/03/2024') },
  ...{ version: null, counting: null },
};

function mailOf(decision: Exclude<Decision, { kind: 'guidance' | 'received-on' }>, change = {}) {
  const mail = decisionMail({ ...about, decision, ...change });
  return { ...mail, text: oneLine(mail.text) };
}

describe('a declaration is acknowledged', () => {
  it('as nothing to report, which a file sent later replaces', () => {
    const mail = mailOf({ ...decided, kind: 'nil', actor: 'unit:TTRA' });
    expect(mail.subject).toBe('[Dân vận 2024] Đã ghi nhận không phát sinh: Quý I – Thanh tra Sở');
    expect(mail.text).toContain('tệp được tiếp nhận sẽ thay cho khai báo này');
    expect(mail.text).toContain('Lý do: Chờ số liệu của chi nhánh');
    expect(mail.text).toContain('Thời điểm: 15/03/2024 09:00');
    expect(mail.text).not.toContain('unit:TTRA');
  });

  it('as a wish for more time, which has changed nothing yet', () => {
    const mail = mailOf({ ...decided, kind: 'extension-request', actor: 'unit:TTRA', until: '2024-03-22' });
    expect(mail.subject).toContain('Đã ghi nhận đề nghị gia hạn đến 22/03/2024');
    expect(mail.text).toContain('Hạn nộp chưa thay đổi.');
    expect(mail.text).toContain('Hạn nộp: 18/03/2024 23:59');
  });
});

describe('a decision of the office', () => {
  it('that takes a noted day back leaves the receipt that told it standing', () => {
    const undo = { ...decided, kind: 'undo', actor: 'office:VANPHONG', undone: decided.decision } as const;
    const { text } = mailOf(undo, { undone: 'received-on' });
    expect(text).toContain('Thu hồi: ngày nhận do Văn phòng ghi');
    expect(text).toContain('không còn được tính; báo cáo tính theo giờ hệ thống nhận.');
    expect(text).not.toContain('không còn giá trị');
    expect(mailOf(undo, { undone: 'return' }).text).toContain(
      'Thư báo quyết định trước đây không còn giá trị',
    );
  });

  const sent = version(4, 'TTRA');
  const back = { ...decided, kind: 'return', upload: sent.upload, actor: 'Nguyễn Thị Hoa' } as const;

  it('that returns a report names the file, the reason, who decided, and what counts instead', () => {
    const counting = { fileName: 'ban truoc.xlsx', receipt: 'Q1-2024-TTRA-AAAAAAAAAA' };
    const mail = mailOf(back, { version: sent, counting });
    expect(mail.subject).toContain(`Yêu cầu chỉnh lý: Quý I – Thanh tra Sở (biên nhận ${sent.receipt})`);
    expect(mail.text).toContain('Người quyết định: Nguyễn Thị Hoa');
    expect(mail.text).toContain(
      'Bản được tính hiện nay: ban truoc.xlsx (biên nhận Q1-2024-TTRA-AAAAAAAAAA).',
    );
    expect(mailOf(back, { version: sent }).text).toContain('Hiện chưa có bản nào của đơn vị được tính');
  });

  it('keeps the lines of a reason apart', () => {
    const reason = 'Sai ô E25.\nThiếu mục III.';
    const { html } = decisionMail({ ...about, decision: { ...back, reason }, version: sent });
    expect(html).toMatch(/Sai ô E25\.<br\s*\/?>Thiếu mục III\./);
  });
});
