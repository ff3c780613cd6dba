import { useRef, useState } from 'preact/hooks';
import { mostUnits } from '../../../../../shared/vocabulary/most-units.ts';
import { deciding as words } from '../../../../../shared/wording/page-deciding.ts';
import { afterAsking, askFor, type Choice, codeNeeded, decideAll, type Result } from '../../deciding.ts';
import { useDependencies, useWords } from '../../page-context.ts';
import { useTroubleWords } from '../trouble.tsx';

/** Deciding, step by step: asked, perhaps a code, and what came of it; what failed can be asked for again. */
export function useDeciding(choice: Choice, onDecided: (decided: readonly string[]) => void) {
  const { api } = useDependencies();
  const { t } = useWords();
  const trouble = useTroubleWords();
  const underWay = useRef(false);
  const [step, setStep] = useState<'ask' | 'code' | 'done'>('ask');
  const [fault, setFault] = useState<string | null>(null);
  /** How many units are through; null while nothing is decided. */
  const [progress, setProgress] = useState<number | null>(null);
  const [result, setResult] = useState<Result | null>(null);

  async function decide(about: readonly string[]): Promise<void> {
    if (underWay.current) return;
    underWay.current = true;
    setFault(null);
    setProgress(0);
    try {
      const found = await decideAll(
        (batch) => askFor(api, choice, batch),
        about,
        setProgress,
        batchOf(choice),
      );
      setResult((held) => afterAsking(held, found));
      setStep('done');
      onDecided(found.decided);
    } catch (error) {
      const code = codeNeeded(error, step === 'code');
      if (code === 'enter') setStep('code');
      else {
        // The code is spent, and no other would help: back to what can be changed.
        if (code === null && step === 'code') setStep(result ? 'done' : 'ask');
        setFault(code === 'not-kept' ? t(words.codeNotKept) : trouble(error));
      }
    } finally {
      underWay.current = false;
      setProgress(null);
    }
  }

  return { decide, step, setStep, fault, setFault, progress, result };
}

/** A unit in several periods is as many decisions. */
function batchOf(choice: Choice): number {
  const periods = choice.kind === 'prolong' ? choice.periods.length : 1 + alsoIn(choice).length;
  return Math.ceil(mostUnits / periods);
}

function alsoIn(choice: Choice): readonly string[] {
  return ('also' in choice && choice.also) || [];
}
