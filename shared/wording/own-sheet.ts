import type { Text } from '../vocabulary/text.ts';

/** The sheet that an annotated copy brings along: by its name and its title a reader knows it for the system's own. */
export const ownSheet = {
  sheet: 'Lưu ý',
  title: { vi: 'LƯU Ý KHI TIẾP NHẬN BÁO CÁO', en: 'Findings on this report' },
} as const satisfies Record<string, string | Text>;
