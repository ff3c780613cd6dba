import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { partitions } from '../../../shared/vocabulary/partitions.ts';
import { aDesk, type Browser, type DeskWorld } from './a-desk.ts';

let begun: DeskWorld;
let desk: DeskWorld;
let office: Browser;
let unit: Browser;
/** Looks at the board that have begun to read, each held until it is let go. */
let held: (() => void)[];
beforeAll(async () => {
  begun = await aDesk('2024-03-15T10:00:00+07:00');
});
beforeEach(async () => {
  desk = await aDesk(begun);
  office = desk.browser((await desk.tokenOf({ kind: 'office', recipient: 'VANPHONG' })).token);
  unit = desk.browser((await desk.tokenOf({ kind: 'unit', unit: 'QLDD' })).token);
  held = [];
  const { table } = desk.world;
  const query = table.query.bind(table);
  table.query = async (range, options) => {
    if (range.pk === partitions.runs) await new Promise<void>((go) => held.push(go));
    return query(range, options);
  };
});
const letGo = () => {
  for (const go of held.splice(0)) go();
};

describe('what one link asks for that reads much', () => {
  it('is done six at a time: a unit beside forty looks is answered before any of them, and the page may ask again', async () => {
    const order: string[] = [];
    const looks = Array.from({ length: 40 }, () =>
      office.get('/api/office').then((answer) => {
        order.push(String(answer.status));
        return answer;
      }),
    );
    await expect.poll(() => order.length + held.length).toBe(40);
    expect(held).toHaveLength(6);
    for (const path of ['/api/duties', '/api/duties/Q1-2024', '/api/templates/Q1-2024.xlsx']) {
      const { headers } = await unit.getFile(path);
      order.push(headers.get('Content-Type')?.split(';')[0] ?? '');
    }
    letGo();
    const answers = await Promise.all(looks);
    expect(order.slice(0, 34)).toEqual(Array(34).fill('429'));
    expect(order.slice(34)).toEqual([
      ...['application/json', 'application/json'],
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      ...Array(6).fill('200'),
    ]);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.json).toEqual({
      code: 'TOO_MANY_LOOKS',
      message:
        'Liên kết này đang yêu cầu quá nhiều nội dung cùng một lúc (nhiều nhất 6). Hãy thử lại sau 2 giây.',
    });
    expect(refused?.headers.get('Retry-After')).toBe('2');
    const places = desk.world.table.rows().filter(({ pk }) => String(pk).startsWith('LIMIT#looks/'));
    const tomorrow = Date.parse('2024-03-16T10:00:20+07:00') / 1000;
    expect(places.map(({ removedAfter }) => removedAfter)).toContain(tomorrow);
    expect(places.every((place) => Number(place.removedAfter) <= tomorrow)).toBe(true);
    // Each place was given back.
    const again = Array.from({ length: 6 }, () => office.get('/api/office'));
    await expect.poll(() => held.length).toBe(6);
    letGo();
    expect((await Promise.all(again)).map(({ status }) => status)).toEqual(Array(6).fill(200));
  });

  it('holds up no other link of the office, nor what the same one asks for lightly', async () => {
    const looks = Array.from({ length: 6 }, () => office.get('/api/office'));
    await expect.poll(() => held.length).toBe(6);
    const other = desk.browser((await desk.tokenOf({ kind: 'office', recipient: 'VANPHONG' })).token);
    expect((await other.get('/api/office/duties/Q1-2024/QLDD')).status).toBe(200);
    expect((await office.get('/api/office/duties/Q1-2024/QLDD')).status).toBe(429);
    expect((await office.get('/api/office/amendments')).status).toBe(200);
    letGo();
    await Promise.all(looks);
  });

  it('has its turns back where whatever answered died, once it cannot live any more', async () => {
    for (let n = 0; n < 6; n += 1) void office.get('/api/office');
    await expect.poll(() => held.length).toBe(6);
    desk.setNow('2024-03-15T10:00:19+07:00');
    expect((await office.get('/api/office/duties/Q1-2024/QLDD')).status).toBe(429);
    desk.setNow('2024-03-15T10:00:21+07:00');
    expect((await office.get('/api/office/duties/Q1-2024/QLDD')).status).toBe(200);
  });

  it('is answered though its place cannot be given back', async () => {
    const { table } = desk.world;
    const update = table.update.bind(table);
    table.update = async (key, change) => {
      if (change.remove?.includes('until')) throw new Error('throttled');
      return update(key, change);
    };
    expect((await office.get('/api/office/duties/Q1-2024/QLDD')).status).toBe(200);
    expect(JSON.stringify(desk.logged)).toContain('TURN_NOT_GIVEN');
  });
});
