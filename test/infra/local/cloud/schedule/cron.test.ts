import { describe, expect, it } from 'vitest';
import { firstAfter, IllegalCron, parseCron } from '../../../../../infra/local/cloud/schedule/cron.ts';

/** The next `count` times after `since`, in UTC. */
function times(expression: string, since: string, count: number, zone = 'Asia/Ho_Chi_Minh'): string[] {
  const cron = parseCron(expression);
  const found: string[] = [];
  for (let at = firstAfter(cron, zone, Date.parse(since)); at !== undefined && found.length < count; ) {
    found.push(new Date(at).toISOString().replace(':00.000Z', 'Z'));
    at = firstAfter(cron, zone, at);
  }
  return found;
}

describe('an AWS cron expression', () => {
  it('fires at the local time of its zone', () => {
    expect(times('cron(0 8 * * ? *)', '2024-03-19T00:59:59Z', 2)).toEqual([
      '2024-03-19T01:00Z',
      '2024-03-20T01:00Z',
    ]);
  });

  it('is over at its own time: the next one is strictly later', () => {
    expect(times('cron(0 8 * * ? *)', '2024-03-19T01:00:00Z', 1)).toEqual(['2024-03-20T01:00Z']);
  });

  it('knows midnight in a zone that is ahead of UTC', () => {
    expect(times('cron(59 23 28 2 ? *)', '2024-02-28T16:00:00Z', 1)).toEqual(['2024-02-28T16:59Z']);
    expect(times('cron(0 0 29 2 ? *)', '2024-02-28T16:59:00Z', 1)).toEqual(['2024-02-28T17:00Z']);
  });

  it('fires on 29 February in leap years only', () => {
    expect(times('cron(0 0 29 2 ? *)', '2023-01-01T00:00:00Z', 2, 'UTC')).toEqual([
      '2024-02-29T00:00Z',
      '2028-02-29T00:00Z',
    ]);
  });

  it('takes L for the last day of each month', () => {
    expect(times('cron(0 8 L * ? *)', '2024-01-31T02:00:00Z', 4)).toEqual([
      '2024-02-29T01:00Z',
      '2024-03-31T01:00Z',
      '2024-04-30T01:00Z',
      '2024-05-31T01:00Z',
    ]);
  });

  it.each([
    ['cron(0/20 9 1 1 ? *)', ['2024-01-01T09:00Z', '2024-01-01T09:20Z', '2024-01-01T09:40Z']],
    ['cron(0 9 ? * MON-TUE *)', ['2024-01-01T09:00Z', '2024-01-02T09:00Z', '2024-01-08T09:00Z']],
    ['cron(0 9 ? * 6L *)', ['2024-01-26T09:00Z', '2024-02-23T09:00Z', '2024-03-29T09:00Z']],
    ['cron(0 9 ? * 3#2 *)', ['2024-01-09T09:00Z', '2024-02-13T09:00Z', '2024-03-12T09:00Z']],
    ['cron(30 6,18 15 JAN,JUL ? *)', ['2024-01-15T06:30Z', '2024-01-15T18:30Z', '2024-07-15T06:30Z']],
    ['cron(0 0 1 1 ? 2030-2040/5)', ['2030-01-01T00:00Z', '2035-01-01T00:00Z', '2040-01-01T00:00Z']],
  ])('%s', (expression, expected) => {
    expect(times(expression, '2023-12-31T23:59:59Z', 3, 'UTC')).toEqual(expected);
  });

  it('skips an hour the clocks skip, and fires once in one they repeat', () => {
    expect(times('cron(30 2 31 3 ? *)', '2024-01-01T00:00:00Z', 1, 'Europe/Berlin')).toEqual([
      '2025-03-31T00:30Z',
    ]);
    expect(times('cron(30 2 27 10 ? *)', '2024-01-01T00:00:00Z', 2, 'Europe/Berlin')).toEqual([
      '2024-10-27T00:30Z',
      '2025-10-27T01:30Z',
    ]);
  });

  it('ends with its last year', () => {
    expect(times('cron(0 0 1 1 ? 2020)', '2024-01-01T00:00:00Z', 1)).toEqual([]);
  });

  it.each([
    'rate(1 hour)',
    'cron(0 8 * * ?)',
    'cron(0 8 * * * *)',
    'cron(0 8 1W * ? *)',
    'cron(60 8 * * ? *)',
  ])('refuses %s', (expression) => {
    expect(() => parseCron(expression)).toThrow(IllegalCron);
  });
});
