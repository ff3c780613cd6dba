import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { deciding as words } from '../../../../../shared/wording/page-deciding.ts';
import { ApiRefused } from '../../api.ts';
import { codeNeeded } from '../../deciding.ts';
import { useWords } from '../../page-context.ts';
import { useTroubleWords } from '../trouble.tsx';
import { CodeStep } from './code-step.tsx';
import { Told } from './outcome.tsx';

/** What waits for a code. */
export interface Attempt {
  readonly work: () => Promise<void>;
  /** Hears why it failed, where no code mends it or none was entered. */
  readonly told: (why: string, error: unknown) => void;
  /** What asked for the code. */
  readonly refusal: unknown;
}

interface Props {
  /** In the order in which they came; each is taken off when its turn comes. */
  readonly waiting: Attempt[];
  /** Whether whoever asked still stands on the page. */
  readonly isHeard: () => boolean;
  readonly onClose: () => void;
}

/** Asks for the code that something waits for, and then does all of it. */
export function CodeDialog({ waiting, isHeard, onClose }: Props) {
  const { t } = useWords();
  const trouble = useTroubleWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [running, setRunning] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  /** Why it failed, where nobody else would say it. */
  const [unheard, setUnheard] = useState<string | null>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  const [asking] = useState(waiting[0]?.refusal);
  // The portal's own sentence: this device may decide, and for this alone its code is too old.
  const why = asking instanceof ApiRefused && asking.code === 'CODE_NOT_FRESH' ? asking.message : undefined;

  async function entered(): Promise<void> {
    setRunning(true);
    setFault(null);
    try {
      for (let one = waiting.shift(); one; one = waiting.shift()) if (!(await isDone(one))) return;
      close();
    } finally {
      setRunning(false);
    }
  }

  /** False where the dialog has to say more. */
  async function isDone(one: Attempt): Promise<boolean> {
    try {
      await one.work();
      return true;
    } catch (error) {
      const isOpen = dialog.current?.open === true;
      if (isOpen && codeNeeded(error, true) !== null) {
        waiting.unshift(one);
        setFault(t(words.codeNotKept));
        return false;
      }
      if (isOpen && !isHeard()) {
        setUnheard(trouble(error));
        return false;
      }
      one.told(trouble(error), error);
      return true;
    }
  }

  /** Whatever still waits was not done. */
  function closed(): void {
    for (const { told, refusal } of waiting.splice(0)) told(trouble(refusal), refusal);
    onClose();
  }

  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="decision-question" onClose={closed}>
      {unheard === null ? (
        <CodeStep {...{ running, why, fault }} onEntered={entered} onClose={close} />
      ) : (
        <Told heading={t(words.none)} onClose={close}>
          <p role="alert">{unheard}</p>
        </Told>
      )}
    </dialog>
  );
}
