import { stages as words } from '../../../../../shared/wording/page-upload.ts';
import { useWords } from '../../page-context.ts';
import type { BusyState } from '../../sending/upload-states.ts';
import { fileSize } from '../../words.ts';

/** The bar and the sentence beside it, while a file is under way. */
export function UploadProgress({ state, onStop }: { state: BusyState; onStop: () => void }) {
  const { t, language } = useWords();
  const percent =
    state.step === 'sending' ? Math.floor((100 * state.sent) / Math.max(1, state.file.size)) : 0;
  const retry = 'retry' in state ? state.retry : null;
  const canStop = state.step === 'minting' || state.step === 'sending';

  function sentence(shownPercent: number): string {
    if (retry) return t(words.retrying, { ...retry });
    switch (state.step) {
      case 'waiting':
        return t(words.waitingNow);
      case 'checking':
        return t(words.checkingNow);
      case 'minting':
        return t(words.mintingNow);
      case 'sending':
        return t(words.sendingNow, {
          sent: fileSize(Math.round((state.file.size * shownPercent) / 100), language),
          total: fileSize(state.file.size, language),
          percent: shownPercent,
        });
      case 'reading':
        return t(state.began ? words.readingNow : words.receivedNow);
    }
  }

  return (
    <div class="progress">
      <p class="progress-file">
        <strong>{state.file.name}</strong> <span class="small">{fileSize(state.file.size, language)}</span>
      </p>
      {state.step === 'sending' ? (
        <progress max={100} value={percent} aria-label={t(words.label)} />
      ) : (
        state.step !== 'waiting' && <progress aria-label={t(words.label)} />
      )}
      <p class={retry ? 'field-warning' : 'progress-said'}>{sentence(percent)}</p>
      {/* The ear hears quarters only; every percent would drown everything else. */}
      <p class="unseen" role="status">
        {sentence(percent - (percent % 25))}
      </p>
      {state.step === 'reading' && state.slow && <p class="field-warning">{t(words.slow)}</p>}
      {canStop && (
        <div class="button-row no-print">
          <button class="button" type="button" onClick={onStop}>
            {t(words.stop)}
          </button>
          <span class="small">{t(words.doNotClose)}</span>
        </div>
      )}
    </div>
  );
}
