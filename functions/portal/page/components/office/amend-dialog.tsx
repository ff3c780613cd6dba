import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { frame } from '../../../../../shared/wording/page.ts';
import { amending as words } from '../../../../../shared/wording/page-amend.ts';
import { deciding } from '../../../../../shared/wording/page-desk.ts';
import type { Amended, AmendRequest } from '../../../contract/amendments.ts';
import type { Overview } from '../../api.ts';
import { useDependencies, useWords } from '../../page-context.ts';
import { ReasonField } from '../reason-fields.tsx';
import { CodeStep } from './code-step.tsx';
import { useCode } from './use-code.ts';

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
  const { api } = useDependencies();
  const code = useCode();
  const [fault, setFault] = useState<string | null>(null);
  const [done, setDone] = useState(false);
  useLayoutEffect(() => dialog.current?.showModal(), []);

  function submit(event: Event): void {
    event.preventDefault();
    const wanted = change();
    const missing =
      typeof wanted === 'string' ? wanted : reason.trim() === '' ? t(deciding.reasonMissing) : null;
    setFault(missing);
    if (typeof wanted === 'string' || missing !== null) return;
    const request: AmendRequest = { change: wanted, reason: reason.trim() };
    void code.doWithCode(async () => {
      await api.ask<Amended>('amendments', ['amendment'], request);
      setDone(true);
      onDone();
    }, setFault);
  }

  const close = () => dialog.current?.close();
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="decision-question" onClose={onClose}>
      {!code.asking && !done && (
        <form onSubmit={submit} noValidate>
          <h2 id="decision-question">{title}</h2>
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
            <button class="button primary" type="submit" disabled={code.running}>
              {overview.device === null ? t(deciding.goOn) : confirm}
            </button>
            <button class="button" type="button" onClick={close}>
              {t(frame.cancel)}
            </button>
          </div>
        </form>
      )}
      {code.asking && (
        <CodeStep
          onEntered={async () => code.entered()}
          running={code.running}
          fault={code.fault}
          onClose={close}
        />
      )}
      {done && (
        <div class="outcome">
          <h2 id="decision-question">{t(words.done)}</h2>
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
