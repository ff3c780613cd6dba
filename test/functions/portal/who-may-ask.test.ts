/** Every operation, asked by everybody there is: each is let in where it belongs, and nowhere else. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Holder, Operation } from '../../../functions/portal/operation.ts';
import { operations } from '../../../functions/portal/operations.ts';
import { aDesk, type Browser, decidingBrowser } from './a-desk.ts';

type Asker = 'unit' | 'reads' | 'decides' | 'decides, with a code';

const window: Partial<Record<Asker, Browser>> = {};
beforeAll(async () => {
  const desk = await aDesk('2024-03-15T08:00:00+07:00');
  const browser = async (holder: Parameters<typeof desk.tokenOf>[0]) =>
    desk.browser((await desk.tokenOf(holder)).token);
  window.unit = await browser({ kind: 'unit', unit: 'QLDD' });
  window.reads = await browser({ kind: 'office', recipient: 'LANHDAO' });
  window.decides = await browser({ kind: 'office', recipient: 'VANPHONG' });
  window['decides, with a code'] = await decidingBrowser(desk);
});

/** Why somebody is turned away, before anything else is looked at; null where they are let in. */
const turnedAway: Record<Holder, Record<Asker, string | null>> = {
  unit: {
    unit: null,
    reads: 'LINK_OF_OFFICE',
    decides: 'LINK_OF_OFFICE',
    'decides, with a code': 'LINK_OF_OFFICE',
  },
  office: { unit: 'LINK_OF_UNIT', reads: null, decides: null, 'decides, with a code': null },
  decider: {
    unit: 'LINK_OF_UNIT',
    reads: 'ROLE_READS',
    decides: 'CODE_NEEDED',
    'decides, with a code': null,
  },
  anybody: { unit: null, reads: null, decides: null, 'decides, with a code': null },
};

async function ask(browser: Browser, { method, path }: Operation) {
  const filled = path.replaceAll(/\{\w+\}/g, 'x');
  return method === 'get' ? browser.get(filled) : browser.post(filled, {});
}

// Locking the devices comes last: after it nobody has a code.
const inOrder = [...operations].sort(
  (a, b) => Number(a.id === 'lockDevices') - Number(b.id === 'lockDevices'),
);

describe.each(['unit', 'reads', 'decides', 'decides, with a code'] as const)('whoever is %s', (asker) => {
  it.each(inOrder.map((operation) => [operation.id, operation] as const))('asks %s', async (_, operation) => {
    const browser = window[asker];
    if (!browser) throw new Error('the window was not opened');
    const { status, json } = await ask(browser, operation);
    const refused = turnedAway[operation.holder][asker];
    if (refused === null) {
      const door = Object.values(turnedAway).flatMap((each) => Object.values(each));
      // Asking for a code is anybody's of the office; that a role has no use for one, the desk says.
      expect(door.filter((code) => !operation.refusals.some((own) => own === code))).not.toContain(json.code);
    } else {
      expect({ status, code: json.code }).toEqual({ status: 403, code: refused });
    }
  });
});

it('what an office’s link opens stands apart from what a unit’s opens, by its address', () => {
  for (const { holder, path } of operations) {
    expect(path.startsWith('/api/office'), path).toBe(holder === 'office' || holder === 'decider');
  }
});
