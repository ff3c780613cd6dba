import { givenHours as words } from '../../../../../shared/wording/page-first-view.ts';
import type { OfficePeriod } from '../../../contract/office.ts';
import { type BoardLine, pressesOf } from '../../board.ts';
import { useTime, useWords } from '../../page-context.ts';
import type { Action } from './action.ts';

interface Props {
  readonly period: OfficePeriod;
  readonly lines: readonly BoardLine[];
  /** Whether every unit is there: hours are taken back of all who got them. */
  readonly whole: boolean;
  readonly onAct: (action: Action) => void;
}

/** The hours that were given and hold, to be taken back at one press as they were given. */
export function GivenHours({ period: { period, title }, lines, whole, onAct }: Props) {
  const { t } = useWords();
  const { dateTime } = useTime();
  const presses = pressesOf(lines);
  if (presses.length === 0) return null;
  return (
    <section class="given-hours">
      <h4>{t(words.given)}</h4>
      <ul class="notes">
        {presses.map(({ press, hours, decidedAt, units }) => (
          <li key={press}>
            <p>{t(words.press, { hours, count: units.length, time: dateTime(decidedAt) ?? decidedAt })}</p>
            <button
              class="button small-button"
              type="button"
              disabled={!whole}
              onClick={() =>
                onAct({
                  kind: 'undo',
                  period,
                  title,
                  units,
                  undone: { decision: press, name: t(words.undone, { hours }), forAll: false },
                })
              }
            >
              {t(words.undo, { count: units.length })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
