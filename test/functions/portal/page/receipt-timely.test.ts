import { expect, it } from 'vitest';
import { timelyWords } from '../../../../functions/portal/page/receipt-timely.ts';

const timeZone = 'Asia/Ho_Chi_Minh';
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
  ['accepted', 'excluded', false, 'đến đúng hạn, Văn phòng không đưa vào tổng hợp'],
  ['accepted', 'excluded', true, 'đến sau hạn, Văn phòng không đưa vào tổng hợp'],
] as const)('the receipt of a file that is %s and %s, late: %s', (state, standing, late, said) => {
  expect(timelyWords({ state, standing, timeZone, timeliness: timeliness(late) })?.vi).toBe(said);
});

it('says nothing before there is a verdict', () => {
  expect(timelyWords({ state: 'rejected', standing: null, timeZone, timeliness: null })).toBeNull();
});

it.each([
  [{}, 'đúng hạn: báo cáo đến lần đầu 18/03/2024 09:30:00, tệp này là bản chỉnh lý'],
  [{ notedDay: '2024-03-18' }, 'đúng hạn: Văn phòng ghi bản giấy nhận ngày 18/03/2024, tệp này gửi sau'],
])('says by what a file behind the deadline is in time: %o', (more, said) => {
  const datedBy = { at: '2024-03-18T02:30:00.000Z', ...more };
  const receipt = { timeliness: { ...timeliness(false), datedBy }, timeZone };
  expect(timelyWords({ ...receipt, state: 'accepted', standing: 'counts' })?.vi).toBe(said);
});
