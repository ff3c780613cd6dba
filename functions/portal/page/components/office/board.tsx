import { useMemo, useState } from 'preact/hooks';
import { isFiled } from '../../../../../shared/filing/owing.ts';
import { filterWords, board as words } from '../../../../../shared/wording/page-desk.ts';
import { givenHours, issueLinks } from '../../../../../shared/wording/page-first-view.ts';
import { dutyStatusWords } from '../../../../../shared/wording/statuses.ts';
import type { OfficePeriod } from '../../../contract/office.ts';
import type { Overview } from '../../api.ts';
import {
  addressesOf,
  type BoardLine,
  countsOf,
  type Filter,
  linesOf,
  type Sort,
  shownLines,
} from '../../board.ts';
import { type BulkKind, fitsUnit } from '../../bulk.ts';
import type { Reachable } from '../../deciding.ts';
import { hasOpenWork, isOverdue, orderPeriods } from '../../office-order.ts';
import { useWords } from '../../page-context.ts';
import { useOnPaper } from '../../paper.ts';
import { toggled } from '../../toggled.ts';
import { Deadline } from '../deadline.tsx';
import { Trouble } from '../trouble.tsx';
import type { Action } from './action.ts';
import { AmendmentList, OpenDuty } from './amend/amendments.tsx';
import { BoardTable } from './board-table.tsx';
import { BoardTools, BulkBar } from './board-tools.tsx';
import { FilingRate } from './filing-rate.tsx';
import { GivenHours } from './given-hours.tsx';
import { OfficeReports } from './office-reports.tsx';
import { PeriodMatrix } from './period-matrix.tsx';
import { UrgingLetter } from './urging-letter.tsx';
import { useMoreUnits, useReminded } from './use-units.ts';

interface Props {
  readonly overview: Overview;
  /** Counts what was decided, and each time somebody asks for it all anew. */
  readonly changes: number;
  readonly onOpen: (period: string, unit: string) => void;
  readonly onIssue: (period: string) => void;
  readonly onAct: (action: Action, onDone?: (decided: readonly string[]) => void) => void;
  readonly onProlong: (period: string) => void;
  /** Called when the regime may have changed. */
  readonly onChanged: () => void;
}

const everyPeriod = '*';
/** So many lines are drawn at once; choosing all chooses those not drawn too. */
const page = 100;

/** The periods as tabs; under each its rate, its filters and its units; under the last all of them side by side. */
export function Board({ overview, changes, onOpen, onIssue, onAct, onProlong, onChanged }: Props) {
  const { t } = useWords();
  const periods = orderPeriods(overview.periods);
  const [chosen, choose] = useState(periods[0]?.period ?? everyPeriod);
  const period = periods.find((each) => each.period === chosen);
  const [unfolded, unfold] = useState(false);
  const waiting = periods.filter(({ status }) => status === 'awaiting-guidance');
  const folded = waiting.length > 1 && !unfolded && !waiting.some((each) => each === period);
  return (
    <section aria-labelledby="board-title">
      <h2 id="board-title" class="unseen">
        {t(words.periods)}
      </h2>
      <div class="period-tabs no-print">
        {periods
          .filter((each) => !folded || !waiting.includes(each))
          .map((each) => (
            <button
              key={each.period}
              class="period-tab"
              type="button"
              aria-pressed={each.period === chosen}
              onClick={() => choose(each.period)}
            >
              <span>{each.title}</span>
              <span class="period-share">
                {each.status === 'awaiting-guidance'
                  ? t(dutyStatusWords['awaiting-guidance'])
                  : t(words.share, {
                      filed: each.rate.filed,
                      all: each.rate.expected - each.rate.excluded,
                    })}
              </span>
              {isOverdue(each, overview.now) && (
                <span class="period-overdue tone-bad">{t(dutyStatusWords.overdue)}</span>
              )}
            </button>
          ))}
        {folded && (
          <button class="period-tab" type="button" aria-expanded={false} onClick={() => unfold(true)}>
            {t(words.awaitingPeriods)} <span class="period-share">{waiting.length}</span>
          </button>
        )}
        <button
          class="period-tab"
          type="button"
          aria-pressed={chosen === everyPeriod}
          onClick={() => choose(everyPeriod)}
        >
          {t(words.everyPeriod)}
        </button>
      </div>
      {period ? (
        <PeriodBoard
          key={period.period}
          {...{ period, overview, changes, onIssue, onAct, onProlong, onChanged }}
          onOpen={(unit) => onOpen(period.period, unit)}
        />
      ) : (
        <PeriodMatrix periods={periods} onOpen={onOpen} />
      )}
      <AmendmentList {...{ overview, onChanged }} />
    </section>
  );
}

interface PeriodProps {
  readonly period: OfficePeriod;
  readonly overview: Overview;
  readonly changes: number;
  readonly onOpen: (unit: string) => void;
  readonly onIssue: (period: string) => void;
  readonly onAct: (action: Action, onDone?: (decided: readonly string[]) => void) => void;
  readonly onProlong: (period: string) => void;
  readonly onChanged: () => void;
}

function PeriodBoard(props: PeriodProps) {
  const { period, overview, changes, onOpen, onIssue, onAct, onProlong, onChanged } = props;
  const { t } = useWords();
  const more = useMoreUnits(period);
  const lines = useMemo(() => linesOf([...period.units, ...(more.value ?? [])]), [period, more.value]);
  // Who decides about "all" must not decide about the first page.
  const whole = more.value !== null || (period.next ?? null) === null;
  const counts = useMemo(() => countsOf(lines), [lines]);
  const [filter, setFilter] = useState<Filter>('all');
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<Sort>('need');
  const [drawnFirst, drawMore] = useState(page);
  const isOnPaper = useOnPaper();
  const drawn = isOnPaper ? lines.length : drawnFirst;
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(() => shownLines(lines, { filter, search, sort }), [lines, filter, search, sort]);
  const reminded = useReminded(period.period, lines, changes, overview);
  const decides = overview.role === 'decides';
  const pickedLines = lines.filter(({ unit }) => picked.has(unit.code));
  const chosen = pickedLines.map(reachableOf);

  const isIssued = (period.reports.findLast(({ kind }) => kind === 'final')?.signed ?? null) !== null;

  function reachableOf({ unit, email, phone, askedUntil, attempt, ownDue, status }: BoardLine): Reachable {
    const fileWaits = attempt?.state === 'unreadable';
    const filed = isFiled(status);
    return { ...unit, email, phone, askedUntil, fileWaits, filed, due: ownDue ?? period.due };
  }

  /** About those of the chosen whom it fits. What was done is done: who is left is who is chosen still. */
  function actOnChosen(kind: BulkKind): void {
    // Of a reminder the portal is asked, and says of each why it would not go; more time is given to whoever has filed where
    // that is expressly meant.
    const mayFit = ({ status }: BoardLine) =>
      kind === 'reminder' || (kind === 'extension' && isFiled(status));
    const fits = (line: BoardLine) => mayFit(line) || fitsUnit[kind](line);
    onAct(
      {
        kind,
        period: period.period,
        title: period.title,
        units: pickedLines.filter(fits).map(reachableOf),
        notFit: pickedLines.filter((line) => !fits(line)).map(reachableOf),
        commonDue: period.due,
      },
      (decided) => setPicked((held) => new Set([...held].filter((code) => !decided.includes(code)))),
    );
  }

  return (
    <div class="panel board">
      <div class="office-head">
        <div>
          <h3 class="board-period">
            {period.title} <span class="period">{period.period}</span>
          </h3>
          <Deadline due={period.due} now={overview.now} open={hasOpenWork(period)} />
        </div>
        <FilingRate rate={period.rate} />
      </div>
      {decides && period.status === 'awaiting-guidance' && (
        <button
          class="button primary no-print board-guidance"
          type="button"
          disabled={!whole}
          onClick={() =>
            onAct({
              kind: 'guidance',
              period: period.period,
              title: period.title,
              units: lines.map(({ unit }) => unit),
            })
          }
        >
          {t(words.enterGuidance)}
        </button>
      )}
      <BoardTools
        counts={counts}
        filter={filter}
        search={search}
        onFilter={setFilter}
        onSearch={setSearch}
        onSort={setSort}
        sort={sort}
      />
      {more.error !== null && <Trouble error={more.error} onRetry={more.reload} />}
      {!whole && <p class="field-warning">{t(words.partly, { count: lines.length })}</p>}
      <p class="small" role="status">
        {shown.length === 0 ? t(words.nobody) : t(words.shown, { shown: shown.length, all: lines.length })}
        {filter !== 'all' && t(words.shownOf, { what: t(filterWords[filter]) })}
        {search.trim() !== '' && t(words.shownOf, { what: `“${search.trim()}”` })}
      </p>
      {shown.length > 0 && (
        <BoardTable
          lines={shown.slice(0, drawn)}
          reminded={reminded}
          picked={decides ? picked : null}
          allPicked={shown.every(({ unit }) => picked.has(unit.code))}
          pickAllLabel={t(words.pickAll, { count: shown.length })}
          onPick={(code) => setPicked((held) => toggled(held, code))}
          onPickAll={(all) => setPicked(new Set(all ? shown.map(({ unit }) => unit.code) : []))}
          onOpen={onOpen}
        />
      )}
      {shown.length > drawn && (
        <button class="button small-button" type="button" onClick={() => drawMore(drawn + 3 * page)}>
          {t(words.more, { count: shown.length - drawn })}
        </button>
      )}
      {decides && chosen.length > 0 && (
        <BulkBar
          lines={pickedLines}
          filter={filter}
          reminded={reminded}
          now={overview.now}
          addresses={addressesOf(pickedLines)}
          whole={whole}
          onAct={actOnChosen}
          onUnpick={() => setPicked(new Set())}
        />
      )}
      {decides && (
        <div class="board-more no-print">
          <div class="button-row">
            {counts.owing > 0 && <UrgingLetter period={period.period} />}
            <OpenDuty {...{ chosen, overview, onChanged }} />
            {period.due !== null && (
              <button
                class="button small-button"
                type="button"
                disabled={!whole}
                onClick={() => onProlong(period.period)}
              >
                {t(givenHours.open)}
              </button>
            )}
          </div>
          <GivenHours {...{ period, lines, whole, onAct }} />
        </div>
      )}
      <div class="board-reports">
        <h4>{t(words.reports)}</h4>
        <OfficeReports period={period.period} reports={period.reports} />
        {period.reports.some(({ kind }) => kind === 'final') && (
          <button
            class={decides && !isIssued ? 'button primary no-print' : 'button no-print'}
            type="button"
            onClick={() => onIssue(period.period)}
          >
            {t(decides ? (isIssued ? issueLinks.issuedNow : issueLinks.open) : issueLinks.view)}
          </button>
        )}
      </div>
    </div>
  );
}
