import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { putDecision, readFilings } from '../../../shared/records/filings.ts';
import { queuedBefore } from '../queued.ts';
import { aPortal, type Portal } from './a-portal.ts';

let portal: Portal;
beforeEach(async () => {
  portal = await aPortal('2024-03-15T12:00:00+07:00');
});
afterEach(() => portal.world.stop());

const nil = { reason: 'Không phát sinh trong kỳ' };
const wish = { until: '2024-03-25', reason: 'Chờ số liệu của chi nhánh' };

async function declared(answer: Response): Promise<string> {
  expect(answer.status).toBe(201);
  return z.looseObject({ decision: z.string() }).parse(await answer.json()).decision;
}

const recorded = async () => (await readFilings(portal.world.table, 'Q1-2024', 'QLDD')).decisions;
const queued = () => queuedBefore(portal.world.table);

describe('a declaration', () => {
  it('is acknowledged to the unit and told to everybody of the office who receives everything', async () => {
    const decision = await declared(await portal.post('/api/duties/Q1-2024/nil', nil));
    const office = portal.world.regime.office.recipients.filter(({ role }) => role !== 'issued-report');
    expect(office.length).toBeGreaterThan(0);
    expect((await queued()).toSorted()).toEqual(
      ['unit', ...office.map(({ id }) => id)].map((who) => `decision/${decision}/${who}`).toSorted(),
    );
    expect(portal.world.waiting('outbox')).toBe(1 + office.length);
  });

  it.each([
    ['nil', nil],
    ['extension', wish],
  ])('made twice is one: %s', async (kind, body) => {
    const first = await declared(await portal.post(`/api/duties/Q1-2024/${kind}`, body));
    portal.world.setNow('2024-03-15T12:00:03+07:00');
    expect(await declared(await portal.post(`/api/duties/Q1-2024/${kind}`, body))).toBe(first);
    expect(await recorded()).toHaveLength(1);
  });

  it('made twice at the same moment is one too, with one mail for each reader', async () => {
    const posts = Array.from({ length: 5 }, () => portal.post('/api/duties/Q1-2024/nil', nil));
    const decisions = await Promise.all((await Promise.all(posts)).map(declared));
    expect(new Set(decisions).size).toBe(1);
    expect(await recorded()).toHaveLength(1);
    expect(new Set(await queued()).size).toBe((await queued()).length);
  });

  it('in other words, or after something else was decided, is another', async () => {
    const ask = (reason: string) =>
      portal.post('/api/duties/Q1-2024/extension', { until: wish.until, reason }).then(declared);
    const first = await ask('Chờ số liệu');
    expect(await ask('Chờ chi nhánh')).not.toBe(first);
    portal.world.setNow('2024-03-16T08:00:00+07:00');
    await putDecision(portal.world.table, {
      ...{ kind: 'extension', decision: '01HS1QMP000000000000000000', period: 'Q1-2024', unit: 'QLDD' },
      ...{ actor: 'Văn phòng', reason: 'Đồng ý', until: '2024-03-20', decidedAt: portal.world.now() },
    });
    portal.world.setNow('2024-03-17T08:00:00+07:00');
    await ask('Chờ chi nhánh');
    expect((await recorded()).map(({ kind }) => kind).toSorted()).toEqual([
      'extension',
      'extension-request',
      'extension-request',
      'extension-request',
    ]);
  });

  it('ends in the same state wherever it is cut off, once the button is pressed again', async () => {
    for (let cutAt = 1; ; cutAt++) {
      // An hour later each time: so many declarations in one would be refused.
      portal.world.setNow(new Date(Date.parse(portal.world.now()) + 3_600_000).toISOString());
      const reason = `Không phát sinh ${cutAt}`;
      let writes = 0;
      // The write has its effect, and whoever made it never hears of it: as if killed right after.
      portal.world.breakCalls(({ phase, action }) =>
        phase === 'after' && /PutItem|SendMessage/.test(action) && ++writes === cutAt
          ? 'hang-up'
          : 'continue',
      );
      const first = await portal.post('/api/duties/Q1-2024/nil', { reason });
      portal.world.breakCalls(null);
      if (first.status === 201) {
        // The decision, and for each of its readers a row and a message.
        expect(cutAt).toBeGreaterThan(4);
        break;
      }
      const decision = await declared(await portal.post('/api/duties/Q1-2024/nil', { reason }));
      const same = (await recorded()).filter((each) => each.reason === reason);
      expect(same.map((each) => each.decision)).toEqual([decision]);
      expect(await queued()).toContain(`decision/${decision}/unit`);
    }
  });
});

describe('the history of a duty', () => {
  it('lists what was asked and decided, newest first, with who, when and why', async () => {
    await portal.post('/api/duties/Q1-2024/extension', wish);
    portal.world.setNow('2024-03-15T14:00:00+07:00');
    await portal.post('/api/duties/Q1-2024/nil', nil);
    const { decisions } = z
      .looseObject({ decisions: z.array(z.unknown()) })
      .parse(await (await portal.get('/api/duties/Q1-2024')).json());
    expect(decisions).toMatchObject([
      { kind: 'nil', by: 'unit', actor: 'unit:QLDD', reason: nil.reason, until: null, uploadId: null },
      { kind: 'extension-request', by: 'unit', reason: wish.reason, until: '2024-03-25' },
    ]);
  });
});
