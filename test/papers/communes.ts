/** A hundred communes of the province, as units that report. */
import type { Unit } from '../../shared/regime/regime.ts';

const byDistrict: Readonly<Record<string, string>> = {
  'Cao Lộc':
    'Bảo Lâm, Bình Trung, Cao Lâu, Công Sơn, Gia Cát, Hải Yến, Hòa Cư, Hợp Thành, Lộc Yên, Mẫu Sơn, Phú Xá, Tân Liên, Tân Thành, Thạch Đạn, Thanh Lòa, Xuân Long, Xuất Lễ, Yên Trạch',
  'Lộc Bình':
    'Ái Quốc, Đông Quan, Đồng Bục, Hữu Khánh, Hữu Lân, Khánh Xuân, Khuất Xá, Lợi Bác, Minh Hiệp, Nam Quan, Sàn Viên, Tam Gia, Thống Nhất, Tĩnh Bắc, Tú Đoạn, Tú Mịch, Xuân Dương, Yên Khoái',
  'Hữu Lũng':
    'Cai Kinh, Đồng Tân, Đồng Tiến, Hòa Lạc, Hòa Sơn, Hòa Thắng, Hồ Sơn, Hữu Liên, Minh Hòa, Minh Sơn, Minh Tiến, Nhật Tiến, Quyết Thắng, Sơn Hà, Tân Lập, Thanh Sơn, Vân Nham, Yên Bình',
  'Tràng Định':
    'Bắc Ái, Chí Minh, Đại Đồng, Đào Viên, Đề Thám, Đoàn Kết, Đội Cấn, Hùng Sơn, Hùng Việt, Kháng Chiến, Khánh Long, Kim Đồng, Quốc Khánh, Quốc Việt, Tân Minh, Tri Phương, Trung Thành, Vĩnh Tiến',
  'Văn Quan':
    'An Sơn, Bình Phúc, Điềm He, Đồng Giáp, Hữu Lễ, Khánh Khê, Liên Hội, Lương Năng, Tân Đoàn, Tràng Các, Tràng Phái, Tri Lễ, Trấn Ninh, Tú Xuyên',
  'Văn Lãng':
    'Bắc Hùng, Bắc La, Bắc Việt, Gia Miễn, Hoàng Việt, Hội Hoan, Nhạc Kỳ, Tân Mỹ, Tân Tác, Tân Thanh, Thanh Long, Thành Hòa, Thụy Hùng, Trùng Khánh',
};

export interface Commune {
  readonly name: string;
  readonly district: string;
}

export const communes: readonly Commune[] = Object.entries(byDistrict).flatMap(([district, names]) =>
  names.split(', ').map((name) => ({ name, district })),
);

/** Each commune's people's committee. */
export function communeUnits(): readonly Unit[] {
  return communes.map(({ name, district }, n) => ({
    code: `X${String(n + 1).padStart(3, '0')}`,
    name: `UBND xã ${name}, huyện ${district}`,
    kind: 'đơn vị trực thuộc',
    parent: 'STNMT',
    email: `xa${n + 1}@units.example`,
    reminded: true,
    aliases: [`UBND xã ${name}`],
  }));
}
