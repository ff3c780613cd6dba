import { describe, expect, it } from 'vitest';
import { receiptMail } from '../../../shared/mail/receipt.ts';
import { finding, quarter, regime, unitNamed, version, warning } from './sample.ts';

const unit = unitNamed('TTRA');
const rule = { vi: 'Hạn gửi: ngày 18/03/2024, tính đến hết ngày.', en: 'Due by 18/03/2024.' };
const due = '2024-03-18T23:59:59+07:00';
const accepted = {
  regime,
  period: quarter,
  unit,
  version: version(4, 'TTRA', { receivedAt: '2024-03-18T17:30:00Z', size: 1_258_291 }),
  findings: [],
};
const oneLine = (text: string) => text.replace(/\s+/g, ' ');

describe('a receipt', () => {
  const mail = receiptMail({ ...accepted, timeliness: { late: true, due, rule } });

  it('carries its number in the subject', () => {
    expect(mail.subject).toBe(
      '[Dân vận 2024] Đã tiếp nhận: Quý I – Thanh tra Sở (biên nhận Q1-2024-TTRA-T2QX7M0004)',
    );
  });

  it('proves what was sent and when: number, SHA-256, S3’s time in the regime’s zone, name and size', () => {
    expect(mail.text).toContain('Q1-2024-TTRA-T2QX7M0004');
    expect(mail.text).toContain(accepted.version.sha256);
    expect(mail.html).toContain(accepted.version.sha256);
    expect(mail.text).toContain('19/03/2024 00:30');
    expect(oneLine(mail.text)).toContain('BC dân vận quý I 2024 - TTRA.xlsx (1,2 MB)');
  });

  it('says what was read and what was not', () => {
    expect(oneLine(mail.text)).toContain('32 chỉ tiêu có số liệu; 406/415 ô và đoạn văn, bỏ qua 9');
    expect(oneLine(mail.text)).toContain(
      '32 indicators with figures; 406 of 415 cells and paragraphs, 9 skipped',
    );
  });

  it('prints the rule by which it was late', () => {
    expect(oneLine(mail.text)).toContain('Nộp muộn (hạn 18/03/2024 23:59) Hạn gửi: ngày 18/03/2024');
  });

  it('has no button without a link', () => {
    expect(mail.html).not.toContain('href=');
  });
});

describe('a receipt with warnings', () => {
  const accepted5 = Array.from({ length: 6 }, () => warning);
  const findings = [...accepted5, finding({ severity: 'note' })];
  const mail = receiptMail({
    ...accepted,
    version: version(4, 'TTRA', { state: 'accepted-with-warnings' }),
    findings,
  });

  it('counts the warnings in its subject, so that they do not go unseen', () => {
    expect(mail.subject).toContain('Đã tiếp nhận, có 6 lưu ý: Quý I – Thanh tra Sở');
  });

  it('shows the first five with place, found, expected and fix, and counts the rest', () => {
    const vietnamese = mail.text.slice(0, mail.text.indexOf('Accepted, with warnings'));
    expect(vietnamese.match(/Vị trí: bảng 2, hàng 19, cột 5/g)).toHaveLength(5);
    expect(vietnamese).toContain('Trong tệp: 1.073');
    expect(vietnamese).toContain('Cần là: không nhỏ hơn số lượt tiếp (1.093)');
    expect(oneLine(vietnamese)).toContain('Cách sửa: Kiểm tra xem hai số có bị đổi chỗ không');
    expect(vietnamese).toContain('… và 1 lưu ý khác, 1 ghi chú khác; xem đủ trên trang của đơn vị.');
  });

  it('says that the report counts all the same', () => {
    expect(oneLine(mail.text)).toContain('Báo cáo được tính.');
  });
});
