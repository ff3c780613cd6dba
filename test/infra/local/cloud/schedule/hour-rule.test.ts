import { describe, expect, it } from 'vitest';
import { firstAfter, readHourRule } from '../../../../../infra/local/cloud/schedule/hour-rule.ts';

/** The next `count` times after `since`, in UTC. */
function times(expression: string, since: string, count: number, zone = 'Asia/Ho_Chi_Minh'): string[] {
  const rule = readHourRule(expression, zone);
  if (!rule) throw new Error(`${expression} was not understood`);
  const found: string[] = [];
  for (let at = firstAfter(rule, Date.parse(since)); found.length < count; at = firstAfter(rule, at)) {
    found.push(new Date(at).toISOString().replace(':00.000Z', 'Z'));
  }
  return found;
}

describe('a schedule by the hour', () => {
  it('fires every hour at its minute', () => {
    expect(times('cron(0 * * * ? *)', '2024-03-19T00:59:59Z', 3)).toEqual([
      '2024-03-19T01:00Z',
      '2024-03-19T02:00Z',
      '2024-03-19T03:00Z',
    ]);
    expect(times('cron(45 * * * ? *)', '2024-03-19T00:44:00Z', 2)).toEqual([
      '2024-03-19T00:45Z',
      '2024-03-19T01:45Z',
    ]);
  });

  it('fires every day at the local time of its zone', () => {
    expect(times('cron(0 8 * * ? *)', '2024-03-19T00:59:59Z', 2)).toEqual([
      '2024-03-19T01:00Z',
      '2024-03-20T01:00Z',
    ]);
  });

  it('is over at its own time: the next one is strictly later', () => {
    expect(times('cron(0 8 * * ? *)', '2024-03-19T01:00:00Z', 1)).toEqual(['2024-03-20T01:00Z']);
    expect(times('cron(0 * * * ? *)', '2024-03-19T01:00:00Z', 1)).toEqual(['2024-03-19T02:00Z']);
  });

  it('crosses midnight, the end of a month and 29 February in its zone', () => {
    expect(times('cron(59 23 * * ? *)', '2024-02-28T16:58:00Z', 3)).toEqual([
      '2024-02-28T16:59Z',
      '2024-02-29T16:59Z',
      '2024-03-01T16:59Z',
    ]);
  });

  it('keeps to the clocks of a zone that is no whole hour from UTC', () => {
    expect(times('cron(15 * * * ? *)', '2024-03-19T00:00:00Z', 2, 'Asia/Kathmandu')).toEqual([
      '2024-03-19T00:30Z',
      '2024-03-19T01:30Z',
    ]);
  });

  it('skips an hour the clocks skip, and fires once a day in one they repeat', () => {
    expect(times('cron(30 2 * * ? *)', '2024-03-30T12:00:00Z', 1, 'Europe/Berlin')).toEqual([
      '2024-04-01T00:30Z',
    ]);
    expect(times('cron(30 2 * * ? *)', '2024-10-26T12:00:00Z', 2, 'Europe/Berlin')).toEqual([
      '2024-10-27T00:30Z',
      '2024-10-28T01:30Z',
    ]);
  });

  it.each([
    'rate(1 hour)',
    'cron(0 8 * * ?)',
    'cron(0 8 * * * *)',
    'cron(0 8 L * ? *)',
    'cron(0 8 ? * MON *)',
    'cron(0/15 * * * ? *)',
    'cron(0 8 * * ? 2024)',
    'cron(60 8 * * ? *)',
    'cron(0 24 * * ? *)',
  ])('does not guess what %s means', (expression) => {
    expect(readHourRule(expression, 'Asia/Ho_Chi_Minh')).toBeUndefined();
  });
});
