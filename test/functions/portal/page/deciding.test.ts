import { describe, expect, it } from 'vitest';
import type { Decided, DecideRequest } from '../../../../functions/portal/contract/desk.ts';
import { ApiRefused, NetworkLost } from '../../../../functions/portal/page/api.ts';
import { afterAsking, batchSize, codeNeeded, decideAll } from '../../../../functions/portal/page/deciding.ts';

const choice = { kind: 'exclude-unit', period: 'Q1-2024', reason: 'Sáp nhập' } as const;
const units = Array.from({ length: 1000 }, (_, n) => `U${n}`);
const answer = ({ units: asked }: DecideRequest): Decided => ({
  outcomes: asked.map((unit) => ({ unit, decision: '01', refused: null, after: null })),
});

describe('deciding about a thousand units', () => {
  it('asks in batches of a hundred, at most four at a time, each unit once', async () => {
    const asked: string[][] = [];
    let underWay = 0;
    let most = 0;
    const progress: number[] = [];
    const result = await decideAll(
      async (request) => {
        asked.push(request.units);
        underWay += 1;
        most = Math.max(most, underWay);
        await Promise.resolve();
        underWay -= 1;
        return answer(request);
      },
      choice,
      units,
      (done) => progress.push(done),
    );
    expect(asked.map(({ length }) => length)).toEqual(Array.from({ length: 10 }, () => batchSize));
    expect(asked.flat().toSorted()).toEqual(units.toSorted());
    expect(most).toBeLessThanOrEqual(4);
    expect(progress.at(-1)).toBe(1000);
    expect(result.decided).toHaveLength(1000);
  });

  it('stops before the second batch where nothing can be decided at all', async () => {
    let asked = 0;
    const refusing = async () => {
      asked += 1;
      throw new ApiRefused('CODE_NEEDED', 403, 'Nhập mã');
    };
    await expect(decideAll(refusing, choice, units, () => {})).rejects.toThrow('Nhập mã');
    expect(asked).toBe(1);
  });

  it('says of each unit what became of it, and of whom nobody knows', async () => {
    const result = await decideAll(
      async (request) => {
        if (request.units.includes('U150')) throw new NetworkLost();
        const { outcomes } = answer(request);
        return {
          outcomes: outcomes.map((each) =>
            each.unit === 'U7'
              ? { ...each, decision: null, refused: { code: 'ALREADY_EXCLUDED', message: 'Đã loại trừ' } }
              : each,
          ),
        };
      },
      choice,
      units.slice(0, 250),
      () => {},
    );
    expect(result.refused).toEqual([{ unit: 'U7', message: 'Đã loại trừ' }]);
    expect(result.unknown).toEqual(units.slice(100, 200));
    expect(result.decided).toHaveLength(149);
  });

  it.each([0, 4])(
    'keeps what is decided where it is stopped after %i batches more, and asks nobody further',
    async (more) => {
      let asked = 0;
      const expired = new ApiRefused('CODE_NEEDED', 403, 'Nhập mã');
      const result = await decideAll(
        async (request) => {
          asked += 1;
          // One lane has heard before the others ask again.
          if (asked > 1 + more) throw expired;
          return answer(request);
        },
        choice,
        units,
        () => {},
      );
      expect(result.decided).toEqual(units.slice(0, (1 + more) * batchSize));
      expect(result.unknown.toSorted()).toEqual(units.slice((1 + more) * batchSize).toSorted());
      expect(result.stopped).toBe(expired);
      expect(asked).toBeLessThanOrEqual(1 + more + 4);
    },
  );

  it('is whole once whoever was left is asked about again', async () => {
    const held = { decided: ['U1'], refused: [], unknown: ['U2', 'U3'], stopped: null };
    const found = {
      decided: ['U2'],
      refused: [{ unit: 'U3', message: 'Không' }],
      unknown: [],
      stopped: null,
    };
    expect(afterAsking(null, found)).toEqual(found);
    expect(afterAsking(held, found)).toEqual({ ...found, decided: ['U1', 'U2'] });
  });
});

describe('a device that may not decide', () => {
  const needed = new ApiRefused('CODE_NEEDED', 403, 'Nhập mã');

  it('takes a code, and where one was entered just now something else is wrong', () => {
    expect(codeNeeded(needed, false)).toBe('enter');
    expect(codeNeeded(needed, true)).toBe('not-kept');
  });

  it('is not what another refusal or an outage is about', () => {
    for (const error of [new ApiRefused('ROLE_READS', 403, 'Chỉ xem'), new NetworkLost()]) {
      expect(codeNeeded(error, true)).toBeNull();
    }
  });
});
