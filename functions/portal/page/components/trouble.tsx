import { UnitReportsError } from '../../../../shared/vocabulary/errors.ts';
import { frame, trouble } from '../../../../shared/wording/page.ts';
import { ApiRefused } from '../api.ts';
import { useWords } from '../page-context.ts';

/** A failure in words a person can act on: the server's own sentence where it gave one. */
export function useTroubleWords(): (error: unknown) => string {
  const { t } = useWords();
  return (error) =>
    error instanceof ApiRefused
      ? error.message
      : t((error instanceof UnitReportsError && error.words) || trouble.unexpected);
}

/** Stands where something should have been loaded. */
export function Trouble({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useWords();
  const words = useTroubleWords();
  return (
    <section class="panel notice tone-warn" role="alert">
      <h2>{t(trouble.title)}</h2>
      <p>{words(error)}</p>
      <button class="button" type="button" onClick={onRetry}>
        {t(frame.tryAgain)}
      </button>
    </section>
  );
}
