import { frame } from '../../../../../../shared/wording/page.ts';
import { comingKinds, coming as words } from '../../../../../../shared/wording/page-coming.ts';
import type { Coming } from '../../../../contract/coming.ts';
import type { Overview } from '../../../api.ts';
import { useAnswer, useReloadAt, useTime, useWords } from '../../../page-context.ts';
import { capitalised, longDay } from '../../../words.ts';
import { Trouble } from '../../trouble.tsx';
import type { Action } from '../action.ts';
import { HeldBack, HoldBack } from './hold-back.tsx';

export interface ComingProps {
  readonly overview: Overview;
  /** How often something was decided since the page was opened: it is asked for anew then. */
  readonly changes: number;
  readonly onAct: (action: Action) => void;
}

const twoWeeks = 14 * 86_400_000;

/** The mails that the schedule will send, and whom the office holds back from them. */
export function ComingMails({ overview, changes, onAct }: ComingProps) {
  const { t } = useWords();
  const answer = useAnswer((api) => api.ask<Coming>('coming', ['mails', 'byHand']), 'coming');
  useReloadAt(changes, answer.reload);
  const trouble = answer.error !== null && <Trouble error={answer.error} onRetry={answer.reload} />;
  if (answer.value === null) return trouble || <p class="loading">{t(frame.loading)}</p>;
  const { mails, byHand, unreminded } = answer.value;
  const isSoon = ({ at }: Mail) => Date.parse(at) <= overview.now + twoWeeks;
  const later = mails.filter((each) => !isSoon(each));
  const stops = overview.role === 'decides' ? onAct : null;
  return (
    <>
      {trouble}
      <p class="small">{t(words.lead)}</p>
      {mails.length === 0 && <p>{t(words.none)}</p>}
      <MailList mails={mails.filter(isSoon)} all={mails} onAct={stops} />
      {later.length > 0 && (
        <details>
          <summary>{t(words.later, { count: later.length })}</summary>
          <MailList mails={later} all={mails} onAct={stops} />
        </details>
      )}
      {unreminded.length > 0 && <p class="small">{t(words.unreminded, { whom: unreminded.join('; ') })}</p>}
      {byHand.length > 0 && <p class="small">{t(words.byHand, { whom: byHand.join('; ') })}</p>}
    </>
  );
}

type Mail = Coming['mails'][number];

interface ListProps {
  readonly mails: readonly Mail[];
  /** With those that stand elsewhere. */
  readonly all: Coming['mails'];
  /** Null where whoever looks decides nothing. */
  readonly onAct: ComingProps['onAct'] | null;
}

/** Few get them, and the title names them. */
const officeKinds: ReadonlySet<Mail['kind']> = new Set(['chase', 'interim', 'final']);

function MailList({ mails, all, onAct }: ListProps) {
  const { t, language } = useWords();
  const { dateTime, today } = useTime();
  return (
    <ul class="notes">
      {mails.map((mail) => {
        const { at, kind, periods, titles, count, to, keptCount, kept } = mail;
        const isToOffice = officeKinds.has(kind);
        const named = count > 0 ? to : kept;
        const whom = named.join('; ') + (Math.max(count, keptCount) > named.length ? '…' : '');
        return (
          <li key={`${at}/${kind}/${periods.join()}`}>
            <p>
              <strong>
                {capitalised(longDay(today(Date.parse(at)), language))} {dateTime(at)?.slice(-5)}
              </strong>{' '}
              {t(comingKinds[kind], { to: whom })}: {titles.join('; ')}
            </p>
            {count > 0 && !isToOffice && (
              <p class="small">
                {t(words.to, { count, to: to.join('; ') })}
                {count > to.length && '…'}
              </p>
            )}
            {keptCount > 0 && (
              <p class="field-warning">
                {t(words.kept, { count: keptCount, to: kept.join('; ') })}
                {keptCount > kept.length && '…'}
              </p>
            )}
            <HeldBack {...{ mail, onAct }} />
            {onAct && <HoldBack {...{ mail, onAct }} mails={all} />}
          </li>
        );
      })}
    </ul>
  );
}
