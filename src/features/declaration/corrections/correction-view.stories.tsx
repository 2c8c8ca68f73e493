import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { useState } from 'react';
import { expect, fn } from 'storybook/test';
import { AppError } from '@/domain/errors';
import { givenDeclarationPage, organizationId, seriesId } from '@/testing/given-declaration-page';
import { withTrpc } from '@/testing/trpc-fake';
import { givenChangeGroup } from '@/testing/given-changes';
import { DraftStore } from '../store/draft-store';
import { CorrectionPanel } from './correction-panel';
import { CorrectionView } from './correction-view';

const changes = { groups: [givenChangeGroup()], canRestore: true, letter: null };
const letter = {
  to: 'Délégation de Brest, brest@delegation-sacd.test',
  subject: 'Rectification de déclaration – La Nuit des gardiens',
  text: 'Bonjour,\n\nBillets payants\u00a0: 120 devient 118',
  sha256: '0'.repeat(64),
};

const meta: Meta<typeof CorrectionView> = {
  title: 'Déclaration/Correction',
  component: CorrectionView,
  args: {
    organism: 'SACEM',
    correctedBy: 'Nolwenn Cadiou',
    correction: changes,
    loadError: null,
    onRetry: fn(),
    transmitHref: '#transmettre',
    onCancel: () => Promise.resolve(null),
    onLetterSent: () => Promise.resolve(null),
  },
};
export default meta;
type Story = StoryObj<typeof CorrectionView>;

export const Normal: Story = {};
export const NothingChangedYet: Story = { args: { correction: { ...changes, groups: [] } } };
export const Loading: Story = { args: { correction: null } };
export const Letter: Story = {
  args: { organism: 'SACD', correction: { ...changes, canRestore: false, letter } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('checkbox', { name: /J’ai écrit/ }));
    await userEvent.click(canvas.getByRole('button', { name: 'Garder cette lettre comme envoyée' }));
  },
};
export const LetterWithoutAgency: Story = {
  args: { organism: 'SACD', correction: { ...changes, letter: { ...letter, to: null } } },
};
export const DeclaredByThePerson: Story = { args: { organism: 'CNM' } };
export const NotReceived: Story = { args: { correctedBy: null } };
export const Long: Story = {
  args: { correction: { ...changes, groups: Array.from({ length: 60 }, () => givenChangeGroup()) } },
};
export const Failed: Story = {
  args: { onCancel: () => Promise.resolve('stale-version') },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByText('Renoncer à corriger'));
    await userEvent.click(canvas.getByRole('button', { name: 'Renoncer et tout remettre' }));
    await canvas.findByText(/^Quelqu’un a modifié/);
  },
};

function Panel() {
  const [store] = useState(() => new DraftStore(givenDeclarationPage(), 'Nolwenn Cadiou'));
  return (
    <CorrectionPanel
      organizationId={organizationId}
      seriesId={seriesId}
      organism="SACEM"
      correctedBy="Nolwenn Cadiou"
      store={store}
      version={store.version}
      onFlush={() => Promise.resolve()}
    />
  );
}

let isBack = false;

/** What changes could not be read: it can be asked for again, and the correction goes on or is given up. */
export const NotLoaded: Story = {
  decorators: [withTrpc({ 'corrections.get': () => (isBack ? changes : new AppError('internal')) })],
  beforeEach: () => {
    isBack = false;
  },
  render: () => <Panel />,
  play: async ({ canvas, userEvent }) => {
    const retry = await canvas.findByRole('button', { name: 'Réessayer' });
    await expect(canvas.queryByText(/^Chargement/)).toBeNull();
    isBack = true;
    await userEvent.click(retry);
    await expect(await canvas.findByText('Renoncer à corriger')).toBeVisible();
  },
};
