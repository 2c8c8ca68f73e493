import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { AppError } from '@/domain/errors';
import type { UnknownSubmission } from '@/server/administration/list-unknown.schema';
import { organizationId, submissionId } from '@/testing/given-declaration-page';
import { longTitle } from '@/testing/given-lists';
import { withTrpc } from '@/testing/trpc-fake';
import { UnknownSubmissionsScreen } from './unknown-submissions-screen';

const meta = {
  title: 'Pages/Envois à vérifier',
  component: UnknownSubmissionsScreen,
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof UnknownSubmissionsScreen>;
export default meta;
type Story = StoryObj<typeof meta>;

const left = '2026-07-02T12:40:00.000Z';
const toSacd: UnknownSubmission = {
  id: submissionId,
  organizationId,
  organizationName: 'Association Le Phare d’Ouessant',
  seriesName: 'La Nuit des gardiens',
  organism: 'SACD',
  number: 1,
  createdAt: left,
  recipient: 'Service de télédéclaration de la SACD',
  author: { name: 'Nolwenn Cadiou', email: 'nolwenn@phare.test' },
  steps: [{ id: '7d0f9e54-9a3d-4a53-8f0e-0a5d6c1b2e71', recipient: null, sendingAt: left }],
};
const toAgencies: UnknownSubmission = {
  ...toSacd,
  id: '7d0f9e54-9a3d-4a53-8f0e-0a5d6c1b2e12',
  organism: 'SACEM',
  seriesName: longTitle,
  steps: ['brest', 'rennes'].map((town, index) => ({
    id: `7d0f9e54-9a3d-4a53-8f0e-0a5d6c1b2e8${index}`,
    recipient: `${town}@agences-sacem.test`,
    sendingAt: left,
  })),
};

export const Normal: Story = {
  decorators: [withTrpc({ 'administration.unknownSubmissions': { rows: [toSacd], total: 1 } })],
};

/** Several agencies of one submission, and more than a page of them. */
export const Many: Story = {
  decorators: [withTrpc({ 'administration.unknownSubmissions': { rows: [toSacd, toAgencies], total: 60 } })],
};

export const Empty: Story = { decorators: [withTrpc({ 'administration.unknownSubmissions': { rows: [], total: 0 } })] };

export const Loading: Story = { decorators: [withTrpc({ 'administration.unknownSubmissions': 'loading' })] };

export const Failed: Story = {
  decorators: [withTrpc({ 'administration.unknownSubmissions': new AppError('internal') })],
};
