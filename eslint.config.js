import boundaries from 'eslint-plugin-boundaries';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Who may import whom: the table of docs/architecture.md, in the form the linter reads. */
const directions = {
  domain: ['domain'],
  spreadsheet: ['domain', 'spreadsheet'],
  connectors: ['domain', 'spreadsheet', 'connectors', 'connector-descriptor'],
  'connector-descriptor': ['domain', 'connectors', 'connector-descriptor'],
  declarations: ['domain', 'spreadsheet', 'i18n', 'declarations', 'declaration-check'],
  exports: ['domain', 'spreadsheet', 'i18n', 'declarations', 'exports'],
  'declaration-check': ['domain', 'declarations', 'declaration-check'],
  emails: ['domain', 'i18n', 'emails'],
  i18n: ['domain', 'i18n'],
  server: [
    'domain',
    'spreadsheet',
    'connectors',
    'connector-descriptor',
    'declarations',
    'declaration-check',
    'exports',
    'emails',
    'i18n',
    'server',
    'server-schema',
  ],
  'server-schema': ['domain', 'server-schema'],
  'client-types': ['server'],
  components: ['domain', 'i18n', 'components'],
  'feature-root': ['domain', 'i18n', 'components', 'feature-root', 'server-schema', 'client-types'],
  features: [
    'domain',
    'i18n',
    'components',
    'feature-root',
    'server-schema',
    'client-types',
    'connector-descriptor',
    'declaration-check',
  ],
  app: ['app', 'features', 'feature-root', 'components', 'i18n', 'server', 'server-schema', 'domain'],
  cli: [
    'domain',
    'spreadsheet',
    'connectors',
    'connector-descriptor',
    'declarations',
    'declaration-check',
    'server',
    'server-schema',
    'i18n',
    'cli',
  ],
  sandbox: ['domain', 'sandbox'],
};

/** A feature sees its own inside only; what several share is at the root of `features`, or in `components`. */
const ownFeature = { element: { type: 'features', captured: { feature: '{{from.element.captured.feature}}' } } };

const oneFile = (type, pattern) => ({ type, pattern, mode: 'full', exclusive: true });

const rooms = [
  'domain',
  'spreadsheet',
  'connectors',
  'declarations',
  'exports',
  'emails',
  'i18n',
  'server',
  'components',
  'app',
  'cli',
  'sandbox',
  'testing',
];

export default tseslint.config(
  {
    ignores: [
      '.next/',
      'dist/',
      'storybook-static/',
      'coverage/',
      'src/server/db/generated/',
      'node_modules/',
      'public/',
      'next-env.d.ts',
      '.cache/',
      '.data/',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { boundaries, 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    settings: {
      'import/resolver': { typescript: { project: './tsconfig.json' } },
      'boundaries/include': ['src/**/*'],
      'boundaries/elements': [
        oneFile('server-schema', 'src/server/**/*.schema.ts'),
        oneFile('client-types', 'src/server/trpc/client-types.ts'),
        oneFile('connector-descriptor', 'src/connectors/*/descriptor.ts'),
        oneFile('connector-descriptor', 'src/connectors/descriptors.ts'),
        oneFile('declaration-check', 'src/declarations/*/check.ts'),
        oneFile('declaration-check', 'src/declarations/checks.ts'),
        oneFile('feature-root', 'src/features/*.{ts,tsx}'),
        { type: 'features', pattern: 'src/features/*', capture: ['feature'] },
        ...rooms.map((type) => ({ type, pattern: `src/${type}` })),
      ],
    },
    rules: {
      ...reactHooks.configs.recommended.rules,
      ...jsxA11y.flatConfigs.strict.rules,
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: 'Only src/server/env.ts (and scripts) reads the environment.',
        },
      ],
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/**/*.test.{ts,tsx}', 'src/**/*.stories.tsx', 'src/**/contract.ts', 'src/testing/**'],
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          message: '{{from.element.type}} may not import {{to.element.type}} (docs/architecture.md)',
          policies: [
            ...Object.entries(directions).map(([from, to]) => ({
              from: { element: { type: from } },
              allow: [
                { to: { element: { types: { anyOf: to } } } },
                ...(from === 'features' ? [{ to: ownFeature }] : []),
              ],
            })),
            { allow: { to: { module: { origin: ['external', 'core'] } } } },
          ],
        },
      ],
    },
  },
  {
    // `import { type X }` keeps the file loaded for its effects: a schema named by its type alone would bring zod to the browser.
    files: ['src/{app,components,connectors,declarations,domain,features,i18n,spreadsheet}/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
    },
  },
  {
    files: ['src/domain/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!\\.|@/domain/|zod/mini$|date-fns|@date-fns/tz)',
              message: 'The domain is pure: zod/mini and date-fns only.',
            },
          ],
        },
      ],
    },
  },
  {
    files: [
      'scripts/**',
      'src/server/env.ts',
      'e2e/**',
      '**/*.test.{ts,tsx}',
      '*.config.{js,ts}',
      'prisma/**',
      '.storybook/**',
      'src/testing/**',
      'src/cli/**',
      'src/sandbox/**',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  { files: ['**/*.{test,stories}.{ts,tsx}', 'e2e/**'], rules: { 'max-lines': 'off' } },
);
