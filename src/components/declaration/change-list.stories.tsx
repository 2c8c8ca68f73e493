import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { givenChangeGroup } from '@/testing/given-changes';
import { ChangeList } from './change-list';

const meta: Meta<typeof ChangeList> = {
  title: 'Déclaration/Ce qui change',
  component: ChangeList,
  args: { caption: 'depuis l’envoi', groups: [givenChangeGroup()] },
};
export default meta;
type Story = StoryObj<typeof ChangeList>;

export const Normal: Story = {};
export const Empty: Story = { args: { groups: [] } };
export const AddedAndRemoved: Story = {
  args: {
    groups: [
      givenChangeGroup({ kind: 'added', lines: [{ label: 'Billets payants', before: '–', after: '90' }] }),
      givenChangeGroup({ kind: 'removed', lines: [{ label: 'Billets payants', before: '90', after: '–' }] }),
    ],
  },
};
export const Long: Story = {
  args: {
    groups: [
      givenChangeGroup({
        title: 'Spectacle',
        kind: 'show',
        lines: [{ label: 'Titre', before: 'La Nuit des gardiens '.repeat(20), after: 'Phare'.repeat(60) }],
      }),
      ...Array.from({ length: 40 }, () => givenChangeGroup()),
    ],
  },
};
