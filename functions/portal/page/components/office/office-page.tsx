import { useEffect, useState } from 'preact/hooks';
import { frame } from '../../../../../shared/wording/page.ts';
import { board as boardWords } from '../../../../../shared/wording/page-desk.ts';
import { deviceLinks } from '../../../../../shared/wording/page-first-view.ts';
import { office as words } from '../../../../../shared/wording/page-office.ts';
import type { DevicesLocked, ToDoList } from '../../../contract/desk.ts';
import type { Overview } from '../../api.ts';
import {
  useAnswer,
  useDependencies,
  useFocusOn,
  useFresh,
  useWords,
  ZoneContext,
} from '../../page-context.ts';
import { dateTime } from '../../words.ts';
import { useDialog } from '../dialogs.tsx';
import { Fault } from '../fault.tsx';
import { Frame } from '../frame.tsx';
import { fetchLater, LaterPart } from '../later.tsx';
import { Trouble, useTroubleWords } from '../trouble.tsx';
import type { Action } from './action.ts';
import { fetchAmendDialogs } from './amend/amendments.tsx';
import { Board } from './board.tsx';
import { ComingPanel } from './coming/coming-panel.tsx';
import { ToDoPanel } from './to-do-panel.tsx';
import { BouncedRecipients } from './unit/bounced-addresses.tsx';

/** One unit's duty, or, without a unit, the issue of a period's report, as the history entry keeps it. */
interface Place {
  readonly period: string;
  readonly unit: string | null;
}

/** Not of the first view, and asked for once that stands: a press finds them there, before the next key is taken. */
const decisionDialog = () => import('./decision-dialog.tsx').then(({ DecisionDialog }) => DecisionDialog);
const prolongDialog = () => import('./prolong-dialog.tsx').then(({ ProlongDialog }) => ProlongDialog);
const unitFilePage = () => import('./unit/unit-file-page.tsx').then(({ UnitFilePage }) => UnitFilePage);
/** Looked at once a period, and by few. */
const issuePage = () => import('./issue/issue-page.tsx').then(({ IssuePage }) => IssuePage);

/** What an office's link opens: what waits, the board of all units, and one unit at a time. */
export function OfficePage() {
  const { t } = useWords();
  const overview = useAnswer((api) => api.office(), 'office');
  const waiting = useAnswer((api) => api.ask<ToDoList>('to-do', ['items', 'total']), 'to-do');
  const [place, open] = usePlaceInHistory();
  const [changes, setChanges] = useState(0);
  const seen = overview.value;
  const show = useDialog(seen?.timeZone);
  // For who decides the board stands below the list: drawn before it, it would move away under somebody's finger.
  const listed = waiting.value !== null || waiting.error !== null;
  const heading = useFocusOn<HTMLHeadingElement>(seen === null || place !== null);
  useEffect(() => {
    document.title = [place?.unit, t(words.title), seen?.regime].filter(Boolean).join(' · ');
  });

  useEffect(() => {
    if (!listed || seen === null) return;
    fetchAmendDialogs();
    void fetchLater(decisionDialog);
    void fetchLater(prolongDialog);
    void fetchLater(unitFilePage);
  }, [listed && seen !== null]);

  function reload(): void {
    overview.reload();
    waiting.reload();
  }
  useFresh(reload);

  /** With what is not asked for each minute. */
  function reloadAll(): void {
    reload();
    setChanges((count) => count + 1);
  }

  const act = (action: Action, onDone?: (decided: readonly string[]) => void) =>
    seen &&
    show((onClose) => (
      <LaterPart
        load={decisionDialog}
        given={{
          action,
          overview: seen,
          onDecided: (decided: readonly string[]) => {
            onDone?.(decided);
            reloadAll();
          },
          onClose,
          ...(place === null && {
            onOpen: (unit: string) => {
              onClose();
              open({ period: action.period, unit });
            },
          }),
        }}
      />
    ));
  const prolong = (period: string) =>
    seen &&
    show((onClose) => (
      <LaterPart load={prolongDialog} given={{ period, overview: seen, onDecided: reloadAll, onClose }} />
    ));
  const decides = seen?.role === 'decides';
  const toDo = seen && (
    <ToDoPanel
      {...{ decides, list: waiting, periods: seen.periods }}
      onOpen={(period, unit) => open({ period, unit })}
    />
  );
  return (
    <Frame visitor={seen?.recipient ?? null} view="office">
      {overview.error !== null && <Trouble error={overview.error} onRetry={reload} />}
      {seen === null && overview.error === null && <p class="loading">{t(frame.loading)}</p>}
      {seen && (
        <ZoneContext.Provider value={seen.timeZone}>
          {place === null ? (
            <>
              <div class="title-row desk-title">
                <h1 ref={heading} tabIndex={-1}>
                  {seen.regime}
                </h1>
                <div class="office-as-of">
                  <p class="small">
                    {t(words.asOf, { time: dateTime(new Date(seen.now).toISOString(), seen.timeZone) ?? '' })}{' '}
                    <span class="no-print">{t(boardWords.updates)}</span>
                  </p>
                  <div class="button-row no-print">
                    <DeviceState key={seen.device?.until} overview={seen} onChange={overview.reload} />
                    <button class="button small-button" type="button" onClick={reloadAll}>
                      {t(words.refresh)}
                    </button>
                    <button class="button small-button" type="button" onClick={() => print()}>
                      {t(words.print)}
                    </button>
                  </div>
                </div>
              </div>
              <BouncedRecipients overview={seen} onAct={act} />
              {decides && toDo}
              {seen.periods.length === 0 ? (
                <p class="panel">{t(words.none)}</p>
              ) : (
                listed && (
                  <Board
                    {...{ overview: seen, changes }}
                    onOpen={(period, unit) => open({ period, unit })}
                    onIssue={(period) => open({ period, unit: null })}
                    onAct={act}
                    onProlong={prolong}
                    onChanged={reload}
                  />
                )
              )}
              {!decides && toDo}
              <ComingPanel overview={seen} changes={changes} onAct={act} />
            </>
          ) : place.unit === null ? (
            <LaterPart
              key={place.period}
              load={issuePage}
              given={{ period: place.period, overview: seen, onBack: () => open(null), onChange: reload }}
            />
          ) : (
            <LaterPart
              key={`${place.period}/${place.unit}`}
              load={unitFilePage}
              given={{
                period: place.period,
                unit: place.unit,
                overview: seen,
                changes,
                onBack: () => open(null),
                onAct: act,
                onChanged: reloadAll,
              }}
            />
          )}
        </ZoneContext.Provider>
      )}
    </Frame>
  );
}

/** Until when this device may decide, and the way to end it at once. */
function DeviceState({ overview, onChange }: { overview: Overview; onChange: () => void }) {
  const { api } = useDependencies();
  const { t } = useWords();
  const trouble = useTroubleWords();
  const [fault, setFault] = useState<string | null>(null);
  const { device, timeZone } = overview;
  if (device === null) return null;

  async function lock(): Promise<void> {
    setFault(null);
    try {
      await api.ask<DevicesLocked>('device/lock', ['locked'], {});
    } catch (error) {
      setFault(t(deviceLinks.lockFailed, { why: trouble(error) }));
    }
    onChange();
  }

  return (
    <>
      <span class="small">
        {t(deviceLinks.deviceUntil, { time: dateTime(device.until, timeZone)?.slice(-5) ?? device.until })}
      </span>
      <button
        class="button small-button"
        type="button"
        aria-label={t(deviceLinks.lockLabel)}
        onClick={() => void lock()}
      >
        {t(deviceLinks.lock)}
      </button>
      <Fault said={fault} />
    </>
  );
}

/** The open unit lives in the history entry: the back button works, and the address keeps its token alone. */
function usePlaceInHistory() {
  const read = (): Place | null => {
    const { period, unit }: { period?: unknown; unit?: unknown } = history.state ?? {};
    if (typeof period !== 'string') return null;
    return typeof unit === 'string' || unit === null ? { period, unit } : null;
  };
  const [place, setPlace] = useState(read);
  useEffect(() => {
    const follow = () => setPlace(read());
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  function open(wanted: Place | null): void {
    history.pushState(wanted, '');
    scrollTo(0, 0);
    setPlace(wanted);
  }
  return [place, open] as const;
}
