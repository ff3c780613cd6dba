import { frame, trouble } from '../../../../../shared/wording/page.ts';
import { stages as words } from '../../../../../shared/wording/page-upload.ts';
import { useFocusOn, useWords } from '../../page-context.ts';
import type { Failure, UploadState } from '../../sending/upload-states.ts';

interface Props {
  readonly state: Extract<UploadState, { readonly step: 'failed' }>;
  /** True where it is the only file, and takes the focus. */
  readonly alone: boolean;
  /** Null where trying again would not help. */
  readonly onRetry: (() => void) | null;
}

/** Why a file was not sent, and the way on. */
export function UploadFailure({ state, alone, onRetry }: Props) {
  const { t } = useWords();
  const heading = useFocusOn<HTMLHeadingElement>(state);
  return (
    <div class="notice tone-bad" role="alert">
      <h3 ref={alone ? heading : null} tabIndex={-1}>
        {t(words.failed)}
      </h3>
      {!alone && <p class="progress-file">{state.file.name}</p>}
      <p>{sentence(state.failure)}</p>
      {onRetry && (
        <div class="button-row no-print">
          <button class="button primary" type="button" onClick={onRetry}>
            {t(frame.tryAgain)}
          </button>
        </div>
      )}
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
