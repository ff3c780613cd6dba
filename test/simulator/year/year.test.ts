import { describe, expect, it } from 'vitest';
import { comingMails } from '../../../shared/office/chase/coming-mails.ts';
import { addDays } from '../../../shared/regime/calendar.ts';
import { badly, calmly } from './hours.ts';
import { sentLines, tableOf, toldLines } from './lines.ts';
import { mailsOfTheYear } from './mails.ts';
import { MemoryPlace } from './memory-place.ts';
import { from, midnight, morningOf, playTheYear, playYear } from './play.ts';
import { yearRegime } from './regime.ts';
import { Year } from './year.ts';

describe('a year in which every unit has its ways', () => {
  it('sends exactly the mails of the table, with hours skipped and runs doubled, and tells each morning those of the day', async () => {
    const { sent, told, byItself } = await playTheYear(badly(calmly, 1));
    expect(sent).toEqual(mailsOfTheYear);
    expect(told).toEqual(byItself);
  });
});

describe('a year in which nobody does anything', () => {
  it('sends line by line what was told 90 days before, and nothing upward where nobody has filed', async () => {
    const place = new MemoryPlace(midnight(from));
    const year = new Year({ ...yearRegime, upward: 'on-schedule' }, place);
    let next = from;
    const told: string[] = [];
    const morning = async (day: string) => {
      if (day !== next) return;
      next = addDays(day, 90);
      const { mails } = await comingMails(place.office, morningOf(next));
      told.push(...tableOf(toldLines(mails), 'hour'));
    };
    await playYear(year, place, { from, until: addDays(from, 2 * 90 - 1), acts: [], ticks: calmly, morning });
    expect(tableOf(await sentLines(year), 'hour')).toEqual(told);
  });
});
