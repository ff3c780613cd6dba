import { useState } from 'preact/hooks';
import type { Text } from '../../../../../shared/vocabulary/text.ts';
import { frame } from '../../../../../shared/wording/page.ts';
import { toDo as words } from '../../../../../shared/wording/page-desk.ts';
import type { ToDo, ToDoList } from '../../../contract/desk.ts';
import type { OfficePeriod } from '../../../contract/office.ts';
import { type Answer, useTime, useWords } from '../../page-context.ts';
import { useOnPaper } from '../../paper.ts';
import { shortDay } from '../../words.ts';
import type { Tone } from '../chip.tsx';
import { useTroubleWords } from '../trouble.tsx';

const tones: Record<ToDo['kind'], Tone> = {
  upward: 'warn',
  request: 'info',
  bounced: 'bad',
  swapped: 'bad',
  rejected: 'bad',
  unreadable: 'warn',
  totals: 'warn',
  copied: 'warn',
  outlier: 'warn',
  stale: 'bad',
  'stale-draft': 'warn',
};
const buttons: Record<ToDo['kind'], Text> = {
  upward: words.openIssue,
  request: words.answer,
  bounced: words.mendAddress,
  swapped: words.lookAtFile,
  rejected: words.lookAtFile,
  unreadable: words.lookAtFile,
  totals: words.look,
  copied: words.look,
  outlier: words.look,
  stale: words.look,
  'stale-draft': words.look,
};
/** What is seen to where the report is issued. */
const ofPeriod: ReadonlySet<ToDo['kind']> = new Set(['stale', 'stale-draft', 'upward']);
const atFirst = 6;

interface Props {
  /** Whether whoever looks also decides. */
  readonly decides: boolean;
  readonly list: Answer<ToDoList>;
  readonly periods: readonly OfficePeriod[];
  /** Without a unit: the issue of the period's report. */
  readonly onOpen: (period: string, unit: string | null) => void;
}

/** What waits for somebody, the most pressing first. */
export function ToDoPanel({ decides, list: { value, error, reload }, periods, onOpen }: Props) {
  const { t } = useWords();
  const trouble = useTroubleWords();
  const { dateTime } = useTime();
  const [whole, setWhole] = useState(false);
  const { items, total } = value ?? { items: [], total: 0 };
  const isOnPaper = useOnPaper();
  const isWhole = whole || isOnPaper;
  const shown = isWhole ? items : items.slice(0, atFirst);
  const rest = total - shown.length;
  const titleOf = (id: string) => periods.find(({ period }) => period === id)?.title ?? id;
  return (
    <section class="panel to-do" aria-labelledby="to-do-title">
      <h2 id="to-do-title">
        {t(decides ? words.title : words.titleForReaders)} {total > 0 && <span class="count">{total}</span>}
      </h2>
      {error !== null && (
        <div class="notice tone-warn" role="alert">
          <p>{t(value === null ? words.failed : words.old, { why: trouble(error) })}</p>
          <button class="button small-button" type="button" onClick={reload}>
            {t(frame.tryAgain)}
          </button>
        </div>
      )}
      {value === null && error === null && <p class="loading">{t(frame.loading)}</p>}
      {value?.total === 0 && <p class="small">{t(words.nothing)}</p>}
      <ul class="to-do-list">
        {shown.map((item, n) => {
          const { kind, period, unit, other, until, whom, why, fileName, since } = item;
          const sentence = t(words[kind], {
            unit: unit?.name ?? '',
            other: other?.name ?? '',
            until: until === null ? '' : shortDay(until),
            whom: whom ?? '',
          });
          const press = t(decides ? buttons[kind] : words.look);
          return (
            <li key={`${kind}-${period}-${unit?.code}-${n}`} class={`to-do-item tone-${tones[kind]}`}>
              <div>
                <p class="to-do-what">{sentence}</p>
                <p class="small to-do-why">
                  {[titleOf(period), fileName, since === null ? null : dateTime(since), why]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
              {(unit !== null || ofPeriod.has(kind)) && (
                <button
                  class="button small-button no-print"
                  type="button"
                  aria-label={`${press}: ${sentence}`}
                  onClick={() => onOpen(period, unit?.code ?? null)}
                >
                  {press}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {rest > 0 && !isWhole && (
        <button class="button small-button no-print" type="button" onClick={() => setWhole(true)}>
          {t(words.more, { count: rest })}
        </button>
      )}
      {rest > 0 && isWhole && <p class="small">{t(words.beyond, { count: rest })}</p>}
    </section>
  );
}
