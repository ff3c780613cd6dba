import { useState } from 'preact/hooks';
import { frame } from '../../../../shared/wording/page.ts';
import { decisionWords, standingWords, history as words } from '../../../../shared/wording/page-history.ts';
import { verdict as verdictWords } from '../../../../shared/wording/page-upload.ts';
import type { Decision, DutyDetail, Version } from '../../contract/duties.ts';
import { groupOf } from '../duty-order.ts';
import { type HistoryEntry, historyOf, partHistory } from '../history.ts';
import { useAnswer, useTime, useUploads, useWords } from '../page-context.ts';
import { capitalised, shortDay } from '../words.ts';
import { type Tone, UploadChip, uploadTone } from './chip.tsx';
import { FileButton } from './file-button.tsx';
import { Trouble } from './trouble.tsx';
import { Verdict } from './verdict/verdict.tsx';

/** Everything that was done with this duty: each file with its verdict, each declaration and decision with its reason. */
export function History({ duty }: { duty: DutyDetail }) {
  const { t } = useWords();
  const entries = historyOf(duty);
  const { shown, folded } = partHistory(entries);
  return (
    <section class="panel" aria-labelledby="history-title">
      <h2 id="history-title">{t(words.title)}</h2>
      {entries.length === 0 && <p class="small">{t(words.nothing)}</p>}
      <Entries duty={duty} entries={shown} />
      {folded.length > 0 && (
        <details class="earlier-files">
          <summary>{t(words.earlier, { count: folded.length })}</summary>
          <Entries duty={duty} entries={folded} />
        </details>
      )}
    </section>
  );
}

function Entries({ duty, entries }: { duty: DutyDetail; entries: readonly HistoryEntry[] }) {
  return (
    <ol class="history">
      {entries.map((entry) =>
        entry.kind === 'version' ? (
          <SentFile key={entry.id} duty={duty} version={entry.version} />
        ) : (
          <Decided key={entry.id} decision={entry.decision} file={entry.file} />
        ),
      )}
    </ol>
  );
}

function SentFile({ duty, version }: { duty: DutyDetail; version: Version }) {
  const { t } = useWords();
  const { dateTime } = useTime();
  const counts = version.standing === 'counts';
  // Whoever comes back to a file that was not taken comes to learn why.
  const isToMend = version === duty.versions[0] && version.state === 'rejected' && duty.counts === null;
  const isAbove = useUploads().some(
    ({ state }) => 'uploadId' in state && state.uploadId === version.uploadId,
  );
  const [open, setOpen] = useState(isToMend && !isAbove && groupOf[duty.status] === 'todo');
  return (
    <li class={`event tone-${counts ? 'good' : uploadTone[version.state]}`}>
      <div class="event-head">
        <h3 class="event-title">{version.fileName}</h3>
        <UploadChip state={version.state} />
      </div>
      <p class="small event-facts">
        <span>{dateTime(version.sentAt)}</span>
        <span>
          {t(words.receipt)} <code>{version.receipt}</code>
        </span>
        {version.sender !== null && <span>{t(words.sender, { sender: version.sender })}</span>}
      </p>
      <p class={counts ? 'standing counting' : 'standing small'}>
        {capitalised(t(standingWords[version.standing]))}
      </p>
      {version.reason !== null && <p class="small">{t(words.reason, { reason: version.reason })}</p>}
      <div class="button-row no-print">
        <button
          class="button small-button"
          type="button"
          aria-expanded={open}
          aria-label={`${t(open ? words.hideVerdict : words.showVerdict)}: ${version.fileName}`}
          onClick={() => setOpen(!open)}
        >
          {t(open ? words.hideVerdict : words.showVerdict)}
        </button>
        <FileButton
          uploadId={version.uploadId}
          which="file"
          name={t(verdictWords.sentFile)}
          label={`${t(verdictWords.sentFile)}: ${version.fileName}`}
          class="button small-button"
        />
      </div>
      {open && <PastVerdict duty={duty} uploadId={version.uploadId} />}
    </li>
  );
}

function PastVerdict({ duty, uploadId }: { duty: DutyDetail; uploadId: string }) {
  const { t } = useWords();
  const report = useAnswer((api) => api.upload(uploadId), uploadId);
  if (report.error !== null) return <Trouble error={report.error} onRetry={report.reload} />;
  if (!report.value) return <p class="loading">{t(frame.loading)}</p>;
  return <Verdict uploadId={uploadId} report={report.value} duty={duty} focus={false} />;
}

export const decisionTone: Record<Decision['kind'], Tone> = {
  nil: 'good',
  'extension-request': 'info',
  extension: 'info',
  prolong: 'info',
  return: 'bad',
  'exclude-version': 'calm',
  'exclude-unit': 'calm',
  guidance: 'info',
  'extension-refusal': 'bad',
  'accept-late': 'good',
  'hold-reminders': 'calm',
  'received-on': 'info',
  waive: 'good',
  undo: 'warn',
};

function Decided({ decision, file }: { decision: Decision; file: string | null }) {
  const { t } = useWords();
  const { dateTime } = useTime();
  const until = decision.until === null ? '' : shortDay(decision.until);
  return (
    <li class={`event tone-${decisionTone[decision.kind]}`}>
      <h3 class="event-title">{t(decisionWords[decision.kind], { until, hours: decision.hours ?? 0 })}</h3>
      <p class="small event-facts">
        <span>{dateTime(decision.decidedAt)}</span>
        <span>{t(decision.by === 'unit' ? words.byUnit : words.byOffice)}</span>
        {file !== null && <span>{t(words.about, { file })}</span>}
      </p>
      <p class="small">{t(words.reason, { reason: decision.reason })}</p>
    </li>
  );
}
