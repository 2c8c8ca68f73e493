import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { expect, userEvent, within } from 'storybook/test';
import { longTitle } from '@/testing/given-lists';
import { AccountMenu } from './account-menu';
import { PrivateHeader } from './private-header';
import { PublicHeader } from './public-header';
import { SiteFooter } from './site-footer';

const meta = {
  component: PrivateHeader,
  parameters: { layout: 'fullscreen', nextjs: { appDirectory: true, navigation: { pathname: '/s/spectacles' } } },
} satisfies Meta<typeof PrivateHeader>;
export default meta;

type Story = StoryObj<typeof meta>;

const navigation = [
  { text: 'À faire', href: '/s/a-faire' },
  { text: 'Spectacles', href: '/s/spectacles' },
  { text: 'Envois', href: '/s/envois' },
  { text: 'Billetteries', href: '/s/billetteries' },
];
const account = (
  <AccountMenu
    user={{ firstname: 'Nolwenn', lastname: 'Cadiou', email: 'nolwenn.cadiou@theatre-du-phare.test' }}
    onSignOut={() => {}}
  />
);

export const OneStructure: Story = {
  args: {
    organizationName: 'Théâtre du Phare',
    navigation,
    organizations: [{ name: 'Théâtre du Phare', href: '/s', isCurrent: true }],
    account,
  },
};
export const SeveralStructures: Story = {
  args: {
    ...OneStructure.args,
    organizations: [
      { name: 'Théâtre du Phare', href: '/s', isCurrent: true },
      { name: longTitle, href: '/t', isCurrent: false },
    ],
  },
};
export const BeforeAnyStructure: Story = {
  args: { organizationName: null, navigation: [], organizations: [], account },
};
export const MenuOpen: Story = {
  args: BeforeAnyStructure.args,
  play: async ({ canvasElement }) => {
    const [button] = within(canvasElement).getAllByRole('button', { name: 'Nolwenn Cadiou' });
    if (button) await userEvent.click(button);
    await expect(button).toHaveAttribute('aria-expanded', 'true');
  },
};
export const Public: Story = {
  args: BeforeAnyStructure.args,
  render: () => <PublicHeader links={{ signIn: '#connexion', signUp: '#inscription' }} />,
};
export const Foot: Story = {
  args: BeforeAnyStructure.args,
  render: () => <SiteFooter links={{ accessibility: '#a', terms: '#b', legalNotice: '#c', privacy: '#d' }} />,
};
