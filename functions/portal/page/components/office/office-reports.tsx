import { issuing } from '../../../../../shared/wording/page-issue.ts';
import { office as words } from '../../../../../shared/wording/page-office.ts';
import type { OfficePeriod } from '../../../contract/office.ts';
import { useTime, useWords } from '../../page-context.ts';
import { shortDay } from '../../words.ts';
import { DraftFiles } from './issue/draft-files.tsx';
import { SignedLink } from './issue/signed-link.tsx';

type Report = OfficePeriod['reports'][number];

/** The consolidated reports of a period, newest first. */
export function OfficeReports({ period, reports }: { period: string; reports: readonly Report[] }) {
  const { t } = useWords();
  if (reports.length === 0) return <p class="small">{t(words.noReport)}</p>;
  return (
    <ul class="office-reports">
      {[...reports].reverse().map((report) => (
        <OfficeReport key={report.run} {...{ period, report }} />
      ))}
    </ul>
  );
}

function OfficeReport({ period, report }: { period: string; report: Report }) {
  const { t } = useWords();
  const { dateTime } = useTime();
  const { signed } = report;
  const isLater = report.edition > 1;
  const issued = isLater ? words.edition : words.report;
  const draft = isLater ? words.draftEdition : words.draft;
  const title = report.kind === 'interim' ? words.interim : signed ? issued : draft;
  return (
    <li class="office-report">
      <p>
        <strong>{t(title, { edition: report.edition })}</strong>{' '}
        <span class="small">
          {t(words.reportAsOf, { time: dateTime(report.scheduledAt) ?? report.scheduledAt })}
        </span>
      </p>
      {signed && (
        <div class="signed-as">
          <p>{t(words.signedAs, { ...signed, day: shortDay(signed.day) })}</p>
          <SignedLink
            path={`issue/${encodeURIComponent(period)}`}
            run={report.run}
            sha256={signed.pdf}
            name={t(issuing.downloadSigned)}
          />
        </div>
      )}
      {report.stale && <p>{t(signed ? words.stale : words.staleDraft)}</p>}
      {signed && <p class="small drafts-of-signed no-print">{t(words.draftsOfSigned)}</p>}
      <DraftFiles run={report.run} files={report.files} />
    </li>
  );
}
