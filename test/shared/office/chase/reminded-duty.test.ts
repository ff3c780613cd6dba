import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../../shared/filing/decision.ts';
import { dutyStatus } from '../../../../shared/filing/duty.ts';
import type { Version } from '../../../../shared/filing/version.ts';
import { reminderMail } from '../../../../shared/mail/reminder.ts';
import { remindedDuty } from '../../../../shared/office/chase/reminded-duty.ts';
import type { Unit } from '../../../../shared/regime/regime.ts';
import { linkToCome } from '../../../../shared/wording/chase-mail.ts';
import { decisionOf, periodOf, regime, ulid, versionOf } from '../../summary/sample.ts';

const [unit] = regime.units.filter(({ code }) => code === 'CCBVMT') as [Unit];
const period = periodOf('Q1-2024');
const given = (kind: object) => [decisionOf(1, { unit: unit.code, ...kind } as Decision)];
const until = (day: string) => given({ kind: 'extension', until: day });
/** The deadline of the sample is the end of Monday 18/03/2024. */
const tillNoon = given({ kind: 'prolong', hours: 12 });

const dutyAt = (now: string, decisions: readonly Decision[], versions: readonly Version[] = []) =>
  dutyStatus({
    ...{ regime, period, unit: unit.code, now, versions, decisions, expected: null },
  });

function mailAt(now: string, decisions: readonly Decision[]) {
  const duty = dutyAt(now, decisions);
  const ownDay = duty.deadline.extension?.until ?? null;
  const said = remindedDuty({ regime, period, now }, duty, ownDay);
  if (said === null) throw new Error('nothing to remind of');
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

describe('of whom a reminder speaks', () => {
  const now = '2024-03-20T08:00:00+07:00';
  const said = (
    decisions: readonly Decision[],
    { ownDay = null, versions = [] }: { ownDay?: string | null; versions?: readonly Version[] } = {},
  ) => remindedDuty({ regime, period, now }, dutyAt(now, decisions, versions), ownDay);

  it('is who owes the report now, and nobody who filed, or is left alone', () => {
    expect(said([])).toMatchObject({ due: '2024-03-18T23:59:59+07:00', left: { when: 'after' } });
    const filed = versionOf({ upload: ulid(1), unit: unit.code });
    expect(said([], { versions: [filed] })).toBeNull();
    expect(said(given({ kind: 'exclude-unit' }))).toBeNull();
    expect(said(given({ kind: 'hold-reminders', until: '2024-03-22' }))).toBeNull();
  });

  it('is who has more time, in a mail of the chase before that very day alone', () => {
    expect(said(until('2024-03-22'))).toBeNull();
    expect(said(until('2024-03-22'), { ownDay: '2024-03-21' })).toBeNull();
    expect(said(until('2024-03-22'), { ownDay: '2024-03-22' })).toMatchObject({
      left: { when: 'before', workingDays: 2 },
    });
  });

  it('is told what became of a file that does not count', () => {
    expect(said([])).not.toHaveProperty('attempt');
    const bad = versionOf({ upload: ulid(1), unit: unit.code, state: 'rejected' });
    expect(said([], { versions: [bad] })).toMatchObject({
      attempt: { state: 'rejected', fileName: bad.fileName },
    });
  });

  it('is nobody of a review whose day no guidance has set', () => {
    const review = periodOf('CD-27CT');
    const duty = dutyStatus({
      ...{ regime, period: review, unit: unit.code, now, versions: [], decisions: [], expected: null },
    });
    expect(remindedDuty({ regime, period: review, now }, duty, null)).toBeNull();
  });
});
