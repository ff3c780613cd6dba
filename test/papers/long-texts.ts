/**
 * What a commune writes that was told to report in detail: two pages, of which some sentences tell something, some only
 * repeat the form, some are what every report says, and some are what many took over from each other.
 */
import type { Figures } from '../../infra/local/story/year/figures.ts';
import type { Commune } from './communes.ts';

interface Teller {
  readonly place: Commune;
  readonly name: string;
  readonly figure: (code: string) => string;
  /** One of the words, the same each time for this commune. */
  readonly one: (words: readonly string[]) => string;
  readonly count: (least: number, most: number) => string;
  readonly tenths: (least: number, most: number) => string;
}

const villages =
  'Nà Mu, Khuổi Cắp, Pò Lèo, Bản Lầy, Còn Phạc, Khòn Quắc, Bản Chành, Nà Pheo, Lũng Vài, Tồng Riền'.split(
    ', ',
  );
const clubs = 'Hội Phụ nữ, Hội Nông dân, Đoàn Thanh niên, Hội Cựu chiến binh, Mặt trận Tổ quốc'.split(', ');
const models = [
  'Ngày thứ Sáu nghe dân nói',
  'Đường hoa thay bãi rác',
  'Tổ tự quản bảo vệ môi trường',
  'Trả giấy chứng nhận tại thôn',
  'Nhà sạch, vườn đẹp',
  'Chính quyền thân thiện, vì Nhân dân phục vụ',
  'Bể thu gom vỏ thuốc bảo vệ thực vật',
  'Dòng họ tự quản về đất đai',
];

const moulds: Readonly<Record<string, readonly ((teller: Teller) => string)[]>> = {
  'II.1': [
    () =>
      'Cấp ủy, chính quyền tiếp tục tăng cường lãnh đạo, chỉ đạo, nâng cao nhận thức của cán bộ, đảng viên và Nhân dân về vị trí, vai trò của công tác dân vận trong tình hình mới.',
    ({ name, figure }) =>
      `Trong kỳ, ${name} đã ban hành ${figure('A01')} văn bản lãnh đạo, chỉ đạo; tổ chức ${figure('A02')} hội nghị quán triệt với ${figure('A03')} lượt người dự.`,
    ({ place, one, count }) =>
      `Mô hình “${one(models)}” được nhân rộng từ thôn ${one(villages)} ra ${count(3, 9)} thôn của xã ${place.name}, với ${count(40, 320)} hộ đăng ký tham gia.`,
    () =>
      'Công tác dân vận được đẩy mạnh, gắn với học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh; từng bước đổi mới nội dung, phương thức theo hướng thiết thực, hiệu quả.',
    ({ one, count, place }) =>
      `Khối dân vận xã ${place.name} phân công ${count(5, 15)} thành viên phụ trách thôn, mỗi tháng về thôn ít nhất hai buổi; ${one(clubs)} nhận đỡ đầu ${count(2, 8)} hộ nghèo ở thôn ${one(villages)}.`,
  ],
  'II.2': [
    () =>
      'Luật Thực hiện dân chủ ở cơ sở tiếp tục được triển khai thực hiện nghiêm túc; các nội dung phải công khai đều được niêm yết theo quy định.',
    ({ place, one, count, tenths }) =>
      `Nhân dân thôn ${one(villages)}, xã ${place.name} bàn và quyết định mức đóng góp ${count(120, 900)} triệu đồng làm ${tenths(12, 69)} km đường bê tông; ${count(11, 60)} hộ hiến ${count(600, 9000)} m² đất.`,
    ({ place, count, one }) =>
      `Tổ hòa giải xã ${place.name} hòa giải thành ${count(4, 19)} vụ tranh chấp ranh giới đất; vụ việc kéo dài từ năm 2019 tại thôn ${one(villages)} đã được hai gia đình ký biên bản thống nhất.`,
    ({ figure }) =>
      `Đã tiếp ${figure('B06')} lượt công dân với ${figure('B07')} công dân được tiếp; giải quyết ${figure('B12')} hồ sơ thủ tục hành chính, đạt ${figure('B14')}%.`,
    ({ one, count, place }) =>
      `Chủ tịch UBND xã ${place.name} đối thoại với ${count(40, 180)} hộ dân vùng dự án ${one(['hồ chứa nước', 'đường tuần tra biên giới', 'khu tái định cư', 'cao tốc Đồng Đăng - Trà Lĩnh'])}; ${count(5, 40)} kiến nghị được trả lời ngay tại hội nghị.`,
  ],
  'II.3': [
    ({ one, place, count }) =>
      `${one(clubs)} xã ${place.name} vận động ${count(20, 200)} hội viên ủng hộ ${count(15, 95)} triệu đồng sửa ${count(1, 7)} căn nhà tạm cho hộ nghèo ở thôn ${one(villages)}.`,
    () =>
      'Các đoàn thể tích cực tuyên truyền, vận động đoàn viên, hội viên và Nhân dân chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước.',
    ({ place, one, count }) =>
      `Người có uy tín thôn ${one(villages)}, xã ${place.name} vận động ${count(12, 88)} hộ di dời chuồng trại ra khỏi gầm sàn trước mùa mưa.`,
    ({ figure }) =>
      `Tiếp nhận ${figure('C01')} ý kiến, kiến nghị, đã trả lời ${figure('C02')} ý kiến, kiến nghị; ${figure('C03')} người tham gia Cuộc thi trắc nghiệm trên Internet về “Dân vận khéo”.`,
  ],
  'II.4': [
    () =>
      'Việc sơ kết, tổng kết các nghị quyết, chỉ thị, kết luận được thực hiện theo hướng dẫn của cấp trên; số liệu đã được rà soát, gửi đúng thời gian.',
    ({ place, count }) =>
      `UBND xã ${place.name} đã gửi đề cương tổng kết Đề án số 01-ĐA/BDVTU-UBND và lấy ý kiến ${count(3, 14)} thôn về mô hình “Chính quyền thân thiện”.`,
  ],
  III: [({ name }) => `Nhìn chung, ${name} đã hoàn thành tốt các nhiệm vụ được giao trong kỳ.`],
  IV: [
    ({ place, count }) =>
      `Xã ${place.name} không có đơn thư vượt cấp; ${count(81, 99)}% số hộ đạt gia đình văn hóa.`,
    () => 'Nhận thức của cán bộ, đảng viên và Nhân dân về công tác dân vận được nâng lên.',
  ],
  V: [
    ({ place, one }) =>
      `Việc nắm tình hình Nhân dân ở thôn ${one(villages)}, xã ${place.name} có lúc chưa kịp thời, nhất là trong mùa mưa lũ.`,
    () => 'Công tác tuyên truyền ở một số thôn chưa thường xuyên, hình thức chưa phong phú.',
  ],
  VI: [
    ({ place }) =>
      `Địa bàn xã ${place.name} rộng, chia cắt, nhiều lao động đi làm ăn xa nên khó tập hợp hội viên.`,
    () => 'Cán bộ làm công tác dân vận chủ yếu kiêm nhiệm, kinh phí hoạt động còn hạn chế.',
  ],
  VII: [
    ({ place, one, count }) =>
      `Xây dựng thêm ${count(1, 4)} mô hình “${one(models)}” tại thôn ${one(villages)}, xã ${place.name} trước ngày 30/9/2024.`,
    () =>
      'Tiếp tục quán triệt, triển khai thực hiện có hiệu quả các văn bản của cấp trên về công tác dân vận.',
  ],
  VIII: [
    ({ place, one }) =>
      `Đề nghị UBND tỉnh quan tâm bố trí kinh phí ${one(['sửa chữa nhà văn hóa', 'làm cầu dân sinh', 'cấp nước sinh hoạt'])} cho thôn ${one(villages)}, xã ${place.name}.`,
  ],
  IX: [({ name }) => `Đề nghị Sở tập huấn nghiệp vụ đo đạc, hòa giải đất đai cho cán bộ ${name}.`],
};

/** By section; `n`: the commune's place, of which everything that differs is made. */
export function longTextsOf(
  place: Commune,
  name: string,
  n: number,
  figures: Figures,
): Readonly<Record<string, readonly string[]>> {
  let state = n * 2_654_435_761 + 97;
  const roll = (count: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
  const written = (value: number) =>
    value < 10 ? `0${value}` : new Intl.NumberFormat('vi-VN').format(value);
  const teller: Teller = {
    place,
    name,
    figure: (code) => written(Number(figures[code]?.[0] ?? 0)),
    one: (words) => words[roll(words.length)] ?? '',
    count: (least, most) => written(least + roll(most - least + 1)),
    tenths: (least, most) => ((least + roll(most - least + 1)) / 10).toFixed(1).replace('.', ','),
  };
  return Object.fromEntries(
    Object.entries(moulds).map(([section, each]) => [section, each.map((mould) => mould(teller))]),
  );
}
