import type { Plugin } from 'esbuild';

/** Sources of ours, and what the AWS SDK imports later of itself: what a CommonJS module exports cannot be passed on whole. */
const esModule = /\.tsx?$|[\\/]dist-es[\\/]/;

/**
 * Lets all that is imported later import the entry too. What only the entry needs and what it shares with others would
 * else lie in files of their own, one for each set of modules that share it; so all that it loads first lies in one.
 */
export function firstLoadWhole(entry: string): Plugin {
  const name = 'first-load-whole';
  return {
    name,
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter: /./ }, async ({ path, kind, resolveDir, pluginData }) => {
        if (kind !== 'dynamic-import' || pluginData === name) return null;
        const found = await resolve(path, { kind, resolveDir, pluginData: name });
        return esModule.test(found.path) ? { path: found.path, namespace: name } : found;
      });
      // A module of its own, so that what somebody else imports at once is the same module and not a second one.
      onLoad({ filter: /./, namespace: name }, ({ path }) => ({
        contents: `import ${JSON.stringify(entry)}; export * from ${JSON.stringify(path)};`,
        resolveDir: '/',
      }));
    },
  };
}
