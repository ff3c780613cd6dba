import { bulkNone } from '../../../../../shared/wording/page-bulk.ts';
import { filterWords, board as words } from '../../../../../shared/wording/page-desk.ts';
import { actionButtons } from '../../../../../shared/wording/page-first-view.ts';
import { type BoardLine, type Filter, filters, type Sort, sorts } from '../../board.ts';
import { type BulkKind, bulkKinds, fitsUnit, mainOf } from '../../bulk.ts';
import { useTime, useWords } from '../../page-context.ts';
import { CopyAddresses } from './copy-addresses.tsx';
import type { Reminded } from './use-units.ts';

const sortWords = { need: words.sortByNeed, name: words.sortByName, time: words.sortByTime } as const;

interface ToolsProps {
  readonly counts: Readonly<Record<Filter, number>>;
  readonly filter: Filter;
  readonly search: string;
  readonly sort: Sort;
  readonly onFilter: (filter: Filter) => void;
  readonly onSearch: (search: string) => void;
  readonly onSort: (sort: Sort) => void;
}

/** Which units are shown, and in which order. */
export function BoardTools({ counts, filter, search, sort, onFilter, onSearch, onSort }: ToolsProps) {
  const { t } = useWords();
  return (
    <div class="board-tools no-print">
      <fieldset class="filters">
        <legend class="unseen">{t(words.filter)}</legend>
        {filters.map((each) => (
          <button
            key={each}
            class="filter"
            type="button"
            aria-pressed={filter === each}
            onClick={() => onFilter(each)}
          >
            {t(filterWords[each])} <span class="filter-count">{counts[each]}</span>
          </button>
        ))}
      </fieldset>
      <div class="board-find">
        <label>
          <span class="unseen">{t(words.search)}</span>
          <input
            type="text"
            value={search}
            placeholder={`${t(words.search)} (${t(words.searchHint)})`}
            onInput={(event) => onSearch(event.currentTarget.value)}
          />
        </label>
        <label>
          <span class="unseen">{t(words.sort)}</span>
          <select
            value={sort}
            onChange={(event) => onSort(sorts.find((each) => each === event.currentTarget.value) ?? 'need')}
          >
            {sorts.map((each) => (
              <option key={each} value={each}>
                {t(sortWords[each])}
              </option>
            ))}
          </select>
        </label>
      </div>
    </div>
  );
}

interface BulkProps {
  /** Those that are chosen. */
  readonly lines: readonly BoardLine[];
  readonly filter: Filter;
  readonly reminded: Reminded;
  /** The server's clock, ms since 1970. */
  readonly now: number;
  /** Of the chosen units, as a mail program takes them; empty where none is known. */
  readonly addresses: string;
  /** Whether every unit is there: who decides about all must not decide about some. */
  readonly whole: boolean;
  readonly onAct: (kind: BulkKind) => void;
  readonly onUnpick: () => void;
}

/** What can be decided about those that are chosen, each with how many of them it fits; of what fits none it is said why. */
export function BulkBar({ lines, filter, reminded, now, addresses, whole, onAct, onUnpick }: BulkProps) {
  const { t } = useWords();
  const { today } = useTime();
  const wasToday = ({ unit }: BoardLine) => {
    const at = typeof reminded === 'string' ? null : reminded.get(unit.code)?.at;
    return at != null && today(Date.parse(at)) === today(now);
  };
  // Who asks is answered first; to an address that returns mail none goes, and to nobody a second one of the day.
  const reachesNobody = (line: BoardLine) =>
    line.askedUntil !== null || line.bounced === true || wasToday(line);
  const isMain = (kind: BulkKind) =>
    kind === mainOf[filter] && !(kind === 'reminder' && lines.filter(fitsUnit.reminder).every(reachesNobody));
  const all = bulkKinds.map((kind) => ({ kind, count: lines.filter(fitsUnit[kind]).length }));
  const without = all.filter(({ count }) => count === 0);
  return (
    <fieldset class="bulk no-print" disabled={!whole}>
      <legend>{t(words.picked, { count: lines.length })}</legend>
      {all
        .filter(({ count }) => count > 0)
        .map(({ kind, count }) => (
          <button
            key={kind}
            class={`button small-button${isMain(kind) ? ' primary' : ''}`}
            type="button"
            onClick={() => onAct(kind)}
          >
            {t(actionButtons[kind])} ({count})
          </button>
        ))}
      {addresses !== '' && <CopyAddresses key={addresses} addresses={addresses} />}
      <button class="button small-button" type="button" onClick={onUnpick}>
        {t(words.unpick)}
      </button>
      {without.length > 0 && (
        <p class="small bulk-none">{without.map(({ kind }) => t(bulkNone[kind])).join(' ')}</p>
      )}
    </fieldset>
  );
}
