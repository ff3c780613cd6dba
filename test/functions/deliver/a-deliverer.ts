import { createHandler } from '../../../functions/deliver/handler.ts';
import { codeLetter } from '../../../functions/deliver/letters/code.ts';
import { writeLetter } from '../../../functions/deliver/letters/write-letter.ts';
import type { World } from '../a-world.ts';

/** Deliver as it runs, but for the pace. */
export function aDeliverer(world: World) {
  return createHandler({
    ...world,
    sender: 'Báo cáo đơn vị <bao-cao@stnmt.example>',
    write: (row) => writeLetter(world, row),
    writeCode: (request) => codeLetter(world, request),
    pace: async () => {},
  });
}
