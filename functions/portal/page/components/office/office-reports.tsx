import { office as words } from '../../../../../shared/wording/page-office.ts';
import type { OfficePeriod } from '../../../contract/office.ts';
import { useTime, useWords } from '../../page-context.ts';
import { shortDay } from '../../words.ts';
import { DraftFiles } from './issue/draft-files.tsx';

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
  const { t } = useWords();
  const { dateTime } = useTime();
  const issued = report.edition > 1 ? words.edition : words.report;
  const title = report.kind === 'interim' ? words.interim : issued;
  const { signed } = report;
  return (
    <li class="office-report">
      <p>
        <strong>{t(title, { edition: report.edition })}</strong>{' '}
        <span class="small">
          {t(words.reportAsOf, { time: dateTime(report.scheduledAt) ?? report.scheduledAt })}
        </span>
      </p>
      {signed && <p class="signed-as">{t(words.signedAs, { ...signed, day: shortDay(signed.day) })}</p>}
      {report.stale && <p>{t(signed ? words.stale : words.staleDraft)}</p>}
      <DraftFiles run={report.run} files={report.files} />
    </li>
  );
}
