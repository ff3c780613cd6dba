import type { Figure as FigureValue } from '../../../../../shared/vocabulary/figure.ts';
import { verdict as words } from '../../../../../shared/wording/page-upload.ts';
import { useWords } from '../../page-context.ts';
import { number, shortDay } from '../../words.ts';

/** A number with the language's separators, an ISO date as people write it, text as it stands, or a dash. */
function Figure({ value }: { value: FigureValue }) {
  const { t, language } = useWords();
  if (value === null) {
    return (
      <>
        <span aria-hidden="true">–</span>
        <span class="unseen">{t(words.blank)}</span>
      </>
    );
  }
  if (typeof value === 'number') return <>{number(value, language)}</>;
  return <>{shortDay(value)}</>;
}

/** A difference with its sign; nothing where there is none to tell. */
export function Difference({ value }: { value: number | null }) {
  const { language } = useWords();
  if (value === null) return null;
  if (value === 0) return <>0</>;
  return <>{number(value, language, { signDisplay: 'always' }).replace('-', '−')}</>;
}

/** So many letters stand in the lines that are shown. */
const shownWhole = 30;

interface CellProps {
  readonly value: FigureValue;
  /** The column's; a narrow screen shows it beside the figure. */
  readonly name: string;
}

/** A figure in its column: digits stand each digit below the other; of words their beginning, in lines, and all at a press. */
export function FigureCell({ value, name }: CellProps) {
  const inWords = typeof value === 'string' && shortDay(value) === value;
  return (
    <td class={inWords ? 'words' : 'figure'} data-name={name}>
      {!inWords ? (
        <Figure value={value} />
      ) : value.length > shownWhole ? (
        <details class="whole">
          <summary>
            <span class="beginning">{value}</span>
          </summary>
        </details>
      ) : (
        <span class="beginning">{value}</span>
      )}
    </td>
  );
}
