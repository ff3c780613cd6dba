import { bulk as words } from '../../../../../../shared/wording/page-bulk.ts';
import type { Leaving } from '../../../bulk.ts';
import type { Reachable } from '../../../deciding.ts';
import { useWords } from '../../../page-context.ts';
import { NamedUnits, type OpenUnit } from '../named-units.tsx';

interface Props extends OpenUnit {
  readonly units: readonly Reachable[];
  /** Absent where it is about one unit alone. */
  readonly onLeaveOut?: ((units: readonly string[]) => void) | undefined;
}

/** Who waits for the office's own answer: better answered first, and at one press left out of what is done about the others. */
export function OpenRequests({ units, onOpen, onLeaveOut }: Props) {
  const waiting = [
    // Of many these are left out by themselves.
    { said: words.asking, units: onLeaveOut ? [] : units.filter(({ askedUntil }) => askedUntil != null) },
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

interface ByDefaultProps extends OpenUnit {
  readonly groups: ReadonlyMap<Leaving, readonly Reachable[]>;
  /** Which of them are taken in all the same. */
  readonly taken: ReadonlySet<Leaving>;
  readonly onTake: (why: Leaving) => void;
}

/** Whom a press about many leaves out by itself, each group with the way to take it in. */
export function LeftByDefault({ groups, taken, onTake, onOpen }: ByDefaultProps) {
  const { t } = useWords();
  return (
    <>
      {[...groups].map(([why, units]) => (
        <div key={why} class="field-warning left-by-default">
          {t(words.left[why], { count: units.length })} <NamedUnits units={units} onOpen={onOpen} />
          <label class="choice">
            <input type="checkbox" checked={taken.has(why)} onChange={() => onTake(why)} />{' '}
            {t(words.takeGroup, { count: units.length })}
          </label>
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
