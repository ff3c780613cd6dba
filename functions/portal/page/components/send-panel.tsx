import { useEffect, useRef, useState } from 'preact/hooks';
import { send, verdict as verdictWords, stages as words } from '../../../../shared/wording/page-upload.ts';
import type { DutyDetail } from '../answers.ts';
import { useAnswer, useDesk, useUploadState, useWords } from '../desk.ts';
import { isBusy, type UploadState } from '../upload-states.ts';
import { FileChooser } from './file-chooser.tsx';
import { StageLine } from './stage-line.tsx';
import { UploadFailure } from './upload-failure.tsx';
import { UploadProgress } from './upload-progress.tsx';
import { Verdict } from './verdict.tsx';

interface Chosen {
  readonly file: File;
  readonly sender: string;
}

/** The way of one file, from choosing it to its verdict, in one place of the page. */
export function SendPanel({ duty, onVerdict }: { duty: DutyDetail; onVerdict: () => void }) {
  const { uploads } = useDesk();
  const { t } = useWords();
  const upload = useUploadState();
  const last = useRef<Chosen | null>(null);
  const [elsewhere, setElsewhere] = useState(false);
  const mine = upload.step !== 'idle' && upload.file.period === duty.period;
  useLeaveWarning(isBusy(upload) && upload.step !== 'reading');

  const verdictId = mine && upload.step === 'done' ? upload.uploadId : null;
  const told = useRef(onVerdict);
  told.current = onVerdict;
  useEffect(() => {
    if (verdictId !== null) told.current();
  }, [verdictId]);

  function start(chosen: Chosen): void {
    const busy = isBusy(uploads.state());
    setElsewhere(busy);
    if (busy) return;
    last.current = chosen;
    void uploads.start(duty.period, chosen.file, chosen.sender);
  }

  const retry = last.current && (() => last.current && start(last.current));
  return (
    <section class="panel send" aria-labelledby="send-title">
      <h2 id="send-title">{t(mine && upload.step === 'done' ? verdictWords.title : send.title)}</h2>
      {mine && <StageLine state={upload} />}
      {mine && isBusy(upload) && <UploadProgress state={upload} onStop={uploads.stop} />}
      {mine && upload.step === 'failed' && (
        <UploadFailure
          state={upload}
          onRetry={retry}
          onResume={() => void uploads.resume()}
          onForget={uploads.forget}
        />
      )}
      {mine && upload.step === 'done' && (
        <>
          <NewVerdict upload={upload} duty={duty} />
          <div class="button-row no-print">
            <button class="button primary" type="button" onClick={uploads.forget}>
              {t(upload.report.state === 'rejected' ? verdictWords.sendMended : verdictWords.sendAnother)}
            </button>
            <button class="button" type="button" onClick={() => print()}>
              {t(verdictWords.print)}
            </button>
          </div>
        </>
      )}
      {!mine && (
        <>
          {duty.counts !== null && <p class="small">{t(send.replaces)}</p>}
          <FileChooser onSend={start} />
          {elsewhere && isBusy(upload) && (
            <p class="field-fault" role="alert">
              {t(words.sendingElsewhere, { file: upload.file.name })}
            </p>
          )}
        </>
      )}
    </section>
  );
}

interface NewVerdictProps {
  readonly upload: Extract<UploadState, { readonly step: 'done' }>;
  readonly duty: DutyDetail;
}

/** The verdict just given; asked for once more when the language changes, for its sentences are the server's. */
function NewVerdict({ upload, duty }: NewVerdictProps) {
  const { uploadId } = upload;
  const retold = useAnswer((api) => api.upload(uploadId), uploadId);
  return (
    <Verdict
      report={retold.value ?? upload.report}
      fileName={upload.file.name}
      sha256={upload.sha256}
      receivedAt={duty.versions.find((version) => version.uploadId === uploadId)?.sentAt ?? null}
      indicators={duty.indicators}
      focus={true}
    />
  );
}

/** While bytes are on their way, the browser asks before it closes the page. */
function useLeaveWarning(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [active]);
}
