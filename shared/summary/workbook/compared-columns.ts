/** The overview's columns of what totals are compared with: the earlier figure, and how the present one stands against it. */
import { address, type CellStyle, type PlannedCell } from '../../documents/sheet-plan.ts';
import type { Indicator } from '../../regime/regime.ts';
import { workbookWords as words } from '../../wording/documents.ts';
import { changeOf, columnOf } from '../comparison.ts';
import type { Change, Summary, Total } from '../summary.ts';
import { amount as amountStyle, dash, numberFormat } from './styles.ts';

export interface ComparedColumns {
  readonly against: 'previous' | 'lastYear';
  /** Whether some figures are compared over fewer units than gave them: then what these gave stands there too. */
  readonly ofBoth: boolean;
  readonly heads: readonly string[];
  readonly widths: readonly number[];
}

/** For each earlier period that any total is compared with. */
export function comparedColumns({ totals }: Summary): readonly ComparedColumns[] {
  return (['previous', 'lastYear'] as const).flatMap((against): ComparedColumns[] => {
    if (totals.every((total) => total[against] === null)) return [];
    const ofBoth = totals.some((total) => total[against]?.ofBoth);
    const { before, both, changes } = words.comparisonColumns;
    return [
      {
        against,
        ofBoth,
        heads: [before[against], ...(ofBoth ? both[against] : []), ...changes],
        widths: [14, ...(ofBoth ? [9, 14, 14] : []), 13, 11],
      },
    ];
  });
}

/**
 * The cells of one total, the change as formulas over the figures that stand in its row.
 * @param totalAt the columns of the period's figure and of the cumulative one; @param from the first of these cells' columns
 */
export function comparedCells(
  indicator: Indicator,
  total: Total | undefined,
  { against, ofBoth, heads }: ComparedColumns,
  row: number,
  totalAt: { readonly value: number; readonly cumulative: number },
  from: number,
): readonly PlannedCell[] {
  const comparison = total?.[against];
  const of = comparison ? columnOf(comparison) : 'value';
  const change = comparison?.[of];
  if (indicator.acrossUnits === 'none' || !change || change.before === null) return heads.map(() => dash);
  const style: CellStyle = { ...amountStyle, format: numberFormat(indicator) };
  const before: PlannedCell = { value: change.before, style };
  const none = ofBoth ? [dash, dash, dash] : [];
  const changed = (told: Change, now: number, then: number) =>
    changeCells(told, address(row, now), address(row, then), address(row, from + heads.length - 2), style);
  if (!comparison?.otherUnits) return [before, ...none, ...changed(change, totalAt[of], from)];
  // What other units gave is shown, and is no rise or fall.
  const same = comparison.ofBoth;
  if (!same) return [before, ...none, dash, dash];
  const told = changeOf(same.now, same.before, indicator.type === 'percent');
  return [
    before,
    { value: same.units, style: { ...amountStyle, format: '0' } },
    { value: same.now, style },
    { value: same.before, style },
    ...changed(told, from + 2, from + 3),
  ];
}

function changeCells(
  { delta, percent }: Change,
  now: string,
  before: string,
  difference: string,
  style: CellStyle,
): readonly PlannedCell[] {
  const signed = `+${style.format};-${style.format};0`;
  return [
    delta === null
      ? dash
      : { formula: `${now}-${before}`, value: delta, style: { ...style, format: signed } },
    percent === null
      ? dash
      : {
          formula: `${difference}/${before}`,
          value: percent / 100,
          style: { ...amountStyle, format: '+0.0%;-0.0%;0.0%' },
        },
  ];
}
