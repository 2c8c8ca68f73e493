import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import type { Company } from '@/server/organizations/search-companies.schema';
import { longTitle } from '@/testing/given-lists';
import { CreateOrganizationView, type CreateOrganizationViewProps } from './create-organization-view';

const address = { street: '12 quai de la Douane', postalCode: '29200', city: 'Brest', countryCode: 'FR' };
const phare: Company = { name: 'Théâtre du Phare', siren: '812345678', siret: '81234567800012', address };
const masked: Company = { ...phare, name: longTitle, siret: '81234567800020', address: null };

const meta = {
  component: CreateOrganizationView,
  parameters: { layout: 'fullscreen' },
  render: function Typed(props: CreateOrganizationViewProps) {
    const [text, setText] = useState(props.companyText);
    return <CreateOrganizationView {...props} companyText={text} onCompanyText={setText} />;
  },
  args: {
    companyText: '',
    onCompanyText: () => {},
    companies: [phare, masked],
    search: { isAsked: true, isPending: false, isAvailable: true },
    onAddressText: () => {},
    addresses: [],
    error: null,
    isPending: false,
    onCreate: () => {},
  },
} satisfies Meta<typeof CreateOrganizationView>;
export default meta;

type Story = StoryObj<typeof meta>;

const search = 'Nom ou numéro SIRET';

export const Empty: Story = {
  args: { companies: [], search: { isAsked: false, isPending: false, isAvailable: true } },
};
export const Proposals: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.type(within(canvasElement).getByLabelText(new RegExp(search)), 'phare');
    await expect(within(canvasElement).getAllByRole('option')).toHaveLength(2);
  },
};
export const Chosen: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByLabelText(new RegExp(search)), 'phare');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect(canvas.getByRole('heading', { name: /Est-ce bien elle/ })).toHaveFocus();
  },
};
export const AddressNotPublic: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByLabelText(new RegExp(search)), 'phare');
    await userEvent.click(canvas.getByRole('option', { name: /Capitaine/ }));
    await expect(canvas.getByRole('heading', { name: 'Saisir votre structure' })).toHaveFocus();
  },
};
export const NoResult: Story = { args: { companyText: 'introuvable', companies: [] } };
export const Loading: Story = {
  args: { companyText: 'phare', companies: [], search: { isAsked: true, isPending: true, isAvailable: true } },
};
export const DirectoryDown: Story = {
  args: { companyText: 'phare', companies: [], search: { isAsked: true, isPending: false, isAvailable: false } },
};
export const TypedIncomplete: Story = {
  args: DirectoryDown.args,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Créer ma structure' }));
    await expect(canvas.getByRole('heading', { name: '5 champs sont à corriger' })).toBeVisible();
  },
};
export const Refused: Story = { args: { error: { code: 'organization-already-registered', detail: {} } } };
