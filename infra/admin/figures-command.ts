/** `report figures`: every figure that counts in a period, as CSV, however many units there are. */
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { periodInForce } from '../../shared/office/regimes-in-force.ts';
import { figureColumns, figuresOf } from '../../shared/office/upkeep/list-figures.ts';
import type { System } from './system.ts';

/** Writes them into `out`, which is ended; answers how many rows. Throws Unknown. */
export async function writeFigures(
  system: Pick<System, 'table' | 'store'>,
  period: string,
  out: Writable,
): Promise<number> {
  const owed = await periodInForce(system, period);
  // By its mark Excel knows that the text is UTF-8.
  out.write(`\uFEFF${figureColumns.join(',')}\r\n`);
  let rows = 0;
  for await (const row of figuresOf(system, owed)) {
    rows += 1;
    const line = figureColumns.map((column) => cell(row[column])).join(',');
    if (!out.write(`${line}\r\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return rows;
}

/** RFC 4180. */
function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
