import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { extension, nil } from '../../../../shared/wording/page.ts';
import { useWords } from '../page-context.ts';
import { DialogFoot } from './dialog-foot.tsx';
import { DayField, ReasonField } from './reason-fields.tsx';
import { useTroubleWords } from './trouble.tsx';
import { useMissing } from './use-missing.ts';

interface Given {
  readonly reason: string;
  /** yyyy-mm-dd, or empty where none is asked for. */
  readonly day: string;
}

interface Props {
  readonly question: string;
  readonly consequence: string;
  readonly hint: string;
  readonly confirm: string;
  /** The first day that may be asked for, yyyy-mm-dd; null where no day is asked for. */
  readonly earliest: string | null;
  readonly send: (answer: Given) => Promise<void>;
  readonly onDone: (answer: Given) => void;
  readonly onClose: () => void;
}

/** Asks once more before something is recorded, with a reason. The browser's own dialog keeps and returns the focus. */
export function ReasonDialog({
  question,
  consequence,
  hint,
  confirm,
  earliest,
  send,
  onDone,
  onClose,
}: Props) {
  const { t } = useWords();
  const trouble = useTroubleWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const underWay = useRef(false);
  const [reason, setReason] = useState('');
  const [day, setDay] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const { lacks, faultAt, onInput } = useMissing(dialog);

  // Before the next key is taken: Escape must find the dialog open.
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (underWay.current) return;
    if (earliest !== null && day === '') return lacks({ field: 'day', said: t(extension.untilMissing) });
    if (reason.trim() === '') return lacks({ field: 'reason', said: t(nil.reasonMissing) });
    underWay.current = true;
    setSending(true);
    setFault(null);
    try {
      const given = { reason: reason.trim(), day };
      await send(given);
      dialog.current?.close();
      onDone(given);
    } catch (error) {
      setFault(trouble(error));
    } finally {
      underWay.current = false;
      setSending(false);
    }
  }

  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="dialog-question" onClose={onClose}>
      <form {...{ onInput }} onSubmit={submit} noValidate>
        <h2 id="dialog-question">{question}</h2>
        <p>{consequence}</p>
        {earliest !== null && (
          <DayField
            label={t(extension.until)}
            day={day}
            from={earliest}
            fault={faultAt('day')}
            onDay={setDay}
          />
        )}
        <ReasonField
          label={t(nil.reason)}
          reason={reason}
          hint={hint}
          fault={faultAt('reason')}
          onReason={setReason}
        />
        <DialogFoot fault={fault} onClose={() => dialog.current?.close()}>
          <button class="button primary" type="submit" disabled={sending}>
            {sending ? t(nil.sending) : confirm}
          </button>
        </DialogFoot>
      </form>
    </dialog>
  );
}
