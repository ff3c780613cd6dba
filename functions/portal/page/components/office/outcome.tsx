import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Text } from '../../../../../shared/vocabulary/text.ts';
import { frame } from '../../../../../shared/wording/page.ts';
import { deciding as words } from '../../../../../shared/wording/page-desk.ts';
import type { Result } from '../../deciding.ts';
import { useWords } from '../../page-context.ts';
import { useTroubleWords } from '../trouble.tsx';

/** What is done, and the way out. */
export function Buttons({ children, onClose }: { children: preact.ComponentChildren; onClose: () => void }) {
  const { t } = useWords();
  return (
    <div class="button-row">
      {children}
      <button class="button" type="button" onClick={onClose}>
        {t(frame.cancel)}
      </button>
    </div>
  );
}

/** What is said of what became of it. */
export type OutcomeWords = Readonly<Record<'doneOne' | 'done' | 'refusedTitle' | 'failed' | 'stopped', Text>>;

interface OutcomeProps {
  readonly result: Result;
  readonly names: ReadonlyMap<string, string>;
  readonly words: OutcomeWords;
  readonly running: boolean;
  /** Why asking again decided nothing. */
  readonly fault: string | null;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** What became of it, of each unit. */
export function Outcome({ result, names, words: own, running, fault, onAgain, onClose }: OutcomeProps) {
  const { t } = useWords();
  const trouble = useTroubleWords();
  const { decided, refused, unknown, stopped } = result;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <div class="outcome">
      <h2 id="decision-question" ref={heading} tabIndex={-1}>
        {names.size === 1 && decided.length === 1 ? t(own.doneOne) : t(own.done, { count: decided.length })}
      </h2>
      {refused.length > 0 && (
        <section class="notice tone-bad">
          <h3>{t(own.refusedTitle, { count: refused.length })}</h3>
          <ul class="outcome-list">
            {refused.map(({ unit, message }) => (
              <li key={unit}>
                <strong>{names.get(unit) ?? unit}:</strong> {message}
              </li>
            ))}
          </ul>
        </section>
      )}
      {unknown.length > 0 && (
        <section class="notice tone-warn">
          <h3>{t(own.refusedTitle, { count: unknown.length })}</h3>
          <p>{stopped ? t(own.stopped, { why: trouble(stopped) }) : t(own.failed)}</p>
          <p class="field-fault" role="alert">
            {fault}
          </p>
          <button class="button" type="button" disabled={running} onClick={onAgain}>
            {t(words.tryAgain)}
          </button>
        </section>
      )}
      <div class="button-row">
        <button class="button primary" type="button" onClick={onClose}>
          {t(words.close)}
        </button>
      </div>
    </div>
  );
}
