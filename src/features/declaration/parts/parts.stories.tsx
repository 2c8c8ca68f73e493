import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { type ReactNode, useState } from 'react';
import { expect, fn, userEvent, within } from 'storybook/test';
import { college, givenDeclarationPage } from '@/testing/given-declaration-page';
import { DraftSessionProvider, type DraftSession } from '../draft-context';
import { DraftStore } from '../store/draft-store';
import { PerformanceDetails } from './performance-details';
import { ProducerForm } from './producer-form';
import { VenueForm } from './venue-form';

function Session({ children }: { readonly children: ReactNode }) {
  const [session] = useState((): DraftSession => {
    const page = givenDeclarationPage();
    const store = new DraftStore(page, 'Nolwenn Cadiou');
    store.edit('performances.rep-1.corrected.paidTickets', 121);
    store.acknowledge(
      [{ path: 'performances.rep-1.corrected.paidTickets', value: 121 }],
      4,
      '2026-07-02T12:33:00.000Z',
    );
    return {
      store,
      locked: false,
      organisms: ['SACEM', 'SACD'],
      announce: () => undefined,
      directories: {
        searchCompanies: () => Promise.resolve({ available: false, proposals: [] }),
        searchAddresses: () => Promise.resolve({ available: true, proposals: [] }),
      },
      suggestions: page.suggestions,
      source: { label: 'Billetweb – Le Phare' },
    };
  });
  return <DraftSessionProvider value={session}>{children}</DraftSessionProvider>;
}

const meta: Meta = {
  title: 'Parts/Spectacle',
  decorators: [
    (Story) => (
      <Session>
        <Story />
      </Session>
    ),
  ],
};
export default meta;

export const Details: StoryObj = { render: () => <PerformanceDetails id="rep-1" /> };

export const Venue: StoryObj = {
  render: () => (
    <VenueForm idPrefix="series.venue" value={null} onChoose={() => undefined} onCancel={() => undefined} />
  ),
};

const onChoose = fn();

/** Enter in the search asks the directory: the form around, filled with the former venue, is not submitted. */
export const VenueSearchedWithEnter: StoryObj = {
  render: () => <VenueForm idPrefix="series.venue" value={college} onChoose={onChoose} onCancel={() => undefined} />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByRole('searchbox', { name: /^Chercher une adresse/ }), 'Ouessant{Enter}');
    await expect(await canvas.findByText(/^Aucun résultat/)).toBeVisible();
    await expect(onChoose).not.toHaveBeenCalled();
  },
};

export const Producer: StoryObj = {
  render: () => <ProducerForm value={null} onChoose={() => undefined} onCancel={() => undefined} />,
};
