/** What breaks first: which setting of a smaller office holds up a larger one, one after the other. */
import type { Capacity, Quotas } from '../../../infra/capacity.ts';
import { percentile } from '../figures.ts';
import { type Cause, type Day, type Outcome, playDay } from './day.ts';

export interface Break {
  /** Before it was mended: 99 of 100 of the last hour's reports had their receipt by then, and saw the page. */
  readonly toReceipt: number;
  readonly toOpen: number;
  /** What most was lost to, and the settings that mend it; null where nothing is broken. */
  readonly mended: { readonly cause: Cause; readonly settings: readonly string[] } | null;
}

/** Seconds within which 99 of 100 of the last hour's have their receipt, and see the page. */
export const receiptWithin = 15 * 60;
export const openWithin = 60;

type Settings = Pick<Day, 'capacity' | 'quotas'>;
type Setting = keyof Capacity | keyof Quotas;

/** The settings that go together. */
const mends: Readonly<Record<Exclude<Cause, 'partition'>, readonly Setting[]>> = {
  requestsPerSecond: ['requestsPerSecond', 'requestsAtOnce'],
  executions: ['executions', 'reservedForPortal'],
  readersAtOnce: ['readersAtOnce'],
  sendersAtOnce: ['sendersAtOnce'],
  mailsPerSecond: ['mailsPerSecond'],
  mailsADay: ['mailsADay'],
};

export function isBroken({ toReceipt, toOpen }: Pick<Outcome, 'toReceipt' | 'toOpen'>): boolean {
  return percentile(toReceipt, 0.99) > receiptWithin || percentile(toOpen, 0.99) > openWithin;
}

/**
 * Plays the day with `small` settings, raises what most was lost to up to `large`, and plays it again, until nothing is
 * broken any more. Throws where the large settings do not mend it.
 */
export function whatBreaks(
  day: Omit<Day, keyof Settings>,
  small: Settings,
  large: Settings,
): readonly Break[] {
  const breaks: Break[] = [];
  for (let set = small; ; ) {
    const outcome = playDay({ ...day, ...set });
    const times = {
      toReceipt: percentile(outcome.toReceipt, 0.99),
      toOpen: percentile(outcome.toOpen, 0.99),
    };
    if (!isBroken(outcome)) return [...breaks, { ...times, mended: null }];
    const [cause] = (Object.entries(outcome.lost) as [Cause, number][])
      .filter(([of, seconds]) => seconds > 0 && differing(of, set, large).length > 0)
      .sort(([, one], [, other]) => other - one)
      .map(([of]) => of);
    if (cause === undefined)
      throw new Error(`no setting mends ${JSON.stringify({ ...times, ...outcome.lost })}`);
    const settings = differing(cause, set, large);
    const told = settings.map((name) => `${name} ${settingOf(set, name)} → ${settingOf(large, name)}`);
    breaks.push({ ...times, mended: { cause, settings: told } });
    set = raised(set, large, settings);
  }
}

function differing(cause: Cause, set: Settings, large: Settings): readonly Setting[] {
  if (cause === 'partition') return [];
  return mends[cause].filter((name) => settingOf(set, name) !== settingOf(large, name));
}

function settingOf({ capacity, quotas }: Settings, name: Setting): number {
  return { ...capacity, ...quotas }[name];
}

function raised({ capacity, quotas }: Settings, large: Settings, settings: readonly Setting[]): Settings {
  const from = (names: readonly string[]) =>
    Object.fromEntries(
      settings.filter((name) => names.includes(name)).map((name) => [name, settingOf(large, name)]),
    );
  return {
    capacity: { ...capacity, ...from(Object.keys(capacity)) },
    quotas: { ...quotas, ...from(Object.keys(quotas)) },
  };
}
