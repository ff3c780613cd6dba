import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { codeNeeded } from '../../deciding.ts';
import { useDialog } from '../dialogs.tsx';
import { useTroubleWords } from '../trouble.tsx';
import { type Attempt, CodeDialog } from './code-dialog.tsx';

/** Does what takes a code: where this device has none a dialog asks for one, and then does all that waits. */
export function useCode() {
  const show = useDialog();
  const trouble = useTroubleWords();
  const [underWay, setUnderWay] = useState(0);
  const waiting = useRef<Attempt[]>([]).current;
  const isHere = useRef(true);
  useEffect(
    () => () => {
      isHere.current = false;
    },
    [],
  );

  async function doWithCode(work: Attempt['work'], told: Attempt['told']): Promise<void> {
    setUnderWay((count) => count + 1);
    try {
      await work();
    } catch (error) {
      if (codeNeeded(error, false) === null) return told(trouble(error), error);
      waiting.push({ work, told, refusal: error });
      if (waiting.length > 1) return;
      show((onClose) => h(CodeDialog, { waiting, isHeard: () => isHere.current, onClose }));
    } finally {
      setUnderWay((count) => count - 1);
    }
  }

  return { doWithCode, running: underWay > 0 };
}
