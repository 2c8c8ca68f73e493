import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { AppError } from '@/domain/errors';
import { givenDeclarationPage, organizationId, seriesId } from '@/testing/given-declaration-page';
import { withTrpc } from '@/testing/trpc-fake';
import { DeclarationScreen } from './declaration-screen';

const meta: Meta<typeof DeclarationScreen> = {
  title: 'Pages/Spectacle dont la session se termine',
  component: DeclarationScreen,
  parameters: { layout: 'fullscreen' },
  args: {
    organizationId,
    seriesId,
    viewer: { id: 'user-1', name: 'Nolwenn Cadiou' },
    now: '2026-07-06T08:00:00.000Z',
  },
};
export default meta;
type Story = StoryObj<typeof meta>;

let isSignedIn = false;

/** The way back is a link; what was typed leaves by itself once the person is back. */
export const SessionOver: Story = {
  decorators: [
    withTrpc({
      'declarations.get': givenDeclarationPage(),
      'declarations.onChange': 'loading',
      'attachments.list': { locked: false, documents: [], unfinished: [] },
      'declarations.save': () =>
        isSignedIn ? { version: 4, savedAt: '2026-07-02T12:33:00.000Z' } : new AppError('sign-in-required'),
    }),
  ],
  play: async ({ canvasElement }) => {
    isSignedIn = false;
    const canvas = within(canvasElement);
    const capacity = await canvas.findByLabelText(/^Jauge de la salle/);
    await userEvent.clear(capacity);
    await userEvent.type(capacity, '190');
    await userEvent.tab();
    const link = await canvas.findByRole('link', { name: 'Se reconnecter' }, { timeout: 5_000 });
    await expect(link).toHaveAttribute('href', expect.stringContaining('/connexion?retour='));
    isSignedIn = true;
    window.dispatchEvent(new Event('focus'));
    await waitFor(() => expect(canvas.queryByRole('link', { name: 'Se reconnecter' })).toBeNull());
    await expect(await canvas.findByText(/^Enregistré à/)).toBeVisible();
  },
};
