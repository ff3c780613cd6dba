import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countingOf } from '../../../shared/filing/counting.ts';
import type { Decision } from '../../../shared/filing/decision.ts';
import type { Version } from '../../../shared/filing/version.ts';
import { decisionOf, ulid, versionOf } from '../summary/sample.ts';

const unit = 'VPS';
const version = (n: number, state: Version['state'] = 'accepted') =>
  versionOf({ upload: ulid(n), unit, state });
const counting = (versions: Version[], decisions: Decision[] = []) =>
  countingOf({ versions, decisions }, unit)?.ulid ?? null;

describe('what counts', () => {
  it('is nothing where nothing was filed', () => {
    expect(counting([])).toBeNull();
  });

  it('is the newest accepted version by mint ULID, whatever the hour it arrived', () => {
    const early = { ...version(2), receivedAt: '2024-03-15T01:00:00Z' };
    const late = { ...version(1), receivedAt: '2024-03-15T09:00:00Z' };
    expect(counting([late, early])).toBe(ulid(2));
  });

  it('is never displaced by a rejected or unreadable file', () => {
    expect(counting([version(1), version(2, 'rejected'), version(3, 'unreadable')])).toBe(ulid(1));
  });

  it('falls back to the predecessor when the office returns the newest', () => {
    const decisions = [decisionOf(9, { kind: 'return', unit, upload: ulid(2) })];
    expect(counting([version(1), version(2)], decisions)).toBe(ulid(1));
  });

  it('falls back likewise when the office leaves a version out', () => {
    const decisions = [decisionOf(9, { kind: 'exclude-version', unit, upload: ulid(2) })];
    expect(counting([version(1, 'accepted-with-warnings'), version(2)], decisions)).toBe(ulid(1));
  });

  it('is the unit’s nil declaration newer than the file, and a file newer than the declaration', () => {
    const nil = decisionOf(5, { kind: 'nil', unit });
    expect(counting([version(4)], [nil])).toBe(ulid(5));
    expect(counting([version(6)], [nil])).toBe(ulid(6));
  });

  it('is the file that was under way when the office declared nil in the unit’s place', () => {
    const nil = decisionOf(5, { kind: 'nil', unit, actor: 'office:VANPHONG' });
    expect(counting([], [nil])).toBe(ulid(5));
    expect(counting([version(4, 'rejected')], [nil])).toBe(ulid(5));
    expect(counting([version(4)], [nil])).toBe(ulid(4));
    expect(counting([version(3)], [decisionOf(4, { kind: 'nil', unit }), nil])).toBe(ulid(4));
    const returned = decisionOf(9, { kind: 'return', unit, upload: ulid(4) });
    expect(counting([version(4)], [nil, returned])).toBe(ulid(5));
  });

  it('falls back from a nil declaration that the office returned', () => {
    const decisions = [
      decisionOf(5, { kind: 'nil', unit }),
      decisionOf(9, { kind: 'return', unit, upload: ulid(5) }),
    ];
    expect(counting([version(4)], decisions)).toBe(ulid(4));
    expect(counting([], decisions)).toBeNull();
  });

  it('is nothing for a unit that owes nothing', () => {
    expect(counting([version(1)], [decisionOf(9, { kind: 'exclude-unit', unit })])).toBeNull();
  });

  it('takes no notice of what other units filed or were told', () => {
    const others = [
      decisionOf(8, { kind: 'nil', unit: 'TTRA' }),
      decisionOf(9, { kind: 'exclude-unit', unit: 'TTRA' }),
    ];
    expect(counting([version(1), versionOf({ upload: ulid(7), unit: 'TTRA' })], others)).toBe(ulid(1));
  });

  it('is the same for every order in which events were stored', () => {
    const state = fc.constantFrom<Version['state']>(
      'accepted',
      'accepted-with-warnings',
      'rejected',
      'unreadable',
    );
    const events = fc.record({
      states: fc.array(state, { maxLength: 6 }),
      taken: fc.array(fc.nat({ max: 5 }), { maxLength: 4 }),
      nils: fc.array(
        fc.tuple(fc.integer({ min: 0, max: 12 }), fc.constantFrom(`unit:${unit}`, 'office:VP')),
        {
          maxLength: 2,
        },
      ),
    });
    const shuffled = events.chain(({ states, taken, nils }) => {
      const versions = states.map((each, n) => version(n * 2, each));
      const decisions = [
        ...nils.map(([n, actor]) => decisionOf(n * 2 + 1, { kind: 'nil', unit, actor })),
        ...taken.map((n, i) => decisionOf(100 + i, { kind: 'return', unit, upload: ulid(n * 2) })),
      ];
      const all = <T>(list: readonly T[]) =>
        fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
      return fc.record({
        straight: fc.constant({ versions, decisions }),
        mixed: fc.record({ versions: all(versions), decisions: all(decisions) }),
      });
    });
    fc.assert(
      fc.property(shuffled, ({ straight, mixed }) => {
        const answer = countingOf(straight, unit);
        expect(countingOf(mixed, unit)?.ulid).toBe(answer?.ulid);
        // A model told another way: the newest that stands of what the unit sent or said, else what the office said.
        const gone = straight.decisions.flatMap((d) => (d.kind === 'return' ? [d.upload] : []));
        const newest = (ids: readonly string[]) =>
          ids
            .filter((id) => !gone.includes(id))
            .toSorted()
            .at(-1);
        const nilsOf = (who: string) =>
          straight.decisions.flatMap((d) =>
            d.kind === 'nil' && d.actor.startsWith(who) ? [d.decision] : [],
          );
        const accepted = straight.versions.filter((v) => v.state.startsWith('accepted'));
        const own = newest([...accepted.map((v) => v.upload), ...nilsOf('unit:')]);
        expect(answer?.ulid).toBe(own ?? newest(nilsOf('office:')));
      }),
    );
  });
});
