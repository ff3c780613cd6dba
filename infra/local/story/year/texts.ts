/** What the units write from the second quarter on; several write the same. */
import type { Figures, LaterPeriod } from './figures.ts';

const focus: Readonly<Record<string, readonly [work: string, limit: string, wish: string]>> = {
  VPS: [
    'cải cách hành chính và tiếp công dân',
    'một số đơn vị gửi báo cáo chậm',
    'Kiến nghị Ban Dân vận Tỉnh ủy tổ chức tập huấn nghiệp vụ hằng năm',
  ],
  TTRA: [
    'thanh tra, kiểm tra và giải quyết đơn thư',
    'một số kết luận chậm được thực hiện',
    'Đề nghị các phòng phối hợp cung cấp hồ sơ đúng hạn',
  ],
  KHTC: [
    'công khai tài chính, thanh toán qua Kho bạc',
    'kinh phí tuyên truyền còn lồng ghép',
    'Đề nghị Sở bố trí kinh phí riêng cho công tác dân vận',
  ],
  QLDD: [
    'thu hồi đất, giao đất, cho thuê đất',
    'một số vụ tranh chấp đất rừng kéo dài',
    'Đề nghị các chi nhánh cung cấp hồ sơ địa chính đúng hạn',
  ],
  DDBD: [
    'đo đạc, lập bản đồ địa chính',
    'địa bàn rộng, việc ký xác nhận ranh giới còn chậm',
    'Đề nghị các xã thông báo lịch đo sớm hơn',
  ],
  TNKS: [
    'cấp phép khai thác khoáng sản, tài nguyên nước',
    'một số doanh nghiệp chưa chủ động công khai nghĩa vụ',
    'Đề nghị Sở tăng cường kiểm tra liên ngành sau cấp phép',
  ],
  CCBVMT: [
    'phân loại rác tại nguồn',
    'ý thức phân loại rác ở vùng nông thôn chưa cao',
    'Kiến nghị tỉnh hỗ trợ thùng phân loại cho các xã',
  ],
  VPDK: [
    'đăng ký đất đai, cấp giấy chứng nhận',
    'dữ liệu địa chính chưa đồng bộ',
    'Đề nghị Sở bố trí kinh phí số hóa hồ sơ',
  ],
  TTTNMT: [
    'quan trắc môi trường, lưu trữ dữ liệu',
    'viên chức thường xuyên đi hiện trường',
    'Đề nghị Sở cho quán triệt bằng hình thức trực tuyến',
  ],
  TTPTQD: [
    'bồi thường, hỗ trợ, tái định cư',
    'một số hộ chưa đồng thuận với đơn giá',
    'Đề nghị các huyện sớm hoàn thành hạ tầng khu tái định cư',
  ],
  'CN-TPLS': [
    'tiếp nhận hồ sơ tại bộ phận một cửa',
    'hồ sơ tăng cao vào cuối năm',
    'Đề nghị bổ sung máy quét cho chi nhánh',
  ],
  'CN-CLO': [
    'cấp đổi giấy chứng nhận ở các xã biên giới',
    'nhiều xã vùng cao sóng yếu',
    'Đề nghị tăng lịch tiếp nhận hồ sơ lưu động',
  ],
  'CN-HLU': [
    'tiếp nhận hồ sơ đất lâm nghiệp',
    'hồ sơ qua các thời kỳ chưa đầy đủ',
    'Đề nghị bổ sung nhân lực đo đạc',
  ],
  'CN-LBI': [
    'kê khai đất rừng trồng',
    'hồ sơ đất lâm nghiệp còn chồng lấn',
    'Đề nghị sớm có phương án đo tách',
  ],
};

/** What a unit did, or found, that no other did, by section; most write little of the kind, as they do in other years. */
const own: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'CN-CLO 6T-2024': {
    III: 'Ưu điểm: tiếp nhận hồ sơ lưu động tại xã Xuất Lễ rút ngắn thời gian cấp đổi giấy chứng nhận còn 12 ngày.',
  },
  'CN-HLU 6T-2024': {
    III: 'Nguyên nhân: hồ sơ giao đất, giao rừng trước năm 2000 lưu ở nhiều nơi, một phần đã thất lạc.',
  },
  'TTRA 9T-2024': {
    III: 'Ưu điểm: không để xảy ra khiếu kiện đông người, vượt cấp về đất đai tại các huyện biên giới.',
  },
  'DDBD 9T-2024': {
    III: 'Nguyên nhân: mưa bão kéo dài từ tháng 8, nhiều thửa đất dốc sạt lở phải đo lại.',
  },
  'CN-TPLS N-2024': {
    III: 'Ưu điểm: hẹn giờ nộp hồ sơ qua Zalo, giảm thời gian chờ của người dân từ 40 phút còn 15 phút.',
  },
  'QLDD N-2024': {
    III: 'Nguyên nhân: tổ hòa giải ở thôn, bản mỏng người, hồ sơ địa chính cũ thiếu sơ đồ thửa đất.',
  },
  'VPS 6T-2024': {
    'II.2':
      'Bộ phận một cửa thí điểm tiếp nhận hồ sơ ngoài giờ vào chiều thứ Năm, nhờ đó 126 người dân ở xa không phải nghỉ làm để nộp hồ sơ.',
  },
  'TNKS 6T-2024': {
    'II.3':
      'Phòng vận động 04 doanh nghiệp khai thác đá tại huyện Hữu Lũng góp 320 triệu đồng sửa 2,4 km đường dân sinh vào thôn Đồng Lai.',
  },
  'TTPTQD 6T-2024': {
    'II.2':
      'Đối thoại trực tiếp với 57 hộ tại xã Hồng Phong, huyện Cao Lộc về tái định cư; 49 hộ tự nguyện bàn giao mặt bằng trước thời hạn.',
  },
  'QLDD 9T-2024': {
    'II.2':
      'Phòng phối hợp Mặt trận Tổ quốc hòa giải thành 06 vụ tranh chấp đất rừng kéo dài trên 10 năm tại huyện Đình Lập.',
  },
  'CCBVMT 9T-2024': {
    'II.3':
      'Sau bão số 3, đoàn viên Chi cục giúp 38 hộ dân phường Đông Kinh, thành phố Lạng Sơn dọn bùn, khử khuẩn 21 giếng nước.',
  },
  'CN-HLU 9T-2024': {
    'II.1':
      'Chi nhánh đăng ký mô hình “Ngày về xã”: mỗi tháng hai ngày tiếp nhận hồ sơ tại nhà văn hóa thôn của 05 xã xa trung tâm huyện.',
  },
  'TTTNMT N-2024': {
    'II.1':
      'Mô hình “Số liệu quan trắc đến với Nhân dân” được nhân rộng ra 12 thôn dọc sông Kỳ Cùng, được Ban Dân vận Tỉnh ủy biểu dương.',
  },
  'DDBD N-2024': {
    'II.3':
      'Phòng vận động 215 hộ dân xã Mẫu Sơn cùng dẫn đạc, cắm mốc, hoàn thành đo vẽ 1.140 thửa đất trước thời hạn 02 tháng.',
  },
  'CN-LBI 9T-2024': {
    'II.2':
      'Chi nhánh trả 312 giấy chứng nhận ngay tại thôn Chi Lăng, xã Tú Mịch, rút ngắn thời gian đi lại của người dân.',
  },
};

/** What is planned for the next year. */
const plans: Readonly<Record<string, string>> = {
  VPS: 'mở thêm 02 điểm tiếp nhận hồ sơ ngoài giờ tại bộ phận một cửa của Sở',
  CCBVMT: 'nhân rộng mô hình “Chợ không túi ni lông” ra 06 chợ trung tâm huyện',
  VPDK: 'số hóa xong hồ sơ địa chính của 25 xã biên giới trước tháng 9/2025',
  TTPTQD: 'đối thoại với Nhân dân trước khi lập phương án bồi thường ở mọi dự án',
};

/** Those who took over the sentence that the office once sent round. */
const copying = new Set(['KHTC', 'DDBD', 'TNKS', 'CN-TPLS', 'CN-HLU', 'CN-LBI']);

const spans: Readonly<Record<LaterPeriod, string>> = {
  '6T-2024': 'quý II',
  '9T-2024': 'quý III',
  'N-2024': 'quý IV',
};

/** By section. */
export function textsOf(
  unit: string,
  name: string,
  period: LaterPeriod,
  figures: Figures,
): Readonly<Record<string, readonly string[]>> {
  const [work = '', limit = '', wish = ''] = focus[unit] ?? [];
  const said = (code: string) => {
    const value = Number(figures[code]?.[0] ?? 0);
    return value < 10 ? `0${value}` : new Intl.NumberFormat('vi-VN').format(value);
  };
  const also = (section: string) => [own[`${unit} ${period}`]?.[section] ?? []].flat();
  return {
    'II.1': [
      ...also('II.1'),
      `Trong ${spans[period]}, ${name} đã ban hành ${said('A01')} văn bản lãnh đạo, chỉ đạo, gắn công tác dân vận với ${work}; tổ chức ${said('A02')} hội nghị quán triệt với ${said('A03')} lượt người dự.`,
    ],
    'II.2': [
      ...also('II.2'),
      `Luật Thực hiện dân chủ ở cơ sở được thực hiện nghiêm túc trong ${work}; quy trình, thời hạn giải quyết hồ sơ được niêm yết công khai tại nơi tiếp nhận.`,
    ],
    'II.3': [
      ...also('II.3'),
      `Đoàn viên, công chức, viên chức của ${name} tham gia giúp đỡ các xã vùng cao; tiếp nhận ${said('C01')} ý kiến, kiến nghị, đã trả lời ${said('C02')} ý kiến, kiến nghị.`,
    ],
    'II.4': [
      copying.has(unit)
        ? 'Việc sơ kết, tổng kết các nghị quyết, chỉ thị, kết luận được thực hiện theo hướng dẫn của Ban Dân vận Tỉnh ủy và của Sở; số liệu đã được rà soát, gửi về Văn phòng Sở đúng thời gian.'
        : `${name} đã rà soát số liệu về ${work} phục vụ sơ kết, tổng kết theo hướng dẫn của tỉnh.`,
    ],
    III: [
      ...also('III'),
      `Kết quả ${work} được Nhân dân ghi nhận. Hạn chế: ${limit}.`,
      ...(period === 'N-2024'
        ? [`Phương hướng năm 2025: ${plans[unit] ?? `tiếp tục đổi mới công tác dân vận trong ${work}`}.`]
        : []),
      `${wish}.`,
    ],
  };
}
