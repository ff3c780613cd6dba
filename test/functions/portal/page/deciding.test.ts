import { describe, expect, it } from 'vitest';
import { type Api, ApiRefused, NetworkLost } from '../../../../functions/portal/page/api.ts';
import {
  afterAsking,
  askFor,
  askReach,
  codeNeeded,
  decideAll,
  worthWriting,
} from '../../../../functions/portal/page/deciding.ts';
import { mostUnits } from '../../../../shared/vocabulary/most-units.ts';

const units = Array.from({ length: 1000 }, (_, n) => `U${n}`);
const answer = (asked: readonly string[]) => ({
  outcomes: asked.map((unit): { unit: string; refused: { code: string; message: string } | null } => ({
    unit,
    refused: null,
  })),
});

describe('deciding about a thousand units', () => {
  it('asks in batches of a hundred, at most four at a time, each unit once', async () => {
    const asked: string[][] = [];
    let underWay = 0;
    let most = 0;
    const progress: number[] = [];
    const result = await decideAll(
      async (batch) => {
        asked.push([...batch]);
        underWay += 1;
        most = Math.max(most, underWay);
        await Promise.resolve();
        underWay -= 1;
        return answer(batch);
      },
      units,
      (done) => progress.push(done),
    );
    expect(asked.map(({ length }) => length)).toEqual(Array.from({ length: 10 }, () => mostUnits));
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
    await expect(decideAll(refusing, units, () => {})).rejects.toThrow('Nhập mã');
    expect(asked).toBe(1);
  });

  it('says of each unit what became of it, and of whom nobody knows', async () => {
    const result = await decideAll(
      async (batch) => {
        if (batch.includes('U150')) throw new NetworkLost();
        const { outcomes } = answer(batch);
        return {
          outcomes: outcomes.map((each) =>
            each.unit === 'U7'
              ? { ...each, refused: { code: 'ALREADY_EXCLUDED', message: 'Đã loại trừ' } }
              : each,
          ),
        };
      },
      units.slice(0, 250),
      () => {},
    );
    expect(result.refused).toEqual([{ unit: 'U7', message: 'Đã loại trừ' }]);
    expect(result.unknown).toEqual(units.slice(100, 200));
    expect(result.decided).toHaveLength(149);
  });

  it('knows nothing of whom something broke over, which may have been after it was recorded', async () => {
    const refused = { code: 'FAULT', message: 'Lỗi hệ thống' };
    const decide = async () => ({ outcomes: [...answer(['U1']).outcomes, { unit: 'U2', refused }] });
    const result = await decideAll(decide, ['U1', 'U2'], () => {});
    expect(result).toEqual({ decided: ['U1'], refused: [], unknown: ['U2'], stopped: null });
  });

  it.each([0, 4])(
    'keeps what is decided where it is stopped after %i batches more, and asks nobody further',
    async (more) => {
      let asked = 0;
      const expired = new ApiRefused('CODE_NEEDED', 403, 'Nhập mã');
      const result = await decideAll(
        async (batch) => {
          asked += 1;
          // One lane has heard before the others ask again.
          if (asked > 1 + more) throw expired;
          return answer(batch);
        },
        units,
        () => {},
      );
      expect(result.decided).toEqual(units.slice(0, (1 + more) * mostUnits));
      expect(result.unknown.toSorted()).toEqual(units.slice((1 + more) * mostUnits).toSorted());
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

describe('what is asked for', () => {
  const about = { period: 'Q1-2024', reason: 'Đã gọi' };
  const refused = { unit: 'U1', refused: { message: 'Không' } };

  /** What the portal is asked, where it answers this. */
  async function asked(choice: Parameters<typeof askFor>[1], answered: object): Promise<unknown[]> {
    const heard: unknown[] = [];
    const ask = async (path: string, telling: readonly string[], body?: object) => {
      heard.push(path, telling, body);
      return answered;
    };
    heard.push(await askFor({ ask: ask as Api['ask'] }, choice, ['U1', 'U2']));
    return heard;
  }

  it.each([
    ['reminder', 'reminders'],
    ['link', 'links'],
  ] as const)('of a %s is what the office mails, and nothing that is decided', async (kind, path) => {
    const answered = { outcomes: [refused] };
    expect(await asked({ ...about, kind }, answered)).toEqual([
      ...[path, ['outcomes'], { ...about, units: ['U1', 'U2'] }, answered],
    ]);
  });

  it('of an address that works again is of one unit, about which it is then on record', async () => {
    const address = 'u1@units.example';
    expect(await asked({ ...about, kind: 'mended', address }, { mended: true })).toEqual([
      ...['addresses/mended', ['mended'], { ...about, unit: 'U1', address }],
      { outcomes: [{ unit: 'U1', refused: null }] },
    ]);
  });

  it('of everything else is a decision, with all that it needs', async () => {
    const choice = { ...about, kind: 'extension', until: '2024-03-25' } as const;
    expect((await asked(choice, { outcomes: [] })).slice(0, 3)).toEqual([
      ...['decisions', ['outcomes'], { ...choice, units: ['U1', 'U2'] }],
    ]);
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

describe('whom a press would reach', () => {
  const reminded = (since: string) => ({ code: 'REMINDED_TODAY', message: '', since });
  const gone = (since: string) => ({ code: 'ADDRESS_BOUNCED', message: '', since });
  const hindered = new Map<string, ReturnType<typeof reminded>>([
    ['U1', reminded('2024-03-19T01:00:02Z')],
    ['U2', reminded('2024-03-19T01:00:40Z')],
    ['U3', reminded('2024-03-19T03:12:00Z')],
    ['U4', gone('2024-03-18T01:00:00Z')],
    ['U150', gone('2024-03-19T01:00:00Z')],
  ]);
  const sizes: number[] = [];
  const api = {
    ask: async (_: string, __: unknown, body?: unknown) => {
      const { units: codes } = body as { units: string[] };
      sizes.push(codes.length);
      return { units: codes.map((unit) => ({ unit, hindered: hindered.get(unit) ?? null })) };
    },
  } as Pick<Api, 'ask'>;

  it('is asked in batches; whom nothing reaches stands under one reason, reminders by their minute', async () => {
    const all = units.slice(0, 160).map((code) => ({ code, name: code }));
    const { reached, kept } = await askReach(api, { mail: 'reminder', period: 'Q1-2024' }, all);
    expect(sizes).toEqual([mostUnits, 60]);
    expect(reached).toHaveLength(155);
    expect(kept.map(({ code, units: of }) => [code, ...of.map((each) => each.code)])).toEqual([
      ['REMINDED_TODAY', 'U1', 'U2'],
      ['REMINDED_TODAY', 'U3'],
      ['ADDRESS_BOUNCED', 'U4', 'U150'],
    ]);
  });

  it('is written to by hand where that is of use: who owes and is not left alone, at an address that takes mail', () => {
    const why = (code: string, unit: string) => ({
      ...{ code, message: '', since: null },
      units: [{ code: unit, name: unit }],
    });
    const kept = [
      ...[why('REMINDED_TODAY', 'U1'), why('ADDRESS_BOUNCED', 'U2'), why('NOT_OWING', 'U3')],
      why('REMINDERS_HELD', 'U4'),
    ];
    expect(worthWriting(kept).map(({ code }) => code)).toEqual(['U1']);
  });
});
