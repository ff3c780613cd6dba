/** The subject says it all: who reads nothing else still knows where the period stands. */

import type { Summary } from '../../summary/summary.ts';
import { fill } from '../../vocabulary/text.ts';
import { shortStandingWords, subject as words } from '../../wording/summary-mail.ts';
import { shortPeriodName, shortRegimeName } from '../layout/names.ts';
import { writtenNumber, writtenRatio } from '../layout/notation.ts';

import { byStanding } from './standing.ts';

/** "[Dân vận 2024] Quý I: 12/14 đơn vị đã gửi (85,7%), 1 muộn, 1 bị từ chối, 1 chưa gửi". */
export function summarySubject(summary: Summary): string {
  const { regime, period, rate } = summary;
  const about = {
    regime: shortRegimeName(regime),
    period: named(summary, shortPeriodName(period)),
  };
  if (rate.ratio === null) return fill(words.nobody, about);
  const head = fill(words.filed, {
    ...about,
    filed: writtenNumber(rate.filed),
    owing: writtenNumber(rate.expected - rate.excluded),
    rate: writtenRatio(rate.ratio),
  });
  const complete = rate.ratio === 1 && rate.late === 0;
  return [head, ...(complete ? [words.complete] : []), ...exceptions(summary)].join(', ');
}

/** "1 muộn", "2 chưa gửi": what is not simply in time. */
function exceptions(summary: Summary): string[] {
  return byStanding(summary).flatMap(({ standing, lines }) =>
    standing === 'on-time' || standing === 'excluded'
      ? []
      : [`${lines.length} ${shortStandingWords[standing]}`],
  );
}

/** "Quý I (tạm tính)", "Quý I (bản 2)". */
function named({ kind, edition }: Summary, period: string): string {
  if (kind === 'interim') return fill(words.interim, { period });
  return edition > 1 ? fill(words.edition, { period, edition }) : period;
}
