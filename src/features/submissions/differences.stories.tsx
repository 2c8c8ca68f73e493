import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { useState } from 'react';
import { expect, waitFor } from 'storybook/test';
import { AppError } from '@/domain/errors';
import { givenChangeGroup, givenDifferences } from '@/testing/given-changes';
import { organizationId, seriesId } from '@/testing/given-declaration-page';
import { givenSubmissionView } from '@/testing/given-submission';
import { withTrpc } from '@/testing/trpc-fake';
import { Differences } from './differences';
import { SubmissionChanges } from './submission-changes';

const meta: Meta<typeof Differences> = {
  title: 'Envois/Différences',
  component: Differences,
  args: {
    differences: givenDifferences(),
    organism: 'SACEM',
    showHref: '#spectacle',
    submissionHref: (id) => `#${id}`,
    onKeepChange: () => Promise.resolve(null),
    onCorrect: () => Promise.resolve(null),
  },
};
export default meta;
type Story = StoryObj<typeof Differences>;

const previous = { id: '0198f000-0000-7000-8000-0000000000d1', number: 1, groups: [givenChangeGroup()] };
const today = { groups: [givenChangeGroup()], fingerprint: '0'.repeat(64), kept: false };

export const NothingChanged: Story = {};
export const Changed: Story = { args: { differences: givenDifferences({ today }) } };
export const ChangeKept: Story = {
  args: { organism: 'SACD', differences: givenDifferences({ today: { ...today, kept: true } }) },
};
export const BeingCorrected: Story = {
  args: { organism: 'CNM', differences: givenDifferences({ correctedBy: 'Nolwenn Cadiou', canCorrect: false }) },
};
/** The button goes once pressed: the focus goes to the title, which says it otherwise. */
export const Keeping: Story = {
  args: { differences: givenDifferences({ today }) },
  render: function Keeping(args) {
    const [differences, setDifferences] = useState(args.differences);
    const keep = () => {
      setDifferences(givenDifferences({ today: { ...today, kept: true } }));
      return Promise.resolve(null);
    };
    return <Differences {...args} differences={differences} onKeepChange={keep} />;
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Garder ce qui a été envoyé' }));
    const title = await canvas.findByRole('heading', { name: 'Différence depuis l’envoi' });
    await waitFor(() => expect(title).toHaveFocus());
  },
};
export const Corrected: Story = { args: { differences: givenDifferences({ previous, today }) } };
export const SentAgainUnchanged: Story = {
  args: { differences: givenDifferences({ previous: { ...previous, groups: [] }, canCorrect: false }) },
};
export const Long: Story = {
  args: {
    differences: givenDifferences({
      previous: { ...previous, groups: Array.from({ length: 40 }, () => givenChangeGroup()) },
      canCorrect: false,
    }),
  },
};
export const Failed: Story = {
  args: { differences: givenDifferences({ today }), onCorrect: () => Promise.resolve('stale-version') },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Corriger cette déclaration' }));
    await canvas.findByText(/^Quelqu’un a modifié/);
  },
};

let isBack = false;

/** They could not be read: the way to correct comes back with another try. */
export const NotLoaded: Story = {
  decorators: [withTrpc({ 'corrections.differences': () => (isBack ? givenDifferences() : new AppError('internal')) })],
  beforeEach: () => {
    isBack = false;
  },
  render: () => (
    <SubmissionChanges organizationId={organizationId} seriesId={seriesId} submission={givenSubmissionView()} />
  ),
  play: async ({ canvas, userEvent }) => {
    const retry = await canvas.findByRole('button', { name: 'Réessayer' });
    isBack = true;
    await userEvent.click(retry);
    await expect(await canvas.findByRole('button', { name: 'Corriger cette déclaration' })).toBeVisible();
  },
};
