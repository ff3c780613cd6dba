import { useDependencies, useWords } from '../../../page-context.ts';
import { HandOut } from '../../hand-out.tsx';
import { runFileWords } from '../run-files.ts';

/** The documents of a draft, to be opened before it is signed. */
export function DraftFiles({ run, files }: { run: string; files: readonly string[] }) {
  const { api } = useDependencies();
  const { t } = useWords();
  return (
    <div class="button-row no-print">
      {files.map((file) => (
        <HandOut key={file} class="button file-button" find={() => api.runFile(run, file)}>
          {t(runFileWords(file))} <span class="extension">{file.endsWith('.xlsx') ? '.xlsx' : '.docx'}</span>
        </HandOut>
      ))}
    </div>
  );
}
