/** The words of the consolidated report (.docx and .xlsx), and the titles that reports and forms share. */
import type { Period, Regime } from '../regime/regime.ts';

/** What the regime reports on, without its year: "công tác dân vận". */
export function subject(regime: Regime): string {
  return regime.title.vi.replace(/^chế độ báo cáo /i, '').replace(` năm ${regime.year}`, '');
}

/** The period's title with its year, once: "Báo cáo quý I năm 2024", "Báo cáo năm 2024". */
export function periodInYear(regime: Regime, period: Period): string {
  const title = period.title.vi;
  if (title.includes(String(regime.year))) return title;
  return / năm$/.test(title) ? `${title} ${regime.year}` : `${title} năm ${regime.year}`;
}

/** What the report is about: "Kết quả công tác dân vận quý I năm 2024"; else the period's own title. */
export function reportSubject(regime: Regime, period: Period): string {
  if (period.kind !== 'periodic') return period.title.vi;
  const span = periodInYear(regime, period).replace(/^báo cáo /i, '');
  return `Kết quả ${subject(regime)} ${span}`;
}
