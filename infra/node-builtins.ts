import { builtinModules } from 'node:module';
import type { Plugin } from 'esbuild';

/** `node:fs`, and `fs` as older packages write it. */
const builtin = new RegExp(`^(?:node:.+|(?:${builtinModules.join('|')}))$`);

/**
 * Lets a bundle ask Node itself for its own modules. An ES module that imports one reads each of its properties first,
 * and some build what hardly anybody needs: `node:http` the whole of fetch, `node:process` the three streams. Nor does
 * any file need a `require` of its own for the CommonJS packages in it.
 */
export const nodeBuiltins: Plugin = {
  name: 'node-builtins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: builtin }, ({ path }) => ({
      path: path.replace(/^(?!node:)/, 'node:'),
      namespace: 'node-builtins',
      sideEffects: false,
    }));
    onLoad({ filter: /./, namespace: 'node-builtins' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
    }));
  },
};
