import { useState } from 'preact/hooks';
import { frame } from '../../../../../shared/wording/page.ts';
import { comingKinds, coming as words } from '../../../../../shared/wording/page-coming.ts';
import type { Coming } from '../../../contract/coming.ts';
import { useAnswer, useTime, useWords } from '../../page-context.ts';
import { Trouble } from '../trouble.tsx';

/** What the schedule will send by itself; asked for when somebody unfolds it. */
export function ComingPanel() {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details class="panel coming no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t(words.title)}</summary>
      {open && <ComingMails />}
    </details>
  );
}

function ComingMails() {
  const { t } = useWords();
  const { dateTime } = useTime();
  const answer = useAnswer((api) => api.ask<Coming>('coming', ['mails', 'byHand']), 'coming');
  if (answer.error !== null) return <Trouble error={answer.error} onRetry={answer.reload} />;
  if (answer.value === null) return <p class="loading">{t(frame.loading)}</p>;
  const { mails, byHand } = answer.value;
  return (
    <>
      <p class="small">{t(words.lead)}</p>
      {mails.length === 0 && <p>{t(words.none)}</p>}
      <ul class="notes">
        {mails.map(({ at, kind, periods, count, to }) => (
          <li key={`${at}/${kind}/${periods.join()}`}>
            <p>
              <strong>{dateTime(at)}</strong> {t(comingKinds[kind])}{' '}
              <span class="period">{periods.join(', ')}</span>
            </p>
            <p class="small">
              {t(words.to, { count, to: to.join(', ') })}
              {count > to.length && '…'}
            </p>
          </li>
        ))}
      </ul>
      {byHand.length > 0 && <p class="small">{t(words.byHand, { whom: byHand.join(', ') })}</p>}
    </>
  );
}
