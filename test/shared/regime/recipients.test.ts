import { describe, expect, it } from 'vitest';
import { addressesOf } from '../../../shared/regime/contacts.ts';
import { aboveOffice, officeItself, officeOf, sentOnSchedule } from '../../../shared/regime/recipients.ts';
import { periodOf, regime } from '../summary/sample.ts';

const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);

describe('who gets the report', () => {
  it('is the office itself, or who is named “để B/c”, and nobody is both', () => {
    expect(ids(officeItself(regime))).toEqual(['LANHDAO', 'VANPHONG']);
    expect(ids(aboveOffice(regime))).toEqual(['BDVTU']);
  });

  it('above the office is nobody by the schedule, unless the regime says so and the period does not say otherwise', () => {
    const quarter = periodOf('Q1-2024');
    const sent = (of: 'by-hand' | 'on-schedule', upward?: 'by-hand') =>
      ids(sentOnSchedule({ ...regime, upward: of }, { ...quarter, upward }));
    expect(sent('by-hand')).toEqual([]);
    expect(sent('on-schedule')).toEqual(['BDVTU']);
    expect(sent('on-schedule', 'by-hand')).toEqual([]);
  });

  it('can be asked, by telephone too where there is one', () => {
    const office = { ...regime.office, name: 'Văn phòng', phone: '0205', replyTo: 'vp@so.example' };
    expect(officeOf({ office })).toBe('Văn phòng, 0205, vp@so.example');
    expect(officeOf({ office: { ...office, phone: undefined } })).toBe('Văn phòng, vp@so.example');
  });
});

describe('the addresses of a unit', () => {
  const contacts = [
    { role: 'clerk', email: 'b@so.example', from: '2024-03-01', until: '2024-03-31' },
    { role: 'clerk', email: 'A@so.example' },
    { role: 'head', email: 'h@so.example' },
    { role: 'head', email: 'H@so.example' },
  ] as const;
  const on = (role: 'clerk' | 'head', day: string) =>
    addressesOf({ email: 'a@so.example', contacts: [...contacts] }, role, day);

  it('are of the clerk the registered one first, each once whatever its capitals', () => {
    expect(on('clerk', '2024-03-15')).toEqual([
      { email: 'a@so.example', registered: true },
      { email: 'b@so.example', registered: false },
    ]);
    expect(on('head', '2024-03-15')).toEqual([{ email: 'h@so.example', registered: false }]);
    expect(addressesOf({ email: 'a@so.example' }, 'head', '2024-03-15')).toEqual([]);
  });

  it('are those of the day, the first and the last with it', () => {
    const has = (day: string) => on('clerk', day).length === 2;
    expect(['2024-02-29', '2024-03-01', '2024-03-31', '2024-04-01'].map(has)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
