import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countingOf, takenAway, takenAwayBytes } from '../../../shared/filing/counting.ts';
import { type Decision, everyUnit } from '../../../shared/filing/decision.ts';
import { dutyStatus } from '../../../shared/filing/duty.ts';
import type { Filings } from '../../../shared/filing/filings.ts';
import { openRequest } from '../../../shared/filing/requests.ts';
import { timelinessOf } from '../../../shared/filing/timeliness.ts';
import type { Version } from '../../../shared/filing/version.ts';
import { runs } from '../../properties/runs.ts';
import { decisionOf, periodOf, regime, ulid, versionOf } from '../summary/sample.ts';

const unit = 'VPS';
const mostFiles = 4;
const days = ['2024-03-17', '2024-03-18', '2024-03-20', '2024-06-30'];
const sums = ['a', 'b'].map((letter) => letter.repeat(64));

/** Files about the deadline, some at the same second and some of the same bytes. */
const files = fc
  .array(
    fc.record({
      state: fc.constantFrom<Version['state']>(
        'accepted',
        'accepted-with-warnings',
        'rejected',
        'unreadable',
      ),
      receivedAt: fc.constantFrom(
        ...['2024-03-15T01:00:00.000Z', '2024-03-18T16:59:59.999Z', '2024-03-18T17:00:00.000Z'],
        ...['2024-03-19T01:00:00.000Z', '2024-06-15T01:00:00.000Z'],
      ),
      sha256: fc.constantFrom(...sums),
      standsFor: fc.option(fc.integer({ min: 1, max: mostFiles })),
    }),
    { maxLength: mostFiles },
  )
  .map((all) =>
    all.map(({ standsFor, ...file }, n) =>
      versionOf({
        ...file,
        upload: ulid(n + 1),
        unit,
        severities: { error: file.state === 'rejected' ? 1 : 0, warning: 0, note: 0 },
        ...(standsFor !== null && {
          entered: { actor: 'office:VP', link: 'x', reason: 'y', standsFor: ulid(standsFor) },
        }),
      }),
    ),
  );

const errors = [{ finding: 0, code: 'K01', message: { vi: 'x', en: 'x' } }];

const decision = fc.integer({ min: mostFiles + 1, max: 40 }).chain((n) =>
  fc.oneof(
    fc
      .integer({ min: 1, max: mostFiles })
      .chain((file) =>
        fc.constantFrom(
          decisionOf(n, { kind: 'return', unit, upload: ulid(file) }),
          decisionOf(n, { kind: 'exclude-version', unit, upload: ulid(file) }),
          decisionOf(n, { kind: 'waive', unit, upload: ulid(file), errors }),
          decisionOf(n, { kind: 'accept-late', unit, upload: ulid(file) }),
          decisionOf(n, { kind: 'received-on', unit, upload: ulid(file), day: '2024-03-18' }),
        ),
      ),
    fc
      .constantFrom(...days)
      .chain((until) =>
        fc.constantFrom(
          decisionOf(n, { kind: 'extension', unit, until }),
          decisionOf(n, { kind: 'prolong', unit, hours: 6 }),
          decisionOf(n, { kind: 'prolong', unit: everyUnit, hours: 30 }),
          decisionOf(n, { kind: 'extension', unit: everyUnit, until }),
          decisionOf(n, { kind: 'extension-request', unit, until }),
          decisionOf(n, { kind: 'guidance', unit: everyUnit, until }),
        ),
      ),
    fc.constantFrom(
      decisionOf(n, { kind: 'nil', unit }),
      decisionOf(n, { kind: 'nil', unit, actor: 'office:VP' }),
      decisionOf(n, { kind: 'exclude-unit', unit }),
      decisionOf(n, { kind: 'exclude-unit', unit: 'QLDD' }),
    ),
    fc
      .integer({ min: 0, max: 40 })
      .chain((other) =>
        fc.constantFrom(
          decisionOf(n, { kind: 'undo', unit, undone: ulid(other) }),
          decisionOf(n, { kind: 'extension-refusal', unit, request: ulid(other) }),
        ),
      ),
  ),
);
const decisions = fc.uniqueArray(decision, { selector: ({ decision: id }) => id, maxLength: 12 });

const periods = [periodOf('Q1-2024'), { ...periodOf('Q1-2024'), graceDays: 1 }, periodOf('CD-27CT')];
const moments = ['2024-03-18T16:59:59Z', '2024-03-20T01:00:00Z', '2024-07-01T01:00:00Z'];

/** What anybody asks of a unit's filings. */
function answersOf(filings: Filings) {
  return {
    duties: periods.flatMap((period) =>
      moments.map((now) => dutyStatus({ ...filings, regime, period, unit, now, expected: [unit] })),
    ),
    timeliness: filings.versions
      .toSorted((a, b) => (a.upload < b.upload ? -1 : 1))
      .map((version) => periods.map((period) => timelinessOf(filings, { regime, period }, version))),
    gone: Object.fromEntries(takenAway(filings, unit)),
    refused: sums.map((sha256) => takenAwayBytes(filings, unit, sha256)),
    asked: openRequest(filings, unit),
  };
}

const tried = { numRuns: runs(400) };
const shuffled = <T>(all: readonly T[]) => fc.shuffledSubarray([...all], { minLength: all.length });

describe('what was filed and decided', () => {
  it('says the same in whatever order it arrives: what counts, when it was due, whether it was late, who waits', () => {
    const twice = fc
      .tuple(files, decisions)
      .chain(([versions, all]) =>
        fc.tuple(
          fc.constant<Filings>({ versions, decisions: all }),
          fc.record({ versions: shuffled(versions), decisions: shuffled<Decision>(all) }),
        ),
      );
    fc.assert(
      fc.property(twice, ([one, other]) => {
        expect(answersOf(other)).toEqual(answersOf(one));
      }),
      tried,
    );
  });

  it('never counts bytes that the office gave back or left out, however often they were sent', () => {
    fc.assert(
      fc.property(files, decisions, (versions, all) => {
        const filings = { versions, decisions: all };
        const counting = countingOf(filings, unit);
        if (counting?.kind !== 'version') return;
        expect(takenAwayBytes(filings, unit, counting.version.sha256)).toBeNull();
      }),
      tried,
    );
  });
});
