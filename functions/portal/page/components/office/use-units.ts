/** What a period's board asks for besides what it was opened with. */
import { useEffect, useRef } from 'preact/hooks';
import { isOwing } from '../../../../../shared/filing/owing.ts';
import { mostUnits } from '../../../../../shared/vocabulary/most-units.ts';
import type { OfficePeriod } from '../../../contract/office.ts';
import type { Overview } from '../../api.ts';
import { type BoardLine, type LastReminded, mayBeReminded, remindedLast, unitsAfter } from '../../board.ts';
import { useAnswer, useReloadAt } from '../../page-context.ts';

/** The units after the first page, of a period of very many: asked for again whenever the first is. */
export function useMoreUnits(period: OfficePeriod) {
  const more = useAnswer((api) => unitsAfter(api, period), `units/${period.period}`);
  useReloadAt(period.units, more.reload);
  return more;
}

/** Ten requests; of whom is beyond, the unit's own page says it. */
const mostReminded = 10 * mostUnits;

/** Of each its last reminders, by code; whoever never was reminded is not in it. */
export type Reminded = ReadonlyMap<string, LastReminded> | 'coming' | 'unknown';

/**
 * When whoever still owes was reminded last, whatever is searched for or drawn.
 * With each new overview it is asked for again where somebody may have been reminded since (`changes` counts what was
 * decided or mailed), or where nothing was answered, and else not: it is a read or more of each unit while units file.
 * What was answered before stands until then.
 */
export function useReminded(
  period: string,
  lines: readonly BoardLine[],
  changes: number,
  { now }: Overview,
): Reminded {
  const owing = lines.filter(({ status }) => isOwing(status)).map(({ unit }) => unit.code);
  const codes = owing.toSorted().slice(0, mostReminded);
  const found = useAnswer((api) => remindedLast(api, period, codes), `reminded/${period}`);
  const asked = useRef({ changes, now, codes });
  useEffect(() => {
    const wanted = { changes, now, codes };
    if (found.error === null && !mayBeReminded(asked.current, wanted)) return;
    asked.current = wanted;
    found.reload();
  }, [lines, changes, now]);
  return found.value ?? (found.error === null ? 'coming' : 'unknown');
}
