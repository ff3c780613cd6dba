import { describe, expect, it } from 'vitest';
import { correctionMail } from '../../../shared/mail/correction.ts';
import { changesBetween } from '../../../shared/summary/changes.ts';
import type { Finding } from '../../../shared/vocabulary/finding.ts';
import { mixedStory, personalLink, summaryOf, version } from './sample.ts';

const issued = summaryOf(mixedStory);
const warning: Finding = {
  ...{ code: 'X17', severity: 'warning', where: null, found: '50', expected: '<= 40' },
  message: { vi: 'Số người dự hội nghị lớn hơn số có mặt', en: 'More people than staff' },
  fix: { vi: 'Xem lại', en: 'Look again' },
};

/** What the office is told where a later file of one unit has this figure and these findings. */
function noticeAfter(by: number, firstFindings: Finding[]): string {
  const values = (mixedStory.versions.find(({ unit }) => unit === 'VPS')?.values ?? []).map((value) =>
    value.indicator === 'A03' && typeof value.value === 'number'
      ? { ...value, value: value.value + by }
      : value,
  );
  const later = version(900, 'VPS', { values, firstFindings });
  const now = summaryOf({ ...mixedStory, versions: [...mixedStory.versions, later] });
  const recipient = {
    ...{ id: 'VANPHONG', name: 'Chuyên viên tổng hợp', email: 'a@b.example' },
    role: 'decides',
  } as const;
  const changes = changesBetween(issued, now);
  return correctionMail({ changes, now, recipient, portalLink: personalLink.link }).text.replace(/\s+/g, ' ');
}

describe('the notice that an issued report is out of date', () => {
  it('shows what became doubtful: a figure far from the usual, a warning about the file that counts now', () => {
    const text = noticeAfter(90_000, [warning, warning]);
    expect(text).toMatch(/Điểm mới cần xem lại.*Văn phòng Sở.*các (?:đơn vị khác|kỳ trước) khoảng/i);
    expect(text).toContain('Số người dự hội nghị lớn hơn số có mặt (và 1 cảnh báo khác)');
  });

  it('and nothing of it where nothing did', () => {
    expect(noticeAfter(1, [])).not.toMatch(/Điểm mới cần xem lại/i);
  });
});
