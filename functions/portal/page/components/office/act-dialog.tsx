import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { deciding } from '../../../../../shared/wording/page-deciding.ts';
import type { Overview } from '../../api.ts';
import { codeNeeded } from '../../deciding.ts';
import { useWords } from '../../page-context.ts';
import { DialogFoot } from '../dialog-foot.tsx';
import { ReasonField } from '../reason-fields.tsx';
import { useTroubleWords } from '../trouble.tsx';
import { type Missing, useMissing } from '../use-missing.ts';
import { CodeStep } from './code-step.tsx';
import { Told } from './outcome.tsx';

interface Props {
  readonly title: string;
  /** What comes of it and whom it reaches. */
  readonly consequence: string;
  readonly confirm: string;
  readonly overview: Overview;
  /** What asks for it, or what is missing. */
  readonly act: () => ((reason: string) => Promise<unknown>) | Missing;
  /** Said once it is on record. */
  readonly done: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
  /** Fields besides the reason, each with what it lacks. */
  readonly children?: (faultAt: ReturnType<typeof useMissing>['faultAt']) => ComponentChildren;
}

/** Something the office does by a press: its fields, the reason, the code where this device has none, and that it is on record. */
export function ActDialog({
  title,
  consequence,
  confirm,
  overview,
  act,
  done,
  onDone,
  onClose,
  children,
}: Props) {
  const { t } = useWords();
  const trouble = useTroubleWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState('');
  const [step, setStep] = useState<'ask' | 'code' | 'done'>('ask');
  const [running, setRunning] = useState(false);
  const asked = useRef<() => Promise<unknown>>(async () => undefined);
  const [fault, setFault] = useState<string | null>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const { lacks, faultAt, onInput } = useMissing(dialog);

  function submit(event: Event): void {
    event.preventDefault();
    const wanted = act();
    if (typeof wanted !== 'function') lacks(wanted);
    else if (reason.trim() === '') lacks({ field: 'reason', said: t(deciding.reasonMissing) });
    else {
      asked.current = () => wanted(reason.trim());
      void ask();
    }
  }

  async function ask(): Promise<void> {
    setFault(null);
    setRunning(true);
    try {
      await asked.current();
      setStep('done');
      onDone();
    } catch (error) {
      const code = codeNeeded(error, step === 'code');
      // Where no other code would help, back to what can be changed.
      if (code !== 'not-kept') setStep(code === 'enter' ? 'code' : 'ask');
      if (code !== 'enter') setFault(code === null ? trouble(error) : t(deciding.codeNotKept));
    } finally {
      setRunning(false);
    }
  }

  const close = () => dialog.current?.close();
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="decision-question" onClose={onClose}>
      {step === 'ask' && (
        <form {...{ onInput }} onSubmit={submit} noValidate>
          <h2 id="decision-question">{title}</h2>
          {children?.(faultAt)}
          <ReasonField
            label={t(deciding.reason)}
            reason={reason}
            hint={t(deciding.reasonHint)}
            fault={faultAt('reason')}
            onReason={setReason}
          />
          <DialogFoot reaches={consequence} fault={fault} onClose={close}>
            <button class="button primary" type="submit" disabled={running}>
              {overview.device === null ? t(deciding.goOn) : confirm}
            </button>
          </DialogFoot>
        </form>
      )}
      {step === 'code' && <CodeStep onEntered={ask} {...{ running, confirm, fault }} onClose={close} />}
      {step === 'done' && <Told heading={done} onClose={close} />}
    </dialog>
  );
}
