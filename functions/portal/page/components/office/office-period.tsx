import { office as words } from '../../../../../shared/wording/page-office.ts';
import type { OfficePeriod as Period } from '../../../contract/office.ts';
import { groupUnits, hasOpenWork } from '../../office-order.ts';
import { useWords } from '../../page-context.ts';
import { number } from '../../words.ts';
import { DutyChip, dutyTone } from '../chip.tsx';
import { Deadline } from '../deadline.tsx';
import { OfficeReports } from './office-reports.tsx';
import { OfficeUnit } from './office-unit.tsx';

interface Props {
  readonly period: Period;
  /** The server's clock, ms since 1970. */
  readonly now: number;
  /** True where the units are of little interest until asked for. */
  readonly folded: boolean;
}

/** One period: how many have filed, the reports made of it, and its units by what they stand at. */
export function OfficePeriod({ period, now, folded }: Props) {
  const { t } = useWords();
  const id = `period-${period.period}`;
  return (
    <section class="panel office-period" aria-labelledby={id}>
      <div class="office-head">
        <div>
          <h2 id={id}>
            {period.title} <span class="period">{period.period}</span>
          </h2>
          <Deadline due={period.due} now={now} open={hasOpenWork(period)} />
        </div>
        <FilingRate rate={period.rate} />
      </div>
      {(period.reports.length > 0 || !folded) && <OfficeReports reports={period.reports} />}
      {folded ? (
        <details>
          <summary>{t(words.units, { count: period.units.length })}</summary>
          <UnitGroups units={period.units} />
        </details>
      ) : (
        <UnitGroups units={period.units} />
      )}
    </section>
  );
}

function UnitGroups({ units }: { units: Period['units'] }) {
  return (
    <div class="office-groups">
      {groupUnits(units).map(({ status, units: found }) => (
        <section key={status} class={`office-group tone-${dutyTone[status]}`}>
          <h3>
            <DutyChip status={status} /> <span class="count">{found.length}</span>
          </h3>
          <ul class="office-units">
            {found.map((line) => (
              <OfficeUnit key={line.unit.code} line={line} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** The rate as a number, as a bar, and in words. Drawn as SVG: the CSP allows no width in a style attribute. */
function FilingRate({ rate }: { rate: Period['rate'] }) {
  const { t, language } = useWords();
  const { filed, late, ratio } = rate;
  const expected = rate.expected - rate.excluded;
  if (ratio === null || expected === 0) {
    return (
      <p class="rate">
        <strong class="rate-number">—</strong> <span class="small">{t(words.nobody)}</span>
      </p>
    );
  }
  const percent = number(100 * ratio, language, { maximumFractionDigits: 1 });
  return (
    <div class="rate">
      <p>
        <strong class="rate-number">{percent}%</strong>{' '}
        <span class="small">
          {t(words.filed, { filed, expected })}
          {late > 0 && `, ${t(words.late, { count: late })}`}
        </span>
      </p>
      <svg class="rate-bar" viewBox={`0 0 ${expected} 1`} preserveAspectRatio="none" aria-hidden="true">
        <rect class="rate-filed" width={filed - late} height={1} />
        <rect class="rate-late" x={filed - late} width={late} height={1} />
      </svg>
    </div>
  );
}
