import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { AppError } from '@/domain/errors';
import type { TypedShow as TypedShowData } from '@/server/manual/save-show.schema';
import { longTitle } from '@/testing/given-lists';
import { withTrpc, type TrpcAnswers } from '@/testing/trpc-fake';
import { TypedShow } from './typed-show';

const organizationId = '0198f000-0000-7000-8000-0000000000aa';
const seriesId = '0198f000-0000-7000-8000-0000000000bb';

function givenTypedShow(values: Partial<TypedShowData> = {}, count = 3): TypedShowData {
  return {
    version: 1,
    name: 'Le Bal des fous de Bassan',
    locked: false,
    declared: false,
    performances: Array.from({ length: count }, (_, index) => ({
      id: `0198f000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      performance: {
        startAt: new Date(Date.UTC(2026, 5, 5 + index, 18, 30)).toISOString(),
        includingTaxesCents: index * 120_000,
        excludingTaxesCents: index * 113_744,
        taxRateBp: index === 1 ? null : 550,
        paidTickets: index * 80,
        freeTickets: index,
      },
    })),
    ...values,
  };
}

const meta = {
  title: 'Pages/Dates et recettes',
  component: TypedShow,
  parameters: { layout: 'fullscreen' },
  args: { organizationId, seriesId },
} satisfies Meta<typeof TypedShow>;
export default meta;
type Story = StoryObj<typeof meta>;

const answer = (answers: TrpcAnswers): Pick<Story, 'decorators'> => ({ decorators: [withTrpc(answers)] });

export const Normal: Story = answer({ 'manual.get': givenTypedShow() });
export const Loading: Story = answer({ 'manual.get': 'loading' });
export const Failed: Story = answer({ 'manual.get': new AppError('internal') });
export const NoDate: Story = answer({ 'manual.get': givenTypedShow({ performances: [] }) });
export const Declared: Story = answer({ 'manual.get': givenTypedShow({ declared: true }) });
export const Locked: Story = answer({ 'manual.get': givenTypedShow({ declared: true, locked: true }) });
export const Long: Story = answer({ 'manual.get': givenTypedShow({ name: longTitle }, 60) });

export const TypedWithTheKeyboard: Story = {
  ...answer({ 'manual.get': givenTypedShow(), 'manual.save': { version: 2 } }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const [first, second] = await canvas.findAllByLabelText(/^Billets payants/);
    await userEvent.click(first!);
    await userEvent.keyboard('75{Enter}');
    await expect(second).toHaveFocus();
    await userEvent.paste('70\t4\t1 250,50\n65\t2\t975');
    await expect(canvas.getByText(/3\sreprésentations modifiées, pas encore enregistrées/)).toBeVisible();
    await expect(canvas.getAllByLabelText(/^Recette TTC en euros/)[2]).toHaveValue('975');
    await userEvent.click(canvas.getByRole('button', { name: 'Enregistrer' }));
    await expect(await canvas.findByText('C’est enregistré.')).toBeVisible();
  },
};

export const WrongFields: Story = {
  ...answer({ 'manual.get': givenTypedShow() }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const [first] = await canvas.findAllByLabelText(/^Billets payants/);
    await userEvent.click(first!);
    await userEvent.keyboard('beaucoup');
    await userEvent.click(canvas.getByRole('button', { name: 'Enregistrer' }));
    await expect(canvas.getByRole('heading', { name: 'Un champ est à corriger' })).toBeVisible();
  },
};

export const ChangedBySomebodyElse: Story = {
  ...answer({ 'manual.get': givenTypedShow(), 'manual.save': new AppError('stale-version') }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const [first] = await canvas.findAllByLabelText(/^Billets payants/);
    await userEvent.click(first!);
    await userEvent.keyboard('75');
    await userEvent.click(canvas.getByRole('button', { name: 'Enregistrer' }));
    await expect(await canvas.findByText(/en même temps que vous/)).toBeVisible();
    await expect(first).toHaveValue('75');
  },
};

export const DateRemoved: Story = {
  ...answer({ 'manual.get': givenTypedShow(), 'manual.remove': { removalId: seriesId } }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: /^Retirer vendredi 5 juin 2026/ }));
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Annuler' })).toHaveFocus());
  },
};

export const WholeShowRemoved: Story = {
  ...answer({
    'manual.get': givenTypedShow(),
    'manual.remove': { removalId: seriesId },
    'manual.restore': { seriesId },
  }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Supprimer' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Oui, supprimer' }));
    await expect(await canvas.findByRole('heading', { name: 'Spectacle supprimé' })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Annuler' }));
    await expect(await canvas.findByRole('heading', { name: 'Le Bal des fous de Bassan' })).toBeVisible();
  },
};
