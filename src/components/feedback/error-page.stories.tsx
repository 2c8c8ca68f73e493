import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { ErrorPage } from './error-page';
import { LoadState } from './load-state';

const meta = { component: ErrorPage } satisfies Meta<typeof ErrorPage>;
export default meta;

type Story = StoryObj<typeof meta>;

export const NotFound: Story = {
  args: {
    title: 'Cette page n’existe pas',
    explanation: 'Son adresse est peut-être incomplète.',
    links: [{ text: 'Revenir à mes spectacles', href: '#spectacles' }],
  },
};
export const Failed: Story = {
  args: {
    title: 'Cette page n’a pas pu s’afficher',
    explanation: 'Le problème vient de notre côté. Rien n’a été envoyé.',
    links: [{ text: 'Revenir à mes spectacles', href: '#spectacles' }],
    onRetry: () => {},
    reference: '1234567890',
  },
};
const page = NotFound.args;
export const ContentLoading: Story = { args: page, render: () => <LoadState error={null} onRetry={() => {}} /> };
export const ContentFailed: Story = {
  args: page,
  render: () => <LoadState error={{ code: 'offline' }} onRetry={() => {}} />,
};
