import { describe, expect, it } from 'vitest';
import { MemoryStore } from '../../doubles/memory-store.ts';
import { aGatewayWorld } from '../../functions/a-gateway-world.ts';

describe('erasing an object', () => {
  it.each(['in memory', 'in the bucket'])(
    'takes it away with every version, and nothing else: %s',
    async (where) => {
      const world = await aGatewayWorld('2024-03-15T12:00:00+07:00', { empty: true });
      try {
        const memory = new MemoryStore(world.clock);
        const { store, eraser } =
          where === 'in memory'
            ? { store: memory, eraser: memory }
            : { store: world.store, eraser: world.system.eraser };
        for (const key of ['inbox/A', 'inbox/A', 'inbox/AB', 'runs/R/manifest.json', 'runs/R/manifest.json'])
          await store.put(key, key, 'x');
        expect(await eraser.count('inbox/A')).toBe(2);
        expect(await eraser.erase('runs/R/manifest.json', { keepNewest: true })).toBe(1);
        expect(await eraser.erase('inbox/A')).toBe(2);
        expect(await eraser.erase('inbox/A')).toBe(0);
        expect((await store.list('')).keys).toEqual(['inbox/AB', 'runs/R/manifest.json']);
        expect(await eraser.count('runs/R/manifest.json')).toBe(1);
        expect(await store.arrival('inbox/A')).toBeNull();
      } finally {
        await world.stop();
      }
    },
  );
});
