import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { AppError } from '@/domain/errors';
import { givenQuarterRow } from '@/testing/given-quarter';
import { withTrpc } from '@/testing/trpc-fake';
import { Quarters } from './quarters';

const meta = {
  component: Quarters,
  args: { organizationId: '0198f000-0000-7000-8000-0000000000aa' },
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof Quarters>;
export default meta;

type Story = StoryObj<typeof meta>;

const quarters = [
  givenQuarterRow({ period: '2026-T3', dueAt: '2026-10-09T21:59:59.999Z', isOver: false }),
  givenQuarterRow(),
  givenQuarterRow({ period: '2026-T1', dueAt: '2026-04-09T21:59:59.999Z', state: 'accepted', performances: 1 }),
];

export const Normal: Story = { decorators: [withTrpc({ 'sibil.listQuarters': { quarters } })] };
export const Empty: Story = { decorators: [withTrpc({ 'sibil.listQuarters': { quarters: [] } })] };
export const Loading: Story = { decorators: [withTrpc({ 'sibil.listQuarters': 'loading' })] };
export const Failed: Story = { decorators: [withTrpc({ 'sibil.listQuarters': new AppError('internal') })] };
export const Long: Story = {
  decorators: [
    withTrpc({
      'sibil.listQuarters': {
        quarters: Array.from({ length: 24 }, (_, index) =>
          givenQuarterRow({ period: `${2025 - Math.floor(index / 4)}-T${4 - (index % 4)}`, performances: 1214 }),
        ),
      },
    }),
  ],
};
