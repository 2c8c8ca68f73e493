import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { expect, userEvent, within } from 'storybook/test';
import { PushApiHelp } from './push-api-help';
import { TryOut } from './try-out';

const meta = { component: TryOut, parameters: { layout: 'padded' } } satisfies Meta<typeof TryOut>;
export default meta;

type Story = StoryObj<typeof meta>;

const operation = {
  method: 'PUT',
  path: '/shows/{showId}',
  summary: 'Envoyer un spectacle entier',
  description: 'Toutes ses représentations, avec leurs chiffres complets à cet instant.',
  scope: 'figures:write',
};

export const Page: Story = {
  render: () => (
    <main>
      <PushApiHelp
        baseUrl="https://assistant-declaration.example/api/v1"
        operations={[operation, { ...operation, method: 'GET', scope: null }]}
        limits={{ requestsPerMinute: 120, showsPerRequest: 50, performancesPerShow: 500, idempotencyHours: 24 }}
        tryOut={<TryOut />}
      />
    </main>
  ),
};

async function give(canvasElement: HTMLElement) {
  const canvas = within(canvasElement);
  await userEvent.type(await canvas.findByLabelText(/^Clé d’accès/), 'asd_0123456789ab_demo');
  return canvas;
}

export const KeyMissing: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Envoyer la requête' }));
    await expect(canvas.getByRole('heading', { name: 'Un champ est à corriger' })).toBeVisible();
  },
};
export const Waiting: Story = {
  args: { send: () => new Promise(() => {}) },
  play: async ({ canvasElement }) => {
    const canvas = await give(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Envoyer la requête' }));
    await expect(canvas.getByRole('button', { name: 'Envoi…' })).toHaveAttribute('aria-disabled', 'true');
  },
};
export const Answered: Story = {
  args: {
    send: async (_key, request) => ({ title: 'Réponse\u00a0: 200', body: JSON.stringify(request, null, 2) }),
  },
  play: async ({ canvasElement }) => {
    const canvas = await give(canvasElement);
    await userEvent.selectOptions(canvas.getByLabelText('Requête'), 'Envoyer un spectacle');
    await userEvent.click(canvas.getByRole('button', { name: 'Envoyer la requête' }));
    await expect(await canvas.findByText(/^Réponse/)).toBeVisible();
    await expect(canvas.getByText(/gardiens-2026",/)).toBeVisible();
  },
};
export const Refused: Story = {
  args: {
    send: async () => ({
      title: 'Réponse\u00a0: 401',
      body: `{ "code": "unknown-key", "detail": "${'Copiez-la de nouveau. '.repeat(40)}" }`,
    }),
  },
  play: async ({ canvasElement }) => {
    const canvas = await give(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Envoyer la requête' }));
    await expect(await canvas.findByText(/unknown-key/)).toBeVisible();
  },
};
