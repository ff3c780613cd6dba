import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../shared/filing/decision.ts';
import { dutyStatus } from '../../../shared/filing/duty.ts';
import { inForce, rootOf } from '../../../shared/filing/in-force.ts';
import { openRequest } from '../../../shared/filing/requests.ts';
import type { Version } from '../../../shared/filing/version.ts';
import { runs } from '../../properties/runs.ts';
import { decisionOf, periodOf, regime, ulid, versionOf } from '../summary/sample.ts';

const unit = 'VPS';
const undo = (n: number, undone: number, of = unit) =>
  decisionOf(n, { kind: 'undo', unit: of, undone: ulid(undone) });
const held = (...decisions: Decision[]) => inForce(decisions).map(({ decision }) => decision);

describe('a decision that was taken back', () => {
  const exclusion = decisionOf(1, { kind: 'exclude-unit', unit });

  it('no longer holds, and holds again once that was taken back in turn', () => {
    expect(held(exclusion, undo(2, 1))).toEqual([]);
    expect(held(exclusion, undo(2, 1), undo(3, 2))).toEqual([ulid(1)]);
    expect(held(exclusion, undo(2, 1), undo(3, 2), undo(4, 3))).toEqual([]);
    expect(held(undo(3, 2), undo(2, 1), exclusion)).toEqual([ulid(1)]);
    expect(held(undo(3, 2), exclusion, undo(2, 1))).toEqual([ulid(1)]);
  });

  it('cannot be taken back by an older one, nor by one about another unit', () => {
    expect(held(exclusion, undo(0, 1))).toEqual([ulid(1)]);
    expect(held(exclusion, undo(2, 1, 'QLDD'))).toEqual([ulid(1)]);
  });

  it('is what all that took it back, one after the other, are about', () => {
    const all = [exclusion, undo(2, 1), undo(3, 2), undo(4, 9), undo(9, 5)];
    const root = (each: Decision) => rootOf(each, all).decision;
    expect(all.map(root)).toEqual([ulid(1), ulid(1), ulid(1), ulid(4), ulid(9)]);
  });

  it('leaves the one before it in force', () => {
    const question = {
      ...{ regime, period: periodOf('Q1-2024'), unit, versions: [], expected: null },
      now: '2024-03-15T09:00:00+07:00',
    };
    const first = decisionOf(1, { kind: 'extension', unit, until: '2024-03-25' });
    const second = decisionOf(2, { kind: 'extension', unit, until: '2024-03-28' });
    const due = (...decisions: Decision[]) => dutyStatus({ ...question, decisions }).due;
    expect(due(first, second)).toBe('2024-03-28T23:59:59+07:00');
    expect(due(first, second, undo(3, 2))).toBe('2024-03-25T23:59:59+07:00');
  });
});

describe('a request for more time', () => {
  const request = decisionOf(1, { kind: 'extension-request', unit, until: '2024-03-25' });
  const open = (decisions: Decision[], versions: Version[] = []) =>
    openRequest({ versions, decisions }, unit)?.decision ?? null;

  it('waits until it is granted or refused, and waits again when that is taken back', () => {
    const refusal = decisionOf(2, { kind: 'extension-refusal', unit, request: ulid(1) });
    expect(open([request])).toBe(ulid(1));
    expect(open([request, refusal])).toBeNull();
    expect(open([request, refusal, undo(3, 2)])).toBe(ulid(1));
    expect(open([request, decisionOf(2, { kind: 'extension', unit, until: '2024-03-25' })])).toBeNull();
  });

  it('is idle once a report counts', () => {
    expect(open([request], [versionOf({ upload: ulid(2), unit })])).toBeNull();
  });
});

describe('what is taken back', () => {
  const anything = fc.integer({ min: 4, max: 40 }).chain((n) =>
    fc.oneof(
      fc.constantFrom(
        decisionOf(n, { kind: 'nil', unit }),
        decisionOf(n, { kind: 'exclude-unit', unit }),
        decisionOf(n, { kind: 'extension', unit, until: '2024-03-25' }),
        decisionOf(n, { kind: 'prolong', unit, hours: 6 }),
      ),
      fc.integer({ min: 0, max: 40 }).map((undone) => undo(n, undone)),
    ),
  );

  it('is as if it had never been decided', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anything, { selector: ({ decision }) => decision, minLength: 1, maxLength: 12 }),
        (all) => {
          const last = all.reduce((a, b) => (a.decision > b.decision ? a : b));
          const after = [...all, undo(41, Number.parseInt(last.decision.slice(-4), 10))];
          const without = all.filter(({ decision }) => decision !== last.decision);
          expect(held(...after).toSorted()).toEqual(held(...without).toSorted());
        },
      ),
      { numRuns: runs(400) },
    );
  });
});
