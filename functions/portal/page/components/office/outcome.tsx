import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Text } from '../../../../../shared/vocabulary/text.ts';
import { frame } from '../../../../../shared/wording/page.ts';
import { deciding as words } from '../../../../../shared/wording/page-desk.ts';
import type { Result } from '../../deciding.ts';
import { useWords } from '../../page-context.ts';
import { capitalised } from '../../words.ts';
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
export type OutcomeWords = Readonly<
  Record<'none' | 'doneOne' | 'done' | 'refusedTitle' | 'failed' | 'stopped', Text>
>;

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

/** What is said of several in the same words but for the name is said once of all of them. */
function alike(
  refused: Result['refused'],
  names: ReadonlyMap<string, string>,
): readonly (readonly [string, readonly string[]])[] {
  const said = new Map<string, { readonly message: string; readonly who: string[] }>();
  for (const { unit, message } of refused) {
    const name = names.get(unit) ?? unit;
    const bare = capitalised(withoutName(withoutName(message, name), unit).trim());
    const same = said.get(bare) ?? { message, who: [] };
    same.who.push(name);
    said.set(bare, same);
  }
  return [...said].map(([bare, { message, who }]) => [who.length === 1 ? message : bare, who]);
}

function withoutName(message: string, name: string): string {
  return message.replaceAll(` ${name}`, '').replaceAll(`${name} `, '');
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
        {decided.length === 0
          ? t(own.none)
          : names.size === 1
            ? t(own.doneOne)
            : t(own.done, { count: decided.length })}
      </h2>
      {refused.length > 0 && (
        <section class="notice tone-bad">
          <h3>{t(own.refusedTitle, { count: refused.length })}</h3>
          <ul class="outcome-list">
            {alike(refused, names).map(([message, who]) => (
              <li key={message}>
                <strong>{who.join(', ')}:</strong> {message}
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
