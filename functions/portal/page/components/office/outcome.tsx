import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Text } from '../../../../../shared/vocabulary/text.ts';
import { deciding as words } from '../../../../../shared/wording/page-deciding.ts';
import type { Reachable, Result } from '../../deciding.ts';
import { useWords } from '../../page-context.ts';
import { capitalised } from '../../words.ts';
import { useTroubleWords } from '../trouble.tsx';
import { NamedUnits, type OpenUnit } from './named-units.tsx';

/** What is said of what became of it. */
export type OutcomeWords = Readonly<
  Record<'none' | 'doneOne' | 'done' | 'refusedTitle' | 'failed' | 'stopped', Text>
>;

interface OutcomeProps extends OpenUnit {
  readonly result: Result;
  readonly units: readonly Reachable[];
  readonly words: OutcomeWords;
  readonly running: boolean;
  /** Why asking again decided nothing. */
  readonly fault: string | null;
  readonly onAgain: () => void;
  /** Besides what the press itself came to. */
  readonly children?: preact.ComponentChildren;
  readonly onClose: () => void;
}

/** What is said of several in the same words but for the name is said once of all of them. */
function alike(
  refused: Result['refused'],
  units: readonly Reachable[],
): readonly (readonly [string, readonly Reachable[]])[] {
  const known = new Map(units.map((each) => [each.code, each]));
  const said = new Map<string, { readonly message: string; readonly who: Reachable[] }>();
  for (const { unit: code, message } of refused) {
    const unit = known.get(code) ?? { code, name: code };
    const bare = capitalised(withoutName(withoutName(message, unit.name), code).trim());
    const same = said.get(bare) ?? { message, who: [] };
    same.who.push(unit);
    said.set(bare, same);
  }
  return [...said].map(([bare, { message, who }]) => [who.length === 1 ? message : bare, who]);
}

function withoutName(message: string, name: string): string {
  return message.replaceAll(` ${name}`, '').replaceAll(`${name} `, '');
}

interface ToldProps {
  readonly heading: string;
  readonly children?: preact.ComponentChildren;
  readonly onClose: () => void;
}

/** The last that a dialog says. */
export function Told({ heading, children, onClose }: ToldProps) {
  const { t } = useWords();
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  return (
    <div class="outcome">
      <h2 id="decision-question" ref={title} tabIndex={-1}>
        {heading}
      </h2>
      {children}
      <div class="button-row">
        <button class="button primary" type="button" onClick={onClose}>
          {t(words.close)}
        </button>
      </div>
    </div>
  );
}

/** What became of it, of each unit. */
export function Outcome({
  result,
  units,
  words: own,
  running,
  fault,
  onAgain,
  children,
  onOpen,
  onClose,
}: OutcomeProps) {
  const { t } = useWords();
  const trouble = useTroubleWords();
  const { decided, refused, unknown, stopped } = result;
  const heading =
    decided.length === 0
      ? t(own.none)
      : units.length === 1
        ? t(own.doneOne)
        : t(own.done, { count: decided.length });
  return (
    <Told heading={heading} onClose={onClose}>
      {refused.length > 0 && (
        <section class="notice tone-bad">
          <h3>{t(own.refusedTitle, { count: refused.length })}</h3>
          <ul class="outcome-list">
            {alike(refused, units).map(([message, who]) => (
              <li key={message}>
                <strong>{message}</strong> <NamedUnits units={who} onOpen={onOpen} />
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
      {children}
    </Told>
  );
}
