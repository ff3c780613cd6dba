import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type HeldFile, saveAs } from '../save-as.ts';
import { Fault } from './fault.tsx';
import { useTroubleWords } from './trouble.tsx';

interface Props {
  readonly class: string;
  /** What it is of, where its name alone would not tell. */
  readonly label?: string;
  /** The address that hands it out, or the file itself. */
  readonly find: () => Promise<string | HeldFile>;
  readonly children: ComponentChildren;
}

/** Saves a file. The bucket answers with an attachment, so going there leaves this page where it is. */
export function HandOut({ class: className, label, find, children }: Props) {
  const trouble = useTroubleWords();
  const [running, setRunning] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  async function download(): Promise<void> {
    setRunning(true);
    setFault(null);
    try {
      const found = await find();
      if (typeof found === 'string') location.assign(found);
      else saveAs(found);
    } catch (error) {
      setFault(trouble(error));
    } finally {
      setRunning(false);
    }
  }
  return (
    <>
      <button
        class={className}
        type="button"
        aria-label={label}
        disabled={running}
        onClick={() => void download()}
      >
        {children}
      </button>
      <Fault said={fault} />
    </>
  );
}
