import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { frame } from '../../../../../shared/wording/page.ts';
import { deciding } from '../../../../../shared/wording/page-desk.ts';
import type { Overview } from '../../api.ts';
import { useWords } from '../../page-context.ts';
import { ReasonField } from '../reason-fields.tsx';
import { CodeStep } from './code-step.tsx';
import { useCode } from './use-code.ts';

/** What keeps it from being asked for, and the field in which it is mended. */
export interface Missing {
  readonly said: string;
  readonly field: string;
}

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
  /** Fields besides the reason. */
  readonly children?: ComponentChildren;
}

/** Something the office does by a press: its fields, the reason, the code where this device has none, and that it is on record. */
export function ActDialog({
  title,
  consequence,
  confirm,
  overview,
  act,
  done: doneWords,
  onDone,
  onClose,
  children,
}: Props) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState('');
  const code = useCode();
  const [fault, setFault] = useState<string | null>(null);
  const [done, setDone] = useState(false);
  useLayoutEffect(() => dialog.current?.showModal(), []);

  function submit(event: Event): void {
    event.preventDefault();
    const wanted = act();
    if (typeof wanted !== 'function') say(wanted);
    else if (reason.trim() === '') say({ said: t(deciding.reasonMissing), field: 'textarea' });
    else ask(() => wanted(reason.trim()));
  }

  function ask(wanted: () => Promise<unknown>): void {
    setFault(null);
    void code.doWithCode(async () => {
      await wanted();
      setDone(true);
      onDone();
    }, setFault);
  }

  /** Says what is missing, and puts the focus there. */
  function say({ said, field }: Missing): void {
    setFault(said);
    dialog.current?.querySelector<HTMLElement>(field)?.focus();
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
          <h2 id="decision-question">{doneWords}</h2>
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
