/** What the tables are of: names as offices give them, short and long, each told apart from the others by its words. */
import type { Chance } from '../chance.ts';

export const measures = [
  'cuộc',
  'lượt',
  'người',
  'văn bản',
  'hồ sơ',
  'đơn',
  'tin, bài',
  'mô hình',
  'ha',
  'thửa',
];

const names = [
  'Văn bản chỉ đạo đã ban hành',
  'Hội nghị quán triệt, tuyên truyền đã tổ chức',
  'Cán bộ dự lớp bồi dưỡng nghiệp vụ',
  'Tin, bài đăng trên cổng thông tin điện tử',
  'Mô hình “Dân vận khéo” đăng ký mới',
  'Tập thể được tặng giấy khen',
  'Cuộc kiểm tra việc thực hiện quy chế dân chủ ở cơ sở',
  'Công dân được tiếp tại trụ sở',
  'Đơn khiếu nại nhận mới',
  'Vụ việc tranh chấp hòa giải thành',
  'Hồ sơ cấp giấy chứng nhận quyền sử dụng đất đã giải quyết trước hạn và đúng hạn',
  'Hồ sơ thủ tục hành chính tồn đọng chuyển sang quý sau',
  'Kiến nghị của cử tri đã trả lời',
  'Diện tích rừng trồng mới nghiệm thu',
  'Giếng khoan đăng ký khai thác nước ngầm',
  'Trạm quan trắc hoạt động ổn định',
  'Mẫu khí thải lấy về phân tích',
  'Cơ sở gây ô nhiễm bị xử phạt',
  'Mỏ đá ngừng khai thác, đóng cửa',
  'Bản đồ địa chính số hóa xong',
  'Thửa đất đo đạc lại theo yêu cầu',
  'Hợp đồng thuê đất ký kết',
  'Phương án bồi thường, hỗ trợ, tái định cư được phê duyệt',
  'Hộ nghèo nhận quà nhân dịp Tết Nguyên đán',
  'Thanh niên tình nguyện tham gia chiến dịch hè',
  'Đảng viên kết nạp',
  'Cựu chiến binh gặp mặt thân nhân liệt sĩ',
  'Học sinh thi tìm hiểu pháp luật môi trường biển và hải đảo Việt Nam',
  'Máy tính thay thế cho phòng chuyên môn',
  'Chữ ký số cấp phát',
  'Cầu treo dân sinh sửa chữa',
  'Kênh mương nạo vét',
  'Doanh nghiệp đối thoại trực tiếp với lãnh đạo',
  'Sáng kiến cấp ngành công nhận',
  'Đợt tuần tra biên giới phối hợp cùng bộ đội biên phòng và công an xã',
  'Thẻ bảo hiểm y tế trao tặng',
];

/** So many names, none twice. */
export function stockOf(chance: Chance, count: number): readonly string[] {
  const left = [...names];
  return Array.from(
    { length: Math.min(count, left.length) },
    () => left.splice(chance.below(left.length), 1)[0] ?? '',
  );
}
