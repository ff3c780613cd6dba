import { coming } from '../../../../../../shared/wording/page-coming.ts';
import type { NextReminder as Foretold } from '../../../../contract/coming.ts';
import { useAnswer, useTime, useWords } from '../../../page-context.ts';

/** When whoever is held back until the end of a day would be reminded again: seldom on the very next one. */
export function NextReminder({ after, reminders }: { after: string; reminders: readonly string[] }) {
  const { today } = useTime();
  return <Said next={reminders.find((at) => today(Date.parse(at)) > after) ?? null} />;
}

/** When whoever is given until the end of a day would be reminded first: by its own day, not by that of the others. */
export function OwnReminder({ period, until }: { readonly period: string; readonly until: string }) {
  const at = `periods/${encodeURIComponent(period)}/reminders/${until}`;
  const { value } = useAnswer((api) => api.ask<Foretold>(at, ['next']), at);
  return value && <Said next={value.next} />;
}

function Said({ next }: { readonly next: string | null }) {
  const { t } = useWords();
  const { dateTime } = useTime();
  return (
    <p class="field-hint" role="status">
      {next === null ? (
        t(coming.noReminder)
      ) : (
        <>
          {t(coming.nextReminder)} <strong>{dateTime(next) ?? next}</strong>
        </>
      )}
    </p>
  );
}
