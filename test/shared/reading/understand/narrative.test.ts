import { describe, expect, it } from 'vitest';
import {
  codes,
  findingOf,
  formRows,
  header,
  type Line,
  narrative,
  type Part,
  read,
  report,
  sheet,
  taskOf,
  title,
  word,
  workbook,
} from '../by-hand.ts';

const plan = taskOf('VPDK', 'KH2024');
const top = ['VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI', 'KẾ HOẠCH', 'Triển khai thực hiện công tác dân vận năm 2024'];

/** Which paragraphs of a plan belong to which section. */
function told(...parts: readonly (string | Line)[]) {
  const reading = read(word(...top, ...parts), plan);
  return Object.fromEntries(
    reading.narrative.map(({ section, paragraphs }) => [section, paragraphs.map((p) => p.text)]),
  );
}

describe('a section that is too long', () => {
  const one = 'Đã tổ chức tuyên truyền. ';
  const long = (letters: number) => one.repeat(Math.ceil(letters / one.length)).trim();
  const heading = 'II.1. Tăng cường lãnh đạo';

  it('is cut where it is told in many paragraphs, with what is left out counted and named', () => {
    const parts = Array.from({ length: 60 }, () => long(1000));
    const reading = read(word(...top, heading, ...parts, 'II.2', 'Hai.'), plan);
    const { message, where, severity } = findingOf(reading, 'NARRATIVE_CUT');
    const [cut, next] = reading.narrative.map(({ paragraphs }) =>
      paragraphs.map(({ text }) => text).join(''),
    );
    const [paragraph = ''] = parts;
    expect([severity, where]).toEqual(['warning', { paragraph: 5 + Math.floor(50_000 / paragraph.length) }]);
    const left = parts.join('').length - (cut ?? '').replace('…', '').length;
    expect(message.vi).toContain(
      `mục II.1 quá dài: chỉ lấy khoảng 50.000 ký tự đầu, không đưa vào tổng hợp ${left.toLocaleString('vi')} ký tự`,
    );
    expect(cut?.length).toBeGreaterThan(49_900);
    expect(cut?.length).toBeLessThanOrEqual(50_001);
    expect(next).toBe('Hai.');
    expect(reading.skipped.filter(({ why }) => why === 'beyond-the-limit').length).toBeGreaterThan(5);
    expect(reading.counts.read + reading.counts.skipped).toBe(reading.counts.total);
  });

  it('is cut within one paragraph, also behind its own title, and between words', () => {
    const title = 'II.2. Xây dựng và thực hiện dân chủ ở cơ sở';
    for (const parts of [[heading, long(5_000_000)], [`${title}: ${long(60_000)}`]]) {
      const text = Object.values(told(...parts))
        .flat()
        .join('');
      expect([text.slice(0, 10), text.at(-1)]).toEqual(['Đã tổ chức', '…']);
      expect(text).toMatch(/ (tuyên|chức|tổ|Đã|truyền\.)…$/);
      expect(text.length).toBeLessThanOrEqual(50_001);
    }
    expect(told(heading, '😀'.repeat(40_000))['II.1']?.join('').isWellFormed()).toBe(true);
  });

  it('is whole up to the limit', () => {
    const lengthOf = (text: string) => told(heading, text)['II.1']?.join('').length;
    expect(lengthOf('a'.repeat(50_000))).toBe(50_000);
    // With the sign that something was cut.
    expect(lengthOf('a'.repeat(50_002))).toBe(50_001);
  });
});

describe('headings', () => {
  it.each<[string, string | Line]>([
    ['typed with the path', 'II.2. Xây dựng và thực hiện dân chủ ở cơ sở'],
    ['typed with a number', '2. Xây dựng và thực hiện dân chủ ở cơ sở'],
    ['numbered by Word', { text: 'Xây dựng và thực hiện dân chủ ở cơ sở', label: '2.' }],
    ['styled as a heading', { text: 'Xây dựng và thực hiện dân chủ ở cơ sở', level: 2 }],
    ['merely bold', { text: 'Xây dựng và thực hiện dân chủ ở cơ sở', bold: true }],
    ['in capitals', 'XÂY DỰNG VÀ THỰC HIỆN DÂN CHỦ Ở CƠ SỞ'],
    ['as an alias', '2. Công tác tiếp công dân, giải quyết đơn thư'],
    ['slightly changed', '2. Việc xây dựng, thực hiện dân chủ ở cơ sở'],
    ['decomposed', '2. Xây dựng và thực hiện dân chủ ở cơ sở'.normalize('NFD')],
    ['named a part', 'Phần II.2: Xây dựng và thực hiện dân chủ ở cơ sở'],
    ['with the path alone', 'II.2'],
    ['without a stop', '2 Xây dựng và thực hiện dân chủ ở cơ sở'],
  ])('%s open their section', (_, heading) => {
    expect(told('II.1. Tăng cường lãnh đạo', 'Một.', heading, 'Hai.')).toEqual({
      'II.1': ['Một.'],
      'II.2': ['Hai.'],
    });
  });

  it.each<[string, string]>([
    ['III Tổ chức thực hiện', 'III'],
    ['III TỔ CHỨC THỰC HIỆN', 'III'],
    ['III Tồn tại, hạn chế', 'V'],
  ])('with a Roman number and no stop open theirs: "%s"', (heading, section) => {
    expect(told('II.4. Sơ kết, tổng kết', 'Một.', heading, 'Hai.')).toEqual({
      'II.4': ['Một.'],
      [section]: ['Hai.'],
    });
  });

  it('without a stop are told from text that begins with a number', () => {
    const lines = ['12 cuộc họp đã được tổ chức', 'III năm liền đạt danh hiệu', 'X là tên mô hình'];
    expect(told('II.4. Sơ kết, tổng kết', ...lines)).toEqual({ 'II.4': lines });
  });

  it('without a stop may be a part of the unit’s own', () => {
    expect(told('II.1. Tăng cường lãnh đạo', 'Một.', 'IV Phương hướng năm sau', 'Hai.')).toEqual({
      'II.1': ['Một.'],
    });
  });

  it.each([
    ['a)', 'b)', 'c)'],
    ['a.', 'b.', 'c.'],
    ['(a)', '(b)', '(c)'],
    ['a/', 'b/', 'c/'],
    ['1.1.', '1.2.', '1.3.'],
    ['A.', 'B.', 'C.'],
    ['A)', 'B)', 'C)'],
  ])('may be lettered %s %s %s below a part of the unit’s own', (a, b, c) => {
    const lines = [
      `${a} Tăng cường lãnh đạo, chỉ đạo công tác dân vận`,
      'Một.',
      `${b} Thực hiện dân chủ ở cơ sở: Hai.`,
      `${c} Công tác sơ kết, tổng kết`,
      'Ba.',
    ];
    const sections = { 'II.1': ['Một.'], 'II.2': ['Hai.'], 'II.4': ['Ba.'] };
    expect(told('I. KẾT QUẢ THỰC HIỆN', ...lines)).toEqual(sections);
    expect(told(...lines)).toEqual(sections);
  });

  it('lettered in capitals end the section before them where they are the unit’s own', () => {
    const lines = [
      'A. KẾT QUẢ',
      'I. Tăng cường lãnh đạo, chỉ đạo công tác dân vận',
      'Một.',
      'B. KIẾN NGHỊ',
      'Hai.',
    ];
    expect(told(...lines)).toEqual({ 'II.1': ['Một.'] });
    expect(told('II.1. Tăng cường lãnh đạo', 'A. Nguyễn Văn An dự.')).toEqual({
      'II.1': ['A. Nguyễn Văn An dự.'],
    });
  });

  it('lettered within a section stay in its text, whatever they are called', () => {
    const lines = ['a) Công tác tiếp công dân, giải quyết đơn thư', 'Đã tiếp 3 lượt.'];
    expect(told('II.1. Tăng cường lãnh đạo', ...lines)).toEqual({ 'II.1': lines });
  });

  it('split from text that runs on in the same line', () => {
    expect(told('2. Xây dựng và thực hiện dân chủ ở cơ sở: Đã tổ chức hội nghị.')).toEqual({
      'II.2': ['Đã tổ chức hội nghị.'],
    });
  });

  it('are told from sentences that begin alike', () => {
    const sentence =
      'Tổ chức thực hiện tốt các phong trào thi đua, gắn với nhiệm vụ chính trị của đơn vị trong năm.';
    expect(told('II.1. Tăng cường lãnh đạo', sentence)).toEqual({ 'II.1': [sentence] });
  });

  it('of the unit itself within a section stay in its text', () => {
    const lines = [
      '1.1. Công tác quán triệt',
      'Đã quán triệt.',
      'a) Tuyên truyền',
      '- Đăng 5 tin bài.',
      '2.3. Kiến nghị, đề xuất',
    ];
    expect(told('1. Tăng cường lãnh đạo, chỉ đạo công tác dân vận', ...lines)).toEqual({ 'II.1': lines });
  });

  it('of the unit itself beside the sections leave the outline, which is noted', () => {
    const reading = read(
      word(...top, 'II.1. Tăng cường lãnh đạo', 'Một.', 'IV. PHƯƠNG HƯỚNG', 'Hai.', 'Ba.'),
      plan,
    );
    expect(reading.narrative).toHaveLength(1);
    expect(codes(reading)).toEqual(['n:NARRATIVE_OUTSIDE']);
    expect(reading.skipped.filter(({ why }) => why === 'outside-the-outline')).toHaveLength(2);
  });

  it('follow the numbers of their part where the title says enough', () => {
    const parts = ['II. NỘI DUNG TRỌNG TÂM', { text: '1. Công tác chỉ đạo', bold: true }, 'Một.'];
    expect(told(...parts)).toEqual({ 'II.1': ['Một.'] });
  });

  it('end with "Nơi nhận" and the signature', () => {
    expect(
      told('III. Tổ chức thực hiện', 'Một.', 'Nơi nhận:', '- Như trên;', 'GIÁM ĐỐC', 'Nguyễn Văn A'),
    ).toEqual({
      III: ['Một.'],
    });
  });
});

describe('a workbook', () => {
  it('may say on a cover alone whose it is and of which period', () => {
    const bare = workbook(sheet('Bìa', [[], ...title]), sheet('Biểu', [header, ...formRows()]), narrative);
    expect(codes(read(bare))).toEqual([]);
  });

  const rowsOf = (...rows: readonly (readonly string[])[]) =>
    read(workbook(sheet('Số liệu', [...title, header, ...formRows()]), sheet('Lời văn', rows))).narrative;

  it('is read below the headings, one paragraph a line of a cell', () => {
    expect(rowsOf(['II.1. Tăng cường lãnh đạo'], ['Một.\nHai.'], [], ['Ba.'])).toEqual([
      {
        section: 'II.1',
        paragraphs: [
          { text: 'Một.', source: { sheet: 'Lời văn', cell: 'A2' } },
          { text: 'Hai.', source: { sheet: 'Lời văn', cell: 'A2' } },
          { text: 'Ba.', source: { sheet: 'Lời văn', cell: 'A4' } },
        ],
      },
    ]);
  });

  it('is read beside the headings too', () => {
    const read = rowsOf(
      ['Mục', 'Nội dung', 'Lời văn'],
      ['II.1', 'Tăng cường lãnh đạo, chỉ đạo công tác dân vận', 'Một.'],
      ['II.2', 'Xây dựng và thực hiện dân chủ ở cơ sở', 'Hai.'],
    );
    expect(read.map(({ section, paragraphs }) => [section, paragraphs.map(({ text }) => text)])).toEqual([
      ['II.1', ['Một.']],
      ['II.2', ['Hai.']],
    ]);
  });

  it('is read below the form on the same sheet', () => {
    const one = sheet('Số liệu', [
      ...title,
      header,
      ...formRows(),
      ['Người lập biểu'],
      ['II.1. Tăng cường lãnh đạo'],
      ['Một.'],
    ]);
    expect(read(workbook(one)).narrative.map(({ section }) => section)).toEqual(['II.1']);
  });

  it('is not taken for rows of the form above it', () => {
    const text = [
      [null, null, 'II.1. Tăng cường lãnh đạo'],
      [null, null, 'Đã ban hành 3 văn bản.'],
    ];
    const reading = read(workbook(sheet('Số liệu', [...title, header, ...formRows(), ...text])));
    expect(reading.narrative.map(({ paragraphs }) => paragraphs.map((each) => each.text))).toEqual([
      ['Đã ban hành 3 văn bản.'],
    ]);
    expect(codes(reading)).toEqual(['n:NARRATIVE_PARTIAL']);
  });

  it('may carry sheets of other things, which are skipped with their reason', () => {
    const document = workbook(
      ...report().blocks.filter((block) => block.kind === 'table'),
      sheet('Nháp', [['abc', 1, 2]]),
    );
    const reading = read(document);
    expect(codes(reading)).toEqual([]);
    expect(reading.skipped).toEqual([
      { what: 'cell', why: 'not-part-of-the-form', where: { sheet: 'Nháp', cell: 'A1' }, count: 3 },
    ]);
  });
});

describe('what stands right above or below a form', () => {
  const form = [header, ...formRows()].map((row) => row.map((text) => String(text ?? '')));
  const last = (...parts: readonly Part[]) => {
    const reading = read(word(...title.map(([text]) => String(text)), 'III. Tổ chức thực hiện', ...parts));
    return reading.narrative.find(({ section }) => section === 'III')?.paragraphs.map(({ text }) => text);
  };

  it.each(['Biểu 1. Kết quả thực hiện', 'Số liệu kèm theo'])('as a caption is no text: "%s"', (caption) => {
    expect(last('Một.', caption, form)).toEqual(['Một.']);
    const { skipped } = read(
      word(...title.map(([text]) => String(text)), 'III. Tổ chức thực hiện', caption, form),
    );
    expect(skipped).toContainEqual(expect.objectContaining({ what: 'paragraph', why: 'caption' }));
  });

  it('as a sentence is text', () => {
    expect(last('Một.', 'Số liệu tăng so với kỳ trước.', form)).toEqual([
      'Một.',
      'Số liệu tăng so với kỳ trước.',
    ]);
  });

  it.each(['(1) Tính đến ngày 14/3/2024.', '(*) Ước tính.', 'Ghi chú: chưa gồm chi nhánh.'])(
    'as a note is no text: "%s"',
    (note) => {
      expect(last('Một.', form, note, 'Hai.')).toEqual(['Một.', 'Hai.']);
    },
  );
});

describe('a missing narrative', () => {
  it('is one warning', () => {
    const reading = read(workbook(sheet('Số liệu', [...title, header, ...formRows()])));
    expect(codes(reading)).toEqual(['w:NARRATIVE_MISSING']);
    expect(reading.state).toBe('accepted-with-warnings');
  });

  it('in some sections is a note', () => {
    const some = { ...narrative, cells: narrative.cells.filter(({ row }) => row <= 4) };
    const reading = read(workbook(sheet('Số liệu', [...title, header, ...formRows()]), some));
    expect(codes(reading)).toEqual(['n:NARRATIVE_PARTIAL']);
  });
});

describe('a plan or a review', () => {
  it('is accepted with a title, the unit, the year and one section', () => {
    const reading = read(word(...top, 'II.1. Tăng cường lãnh đạo', 'Một.'), plan);
    expect(codes(reading)).toEqual([]);
    expect(reading.state).toBe('accepted');
    expect(reading.values).toEqual([]);
  });

  it('is rejected without a title', () => {
    const reading = read(word('VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI', 'II.1. Tăng cường lãnh đạo', 'Một.'), plan);
    expect(codes(reading)).toContain('e:NO_TITLE');
  });

  it('is rejected without a section that is recognised', () => {
    expect(codes(read(word(...top, 'I. MỤC ĐÍCH', 'Một.'), plan))).toContain('e:NO_SECTION');
  });

  it('is rejected with headings alone', () => {
    expect(codes(read(word(...top, 'II.1. Tăng cường lãnh đạo'), plan))).toContain('e:EMPTY_SECTIONS');
  });

  it('of the authority, typed as such plans are, is read section by section', () => {
    const reading = told(
      'Thực hiện Kế hoạch số 148-KH/TU ngày 23/01/2024 của Tỉnh ủy; đơn vị xây dựng Kế hoạch như sau:',
      { text: 'I. MỤC ĐÍCH, YÊU CẦU', level: 3 },
      { text: '1. Mục đích', level: 4 },
      'Tiếp tục lãnh đạo, chỉ đạo.',
      { text: 'II. NỘI DUNG TRỌNG TÂM', level: 3 },
      { text: '1. Tăng cường lãnh đạo, chỉ đạo công tác dân vận', level: 4 },
      '- Tiếp tục quán triệt.',
      { text: '2. Xây dựng và thực hiện dân chủ ở cơ sở', bold: true },
      '- Ban hành Kế hoạch.',
      { text: 'III. TỔ CHỨC THỰC HIỆN', level: 3, bold: true },
      '1. Các phòng, đơn vị trực thuộc có trách nhiệm quán triệt.',
      { text: 'Nơi nhận:', level: 4 },
      '- Ban Dân vận Tỉnh ủy (để B/c);',
      'GIÁM ĐỐC',
    );
    expect(reading).toEqual({
      'II.1': ['- Tiếp tục quán triệt.'],
      'II.2': ['- Ban hành Kế hoạch.'],
      III: ['1. Các phòng, đơn vị trực thuộc có trách nhiệm quán triệt.'],
    });
  });
});
