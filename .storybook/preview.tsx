import '@/app/styles/dsfr.css';
import '@/app/styles/icons.css';
import '@/app/styles/app.css';
import { DsfrProvider } from '@/components/dsfr/dsfr-provider';
import { type Decorator, type Preview } from '@storybook/nextjs-vite';
import { useLayoutEffect } from 'react';

document.documentElement.lang = 'fr';

/** The theme chosen in the toolbar or by `globals=theme:dark` in the address. */
const withTheme: Decorator = function ThemeDecorator(Story, { globals }) {
  const theme = globals.theme === 'dark' ? 'dark' : 'light';
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.dataset.frTheme = theme;
    root.dataset.frScheme = theme;
    root.style.colorScheme = theme;
    document.body.style.backgroundColor = 'var(--background-default-grey)';
  }, [theme]);
  return (
    <DsfrProvider>
      <Story />
    </DsfrProvider>
  );
};

const preview: Preview = {
  decorators: [withTheme],
  parameters: { nextjs: { appDirectory: true }, layout: 'padded', controls: { expanded: true } },
  initialGlobals: { theme: 'light' },
  globalTypes: {
    theme: {
      description: 'Thème',
      toolbar: {
        title: 'Thème',
        icon: 'mirror',
        items: [
          { value: 'light', title: 'Clair', icon: 'sun' },
          { value: 'dark', title: 'Sombre', icon: 'moon' },
        ],
        dynamicTitle: true,
      },
    },
  },
};

export default preview;
