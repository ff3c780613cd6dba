import { useState } from 'preact/hooks';
import { verdict as words } from '../../../../shared/wording/page-upload.ts';
import { type UploadStateName, uploadStateWords } from '../../../../shared/wording/statuses.ts';
import type { Text } from '../../../../shared/wording/text.ts';
import type { DutyDetail, UploadReport } from '../answers.ts';
import { useFocusOn, useWords } from '../desk.ts';
import { groupFindings } from '../findings.ts';
import { dateTime } from '../words.ts';
import { uploadTone } from './chip.tsx';
import { FindingGroups } from './finding-groups.tsx';
import { ReadTables } from './read-tables.tsx';

/** What each verdict asks of the unit; the states before a verdict ask for nothing. */
const meanings: Partial<Record<UploadStateName, Text>> = {
  accepted: words.accepted,
  'accepted-with-warnings': words['accepted-with-warnings'],
  rejected: words.rejected,
  unreadable: words.unreadable,
};

interface Props {
  readonly report: UploadReport;
  readonly fileName: string;
  /** 64 hex characters; null where neither the server nor this page knows it. */
  readonly sha256: string | null;
  /** The server's time, ISO 8601. */
  readonly receivedAt: string | null;
  readonly indicators: DutyDetail['indicators'];
  /** True where the verdict has just arrived and takes the focus. */
  readonly focus: boolean;
}

/** What became of a file: the receipt, what to mend, and what was read. */
export function Verdict({ report, fileName, sha256, receivedAt, indicators, focus }: Props) {
  const { t } = useWords();
  const heading = useFocusOn<HTMLHeadingElement>(null);
  const meaning = meanings[report.state];
  const groups = groupFindings(report.findings);
  const count = (severity: string) => groups.find((group) => group.severity === severity)?.count ?? 0;
  const values = report.values.filter(({ value, cumulative }) => value != null || cumulative != null).length;
  const paragraphs = report.narrative.reduce((sum, section) => sum + section.paragraphs.length, 0);
  const skipped = report.skipped.reduce((sum, piece) => sum + (piece.count ?? 1), 0);
  // What must be mended comes before anything that is only good to know.
  const mendFirst = report.state === 'rejected' || report.state === 'unreadable';
  const receipt = (
    <Receipt
      number={report.receipt ?? null}
      fileName={report.fileName ?? fileName}
      time={report.receivedAt ?? receivedAt}
      sha256={report.sha256 ?? sha256}
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
      {!mendFirst && receipt}
      <FindingGroups groups={groups} />
      <ul class="tallies">
        <Tally count={count('error')} name={t(words.errors)} tone="bad" />
        <Tally count={count('warning')} name={t(words.warnings)} tone="warn" />
        <Tally count={values} name={t(words.valuesRead)} />
        <Tally count={paragraphs} name={t(words.paragraphsRead)} />
        <Tally count={skipped} name={t(words.skippedCount)} />
      </ul>
      {skipped > 0 && <p class="small">{t(words.skippedIsNormal)}</p>}
      {mendFirst && receipt}
      <ReadTables report={report} indicators={indicators} />
    </article>
  );
}

interface ReceiptFacts {
  readonly number: string | null;
  readonly fileName: string;
  readonly time: string | null;
  readonly sha256: string | null;
}

/** What proves that the file came; the checksum is for the day somebody doubts it, so it is folded. */
function Receipt({ number, fileName, time, sha256 }: ReceiptFacts) {
  const { t } = useWords();
  return (
    <div class="receipt">
      <dl class="receipt-facts">
        {number !== null && (
          <div class="receipt-number">
            <dt>{t(words.receipt)}</dt>
            <dd>
              <code>{number}</code> <CopyButton text={number} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t(words.file)}</dt>
          <dd>{fileName}</dd>
        </div>
        {time !== null && (
          <div>
            <dt>{t(words.time)}</dt>
            <dd>{dateTime(time)}</dd>
          </div>
        )}
      </dl>
      {sha256 !== null && (
        <details>
          <summary>{t(words.details)}</summary>
          <dl class="receipt-hash">
            <dt>{t(words.sha256)}</dt>
            <dd>
              <code>{sha256}</code>
            </dd>
          </dl>
        </details>
      )}
    </div>
  );
}

function Tally({ count, name, tone }: { count: number; name: string; tone?: 'bad' | 'warn' }) {
  return (
    <li class={tone && count > 0 ? `tally tone-${tone}` : 'tally'}>
      <strong>{count}</strong> <span>{name}</span>
    </li>
  );
}

function CopyButton({ text }: { text: string }) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  // The clipboard exists over https only; without it the number can still be selected.
  if (!navigator.clipboard) return null;
  return (
    <button
      class="button small-button no-print"
      type="button"
      onClick={() => {
        navigator.clipboard.writeText(text).then(
          () => setCopied(true),
          () => setCopied(false),
        );
      }}
    >
      {t(copied ? words.copied : words.copy)}
    </button>
  );
}
