import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { codeMinutes } from '../../../../../shared/vocabulary/device-code.ts';
import { frame } from '../../../../../shared/wording/page.ts';
import { deciding as words } from '../../../../../shared/wording/page-deciding.ts';
import type { CodeAsked, DeviceOpen } from '../../../contract/desk.ts';
import { ApiRefused } from '../../api.ts';
import { useDependencies, useWords } from '../../page-context.ts';
import { blame } from '../blame.ts';
import { useTroubleWords } from '../trouble.tsx';

interface Props {
  /** Called once this device may decide. */
  readonly onEntered: () => Promise<void>;
  readonly running: boolean;
  /** Why a code is asked for although one was entered; absent where none was. */
  readonly why?: string | undefined;
  /** What is done once it is entered; absent where several things wait for it. */
  readonly confirm?: string;
  /** Of what came after the code. */
  readonly fault: string | null;
  readonly onClose: () => void;
}

/** Has a code mailed, and takes it. The code is kept nowhere, and stands in no address. */
export function CodeStep({ onEntered, running, why, confirm, fault: faultAfter, onClose }: Props) {
  const { api } = useDependencies();
  const { t } = useWords();
  const trouble = useTroubleWords();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);

  async function attempt(work: () => Promise<void>): Promise<void> {
    if (busy || running) return;
    setBusy(true);
    setFault(null);
    try {
      await work();
    } catch (error) {
      setFault(trouble(error));
      if (error instanceof ApiRefused && error.code === 'CODE_WRONG') blame(field.current);
      else field.current?.focus();
    } finally {
      setBusy(false);
    }
  }

  const send = () =>
    attempt(async () => {
      setSentTo((await api.ask<CodeAsked>('codes', ['sentTo'], {})).sentTo);
      setCode('');
      // Drawn by then.
      requestAnimationFrame(() => field.current?.focus());
    });

  function enter(event: Event): void {
    event.preventDefault();
    if (code.replace(/\s/g, '').length !== 6) {
      setFault(t(words.codeMissing));
      blame(field.current);
      return;
    }
    void attempt(async () => {
      await api.ask<DeviceOpen>('device', ['until'], { code });
      await onEntered();
    });
  }

  return (
    <form onSubmit={enter} noValidate>
      <h2 id="decision-question" ref={heading} tabIndex={-1}>
        {t(words.codeTitle)}
      </h2>
      <p>
        {sentTo === null
          ? (why ?? t(words.codeWhy))
          : t(words.codeSent, { to: sentTo, minutes: codeMinutes })}
      </p>
      {sentTo !== null && (
        <label class="field">
          <span class="field-label">{t(words.code)}</span>
          <input
            ref={field}
            class="code-input digits"
            type="text"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={7}
            value={code}
            onInput={(event) => setCode(event.currentTarget.value)}
            required
          />
        </label>
      )}
      <p class="field-fault" role="alert">
        {fault ?? faultAfter}
      </p>
      <div class="button-row">
        {sentTo === null ? (
          <button class="button primary" type="button" disabled={busy} onClick={send}>
            {t(words.codeSend)}
          </button>
        ) : (
          <>
            <button class="button primary" type="submit" disabled={busy || running}>
              {confirm === undefined ? t(words.codeConfirm) : t(words.codeConfirms, { action: confirm })}
            </button>
            <button class="button" type="button" disabled={busy || running} onClick={send}>
              {t(words.codeAgain)}
            </button>
          </>
        )}
        <button class="button" type="button" onClick={onClose}>
          {t(frame.cancel)}
        </button>
      </div>
    </form>
  );
}
