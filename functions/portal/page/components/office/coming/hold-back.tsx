/** Of a reminder to come: whom the office holds back from it, and the way to hold back more. */
import { useEffect, useState } from 'preact/hooks';
import { coming as words } from '../../../../../../shared/wording/page-coming.ts';
import type { Coming } from '../../../../contract/coming.ts';
import { useTime, useWords } from '../../../page-context.ts';
import { toggled } from '../../../toggled.ts';
import { shortDay } from '../../../words.ts';
import type { Action } from '../action.ts';
import { useDecisionName } from '../unit/decision-record.tsx';

interface Props {
  readonly mail: Coming['mails'][number];
  readonly onAct: (action: Action) => void;
}

/** Whom the office has held back, until when, and the way to take it back. */
export function HeldBack({ mail, onAct }: { mail: Props['mail']; onAct: Props['onAct'] | null }) {
  const { t } = useWords();
  const { dateTime } = useTime();
  const nameOf = useDecisionName();
  const { held, heldCount, periods, titles } = mail;
  const [period = '', title = ''] = [periods[0], titles[0]];
  if (heldCount === 0) return null;
  return (
    <>
      <p class="small">{t(words.held, { count: heldCount })}</p>
      <ul class="held-back">
        {held.map(({ unit, until, decision, others = [] }) => (
          <li key={unit.code}>
            {t(words.heldUntil, { unit: unit.name, until: shortDay(until) })}
            {others.length > 0 && (
              <span class="field-warning">
                {' '}
                {t(words.heldFromOne, {
                  mails: others
                    .map(({ at, titles: of }) => `${dateTime(at) ?? at} (${of.join('; ')})`)
                    .join(', '),
                })}
              </span>
            )}{' '}
            {onAct && (
              <button
                class="button small-button"
                type="button"
                aria-label={t(words.remindAgainLabel, { unit: unit.name })}
                onClick={() => {
                  const name = nameOf({ kind: 'hold-reminders', until });
                  const undone = { decision, name, forAll: false };
                  onAct({ kind: 'undo', period, title, units: [unit], undone });
                }}
              >
                {t(words.remindAgain)}
              </button>
            )}
          </li>
        ))}
        {heldCount > held.length && <li>…</li>}
      </ul>
    </>
  );
}

/** Chooses among the units that the mail goes to; of one that tells of several periods, one button each. */
export function HoldBack({ mail, mails, onAct }: Props & { readonly mails: Coming['mails'] }) {
  const { t } = useWords();
  const { units, unitCount, periods, titles } = mail;
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  // Whoever was held back, and is reminded again, comes back as one whom nobody chose.
  useEffect(() => {
    const codes = new Set(units.map(({ code }) => code));
    setPicked((held) => new Set([...held].filter((code) => codes.has(code))));
  }, [units]);
  if (units.length === 0) return null;
  const chosen = units.filter(({ code }) => picked.has(code));

  return (
    <details class="hold-back">
      <summary>{t(words.stop)}</summary>
      <fieldset>
        <legend class="unseen">{t(words.stopWhom)}</legend>
        {units.map(({ code, name }) => (
          <label key={code}>
            <input
              type="checkbox"
              checked={picked.has(code)}
              onChange={() => setPicked(toggled(picked, code))}
            />{' '}
            {name}
          </label>
        ))}
      </fieldset>
      {unitCount > units.length && <p class="small">{t(words.stopMore)}</p>}
      {chosen.length === 0 && <p class="small">{t(words.stopNobody)}</p>}
      <div class="button-row">
        {(chosen.length === 0 ? [] : periods).map((period, n) => (
          <button
            key={period}
            class="button small-button"
            type="button"
            onClick={() =>
              onAct({
                kind: 'hold-reminders',
                period,
                title: titles[n] ?? period,
                units: chosen,
                reminders: mails.flatMap(({ kind, at, periods: of, units: to, unitCount: all }) =>
                  // Others may have days of their own, on which these are not reminded.
                  kind === 'reminder' &&
                  of.includes(period) &&
                  (all > to.length || to.some(({ code }) => picked.has(code)))
                    ? [at]
                    : [],
                ),
              })
            }
          >
            {t(words.stopChosen, { count: chosen.length, title: titles[n] ?? period })}
          </button>
        ))}
      </div>
    </details>
  );
}
