import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { ErrorMessage } from './error-message';

const meta = { component: ErrorMessage } satisfies Meta<typeof ErrorMessage>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Offline: Story = { args: { code: 'offline', onRetry: () => {} } };
export const SessionEnded: Story = { args: { code: 'sign-in-required', links: { 'sign-in': '#connexion' } } };
export const SomebodyElseSaved: Story = { args: { code: 'stale-version' } };
export const OutcomeUnknown: Story = { args: { code: 'outcome-unknown' } };
export const OurFault: Story = { args: { code: 'internal', onRetry: () => {} } };
export const WithFocus: Story = { args: { code: 'agency-not-found', takesFocus: true } };
