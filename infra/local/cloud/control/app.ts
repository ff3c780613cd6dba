import { Hono } from 'hono';
import * as z from 'zod';
import { BounceKind } from '../gateway/mail/mail-event.ts';
import type { QueueCounts } from '../gateway/queues.ts';
import { UnknownQueue } from '../gateway/queues.ts';
import { ClockCannotGoBack } from '../schedule/pipeline-clock.ts';
import type { FaultReport, FaultRequest } from './faults.ts';

/** What can be asked of a running local cloud. */
export interface Controls {
  /** Milliseconds since the epoch on the pipeline's clock. */
  now(): number;
  /**
   * Sets the pipeline's clock; every schedule passed on the way fires.
   * @param now ISO 8601 with offset
   * @throws ClockCannotGoBack
   */
  setClock(now: string): Promise<void>;
  /** Settles when nothing is in flight any more. */
  idle(): Promise<void>;
  fault(request: FaultRequest): FaultReport;
  faults(): FaultReport[];
  /** Forgets all faults and delivers the events they held back; answers how many. */
  clearFaults(): number;
  /** Has the mail service say this of the next mail to the address; asked again, of the one after it. */
  bounceNext(address: string, kind: BounceKind): void;
  queues(): QueueReport[];
  /**
   * Sends what lies in a dead-letter queue back to where it came from; answers how many messages.
   * @throws UnknownQueue
   */
  redrive(queue: string): number;
}

export interface QueueReport extends QueueCounts {
  readonly name: string;
  /** Whether the messages here are those nobody could handle. */
  readonly deadLetters: boolean;
}

const ClockBody = z.strictObject({
  now: z.iso.datetime({ offset: true, local: false }).or(withoutSeconds()),
});
const BounceBody = z.strictObject({ address: z.email(), kind: BounceKind });
const RedriveBody = z.strictObject({ queue: z.string() });

/** `2024-03-19T08:00+07:00`: the form people type. */
function withoutSeconds(): z.ZodType<string> {
  return z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(Z|[+-]\d\d:\d\d)$/, 'an ISO date and time with its offset');
}

/** The control port: the clock, idleness, faults and queues; README.md is its manual. */
export function controlApp(controls: Controls): Hono {
  const app = new Hono();
  const clock = () => ({ now: new Date(controls.now()).toISOString() });
  app.get('/clock', (c) => c.json(clock()));
  app.post('/clock', async (c) => {
    await controls.setClock(ClockBody.parse(await c.req.json()).now);
    return c.json(clock());
  });
  app.get('/idle', async (c) => {
    await controls.idle();
    return c.json({ idle: true, ...clock() });
  });
  app.get('/faults', (c) => c.json(controls.faults()));
  app.post('/faults', async (c) => c.json(controls.fault(await c.req.json()), 201));
  app.delete('/faults', (c) => c.json({ released: controls.clearFaults() }));
  app.post('/bounces', async (c) => {
    const { address, kind } = BounceBody.parse(await c.req.json());
    controls.bounceNext(address, kind);
    return c.json({ address, kind }, 201);
  });
  app.get('/queues', (c) => c.json(controls.queues()));
  app.post('/redrive', async (c) =>
    c.json({ moved: controls.redrive(RedriveBody.parse(await c.req.json()).queue) }),
  );
  app.notFound((c) =>
    c.json({ code: 'NOT_FOUND', message: `${c.req.method} ${c.req.path} is nothing here` }, 404),
  );
  app.onError((error, c) => {
    if (error instanceof z.ZodError)
      return c.json({ code: 'BAD_REQUEST', message: z.prettifyError(error) }, 400);
    if (error instanceof SyntaxError)
      return c.json({ code: 'BAD_REQUEST', message: 'the body is no JSON' }, 400);
    if (error instanceof ClockCannotGoBack) return c.json({ code: error.code, message: error.message }, 409);
    if (error instanceof UnknownQueue) return c.json({ code: error.code, message: error.message }, 404);
    return c.json({ code: 'FAILED', message: String(error) }, 500);
  });
  return app;
}
