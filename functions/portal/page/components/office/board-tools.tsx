import { mailingWords } from '../../../../../shared/wording/page-chase.ts';
import { actionWords, filterWords, board as words } from '../../../../../shared/wording/page-desk.ts';
import { type Filter, filters, type Sort, sorts } from '../../board.ts';
import { useWords } from '../../page-context.ts';
import { CopyAddresses } from './copy-addresses.tsx';
import type { Action } from './decision-dialog.tsx';

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

const bulkActions = [
  'hold-reminders',
  'extension',
  'extension-refusal',
  'nil',
  'accept-late',
  'exclude-unit',
] as const;

interface BulkProps {
  readonly count: number;
  /** Of the chosen units, as a mail program takes them; empty where none is known. */
  readonly addresses: string;
  /** Whether every unit is there: who decides about all must not decide about some. */
  readonly whole: boolean;
  readonly onAct: (kind: Action['kind']) => void;
  readonly onUnpick: () => void;
}

/** What can be decided about all that are chosen. */
export function BulkBar({ count, addresses, whole, onAct, onUnpick }: BulkProps) {
  const { t } = useWords();
  return (
    <fieldset class="bulk no-print" disabled={!whole}>
      <legend>{t(words.picked, { count })}</legend>
      <button class="button small-button primary" type="button" onClick={() => onAct('reminder')}>
        {t(mailingWords.reminder.button)}
      </button>
      {bulkActions.map((kind) => (
        <button key={kind} class="button small-button" type="button" onClick={() => onAct(kind)}>
          {t(actionWords[kind].button)}
        </button>
      ))}
      {addresses !== '' && <CopyAddresses key={addresses} addresses={addresses} />}
      <button class="button small-button" type="button" onClick={onUnpick}>
        {t(words.unpick)}
      </button>
    </fieldset>
  );
}
