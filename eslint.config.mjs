import prettier from 'eslint-config-prettier';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const TESTS = ['**/*.test.{ts,tsx}', '**/*.contract.ts', 'tests/**/*.ts'];

/** Sizes of the house: a long file or function holds several ideas. */
const sizes = {
  'max-lines': ['error', { max: 500 }],
  'max-lines-per-function': ['error', { max: 50, skipComments: true }],
};

const neverSkipped = {
  selector:
    'MemberExpression[object.name=/^(test|it|describe|suite)$/][property.name=/^(skip|skipIf|runIf|only|todo|fails)$/]',
  message: 'A test runs or does not exist: fix it or remove it.',
};

const noDrawer = {
  selector: 'Program',
  message:
    'Name a file after the one idea it holds: "utils" and "helpers" become drawers where anything goes.',
};

/** "1 dossier(s)" is nobody's French. "Prénom(s)" is what the official form prints. */
const countedInWords = ['Literal[value=TEXT]', 'TemplateElement[value.raw=TEXT]', 'JSXText[value=TEXT]'].map(
  (selector) => ({
    selector: selector.replace('TEXT', String.raw`/\p{L}(?<!Prénom)\(e?s\)/u`),
    message: 'Count with `counted` (#shared/sentences/counted.ts): French has a plural.',
  }),
);

export default tseslint.config(
  // The scan kernels are AssemblyScript: its numbers are no types of TypeScript's.
  { ignores: ['out/', 'dist/', 'coverage/', 'assets/', 'node_modules/', 'tools/scan-kernels/kernels.ts'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...sizes,
      '@typescript-eslint/no-explicit-any': 'error',
      // A union that grows must break every switch that forgets the new member, even one with a default.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { allowDefaultCaseForExhaustiveSwitch: true, considerDefaultExhaustiveForUnions: false },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // Our objects are closures: their methods use no `this`.
      '@typescript-eslint/unbound-method': 'off',
      // An async method may satisfy an interface without awaiting anything.
      '@typescript-eslint/require-await': 'off',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'anywhere' }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.mjs'],
    extends: [tseslint.configs.base],
    rules: { ...sizes, eqeqeq: 'error', 'no-console': 'error', 'prefer-const': 'error', 'no-var': 'error' },
  },
  {
    files: ['src/renderer/**/*.{ts,tsx}'],
    extends: [jsxA11y.flatConfigs.recommended, reactHooks.configs.flat.recommended],
    // At a counter each screen begins where the clerk types: no trip to the mouse on the happy path.
    rules: { 'jsx-a11y/no-autofocus': 'off' },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: TESTS,
    rules: { 'no-restricted-syntax': ['error', ...countedInWords] },
  },
  {
    files: TESTS,
    rules: { 'max-lines-per-function': 'off', 'no-restricted-syntax': ['error', neverSkipped] },
  },
  {
    files: ['**/{utils,util,helpers,helper,misc}.*'],
    rules: { 'no-restricted-syntax': ['error', noDrawer] },
  },
  prettier,
);
