import { describe, expect, it } from 'vitest';
import type { BoardLine } from '../../../../functions/portal/page/board.ts';
import { filters } from '../../../../functions/portal/page/board.ts';
import {
  type BulkKind,
  bulkKinds,
  fitsUnit,
  focusAfterLeaving,
  leftByDefault,
  mainOf,
} from '../../../../functions/portal/page/bulk.ts';
import type { Reachable } from '../../../../functions/portal/page/deciding.ts';
import type { DutyStatus } from '../../../../shared/vocabulary/duty-states.ts';

const line = (status: DutyStatus, rest: Partial<BoardLine> = {}): BoardLine => ({
  ...{ unit: { code: 'VPS', name: 'Văn phòng Sở' }, status, filedAt: null, attempt: null, reason: null },
  askedUntil: null,
  ...rest,
});
const fitting = (of: BoardLine) => bulkKinds.filter((kind) => fitsUnit[kind](of));

describe('what is decided about many at once', () => {
  it.each<[string, BoardLine, readonly BulkKind[]]>([
    ['owes', line('overdue'), ['reminder', 'hold-reminders', 'extension', 'nil', 'exclude-unit']],
    [
      'owes and is not to be reminded',
      line('missing', { held: { until: '2024-03-22', reason: 'Hẹn' } }),
      ['hold-reminders', 'extension', 'nil', 'exclude-unit'],
    ],
    [
      'asks for time',
      line('missing', { askedUntil: '2024-03-25' }),
      ['reminder', 'hold-reminders', 'extension', 'extension-refusal', 'nil', 'exclude-unit'],
    ],
    ['has more time', line('extended'), ['extension', 'nil', 'exclude-unit']],
    ['filed late', line('late'), ['extension', 'accept-late', 'exclude-unit']],
    ['filed late, which was accepted', line('late', { reason: 'Bão' }), ['extension', 'exclude-unit']],
    ['filed in time', line('on-time'), ['exclude-unit']],
    ['has nothing to report', line('nil'), ['exclude-unit']],
    ['owes nothing', line('excluded'), []],
    ['awaits the guidance', line('awaiting-guidance'), ['nil', 'exclude-unit']],
  ])('fits whoever it can be decided about: a unit that %s', (_, of, kinds) => {
    expect(fitting(of)).toEqual(kinds);
  });

  it('is first what fits those whom the filter shows', () => {
    const shown = { asked: line('missing', { askedUntil: '2024-03-25' }), late: line('late') };
    expect(mainOf).toMatchObject({ asked: 'extension', late: 'accept-late', owing: 'reminder', filed: null });
    expect(fitting(shown.asked)).toContain(mainOf.asked);
    expect(fitting(shown.late)).toContain(mainOf.late);
    expect(Object.keys(mainOf).toSorted()).toEqual([...filters].toSorted());
  });
});

describe('whom a press about many leaves out by itself', () => {
  const waits = { code: 'QLDD', name: 'Đất đai', askedUntil: '2024-03-25' };
  const filed = { code: 'KHTC', name: 'Kế hoạch', filed: true };
  const both = { code: 'TTRA', name: 'Thanh tra', filed: true, askedUntil: '2024-03-25' };
  const owes = { code: 'VPS', name: 'Văn phòng' };
  const left = (kind: string, units: readonly Reachable[]) =>
    [...leftByDefault(kind, units)].map(([why, who]) => [why, who.map(({ code }) => code)]);

  it.each(['reminder', 'hold-reminders', 'nil', 'exclude-unit'])(
    'is of %s who waits for an answer',
    (kind) => {
      expect(left(kind, [waits, filed, owes])).toEqual([['asking', ['QLDD']]]);
      expect(left(kind, [waits, { ...waits, code: 'B' }])).toEqual([['asking', ['QLDD', 'B']]]);
      expect(left(kind, [waits])).toEqual([]);
    },
  );

  it('is of more time who has filed too, unless it is given to none but those', () => {
    expect(left('extension', [waits, filed, both, owes])).toEqual([
      ['asking', ['QLDD', 'TTRA']],
      ['filed', ['KHTC']],
    ]);
    expect(left('extension', [waits, both])).toEqual([]);
    expect(left('extension', [filed, { ...filed, code: 'B' }])).toEqual([]);
  });

  it.each(['extension-refusal', 'accept-late', 'undo'])('is of %s nobody', (kind) => {
    expect(left(kind, [waits, filed, owes])).toEqual([]);
  });
});

describe('leaving out of a press who waits for an answer', () => {
  it('moves the focus to the button that is there then, and nowhere while nothing was pressed', () => {
    const [none, one] = [new Set<string>(), new Set(['QLDD'])];
    expect(focusAfterLeaving(none, none)).toBeNull();
    expect(focusAfterLeaving(none, one)).toBe('.left-out button');
    // Not the name of the first unit, which leaves the dialog.
    expect(focusAfterLeaving(one, new Set())).toBe('.open-requests .small-button');
  });
});
