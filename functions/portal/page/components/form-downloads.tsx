import { useState } from 'preact/hooks';
import { duty as words } from '../../../../shared/wording/page.ts';
import { useDependencies, useWords } from '../page-context.ts';
import { saveAs } from '../save-as.ts';
import { useTroubleWords } from './trouble.tsx';

type Download =
  | { kind: 'none' }
  | { kind: 'running' }
  | { kind: 'done'; file: string }
  | { kind: 'failed'; why: unknown };

/** The form to fill in. It needs the link's token in a header, so it is fetched and then handed to the browser. */
export function FormDownloads({ period }: { period: string }) {
  const { api } = useDependencies();
  const { t } = useWords();
  const trouble = useTroubleWords();
  const [download, setDownload] = useState<Download>({ kind: 'none' });

  async function fetchForm(extension: 'xlsx' | 'docx'): Promise<void> {
    setDownload({ kind: 'running' });
    try {
      const form = await api.form(period, extension);
      saveAs(form);
      setDownload({ kind: 'done', file: form.fileName });
    } catch (why) {
      setDownload({ kind: 'failed', why });
    }
  }

  const running = download.kind === 'running';
  return (
    <section class="panel no-print">
      <h2>{t(words.form)}</h2>
      <p class="small">{t(words.formLead)}</p>
      <div class="button-stack">
        <button class="button file-button" type="button" disabled={running} onClick={() => fetchForm('xlsx')}>
          {t(words.downloadXlsx)} <span class="extension">.xlsx</span>
        </button>
        <button class="button file-button" type="button" disabled={running} onClick={() => fetchForm('docx')}>
          {t(words.downloadDocx)} <span class="extension">.docx</span>
        </button>
      </div>
      <p class={download.kind === 'failed' ? 'field-fault' : 'field-hint'} role="status">
        {running && t(words.downloading)}
        {download.kind === 'done' && t(words.downloaded, { file: download.file })}
        {download.kind === 'failed' && trouble(download.why)}
      </p>
    </section>
  );
}
