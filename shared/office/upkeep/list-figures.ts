/** Every figure that counts in a period, one a row: what a period of any size can be listed as. */
import pMap from 'p-map';
import { countingOf } from '../../filing/counting.ts';
import { everyUnit } from '../../filing/decision.ts';
import type { Version } from '../../filing/version.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { eachUnit, readFilings, readValues } from '../../records/filings.ts';
import type { Regime } from '../../regime/regime.ts';
import { first, say } from '../../vocabulary/text.ts';
import { neutralised } from '../../vocabulary/visible-text.ts';
import { placesOf } from '../../wording/places.ts';

const readAtOnce = 48;

export const figureColumns = [
  'unit',
  'name',
  'standing',
  'receipt',
  'file',
  'indicator',
  'value',
  'cumulative',
  'place',
] as const;
export type FigureRow = Readonly<Record<(typeof figureColumns)[number], string | number>>;

/**
 * In the order of the units' codes. A unit that declared nil has one row without a figure; who has nothing that counts has
 * none. Holds no more than a few dozen reports, however many there are.
 */
export async function* figuresOf(
  { table, store }: Pick<Dependencies, 'table' | 'store'>,
  { regime, period }: { readonly regime: Regime; readonly period: { readonly id: string } },
): AsyncGenerator<FigureRow> {
  const names = new Map(regime.units.map(({ code, name }) => [code, name]));
  const { decisions: common } = await readFilings(table, period.id, everyUnit);
  let read: (() => Promise<FigureRow[]>)[] = [];
  for await (const { unit, versions, decisions } of eachUnit(table, period.id)) {
    if (unit === everyUnit) continue;
    const counting = countingOf({ versions, decisions: [...decisions, ...common] }, unit);
    if (counting === null) continue;
    const whose = { unit, name: neutralised(names.get(unit) ?? '') };
    read.push(
      counting.kind === 'nil'
        ? async () => [nilRow(whose)]
        : async () => rowsOf(whose, counting.version, await readValues(store, counting.version)),
    );
    if (read.length < readAtOnce) continue;
    yield* await together(read);
    read = [];
  }
  yield* await together(read);
}

async function together(read: readonly (() => Promise<FigureRow[]>)[]): Promise<FigureRow[]> {
  return (await pMap(read, (each) => each(), { concurrency: readAtOnce })).flat();
}

type Whose = Pick<FigureRow, 'unit' | 'name'>;

function nilRow(whose: Whose): FigureRow {
  const nothing = { receipt: '', file: '', indicator: '', value: '', cumulative: '', place: '' };
  return { ...whose, standing: 'nil', ...nothing };
}

function rowsOf(
  whose: Whose,
  { state, receipt, fileName }: Version,
  values: Awaited<ReturnType<typeof readValues>>,
): FigureRow[] {
  const filed = { ...whose, standing: state, receipt, file: neutralised(fileName) };
  return values.map(({ indicator, value, cumulative, source }) => ({
    ...filed,
    indicator,
    value: typeof value === 'string' ? neutralised(value) : (value ?? ''),
    cumulative: typeof cumulative === 'string' ? neutralised(cumulative) : (cumulative ?? ''),
    place: source === null ? '' : neutralised(say(placesOf([source]), first)),
  }));
}
