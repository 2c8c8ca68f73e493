import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { AppError } from '@/domain/errors';
import type { SeriesRow } from '@/server/series/list-series.schema';
import { givenSeriesPage, givenSeriesRow, longTitle } from '@/testing/given-lists';
import { withTrpc } from '@/testing/trpc-fake';
import { Shows } from './shows';
import type { ShowsInput } from './shows-address';
import { ShowsView } from './shows-view';

const organizationId = '0198f000-0000-7000-8000-0000000000aa';
const input: ShowsInput = { organizationId, filter: 'all', sort: 'end-desc', search: '', page: 1 };
const meta = {
  component: ShowsView,
  parameters: { layout: 'fullscreen' },
  args: {
    input,
    list: givenSeriesPage([
      givenSeriesRow(),
      givenSeriesRow({ id: '0198f000-0000-7000-8000-0000000000d1', name: 'Sans organisme', declarations: [] }),
      givenSeriesRow({ id: '0198f000-0000-7000-8000-0000000000d2', name: 'Sans date', startAt: null, endAt: null }),
    ]),
    isLoading: false,
    error: null,
    onRetry: () => {},
    onNavigate: () => {},
    toShowHref: (seriesId) => `#${seriesId}`,
    connectionsHref: '#billetteries',
    newShowHref: '#nouveau',
    exportHref: '#exporter',
    exportsHref: '#exports',
  },
} satisfies Meta<typeof ShowsView>;
export default meta;

type Story = StoryObj<typeof meta>;

function givenManyRows(): SeriesRow[] {
  return Array.from({ length: 50 }, (_, index) =>
    givenSeriesRow({
      id: `0198f000-0000-7000-8000-0000000002${String(index).padStart(2, '0')}`,
      name: `${longTitle} (${index + 1})`,
      tickets: 1_000_000,
      includingTaxesCents: 9_999_999_999,
      declarations: [
        { organism: 'SACEM', state: 'refused', dueAt: null, changed: false },
        { organism: 'SACD', state: 'accepted', dueAt: null, changed: true },
      ],
    }),
  );
}

export const Normal: Story = {};
export const NoShowYet: Story = { args: { list: givenSeriesPage([]) } };
export const NoMatch: Story = {
  args: { input: { ...input, search: 'cyrano' }, list: givenSeriesPage([]) },
};
export const LookingAgain: Story = { args: { isLoading: true } };
export const FailedAgain: Story = { args: { error: { code: 'offline', detail: {} } } };
export const Long: Story = {
  args: {
    input: { ...input, page: 3 },
    list: givenSeriesPage(givenManyRows(), { total: 2000, page: 3, pageCount: 40 }),
  },
};
export const Loading: Story = {
  decorators: [withTrpc({ 'series.list': 'loading' })],
  render: () => <Shows organizationId={organizationId} />,
};
export const Failed: Story = {
  decorators: [withTrpc({ 'series.list': new AppError('internal') })],
  render: () => <Shows organizationId={organizationId} />,
};
