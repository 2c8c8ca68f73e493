import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { expect, userEvent, within } from 'storybook/test';
import { AppError } from '@/domain/errors';
import { givenChange, givenRunRow, givenRunsPage, longTitle } from '@/testing/given-lists';
import { withTrpc } from '@/testing/trpc-fake';
import { ConnectionHistory } from './connection-history';

const meta = {
  component: ConnectionHistory,
  args: {
    organizationId: '0198f000-0000-7000-8000-0000000000aa',
    connectionId: '0198f000-0000-7000-8000-000000000002',
    page: 1,
  },
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof ConnectionHistory>;
export default meta;

type Story = StoryObj<typeof meta>;

const toId = (index: number) => `0198f000-0000-7000-8000-${String(index).padStart(12, '0')}`;

export const Nights: Story = {
  decorators: [
    withTrpc({
      'ticketing.listRuns': givenRunsPage([
        givenRunRow({ id: toId(11) }),
        givenRunRow({ id: toId(12), newPerformances: 0, changedFigures: 0, changes: 0 }),
        givenRunRow({
          id: toId(13),
          state: 'failed',
          errorCode: 'invalid-credentials',
          newPerformances: 0,
          changedFigures: 0,
          changes: 0,
          seriesDone: 0,
        }),
      ]),
      'ticketing.listChanges': {
        rows: [
          givenChange(),
          givenChange({
            id: '2',
            kind: 'changed-figures',
            before: {
              includingTaxesCents: 180_000,
              excludingTaxesCents: 170_616,
              taxRateBp: 550,
              paidTickets: 120,
              freeTickets: 8,
            },
            after: {
              includingTaxesCents: 178_500,
              excludingTaxesCents: 169_194,
              taxRateBp: 550,
              paidTickets: 119,
              freeTickets: 8,
            },
          }),
        ],
        total: 2,
        page: 1,
        pageCount: 1,
      },
    }),
  ],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByText(/^Ce qui a changé/));
    await expect(await canvas.findByText(/119\sbillets payants au lieu de 120/)).toBeVisible();
    await expect(canvas.getAllByRole('link', { name: 'Les Fourberies de Scapin' })[0]).toHaveAttribute(
      'href',
      expect.stringContaining('/spectacles/'),
    );
  },
};

export const NothingYet: Story = { decorators: [withTrpc({ 'ticketing.listRuns': givenRunsPage([]) })] };
export const Loading: Story = { decorators: [withTrpc({ 'ticketing.listRuns': 'loading' })] };
export const Failed: Story = { decorators: [withTrpc({ 'ticketing.listRuns': new AppError('internal') })] };

export const UnderWay: Story = {
  decorators: [
    withTrpc({
      'ticketing.listRuns': givenRunsPage([
        givenRunRow({
          state: 'running',
          trigger: 'connection',
          finishedAt: null,
          seriesTotal: null,
          seriesDone: 0,
          performancesDone: 0,
          ticketsDone: 0,
          ticketsRead: 12_400,
          newPerformances: 0,
          changedFigures: 0,
          changes: 0,
        }),
      ]),
    }),
  ],
};

export const Long: Story = {
  args: { page: 2 },
  decorators: [
    withTrpc({
      'ticketing.listRuns': givenRunsPage(
        Array.from({ length: 20 }, (_, index) =>
          givenRunRow({
            id: toId(100 + index),
            trigger: index === 3 ? 'file' : 'night',
            newSeries: index,
            gonePerformances: 3,
            warnings: [1, 2].map((number) => ({
              code: 'series-without-date',
              detail: `«\u00a0${longTitle} (${number})\u00a0» n’est pas repris\u00a0: aucune date n’est renseignée.`,
            })),
          }),
        ),
        { total: 380, page: 2, pageCount: 19, connection: { id: toId(2), system: 'billetweb', label: longTitle } },
      ),
      'ticketing.listChanges': ({ page = 1 }) => ({
        rows: Array.from({ length: 50 }, (_, index) =>
          givenChange({ id: String(page * 100 + index), seriesName: longTitle, kind: 'gone' }),
        ),
        total: 120,
        page,
        pageCount: 3,
      }),
    }),
  ],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const [details] = await canvas.findAllByText(/^Ce qui a changé/);
    if (!details) throw new Error('no details');
    await userEvent.click(details);
    await userEvent.click(await canvas.findByRole('button', { name: 'Suivants' }));
    await expect(await canvas.findByText('2 sur 3')).toBeVisible();
  },
};
