/** The office's desk: codes, decisions, notes, and what waits. */
import type * as z from 'zod';
import { everyUnit } from '../../shared/filing/decision.ts';
import { askCode, enterCode, lockDevices } from '../../shared/office/desk/codes.ts';
import { decideInPeriods } from '../../shared/office/desk/decide-in-periods.ts';
import { decideMany } from '../../shared/office/desk/decide-many.ts';
import { noteDown } from '../../shared/office/desk/notes.ts';
import { listToDo } from '../../shared/office/desk/to-do.ts';
import { Refused } from '../../shared/office/refused.ts';
import { actorOf } from '../../shared/regime/recipients.ts';
import type { Regime } from '../../shared/regime/regime.ts';
import { namedUnits } from '../../shared/summary/progress.ts';
import { type Language, say } from '../../shared/vocabulary/text.ts';
import type {
  CodeAsked,
  CodeEntered,
  Decided,
  DecideRequest,
  DeviceOpen,
  DevicesLocked,
  Noted,
  NoteRequest,
  ToDoList,
} from './contract/desk.ts';
import type { Answer } from './contract/terms.ts';
import type { Asked } from './operation.ts';
import { type Decider, type Officer, type PortalDependencies, sessionCookie } from './visitor.ts';

/** A list longer than this is no list any more; the filters of the board show the rest. */
const longestList = 200;

export async function answerToDo(
  dependencies: PortalDependencies,
  { regime }: Officer,
  language: Language,
): Promise<Answer<typeof ToDoList>> {
  const all = await listToDo(dependencies, regime);
  const shown = all.slice(0, longestList);
  const codes = shown.flatMap(({ unit, other }) => [unit, other]).filter((code) => code !== null);
  const names = new Map(namedUnits(regime, codes).map((unit) => [unit.code, unit]));
  const named = (code: string | null) => (code === null ? null : (names.get(code) ?? { code, name: code }));
  return {
    total: all.length,
    items: shown.map(({ unit, other, why, ...item }) => ({
      ...item,
      unit: named(unit),
      other: named(other),
      why: why && say(why, language),
    })),
  };
}

/** Throws Refused. */
export async function answerCodeAsked(
  dependencies: PortalDependencies,
  officer: Officer,
): Promise<Answer<typeof CodeAsked>> {
  return askCode(dependencies, officer);
}

/** Opens this device; what it keeps no script can read, and no answer holds. Throws Refused. */
export async function answerCodeEntered({
  dependencies,
  visitor,
  body,
  keep,
}: Asked<never, Officer, z.output<typeof CodeEntered>>): Promise<Answer<typeof DeviceOpen>> {
  const { secret, until } = await enterCode(dependencies, visitor, body.code);
  const seconds = Math.floor((Date.parse(until) - Date.parse(dependencies.clock.now())) / 1000);
  keep({ name: sessionCookie(visitor.link), value: secret, seconds });
  return { until };
}

/** Lets no device decide by this link. A code may be asked for again. */
export async function answerLocked({
  dependencies,
  visitor,
  keep,
}: Asked<never, Officer, undefined>): Promise<Answer<typeof DevicesLocked>> {
  keep({ name: sessionCookie(visitor.link), value: '', seconds: 0 });
  return { locked: await lockDevices(dependencies, visitor) };
}

/** Throws Refused where nothing at all can be decided; of each unit the answer says what became of it. */
export async function answerDecided(
  dependencies: PortalDependencies,
  decider: Decider,
  { period: id, units, uploadId, forAll = false, also = [], ...asked }: z.output<typeof DecideRequest>,
  language: Language,
): Promise<Answer<typeof Decided>> {
  const regime = { ...decider.regime, hash: decider.regimeHash };
  const period = periodOf(decider, id);
  const request = { ...asked, receipt: uploadId, ...signature(decider) };
  if (asked.kind === 'hold-reminders') {
    const periods = [...new Set([id, ...also])].map((each) => periodOf(decider, each));
    const held = await decideInPeriods(dependencies, { regime, periods }, request, units);
    return {
      outcomes: held.map(({ unit, decisions, refused }) => {
        const own = decisions.find(({ period }) => period === id);
        return {
          unit,
          decision: own?.decision ?? null,
          refused: refused && { code: refused.code, message: say(refused.words, language) },
          after: own?.after ?? null,
        };
      }),
    };
  }
  const outcomes = await decideMany(
    dependencies,
    { regime, period },
    request,
    units,
    asked.kind === 'guidance' || (asked.kind === 'undo' && forAll),
  );
  return {
    outcomes: outcomes.map(({ unit, decision, refused }) => ({
      unit,
      decision: decision?.decision ?? null,
      refused: refused && { code: refused.code, message: say(refused.words, language) },
      after: (decision?.unit !== everyUnit && decision?.after) || null,
    })),
  };
}

/** Appends a note that the office alone sees. Throws Refused. */
export async function answerNoted(
  dependencies: PortalDependencies,
  decider: Decider,
  about: { readonly period: string; readonly unit: string },
  { text }: z.output<typeof NoteRequest>,
): Promise<Answer<typeof Noted>> {
  const period = periodOf(decider, about.period).id;
  const unit = decider.regime.units.find(({ code }) => code === about.unit)?.code;
  if (unit === undefined) throw new Refused('UNIT_UNKNOWN', { unit: about.unit });
  const { note } = await noteDown(dependencies, { period, unit, text, ...signature(decider) });
  return { note };
}

export function periodOf({ regime }: Pick<Officer, 'regime'>, id: string) {
  const period = regime.periods.find((each) => each.id === id);
  if (!period) throw new Refused('PERIOD_NONE', { period: id });
  return period;
}

/** Who decided, and by which link, as it stands in the record. */
export function signature({ recipient, link }: Officer): { readonly actor: string; readonly link: string } {
  return { actor: actorOf(recipient), link: link.hash.slice(0, 12) };
}

/** What people call the actors of a record; others as the record has them. */
export function namer({ office, units }: Pick<Regime, 'office' | 'units'>): (actor: string) => string {
  const names = new Map<string, string>([
    ...office.recipients.map((each) => [actorOf(each), each.name] as const),
    ...units.map(({ code, name }) => [`unit:${code}`, name] as const),
  ]);
  return (actor) => names.get(actor) ?? actor;
}
