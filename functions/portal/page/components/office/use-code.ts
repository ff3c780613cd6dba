import { useRef, useState } from 'preact/hooks';
import { deciding as words } from '../../../../../shared/wording/page-desk.ts';
import { codeNeeded } from '../../deciding.ts';
import { useWords } from '../../page-context.ts';
import { useTroubleWords } from '../trouble.tsx';

/** Does what takes a code: where this device has none it waits for one, and then does it. */
export function useCode() {
  const { t } = useWords();
  const trouble = useTroubleWords();
  const waiting = useRef<(() => Promise<void>) | null>(null);
  const [asking, setAsking] = useState(false);
  const [running, setRunning] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  /** @param told hears why it failed, where no code mends it */
  async function doWithCode(
    work: () => Promise<void>,
    told: (why: string, error: unknown) => void,
  ): Promise<void> {
    const attempt = async () => {
      const entered = waiting.current !== null;
      setRunning(true);
      try {
        await work();
        close();
      } catch (error) {
        const code = codeNeeded(error, entered);
        if (code === 'enter') {
          waiting.current = attempt;
          setAsking(true);
        } else if (code === 'not-kept') setFault(t(words.codeNotKept));
        else {
          close();
          told(trouble(error), error);
        }
      } finally {
        setRunning(false);
      }
    };
    await attempt();
  }

  function close(): void {
    waiting.current = null;
    setAsking(false);
    setFault(null);
  }

  const entered = async () => waiting.current?.();
  return { doWithCode, asking, running, fault, entered, close };
}
