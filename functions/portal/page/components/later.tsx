import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { frame } from '../../../../shared/wording/page.ts';
import { NetworkLost } from '../api.ts';
import { useWords } from '../page-context.ts';
import { Frame } from './frame.tsx';
import { Trouble } from './trouble.tsx';

interface Loaded<Props> {
  readonly View: ComponentType<Props> | null;
  /** What stands in its place until it has come. */
  readonly meanwhile: ComponentChildren;
}

type Load<Props> = () => Promise<ComponentType<Props>>;

/** What has come, by what asked for it. */
const known = new WeakMap<object, unknown>();

/** Asks for a part before it is needed: it is drawn at once then. Where it does not come, whoever needs it asks again. */
export async function fetchLater<Props>(load: Load<Props>): Promise<void> {
  await load().then(
    (View) => known.set(load, View),
    () => {},
  );
}

function knownOf<Props>(load: Load<Props>): ComponentType<Props> | null {
  return (known.get(load) as ComponentType<Props> | undefined) ?? null;
}

/** A part that few need: it comes as a chunk of its own. `load` must be the same function at each drawing. */
function useLater<Props>(load: Load<Props>): Loaded<Props> {
  const { t } = useWords();
  const [round, setRound] = useState(0);
  const [came, setCame] = useState<{ readonly View: ComponentType<Props> | null; readonly failed: boolean }>(
    () => ({ View: knownOf(load), failed: false }),
  );
  useEffect(() => {
    load().then(
      (View) => setCame({ View, failed: false }),
      () => setCame({ View: null, failed: true }),
    );
  }, [load, round]);
  return {
    View: came.View,
    meanwhile: came.failed ? (
      <Trouble error={new NetworkLost()} onRetry={() => setRound(round + 1)} />
    ) : (
      <p class="loading">{t(frame.loading)}</p>
    ),
  };
}

/** A whole view. */
export function Later({ load }: { load: () => Promise<ComponentType> }) {
  const { View, meanwhile } = useLater(load);
  return View ? <View /> : <Frame>{meanwhile}</Frame>;
}

/** A part of a view, and what it is given. */
export function LaterPart<Props extends object>({ load, given }: { load: Load<Props>; given: Props }) {
  const { View, meanwhile } = useLater(load);
  return View ? <View {...given} /> : meanwhile;
}
