import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { expect, userEvent, within } from 'storybook/test';
import { AppError } from '@/domain/errors';
import type { ApiKeyView } from '@/server/api-keys/api-key.schema';
import { longTitle } from '@/testing/given-lists';
import { withTrpc } from '@/testing/trpc-fake';
import { ApiKeys } from './api-keys';

const organizationId = '0198f000-0000-7000-8000-0000000000aa';
const meta = { component: ApiKeys, args: { organizationId }, parameters: { layout: 'fullscreen' } } satisfies Meta<
  typeof ApiKeys
>;
export default meta;

type Story = StoryObj<typeof meta>;

const token = `asd_0123456789ab_${'Zx'.repeat(21)}9`;
const key: ApiKeyView = {
  id: '0198f000-0000-7000-8000-0000000000b1',
  editor: 'Guichet Armor',
  hint: 'k3Qz',
  scopes: ['figures:write', 'figures:read'],
  createdBy: 'Nolwenn Kerbrat',
  createdAt: '2026-06-24T08:30:00.000Z',
  lastUsedAt: '2026-07-01T03:02:00.000Z',
  revokedAt: null,
};
const revoked: ApiKeyView = {
  ...key,
  id: '0198f000-0000-7000-8000-0000000000b2',
  hint: 'p0Wd',
  lastUsedAt: null,
  revokedAt: '2026-06-30T08:30:00.000Z',
};

export const Normal: Story = { decorators: [withTrpc({ 'apiKeys.list': [key, revoked] })] };
export const Empty: Story = { decorators: [withTrpc({ 'apiKeys.list': [] })] };
export const Loading: Story = { decorators: [withTrpc({ 'apiKeys.list': 'loading' })] };
export const Failed: Story = { decorators: [withTrpc({ 'apiKeys.list': new AppError('internal') })] };
export const Long: Story = {
  decorators: [
    withTrpc({
      'apiKeys.list': [1, 2, 3].flatMap((index) => [
        { ...key, id: `0198f000-0000-7000-8000-0000000001b${index}`, editor: longTitle, lastUsedAt: null },
        { ...revoked, id: `0198f000-0000-7000-8000-0000000002b${index}`, editor: longTitle.replaceAll(' ', '-') },
      ]),
    }),
  ],
};

export const NameMissing: Story = {
  decorators: Empty.decorators,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Créer une clé' }));
    await expect(canvas.getByRole('heading', { name: 'Un champ est à corriger' })).toBeVisible();
  },
};

async function create(canvasElement: HTMLElement) {
  const canvas = within(canvasElement);
  await userEvent.type(await canvas.findByLabelText(/^Nom de la billetterie/), 'Guichet Armor');
  await userEvent.click(canvas.getByRole('button', { name: 'Créer une clé' }));
  return canvas;
}
export const Created: Story = {
  decorators: [withTrpc({ 'apiKeys.list': [key], 'apiKeys.create': { id: key.id, token } })],
  play: async ({ canvasElement }) => {
    const canvas = await create(canvasElement);
    await expect(await canvas.findByRole('heading', { name: 'Voici la clé de Guichet Armor' })).toHaveFocus();
    await expect(canvas.getByLabelText('Clé')).toHaveValue(token);
  },
};
export const TooMany: Story = {
  decorators: [withTrpc({ 'apiKeys.list': [key], 'apiKeys.create': new AppError('too-many-api-keys') })],
  play: async ({ canvasElement }) => {
    const canvas = await create(canvasElement);
    await expect(
      await canvas.findByRole('heading', { name: 'Votre structure a déjà vingt clés en service' }),
    ).toBeVisible();
  },
};
export const Revoking: Story = {
  decorators: [withTrpc({ 'apiKeys.list': [key], 'apiKeys.revoke': new AppError('internal') })],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: /^Révoquer/ }));
    await expect(canvas.getByRole('heading', { name: /^Révoquer la clé qui se termine par k3Qz/ })).toHaveFocus();
    await userEvent.click(canvas.getByRole('button', { name: 'Oui, révoquer' }));
    await expect(await canvas.findByRole('heading', { name: 'Le service a rencontré un problème' })).toBeVisible();
  },
};
