/** What a line of the title block says of itself. */

import type { Line } from './lines.ts';

export interface Statement {
  readonly line: Line;
  readonly text: string;
  /** What the line says of itself: "Đơn vị báo cáo: …", "Kỳ báo cáo: …". */
  readonly label: 'unit' | 'period' | null;
}
