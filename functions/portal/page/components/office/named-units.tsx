import type { ComponentChildren } from 'preact';
import { deciding as words } from '../../../../../shared/wording/page-deciding.ts';
import { board } from '../../../../../shared/wording/page-desk.ts';
import type { Reachable } from '../../deciding.ts';
import { useWords } from '../../page-context.ts';
import { Phone } from './phone.tsx';

export interface OpenUnit {
  /** Opens the unit's page; absent where it is open already. */
  readonly onOpen?: ((unit: string) => void) | undefined;
}

/** So many names are read at once; the others unfold. */
const namedAtOnce = 30;

interface Props extends OpenUnit {
  readonly units: readonly Reachable[];
  /** What stands beside each, where something does. */
  readonly beside?: ((unit: Reachable) => ComponentChildren) | undefined;
}

/** Every unit that is meant, by name, with the way to its page and its telephone: a number alone nobody checks. */
export function NamedUnits({ units, onOpen, beside }: Props) {
  const { t } = useWords();
  const rest = units.slice(namedAtOnce);
  return (
    <>
      <span class="named-units">
        {units.slice(0, namedAtOnce).map((unit) => (
          <Named key={unit.code} {...{ unit, onOpen, beside }} />
        ))}
      </span>
      {rest.length > 0 && (
        <details>
          <summary>{t(words.andMore, { count: rest.length })}</summary>
          <span class="named-units">
            {rest.map((unit) => (
              <Named key={unit.code} {...{ unit, onOpen, beside }} />
            ))}
          </span>
        </details>
      )}
    </>
  );
}

function Named({ unit, onOpen, beside }: Omit<Props, 'units'> & { readonly unit: Reachable }) {
  const { t } = useWords();
  const { code, name, phone } = unit;
  return (
    <span class="named-unit">
      {onOpen ? (
        <button
          class="unit-link"
          type="button"
          aria-label={t(board.open, { unit: name })}
          onClick={() => onOpen(code)}
        >
          {name}
        </button>
      ) : (
        name
      )}
      {phone !== undefined && (
        <>
          {' '}
          <Phone number={phone} />
        </>
      )}
      {beside && <> {beside(unit)}</>}
    </span>
  );
}
