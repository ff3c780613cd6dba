/** How many words of units' sentences each place of the report has. */
import type { Regime } from '../../regime/regime.ts';
import { lengthOf } from './authors.ts';
import type { Judged, Shelf } from './choose.ts';
import type { Part } from './statements.ts';

/** Words of units' sentences in each part, where the regime does not say otherwise. */
const roomFor: Readonly<Record<Part, number>> = {
  results: 200,
  strengths: 140,
  weaknesses: 160,
  causes: 80,
  directions: 140,
  upward: 120,
  // For the office alone; what is asked of districts and communes it may put in.
  local: 0,
  internal: 0,
};

export interface Place extends Pick<Shelf, 'part' | 'section'> {
  readonly candidates: readonly Judged[];
  /** In words, however many units there are. */
  readonly most: number;
}

/** Words for each place: where units wrote little in one, the others may have what it leaves of the whole. */
export function withRooms(
  places: readonly Place[],
  share: number,
): readonly (Place & { readonly room: number })[] {
  const sum = (of: readonly number[]) => of.reduce((total, each) => total + each, 0);
  const measured = places.map((place) => {
    const need = Math.min(place.most, sum(place.candidates.filter(isTold).map(lengthOf)));
    return { ...place, need, own: Math.min(need, Math.round(place.most * share)) };
  });
  const own = sum(measured.map((place) => place.own));
  const left = share * sum(places.map(({ most }) => most)) - own;
  const lacking = sum(measured.map(({ need }) => need)) - own;
  const part = lacking > 0 ? Math.min(1, left / lacking) : 0;
  return measured.map((place) => ({
    ...place,
    room: Math.round(place.own + part * (place.need - place.own)),
  }));
}

export function isTold({ verdict }: Judged): boolean {
  return verdict === 'pinned' || verdict === 'chosen';
}

/** A few units fill no five pages, however much each wrote. */
export function shareOfRoom(units: number): number {
  return Math.min(1, units < 5 ? 0.08 * units : 0.1 + 0.09 * units);
}

export function roomIn(regime: Regime, { part, section }: Pick<Shelf, 'part' | 'section'>): number {
  if (part === 'results') return regime.sections.find(({ id }) => id === section)?.words ?? roomFor.results;
  // Where several sections feed one part, the most generous speaks for it.
  const said = regime.sections.flatMap((each) =>
    each.part === part && each.words !== undefined ? [each.words] : [],
  );
  return said.length > 0 ? Math.max(...said) : roomFor[part];
}
