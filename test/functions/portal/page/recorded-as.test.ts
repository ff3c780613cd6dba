import { describe, expect, it } from 'vitest';
import type { UnitFile } from '../../../../functions/portal/contract/desk.ts';
import type { Version } from '../../../../functions/portal/contract/duties.ts';
import {
  entryRecordedAs,
  waitingFile,
  waivedRecordedAs,
} from '../../../../functions/portal/page/recorded-as.ts';

const judgedUntil = '2024-03-18T23:59:59+07:00';
const inTime = '2024-03-18T23:59:59.900+07:00';
const behind = '2024-03-19T00:00:00+07:00';

const version = (uploadId: string, more: object = {}) => ({ uploadId, sentAt: inTime, ...more }) as Version;
function fileWith(more: {
  versions?: Version[];
  counts?: string | null;
  status?: string;
  legible?: string[];
}) {
  const { legible = [], versions = [], counts = null, status = 'missing' } = more;
  const duty = { versions, counts, status, timeZone: 'Asia/Ho_Chi_Minh' } as unknown as UnitFile['duty'];
  return { duty, legible, judgedUntil };
}

describe('the file that waits to be typed from', () => {
  const [old, scan, damaged] = [version('01'), version('02'), version('03')];

  it('is the newest that can be opened, and none that is older than what counts', () => {
    const versions = [damaged, scan, old];
    expect(waitingFile(fileWith({ versions, legible: ['02', '01'] }))).toBe(scan);
    expect(waitingFile(fileWith({ versions, legible: ['01'], counts: '02' }))).toBeNull();
    expect(waitingFile(fileWith({ versions, legible: ['02'], counts: '01' }))).toBe(scan);
  });
});

describe('an entry would be on record', () => {
  const of = (by: { file?: Version; day?: string; now: string }, more = {}) =>
    entryRecordedAs(fileWith(more), {
      ...{ file: by.file ?? null, day: by.day ?? '' },
      now: Date.parse(by.now),
    });

  it('as its own hour, the unit’s file, or the day of its paper says', () => {
    expect(of({ now: inTime })).toBe('on-time');
    expect(of({ now: behind })).toBe('late');
    expect(of({ file: version('01'), now: behind })).toBe('on-time');
    expect(of({ file: version('01', { sentAt: behind }), now: behind })).toBe('late');
    expect(of({ day: '2024-03-18', now: behind })).toBe('on-time');
    expect(of({ day: '2024-03-19', now: behind })).toBe('late');
  });

  it('by a day that counts whole only where it ends by the limit, which hours may have moved', () => {
    const longer = { ...fileWith({}), judgedUntil: '2024-03-19T05:59:59+07:00' };
    const by = (day: string) =>
      entryRecordedAs(longer, { file: null, day, now: Date.parse('2024-03-20T08:00:00+07:00') });
    expect([by('2024-03-18'), by('2024-03-19')]).toEqual(['on-time', 'late']);
  });

  it('as in time where it corrects what is, and as nothing without a date', () => {
    expect(of({ now: behind }, { status: 'on-time', counts: '01' })).toBe('on-time');
    const none = { ...fileWith({}), judgedUntil: null };
    expect(entryRecordedAs(none, { file: null, day: '', now: 0 })).toBeNull();
  });
});

it('a file whose checks are waived is as late as it came, unless it corrects one in time', () => {
  const late = version('02', { timeliness: { late: true } });
  expect(waivedRecordedAs(fileWith({}), late)).toBe('late');
  expect(waivedRecordedAs(fileWith({ status: 'on-time', counts: '01' }), late)).toBe('on-time');
  expect(waivedRecordedAs(fileWith({}), version('02', { timeliness: { late: false } }))).toBe('on-time');
});
