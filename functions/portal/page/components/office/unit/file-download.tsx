import { useState } from 'preact/hooks';
import { unitFile as words } from '../../../../../../shared/wording/page-unit-file.ts';
import type { OfficeDownload } from '../../../../contract/desk.ts';
import { useDependencies, useWords } from '../../../page-context.ts';
import { Fault } from '../../fault.tsx';
import { useTroubleWords } from '../../trouble.tsx';

interface DownloadProps {
  readonly unit: string;
  readonly uploadId: string;
  readonly which: 'file' | 'annotated';
  readonly fileName: string;
  readonly name: string;
}

/** Hands out a unit's file; where something in it can act by itself, or nobody looked, that is said first. */
export function FileDownload({ unit, uploadId, which, fileName, name }: DownloadProps) {
  const { api } = useDependencies();
  const { t } = useWords();
  const trouble = useTroubleWords();
  const [held, setHeld] = useState<OfficeDownload | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  async function ask(): Promise<void> {
    setFault(null);
    const at = `units/${encodeURIComponent(unit)}/uploads/${encodeURIComponent(uploadId)}/${which}`;
    try {
      const answer = await api.ask<OfficeDownload>(at, ['url', 'active']);
      if (answer.examined && answer.active.length === 0) location.assign(answer.url);
      else setHeld(answer);
    } catch (error) {
      setFault(trouble(error));
    }
  }
  return (
    <>
      <button
        class="button small-button"
        type="button"
        aria-label={`${name}: ${fileName}`}
        onClick={() => void ask()}
      >
        {name}
      </button>
      {held && (
        <div class="notice tone-bad active-content" role="alert">
          <p>{held.examined ? t(words.active, { what: held.active.join(', ') }) : t(words.unexamined)}</p>
          <a class="button small-button" href={held.url}>
            {t(words.downloadAnyway)}
          </a>
        </div>
      )}
      <Fault said={fault} />
    </>
  );
}
