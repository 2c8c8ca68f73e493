import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { expect, userEvent, within } from 'storybook/test';
import { AppError } from '@/domain/errors';
import { givenConnection, givenRun, longTitle } from '@/testing/given-lists';
import { withTrpc, type TrpcAnswers } from '@/testing/trpc-fake';
import { Connections } from './connections';
import { NewConnectionView } from './new-connection-view';

const organizationId = '0198f000-0000-7000-8000-0000000000aa';
const meta = { component: Connections, args: { organizationId }, parameters: { layout: 'fullscreen' } } satisfies Meta<
  typeof Connections
>;
export default meta;

type Story = StoryObj<typeof meta>;

const quiet: TrpcAnswers = { 'ticketing.onProgress': 'loading' };

export const Healthy: Story = { decorators: [withTrpc({ ...quiet, 'ticketing.list': [givenConnection()] })] };
export const NoConnection: Story = { decorators: [withTrpc({ ...quiet, 'ticketing.list': [] })] };
export const Loading: Story = { decorators: [withTrpc({ ...quiet, 'ticketing.list': 'loading' })] };
export const Failed: Story = { decorators: [withTrpc({ ...quiet, 'ticketing.list': new AppError('internal') })] };

const running = givenConnection({ state: 'running', lastSuccessAt: null, seriesCount: 12, run: givenRun() });
export const FirstSynchronization: Story = {
  decorators: [
    withTrpc({
      'ticketing.list': [running],
      'ticketing.onProgress': [running],
    }),
  ],
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByText(/^12\sspectacles\ssur\s40,\s48\sreprésentations,\s5\s214\sbillets…$/),
    ).toBeVisible();
  },
};
export const TypedByHand: Story = {
  decorators: [
    withTrpc({
      ...quiet,
      'ticketing.list': [
        givenConnection({
          system: 'manual',
          label: 'Saisie à la main',
          credentialHint: null,
          nextRunAt: null,
          seriesCount: 3,
          run: null,
        }),
      ],
    }),
  ],
};
export const KeyRefused: Story = {
  decorators: [
    withTrpc({
      ...quiet,
      'ticketing.list': [
        givenConnection({
          state: 'failing',
          lastErrorCode: 'invalid-credentials',
          lastErrorAt: '2026-07-01T03:00:00.000Z',
          run: givenRun({ state: 'failed', errorCode: 'invalid-credentials' }),
        }),
      ],
    }),
  ],
};
export const Long: Story = {
  decorators: [
    withTrpc({
      ...quiet,
      'ticketing.list': [
        givenConnection({
          label: longTitle,
          run: givenRun({
            state: 'succeeded',
            newSeries: 2,
            newPerformances: 14,
            changedFigures: 3,
            gonePerformances: 1,
            warnings: [1, 2, 3].map((index) => ({
              code: 'series-without-date',
              detail: `«\u00a0${longTitle} (${index})\u00a0» n’est pas repris\u00a0: aucune date n’est renseignée.`,
            })),
          }),
        }),
        givenConnection({
          id: '0198f000-0000-7000-8000-0000000000e1',
          state: 'disconnected',
          credentialHint: null,
          nextRunAt: null,
        }),
      ],
    }),
  ],
};
const received = { credentialHint: null, nextRunAt: null, label: '' } as const;
export const WithoutKeys: Story = {
  decorators: [
    withTrpc({
      ...quiet,
      'ticketing.list': [
        givenConnection({
          ...received,
          system: 'file',
          run: givenRun({ state: 'succeeded', trigger: 'file', newSeries: 2, newPerformances: 7 }),
        }),
        givenConnection({ ...received, id: '0198f000-0000-7000-8000-0000000000e2', system: 'manual', run: null }),
        givenConnection({
          ...received,
          id: '0198f000-0000-7000-8000-0000000000e3',
          system: 'push',
          run: givenRun({ state: 'succeeded', trigger: 'push', changedFigures: 4 }),
        }),
      ],
    }),
  ],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(/Dernier fichier importé le/)).toBeVisible();
    await expect(canvas.queryByRole('button', { name: 'Synchroniser maintenant' })).toBeNull();
    await expect(canvas.queryByRole('button', { name: 'Déconnecter' })).toBeNull();
  },
};
export const ReadingTickets: Story = {
  decorators: [
    withTrpc({
      ...quiet,
      'ticketing.list': [
        givenConnection({
          state: 'running',
          run: givenRun({
            seriesTotal: null,
            seriesDone: 0,
            performancesDone: 0,
            ticketsDone: 0,
            ticketsRead: 12_400,
          }),
        }),
      ],
    }),
  ],
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(/^12\s400\sbillets lus…$/)).toBeVisible();
  },
};
export const ChangingKey: Story = {
  decorators: [withTrpc({ ...quiet, 'ticketing.list': [givenConnection()] })],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Changer la clé' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Vérifier et changer la clé' }));
    await expect(canvas.getByRole('heading', { name: '2 champs sont à corriger' })).toBeVisible();
  },
};
export const Disconnecting: Story = {
  decorators: [withTrpc({ ...quiet, 'ticketing.list': [givenConnection()] })],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Déconnecter' }));
    await expect(canvas.getByRole('heading', { name: /Déconnecter Billetweb/ })).toHaveFocus();
  },
};

const newConnection = {
  error: null,
  isPending: false,
  onConnect: () => {},
  connectionsHref: '#billetteries',
  todoHref: '#a-faire',
  newShowHref: '#nouveau',
  newImportHref: '#import',
};
export const Choosing: Story = { render: () => <NewConnectionView {...newConnection} /> };
export const KeysAsked: Story = {
  render: Choosing.render,
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: /^Billetweb/ }));
    await expect(within(canvasElement).getByRole('heading', { name: 'Connecter Billetweb' })).toHaveFocus();
  },
};
export const ByFile: Story = {
  render: Choosing.render,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: /^Une autre/ }));
    await expect(canvas.getByRole('heading', { name: 'Une autre billetterie' })).toHaveFocus();
    await expect(canvas.getByRole('link', { name: 'Importer un fichier' })).toBeVisible();
  },
};
export const ByHand: Story = {
  render: Choosing.render,
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: /^Aucune/ }));
    await expect(within(canvasElement).getByRole('link', { name: 'Ajouter un spectacle' })).toBeVisible();
  },
};
export const WrongKey: Story = {
  render: () => <NewConnectionView {...newConnection} error={{ code: 'invalid-credentials', detail: {} }} />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: /^Billetweb/ }));
    await expect(await canvas.findByText(/Cette clé n’est pas reconnue par Billetweb/)).toBeVisible();
  },
};
export const DomainAsked: Story = {
  render: () => <NewConnectionView {...newConnection} error={{ code: 'invalid-credentials', detail: {} }} />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: /^Supersoniks/ }));
    await expect(canvas.getByRole('textbox', { name: /^Nom de domaine de votre billetterie/ })).toBeVisible();
    await expect(await canvas.findByText(/le pare-feu de votre site bloque nos serveurs/)).toBeVisible();
  },
};
