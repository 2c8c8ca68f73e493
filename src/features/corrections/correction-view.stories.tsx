import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { CorrectionView } from './correction-view';

const line = { label: 'Billets payants', before: '120', after: '118' };
const group = {
  title: 'Représentation du vendredi 26 juin 2026 à 20\u00a0h\u00a030',
  kind: 'changed',
  lines: [line],
} as const;
const groups = [{ ...group, lines: [line] }];
const letter = {
  to: 'Délégation de Brest, brest@delegation-sacd.test',
  subject: 'Rectification de déclaration – La Nuit des gardiens',
  text: 'Bonjour,\n\nBillets payants\u00a0: 120 devient 118',
};

const meta: Meta<typeof CorrectionView> = {
  title: 'Déclaration/Rectification',
  component: CorrectionView,
  args: {
    organism: 'SACEM',
    correctedBy: 'Nolwenn Cadiou',
    correction: { groups, canRestore: true, letter: null, version: 4 },
    onRefresh: () => undefined,
    onCancel: () => Promise.resolve(null),
    onLetterSent: () => Promise.resolve(null),
  },
};
export default meta;
type Story = StoryObj<typeof CorrectionView>;

export const Normal: Story = {};
export const Empty: Story = { args: { correction: { groups: [], canRestore: true, letter: null, version: 4 } } };
export const Loading: Story = { args: { correction: null } };
export const Letter: Story = {
  args: { organism: 'SACD', correction: { groups, canRestore: false, letter, version: 4 } },
};
export const NotReceived: Story = { args: { correctedBy: null } };
export const Long: Story = {
  args: {
    correction: {
      groups: Array.from({ length: 60 }, () => ({ ...group, lines: [line] })),
      canRestore: true,
      letter: null,
      version: 4,
    },
  },
};
