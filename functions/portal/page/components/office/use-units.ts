/** What a period's board asks for besides what it was opened with. */
import { useEffect, useRef } from 'preact/hooks';
import { isOwing } from '../../../../../shared/filing/owing.ts';
import { mostUnits } from '../../../../../shared/vocabulary/most-units.ts';
import type { OfficePeriod } from '../../../contract/office.ts';
import { type BoardLine, remindedLast, unitsAfter } from '../../board.ts';
import { useAnswer } from '../../page-context.ts';

/** The units after the first page, of a period of very many: asked for again whenever the first is. */
export function useMoreUnits(period: OfficePeriod) {
  const { units } = period;
  const more = useAnswer((api) => unitsAfter(api, period), `units/${period.period}`);
  const { reload } = more;
  const first = useRef(units);
  useEffect(() => {
    if (first.current === units) return;
    first.current = units;
    reload();
  }, [units, reload]);
  return more;
}

/** Ten requests; of whom is beyond, the unit's own page says it. */
const mostReminded = 10 * mostUnits;

/**
 * When whoever still owes was reminded last, whatever is searched for or drawn; null where nothing was answered yet.
 * Asked for again where something was decided or mailed (`changes` counts it), or somebody owes who did not, and not each
 * minute: it is a read or more of each unit while units file. What was answered before stands until then.
 */
export function useReminded(
  period: string,
  lines: readonly BoardLine[],
  changes: number,
): ReadonlyMap<string, string> | null {
  const owing = lines.filter(({ status }) => isOwing(status)).map(({ unit }) => unit.code);
  const codes = owing.toSorted().slice(0, mostReminded);
  const found = useAnswer((api) => remindedLast(api, period, codes), `reminded/${period}`);
  const { reload } = found;
  const about = codes.join();
  const asked = useRef({ changes, codes: new Set(codes) });
  useEffect(() => {
    const { current } = asked;
    if (current.changes === changes && codes.every((code) => current.codes.has(code))) return;
    asked.current = { changes, codes: new Set(codes) };
    reload();
  }, [changes, about, reload]);
  return found.value;
}
