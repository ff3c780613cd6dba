import { coming } from '../../../../../../shared/wording/page-coming.ts';
import { useTime, useWords } from '../../../page-context.ts';

/** When whoever is held back until the end of a day would be reminded again: seldom on the very next one. */
export function NextReminder({ after, reminders }: { after: string; reminders: readonly string[] }) {
  const { t } = useWords();
  const { today, dateTime } = useTime();
  const next = reminders.find((at) => today(Date.parse(at)) > after);
  return (
    <p class="field-hint" role="status">
      {next === undefined ? t(coming.noReminder) : t(coming.nextReminder, { time: dateTime(next) ?? next })}
    </p>
  );
}
