import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { expect, userEvent, within } from 'storybook/test';
import { CreateShowView } from './create-show-view';

const meta = {
  title: 'Pages/Ajouter un spectacle',
  component: CreateShowView,
  parameters: { layout: 'fullscreen' },
  args: { error: null, isPending: false, onCreate: () => {}, newConnectionHref: '#nouvelle' },
} satisfies Meta<typeof CreateShowView>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Empty: Story = {};
export const Creating: Story = { args: { isPending: true } };
export const Failed: Story = { args: { error: { code: 'internal', detail: {} } } };

export const NothingTyped: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Créer le spectacle' }));
    await expect(canvas.getByRole('heading', { name: '2 champs sont à corriger' })).toBeVisible();
  },
};

export const EveryFridayAndSaturday: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByLabelText(/^Du/), '2026-06-01');
    await userEvent.type(canvas.getByLabelText(/^Au/), '2026-06-30');
    await userEvent.click(canvas.getByLabelText('Vendredi'));
    await userEvent.click(canvas.getByLabelText('Samedi'));
    await userEvent.click(canvas.getByRole('button', { name: 'Ajouter ces dates' }));
    await expect(canvas.getByText(/8\sdates ajoutées/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Ajouter ces dates' }));
    await expect(canvas.getByText(/8\sétaient déjà là/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: /^Enlever vendredi 5 juin 2026/ }));
    await expect(canvas.getByText(/7\sdates à créer/)).toBeVisible();
  },
};

export const PastedList: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByText('Coller une liste de dates'));
    await userEvent.click(canvas.getByLabelText(/^Une date par ligne/));
    await userEvent.paste('26/06/2026 20:30\nsamedi 27 juin 2026 à 15 h\nrelâche');
    await userEvent.click(canvas.getByRole('button', { name: 'Ajouter la liste' }));
    await expect(canvas.getByText(/2\sdates ajoutées.*1\sligne n’est pas une date.*relâche/)).toBeVisible();
    await expect(canvas.getByText(/^samedi 27 juin 2026 à 15\sh$/)).toBeVisible();
  },
};
