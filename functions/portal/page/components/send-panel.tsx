import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { send, verdict as verdictWords, stages as words } from '../../../../shared/wording/page-upload.ts';
import { dutyStatusWords, type UploadStateName } from '../../../../shared/wording/statuses.ts';
import type { DutyDetail } from '../answers.ts';
import { useAnswer, useDesk, useUploadState, useWords } from '../desk.ts';
import { groupOf, isPlan } from '../duty-order.ts';
import { isBusy, type UploadState } from '../upload-states.ts';
import { dateTime } from '../words.ts';
import { dutyTone } from './chip.tsx';
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
  const [again, setAgain] = useState(false);
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
  const hasResult = mine ? upload.step === 'done' : groupOf[duty.status] === 'done';
  return (
    <section class="panel send" aria-labelledby="send-title">
      <h2 id="send-title">{t(hasResult ? verdictWords.title : send.title)}</h2>
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
            <button
              class={isFiled(upload.report.state) ? 'button' : 'button primary'}
              type="button"
              onClick={() => {
                setAgain(true);
                uploads.forget();
              }}
            >
              {t(isFiled(upload.report.state) ? verdictWords.sendAnother : verdictWords.sendMended)}
            </button>
            <button class="button" type="button" onClick={() => print()}>
              {t(verdictWords.print)}
            </button>
          </div>
        </>
      )}
      {!mine && (
        <>
          <Filed duty={duty} again={again}>
            <FileChooser plan={isPlan(duty)} onSend={start} />
          </Filed>
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

interface FiledProps {
  readonly duty: DutyDetail;
  /** True where another file was asked for already. */
  readonly again: boolean;
  readonly children: ComponentChildren;
}

/** The good news first; whoever wants to send another file unfolds the form. */
function Filed({ duty, again, children }: FiledProps) {
  const { t } = useWords();
  const counting = duty.versions.find(({ uploadId }) => uploadId === duty.counts);
  if (groupOf[duty.status] !== 'done') {
    return (
      <>
        {counting && <p class="small">{t(send.replaces)}</p>}
        {children}
      </>
    );
  }
  return (
    <>
      <div class={`notice tone-${dutyTone[duty.status]}`}>
        <h3 class="verdict-title">{t(dutyStatusWords[duty.status])}</h3>
        <p>
          {counting && t(send.filedFacts, { file: counting.fileName, time: timeOf(counting) })}{' '}
          {t(send.nothingMore)}
        </p>
      </div>
      <details class="send-again no-print" open={again}>
        <summary>{t(counting ? send.again : send.afterNil)}</summary>
        <div>
          {counting && <p class="small">{t(send.replaces)}</p>}
          {children}
        </div>
      </details>
    </>
  );
}

function timeOf({ sentAt }: DutyDetail['versions'][number]): string {
  return (sentAt && dateTime(sentAt)) ?? '—';
}

function isFiled(state: UploadStateName): boolean {
  return state === 'accepted' || state === 'accepted-with-warnings';
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
