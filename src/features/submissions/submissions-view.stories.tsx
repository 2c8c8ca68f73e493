import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { AppError } from '@/domain/errors';
import { organizationId } from '@/testing/given-declaration-page';
import { givenSubmissionRow } from '@/testing/given-submission';
import { withTrpc } from '@/testing/trpc-fake';
import { SubmissionsScreen } from './submissions-screen';
import { SubmissionsView } from './submissions-view';

const rows = [
  givenSubmissionRow(),
  givenSubmissionRow({
    id: '7d0f9e54-9a3d-4a53-8f0e-0a5d6c1b2e12',
    organism: 'SACD',
    state: 'refused',
    createdAt: '2026-07-02T12:41:00.000Z',
  }),
  givenSubmissionRow({
    id: '7d0f9e54-9a3d-4a53-8f0e-0a5d6c1b2e13',
    seriesName: 'La très longue et très véridique histoire des gardiens de phare, de leurs lampes et de leurs tempêtes',
    state: 'unknown',
  }),
];

const meta: Meta<typeof SubmissionsView> = {
  title: 'Pages/Envois',
  component: SubmissionsView,
  parameters: { layout: 'fullscreen' },
  args: {
    result: { rows, total: 3, page: 1, pageCount: 1 },
    search: { page: 1 },
    toHref: ({ page }) => `?page=${page}`,
    submissionHref: (id) => `#${id}`,
    todoHref: '#a-faire',
    exportHref: '#exporter',
    exportsHref: '#exports',
    onSearch: () => undefined,
  },
};
export default meta;
type Story = StoryObj<typeof SubmissionsView>;

export const Normal: Story = {};
export const Empty: Story = { args: { result: { rows: [], total: 0, page: 1, pageCount: 1 } } };
export const NothingFound: Story = {
  args: { result: { rows: [], total: 0, page: 1, pageCount: 1 }, search: { page: 1, organism: 'SACD' } },
};

/** Both choices stay as made while the address follows, and the second keeps the first. */
export const Choosing: Story = {
  args: { onSearch: fn() },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const organism = canvas.getByRole('combobox', { name: 'Organisme' });
    await userEvent.selectOptions(organism, 'SIBIL');
    await expect(organism).toHaveValue('SIBIL');
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'État' }), 'sent');
    await expect(organism).toHaveValue('SIBIL');
    await expect(args.onSearch).toHaveBeenLastCalledWith({ page: 1, organism: 'SIBIL', state: 'sent' });
  },
};

export const Loading: Story = { args: { result: null } };
export const Long: Story = {
  args: {
    result: {
      rows: Array.from({ length: 50 }, (_, number) =>
        givenSubmissionRow({ id: `7d0f9e54-9a3d-4a53-8f0e-0a5d6c1b${1000 + number}`, number: number + 1 }),
      ),
      total: 1234,
      page: 3,
      pageCount: 25,
    },
    search: { page: 3 },
  },
};
export const Failed: Story = {
  decorators: [withTrpc({ 'submissions.list': new AppError('internal') })],
  render: () => <SubmissionsScreen organizationId={organizationId} search={{ page: 1 }} />,
};
