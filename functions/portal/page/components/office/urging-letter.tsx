import { useState } from 'preact/hooks';
import { urging as words } from '../../../../../shared/wording/page-chase.ts';
import { useDependencies, useWords } from '../../page-context.ts';
import { saveAs } from '../../save-as.ts';
import { Fault } from '../fault.tsx';
import { useTroubleWords } from '../trouble.tsx';

/** The letter to everybody who owes the period, to be signed by the office. */
export function UrgingLetter({ period }: { readonly period: string }) {
  const { api } = useDependencies();
  const { t } = useWords();
  const trouble = useTroubleWords();
  const [running, setRunning] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  async function fetchLetter(): Promise<void> {
    setRunning(true);
    setFault(null);
    try {
      saveAs(await api.officeFile(`urging/${encodeURIComponent(period)}`));
    } catch (error) {
      setFault(trouble(error));
    } finally {
      setRunning(false);
    }
  }
  return (
    <>
      <button
        class="button small-button file-button"
        type="button"
        disabled={running}
        onClick={() => void fetchLetter()}
      >
        {t(words.draft)} <span class="extension">.docx</span>
      </button>
      <Fault said={fault} />
    </>
  );
}
