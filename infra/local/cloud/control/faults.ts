import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Passage } from '../events/router.ts';
import type { GatewayCall, Fault as Interference } from '../gateway/options.ts';
import { instanceOf } from '../lambda/credentials.ts';

const counted = {
  /** Which of the matching events or calls is the first to go wrong, counted from 1. */
  nth: z.number().int().positive().default(1),
  /** How many in a row go wrong. */
  times: z.number().int().positive().default(1),
};

/** What `POST /faults` takes; README.md says what each kind does. */
export const FaultRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['drop', 'duplicate']), target: z.string(), ...counted }),
  z.strictObject({
    kind: z.literal('delay'),
    target: z.string(),
    seconds: z.number().positive().optional(),
    ...counted,
  }),
  z.strictObject({
    kind: z.literal('crash'),
    target: z.string(),
    phase: z.enum(['before', 'after']).default('after'),
    ...counted,
  }),
  z.strictObject({ kind: z.literal('throttle'), target: z.string(), ...counted }),
  z.strictObject({ kind: z.literal('ses-timeout'), target: z.string().default(''), ...counted }),
]);
export type FaultRequest = z.input<typeof FaultRequest>;

interface Planned {
  readonly id: string;
  readonly fault: z.output<typeof FaultRequest>;
  /** How many events or calls have matched so far. */
  seen: number;
}

/** A planned fault as `GET /faults` lists it. */
export type FaultReport = z.output<typeof FaultRequest> & { readonly id: string; readonly seen: number };

/** What goes wrong on purpose. Plans are kept in memory: a restart forgets them. */
export class Faults {
  readonly #planned: Planned[] = [];
  readonly #kill: (functionName: string, instance: number, why: string) => void;

  /** @param kill ends one instance of a function at once */
  constructor(kill: (functionName: string, instance: number, why: string) => void) {
    this.#kill = kill;
  }

  /** @throws z.ZodError */
  plan(request: FaultRequest): FaultReport {
    const planned = { id: randomUUID(), fault: FaultRequest.parse(request), seen: 0 };
    this.#planned.push(planned);
    return reportOf(planned);
  }

  list(): FaultReport[] {
    return this.#planned.map(reportOf);
  }

  clear(): void {
    this.#planned.length = 0;
  }

  /** What becomes of the event of this object. */
  passage(objectKey: string): Passage {
    for (const planned of this.#planned) {
      const { fault } = planned;
      if (!objectKey.startsWith(fault.target)) continue;
      if (fault.kind === 'drop' && strikes(planned)) return { copies: 0 };
      if (fault.kind === 'duplicate' && strikes(planned)) return { copies: 2 };
      if (fault.kind === 'delay' && strikes(planned)) {
        return fault.seconds === undefined ? 'hold' : { delaySeconds: fault.seconds };
      }
    }
    return { copies: 1 };
  }

  /** What becomes of a call of a function; a crash kills the instance that called. */
  interfere(call: GatewayCall): 'continue' | Interference {
    if (this.#planned.length === 0) return 'continue';
    const { functionName, instance } = instanceOf(call.principal);
    const description = `${functionName} ${call.action} ${shortResource(call.resource)}`;
    for (const planned of this.#planned) {
      const { fault } = planned;
      if (!description.startsWith(fault.target)) continue;
      if (fault.kind === 'throttle' && call.phase === 'before' && strikes(planned)) return 'throttle';
      if (fault.kind === 'ses-timeout' && isSending(call) && call.phase === 'after' && strikes(planned)) {
        return 'hang-up';
      }
      if (fault.kind === 'crash' && call.phase === fault.phase && strikes(planned)) {
        this.#kill(functionName, instance, `killed on purpose ${fault.phase} ${description}`);
        return 'hang-up';
      }
    }
    return 'continue';
  }
}

function reportOf({ id, fault, seen }: Planned): FaultReport {
  return { ...fault, id, seen };
}

/** Counts a match and says whether it is one of those that go wrong. */
function strikes(planned: Planned): boolean {
  planned.seen += 1;
  return planned.seen >= planned.fault.nth && planned.seen < planned.fault.nth + planned.fault.times;
}

function isSending({ action }: GatewayCall): boolean {
  return action === 'ses:SendRawEmail' || action === 'ses:SendEmail';
}

/** An object's key, a table's, queue's or identity's name: what is left of an ARN without its origin. */
function shortResource(resource: string): string {
  const s3 = /^arn:aws:s3:::[^/]+(?:\/(.*))?$/s.exec(resource);
  if (s3) return s3[1] ?? '';
  return resource.replace(/^arn:[^:]*:[^:]*:[^:]*:[^:]*:/, '').replace(/^table\//, '');
}
