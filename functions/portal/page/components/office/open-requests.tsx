import { bulk as words } from '../../../../../shared/wording/page-bulk.ts';
import type { Reachable } from '../../deciding.ts';
import { useWords } from '../../page-context.ts';
import { NamedUnits, type OpenUnit } from './named-units.tsx';

interface Props extends OpenUnit {
  readonly units: readonly Reachable[];
  /** Absent where it is about one unit alone. */
  readonly onLeaveOut?: ((units: readonly string[]) => void) | undefined;
}

/** Who waits for the office's own answer: better answered first, and at one press left out of what is done about the others. */
export function OpenRequests({ units, onOpen, onLeaveOut }: Props) {
  const waiting = [
    { said: words.asking, units: units.filter(({ askedUntil }) => askedUntil != null) },
    { said: words.fileWaits, units: units.filter(({ fileWaits }) => fileWaits === true) },
  ].filter((each) => each.units.length > 0);
  const { t } = useWords();
  return (
    <>
      {waiting.map(({ said, units: who }) => (
        <div key={said.en} class="field-warning open-requests">
          {t(said, { count: who.length })}{' '}
          <NamedUnits
            units={who}
            onOpen={onOpen}
            beside={
              onLeaveOut &&
              (({ code, name }) => (
                <button
                  class="button small-button"
                  type="button"
                  aria-label={t(words.leaveOutLabel, { unit: name })}
                  onClick={() => onLeaveOut([code])}
                >
                  {t(words.leaveOut)}
                </button>
              ))
            }
          />
          {onLeaveOut && who.length > 1 && (
            <button
              class="button small-button"
              type="button"
              onClick={() => onLeaveOut(who.map(({ code }) => code))}
            >
              {t(words.leaveAllOut, { count: who.length })}
            </button>
          )}
        </div>
      ))}
    </>
  );
}

/** Whom a press leaves out although they were chosen. */
export function LeftOut({ units, onTakeIn }: { readonly units: readonly Reachable[]; onTakeIn: () => void }) {
  const { t } = useWords();
  if (units.length === 0) return null;
  return (
    <p class="left-out small">
      {t(words.leftOut, { count: units.length })} {units.map(({ name }) => name).join('; ')}{' '}
      <button class="button small-button" type="button" onClick={onTakeIn}>
        {t(words.takeIn)}
      </button>
    </p>
  );
}
