import { describe, expect, it } from 'vitest';
import { type DutyLine, invitationMail, officeInvitationMail } from '../../../shared/mail/invitation.ts';
import { deadlineWords } from '../../../shared/wording/deadlines.ts';
import { personalLink, regime, unitNamed } from './sample.ts';

const rule = deadlineWords.before('29/02/2024', '28/02/2024');

const plan: DutyLine = {
  title: { vi: 'Kế hoạch dân vận 2024 của đơn vị', en: "The unit's plan 2024" },
  due: '2024-02-28T23:59:59+07:00',
  rule,
  status: 'missing',
};
const quarter: DutyLine = {
  ...plan,
  title: { vi: 'Báo cáo quý I', en: 'First quarter' },
  due: '2024-03-18T23:59:59+07:00',
  rule: deadlineWords.by('18/03/2024'),
};
const review: DutyLine = {
  title: { vi: 'Tổng kết Đề án 01', en: 'Final review of Scheme 01' },
  due: null,
  rule: deadlineWords.awaiting,
  status: 'awaiting-guidance',
};

const invite = (duties: readonly DutyLine[]) =>
  invitationMail({
    regime,
    unit: unitNamed('VPDK'),
    duties,
    expiresAt: '2024-06-30T10:30:00Z',
    ...personalLink,
  });

describe('an invitation', () => {
  const mail = invite([quarter, plan, review]);

  it('goes to the unit', () => {
    expect(mail.to).toBe('vpdk@units.example');
  });

  it('says in its subject how many reports are due and when the first of them is', () => {
    expect(mail.subject).toBe(
      '[Dân vận 2024] Liên kết gửi báo cáo của Văn phòng Đăng ký đất đai: 2 báo cáo cần nộp, hạn gần nhất 28/02/2024',
    );
  });

  it('names no date in its subject while nothing is due', () => {
    expect(invite([review]).subject).toBe(
      '[Dân vận 2024] Liên kết gửi báo cáo của Văn phòng Đăng ký đất đai',
    );
  });

  it('lists each duty with its date, its status, and its rule where that says more', () => {
    for (const part of [mail.html, mail.text.replace(/\s+/g, ' ')]) {
      expect(part).toContain('28/02/2024 23:59');
      expect(part).toContain('Chưa nộp');
      expect(part).toContain('chưa ấn định');
      expect(part).toContain('Chờ hướng dẫn');
    }
    expect(mail.html).toContain(rule.vi);
    expect(mail.html).not.toContain(deadlineWords.awaiting.vi);
    expect(mail.html).not.toContain('tính đến hết ngày');
  });

  it('is told in English in a few lines', () => {
    const english = mail.text.slice(mail.text.indexOf('Reports of your unit')).replace(/\s+/g, ' ');
    expect(english).toContain(
      'Reports due now: 2; the next is "The unit\'s plan 2024", due 28/02/2024 23:59.',
    );
    expect(english).not.toContain('First quarter');
  });

  it('invites', () => {
    expect(mail.text).toContain('Mời gửi báo cáo: Văn phòng Đăng ký đất đai');
  });

  it('prints the code in groups, for gateways that spoil links, and the page without the token', () => {
    expect(mail.text).toContain('7K3M Q8ZT 2VWX P4RD 9HNB 6CYF GA');
    expect(mail.html.replace(/<[^>]+>/g, '')).toContain('7K3M Q8ZT 2VWX P4RD 9HNB 6CYF GA');
    expect(mail.text.replace(/\s+/g, ' ')).toContain('mở https://bao-cao.stnmt.example/u và nhập mã này');
  });

  it('explains three steps, whom to ask, secrecy, and until when the link works', () => {
    const text = mail.text.replace(/\s+/g, ' ');
    for (const step of ['1. Bấm nút', '2. Tải biểu mẫu', '3. Chọn tệp']) expect(text).toContain(step);
    expect(text).toContain('Không gửi tài liệu mật');
    expect(text).toContain('Chỉ chuyển cho người trong đơn vị');
    expect(text).toContain('Liên kết dùng được đến 30/06/2024 17:30');
  });
});

describe('an invitation to the office', () => {
  it('hands over the recipient’s own link', () => {
    const [recipient] = regime.office.recipients;
    if (!recipient) throw new Error('no recipient');
    const mail = officeInvitationMail({
      regime,
      recipient,
      expiresAt: '2024-06-30T17:00:00Z',
      ...personalLink,
    });
    expect(mail.to).toBe('lanh-dao@stnmt.example');
    expect(mail.subject).toBe('[Dân vận 2024] Liên kết theo dõi báo cáo của các đơn vị');
    expect(mail.text.replace(/\s+/g, ' ')).toContain('Xin không chuyển tiếp');
    expect(mail.text).toContain('01/07/2024 00:00');
  });
});
