import { useRef, useState } from 'preact/hooks';
import { issuing as words } from '../../../../../../shared/wording/page-issue.ts';
import type { OfficeFileMint, OfficeFileRequest } from '../../../../contract/issue.ts';
import { useDependencies, useWords } from '../../../page-context.ts';
import { sha256Of, transfer } from '../../../sending/transfer.ts';
import { TransferRefused } from '../../../sending/transfer-errors.ts';
import type { useCode } from '../use-code.ts';

interface Place {
  readonly path: string;
  readonly run: string;
  readonly doWithCode: ReturnType<typeof useCode>['doWithCode'];
}

/** A file that lies beside the edition now, by its sum. */
export interface StoredFile {
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
}

/** Stores a chosen file beside the edition; choosing another takes its place. */
export function useOfficeFile({ path, run, doWithCode }: Place, kind: OfficeFileRequest['kind']) {
  const { api } = useDependencies();
  const { t } = useWords();
  const [file, setFile] = useState<StoredFile | null>(null);
  const [sending, setSending] = useState<{ readonly file: string; readonly percent: number } | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const newest = useRef<File | null>(null);

  async function choose(chosen: File): Promise<void> {
    newest.current = chosen;
    setFile(null);
    setFault(null);
    await doWithCode(
      // It may begin twice: once more when the code is there.
      async () => {
        setSending({ file: chosen.name, percent: 0 });
        try {
          const about = { fileName: chosen.name, size: chosen.size, sha256: await sha256Of(chosen) };
          const mint = await api.ask<OfficeFileMint>(`${path}/files`, ['url', 'headers'], {
            kind,
            run,
            ...about,
          });
          await store(mint, chosen, (percent) => setSending({ file: chosen.name, percent }));
          if (newest.current === chosen) setFile(about);
        } finally {
          setSending(null);
        }
      },
      (why) => setFault(t(words.notTaken, { file: chosen.name, why })),
    );
  }

  return { file, sending, fault, choose };
}

/** Throws TransferLost or TransferRefused. The same bytes may lie there already: then all is well. */
async function store(mint: OfficeFileMint, file: File, progress: (percent: number) => void): Promise<void> {
  try {
    const told = (sent: number) => progress(Math.floor((100 * sent) / Math.max(1, file.size)));
    await transfer(mint, file, told, new AbortController().signal);
  } catch (error) {
    if (!(error instanceof TransferRefused && error.status === 412)) throw error;
  }
}
