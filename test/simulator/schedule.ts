/** What happens in one simulated week: a flat list of steps, so that a failing one can be shrunk by leaving steps out. */
import { Chance } from '../fuzz/chance.ts';
import { unitCodes } from './regime.ts';

/** Where an invocation is struck: at its nth call of a port, before the call has its effect or after. */
export interface Fault {
  /** `crash`: the process is gone and makes no further call; `fail`: this one call throws. */
  readonly kind: 'crash' | 'fail';
  readonly call: number;
  readonly when: 'before' | 'after';
}

/** How a file fares in the reader. `poison` ends the process that reads it, whenever it is read. */
export type FileKind = 'good' | 'bad' | 'poison';

/** What becomes of the store's event: `lost` ones are the hourly repair's. */
export type EventFate = 'once' | 'twice' | 'lost';

export type Step =
  | { readonly do: 'wait'; readonly minutes: number }
  /** A unit announces a file. Its number stands for it from here on. */
  | { readonly do: 'mint'; readonly unit: string; readonly file: FileKind; readonly fault: Fault | null }
  /** The file of the nth mint (modulo their number) goes to the store. */
  | { readonly do: 'post'; readonly nth: number; readonly event: EventFate }
  | { readonly do: 'nil' | 'ask'; readonly unit: string; readonly word: number; readonly fault: Fault | null }
  | {
      /** `undo`: of the nth decision on record, whose it may be. */
      readonly do: 'return' | 'exclude-version' | 'waive' | 'undo';
      readonly nth: number;
      readonly fault: Fault | null;
    }
  | {
      /** `nil-for`: in the unit's place; `move`: it is reached at its other address. */
      readonly do: 'exclude-unit' | 'extend' | 'refuse' | 'accept-late' | 'nil-for' | 'move';
      readonly unit: string;
      readonly fault: Fault | null;
    }
  /** Nobody reminds the unit up to that day, of the first period or of both. */
  | {
      readonly do: 'hold';
      readonly unit: string;
      readonly until: string;
      readonly both: boolean;
      readonly fault: Fault | null;
    }
  /** Two hours more for all who need them, by this press of the button; `alike`: asked for twice at the same time. */
  | { readonly do: 'hours'; readonly press: number; readonly alike: boolean; readonly fault: Fault | null }
  /** One consumer takes the nth message it can see; `alike`: a second takes the same one at the same time. */
  | {
      readonly do: 'ingest' | 'deliver';
      readonly nth: number;
      readonly alike: boolean;
      readonly fault: Fault | null;
      readonly mail: 'throttled' | 'lost' | 'answer-lost' | null;
    }
  /** The scheduler's call for the last full hour; `late`: for the hour before that one. */
  | { readonly do: 'hour'; readonly late: boolean; readonly alike: boolean; readonly fault: Fault | null }
  /** The signed file has everything, or lacks much of it, and whoever issues it says why or does not. */
  | { readonly do: 'issue'; readonly lacking: Lacking; readonly fault: Fault | null }
  /** The newest draft is taken back before it is signed. */
  | { readonly do: 'take-back'; readonly fault: Fault | null }
  | { readonly do: 'revoke'; readonly unit: string }
  /** The mail service says of the newest mail to the unit's registered address that it came back; null: that it arrived. */
  | {
      readonly do: 'bounce';
      readonly unit: string;
      readonly how: 'hard' | 'soft' | 'complaint' | null;
      readonly twice: boolean;
    }
  /** Somebody says that mail arrives at that address again. */
  | { readonly do: 'mend'; readonly unit: string; readonly fault: Fault | null }
  /** The office announces the unit's paper that it typed; it is posted as any file. `stamp`: it came so many days ago. */
  | {
      readonly do: 'type';
      readonly unit: string;
      readonly stamp: number | null;
      readonly fault: Fault | null;
    };

export type Lacking = 'nothing' | 'unsaid' | 'said';

const calls = 14;

/** One week by chance. The same seed gives the same steps. */
export function drawSchedule(seed: number): readonly Step[] {
  const chance = new Chance(seed);
  // Some weeks are calm, some are not: both find what the other hides.
  const faulty = chance.of([0, 5, 15, 30]);
  // Some are struck as the period opens, some as its report is due, some as it is locked.
  const steps: Step[] = [{ do: 'wait', minutes: chance.of([0, 0, 24, 56, 80, 116]) * 60 }];
  for (let left = 25 + chance.below(35); left > 0; left -= 1) steps.push(drawStep(chance, faulty));
  return steps;
}

function drawStep(chance: Chance, faulty: number): Step {
  const fault = (): Fault | null =>
    chance.below(100) >= faulty
      ? null
      : {
          kind: chance.of(['crash', 'fail'] as const),
          call: chance.below(calls),
          when: chance.of(['before', 'after'] as const),
        };
  const unit = chance.of(unitCodes);
  const nth = chance.below(1000);
  const alike = chance.below(100) < faulty;
  switch (chance.below(26)) {
    case 0:
    case 1:
    case 2:
      return {
        do: 'mint',
        unit,
        file: chance.of(['good', 'good', 'good', 'bad', 'bad', 'poison']),
        fault: fault(),
      };
    case 3:
    case 4:
    case 5:
      return { do: 'post', nth, event: chance.of(['once', 'once', 'once', 'twice', 'lost']) };
    case 6:
      return { do: chance.of(['nil', 'ask']), unit, word: chance.below(3), fault: fault() };
    case 7:
      return { do: chance.of(['return', 'exclude-version', 'waive']), nth, fault: fault() };
    case 8:
      return {
        do: chance.of(['exclude-unit', 'extend', 'refuse', 'accept-late', 'nil-for']),
        unit,
        fault: fault(),
      };
    case 9:
      return { do: 'undo', nth, fault: fault() };
    case 10:
    case 11:
    case 12:
      return { do: 'ingest', nth, alike, fault: fault(), mail: null };
    case 13:
    case 14:
    case 15: {
      const mail =
        chance.below(100) < faulty ? chance.of(['throttled', 'lost', 'answer-lost'] as const) : null;
      return { do: 'deliver', nth, alike, fault: fault(), mail };
    }
    case 16:
      return drawIssue(chance, unit, fault);
    case 17:
      return { do: 'hour', late: chance.below(4) === 0, alike, fault: fault() };
    case 18:
      return {
        do: 'bounce',
        unit,
        how: chance.of(['hard', 'soft', 'soft', 'soft', 'complaint', null]),
        twice: chance.below(4) === 0,
      };
    case 19:
      return { do: 'mend', unit, fault: fault() };
    case 20:
      return { do: 'type', unit, stamp: chance.of([null, 0, 1, 2, 4]), fault: fault() };
    case 21:
      return { do: 'hours', press: chance.below(3), alike, fault: fault() };
    case 22:
      return { do: 'move', unit, fault: fault() };
    case 23:
      return {
        do: 'hold',
        unit,
        until: chance.of(['2024-03-12', '2024-03-13', '2024-03-15']),
        both: chance.below(3) > 0,
        fault: fault(),
      };
    default:
      return { do: 'wait', minutes: chance.of([1, 15, 61, 240, 720]) };
  }
}

function drawIssue(chance: Chance, unit: string, fault: () => Fault | null): Step {
  if (chance.below(4) === 0) return { do: 'revoke', unit };
  if (chance.below(5) === 0) return { do: 'take-back', fault: fault() };
  return { do: 'issue', lacking: chance.of(['nothing', 'nothing', 'unsaid', 'said']), fault: fault() };
}
