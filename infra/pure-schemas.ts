import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const schemas = /[\\/](?:@aws-sdk|@smithy)[\\/].*[\\/]schemas_\d+\.js$/;

/** `var Name$ = [ … ];` at the start of a line: how the AWS SDK's generator writes the schema of one shape. */
const shape = /^((?:export )?var [\w$]+ = )(\[(?:[^;]|;(?!\n))*\]);$/gm;

/**
 * Lets the bundler leave out the shapes that no command in use names. Each holds computed keys, which might do something
 * as far as a bundler can tell, so it kept all of S3's; wrapped in a call that is said to be pure, an unused one goes.
 */
export const pureSchemas: Plugin = {
  name: 'pure-schemas',
  setup({ onLoad }) {
    onLoad({ filter: schemas }, async ({ path }) => ({
      contents: pure(await readFile(path, 'utf8')),
      loader: 'js',
    }));
  },
};

/** @param source a module of schemas as the AWS SDK ships it */
export function pure(source: string): string {
  return source.replace(shape, '$1/* @__PURE__ */ (() => $2)();');
}
