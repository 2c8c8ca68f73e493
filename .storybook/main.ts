import { join } from 'node:path';
import { type StorybookConfig } from '@storybook/nextjs-vite';

const config: StorybookConfig = {
  stories: ['../src/**/*.stories.tsx'],
  framework: '@storybook/nextjs-vite',
  staticDirs: ['../public'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: { backgrounds: false },
  viteFinal: (vite) => ({
    ...vite,
    resolve: {
      ...vite.resolve,
      alias: {
        ...vite.resolve?.alias,
        '@': join(import.meta.dirname, '..', 'src'),
        'server-only': join(import.meta.dirname, '..', 'scripts', 'lib', 'empty-module.ts'),
      },
    },
    // A story loads all of React, DSFR and the mails: the weight that counts is the budget of the application's routes.
    build: { ...vite.build, chunkSizeWarningLimit: 4000, reportCompressedSize: false },
  }),
};

export default config;
