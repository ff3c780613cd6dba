import { useState } from 'preact/hooks';
import { frame, duty as words } from '../../../../shared/wording/page.ts';
import { verdict as verdictWords } from '../../../../shared/wording/page-upload.ts';
import type { DutyDetail } from '../answers.ts';
import { useAnswer, useWords } from '../desk.ts';
import { dateTime } from '../words.ts';
import { UploadChip } from './chip.tsx';
import { Trouble } from './trouble.tsx';
import { Verdict } from './verdict.tsx';

/** Every file the unit sent for this duty, newest first, and which of them counts. */
export function Versions({ duty }: { duty: DutyDetail }) {
  const { t } = useWords();
  const [shown, setShown] = useState<string | null>(null);
  // Upload ids are ULIDs: their order is the order of sending.
  const newestFirst = [...duty.versions].sort((a, b) => (a.uploadId < b.uploadId ? 1 : -1));
  return (
    <section class="panel" aria-labelledby="versions-title">
      <h2 id="versions-title">{t(words.versions)}</h2>
      {newestFirst.length === 0 && <p class="small">{t(words.noVersions)}</p>}
      <ul class="versions">
        {newestFirst.map((version) => {
          const open = shown === version.uploadId;
          const settled =
            version.state !== 'minted' && version.state !== 'expired' && version.state !== 'received';
          return (
            <li key={version.uploadId}>
              <div class="version">
                <div class="version-what">
                  <p class="version-file">{version.fileName}</p>
                  <p class="small version-facts">
                    {version.sentAt !== null && <span>{dateTime(version.sentAt)}</span>}
                    {version.receipt && <code>{version.receipt}</code>}
                  </p>
                </div>
                <div class="version-state">
                  <UploadChip state={version.state} />
                  {duty.counts === version.uploadId && <span class="counting">{t(words.counts)}</span>}
                </div>
                {settled && (
                  <button
                    class="button small-button no-print"
                    type="button"
                    aria-expanded={open}
                    onClick={() => setShown(open ? null : version.uploadId)}
                  >
                    {t(open ? verdictWords.closeVerdict : words.showVerdict)}
                  </button>
                )}
              </div>
              {open && <PastVerdict duty={duty} version={version} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function PastVerdict({ duty, version }: { duty: DutyDetail; version: DutyDetail['versions'][number] }) {
  const { t } = useWords();
  const report = useAnswer((api) => api.upload(version.uploadId), version.uploadId);
  if (report.error !== null) return <Trouble error={report.error} onRetry={report.reload} />;
  if (!report.value) return <p class="loading">{t(frame.loading)}</p>;
  return (
    <Verdict
      report={report.value}
      fileName={version.fileName}
      sha256={null}
      receivedAt={version.sentAt}
      indicators={duty.indicators}
      focus={false}
    />
  );
}
