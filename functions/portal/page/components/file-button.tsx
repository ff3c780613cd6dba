import { useState } from 'preact/hooks';
import type { FileOfUpload } from '../api.ts';
import { useDependencies } from '../page-context.ts';
import { useTroubleWords } from './trouble.tsx';

interface Props {
  readonly uploadId: string;
  readonly which: FileOfUpload;
  readonly name: string;
  /** What it is of, where the name alone would not tell. */
  readonly label?: string;
  readonly class: string;
}

/** Hands out a file of an upload; the bucket answers with an attachment, so this page stays where it is. */
export function FileButton({ uploadId, which, name, label, class: className }: Props) {
  const { api } = useDependencies();
  const trouble = useTroubleWords();
  const [running, setRunning] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  async function download(): Promise<void> {
    setRunning(true);
    setFault(null);
    try {
      location.assign(await api.fileOf(uploadId, which));
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
        {name}
      </button>
      {fault !== null && (
        <span class="field-fault" role="alert">
          {fault}
        </span>
      )}
    </>
  );
}
