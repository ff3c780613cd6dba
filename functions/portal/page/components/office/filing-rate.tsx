import { office } from '../../../../../shared/wording/page-office.ts';
import type { OfficePeriod } from '../../../contract/office.ts';
import { useWords } from '../../page-context.ts';
import { number } from '../../words.ts';

/** The rate as a number, as a bar, and in words. Drawn as SVG: the CSP allows no width in a style attribute. */
export function FilingRate({ rate }: { rate: OfficePeriod['rate'] }) {
  const { t, language } = useWords();
  const { filed, late, ratio } = rate;
  const expected = rate.expected - rate.excluded;
  if (ratio === null || expected === 0) {
    return (
      <p class="rate">
        <strong class="rate-number">—</strong> <span class="small">{t(office.nobody)}</span>
      </p>
    );
  }
  const percent = number(100 * ratio, language, { maximumFractionDigits: 1 });
  return (
    <div class="rate">
      <p>
        <strong class="rate-number">{percent}%</strong>{' '}
        <span class="small">
          {t(office.filed, { filed, expected })}
          {late > 0 && `, ${t(office.late, { count: late })}`}
        </span>
      </p>
      <svg class="rate-bar" viewBox={`0 0 ${expected} 1`} preserveAspectRatio="none" aria-hidden="true">
        <rect class="rate-filed" width={filed - late} height={1} />
        <rect class="rate-late" x={filed - late} width={late} height={1} />
      </svg>
    </div>
  );
}
