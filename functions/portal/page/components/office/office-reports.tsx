import { useState } from 'preact/hooks';
import { office as words } from '../../../../../shared/wording/page-office.ts';
import type { OfficePeriod } from '../../../contract/office.ts';
import { useDependencies, useTime, useWords } from '../../page-context.ts';
import { useTroubleWords } from '../trouble.tsx';

type Report = OfficePeriod['reports'][number];

/** The consolidated reports of a period, newest first. */
export function OfficeReports({ reports }: { reports: readonly Report[] }) {
  const { t } = useWords();
  if (reports.length === 0) return <p class="small">{t(words.noReport)}</p>;
  return (
    <ul class="office-reports">
      {[...reports].reverse().map((report) => (
        <OfficeReport key={report.run} report={report} />
      ))}
    </ul>
  );
}

function OfficeReport({ report }: { report: Report }) {
  const { api } = useDependencies();
  const { t } = useWords();
  const { dateTime } = useTime();
  const trouble = useTroubleWords();
  const [running, setRunning] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  const issued = report.edition > 1 ? words.edition : words.report;
  const title = report.kind === 'interim' ? words.interim : issued;

  /** The bucket answers with an attachment, so going there saves the file and leaves this page where it is. */
  async function download(file: string): Promise<void> {
    setRunning(true);
    setFault(null);
    try {
      location.assign(await api.runFile(report.run, file));
    } catch (error) {
      setFault(trouble(error));
    } finally {
      setRunning(false);
    }
  }

  return (
    <li class="office-report">
      <p>
        <strong>{t(title, { edition: report.edition })}</strong>{' '}
        <span class="small">
          {t(words.reportAsOf, { time: dateTime(report.scheduledAt) ?? report.scheduledAt })}
        </span>
      </p>
      {report.stale && <p>{t(words.stale)}</p>}
      <div class="button-row no-print">
        {report.files.map((file) => {
          const isSheet = file.endsWith('.xlsx');
          return (
            <button
              key={file}
              class="button file-button"
              type="button"
              disabled={running}
              onClick={() => download(file)}
            >
              {t(labelOf(file))} <span class="extension">{isSheet ? '.xlsx' : '.docx'}</span>
            </button>
          );
        })}
      </div>
      <p class="field-fault" role="status">
        {fault}
      </p>
    </li>
  );
}

function labelOf(file: string) {
  if (file.endsWith('.xlsx')) return words.downloadXlsx;
  if (file.startsWith('phu-luc')) return words.downloadTexts;
  return file.startsWith('tom-tat') ? words.downloadBrief : words.downloadDocx;
}
