import { useEffect, useState } from 'preact/hooks';
import { frame } from '../../../../shared/wording/page.ts';
import { uploadMemory } from '../browser-memory.ts';
import { useAnswer, useDependencies, useWords, ZoneContext } from '../page-context.ts';
import { DutyList } from './duty-list.tsx';
import { DutyPage } from './duty-page.tsx';
import { Frame } from './frame.tsx';
import { Trouble } from './trouble.tsx';

/** What a unit's link opens: its duties, and one of them at a time. */
export function UnitPage() {
  const { uploads } = useDependencies();
  const { t } = useWords();
  const [period, open] = usePeriodInHistory(() => uploadMemory.read()[0]?.period ?? null);
  const list = useAnswer((api) => api.duties(), 'duties');

  // An upload that a closed page left behind is asked for again; asking changes nothing on the server.
  useEffect(() => {
    void uploads.resume();
  }, [uploads]);

  const name = list.value?.unitName ?? null;
  const duty = list.value?.duties.find((one) => one.period === period) ?? null;
  useEffect(() => {
    document.title = [duty?.title, t(frame.title), name].filter(Boolean).join(' · ');
  });

  return (
    <Frame visitor={name} office={list.value?.office ?? null}>
      {list.error !== null && list.value === null && <Trouble error={list.error} onRetry={list.reload} />}
      {list.value === null && list.error === null && <p class="loading">{t(frame.loading)}</p>}
      {list.value && (
        <ZoneContext.Provider value={list.value.duties[0]?.timeZone ?? 'UTC'}>
          {period === null ? (
            <DutyList list={list.value} onOpen={open} />
          ) : (
            <DutyPage
              key={period}
              period={period}
              now={list.value.now}
              onBack={() => open(null)}
              onChange={list.reload}
            />
          )}
        </ZoneContext.Provider>
      )}
    </Frame>
  );
}

/** The open period lives in the history entry: the back button works, and the address keeps its token alone. */
function usePeriodInHistory(initial: () => string | null) {
  const read = (): string | null => {
    const kept: unknown = history.state?.period;
    return typeof kept === 'string' ? kept : null;
  };
  const [period, setPeriod] = useState(() => read() ?? initial());
  useEffect(() => {
    const follow = () => setPeriod(read());
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  function open(wanted: string | null): void {
    history.pushState(wanted === null ? null : { period: wanted }, '');
    scrollTo(0, 0);
    setPeriod(wanted);
  }
  return [period, open] as const;
}
