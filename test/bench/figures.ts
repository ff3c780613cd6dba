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

/** A table in Markdown: the first column to the left, the others to the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |\n`;
  const rule = `|---|${'---:|'.repeat(head.length - 1)}\n`;
  return line(head) + rule + rows.map(line).join('');
}

/** With separated thousands and so many places. */
export function figure(value: number, places = 0): string {
  return value.toLocaleString('en', { minimumFractionDigits: places, maximumFractionDigits: places });
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
