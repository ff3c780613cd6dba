import { useRef, useState } from 'preact/hooks';
import { deciding as words } from '../../../../../shared/wording/page-desk.ts';
import { codeNeeded } from '../../deciding.ts';
import { useWords } from '../../page-context.ts';
import { useTroubleWords } from '../trouble.tsx';

interface Attempt {
  readonly work: () => Promise<void>;
  /** Hears why it failed, where no code mends it. */
  readonly told: (why: string, error: unknown) => void;
}

/** Does what takes a code: where this device has none it waits for one, and then does all that waits. */
export function useCode() {
  const { t } = useWords();
  const trouble = useTroubleWords();
  const waiting = useRef<readonly Attempt[]>([]);
  const [asking, setAsking] = useState(false);
  const [underWay, setUnderWay] = useState(0);
  const [fault, setFault] = useState<string | null>(null);

  /** @param entered whether a code was just entered: then another one would not help */
  async function attempt(one: Attempt, entered: boolean): Promise<void> {
    setUnderWay((count) => count + 1);
    try {
      await one.work();
    } catch (error) {
      const code = codeNeeded(error, entered);
      if (code === null) return one.told(trouble(error), error);
      waiting.current = [...waiting.current, one];
      setAsking(true);
      if (code === 'not-kept') setFault(t(words.codeNotKept));
    } finally {
      setUnderWay((count) => count - 1);
    }
  }

  async function entered(): Promise<void> {
    const all = waiting.current;
    waiting.current = [];
    await Promise.all(all.map((one) => attempt(one, true)));
    if (waiting.current.length === 0) close();
  }

  function close(): void {
    waiting.current = [];
    setAsking(false);
    setFault(null);
  }

  const doWithCode = (work: Attempt['work'], told: Attempt['told']) => attempt({ work, told }, false);
  return { doWithCode, asking, running: underWay > 0, fault, entered, close };
}
