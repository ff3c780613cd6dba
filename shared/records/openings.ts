/** The units frozen when a period opened: one row, or, of very many units, parts that one row names. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { queryAll, type Row, type Table } from '../ports/table.ts';
import { openingPartKey, openingPartRows, periodOpening } from './keys.ts';

/** A row ends at 400 KB. */
const unitsInRow = 10_000;

const Opening = z.object({
  units: z.array(z.string()),
  /** Of a period in parts: what their keys begin with, and how many they are. */
  parts: z.object({ of: z.string(), count: z.int() }).optional(),
});

/** Opening a period freezes its expected units; opening it again changes nothing. */
export async function openPeriod(
  table: Pick<Table, 'get' | 'putIfAbsent'>,
  period: string,
  units: readonly string[],
): Promise<boolean> {
  if (units.length <= unitsInRow) return table.putIfAbsent(periodOpening(period), { units });
  if (await table.get(periodOpening(period))) return false;
  // Named by what they hold: parts of two regimes are never put together. The row that names them comes last.
  const of = createHash('sha256').update(units.join('\n')).digest('hex').slice(0, 16);
  const count = Math.ceil(units.length / unitsInRow);
  for (let part = 0; part < count; part += 1) {
    const some = units.slice(part * unitsInRow, (part + 1) * unitsInRow);
    await table.putIfAbsent(openingPartKey(period, of, part), { units: some });
  }
  return table.putIfAbsent(periodOpening(period), { units: [], parts: { of, count } });
}

// What is frozen never changes, and of very many units it is as large as a page of their heads.
const frozen = new WeakMap<Table, Map<string, readonly string[]>>();

/** The units frozen when the period opened, or null while it has not; read once in a process's life. */
export async function readExpected(table: Table, period: string): Promise<readonly string[] | null> {
  const known = frozen.get(table) ?? new Map<string, readonly string[]>();
  frozen.set(table, known);
  const units = known.get(period) ?? (await readOpening(table, period));
  if (units) known.set(period, units);
  return units;
}

async function readOpening(table: Table, period: string): Promise<readonly string[] | null> {
  const row = await table.get(periodOpening(period));
  const parts = row ? Opening.parse(row).parts : undefined;
  return expectedIn(
    row ? [row, ...(parts ? await queryAll(table, openingPartRows(period, parts.of)) : [])] : [],
  );
}

/** The same, of rows of the period's partition that were read already. Throws where a part is missing. */
export function expectedIn(rows: readonly Row[]): readonly string[] | null {
  const row = rows.find(({ sk }) => sk === '#OPENED');
  if (!row) return null;
  const { units, parts } = Opening.parse(row);
  if (!parts) return units;
  const found = rows.filter(({ sk }) => String(sk).startsWith(`#OPENED#${parts.of}#`));
  if (found.length !== parts.count)
    throw new Error(`${found.length} of ${parts.count} parts of an opening are there`);
  return found.flatMap((part) => Opening.parse(part).units);
}
