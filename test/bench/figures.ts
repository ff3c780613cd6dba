/** How benches print what they measured, and on what. */
import { availableParallelism, cpus, loadavg } from 'node:os';

/** The machine, and what it did besides. */
export function machine(): string {
  const [{ model = 'an unknown processor' } = {}] = cpus();
  const load = loadavg()[0]?.toFixed(1);
  return `${availableParallelism()} cores of ${model.trim()}, Node ${process.version}, load ${load} before it`;
}

/** The smallest of the values that at least such a share of them does not pass; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** The middle one; NaN of none. */
export function median(values: readonly number[]): number {
  return Float64Array.from(values).sort()[Math.floor(values.length / 2)] ?? Number.NaN;
}

/**
 * A table in Markdown that can be read as it is: columns as wide as what is in them, to the left where it is said. Words at
 * the end of a line make no other line longer.
 */
export function table(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  left: readonly number[] = [0],
): string {
  const texts = rows.map((row) => row.map(String));
  const isTail = (column: number) => column === head.length - 1 && left.includes(column);
  const widths = head.map((title, column) =>
    Math.max(3, title.length, ...(isTail(column) ? [] : texts.map((row) => row[column]?.length ?? 0))),
  );
  const pad = (text: string, column: number) =>
    left.includes(column) ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0);
  const line = (cells: readonly string[]) => `| ${cells.map(pad).join(' | ')} |\n`;
  const rule = widths.map((width, column) =>
    left.includes(column) ? `:${'-'.repeat(width + 1)}` : `${'-'.repeat(width + 1)}:`,
  );
  return `${line(head)}|${rule.join('|')}|\n${texts.map(line).join('')}`;
}

/** With separated thousands and so many places. */
export function figure(value: number, places = 0): string {
  return value.toLocaleString('en', { minimumFractionDigits: places, maximumFractionDigits: places });
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
