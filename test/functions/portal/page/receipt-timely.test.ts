import { expect, it } from 'vitest';
import { timelyWords } from '../../../../functions/portal/page/receipt-timely.ts';

const timeliness = (late: boolean) => ({ late, due: '2024-03-18T23:59:59+07:00', rule: 'dueBy' as never });

it.each([
  ['accepted', 'counts', false, 'đúng hạn'],
  ['accepted', 'counts', true, 'nộp muộn'],
  ['rejected', 'not-accepted', false, 'đến đúng hạn nhưng bị từ chối tiếp nhận, không tính là đã nộp'],
  ['rejected', 'not-accepted', true, 'đến sau hạn và bị từ chối tiếp nhận, không tính là đã nộp'],
  ['unreadable', 'not-accepted', false, 'đến đúng hạn, chưa tính là đã nộp'],
  ['unreadable', 'not-accepted', true, 'đến sau hạn, chưa tính là đã nộp'],
  // The office took it in although its checks found errors.
  ['rejected', 'counts', false, 'đúng hạn'],
] as const)('the receipt of a file that is %s and %s, late: %s', (state, standing, late, said) => {
  expect(timelyWords({ state, standing, timeliness: timeliness(late) })?.vi).toBe(said);
});

it('says nothing before there is a verdict', () => {
  expect(timelyWords({ state: 'rejected', standing: null, timeliness: null })).toBeNull();
});
