import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { AppError } from '@/domain/errors';
import { organizationId, seriesId } from '@/testing/given-declaration-page';
import { longTitle } from '@/testing/given-lists';
import { withTrpc } from '@/testing/trpc-fake';
import type { AutomaticView } from '@/server/automation/automation.schema';
import { AutomaticTransmissions } from './automatic-transmissions';
import { AutomaticTransmissionsView } from './automatic-transmissions-view';
import { PlannedTransmissionsView } from './planned-transmissions-view';

const off: AutomaticView = {
  organism: 'SACEM',
  state: 'off',
  isOpen: true,
  allowed: null,
  plannedFor: null,
  stopped: null,
};
const allowed: AutomaticView = {
  ...off,
  state: 'allowed',
  allowed: { by: 'Nolwenn Cadiou', at: '2026-07-01T10:00:00.000Z' },
};
const planned: AutomaticView = { ...allowed, state: 'planned', plannedFor: '2026-07-08T06:00:00.000Z' };
const stopped: AutomaticView = {
  ...planned,
  state: 'stopped',
  stopped: { by: 'Camille Le Gall', at: '2026-07-07T12:00:00.000Z', reason: 'person' },
};
const sacd = (one: AutomaticView): AutomaticView => ({ ...one, organism: 'SACD' });

const meta: Meta<typeof AutomaticTransmissionsView> = {
  title: 'Spectacle/Envoi automatique',
  component: AutomaticTransmissionsView,
  parameters: { layout: 'fullscreen' },
  args: {
    organisms: [off, sacd(off)],
    onAllow: () => Promise.resolve(null),
    onStop: () => Promise.resolve('internal'),
  },
};
export default meta;
type Story = StoryObj<typeof AutomaticTransmissionsView>;

export const Off: Story = {};
export const Allowed: Story = { args: { organisms: [allowed, sacd(off)] } };
export const Planned: Story = { args: { organisms: [planned] } };
export const Stopped: Story = { args: { organisms: [stopped] } };
export const GivenUp: Story = {
  args: {
    organisms: [{ ...stopped, stopped: { by: null, at: '2026-07-08T06:00:00.000Z', reason: 'figures' } }],
  },
};
export const Sent: Story = { args: { organisms: [{ ...planned, state: 'sent', isOpen: false }] } };
/** Received already, never allowed: nothing to decide. */
export const Nothing: Story = { args: { organisms: [{ ...off, isOpen: false }] } };
export const LongName: Story = {
  args: { organisms: [{ ...allowed, allowed: { by: longTitle, at: '2026-07-01T10:00:00.000Z' } }] },
};

/** The statement must be ticked. */
export const Unticked: Story = {
  args: { organisms: [off] },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByText('Permettre l’envoi automatique à la SACEM'));
    await userEvent.click(canvas.getByRole('button', { name: 'Permettre l’envoi automatique' }));
    await expect(canvas.getByText('Cochez cette case pour permettre l’envoi.')).toBeVisible();
    await waitFor(() => expect(canvas.getByRole('checkbox')).toHaveFocus());
  },
};

export const Refused: Story = {
  args: { organisms: [planned] },
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Ne pas envoyer' }));
    await expect(await within(canvasElement).findByText('Le service a rencontré un problème')).toBeVisible();
  },
};

/** The banner of the page of a show. */
export const Banner: Story = {
  render: () => <PlannedTransmissionsView organisms={[planned, sacd(planned)]} onStop={() => Promise.resolve(null)} />,
  play: async ({ canvasElement }) => {
    const [first] = within(canvasElement).getAllByRole('button', { name: 'Ne pas envoyer' });
    if (first) await userEvent.click(first);
    const told = await within(canvasElement).findByText(/ne partira pas d’elle-même/);
    await expect(told).toBeVisible();
    await waitFor(() => expect(told).toHaveFocus());
  },
};
export const NoBanner: Story = {
  render: () => <PlannedTransmissionsView organisms={[off]} onStop={() => Promise.resolve(null)} />,
};

const onServer: Story = {
  render: () => <AutomaticTransmissions organizationId={organizationId} seriesId={seriesId} shows="all" />,
};
/** Allowed with the server behind it. */
export const Allowing: Story = {
  ...onServer,
  decorators: [withTrpc({ 'automation.get': { organisms: [off] }, 'automation.allow': allowed })],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByText('Permettre l’envoi automatique à la SACEM'));
    await userEvent.click(canvas.getByRole('checkbox'));
    await userEvent.click(canvas.getByRole('button', { name: 'Permettre l’envoi automatique' }));
    await expect(await canvas.findByText(/Permis par Nolwenn Cadiou/)).toBeVisible();
    await waitFor(() => expect(canvas.getByRole('heading', { name: 'SACEM' })).toHaveFocus());
  },
};
export const Loading: Story = { ...onServer, decorators: [withTrpc({ 'automation.get': 'loading' })] };
export const Failed: Story = { ...onServer, decorators: [withTrpc({ 'automation.get': new AppError('internal') })] };
