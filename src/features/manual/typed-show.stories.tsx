import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { expect, fireEvent, fn, userEvent, waitFor, within } from 'storybook/test';
import { AppError } from '@/domain/errors';
import type { TypedShow as TypedShowData } from '@/server/manual/save-show.schema';
import { longTitle } from '@/testing/given-lists';
import { withTrpc, type TrpcAnswers } from '@/testing/trpc-fake';
import { TypedShow } from './typed-show';
import { TypedShowView, type TypedShowViewProps } from './typed-show-view';
import { useKeptRows } from './use-kept-rows';

const organizationId = '0198f000-0000-7000-8000-0000000000aa';
const seriesId = '0198f000-0000-7000-8000-0000000000bb';
const viewerId = '0198f000-0000-7000-8000-0000000000cc';
const keptKey = `manual:${viewerId}:${seriesId}`;

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
  args: { organizationId, seriesId, viewerId },
  // What a story types is kept by the tab: the next one would find it.
  beforeEach: () => sessionStorage.removeItem(keptKey),
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

/** Typed, then left by a link of the page: what was typed is there again, until it is saved or given up. */
const leftUnsaved = () =>
  sessionStorage.setItem(keptKey, JSON.stringify({ [givenTypedShow().performances[0]!.id]: { paidTickets: '75' } }));
const foundAgain = 'Vos saisies non enregistrées ont été retrouvées.';

export const FoundAgain: Story = {
  ...answer({ 'manual.get': givenTypedShow(), 'manual.save': { version: 2 } }),
  beforeEach: leftUnsaved,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(foundAgain)).toBeVisible();
    await expect(canvas.getAllByLabelText(/^Billets payants/)[0]).toHaveValue('75');
    await userEvent.click(canvas.getByRole('button', { name: 'Enregistrer' }));
    await expect(await canvas.findByText('C’est enregistré.')).toBeVisible();
    await expect(canvas.queryByText(foundAgain)).not.toBeInTheDocument();
    await expect(sessionStorage.getItem(keptKey)).toBeNull();
  },
};

export const FoundAgainGivenUp: Story = {
  ...answer({ 'manual.get': givenTypedShow() }),
  beforeEach: leftUnsaved,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Les abandonner' }));
    await expect(canvas.getByText('Vos saisies retrouvées sont abandonnées.')).toHaveFocus();
    await expect(canvas.getAllByLabelText(/^Billets payants/)[0]).toHaveValue('0');
  },
};

export const KeptWhileTyping: Story = {
  ...answer({ 'manual.get': givenTypedShow() }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const [first] = await canvas.findAllByLabelText(/^Billets payants/);
    await userEvent.click(first!);
    await userEvent.keyboard('75');
    await expect(sessionStorage.getItem(keptKey)).toContain('"paidTickets":"75"');
  },
};

/** The screen alone: `onSave` answers when the story says so. */
const onSave = fn<TypedShowViewProps['onSave']>();
const oneShow = givenTypedShow();
function SavedByHand() {
  return (
    <TypedShowView
      show={oneShow}
      kept={useKeptRows({ userId: viewerId, seriesId })}
      error={null}
      isPending={false}
      status=""
      removed={null}
      onSave={onSave}
      onRemove={() => {}}
      onRestore={() => {}}
      showHref="#spectacle"
      repeatHref="#reprendre"
    />
  );
}

export const TypedWhileSaving: Story = {
  render: () => <SavedByHand />,
  beforeEach: () => void onSave.mockClear(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const [first, second] = canvas.getAllByLabelText(/^Billets payants/);
    await userEvent.click(first!);
    await userEvent.keyboard('75');
    await userEvent.click(canvas.getByRole('button', { name: 'Enregistrer' }));
    await userEvent.click(second!);
    await userEvent.keyboard('60');
    onSave.mock.lastCall?.[1]();
    await expect(await canvas.findByText(/1\sreprésentation modifiée, pas encore enregistrée/)).toBeVisible();
    await expect(second).toHaveValue('60');
  },
};

export const DateAddedWhileSaving: Story = {
  render: () => <SavedByHand />,
  beforeEach: () => void onSave.mockClear(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const add = async (day: string) => {
      await fireEvent.change(canvas.getByLabelText(/^Du/), { target: { value: day } });
      await userEvent.click(canvas.getByRole('button', { name: 'Ajouter ces dates' }));
    };
    await add('2026-07-01');
    await userEvent.click(canvas.getByRole('button', { name: /^Créer 1\sreprésentation/ }));
    await add('2026-07-02');
    onSave.mock.lastCall?.[1]();
    await expect(await canvas.findByText(/1\sdate à créer/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: /^Créer 1\sreprésentation/ }));
    await expect(onSave.mock.lastCall?.[0]).toEqual({
      add: { starts: ['2026-07-02T18:30:00.000Z'], taxRateBp: 550 },
    });
  },
};

/** Dates typed and not «ajoutées» are created too; the button that goes leaves the focus to its heading. */
export const DateTypedOnly: Story = {
  render: () => <SavedByHand />,
  beforeEach: () => void onSave.mockClear(),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByLabelText(/^Du/), '2026-07-01');
    await userEvent.click(canvas.getByRole('button', { name: /^Créer 1\sreprésentation/ }));
    await expect(onSave.mock.lastCall?.[0]).toMatchObject({ add: { starts: ['2026-07-01T18:30:00.000Z'] } });
    onSave.mock.lastCall?.[1]();
    await waitFor(() => expect(canvas.getByRole('heading', { name: 'Ajouter des dates' })).toHaveFocus());
  },
};

export const DatePutBack: Story = {
  ...answer({
    'manual.get': givenTypedShow(),
    'manual.remove': { removalId: seriesId },
    'manual.restore': { seriesId },
  }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: /^Retirer vendredi 5 juin 2026/ }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Annuler' }));
    await expect(await canvas.findByText('C’est remis.')).toHaveFocus();
  },
};

export const RemovalAskedAndGivenUp: Story = {
  ...answer({ 'manual.get': givenTypedShow() }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Supprimer' }));
    const heading = canvas.getByRole('heading', { name: 'Supprimer ce spectacle' });
    await expect(heading).toHaveFocus();
    await userEvent.click(canvas.getByRole('button', { name: 'Garder ce spectacle' }));
    await expect(heading).toHaveFocus();
  },
};

let savedName = '';
export const Renamed: Story = {
  ...answer({
    'manual.get': () => givenTypedShow({ name: savedName }),
    'manual.save': ({ name }) => {
      savedName = name ?? savedName;
      return { version: 2 };
    },
  }),
  beforeEach: () => {
    savedName = 'Le Bal des fous de Bassan';
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const name = await canvas.findByLabelText('Nom');
    await userEvent.clear(name);
    await userEvent.type(name, 'Le Bal des pétrels');
    await userEvent.click(canvas.getByRole('button', { name: 'Renommer' }));
    await expect(await canvas.findByRole('heading', { level: 1, name: 'Le Bal des pétrels' })).toBeVisible();
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Renommer' })).toHaveFocus());
  },
};
