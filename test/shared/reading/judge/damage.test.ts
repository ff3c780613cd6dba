import { describe, expect, it } from 'vitest';
import type { NeutralDocument } from '../../../../shared/reading/model/document.ts';
import { LegacyReader } from '../../../../shared/reading/open/legacy-fonts/legacy-text.ts';
import { isSyllable } from '../../../../shared/reading/open/legacy-fonts/syllables.ts';
import { damageOf, wordsIn } from '../../../../shared/reading/understand/damaged-text.ts';
import {
  codes,
  findingOf,
  formRows,
  header,
  narrative,
  read,
  report,
  sheet,
  taskOf,
  title,
  valueFor,
  word,
  workbook,
} from '../by-hand.ts';

/** UTF-8 as a program shows it that takes it for an old code. */
const misread = (text: string, code: string) => new TextDecoder(code).decode(new TextEncoder().encode(text));

const sentences = [
  'Số văn bản lãnh đạo, chỉ đạo công tác dân vận',
  'ĐƠN VỊ BÁO CÁO: VĂN PHÒNG ĐĂNG KÝ DÂN VẬN',
  'Ước đạt 98,5%; ý kiến của nhân dân được tiếp thu, giải trình',
];

describe('damage of a text', () => {
  it.each(sentences)('is seen in what was read in another code: %s', (sentence) => {
    expect(damageOf(sentence)).toBeNull();
    for (const code of ['windows-1252', 'windows-1258']) {
      expect(damageOf(misread(sentence, code).normalize('NFC'))).toBe('misread');
    }
    expect(damageOf(misread(misread(sentence, 'windows-1252'), 'windows-1252'))).toBe('misread');
    expect(damageOf(sentence.replace(/[^ -ÿ]/g, '?'))).toBe('question-marks');
    expect(damageOf(sentence.replace(/[^ -~]/g, '?'))).toBe('question-marks');
    expect(damageOf(sentence.replace(/[ạảếẬƯ]/, '\ufffd'))).toBe('lost');
  });

  it('is seen in letters of three bytes alone', () => {
    expect(damageOf(misread('hội', 'windows-1252'))).toBe('misread');
    expect(damageOf(misread('mọi', 'windows-1258'))).toBe('misread');
  });

  it('is seen in characters that are no letters, and in what pages of the web leave', () => {
    expect(damageOf('\u0081\u0082')).toBe('lost');
    expect(damageOf('Ch\u0000 tiêu')).toBe('lost');
    expect(damageOf('b\uf0a7n')).toBe('lost');
    expect(damageOf('b&aacute;o c&#225;o')).toBe('misread');
  });

  it('is seen in what programs write in place of letters, but in an address', () => {
    expect(damageOf('b\\u00e1o c\\u00e1o')).toBe('misread');
    expect(damageOf('b=C3=A1o c=C3=A1o')).toBe('misread');
    expect(damageOf('b%C3%A1o c%C3%A1o')).toBe('misread');
    expect(damageOf('https://vd.vn/b%C3%A1o đã đăng')).toBeNull();
    expect(damageOf('C:\\users\\dan van')).toBeNull();
  });

  it('is seen in words that lost the letters with marks, and in marks that were typed and never put on', () => {
    expect(damageOf('Kinh ph thu gom hn hp; ngh S h tr thng phn loi rc cho cc x')).toBe('lost');
    expect(damageOf('Kinh phis thu gom hanj hepj; ddeef nghij Sowr hoox trowj thungf')).toBe('keystrokes');
    expect(damageOf('Kinh phi1 thu gom ha5n he5p; d9e62 nghi5 So73 ho64 tro75')).toBe('keystrokes');
    expect(damageOf('Kinh phí thu gom hn hp; đ ngh S h tr thùng phân loi rác cho các xã, phưng')).toBe(
      'lost',
    );
    expect(damageOf('Kinh phis thu gom hanj hepj (Lộc Bình); ddeef nghij Sowr hoox trowj')).toBe(
      'keystrokes',
    );
    expect(damageOf('Kinh phi1 thu gom han5 hep5; de62 nghi5 ho64 tro75 thung2')).toBe('keystrokes');
    for (const sound of [
      'As of this quarter, most of the units sent',
      'Có: thon1, thon2, thon3, khu4',
      'Tổ to1, khu2, thon3, xom4',
      'Đ/c bt, pbt, hđnd, mttq, hnd, ccb',
      'Liên hệ hpn hnd ccb mttq dtn',
      'Da gui: vp, tt, kt, hc, cn (5 don vi)',
      'Đã hỗ trợ vp tt hs kh cc tn cho các hộ',
      'Đoàn công tác đã đến thăm các gia đình có công, các cháu có hoàn cảnh khó khăn do vp tt cc tn',
      'If this is for most of us',
      'Có: to61, to62, to63, to64',
      'ccb ccb ccb tn tn tn',
      'Kinh phi thu gom han hep; de nghi So ho tro thung phan loai rac',
      'The report for this quarter lists his visits, as agreed with her office; it is for information',
      'Đã lắp camera, wifi, website; đăng tin trên Zalo, facebook (120 km đường, 12 kg, tp. Lạng Sơn)',
      'Thon1 Thon2 Thon3',
      'bao_cao_quy_1.docx, ds_hs_ct.xlsx, kh_tt_vp.pdf, bc_th_ql.pdf',
    ])
      expect(damageOf(sound), sound).toBeNull();
  });

  it('is seen in signs amid letters, as a wrong table of letters makes them, not in a measure', () => {
    expect(damageOf('số l°ÿt ng°ái')).toBe('misread');
    expect(damageOf('TR¯àNG')).toBe('misread');
    expect(damageOf('nhiệt độ t°C, 30°C')).toBe(null);
  });

  it.each([
    ...[
      '“GIẢI MÃ”',
      'MÃ – SỐ',
      'quá»',
      'Đạt hay không? Nếu không?',
      'Nội dung gì?Có',
      'TTHC? ĐKĐĐ?',
      'A?',
      '?',
    ],
    ...['http://vd.vn/a?b=c&d=e', '\uf0a7 Nội dung', 'R&D; P&L', '12', 'Ok?'],
  ])('is not seen in %s', (text) => {
    expect(damageOf(text)).toBeNull();
  });
});

it('words tell their language; measures and signs tell nothing', () => {
  expect(wordsIn('Diện tích 12 m², 30°C → đạt')).toEqual({ judged: 3, vietnamese: 3 });
  expect(wordsIn('B¸o c¸o kÕt qu¶')).toEqual({ judged: 4, vietnamese: 0 });
});

it.each([...['có', 'kỳ', 'ghi', 'gì', 'giữ', 'nghĩa', 'ngành', 'quý', 'gửi']])(
  '“%s” is spelled as a word',
  (word) => expect(isSyllable(word)).toBe(true),
);
it.each(['cĩ', 'kõt', 'cế', 'gê', 'ngi', 'ghang'])('“%s” is not', (word) =>
  expect(isSyllable(word)).toBe(false),
);

it('a word of Unicode in an old font stays, whatever was read in that font before', () => {
  const reader = new LegacyReader();
  expect(reader.read([{ text: 'Vieät Nam ñoäc laäp', font: 'vni' }]).text).toBe('Việt Nam độc lập');
  expect(reader.read([{ text: 'có', font: 'vni' }]).text).toBe('có');
});

describe('a report with damaged letters', () => {
  const damaged = (text: string): NeutralDocument => ({
    ...report(),
    blocks: report().blocks.map((block) =>
      block.kind === 'table' && block.sheet === 'Lời văn'
        ? { ...block, cells: block.cells.map((cell, n) => (n === 3 ? { ...cell, text } : cell)) }
        : block,
    ),
  });
  const garbled = misread('Đã tổ chức hội nghị tuyên truyền', 'windows-1252');

  it('is rejected; the place is named, and what is damaged goes no further', () => {
    const reading = read(damaged(garbled));
    expect(findingOf(reading, 'DAMAGED_TEXT')).toMatchObject({
      severity: 'error',
      where: { sheet: 'Lời văn', cell: 'A4' },
      found: garbled,
    });
    expect(reading.state).toBe('rejected');
    expect(JSON.stringify(reading.narrative)).not.toContain(garbled);
    expect(JSON.stringify(read(damaged('Đã tổ chức')).narrative)).toContain('Đã tổ chức');
  });

  it('loses figures that are damaged texts', () => {
    const reading = read(report({ D01: garbled }));
    expect(valueFor(reading, 'D01').value).toBeNull();
    expect(reading.state).toBe('rejected');
  });

  it('is told so once where all of it is damaged, and nothing else of its words', () => {
    const all = (text: string) => misread(text, 'windows-1252');
    const { blocks, ...rest } = report();
    const document = {
      ...rest,
      blocks: blocks.map((block) =>
        block.kind === 'table'
          ? {
              ...block,
              cells: block.cells.map((cell, n) => ({
                ...cell,
                text: n < 2 ? 'B?n b?o c?o' : all(cell.text),
              })),
            }
          : block,
      ),
    };
    expect(codes(read(document)).filter((code) => code.startsWith('e:'))).toEqual(['e:DAMAGED_TEXT']);
    expect(codes(read(document)).filter((code) => code.startsWith('w:'))).toEqual([]);
  });

  it('is told by the words of one text among sound ones', () => {
    const [few, more] = ['B¸o c¸o', 'B¸o c¸o kÕt qu¶ c«ng t¸c d©n vËn'];
    expect(codes(read(damaged(few)))).not.toContain('e:DAMAGED_TEXT');
    expect(findingOf(read(damaged(more)), 'DAMAGED_TEXT').found).toBe(more);
  });

  it('is told by its words where each cell by itself is too short', () => {
    const words = 'B¸o;c¸o;kÕt;qu¶;c«ng;t¸c;d©n;vËn;quý;n¨m;®¬n;vÞ;V¨n;phßng'.split(';');
    const rows = words.map((word) => [word]);
    const reading = read(
      workbook(sheet('Số liệu', [...title, header, ...formRows()]), narrative, sheet('Cũ', rows)),
    );
    expect(codes(reading)).not.toContain('e:DAMAGED_TEXT');
    expect(codes(read(workbook(sheet('Cũ', rows))))).toContain('e:DAMAGED_TEXT');
  });

  it('does not count what is hidden', () => {
    const hidden = sheet('Ẩn', [[garbled]], { hidden: true });
    expect(codes(read({ ...report(), blocks: [...report().blocks, hidden] }))).not.toContain(
      'e:DAMAGED_TEXT',
    );
  });
});

describe('letters that only look Vietnamese', () => {
  it('are read as the Vietnamese ones, with one note', () => {
    const plan = taskOf('VPDK', 'KH2024');
    const parts = [
      'VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI',
      'KẾ HOẠCH',
      'Triển khai công tác dân vận năm 2024',
      'II.1. Tăng cƣờng lãnh đạo',
      'Đã xin ý kiến nhân dân Ðông Quan.',
    ];
    const reading = read(word(...parts), plan);
    const notes = reading.findings.filter(({ code }) => code === 'LOOKALIKE_LETTERS');
    expect(notes).toMatchObject([{ severity: 'note', where: { paragraph: 4 } }]);
    expect(notes[0]?.message.vi).toContain('Có 2 chỗ');
    expect(reading.narrative[0]?.paragraphs[0]?.text).toBe('Đã xin ý kiến nhân dân Đông Quan.');
  });

  it('of other alphabets are read so within a word, and stay where a word is all of them', () => {
    const plan = taskOf('VPDK', 'KH2024');
    const top = ['VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI', 'KẾ HOẠCH', 'Triển khai công tác dân vận năm 2024'];
    const reading = read(
      word(...top, 'II.1. Tăng cường lãnh đạo', 'Đã họp dâп với \u0441án bộ; газета.'),
      plan,
    );
    expect(codes(reading)).toContain('n:LOOKALIKE_LETTERS');
    expect(reading.narrative[0]?.paragraphs[0]?.text).toBe('Đã họp dân với cán bộ; газета.');
  });

  it('and digits of another width, or of a mathematical alphabet, are read as plain ones', () => {
    const reading = read(report({ A01: '３', A02: '２　hội nghị', B11: '𝟑', B01: '１５／０２／２０２４' }));
    expect(['A01', 'A02', 'B11', 'B01'].map((code) => valueFor(reading, code).value)).toEqual([
      3,
      2,
      3,
      '2024-02-15',
    ]);
    const { severity, message, where } = findingOf(reading, 'LOOKALIKE_LETTERS');
    expect([severity, where]).toEqual(['note', { sheet: 'Số liệu', cell: 'E8' }]);
    expect(message.vi).toContain('Có 4 chỗ');
  });

  it('that are digits of another script are no figures', () => {
    const reading = read(report({ A01: '๓' }));
    expect(codes(reading)).toContain('e:NOT_A_NUMBER');
  });

  it('of hidden sheets are folded without a word', () => {
    const hidden = sheet('Ẩn', [['Tăng cƣờng']], { hidden: true });
    expect(codes(read({ ...report(), blocks: [...report().blocks, hidden] }))).not.toContain(
      'n:LOOKALIKE_LETTERS',
    );
  });
});
