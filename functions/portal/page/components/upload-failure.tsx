import { frame, trouble } from '../../../../shared/wording/page.ts';
import { send, stages as words } from '../../../../shared/wording/page-upload.ts';
import { useFocusOn, useWords } from '../desk.ts';
import type { Failure, UploadState } from '../upload-states.ts';

interface Props {
  readonly state: Extract<UploadState, { readonly step: 'failed' }>;
  /** Null where the page no longer has the file in its hands. */
  readonly onRetry: (() => void) | null;
  /** Asks again for the verdict of a file that may have arrived. */
  readonly onResume: () => void;
  readonly onForget: () => void;
}

/** Why the file was not sent, and the ways on. */
export function UploadFailure({ state, onRetry, onResume, onForget }: Props) {
  const { t } = useWords();
  const heading = useFocusOn<HTMLHeadingElement>(state);
  const { failure } = state;
  const again = state.at === 'received' || state.at === 'reading' ? onResume : onRetry;
  const canRetry = again !== null && failure.kind !== 'interrupted' && failure.kind !== 'file';
  return (
    <div class="notice tone-bad" role="alert">
      <h3 ref={heading} tabIndex={-1}>
        {t(words.failed)}
      </h3>
      <p>{sentence(failure)}</p>
      <div class="button-row no-print">
        {canRetry && (
          <button class="button primary" type="button" onClick={again}>
            {t(frame.tryAgain)}
          </button>
        )}
        <button class={canRetry ? 'button' : 'button primary'} type="button" onClick={onForget}>
          {t(send.chooseAnother)}
        </button>
      </div>
    </div>
  );

  function sentence(of: Failure): string {
    switch (of.kind) {
      case 'network':
        return t(words.failedNetwork);
      case 'storage':
        return t(words.failedStorage, { status: of.status });
      case 'file':
        return t(words.failedFile);
      case 'browser':
        return t(words.failedBrowser);
      case 'refused':
        return of.message;
      case 'unexpected':
        return t(trouble.unexpected);
      case 'interrupted':
        return t(words.interrupted, { file: state.file.name });
      case 'stopped':
        return t(words.stopped);
    }
  }
}
