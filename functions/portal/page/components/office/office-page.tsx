import { useEffect } from 'preact/hooks';
import { frame } from '../../../../../shared/wording/page.ts';
import { office as words } from '../../../../../shared/wording/page-office.ts';
import { isUntouched, orderPeriods } from '../../office-order.ts';
import { useAnswer, useFocusOn, useWords, ZoneContext } from '../../page-context.ts';
import { dateTime } from '../../words.ts';
import { Frame } from '../frame.tsx';
import { Trouble } from '../trouble.tsx';
import { OfficePeriod } from './office-period.tsx';

/** What an office's link opens: every open period, what its units stand at, and the consolidated reports. */
export function OfficePage() {
  const { t } = useWords();
  const overview = useAnswer((api) => api.office(), 'office');
  const seen = overview.value;
  const heading = useFocusOn<HTMLHeadingElement>(seen === null);
  useEffect(() => {
    document.title = [t(words.title), seen?.regime].filter(Boolean).join(' · ');
  });
  return (
    <Frame visitor={seen?.recipient ?? null} view="office">
      {overview.error !== null && <Trouble error={overview.error} onRetry={overview.reload} />}
      {seen === null && overview.error === null && <p class="loading">{t(frame.loading)}</p>}
      {seen && (
        <>
          <div class="title-row">
            <h1 ref={heading} tabIndex={-1}>
              {seen.regime}
            </h1>
            <div class="office-as-of">
              <p class="lead">
                {t(words.asOf, { time: dateTime(new Date(seen.now).toISOString(), seen.timeZone) ?? '' })}
              </p>
              <div class="button-row no-print">
                <button class="button small-button" type="button" onClick={overview.reload}>
                  {t(words.refresh)}
                </button>
                <button class="button small-button" type="button" onClick={() => print()}>
                  {t(words.print)}
                </button>
              </div>
            </div>
          </div>
          {seen.periods.length === 0 && <p class="panel">{t(words.none)}</p>}
          <div class="office-periods">
            <ZoneContext.Provider value={seen.timeZone}>
              {orderPeriods(seen.periods).map((period) => (
                <OfficePeriod
                  key={period.period}
                  period={period}
                  now={seen.now}
                  folded={isUntouched(period)}
                />
              ))}
            </ZoneContext.Provider>
          </div>
        </>
      )}
    </Frame>
  );
}
