import { duty as words } from '../../../../shared/wording/page.ts';
import type { DutyDetail } from '../../contract/duties.ts';
import { useWords } from '../page-context.ts';
import { FigureCell } from './verdict/figure.tsx';

/** The indicators with last period's figures, and the checks that a report will meet: folded, before anything is sent. */
export function WhatIsAsked({ duty }: { duty: DutyDetail }) {
  const { t } = useWords();
  if (duty.indicators.length === 0 && duty.checks.length === 0) return null;
  return (
    <div class="folds no-print">
      {duty.indicators.length > 0 && (
        <details>
          <summary>{t(words.indicators, { count: duty.indicators.length })}</summary>
          <Indicators duty={duty} />
        </details>
      )}
      {duty.checks.length > 0 && (
        <details>
          <summary>{t(words.checks, { count: duty.checks.length })}</summary>
          <ul class="checks">
            {duty.checks.map(({ id, message }) => (
              <li key={id}>
                {message} <span class="small">({id})</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Indicators({ duty }: { duty: DutyDetail }) {
  const { t } = useWords();
  const previous = new Map(duty.previous.map((line) => [line.indicator, line]));
  const hasPrevious = previous.size > 0;
  return (
    <div>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{t(words.indicator)}</th>
            <th scope="col" class="measure">
              {t(words.unitOfMeasure)}
            </th>
            {hasPrevious && (
              <>
                <th scope="col" class="figure">
                  {t(words.previous)}
                </th>
                <th scope="col" class="figure">
                  {t(words.previousCumulative)}
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {duty.indicators.map(({ code, name, unitOfMeasure }) => (
            <tr key={code}>
              <th scope="row">
                <code>{code}</code> {name}
              </th>
              <td class="measure" data-name={t(words.unitOfMeasure)}>
                {unitOfMeasure}
              </td>
              {hasPrevious && (
                <>
                  <FigureCell value={previous.get(code)?.value ?? null} name={t(words.previous)} />
                  <FigureCell
                    value={previous.get(code)?.cumulative ?? null}
                    name={t(words.previousCumulative)}
                  />
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
