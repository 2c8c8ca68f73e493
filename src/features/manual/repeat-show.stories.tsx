import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { AppError } from '@/domain/errors';
import { pickRepeatedAnswers } from '@/domain/declaration/repeated-answers';
import type { RepeatProposal } from '@/server/manual/repeat-show.schema';
import { givenDraft } from '@/testing/given-draft';
import { longTitle } from '@/testing/given-lists';
import { withTrpc } from '@/testing/trpc-fake';
import { RepeatShow } from './repeat-show';
import { RepeatShowView } from './repeat-show-view';

const { series } = givenDraft({ series: { author: 'Yann Kerdraon', artists: 'Jeanne Le Bris' } });
const proposal: RepeatProposal = {
  name: series.name,
  answers: pickRepeatedAnswers(series),
  organisms: ['SACEM', 'SACD'],
  expenses: series.expenses,
  starts: ['2025-10-24T18:30:00.000Z', '2025-10-25T18:30:00.000Z'],
};
const nothing: RepeatProposal = {
  name: series.name,
  answers: {
    genre: null,
    audience: 'ALL',
    producer: null,
    venue: null,
    capacity: null,
    taxRateBp: null,
    artists: null,
    author: null,
    director: null,
  },
  organisms: [],
  expenses: { total: null, approach: null, circus: null },
  starts: [],
};

const meta = {
  title: 'Pages/Reprendre un spectacle',
  component: RepeatShowView,
  parameters: { layout: 'fullscreen' },
  args: {
    proposal,
    error: null,
    isPending: false,
    onRepeat: fn(),
    showHref: '#spectacle',
    connectionsHref: '#billetteries',
  },
} satisfies Meta<typeof RepeatShowView>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Normal: Story = {};
/** Of a show of which nobody answered anything, and that has no date. */
export const Empty: Story = { args: { proposal: nothing } };
export const Creating: Story = { args: { isPending: true } };
export const Failed: Story = { args: { error: { code: 'internal', detail: {} } } };
export const Long: Story = {
  args: { proposal: { ...proposal, name: longTitle, answers: { ...proposal.answers, author: longTitle } } },
};

/** The dates of the past season come one year on, and each can be left out before anything is made. */
export const MovedDates: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: /^Proposer les dates/ }));
    const [first] = canvas.getAllByRole('button', { name: /^Enlever vendredi/ });
    if (!first) throw new Error('a date is proposed');
    await userEvent.click(first);
    await userEvent.click(canvas.getByLabelText(/^Reprendre aussi les dépenses/));
    await userEvent.click(canvas.getByRole('button', { name: /^Créer le spectacle et 1\srepr/ }));
    await expect(args.onRepeat).toHaveBeenCalledWith({
      name: series.name,
      withExpenses: true,
      starts: [expect.stringMatching(/T1[89]:30:00\.000Z$/)],
    });
  },
};

/** Proposed after a date was added by hand: it stays, and pressing twice proposes nothing twice. */
export const ProposedBesideOthers: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByLabelText(/^Du/), '2026-06-05');
    await userEvent.click(canvas.getByRole('button', { name: 'Ajouter ces dates' }));
    await userEvent.click(canvas.getByRole('button', { name: /^Proposer les dates/ }));
    await expect(canvas.getByText(/3\sdates à créer/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: /^Proposer les dates/ }));
    await expect(canvas.getByText('Ces dates sont déjà là, plus bas.')).toBeVisible();
    await expect(canvas.getByText(/3\sdates à créer/)).toBeVisible();
  },
};

export const TypedOnly: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByLabelText(/^Du/), '2026-06-05');
    await userEvent.click(canvas.getByRole('button', { name: /^Créer le spectacle et 1\srepr/ }));
    await expect(args.onRepeat).toHaveBeenCalledWith(expect.objectContaining({ starts: ['2026-06-05T18:30:00.000Z'] }));
  },
};

export const NoName: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.clear(canvas.getByLabelText(/^Nom du spectacle/));
    await userEvent.click(canvas.getByRole('button', { name: 'Créer le spectacle' }));
    await expect(canvas.getByRole('heading', { name: /à corriger/ })).toBeVisible();
    await expect(args.onRepeat).not.toHaveBeenCalled();
  },
};

const screen = {
  organizationId: '0198f000-0000-7000-8000-0000000000aa',
  seriesId: '0198f000-0000-7000-8000-000000000003',
};
export const Loading: Story = {
  render: () => <RepeatShow {...screen} />,
  decorators: [withTrpc({ 'manual.proposeRepeat': 'loading' })],
};
export const NotFound: Story = {
  render: () => <RepeatShow {...screen} />,
  decorators: [withTrpc({ 'manual.proposeRepeat': new AppError('not-found') })],
};
