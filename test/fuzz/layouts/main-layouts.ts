/** `npm run fuzz -- --layouts N`: tables by chance, in every format; prints what came back wrong, and the counts. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Description } from './description.ts';
import { type FormatName, formatNames, written } from './formats.ts';
import { type Count, type Fault, fuzzLayouts } from './fuzz-layouts.ts';
import { readBack } from './read-back.ts';
import { shrunk } from './shrink.ts';

const folder = join(tmpdir(), 'fuzz');
/** More of one kind teach nothing new; they are counted all the same. */
const mostToldOfAFormat = 5;

/** @returns whether every table came back right, or was refused or named */
export async function layouts(
  seed: number,
  tables: number,
  say: (text: string) => void,
  formats: readonly FormatName[] = formatNames,
): Promise<boolean> {
  const told = new Map<string, number>();
  const counts = await fuzzLayouts(
    seed,
    tables,
    async (fault) => {
      const kind = `${fault.format} ${fault.readBack.outcome}`;
      const before = told.get(kind) ?? 0;
      told.set(kind, before + 1);
      if (before < mostToldOfAFormat) say(await toldWhole(fault));
      else say(`seed ${fault.seed}, ${kind}`);
    },
    formats,
  );
  say(tableOf(counts));
  return told.size === 0;
}

/** The fault, and the smallest table that has it too, as a file to look at. */
async function toldWhole({ seed, format, description, readBack: first }: Fault): Promise<string> {
  const fails = async (each: Description) => (await readBack(each, format)).outcome === first.outcome;
  const least = await shrunk(description, fails);
  const { why } = await readBack(least, format);
  mkdirSync(folder, { recursive: true });
  const kept = join(folder, `table ${seed}.${format.split(' ')[0]}`);
  writeFileSync(kept, await written(least, format));
  const { rows, ...features } = least;
  const rowLines = rows.map((row) => `    ${JSON.stringify(row)}`);
  return [
    `seed ${seed}, ${format}, ${first.outcome}: ${first.why}`,
    `  shrunk to ${rows.length} rows: ${why}`,
    `  ${JSON.stringify(features)}`,
    ...rowLines,
    `  kept as ${kept}`,
  ].join('\n');
}

function tableOf(counts: ReadonlyMap<FormatName, Count>): string {
  const heads = ['format', 'read whole', 'named', 'refused', 'called blank', 'silent', 'thrown'];
  const lines = [...counts].map(([format, { outcomes, refusals }]) => {
    const { whole, named, refused, silent, thrown, 'called-blank': blank } = outcomes;
    const reasons = [...refusals].sort(([, a], [, b]) => b - a).slice(0, 4);
    const why = reasons.map(([codes, count]) => `${codes} ${count}`).join('; ');
    return { cells: [format, whole, named, refused, blank, silent, thrown].map(String), why };
  });
  const widths = heads.map((head, n) =>
    Math.max(head.length, ...lines.map(({ cells }) => cells[n]?.length ?? 0)),
  );
  const row = (cells: readonly string[]) =>
    cells
      .map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0)))
      .join('  ');
  return [row(heads), ...lines.map(({ cells, why }) => `${row(cells)}  ${why}`)].join('\n');
}
