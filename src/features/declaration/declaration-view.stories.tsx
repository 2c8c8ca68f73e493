import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { useState } from 'react';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { AppError } from '@/domain/errors';
import {
  college,
  givenDeclarationPage,
  givenDeclarationView,
  givenManyEvenings,
  givenTwoEvenings,
  organizationId,
  seriesId,
  submissionId,
} from '@/testing/given-declaration-page';
import { givenDraft, givenDraftPerformance } from '@/testing/given-draft';
import { givenPair } from '@/testing/given-declaration';
import { withTrpc } from '@/testing/trpc-fake';
import type { DeclarationPage } from '@/server/declarations/get-declaration.schema';
import { DeclarationScreen } from './declaration-screen';
import { DeclarationView, type DeclarationViewProps } from './declaration-view';
import type { Directories } from './directories';
import { listDraftIssues } from './list-draft-issues';
import { DraftStore } from './store/draft-store';
import { writeField } from './store/field-path';

const listIssues = listDraftIssues(new Date('2026-07-06T08:00:00.000Z'));

const directories: Directories = {
  searchCompanies: () =>
    Promise.resolve({
      available: true,
      proposals: [
        {
          label: 'Compagnie du Ponant',
          detail: 'SIREN 812345678, Brest',
          value: { name: 'Compagnie du Ponant', siren: '812345678' },
        },
      ],
    }),
  searchAddresses: () => Promise.resolve({ available: false, proposals: [] }),
};

type ShownProps = {
  readonly page: DeclarationPage;
  readonly prepare?: (store: DraftStore) => void;
  readonly onChooseOrganisms?: DeclarationViewProps['onChooseOrganisms'];
};

function Shown({ page, prepare, onChooseOrganisms = () => Promise.resolve(null) }: ShownProps) {
  const [store] = useState(() => {
    const created = new DraftStore(page, 'Nolwenn Cadiou');
    prepare?.(created);
    return created;
  });
  return (
    <DeclarationView
      page={page}
      store={store}
      listIssues={listIssues}
      directories={directories}
      onChooseOrganisms={onChooseOrganisms}
      transmitHref="#transmettre"
      submissionHref={(id) => `#${id}`}
      connectionsHref="#billetteries"
      typedShowHref={page.system === 'manual' ? '#representations' : null}
      documents={<p>Aucun document n’a été joint.</p>}
      notice={null}
      recordHref="#fiche"
      repeatHref="#reprendre"
    />
  );
}

const meta: Meta<typeof Shown> = { title: 'Pages/Spectacle', component: Shown, parameters: { layout: 'fullscreen' } };
export default meta;
type Story = StoryObj<typeof Shown>;

export const Normal: Story = { args: { page: givenDeclarationPage() } };

/** From «Vérifier et transmettre», to a field that is in the closed details of one performance. */
export const LedToDetails: Story = {
  args: { page: givenDeclarationPage() },
  beforeEach: () => {
    window.location.hash = 'performances.rep-2.capacity';
    return () => window.history.replaceState(null, '', window.location.pathname + window.location.search);
  },
  play: async ({ canvasElement }) => {
    const field = await within(canvasElement).findByLabelText(/^Jauge de cette représentation/);
    await waitFor(() => expect(field).toHaveFocus());
  },
};

export const TypedByHand: Story = {
  args: { page: givenDeclarationPage({ system: 'manual', connectionLabel: 'Saisie à la main' }) },
};

/** A tax asks what it depends on, and nothing more. */
export const Tax: Story = {
  args: {
    page: givenDeclarationPage({
      declarations: [givenDeclarationView({ organism: 'ASTP' })],
      draft: givenTwoEvenings({ series: { audience: 'SCHOOL' } }),
    }),
    prepare: (store) => store.edit('organization.isSubsidised', true),
  },
};

export const Corrected: Story = {
  args: {
    page: givenDeclarationPage(),
    prepare: (store) => {
      store.edit('performances.rep-1.corrected.amounts', givenPair(172038, 181500));
      store.edit('performances.rep-2.corrected.paidTickets', 118);
      store.reject('performances.rep-2.corrected.amounts', {
        code: 'including-below-excluding',
        texts: { excluding: '1706,16', including: '18' },
      });
    },
  },
};

/** The button goes: the focus is in the input that it acted on. */
export const Restored: Story = {
  args: { ...Corrected.args },
  play: async ({ canvas, canvasElement }) => {
    const { ownerDocument } = canvasElement;
    await userEvent.click(await canvas.findByRole('button', { name: 'Rétablir' }));
    await waitFor(() => expect(canvas.queryByRole('button', { name: 'Rétablir' })).toBeNull());
    await expect(ownerDocument.activeElement).toHaveAttribute('data-column', 'paidTickets');
    const [first] = canvas.getAllByRole('button', { name: 'Rétablir HT et TTC' });
    if (first) await userEvent.click(first);
    await expect(ownerDocument.activeElement).toHaveAttribute('data-column', 'including');
  },
};

/** The last undo keeps the focus, and does nothing more. */
export const Undone: Story = {
  args: { page: givenDeclarationPage(), prepare: (store) => store.edit('series.capacity', 190) },
  play: async ({ canvas }) => {
    const undo = await canvas.findByRole('button', { name: 'Annuler la dernière modification' });
    await waitFor(() => expect(undo).toHaveAttribute('aria-disabled', 'false'));
    await userEvent.click(undo);
    await waitFor(() => expect(undo).toHaveAttribute('aria-disabled', 'true'));
    await expect(undo).toHaveFocus();
  },
};

export const NoOrganismChosen: Story = { args: { page: givenDeclarationPage({ declarations: [] }) } };

/** While the choice is saved, the box keeps the focus and the others wait. */
export const ChoosingAnOrganism: Story = {
  args: {
    page: givenDeclarationPage({ declarations: [] }),
    onChooseOrganisms: () => new Promise<null>(() => undefined),
  },
  play: async ({ canvas }) => {
    const chosen = await canvas.findByRole('checkbox', { name: /^SACEM/ });
    const other = canvas.getByRole('checkbox', { name: /^SACD/ });
    await userEvent.click(chosen);
    await expect(chosen).toBeChecked();
    await expect(chosen).toHaveAttribute('aria-disabled', 'true');
    await expect(chosen).toHaveFocus();
    await userEvent.click(other);
    await expect(other).not.toBeChecked();
  },
};

export const Incomplete: Story = {
  args: {
    page: givenDeclarationPage({
      draft: givenTwoEvenings({
        series: {
          genre: null,
          producer: null,
          venue: null,
          capacity: null,
          expenses: { total: null, approach: null, circus: null },
        },
      }),
    }),
  },
};

export const WithoutPerformance: Story = {
  args: { page: givenDeclarationPage({ draft: givenDraft({ performances: [] }) }) },
};

export const GoneFromTicketing: Story = {
  args: {
    page: givenDeclarationPage({
      draft: givenDraft({
        performances: [givenDraftPerformance({ gone: true }), givenDraftPerformance({ id: 'rep-2' })],
      }),
    }),
  },
};

export const GoneWithCorrections: Story = {
  args: {
    page: givenDeclarationPage({
      draft: givenDraft({
        performances: [
          givenDraftPerformance({
            gone: true,
            corrected: { amounts: null, taxRateBp: null, paidTickets: 119, freeTickets: null },
            correction: { by: 'Camille Riou', at: '2026-07-01T09:00:00.000Z' },
          }),
          givenDraftPerformance({ id: 'rep-2' }),
        ],
      }),
    }),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const panel = within(
      await canvas.findByRole('region', { name: '1\u00a0représentation n’est plus dans la billetterie' }),
    );
    await userEvent.click(panel.getByRole('button', { name: 'Laisser de côté' }));
    await expect(canvas.queryByRole('heading', { name: /plus dans la billetterie/ })).toBeNull();
    await expect(await canvas.findByText(/laissée de côté$/)).toBeVisible();
    await expect(canvasElement.ownerDocument.activeElement).toHaveAttribute('id', 'performances.rep-1.dates');
  },
};

export const AllGone: Story = {
  args: {
    page: givenDeclarationPage({
      draft: givenDraft({
        performances: [
          givenDraftPerformance({ gone: true, absence: { kept: false } }),
          givenDraftPerformance({ id: 'rep-2', gone: true, absence: { kept: false } }),
        ],
      }),
    }),
  },
};

export const SomebodyElse: Story = {
  args: {
    page: givenDeclarationPage(),
    prepare: (store) => {
      store.edit('series.capacity', 190);
      const theirs = writeField(writeField(givenTwoEvenings(), 'series.capacity', 200), 'series.venue', college);
      store.rebase({ version: 4, savedAt: '2026-07-02T12:33:00.000Z', draft: theirs }, 'Camille Riou');
    },
  },
};

/** What was seen goes, then the only conflict: the focus follows, to what is asked next and to the field. */
export const SomebodyElseSeen: Story = {
  args: { ...SomebodyElse.args },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'J’ai vu' }));
    await expect(canvas.getByRole('heading', { name: 'Choisissez la valeur à garder' })).toHaveFocus();
    await userEvent.click(canvas.getByRole('button', { name: 'Prendre l’autre' }));
    await expect(canvas.getByLabelText(/^Jauge de la salle/)).toHaveFocus();
  },
};

export const Offline: Story = {
  args: {
    page: givenDeclarationPage(),
    prepare: (store) => {
      store.edit('series.capacity', 190);
      store.setStatus({ kind: 'offline', isKept: true });
    },
  },
};

/** The browser refuses to keep anything: the page does not promise it. */
export const OfflineNotKept: Story = {
  args: {
    page: givenDeclarationPage(),
    prepare: (store) => {
      store.edit('series.capacity', 190);
      store.setStatus({ kind: 'offline', isKept: false });
    },
  },
};

const refused = {
  id: submissionId,
  number: 1,
  createdAt: '2026-07-02T12:40:00.000Z',
  message: 'Le numéro de licence du producteur est inconnu.',
  errorCode: 'sacd-refused',
};

export const Refused: Story = {
  args: {
    page: givenDeclarationPage({
      declarations: [givenDeclarationView({ organism: 'SACD', state: 'refused', submission: refused })],
    }),
  },
};

export const Locked: Story = {
  args: {
    page: givenDeclarationPage({
      locked: true,
      declarations: [
        givenDeclarationView({
          state: 'sent',
          locked: true,
          submission: { ...refused, message: null, errorCode: null },
        }),
        givenDeclarationView({
          organism: 'SACD',
          state: 'unknown',
          locked: true,
          submission: { ...refused, message: null, errorCode: 'outcome-unknown' },
        }),
      ],
    }),
  },
};

export const Long: Story = {
  args: { page: givenDeclarationPage({ draft: givenDraft({ performances: givenManyEvenings(200) }) }) },
};

const screen = {
  organizationId,
  seriesId,
  viewer: { id: 'user-1', name: 'Nolwenn Cadiou' },
  now: '2026-07-06T08:00:00.000Z',
};

export const Loading: Story = {
  decorators: [withTrpc({ 'declarations.get': 'loading' })],
  render: () => <DeclarationScreen {...screen} />,
};

export const Failed: Story = {
  decorators: [withTrpc({ 'declarations.get': new AppError('internal') })],
  render: () => <DeclarationScreen {...screen} />,
};

export const WithServer: Story = {
  decorators: [
    withTrpc({
      'declarations.get': givenDeclarationPage(),
      'declarations.onChange': 'loading',
      'attachments.list': { locked: false, documents: [], unfinished: [] },
      'declarations.save': { version: 4, savedAt: '2026-07-02T12:33:00.000Z' },
    }),
  ],
  render: () => <DeclarationScreen {...screen} />,
};
