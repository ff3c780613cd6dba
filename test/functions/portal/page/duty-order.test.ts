import { describe, expect, it } from 'vitest';
import type { Duty } from '../../../../functions/portal/contract/duties.ts';
import { groupDuties, groupOf, ruleSaysMore } from '../../../../functions/portal/page/duty-order.ts';
import type { DutyStatus } from '../../../../shared/vocabulary/duty-states.ts';
import { deadlineWords } from '../../../../shared/wording/deadlines.ts';
import { dutyStatusWords } from '../../../../shared/wording/statuses.ts';

const duty = (period: string, status: DutyStatus, due: string | null): Duty => ({
  period,
  status,
  due,
  title: period,
  kind: 'periodic',
  timeZone: 'Asia/Ho_Chi_Minh',
  rule: 'by',
  ruleText: '',
});

describe('the list of duties', () => {
  it('has a place for every status', () => {
    expect(Object.keys(groupOf).sort()).toEqual(Object.keys(dutyStatusWords).sort());
  });

  it('puts the overdue and the returned first, then what is due soonest; done ones newest first', () => {
    const groups = groupDuties([
      duty('done-old', 'on-time', '2024-01-31T23:59:59+07:00'),
      duty('excluded', 'excluded', null),
      duty('later', 'not-due', '2024-06-18T23:59:59+07:00'),
      duty('done-new', 'late', '2024-02-28T23:59:59+07:00'),
      duty('soon', 'missing', '2024-03-18T23:59:59+07:00'),
      duty('returned', 'returned', '2024-07-01T23:59:59+07:00'),
      duty('guided', 'awaiting-guidance', null),
      duty('over', 'overdue', '2024-03-12T23:59:59+07:00'),
    ]);
    expect(groups.map(({ group, duties }) => [group, ...duties.map(({ period }) => period)])).toEqual([
      ['todo', 'over', 'returned', 'soon'],
      ['coming', 'later'],
      ['waiting', 'guided'],
      ['done', 'done-new', 'done-old', 'excluded'],
    ]);
  });

  it('shows no empty group', () => {
    expect(groupDuties([])).toEqual([]);
  });
});

describe('the sentence of the rule', () => {
  const timeZone = 'Asia/Ho_Chi_Minh';
  const due = '2024-03-18T23:59:59+07:00';
  const plain = deadlineWords.by('18/03/2024');

  it.each(['vi', 'en'] as const)(
    'tells nothing beside the date where the whole day counts (%s)',
    (language) => {
      expect(ruleSaysMore({ due, timeZone, ruleText: plain[language] })).toBe(false);
    },
  );

  it.each([
    ['before', due, deadlineWords.before('19/03/2024', '18/03/2024').vi],
    [
      'an extension',
      '2024-03-25T23:59:59+07:00',
      `${plain.vi} ${deadlineWords.extended('25/03/2024', 'bão').vi}`,
    ],
    ['grace', due, `${plain.vi} ${deadlineWords.grace(2).vi}`],
    ['guidance', null, deadlineWords.awaiting.vi],
  ])('tells of %s', (_, until, ruleText) => {
    expect(ruleSaysMore({ due: until, timeZone, ruleText })).toBe(true);
  });
});
