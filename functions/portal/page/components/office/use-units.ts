/** What a period's board asks for besides what it was opened with. */
import { useEffect, useRef } from 'preact/hooks';
import { isOwing } from '../../../../../shared/filing/owing.ts';
import type { OfficePeriod } from '../../../contract/office.ts';
import type { Overview } from '../../api.ts';
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

const never: ReadonlyMap<string, string> = new Map();

/** When whoever still owes was reminded last, of the lines that are drawn; asked for again whenever the board is. */
export function useReminded(
  period: string,
  lines: readonly BoardLine[],
  overview: Overview,
): ReadonlyMap<string, string> {
  const codes = lines.filter(({ status }) => isOwing(status)).map(({ unit }) => unit.code);
  const key = `reminded/${period}/${codes.join()}`;
  const found = useAnswer((api) => remindedLast(api, period, codes), key);
  const { reload } = found;
  const first = useRef(overview);
  useEffect(() => {
    if (first.current === overview) return;
    first.current = overview;
    reload();
  }, [overview, reload]);
  // It stands beside what is known without it: where it cannot be had, the unit's own page says it.
  return found.value ?? never;
}
