import { deciding as words } from '../../../../../shared/wording/page-deciding.ts';
import type { Reachable } from '../../deciding.ts';
import { useWords } from '../../page-context.ts';
import { NamedUnits } from './named-units.tsx';

/** How many a press reaches, and all of them by name. */
export function Reached({ units }: { units: readonly Reachable[] }) {
  const { t } = useWords();
  if (units.length < 2) return null;
  return (
    <div class="reached">
      <p class="field-label">{t(words.reached, { count: units.length })}</p>
      <NamedUnits units={units} />
    </div>
  );
}
