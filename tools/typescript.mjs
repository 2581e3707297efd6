/**
 * Rollup plugin: compiles each TypeScript module by itself, with the options of tsconfig.json. `tsc` checks the types and
 * writes the declarations. All modules share one decorator helper.
 */
import { readFileSync } from 'node:fs';
import ts from 'typescript';

const { config } = ts.readConfigFile('tsconfig.json', (path) => readFileSync(path, 'utf8'));
const compilerOptions = {
  ...ts.convertCompilerOptionsFromJson(config.compilerOptions, '.').options,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  importHelpers: true,
  sourceMap: true,
};

/** The only helper of `tslib` that the sources need: decorators of class members. */
const HELPER = '\0decorate.js';
const helper = `export const __decorate = (decorators, target, key, descriptor) => {
  let result = descriptor === null ? Object.getOwnPropertyDescriptor(target, key) : descriptor;
  for (const decorate of decorators.reverse()) result = decorate(target, key, result) ?? result;
  if (result) Object.defineProperty(target, key, result);
};
`;

export const typescript = () => ({
  name: 'typescript',
  resolveId(source, importer) {
    if (source === 'tslib') return HELPER;
    // As tsc does: './x.js' names the source './x.ts'.
    if (source.startsWith('.') && importer?.endsWith('.ts'))
      return this.resolve(source.replace(/\.js$/, '.ts'), importer, { skipSelf: true });
    return null;
  },
  load: (id) => (id === HELPER ? helper : null),
  transform(code, fileName) {
    if (!fileName.endsWith('.ts')) return null;
    const { outputText, sourceMapText } = ts.transpileModule(code, { fileName, compilerOptions });
    return { code: outputText.replace(/\/\/# sourceMappingURL=.*\s*$/, ''), map: sourceMapText };
  },
});
