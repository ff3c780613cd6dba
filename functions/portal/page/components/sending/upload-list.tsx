import { standingWords } from '../../../../../shared/wording/page-history.ts';
import { send, verdict as verdictWords, stages as words } from '../../../../../shared/wording/page-upload.ts';
import { uploadStateWords } from '../../../../../shared/wording/statuses.ts';
import type { DutyDetail } from '../../../contract/duties.ts';
import type { UploadReport } from '../../../contract/uploads.ts';
import { useAnswer, useDependencies, useFocusOn, useWords } from '../../page-context.ts';
import type { Upload } from '../../sending/held-uploads.ts';
import { isBusy, mayTryAgain, type UploadState } from '../../sending/upload-states.ts';
import { uploadTone } from '../chip.tsx';
import { Verdict } from '../verdict/verdict.tsx';
import { FilePick } from './file-pick.tsx';
import { StageLine } from './stage-line.tsx';
import { UploadFailure } from './upload-failure.tsx';
import { UploadProgress } from './upload-progress.tsx';

interface Props {
  readonly uploads: readonly Upload[];
  readonly duty: DutyDetail;
  /** Back to choosing; with the files where they were chosen already. */
  readonly onAnother: (files: readonly File[]) => void;
}

/** What became of the files that were sent together; one alone needs no list. */
export function UploadList({ uploads, duty, onAnother }: Props) {
  const { t } = useWords();
  const [only] = uploads.length === 1 ? uploads : [];
  const settled = uploads.every(({ state }) => !isBusy(state));
  // What was pressed is gone; the keyboard and the ear follow the files.
  const place = useFocusOn<HTMLDivElement>(settled && !only);
  const filed = uploads.some(({ state }) => state.step === 'done' && isFiled(state.report.state));
  return (
    <div class="sent" ref={place} tabIndex={-1}>
      {only ? (
        <OneUpload upload={only} duty={duty} alone={true} />
      ) : (
        <>
          <h3>{t(settled ? words.several : words.severalNow, { count: uploads.length })}</h3>
          <p class="small">{t(send.severalFiles)}</p>
          <ol class="uploads">
            {uploads.map((upload) => (
              <li key={upload.id}>
                <OneUpload upload={upload} duty={duty} alone={false} />
              </li>
            ))}
          </ol>
        </>
      )}
      {settled && (
        <div class="button-row after-verdict no-print">
          {filed ? (
            <button class="button" type="button" onClick={() => onAnother([])}>
              {t(verdictWords.sendAnother)}
            </button>
          ) : (
            <FilePick
              name={t(anotherAfter(uploads))}
              class="button primary"
              multiple={true}
              onFiles={onAnother}
            />
          )}
          {uploads.some(({ state }) => state.step === 'done') && (
            <button class="button" type="button" onClick={() => print()}>
              {t(verdictWords.print)}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

function anotherAfter(uploads: readonly Upload[]) {
  return uploads.some(({ state }) => state.step === 'done') ? verdictWords.sendMended : send.chooseAnother;
}

function isFiled(state: UploadReport['state']): boolean {
  return state === 'accepted' || state === 'accepted-with-warnings';
}

interface OneProps {
  readonly upload: Upload;
  readonly duty: DutyDetail;
  readonly alone: boolean;
}

function OneUpload({ upload, duty, alone }: OneProps) {
  const { uploads } = useDependencies();
  const { t } = useWords();
  const { id, state, inHand } = upload;
  if (state.step === 'done') {
    if (alone) {
      return (
        <>
          <StageLine state={state} />
          <NewVerdict upload={state} duty={duty} focus={true} />
        </>
      );
    }
    return (
      <details class={`upload-done tone-${uploadTone[state.report.state]}`}>
        <summary>
          <strong>{state.file.name}</strong>: {t(uploadStateWords[state.report.state])}
          {duty.counts === state.uploadId && <span class="counting"> {t(standingWords.counts)}</span>}
        </summary>
        <NewVerdict upload={state} duty={duty} focus={false} />
      </details>
    );
  }
  return (
    <>
      {(alone || state.step !== 'waiting') && <StageLine state={state} />}
      {isBusy(state) && <UploadProgress state={state} onStop={uploads.stop} />}
      {state.step === 'failed' && (
        <UploadFailure
          state={state}
          alone={alone}
          onRetry={mayTryAgain(state, inHand) ? () => void uploads.retry(id) : null}
        />
      )}
    </>
  );
}

interface NewVerdictProps {
  readonly upload: Extract<UploadState, { readonly step: 'done' }>;
  readonly duty: DutyDetail;
  readonly focus: boolean;
}

/** The verdict just given; asked for once more when the language changes, for its sentences are the server's. */
function NewVerdict({ upload, duty, focus }: NewVerdictProps) {
  const { uploadId } = upload;
  const retold = useAnswer((api) => api.upload(uploadId), uploadId);
  return <Verdict uploadId={uploadId} report={retold.value ?? upload.report} duty={duty} focus={focus} />;
}
