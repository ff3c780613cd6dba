import { verdict as words } from '../../../../../shared/wording/page-upload.ts';
import { uploadStateWords } from '../../../../../shared/wording/statuses.ts';
import type { DutyDetail } from '../../../contract/duties.ts';
import type { UploadReport } from '../../../contract/uploads.ts';
import { groupFindings, withLines } from '../../findings.ts';
import { useFocusOn, useWords } from '../../page-context.ts';
import { meaningOf } from '../../verdict-meaning.ts';
import { uploadTone } from '../chip.tsx';
import { FileButton } from '../file-button.tsx';
import { FindingGroups } from './finding-groups.tsx';
import { ReceiptCard } from './receipt-card.tsx';
import { WhatWasRead } from './what-was-read.tsx';

interface Props {
  readonly uploadId: string;
  readonly report: UploadReport;
  readonly duty: DutyDetail;
  /** True where the verdict has just arrived and takes the focus. */
  readonly focus: boolean;
}

/** What became of a file: what to mend, the receipt, and what was read. */
export function Verdict({ uploadId, report, duty, focus }: Props) {
  const { t, language } = useWords();
  const heading = useFocusOn<HTMLHeadingElement>(null);
  const meaning = meaningOf({ uploadId, state: report.state }, duty);
  // What must be mended comes before anything that is only good to know.
  const mendFirst = report.state === 'rejected' || report.state === 'unreadable';
  const { receipt, fileName, size, sha256, receivedAt, state, sender } = report;
  const version = duty.versions.find((each) => each.uploadId === uploadId);
  const { authority, unit, period, title, timeZone } = duty;
  const card = receivedAt !== null && (
    <ReceiptCard
      receipt={{
        receipt,
        authority,
        unit,
        period,
        title,
        timeZone,
        fileName,
        size,
        sha256,
        receivedAt,
        state,
        timeliness: version?.timeliness ?? null,
        standing: version?.standing ?? null,
      }}
      sender={sender}
    />
  );
  return (
    <article class="verdict">
      <div class={`notice tone-${uploadTone[report.state]}`} role={focus ? 'status' : undefined}>
        <h3 class="verdict-title" ref={focus ? heading : null} tabIndex={-1}>
          {t(uploadStateWords[report.state])}
        </h3>
        {meaning.words && <p>{t(meaning.words)}</p>}
      </div>
      {!mendFirst && card}
      {report.annotated && (
        <div class="annotated no-print">
          <FileButton
            uploadId={uploadId}
            which="annotated"
            name={t(words.annotated)}
            class={meaning.toMend ? 'button primary' : 'button'}
          />
          <p class="small">{t(words.annotatedLead)}</p>
        </div>
      )}
      <FindingGroups groups={groupFindings(withLines(report, duty.indicators, language))} />
      {mendFirst && card}
      <WhatWasRead read={report} duty={duty} open={false} />
    </article>
  );
}
