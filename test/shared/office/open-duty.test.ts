import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../shared/filing/decision.ts';
import { dutyOf, openDuty, type Sender } from '../../../shared/office/open-duty.ts';
import { putDecision } from '../../../shared/records/filings.ts';
import type { Period } from '../../../shared/regime/regime.ts';
import { MemoryTable } from '../../doubles/memory-table.ts';
import { decisionOf, periodOf, regime } from '../summary/sample.ts';

const found = regime.units.find(({ code }) => code === 'QLDD');
if (!found) throw new Error('the sample regime has changed');
const unit = found;
const quarter = periodOf('Q1-2024');
const link = (may: 'look' | 'send', period = 'Q1-2024') => ({ scope: { period, may } }) as Partial<Sender>;

async function asked(given: {
  readonly now: string;
  readonly sender?: Partial<Sender>;
  readonly period?: Partial<Period>;
  readonly decisions?: readonly Decision[];
  readonly evenLocked?: boolean;
}): Promise<string> {
  const { now, sender = {}, period = {}, decisions = [], evenLocked } = given;
  const table = new MemoryTable();
  for (const decision of decisions) await putDecision(table, decision);
  const periods = [{ ...quarter, ...period }];
  const of = { unit, regime: { ...regime, periods }, regimeHash: 'a', ...sender };
  try {
    const options = evenLocked === undefined ? undefined : { evenLocked };
    return (await openDuty({ table, clock: { now: () => now } }, of, 'Q1-2024', options)).id;
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    // A blank that nobody filled would stand there as nothing.
    expect(message).not.toMatch(/“”| {2}| [.,]/);
    return code;
  }
}

const inMarch = '2024-03-15T09:00:00+07:00';

describe('a duty of a unit', () => {
  it('is one that the regime asks of it, by a link that is good for it', () => {
    const sender = { unit, regime, regimeHash: 'a' };
    const code = (of: Sender, period: string) => {
      try {
        return dutyOf(of, period).id;
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(code(sender, 'Q1-2024')).toBe('Q1-2024');
    expect(code(sender, 'Q9-2024')).toBe('PERIOD_UNKNOWN');
    const others = { ...regime, periods: [{ ...quarter, units: ['VPS'] }] };
    expect(code({ ...sender, regime: others }, 'Q1-2024')).toBe('PERIOD_UNKNOWN');
    expect(code({ ...sender, ...link('look') }, 'Q1-2024')).toBe('Q1-2024');
    expect(code({ ...sender, ...link('send', '6T-2024') }, 'Q1-2024')).toBe('LINK_OF_OTHER_DUTY');
  });
});

describe('something may be filed', () => {
  it('by a link that may send, and by none that only looks', async () => {
    expect(await asked({ now: inMarch })).toBe('Q1-2024');
    expect(await asked({ now: inMarch, sender: link('send') })).toBe('Q1-2024');
    expect(await asked({ now: inMarch, sender: link('look') })).toBe('LINK_LOOKS_ONLY');
  });

  it('from the day of the opening, in the regime’s zone', async () => {
    const period = { opens: '2024-03-15' };
    expect(await asked({ now: '2024-03-14T16:59:59Z', period })).toBe('PERIOD_NOT_OPEN');
    expect(await asked({ now: '2024-03-14T17:00:00Z', period })).toBe('Q1-2024');
    expect(await asked({ now: '2024-01-01T09:00:00Z', period: { opens: undefined } })).toBe('Q1-2024');
  });

  it('to the end of the day of the lock; asked to unlock it may be later', async () => {
    const period = { lock: '2024-04-30' };
    expect(await asked({ now: '2024-04-30T16:59:59Z', period })).toBe('Q1-2024');
    expect(await asked({ now: '2024-04-30T17:00:00Z', period })).toBe('PERIOD_LOCKED');
    expect(await asked({ now: '2024-04-30T17:00:00Z', period, evenLocked: true })).toBe('Q1-2024');
    expect(await asked({ now: '2025-04-30T17:00:00Z', period: { lock: undefined } })).toBe('Q1-2024');
  });

  it('beyond the lock by the unit whose time goes beyond it, and by no other', async () => {
    const period = { lock: '2024-04-30' };
    const granted = (of: string) => [decisionOf(1, { kind: 'extension', unit: of, until: '2024-05-10' })];
    const now = '2024-05-10T16:59:59Z';
    expect(await asked({ now, period, decisions: granted('QLDD') })).toBe('Q1-2024');
    expect(await asked({ now, period, decisions: granted('VPS') })).toBe('PERIOD_LOCKED');
    const later = '2024-05-10T17:00:00Z';
    expect(await asked({ now: later, period, decisions: granted('QLDD') })).toBe('PERIOD_LOCKED');
  });

  it('of a review once its guidance has come', async () => {
    const period = { deadline: { rule: 'on-guidance' }, lock: undefined } as const;
    const guidance = decisionOf(1, { kind: 'guidance', unit: '*', until: '2024-09-30' });
    expect(await asked({ now: inMarch, period })).toBe('GUIDANCE_AWAITED');
    expect(await asked({ now: inMarch, period, evenLocked: true })).toBe('GUIDANCE_AWAITED');
    expect(await asked({ now: inMarch, period, decisions: [guidance] })).toBe('Q1-2024');
  });
});
