import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { Pages } from './pages';

const meta: Meta<typeof Pages> = { component: Pages, args: { toHref: (page: number) => `?page=${page}` } };
export default meta;

type Story = StoryObj<typeof Pages>;

export const First: Story = { args: { current: 1, count: 12 } };
export const Middle: Story = { args: { current: 6, count: 12 } };
export const Last: Story = { args: { current: 12, count: 12 } };
export const TwoPages: Story = { args: { current: 1, count: 2 } };
