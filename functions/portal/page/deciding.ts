/** Deciding about one unit or a thousand, and of each unit what became of it. */
import { mostUnits } from '../../../shared/vocabulary/most-units.ts';
import type { Mailed, Mended, Reach } from '../contract/chase.ts';
import type { Decided, DecideRequest } from '../contract/desk.ts';
import type { Prolonged, ProlongRequest } from '../contract/prolong.ts';
import { type Api, ApiRefused } from './api.ts';
import { inBatches } from './batches.ts';

/** What became of it, of each unit. */
interface Outcomes {
  readonly outcomes: readonly {
    readonly unit: string;
    readonly refused: { readonly code: string; readonly message: string } | null;
  }[];
}

/** What is decided or mailed, but for the units. */
export type Choice =
  | Omit<DecideRequest, 'units'>
  | { readonly kind: 'reminder' | 'link'; readonly period: string; readonly reason: string }
  | {
      readonly kind: 'mended';
      readonly period: string;
      readonly reason: string;
      readonly address: string;
      /** The address is of the office: another’s, or of who asks; absent where it is a unit’s. */
      readonly whose?: 'office' | 'own';
    }
  | ({ readonly kind: 'prolong' } & Omit<ProlongRequest, 'units'>);

/** Asks for it where its kind is asked for. An address is mended of one unit alone. Throws as the functions of an Api do. */
export async function askFor(
  api: Pick<Api, 'ask'>,
  choice: Choice,
  units: readonly string[],
): Promise<Outcomes> {
  if (choice.kind === 'prolong') {
    const { kind: _, ...asked } = choice;
    return api.ask<Prolonged>('prolongations', ['outcomes'], { ...asked, units });
  }
  const { period, reason } = choice;
  switch (choice.kind) {
    case 'reminder':
      return api.ask<Mailed>('reminders', ['outcomes'], { period, units, reason });
    case 'link':
      return api.ask<Mailed>('links', ['outcomes'], { period, units, reason });
    case 'mended': {
      const [unit = ''] = units;
      const { address, whose } = choice;
      if (whose === 'own') await api.ask<Mended>('addresses/own/mended', ['mended'], { reason });
      else {
        const of = whose === undefined ? { period, unit } : {};
        await api.ask<Mended>('addresses/mended', ['mended'], { ...of, address, reason });
      }
      return { outcomes: [{ unit, refused: null }] };
    }
    default:
      return api.ask<Decided>('decisions', ['outcomes'], { ...choice, units });
  }
}

export interface Result {
  /** Codes of the units about which it is on record. */
  readonly decided: readonly string[];
  readonly refused: readonly { readonly unit: string; readonly message: string }[];
  /**
   * Of whom nothing is known: no answer came, it stopped before them, or something broke in the portal, which may have been
   * after it was recorded. Asking again decides nothing twice.
   */
  readonly unknown: readonly string[];
  /** By what it was stopped half-way, which no asking again mends by itself; null where it was not. */
  readonly stopped: ApiRefused | null;
}

/**
 * Throws the ApiRefused by which nothing was decided at all (a code is needed, the reason is missing). Once something was
 * decided, or may have been, nothing is thrown: a refusal stops what is left, and an outage takes its batch, as `unknown`.
 */
export async function decideAll(
  decide: (units: readonly string[]) => Promise<Outcomes>,
  units: readonly string[],
  progress: (done: number) => void,
  size = mostUnits,
): Promise<Result> {
  const outcomes: Outcomes['outcomes'][number][] = [];
  const unknown: string[] = [];
  let stopped: ApiRefused | null = null;
  let done = 0;
  const run = async (batch: readonly string[]) => {
    try {
      const answered = (await decide(batch)).outcomes;
      outcomes.push(...answered.filter((each) => !isFault(each)));
      unknown.push(...answered.filter(isFault).map(({ unit }) => unit));
    } catch (error) {
      if (error instanceof ApiRefused && error.outcome === 'reject') {
        if (outcomes.length === 0 && unknown.length === 0) throw error;
        stopped ??= error;
      }
      unknown.push(...batch);
    }
    done += batch.length;
    progress(done);
  };
  unknown.push(...(await inBatches(units, run, { size, isOver: () => stopped !== null })));
  return {
    decided: outcomes.filter(({ refused }) => refused === null).map(({ unit }) => unit),
    refused: outcomes.flatMap(({ unit, refused }) => (refused ? [{ unit, message: refused.message }] : [])),
    unknown,
    stopped,
  };
}

function isFault({ refused }: Outcomes['outcomes'][number]): boolean {
  return refused?.code === 'FAULT';
}

/** What is known once those of whom nothing was known were asked about again. */
export function afterAsking(held: Result | null, found: Result): Result {
  if (held === null) return found;
  return {
    ...found,
    decided: [...held.decided, ...found.decided],
    refused: [...held.refused, ...found.refused],
  };
}

/**
 * What a code is to be done about: `enter` one; `not-kept` where one was entered just now and the device may still not
 * decide (its browser keeps no cookies), so that entering another changes nothing; null where it is no matter of codes.
 */
export function codeNeeded(error: unknown, entered: boolean): 'enter' | 'not-kept' | null {
  if (!(error instanceof ApiRefused) || !['CODE_NEEDED', 'CODE_NOT_FRESH'].includes(error.code)) return null;
  return entered ? 'not-kept' : 'enter';
}

/** A unit as a press names it, with what is known of the ways to it. */
export interface Reachable {
  readonly code: string;
  readonly name: string;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  /** The day until which it asks for time, while nobody has answered. */
  readonly askedUntil?: string | null | undefined;
  /** Its newest file could not be read: somebody of the office should look at it. */
  readonly fileWaits?: boolean | undefined;
  /** Its report is in, or it has said that there is nothing to report. */
  readonly filed?: boolean | undefined;
  /** Its own last valid second, ISO 8601; null where it has none yet. */
  readonly due?: string | null | undefined;
}

type Hindered = NonNullable<Reach['units'][number]['hindered']>;

/** Whom a press would reach now, and of the others why not: one reason, and all whom it keeps away. */
export interface Reached {
  readonly reached: readonly Reachable[];
  readonly kept: readonly (Hindered & { readonly units: readonly Reachable[] })[];
}

/** Asks before anything is pressed, in batches. Throws as the functions of an Api do. */
export async function askReach(
  api: Pick<Api, 'ask'>,
  { mail, period }: { readonly mail: 'reminder' | 'link'; readonly period: string },
  units: readonly Reachable[],
): Promise<Reached> {
  const found = new Map<string, Hindered | null>();
  await inBatches(units, async (batch) => {
    const codes = batch.map(({ code }) => code);
    const answer = await api.ask<Reach>('reach', ['units'], { period, units: codes, mail });
    for (const { unit, hindered } of answer.units) found.set(unit, hindered);
  });
  const kept = new Map<string, Hindered & { units: Reachable[] }>();
  for (const unit of units) {
    const hindered = found.get(unit.code);
    if (!hindered) continue;
    const group = kept.get(keyOf(hindered)) ?? { ...hindered, units: [] };
    group.units.push(unit);
    kept.set(keyOf(hindered), group);
  }
  return { reached: units.filter(({ code }) => !found.get(code)), kept: [...kept.values()] };
}

/** To these a mail by hand is of use: not to an address that returns it, nor to who owes nothing or is left alone. */
export function worthWriting(kept: Reached['kept']): readonly Reachable[] {
  return kept.flatMap(({ code, units }) => (noUse.has(code) ? [] : units));
}

const noUse: ReadonlySet<string> = new Set(['ADDRESS_BOUNCED', 'NOT_OWING', 'REMINDERS_HELD']);

/** Reminded at one hour is one reason; since when the mail of each comes back is no other. */
function keyOf({ code, since }: Hindered): string {
  return code === 'REMINDED_TODAY' ? `${code} ${since?.slice(0, 16)}` : code;
}
