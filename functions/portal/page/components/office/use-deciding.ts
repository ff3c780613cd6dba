import { useRef, useState } from 'preact/hooks';
import type { Decided, DecideRequest } from '../../../contract/desk.ts';
import { ApiRefused } from '../../api.ts';
import { type Choice, decideAll, type Result } from '../../deciding.ts';
import { useDependencies } from '../../page-context.ts';
import { useTroubleWords } from '../trouble.tsx';

/** Deciding, step by step: asked, perhaps a code, and what came of it; what failed can be asked for again. */
export function useDeciding(choice: Choice, onDecided: () => void) {
  const { api } = useDependencies();
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
      const ask = (request: DecideRequest) => api.ask<Decided>('decisions', ['outcomes'], request);
      const found = await decideAll(ask, choice, about, setProgress);
      setResult((held) => ({
        decided: [...(held?.decided ?? []), ...found.decided],
        refused: [...(held?.refused ?? []), ...found.refused],
        unknown: found.unknown,
      }));
      setStep('done');
      onDecided();
    } catch (error) {
      if (error instanceof ApiRefused && error.code === 'CODE_NEEDED') setStep('code');
      else setFault(trouble(error));
    } finally {
      underWay.current = false;
      setProgress(null);
    }
  }

  return { decide, step, setStep, fault, setFault, progress, result };
}
