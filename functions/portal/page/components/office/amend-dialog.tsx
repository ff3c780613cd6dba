import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { frame } from '../../../../../shared/wording/page.ts';
import { amending as words } from '../../../../../shared/wording/page-amend.ts';
import { deciding } from '../../../../../shared/wording/page-desk.ts';
import type { Amended, AmendRequest } from '../../../contract/amendments.ts';
import type { Overview } from '../../api.ts';
import { codeNeeded } from '../../deciding.ts';
import { useDependencies, useWords } from '../../page-context.ts';
import { ReasonField } from '../reason-fields.tsx';
import { useTroubleWords } from '../trouble.tsx';
import { CodeStep } from './code-step.tsx';

interface Props {
  readonly title: string;
  /** What comes of it and whom it reaches. */
  readonly consequence: string;
  readonly confirm: string;
  readonly overview: Overview;
  /** What is changed, or the sentence that says what is missing. */
  readonly change: () => AmendRequest['change'] | string;
  readonly onDone: () => void;
  readonly onClose: () => void;
  /** The fields of this change. */
  readonly children?: ComponentChildren;
}

/** One change of the regime: its fields, the reason, the code where this device has none, and that it is on record. */
export function AmendDialog({
  title,
  consequence,
  confirm,
  overview,
  change,
  onDone,
  onClose,
  children,
}: Props) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState('');
  const { send, step, running, fault, setFault } = useAmending(onDone);
  useLayoutEffect(() => dialog.current?.showModal(), []);

  const act = async () => {
    const wanted = change();
    if (typeof wanted !== 'string') await send({ change: wanted, reason: reason.trim() });
  };
  function submit(event: Event): void {
    event.preventDefault();
    const wanted = change();
    if (typeof wanted === 'string') setFault(wanted);
    else if (reason.trim() === '') setFault(t(deciding.reasonMissing));
    // Whether this device may decide, the portal knows best: another dialog may just have opened it.
    else void act();
  }

  const close = () => dialog.current?.close();
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="amend-title" onClose={onClose}>
      {step === 'ask' && (
        <form onSubmit={submit} noValidate>
          <h2 id="amend-title">{title}</h2>
          {children}
          <ReasonField
            label={t(deciding.reason)}
            reason={reason}
            hint={t(deciding.reasonHint)}
            onReason={setReason}
          />
          <p class="reaches tone-warn">{consequence}</p>
          <p class="field-fault" role="alert">
            {fault}
          </p>
          <div class="button-row">
            <button class="button primary" type="submit" disabled={running}>
              {overview.device === null ? t(deciding.goOn) : confirm}
            </button>
            <button class="button" type="button" onClick={close}>
              {t(frame.cancel)}
            </button>
          </div>
        </form>
      )}
      {step === 'code' && <CodeStep onEntered={act} running={running} fault={fault} onClose={close} />}
      {step === 'done' && (
        <div class="outcome">
          <h2 id="amend-title">{t(words.done)}</h2>
          <div class="button-row">
            <button class="button primary" type="button" onClick={close}>
              {t(deciding.close)}
            </button>
          </div>
        </div>
      )}
    </dialog>
  );
}

function useAmending(onDone: () => void) {
  const { api } = useDependencies();
  const { t } = useWords();
  const trouble = useTroubleWords();
  const underWay = useRef(false);
  const [step, setStep] = useState<'ask' | 'code' | 'done'>('ask');
  const [running, setRunning] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  async function send(request: AmendRequest): Promise<void> {
    if (underWay.current) return;
    underWay.current = true;
    setRunning(true);
    setFault(null);
    try {
      await api.ask<Amended>('amendments', ['amendment'], request);
      setStep('done');
      onDone();
    } catch (error) {
      const code = codeNeeded(error, step === 'code');
      if (code === 'enter') setStep('code');
      else {
        setStep(code === null ? 'ask' : step);
        setFault(code === 'not-kept' ? t(deciding.codeNotKept) : trouble(error));
      }
    } finally {
      underWay.current = false;
      setRunning(false);
    }
  }
  return { send, step, running, fault, setFault };
}
