import { defineConfig } from 'eslint/config';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** Fields of the vendor's messages and results that the state names otherwise. */
const VENDOR_FIELDS =
  '^(callID|partyID|callType|(other|this|third)DN(Role)?|agentStateInfo|workStatus(Info)?|creationTime|agentState|bindExt|agentUUID)$';

/** Words with so many meanings that a reader can't search for them. */
const vagueNames = ['told', 'tell', 'look', 'said', 'heard', 'given', 'taken', 'thing'];

/** The analyser takes for the summary all that follows `@summary`: so it stands last of the prose, before the other tags. */
const summaryLast = {
  create: ({ sourceCode, report }) => ({
    ClassDeclaration(node) {
      const comment = sourceCode.getCommentsBefore(node.parent.type.startsWith('Export') ? node.parent : node).at(-1);
      const [, rest = ''] = /@summary\b([^]*?)(?=\n[\s*]*@|$)/.exec(comment?.value ?? '') ?? [];
      if (/\n[\s*]*\n/.test(rest.replace(/^[ \t]*\*/gm, '').trim()))
        report({
          node,
          message: 'Prose after @summary becomes part of the summary: put @summary behind the description.',
        });
    },
  }),
};

export default defineConfig(
  { ignores: ['dist', 'coverage', 'node_modules'] },
  {
    files: ['src/**/*.ts', 'elements/**/*.ts', 'test/**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked, lit['flat/recommended'], wc['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...litA11y.configs.recommended.rules,
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // `Role | string` says which values are known; the vendor may add others.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      // A global interface is extended by declaring it once more.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      eqeqeq: ['error', 'smart'],
      'no-console': ['error', { allow: ['warn', 'error', 'info'] }],
    },
  },
  {
    // The vendor's field names stop at the normalizer; the event log shows messages as they are.
    files: ['src/state/**/*.ts'],
    ignores: ['src/state/normalize/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...['Literal[value=/FIELDS/]', 'MemberExpression > Identifier.property[name=/FIELDS/]'].map((selector) => ({
          selector: selector.replace('FIELDS', VENDOR_FIELDS),
          message: 'Read fields of the vendor in src/state/normalize only.',
        })),
      ],
    },
  },
  {
    files: ['src/**/*.ts', 'elements/**/*.ts'],
    ignores: ['src/locales/**'],
    plugins: { local: { rules: { 'summary-last': summaryLast } } },
    rules: {
      'id-denylist': ['error', ...vagueNames],
      'max-lines': ['error', 350],
      '@typescript-eslint/ban-ts-comment': 'error',
      'local/summary-last': 'error',
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // Chai's assertions are expressions, and look like promises to @open-wc/testing's types.
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'no-console': 'off',
    },
  },
  { files: ['**/*.{js,mjs}'], extends: [tseslint.configs.recommended] },
);
