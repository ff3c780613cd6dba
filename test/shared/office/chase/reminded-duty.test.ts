import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../../shared/filing/decision.ts';
import { dutyStatus } from '../../../../shared/filing/duty.ts';
import { reminderMail } from '../../../../shared/mail/reminder.ts';
import { remindedDuty } from '../../../../shared/office/chase/reminded-duty.ts';
import { linkToCome } from '../../../../shared/wording/chase-mail.ts';
import { decisionOf, periodOf, regime } from '../../summary/sample.ts';

const unit = regime.units.find(({ code }) => code === 'CCBVMT');
if (!unit) throw new Error('the sample regime has this unit');
const period = periodOf('Q1-2024');
const given = (kind: object) => [decisionOf(1, { unit: unit.code, ...kind } as Decision)];
const until = (day: string) => given({ kind: 'extension', until: day });
/** The deadline of the sample is the end of Monday 18/03/2024. */
const tillNoon = given({ kind: 'prolong', hours: 12 });

function mailAt(now: string, decisions: readonly Decision[]) {
  const duty = dutyStatus({
    ...{ regime, period, unit: unit?.code ?? '', now, versions: [], decisions, expected: null },
  });
  const ownDay = duty.deadline.extension?.until ?? null;
  const said = remindedDuty({ regime, period, now }, duty, ownDay);
  if (!unit || said === null) throw new Error('nothing to remind of');
  return reminderMail({ regime, unit, duties: [{ ...said, ...linkToCome }] });
}

describe('how long a reminder says is left', () => {
  it.each([
    // A Friday.
    ['2024-03-28', until('2024-03-29'), 'còn 1 ngày làm việc, hạn 29/03/2024'],
    ['2024-03-29', until('2024-03-29'), 'HÔM NAY là hạn cuối (29/03/2024)'],
    ['2024-03-30', until('2024-03-29'), 'đã quá hạn (29/03/2024)'],
    ['2024-03-31', until('2024-03-29'), 'đã quá hạn (29/03/2024)'],
    ['2024-04-01', until('2024-03-29'), 'đã quá hạn 1 ngày làm việc'],
    // A Sunday.
    ['2024-03-28', until('2024-03-31'), 'còn 1 ngày làm việc, hạn 31/03/2024'],
    ['2024-03-29', until('2024-03-31'), 'hạn 31/03/2024, sau hôm nay không còn ngày làm việc'],
    ['2024-03-30', until('2024-03-31'), 'hạn 31/03/2024, sau hôm nay không còn ngày làm việc'],
    ['2024-03-31', until('2024-03-31'), 'HÔM NAY là hạn cuối (31/03/2024)'],
    ['2024-04-01', until('2024-03-31'), 'đã quá hạn 1 ngày làm việc'],
  ])('on %s', (day, decisions, said) => {
    const { subject, text } = mailAt(`${day}T08:00:00+07:00`, decisions);
    expect(subject).toContain(said);
    expect(/nộp\smuộn/.test(text)).toBe(said.startsWith('đã quá hạn'));
  });

  it.each([
    ['2024-03-19T11:00:00+07:00', 'HÔM NAY là hạn cuối (19/03/2024)'],
    ['2024-03-19T14:00:00+07:00', 'đã quá hạn (19/03/2024)'],
    ['2024-03-20T08:00:00+07:00', 'đã quá hạn 1 ngày làm việc'],
  ])('at %s where hours were given until noon', (now, said) => {
    const { subject, text } = mailAt(now, tillNoon);
    expect(subject).toContain(said);
    expect(/nộp\smuộn/.test(text)).toBe(said.startsWith('đã quá hạn'));
  });
});
