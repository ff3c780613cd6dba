import { deciding as words } from '../../../../../shared/wording/page-desk.ts';
import { useWords } from '../../page-context.ts';

const mostNamed = 30;

/** By name, whom a press reaches: a number alone nobody checks. */
export function Reached({ units }: { units: readonly { readonly code: string; readonly name: string }[] }) {
  const { t } = useWords();
  if (units.length < 2) return null;
  const rest = units.length - mostNamed;
  return (
    // Scrolled by keyboard too, where it is long.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reached
    <ul class="reached" tabIndex={0} aria-label={t(words.reached)}>
      {units.slice(0, mostNamed).map(({ code, name }) => (
        <li key={code}>{name}</li>
      ))}
      {rest > 0 && <li>{t(words.andMore, { count: rest })}</li>}
    </ul>
  );
}
