import { describe, expect, it } from 'vitest';
import { rejectionMail } from '../../../shared/mail/rejection.ts';
import { finding, quarter, regime, unitNamed, version, warning, wayIn } from './sample.ts';

const unit = unitNamed('TTPTQD');
const errors = Array.from({ length: 12 }, (_, n) => finding({ where: { sheet: 'Biểu', cell: `E${n + 1}` } }));
const rejected = {
  regime,
  period: quarter,
  unit,
  version: version(5, 'TTPTQD', { state: 'rejected' }),
  findings: [...errors, warning],
};
const oneLine = (text: string) => text.replace(/\s+/g, ' ');

describe('a rejection', () => {
  const mail = rejectionMail({ ...rejected, link: wayIn.link });

  it('counts the errors in its subject', () => {
    expect(mail.subject).toBe(
      '[Dân vận 2024] CHƯA tiếp nhận: Quý I – Trung tâm Phát triển quỹ đất tỉnh, 12 lỗi cần sửa',
    );
  });

  it('shows the first five errors in the file’s order and counts the others', () => {
    const vietnamese = mail.text.slice(0, mail.text.indexOf('Please mend'));
    const cells = [...vietnamese.matchAll(/trang tính “Biểu”, ô (E\d+)/g)].map(([, cell]) => cell);
    expect(cells).toEqual(['E1', 'E2', 'E3', 'E4', 'E5']);
    expect(vietnamese).toContain('7 lỗi khác, 1 lưu ý khác');
  });

  it('says how each error is mended, in both languages', () => {
    expect(oneLine(mail.text)).toContain('Cách sửa: Sửa ô E25 thành 15');
    expect(oneLine(mail.text)).toContain('How to mend it: Set E25 to 15');
  });

  it('has a button to send it again', () => {
    expect(mail.html).toContain('>Gửi lại báo cáo</a>');
  });

  it('says that nothing counts yet', () => {
    expect(oneLine(mail.text)).toContain(
      'Hiện chưa có bản nào của Trung tâm Phát triển quỹ đất tỉnh được tính',
    );
  });

  it('names the earlier version that still counts', () => {
    const stillCounts = { fileName: 'BC quý I (bản 1).docx', receipt: 'Q1-2024-TTPTQD-AAAAAAAAAA' };
    const text = oneLine(rejectionMail({ ...rejected, stillCounts }).text);
    expect(text).toContain('(BC quý I (bản 1).docx, biên nhận Q1-2024-TTPTQD-AAAAAAAAAA) vẫn được tính');
    expect(text).toContain('Gửi lại qua liên kết trong thư mời của đơn vị.');
  });
});

describe('an unreadable file', () => {
  const mail = rejectionMail({
    ...rejected,
    version: version(5, 'TTPTQD', { state: 'unreadable', fileName: 'BC_signed_20240314.pdf', values: [] }),
    findings: [finding({ where: null, found: null, expected: null })],
    link: wayIn.link,
  });

  it('is never called rejected or not sent', () => {
    expect(mail.subject).toBe(
      '[Dân vận 2024] Đã lưu tệp nhưng chưa đọc được số liệu: Quý I – Trung tâm Phát triển quỹ đất tỉnh',
    );
    expect(mail.text).not.toMatch(/từ chối/i);
    expect(oneLine(mail.text)).toContain('không bị coi là chưa gửi');
  });

  it('tells how to save a file that can be read', () => {
    expect(mail.html).toContain('“Word Document (*.docx)”');
    expect(oneLine(mail.text)).toContain('Bản scan hoặc PDF đã ký: gửi thêm tệp Word/Excel gốc');
  });

  it('does not claim that anything was read', () => {
    expect(mail.text).not.toContain('Đã đọc');
  });
});
