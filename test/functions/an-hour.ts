import { createHandler } from '../../functions/schedule/handler.ts';
import type { World } from './a-world.ts';

/** The schedule's run of an hour (ISO 8601), some seconds after it, as EventBridge starts it. */
export function anHour(world: World, scheduledTime: string): ReturnType<ReturnType<typeof createHandler>> {
  world.setNow(new Date(Date.parse(scheduledTime) + 20_000).toISOString());
  return createHandler(world)({ scheduledTime });
}
