import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { AppError } from '@/domain/errors';
import { withTrpc } from '@/testing/trpc-fake';
import { Exports } from './exports';

const meta = {
  component: Exports,
  args: { organizationId: '0198f000-0000-7000-8000-0000000000aa' },
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof Exports>;
export default meta;

type Story = StoryObj<typeof meta>;

const withSeasons = (seasons: string[]) => withTrpc({ 'exports.listSeasons': { seasons } });

export const Normal: Story = { decorators: [withSeasons(['2026-2027', '2025-2026'])] };
export const Empty: Story = { decorators: [withSeasons([])] };
export const Long: Story = {
  decorators: [withSeasons(Array.from({ length: 20 }, (_, index) => `${2026 - index}-${2027 - index}`))],
};
export const Loading: Story = { decorators: [withTrpc({ 'exports.listSeasons': 'loading' })] };
export const Failed: Story = { decorators: [withTrpc({ 'exports.listSeasons': new AppError('internal') })] };
