import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { pickRepeatedAnswers } from '@/domain/declaration/repeated-answers';
import { AppError } from '@/domain/errors';
import { givenDeclarationPage, givenTwoEvenings, organizationId, seriesId } from '@/testing/given-declaration-page';
import { givenDraft } from '@/testing/given-draft';
import { longTitle } from '@/testing/given-lists';
import { withTrpc } from '@/testing/trpc-fake';
import { DeclarationScreen } from './declaration-screen';

const meta: Meta<typeof DeclarationScreen> = {
  title: 'Pages/Spectacle d’une saison passée',
  component: DeclarationScreen,
  parameters: { layout: 'fullscreen' },
  args: {
    organizationId,
    seriesId,
    viewer: { id: 'nolwenn', name: 'Nolwenn Cadiou' },
    now: '2026-07-06T08:00:00.000Z',
  },
};
export default meta;
type Story = StoryObj<typeof meta>;

const past = {
  id: '0198f000-0000-7000-8000-0000000000e1',
  endAt: '2025-06-28T20:00:00.000Z',
  answers: pickRepeatedAnswers(givenDraft({ series: { author: 'Yann Kerdraon' } }).series),
  organisms: ['SACEM' as const, 'SACD' as const],
};
const unanswered = { genre: null, producer: null, venue: null, capacity: null, taxRateBp: null, author: null };
const offered = givenDeclarationPage({
  version: 1,
  declarations: [],
  draft: givenTwoEvenings({ series: { ...unanswered, artists: null, director: null } }),
  suggestions: { venues: [], producers: [], past },
});
const repeated = givenDeclarationPage({
  version: 1,
  system: 'manual',
  connectionLabel: 'Saisie à la main',
  repeatedFrom: { id: past.id, name: 'La Nuit des gardiens' },
});

const withPage = (page: typeof offered, others: Parameters<typeof withTrpc>[0] = {}) =>
  withTrpc({
    'declarations.get': page,
    'declarations.onChange': 'loading',
    'attachments.list': { locked: false, documents: [], unfinished: [] },
    'declarations.save': { version: 2, savedAt: '2026-07-02T12:33:00.000Z' },
    'declarations.chooseOrganisms': { version: 2 },
    ...others,
  });

export const Offered: Story = { decorators: [withPage(offered)] };

export const OfferedLong: Story = {
  decorators: [
    withPage({
      ...offered,
      suggestions: { ...offered.suggestions, past: { ...past, answers: { ...past.answers, artists: longTitle } } },
    }),
  ],
};

export const Taken: Story = {
  decorators: [withPage(offered)],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Reprendre ces réponses' }));
    await expect(canvas.getByLabelText(/^Jauge de la salle/)).toHaveValue('180');
    await expect(canvas.queryByText('Vous avez déjà répondu pour ce spectacle')).toBeNull();
    // One gesture, undone as one change.
    const undo = canvas.getByRole('button', { name: 'Annuler la dernière modification' });
    await waitFor(() => expect(undo).toHaveAttribute('aria-disabled', 'false'));
    await userEvent.click(undo);
    await expect(canvas.getByLabelText(/^Jauge de la salle/)).toHaveValue('');
  },
};

export const Declined: Story = {
  decorators: [withPage(offered)],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Non merci' }));
    await expect(canvas.queryByText('Vous avez déjà répondu pour ce spectacle')).toBeNull();
  },
};

/** The show that was just taken over by hand, which can still be undone. */
export const JustRepeated: Story = { decorators: [withPage(repeated)] };

export const UndoRefused: Story = {
  decorators: [withPage(repeated, { 'manual.remove': new AppError('stale-version') })],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Annuler la reprise' }));
    await expect(await canvas.findByRole('heading', { name: /^Quelqu’un a modifié/ })).toBeVisible();
  },
};
