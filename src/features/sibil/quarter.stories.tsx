import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { AppError } from '@/domain/errors';
import { longTitle } from '@/testing/given-lists';
import { givenQuarterView } from '@/testing/given-quarter';
import { withTrpc } from '@/testing/trpc-fake';
import { Quarter } from './quarter';

const meta = {
  component: Quarter,
  args: { organizationId: '0198f000-0000-7000-8000-0000000000aa', period: '2026-T2' },
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof Quarter>;
export default meta;

type Story = StoryObj<typeof meta>;

const usual = givenQuarterView();
const complete = givenQuarterView({
  shows: usual.shows.map((show) => ({ ...show, missing: [] })),
  venues: usual.venues.map((venue) => ({ ...venue, kind: 'THEATRE' })),
  file: { filename: 'Déclaration SIBIL - 2026-t2.csv', sha256: 'a'.repeat(64) },
});
const submission = {
  id: '0198f000-0000-7000-8000-0000000000d9',
  number: 1,
  createdAt: '2026-07-03T09:12:00.000Z',
  authorName: 'Nolwenn Cadiou',
  message: null,
  document: { filename: 'Déclaration SIBIL - 2026-t2.csv', href: '#fichier', sha256: 'a'.repeat(64) },
};
const none = { performances: 0, paidTickets: 0, freeTickets: 0, includingTaxesCents: 0 };

export const Normal: Story = { decorators: [withTrpc({ 'sibil.getQuarter': usual })] };
export const Ready: Story = { decorators: [withTrpc({ 'sibil.getQuarter': complete })] };
export const Running: Story = { decorators: [withTrpc({ 'sibil.getQuarter': { ...usual, isOver: false } })] };
export const Sent: Story = {
  decorators: [withTrpc({ 'sibil.getQuarter': { ...complete, state: 'sent', submission } })],
};
export const Refused: Story = {
  decorators: [
    withTrpc({
      'sibil.getQuarter': {
        ...complete,
        state: 'refused',
        submission: { ...submission, message: 'Le lieu «\u00a0Salle du Stiff\u00a0» est inconnu.' },
      },
    }),
  ],
};
export const ChangedSince: Story = {
  decorators: [
    withTrpc({
      'sibil.getQuarter': {
        ...complete,
        state: 'accepted',
        submission,
        file: { filename: 'Déclaration SIBIL - 2026-t2.csv', sha256: 'b'.repeat(64) },
      },
    }),
  ],
};
export const Empty: Story = {
  decorators: [withTrpc({ 'sibil.getQuarter': givenQuarterView({ shows: [], venues: [], totals: none }) })],
};
export const Loading: Story = { decorators: [withTrpc({ 'sibil.getQuarter': 'loading' })] };
export const Failed: Story = { decorators: [withTrpc({ 'sibil.getQuarter': new AppError('internal') })] };
export const Long: Story = {
  decorators: [
    withTrpc({
      'sibil.getQuarter': {
        ...usual,
        venues: usual.venues.map((venue) => ({ ...venue, name: longTitle })),
        shows: usual.shows.map((show) => ({
          ...show,
          name: longTitle,
          performances: Array.from({ length: 200 }, (_, index) => ({
            id: `rep-${index}`,
            startAt: new Date(Date.UTC(2026, 3, 1 + (index % 90), 18)).toISOString(),
            venueName: longTitle,
            capacity: 1200,
            paidTickets: 1100,
            freeTickets: 12,
            includingTaxesCents: 9_999_999_999,
          })),
        })),
      },
    }),
  ],
};
