import { describe, expect, it } from 'vitest';
import { sortedTexts } from '../../../shared/summary/assessments.ts';
import { sampleSummary } from './sample.ts';

function sorted(...texts: string[]) {
  const entry = {
    ...{ unit: { code: 'VPS', name: 'Văn phòng Sở' }, upload: '1' },
    paragraphs: texts.map((text, n) => ({ text, source: { paragraph: n + 1 } })),
  };
  const narrative = [{ section: 'III', entries: [entry], groups: [{ entry, alike: [] }] }];
  const { assessment, directions, proposals } = sortedTexts({ ...sampleSummary(), narrative });
  const said = (part: typeof assessment) => part.flatMap((each) => each.texts);
  return { assessment: said(assessment), directions: said(directions), proposals: said(proposals) };
}

describe('what units think of their work', () => {
  it('is told apart from what they plan and what they ask for, sentence by sentence', () => {
    expect(
      sorted(
        'Tồn tại: tuyên truyền chưa thường xuyên. Nguyên nhân do thiếu kinh phí. Phòng đề nghị Sở bố trí kinh phí.',
        'Thời gian tới, tiếp tục đổi mới công tác dân vận. Phấn đấu hoàn thành kế hoạch.',
      ),
    ).toEqual({
      assessment: ['Tồn tại: tuyên truyền chưa thường xuyên. Nguyên nhân do thiếu kinh phí.'],
      directions: ['Thời gian tới, tiếp tục đổi mới công tác dân vận. Phấn đấu hoàn thành kế hoạch.'],
      proposals: ['Phòng đề nghị Sở bố trí kinh phí.'],
    });
  });

  it('does not take opinions and petitions received for a request', () => {
    expect(sorted('Tiếp nhận 05 ý kiến, kiến nghị của công chức; đã trả lời 05 ý kiến.').proposals).toEqual(
      [],
    );
  });

  it('takes the list below "Kiến nghị:" with it', () => {
    const { proposals, assessment } = sorted(
      'Kiến nghị:',
      '- Bố trí kinh phí;',
      '- Tập huấn nghiệp vụ.',
      'Kết quả tốt.',
    );
    expect(proposals).toEqual(['Kiến nghị:', '- Bố trí kinh phí;', '- Tập huấn nghiệp vụ.']);
    expect(assessment).toEqual(['Kết quả tốt.']);
  });

  it('loses nothing', () => {
    const text = 'Ưu điểm: tốt. Hạn chế: ít. Đề nghị Sở hỗ trợ. Tồn tại khác: không. Phương hướng: tiếp tục.';
    const { assessment, directions, proposals } = sorted(text);
    const all = [...assessment, ...directions, ...proposals].join(' ').split(/(?<=\.) /);
    expect(all.toSorted()).toEqual(text.split(/(?<=\.) /).toSorted());
  });
});
