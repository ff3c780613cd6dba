import { basename } from 'node:path';
import type { Metafile } from 'esbuild';

/** What is loaded before a bundle's first line runs: its entry and every chunk that is imported from there at once. */
export interface FirstLoad {
  /** Names of the entry and its chunks, sorted. */
  readonly files: readonly string[];
  readonly bytes: number;
  /** The sources in them, and how many bytes each takes; the largest first. */
  readonly inputs: readonly { readonly path: string; readonly bytes: number }[];
}

/** @param entry the name of an output that the metafile lists */
export function firstLoadOf({ outputs }: Metafile, entry: string): FirstLoad {
  const found = new Set<string>();
  const add = (file: string): void => {
    const output = outputs[file];
    if (!output || found.has(file)) return;
    found.add(file);
    for (const { path, kind } of output.imports) if (kind === 'import-statement') add(path);
  };
  for (const file of Object.keys(outputs)) if (basename(file) === entry) add(file);
  const loaded = [...found].flatMap((file) => outputs[file] ?? []);
  const inputs = new Map<string, number>();
  for (const output of loaded) {
    for (const [path, { bytesInOutput }] of Object.entries(output.inputs))
      inputs.set(path, (inputs.get(path) ?? 0) + bytesInOutput);
  }
  return {
    files: [...found].map((file) => basename(file)).sort(),
    bytes: loaded.reduce((sum, { bytes }) => sum + bytes, 0),
    inputs: [...inputs].map(([path, bytes]) => ({ path, bytes })).sort((a, b) => b.bytes - a.bytes),
  };
}
