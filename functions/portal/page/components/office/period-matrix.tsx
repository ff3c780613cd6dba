import { board as words } from '../../../../../shared/wording/page-desk.ts';
import { dutyStatusWords } from '../../../../../shared/wording/statuses.ts';
import type { OfficePeriod, OfficeUnit } from '../../../contract/office.ts';
import { matrixUnits } from '../../board.ts';
import { useTime, useWords } from '../../page-context.ts';
import { dutyTone } from '../chip.tsx';

interface Props {
  readonly periods: readonly OfficePeriod[];
  readonly onOpen: (period: string, unit: string) => void;
}

/** Units × periods: each field in colour and in words, and the way to the unit's page. */
export function PeriodMatrix({ periods, onOpen }: Props) {
  const { t } = useWords();
  const { dateTime } = useTime();
  const { units, whole } = matrixUnits(periods);
  const lines = new Map(
    periods.map((each) => [each.period, new Map(each.units.map((line) => [line.unit.code, line]))]),
  );
  return (
    <div class="panel board">
      <p class="small">{t(words.everyPeriodLead)}</p>
      {!whole && <p class="field-warning">{t(words.everyPeriodPart, { count: units.length })}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <section class="matrix-scroll" aria-label={t(words.everyPeriod)} tabIndex={0}>
        <table class="matrix">
          <thead>
            <tr>
              <th scope="col">{t(words.unit)}</th>
              {periods.map(({ period, title, due }) => (
                <th key={period} scope="col">
                  {title}
                  {due !== null && (
                    <span class="small matrix-due">
                      {t(words.headDue, { day: dateTime(due)?.slice(0, 10) ?? due })}
                    </span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={unit.code}>
                <th scope="row">{unit.name}</th>
                {periods.map(({ period, title }) => (
                  <td key={period}>
                    <Field
                      line={lines.get(period)?.get(unit.code)}
                      label={`${unit.name}, ${title}`}
                      onOpen={() => onOpen(period, unit.code)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function Field({ line, label, onOpen }: { line: OfficeUnit | undefined; label: string; onOpen: () => void }) {
  const { t } = useWords();
  if (!line) return <span class="small">{t(words.notOwed)}</span>;
  const said = t(dutyStatusWords[line.status]);
  return (
    <button
      class={`matrix-field tone-${dutyTone[line.status]}`}
      type="button"
      aria-label={`${label}: ${said}`}
      onClick={onOpen}
    >
      {said}
    </button>
  );
}
