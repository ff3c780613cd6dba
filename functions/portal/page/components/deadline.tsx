import { duties } from '../../../../shared/wording/page.ts';
import { useTime, useWords } from '../page-context.ts';
import { weekdayOf } from '../words.ts';

/** The deadline in Vietnam's time and, while something is still owed, how far away it is. */
export function Deadline({ due, now, open }: { due: string | null; now: number; open: boolean }) {
  const { t, language } = useWords();
  const { daysUntil, dateTime, today } = useTime();
  const days = due === null ? null : daysUntil(due, now);
  const over = due !== null && Date.parse(due) < now;
  return (
    <p class="deadline">
      <span class="deadline-label">{t(duties.due)}</span>{' '}
      <span>
        <strong>{due === null ? t(duties.noDue) : (dateTime(due) ?? due)}</strong>
        {due !== null && `, ${weekdayOf(today(Date.parse(due)), language)}`}
      </span>
      {open && days !== null && <span class={over ? 'days over' : 'days'}>{daysText()}</span>}
    </p>
  );

  function daysText(): string {
    const distance = Math.abs(days ?? 0);
    if (over) {
      if (distance === 0) return t(duties.justOver);
      return distance === 1 ? t(duties.oneDayOver) : t(duties.daysOver, { days: distance });
    }
    if (distance === 0) return t(duties.lastDay);
    return distance === 1 ? t(duties.oneDayLeft) : t(duties.daysLeft, { days: distance });
  }
}
