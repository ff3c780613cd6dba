import { dueMoves as words } from '../../../../../shared/wording/page-bulk.ts';
import type { SameDue } from '../../due-moves.ts';
import { useTime, useWords } from '../../page-context.ts';
import { NamedUnits } from './named-units.tsx';

interface Props {
  readonly groups: readonly SameDue[];
  /** In words; null while it is not known. */
  readonly to: (group: SameDue) => string | null;
  /** Whether the new deadline would have passed. */
  readonly isOver?: (group: SameDue) => boolean;
  /** The one unit that is meant stands in the question. */
  readonly isNamed?: boolean;
}

/** Of each unit the deadline it has and the one it would have. */
export function DueMoves({ groups, to, isOver = () => false, isNamed = false }: Props) {
  const { t } = useWords();
  const { dateTime } = useTime();
  return (
    <ul class="due-moves">
      {groups.map((group) => {
        const { due, isOwn, units } = group;
        const next = to(group);
        return (
          <li key={due}>
            <strong>
              {t(isOwn ? words.own : words.now, { from: dateTime(due) ?? due })}
              {next !== null && ` ${t(words.to, { to: next })}`}
            </strong>{' '}
            {isOver(group) && <span class="field-warning">{t(words.over)} </span>}
            {units.length > 1 && `${t(words.units, { count: units.length })} `}
            {!isNamed && <NamedUnits units={units} />}
          </li>
        );
      })}
    </ul>
  );
}
