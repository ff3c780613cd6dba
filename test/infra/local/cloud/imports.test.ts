import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const emulator = resolve(import.meta.dirname, '..', '..', '..', '..', 'infra', 'local', 'cloud');

/** Every file a source names in an import, an export or a URL beside it, types included, that lies outside the emulator. */
function outsideOf(file: string, source: string): string[] {
  const named = [...source.matchAll(/(?:from|import|import\(|new URL\()\s*['"](\.[^'"]*)['"]/g)];
  return named
    .map(([, path = '']) => resolve(dirname(file), path))
    .filter((path) => !path.startsWith(emulator + sep))
    .map((path) => `${relative(emulator, file)} → ${relative(emulator, path)}`);
}

describe('the emulator', () => {
  it('imports nothing but its own files, Node and packages: any stack could run on it', async () => {
    const names = (await readdir(emulator, { recursive: true })).filter((name) => name.endsWith('.ts'));
    expect(names.length).toBeGreaterThan(50);
    const files = names.map((name) => join(emulator, name));
    const outside = await Promise.all(
      files.map(async (file) => outsideOf(file, await readFile(file, 'utf8'))),
    );
    expect(outside.flat()).toEqual([]);
  });

  it.each([
    "import { inboxApp } from '../inbox/app.ts';",
    "import type { Text } from '../../../shared/vocabulary/text.ts';",
    "export { Regime } from '../../../shared/regime/regime.ts';",
    "import '../../../shared/regime/regime.ts';",
    "const { main } = await import('../main.ts');",
  ])('would be caught at %s', (line) => {
    expect(outsideOf(join(emulator, 'start.ts'), line)).toHaveLength(1);
  });
});
