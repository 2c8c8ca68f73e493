import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { CreateShowView } from './create-show-view';

const meta = {
  title: 'Pages/Ajouter un spectacle',
  component: CreateShowView,
  parameters: { layout: 'fullscreen' },
  args: { error: null, isPending: false, onCreate: fn(), newConnectionHref: '#nouvelle' },
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
    const from = canvas.getByLabelText(/^Du/);
    await expect(from).toBeInvalid();
    await expect(from).toHaveAccessibleDescription('Ajoutez au moins une date.');
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
    await expect(canvas.getByRole('button', { name: /^Enlever samedi 6 juin 2026/ })).toHaveFocus();
    await userEvent.click(canvas.getByRole('button', { name: 'Tout enlever' }));
    await expect(canvas.getByText('Une date, ou des dates qui se répètent')).toHaveFocus();
    // Left out by hand: they do not come back when the form is sent.
    await expect(canvas.getByRole('button', { name: 'Créer le spectacle' })).toBeVisible();
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

/** «Ajouter ces dates» was never pressed: what is typed is created all the same. */
export const TypedOnly: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByLabelText(/^Nom du spectacle/), 'Le Bal');
    await userEvent.type(canvas.getByLabelText(/^Du/), '2026-06-05');
    await userEvent.clear(canvas.getByLabelText(/^Heure/));
    await userEvent.type(canvas.getByLabelText(/^Heure/), '1930');
    await userEvent.click(canvas.getByText('Coller une liste de dates'));
    await userEvent.click(canvas.getByLabelText(/^Une date par ligne/));
    await userEvent.paste('26/06/2026 20:30');
    await userEvent.click(canvas.getByRole('button', { name: /^Créer le spectacle et 2\sreprésentations/ }));
    await expect(args.onCreate).toHaveBeenCalledWith({
      name: 'Le Bal',
      starts: ['2026-06-05T17:30:00.000Z', '2026-06-26T18:30:00.000Z'],
      taxRateBp: 550,
    });
  },
};

/** What is typed says no date: the form stops there, and the field says what to do. */
export const NoWeekday: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByLabelText(/^Nom du spectacle/), 'Le Bal');
    await userEvent.type(canvas.getByLabelText(/^Du/), '2026-06-01');
    await userEvent.type(canvas.getByLabelText(/^Au/), '2026-06-30');
    await userEvent.click(canvas.getByRole('button', { name: 'Créer le spectacle' }));
    await expect(canvas.getByRole('heading', { name: 'Un champ est à corriger' })).toBeVisible();
    await expect(canvas.getByLabelText('Lundi')).toHaveAccessibleDescription('Choisissez les jours de la semaine.');
    await expect(args.onCreate).not.toHaveBeenCalled();
    await userEvent.click(canvas.getByLabelText('Lundi'));
    await expect(canvas.getByLabelText('Lundi')).toBeValid();
  },
};

export const UnreadLineLeft: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByLabelText(/^Nom du spectacle/), 'Le Bal');
    await userEvent.click(canvas.getByText('Coller une liste de dates'));
    await userEvent.click(canvas.getByLabelText(/^Une date par ligne/));
    await userEvent.paste('26/06/2026 20:30\nrelâche');
    await userEvent.click(canvas.getByRole('button', { name: 'Créer le spectacle' }));
    await expect(canvas.getByLabelText(/^Une date par ligne/)).toHaveAccessibleDescription(/relâche/);
    await expect(args.onCreate).not.toHaveBeenCalled();
  },
};
