import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { expect, userEvent, within } from 'storybook/test';
import { AppError } from '@/domain/errors';
import { longTitle } from '@/testing/given-lists';
import { withTrpc } from '@/testing/trpc-fake';
import type { ReminderPreferences } from '@/server/automation/reminder-preferences.schema';
import { Account } from './account';
import { StopTransmission } from './stop-transmission';
import { Unsubscribe } from './unsubscribe';

const user = { firstname: 'Nolwenn', lastname: 'Cadiou', email: 'nolwenn@phare-ouessant.test' };
const preferences = (isWeekOn: boolean): ReminderPreferences => ({
  preferences: [
    { kind: 'ready', isOn: true },
    { kind: 'week', isOn: isWeekOn },
    { kind: 'day', isOn: true },
    { kind: 'late', isOn: true },
  ],
});

const meta: Meta<typeof Account> = {
  title: 'Pages/Mon compte et rappels',
  component: Account,
  parameters: { layout: 'fullscreen' },
  args: { user },
};
export default meta;
type Story = StoryObj<typeof Account>;

export const MyAccount: Story = {
  decorators: [withTrpc({ 'automation.reminders': preferences(true), 'automation.setReminder': preferences(false) })],
  play: async ({ canvasElement }) => {
    const week = await within(canvasElement).findByRole('checkbox', { name: /Une semaine avant/ });
    await userEvent.click(week);
    await expect(week).not.toBeChecked();
    await expect(within(canvasElement).getByText('Enregistré.')).toBeVisible();
  },
};
export const NotSaved: Story = {
  decorators: [
    withTrpc({ 'automation.reminders': preferences(true), 'automation.setReminder': new AppError('internal') }),
  ],
  play: async ({ canvasElement }) => {
    await userEvent.click(await within(canvasElement).findByRole('checkbox', { name: /Une semaine avant/ }));
    await expect(await within(canvasElement).findByText('Le service a rencontré un problème')).toBeVisible();
  },
};
export const Loading: Story = { decorators: [withTrpc({ 'automation.reminders': 'loading' })] };
export const Failed: Story = { decorators: [withTrpc({ 'automation.reminders': new AppError('internal') })] };

const subscription = { kind: 'week', isOn: true, action: '#' } as const;
export const UnsubscribePage: Story = { render: () => <Unsubscribe subscription={subscription} /> };
export const Unsubscribed: Story = { render: () => <Unsubscribe subscription={{ ...subscription, isOn: false }} /> };
export const WrongLink: Story = { render: () => <Unsubscribe subscription={null} /> };

const transmission = {
  state: 'planned',
  organism: 'SACEM',
  seriesName: 'La Nuit des gardiens',
  plannedFor: new Date('2026-07-08T06:00:00.000Z'),
  action: '#',
} as const;
export const Stopping: Story = { render: () => <StopTransmission transmission={transmission} /> };
export const StoppingLongName: Story = {
  render: () => <StopTransmission transmission={{ ...transmission, seriesName: longTitle }} />,
};
export const Stopped: Story = {
  render: () => <StopTransmission transmission={{ ...transmission, state: 'stopped' }} />,
};
export const AlreadySent: Story = {
  render: () => <StopTransmission transmission={{ ...transmission, state: 'sent' }} />,
};
export const NothingToStop: Story = { render: () => <StopTransmission transmission={null} /> };
