import { coming as words } from '../../../../../shared/wording/page-coming.ts';
import type { AlsoOwed as Also } from '../../board.ts';
import { useWords } from '../../page-context.ts';
import { NamedUnits } from './named-units.tsx';

/** Of whom is held back from one report: the others that it is reminded of all the same. */
export function AlsoOwed({ also: { reports, partly } }: { readonly also: Also }) {
  const { t } = useWords();
  if (reports.length === 0 && !partly) return null;
  return (
    <div class="also-owed">
      {reports.length > 0 && <p class="field-warning">{t(words.alsoReminded)}</p>}
      <ul>
        {reports.map(({ period, title, units }) => (
          <li key={period}>
            <strong>{title}</strong>: <NamedUnits units={units} />
          </li>
        ))}
      </ul>
      {partly && <p class="field-warning">{t(words.alsoUnknown)}</p>}
    </div>
  );
}
