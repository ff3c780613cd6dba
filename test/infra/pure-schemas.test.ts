import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pure } from '../../infra/pure-schemas.ts';

describe('schemas of the AWS SDK that nothing names', () => {
  it('are wrapped in a call without effects, each with what it held', () => {
    const source = [
      'var _x = "x;\\n";',
      'export var Error$ = [-3, n0, "E",',
      '    { [_e]: _c },',
      '    ["a;b"],',
      '    []',
      '];',
      'n0_registry.registerError(Error$, Error);',
      'var List = [1, n0, "L", 0, () => Error$];',
    ].join('\n');
    expect(pure(source).split('\n')).toEqual([
      'var _x = "x;\\n";',
      'export var Error$ = /* @__PURE__ */ (() => [-3, n0, "E",',
      '    { [_e]: _c },',
      '    ["a;b"],',
      '    []',
      '])();',
      'n0_registry.registerError(Error$, Error);',
      'var List = /* @__PURE__ */ (() => [1, n0, "L", 0, () => Error$])();',
    ]);
  });

  it.each(['client-s3', 'client-dynamodb', 'client-sqs', 'client-ses'])(
    'are all found in %s',
    async (client) => {
      const main = createRequire(import.meta.url).resolve(`@aws-sdk/${client}`);
      const source = await readFile(join(dirname(main), '..', 'dist-es', 'schemas', 'schemas_0.js'), 'utf8');
      const shapes = source.match(/^(?:export )?var [\w$]+ = \[/gm) ?? [];
      expect(shapes.length).toBeGreaterThan(20);
      expect(pure(source).match(/= \/\* @__PURE__ \*\/ \(\(\) => \[/g)).toHaveLength(shapes.length);
    },
  );
});
