import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../../shared/reading/open/csv/decode.ts';

const text =
  'STT;Mã;Chỉ tiêu;Trong kỳ\n1;A01;Số văn bản lãnh đạo, chỉ đạo công tác dân vận được ban hành;6\n' +
  '2;A02;Số cuộc tuyên truyền, phổ biến pháp luật về đất đai, môi trường;3\n' +
  '3;A03;Số lượt người tham dự các buổi đối thoại ở cơ sở;142\n';

// Written out by glibc: iconv -f UTF-8 -t TCVN5712-1 of the same text.
const tcvn3 = Buffer.from(
  'U1RUO023O0No2CB0aap1O1Ryb25nIGv6CjE7QTAxO1PoIHaobiBitm4gbLduaCCuuW8sIGNo2CCuuW8gY6tuZyB0uGMgZKluIHbLbiCure5jIGJhbiBotW5oOzYKMjtBMDI7U+ggY3XpYyB0dXmqbiB0cnV50m4sIHBo5iBiadVuIHBouHAgbHXLdCB20iCuynQgrmFpLCBtq2kgdHKt6m5nOzMKMztBMDM7U+ggbK3udCBuZ63qaSB0aGFtIGT5IGO4YyBideZpIK7oaSB0aG+5aSDrIGOsIHPrOzE0Mgo=',
  'base64',
);
// iconv -f UTF-8 -t CP1258 of the same text.
const codePage1258 = Buffer.from(
  'U1RUO01h3jtDaGnSIHRp6nU7VHJvbmcga3nMCjE7QTAxO1P07CB2424gYmHSbiBsYd5uaCDwYfJvLCBjaGnSIPBh8m8gY/RuZyB04WMgZOJuIHbi8m4g8P318mMgYmFuIGjgbmg7NgoyO0EwMjtT9OwgY3X08mMgdHV56m4gdHJ1eerMbiwgcGj00iBiaersbiBwaOFwIGx14vJ0IHbqzCDw4ux0IPBhaSwgbfRpIHRy/fXMbmc7MwozO0EwMztT9OwgbP318nQgbmf99cxpIHRoYW0gZP3yIGPhYyBidfTSaSDw9OxpIHRob2HyaSD10iBj9SBz9dI7MTQyCg==',
  'base64',
);
const vni =
  'STT;Maõ;Chæ tieâu;Trong kyø\n1;A01;Soá vaên baûn laõnh ñaïo, chæ ñaïo coâng taùc daân vaän ñöôïc ban haønh;6\n' +
  '2;A02;Soá cuoäc tuyeân truyeàn, phoå bieán phaùp luaät veà ñaát ñai, moâi tröôøng;3\n' +
  '3;A03;Soá löôït ngöôøi tham döï caùc buoåi ñoái thoaïi ôû cô sôû;142\n';

const latin = (written: string) => Uint8Array.from(written, (letter) => letter.charCodeAt(0));
const utf16 = (written: string) => Buffer.from(written, 'utf16le');

describe('decodeText', () => {
  it.each([
    ['UTF-8', 'utf-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', 'utf-8', new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-16 with a mark', 'utf-16le', utf16(`\ufeff${text}`)],
    ['UTF-16 without', 'utf-16le', utf16(text)],
    ['UTF-16 the other way round, with a mark', 'utf-16be', utf16(`\ufeff${text}`).swap16()],
    ['UTF-16 the other way round, without', 'utf-16be', utf16(text).swap16()],
    ['the Vietnamese code page of Windows', 'windows-1258', codePage1258],
    ['TCVN3', 'tcvn3', tcvn3],
    ['VNI', 'vni', latin(vni)],
    ['VNI exported as Unicode', 'vni', new TextEncoder().encode(vni)],
    ['TCVN3 exported as Unicode', 'tcvn3', new TextEncoder().encode(tcvn3.toString('latin1'))],
  ])('reads %s', (_, encoding, bytes) => {
    const decoded = decodeText(bytes);
    expect(decoded?.text.normalize('NFC')).toBe(text);
    expect(decoded?.encoding).toBe(encoding);
  });

  it('reads capitals of TCVN3, which are stored as small letters with marks', () => {
    expect(decodeText(latin('B¸O C¸O C¤NG T¸C D¢N VËN'))).toEqual({
      text: 'BÁO CÁO CÔNG TÁC DÂN VẬN',
      encoding: 'tcvn3',
    });
  });

  it('reads Unicode in which one letter was cut, and says where', () => {
    const long = `${text}${text}`;
    const bytes = new TextEncoder().encode(long).slice();
    bytes[bytes.lastIndexOf(0xc6) + 1] = 0x3f;
    const read = decodeText(bytes);
    expect(read?.encoding).toBe('utf-8');
    expect(read?.text.match(/\ufffd/g)).toHaveLength(1);
    expect(read?.text.slice(0, text.length)).toBe(text);
  });

  it('leaves a Unicode text alone that has few letters with marks', () => {
    expect(decodeText(new TextEncoder().encode('Công an; 1\nÝ; 2'))?.encoding).toBe('utf-8');
    expect(decodeText(new TextEncoder().encode('plain; 1'))).toEqual({ text: 'plain; 1', encoding: 'utf-8' });
  });

  it('takes what is no Vietnamese in any code for Western Europe’s, and bytes that no code has for nothing', () => {
    expect(decodeText(latin('Stra\u00dfe; \u00e7a va; na\u00efve; gar\u00e7on; \u00fcber'))).toEqual({
      text: 'Straße; ça va; naïve; garçon; über',
      encoding: 'windows-1252',
    });
    expect(decodeText(latin('M\u00e3;c\u00f3;x\u00e3'))).toEqual({
      text: 'Mã;có;xã',
      encoding: 'windows-1252',
    });
    expect(decodeText(Uint8Array.of(0x61, 0x81, 0x3b, 0x62))).toBeNull();
    expect(decodeText(Uint8Array.of(0x61, 0, 0, 0x62))).toBeNull();
  });
});
