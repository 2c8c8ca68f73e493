import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { OrganismGuide } from './organism-guide';

const meta: Meta<typeof OrganismGuide> = {
  title: 'Formulaires/Quels organismes',
  component: OrganismGuide,
  args: {
    genre: 'THEATRE_AND_STORYTELLING_AND_MIME',
    hasLicence: false,
    chosen: [],
    choosable: ['SACEM', 'SACD'],
    onAdd: fn(),
  },
};
export default meta;
type Story = StoryObj<typeof OrganismGuide>;

export const Unanswered: Story = {};

export const WithoutGenre: Story = { args: { genre: null } };

export const Answered: Story = {
  args: { hasLicence: true, chosen: ['SACD'] },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const answer = (label: RegExp, value: string) => userEvent.selectOptions(canvas.getByLabelText(label), value);
    await answer(/musique protégée/, 'true');
    await answer(/un texte, une mise en scène/, 'true');
    await answer(/tient-elle la billetterie/, 'true');
    const list = within(canvas.getByRole('list', { name: 'Organismes et raisons' }));
    await expect(list.getAllByText('Probablement concerné')).toHaveLength(4);
    await expect(list.getByText('Probablement pas concerné')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Déclarer aussi à la SACEM' }));
    await expect(args.onAdd).toHaveBeenCalledWith('SACEM');
    await expect(list.getByText('SACEM').closest('li')).toHaveFocus();
  },
};

export const NobodyConcerned: Story = {
  args: { genre: 'OUTDOOR_PERFORMANCE' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    for (const select of canvas.getAllByRole('combobox')) await userEvent.selectOptions(select, 'false');
    await expect(canvas.getAllByText('Probablement pas concerné')).toHaveLength(5);
  },
};
