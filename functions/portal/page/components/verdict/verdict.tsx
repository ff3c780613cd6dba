import { verdict as words } from '../../../../../shared/wording/page-upload.ts';
import { type UploadStateName, uploadStateWords } from '../../../../../shared/wording/statuses.ts';
import type { Text } from '../../../../../shared/wording/text.ts';
import type { DutyDetail, UploadReport } from '../../answers.ts';
import { useFocusOn, useWords } from '../../desk.ts';
import { groupFindings } from '../../findings.ts';
import { uploadTone } from '../chip.tsx';
import { FileButton } from '../file-button.tsx';
import { FindingGroups } from './finding-groups.tsx';
import { ReceiptCard } from './receipt-card.tsx';
import { WhatWasRead } from './what-was-read.tsx';

/** What each verdict asks of the unit; the states before a verdict ask for nothing. */
const meanings: Partial<Record<UploadStateName, Text>> = {
  accepted: words.accepted,
  'accepted-with-warnings': words['accepted-with-warnings'],
  rejected: words.rejected,
  unreadable: words.unreadable,
};

interface Props {
  readonly uploadId: string;
  readonly report: UploadReport;
  readonly duty: DutyDetail;
  /** True where the verdict has just arrived and takes the focus. */
  readonly focus: boolean;
}

/** What became of a file: what to mend, the receipt, and what was read. */
export function Verdict({ uploadId, report, duty, focus }: Props) {
  const { t } = useWords();
  const heading = useFocusOn<HTMLHeadingElement>(null);
  const meaning = meanings[report.state];
  // What must be mended comes before anything that is only good to know.
  const mendFirst = report.state === 'rejected' || report.state === 'unreadable';
  const { receipt, fileName, size, sha256, receivedAt, state, sender } = report;
  const { unit, period, title } = duty;
  const card = receivedAt !== null && (
    <ReceiptCard
      receipt={{ receipt, unit, period, title, fileName, size, sha256, receivedAt, state }}
      sender={sender}
    />
  );
  return (
    <article class="verdict">
      <div class={`notice tone-${uploadTone[report.state]}`} role={focus ? 'status' : undefined}>
        <h3 class="verdict-title" ref={focus ? heading : null} tabIndex={-1}>
          {t(uploadStateWords[report.state])}
        </h3>
        {meaning && <p>{t(meaning)}</p>}
      </div>
      {!mendFirst && card}
      {report.annotated && (
        <div class="annotated no-print">
          <FileButton
            uploadId={uploadId}
            which="annotated"
            name={t(words.annotated)}
            class={mendFirst ? 'button primary' : 'button'}
          />
          <p class="small">{t(words.annotatedLead)}</p>
        </div>
      )}
      <FindingGroups groups={groupFindings(report.findings)} />
      {mendFirst && card}
      <WhatWasRead read={report} duty={duty} open={false} />
    </article>
  );
}
