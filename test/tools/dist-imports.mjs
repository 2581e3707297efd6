/**
 * Plugin of the test runner: a test that imports a module of `src/` or `elements/` gets the one that the build wrote to
 * `dist/`. The same tests so run a second time, against what is published. Comes before the esbuild plugin.
 */
const isSource = /^\/(?:src|elements)\/.*\.[jt]s$/;

export const distImports = () => ({
  name: 'dist-imports',
  resolveImport({ source, context }) {
    if (!source.startsWith('.')) return undefined;
    const { pathname } = new URL(source, `http://localhost${context.path}`);
    return isSource.test(pathname) ? `/dist${pathname.replace(/\.ts$/, '.js')}` : undefined;
  },
});
