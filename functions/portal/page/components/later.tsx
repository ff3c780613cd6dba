import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { frame } from '../../../../shared/wording/page.ts';
import { NetworkLost } from '../api.ts';
import { useWords } from '../page-context.ts';
import { Frame } from './frame.tsx';
import { Trouble } from './trouble.tsx';

/** A view that few need: it comes as a chunk of its own. `load` must be the same function at each drawing. */
export function Later({ load }: { load: () => Promise<ComponentType> }) {
  const { t } = useWords();
  const [round, setRound] = useState(0);
  const [view, setView] = useState<{ readonly View: ComponentType | null; readonly failed: boolean }>({
    View: null,
    failed: false,
  });
  useEffect(() => {
    load().then(
      (View) => setView({ View, failed: false }),
      () => setView({ View: null, failed: true }),
    );
  }, [load, round]);
  if (view.View) return <view.View />;
  return (
    <Frame>
      {view.failed ? (
        <Trouble error={new NetworkLost()} onRetry={() => setRound(round + 1)} />
      ) : (
        <p class="loading">{t(frame.loading)}</p>
      )}
    </Frame>
  );
}
