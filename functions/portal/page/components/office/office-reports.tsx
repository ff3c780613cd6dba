import type { Text } from '../../../../../shared/vocabulary/text.ts';
import { issueLinks } from '../../../../../shared/wording/page-first-view.ts';
import { office as words } from '../../../../../shared/wording/page-office.ts';
import type { OfficePeriod } from '../../../contract/office.ts';
import { newerThan } from '../../office-order.ts';
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
        <OfficeReport key={report.run} {...{ period, report }} newer={newerThan(reports, report)} />
      ))}
    </ul>
  );
}

function titleOf({ edition, kind, signed }: Report): Text {
  if (kind === 'interim') return words.interim;
  if (edition > 1) return signed ? words.edition : words.draftEdition;
  return signed ? words.report : words.draft;
}

interface ReportProps {
  readonly period: string;
  readonly report: Report;
  /** What is to be read instead; null where this is the last. */
  readonly newer: Report | null;
}

function OfficeReport({ period, report, newer }: ReportProps) {
  const { t } = useWords();
  const { dateTime } = useTime();
  const { signed, edition } = report;
  const files = <DraftFiles run={report.run} files={report.files} />;
  return (
    <li class="office-report" id={placeOf(report)} tabIndex={-1}>
      <p>
        <strong>{t(titleOf(report), { edition })}</strong>{' '}
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
            name={t(issueLinks.downloadSigned)}
          />
        </div>
      )}
      {report.stale && <p>{t(signed ? words.stale : words.staleDraft)}</p>}
      {signed && <p class="small drafts-of-signed no-print">{t(words.draftsOfSigned)}</p>}
      {newer === null ? (
        files
      ) : (
        <>
          <p class="field-warning report-superseded">
            {t(words.superseded, {
              newer: t(titleOf(newer), { edition: newer.edition }),
              time: dateTime(newer.scheduledAt) ?? newer.scheduledAt,
            })}{' '}
            <button
              class="unit-link no-print"
              type="button"
              onClick={() => document.getElementById(placeOf(newer))?.focus()}
            >
              {t(words.toNewer)}
            </button>
          </p>
          <details class="no-print">
            <summary>{t(words.olderFiles)}</summary>
            {files}
          </details>
        </>
      )}
    </li>
  );
}

function placeOf({ run }: Report): string {
  return `report-${run}`;
}
