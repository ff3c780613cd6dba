import { expect, it } from 'vitest';
import type { UnitFile } from '../../../../functions/portal/contract/desk.ts';
import { remindedToday } from '../../../../functions/portal/page/reminded-today.ts';

type Mail = UnitFile['mails'][number];
const at = '2024-03-20T03:00:00Z';
const mail: Mail = { about: 'reminder', of: at, state: 'sent', contact: null, to: null, at, again: false };
const found = (change: Partial<Mail>) =>
  remindedToday(
    { mails: [{ ...mail, ...change }], contact: { email: 'a@units.example', kind: 'x' } },
    (iso) => iso.startsWith('2024-03-20'),
  );

it('is when the unit’s own address was reminded today, or is about to be', () => {
  expect(found({})).toBe(at);
  expect(found({ state: 'leased', to: 'a@units.example' })).toBe(at);
});

it.each<[string, Partial<Mail>]>([
  ['a reminder of a day before', { at: '2024-03-19T03:00:00Z' }],
  ['one that came back', { state: 'returned' }],
  ['one that is kept until the address is mended', { state: 'withheld' }],
  ['one to the head of the unit', { contact: 'truong@units.example' }],
  ['one to the address of before', { to: 'cu@units.example' }],
  ['another mail', { about: 'verdict' }],
])('is not %s', (_, change) => {
  expect(found(change)).toBeNull();
});
