import { extension, nil } from '../../../../shared/wording/page.ts';
import type { DutyDetail } from '../../contract/duties.ts';
import { useDependencies, useTime, useWords } from '../page-context.ts';
import { shortDay } from '../words.ts';
import { useDialog } from './dialogs.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

/** What a unit can say without a file: that there is nothing to report, or that it needs more time. */
export function Declarations({
  duty,
  now,
  onRecorded,
}: {
  duty: DutyDetail;
  /** The server's clock, ms since 1970. */
  now: number;
  onRecorded: (sentence: string) => void;
}) {
  const { api } = useDependencies();
  const { t } = useWords();
  const { dateTime, dayAfter } = useTime();
  const { lockedSince } = duty;
  // A plan is owed whatever happens; nothing is declared of a period that is closed.
  const mayBeNil = duty.kind !== 'plan' && lockedSince === null;
  const show = useDialog();

  const declareNil = () =>
    show((onClose) => (
      <ReasonDialog
        question={t(nil.question, { title: duty.title })}
        consequence={t(nil.consequence)}
        hint={t(nil.reasonHint)}
        confirm={t(nil.confirm)}
        earliest={null}
        send={({ reason }) => api.declareNil(duty.period, reason)}
        onDone={() => onRecorded(t(nil.recorded))}
        onClose={onClose}
      />
    ));

  const askExtension = () =>
    show((onClose) => (
      <ReasonDialog
        question={t(lockedSince === null ? extension.question : extension.unlockQuestion, {
          title: duty.title,
        })}
        consequence={
          lockedSince === null
            ? t(extension.consequence, { due: dateTime(duty.due ?? '') ?? '—' })
            : t(extension.unlockConsequence, { lock: dateTime(lockedSince) ?? lockedSince })
        }
        hint={t(extension.reasonHint)}
        confirm={t(extension.confirm)}
        earliest={dayAfter(now)}
        send={({ reason, day }) => api.askExtension(duty.period, day, reason)}
        onDone={({ day }) => onRecorded(t(extension.recorded, { until: shortDay(day) }))}
        onClose={onClose}
      />
    ));

  return (
    <section class="panel no-print">
      {mayBeNil && (
        <>
          <h2>{t(nil.open)}</h2>
          <p class="small">{t(nil.lead)}</p>
          <button class="button" type="button" onClick={declareNil}>
            {t(nil.declare)}
          </button>
        </>
      )}
      <h2 class={mayBeNil ? 'next-heading' : undefined}>
        {t(lockedSince === null ? extension.title : extension.unlockTitle)}
      </h2>
      <button class="button" type="button" onClick={askExtension}>
        {t(lockedSince === null ? extension.open : extension.unlockOpen)}
      </button>
    </section>
  );
}
