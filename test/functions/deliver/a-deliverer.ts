import { createHandler } from '../../../functions/deliver/handler.ts';
import { writeLetter } from '../../../functions/deliver/letters/write-letter.ts';
import type { World } from '../a-world.ts';

/** Deliver as it runs, but for the pace. */
export function aDeliverer(world: World) {
  return createHandler({
    ...world,
    sender: 'Báo cáo đơn vị <bao-cao@stnmt.example>',
    write: (row) => writeLetter(world, row),
    pace: async () => {},
  });
}
