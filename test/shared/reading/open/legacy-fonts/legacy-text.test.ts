import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import {
  type LegacyFont,
  LegacyReader,
  legacyFontOf,
} from '../../../../../shared/reading/open/legacy-fonts/legacy-text.ts';
import { isSyllable } from '../../../../../shared/reading/open/legacy-fonts/syllables.ts';
import { readTcvn3, tcvn3Letters } from '../../../../../shared/reading/open/legacy-fonts/tcvn3.ts';
import { readVni } from '../../../../../shared/reading/open/legacy-fonts/vni.ts';

/** Every lowercase letter of Vietnamese with a mark. */
const letters = 'àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ';

describe('the name of a font', () => {
  it.each([
    ['.VnTime', 'tcvn3'],
    ['.VnArial Narrow', 'tcvn3'],
    ['.VnTimeH', 'tcvn3-capitals'],
    ['.VnArial NarrowH', 'tcvn3-capitals'],
    ['VNI-Times', 'vni'],
    ['Times New Roman', null],
    ['Vnbook', null],
    ['', null],
  ])('"%s" says %s', (name, font) => {
    expect(legacyFontOf(name)).toBe(font);
  });
});

describe('TCVN3', () => {
  it('has every letter, each once', () => {
    const seen = [...tcvn3Letters.values()].join('');
    expect([...seen].toSorted()).toEqual([...letters, ...'ĂÂÊÔƠƯĐ'].toSorted());
    expect(seen).toBe(seen.normalize('NFC'));
  });

  it('agrees with the table of glibc', ({ skip }) => {
    const bytes = Uint8Array.from(tcvn3Letters.keys(), (character) => character.charCodeAt(0));
    let known: string;
    try {
      known = execFileSync('iconv', ['-f', 'TCVN5712-1', '-t', 'UTF-8'], {
        input: bytes,
        stdio: 'pipe',
      }).toString();
    } catch {
      return skip('no iconv with TCVN5712-1 here');
    }
    expect([...tcvn3Letters.values()].join('')).toBe(known.normalize('NFC'));
  });

  it('reads "ư" from what elsewhere is a soft hyphen', () => {
    expect(readTcvn3('N\u00adíc: ch\u00ada ph¸t sinh')).toBe('Nước: chưa phát sinh');
  });
});

describe('VNI', () => {
  it.each([
    ['Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['Ñoäc laäp - Töï do - Haïnh phuùc', 'Độc lập - Tự do - Hạnh phúc'],
    ['ÑÔN VÒ: VAÊN PHOØNG ÑAÊNG KYÙ ÑAÁT ÑAI', 'ĐƠN VỊ: VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI'],
    ['Quyù I naêm 2024, kyø naøy, luõy keá', 'Quý I năm 2024, kỳ này, lũy kế'],
    [
      'ñöôïc, nhöõng, böôùc, möøng, caûm ôn, ngaøy, tyû leä, kyõ, myî',
      'được, những, bước, mừng, cảm ơn, ngày, tỷ lệ, kỹ, myỵ',
    ],
    ['aù aø aû aõ aï aâ aá aà aå aã aä aê aé aè aú aü aë', 'á à ả ã ạ â ấ ầ ẩ ẫ ậ ă ắ ằ ẳ ẵ ặ'],
    ['eù eø eû eõ eï eâ eá eà eå eã eä oâ oá oà oå oã oä', 'é è ẻ ẽ ẹ ê ế ề ể ễ ệ ô ố ồ ổ ỗ ộ'],
    ['ô ôù ôø ôû ôõ ôï ö öù öø öû öõ öï í ì æ ó ò î ñ', 'ơ ớ ờ ở ỡ ợ ư ứ ừ ử ữ ự í ì ỉ ĩ ị ỵ đ'],
  ])('reads "%s"', (stored, seen) => {
    expect(readVni(stored)).toBe(seen);
  });
});

describe('a syllable', () => {
  it.each([
    'báo',
    'nguyễn',
    'quyết',
    'giếng',
    'gì',
    'Đường',
    'quốc',
    'khuỷu',
    'huyện',
    'XUỐNG',
    'rươi',
    'oanh',
    'ủy',
  ])('"%s" is one', (word) => expect(isSyllable(word)).toBe(true));
  it.each(['bỏo', 'hoäi', 'nghóa', 'îa', 'strong', 'áà', 'µn'])('"%s" is none', (word) =>
    expect(isSyllable(word)).toBe(false),
  );
});

describe('text in an old font', () => {
  const read = (text: string, font: LegacyFont, reader = new LegacyReader()) => reader.read([{ text, font }]);

  it.each([
    ['tcvn3', 'Uû ban nh©n d©n tØnh L¹ng S¬n', 'Uỷ ban nhân dân tỉnh Lạng Sơn'],
    ['tcvn3', '§VT', 'ĐVT'],
    ['tcvn3-capitals', 'b¸o c¸o', 'BÁO CÁO'],
    ['vni', 'Baùo caùo', 'Báo cáo'],
  ] as const)('%s is read as it is seen: "%s"', (font, stored, seen) => {
    expect(read(stored, font)).toEqual({ text: seen, legacyFont: font, storedText: stored });
  });

  it.each([
    ['tcvn3', 'UBND, 12 van ban', 'no letter beyond ASCII'],
    ['tcvn3', 'Báo cáo', 'it reads better as stored'],
    ['tcvn3', 'Số liệu', 'letters that the code does not have'],
    ['vni', 'Số đơn', 'letters that the code does not have'],
    ['vni', 'Quý, tháng, bà', 'it reads better as stored'],
    ['tcvn3', '50 m² – 20 °C', 'signs alone'],
  ] as const)('%s stays as it is: "%s" (%s)', (font, stored, _) => {
    expect(read(stored, font)).toEqual({ text: stored });
  });

  it('is put together from runs, wherever these end', () => {
    const runs = [
      { text: 'Baù', font: 'vni' },
      { text: 'o ca', font: 'vni' },
      { text: 'ùo', font: 'vni' },
      { text: ' năm 2024', font: null },
    ] as const;
    expect(new LegacyReader().read(runs)).toEqual({
      text: 'Báo cáo năm 2024',
      legacyFont: 'vni',
      storedText: 'Baùo caùo năm 2024',
    });
    expect(new LegacyReader().read([{ text: 'Báo cáo', font: null }])).toEqual({ text: 'Báo cáo' });
  });

  it('that could be read either way follows what came before it', () => {
    const old = new LegacyReader();
    expect(read('Trong kú', 'tcvn3', old).text).toBe('Trong kú');
    expect(read('Uû ban nh©n d©n', 'tcvn3', old).text).toBe('Uỷ ban nhân dân');
    expect(read('Trong kú', 'tcvn3', old).text).toBe('Trong kỳ');
    const unicode = new LegacyReader();
    for (const text of ['Số liệu', 'Đơn vị', '§VT']) read(text, 'tcvn3', unicode);
    expect(read('Mã', 'tcvn3', unicode).text).toBe('Mã');
  });
});
