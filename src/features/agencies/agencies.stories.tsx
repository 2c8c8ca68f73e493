import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { AppError } from '@/domain/errors';
import type { AgenciesImport, AgenciesPage, AgenciesPreview } from '@/server/agencies/agencies.schema';
import { withTrpc } from '@/testing/trpc-fake';
import { AgenciesScreen } from './agencies-screen';

const meta = {
  title: 'Pages/Délégations',
  component: AgenciesScreen,
  args: { organism: 'SACEM', postalCode: '' },
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof AgenciesScreen>;
export default meta;
type Story = StoryObj<typeof meta>;

const agency = (index: number, name = `Délégation n°\u00a0${index}`): AgenciesPage['agencies'][number] => ({
  id: `0198f000-0000-7000-8000-0000000000${String(index).padStart(2, '0')}`,
  name,
  email: `${name.replaceAll(/\W+/g, '-').toLowerCase()}@agences-sacem.test`,
  codes: 240 + index,
});
const page: AgenciesPage = { total: 2, codes: 483, agencies: [agency(1), agency(2)] };
const nobody: AgenciesPage = { total: 0, codes: 0, agencies: [] };
const past: AgenciesImport = {
  id: '0198f000-0000-7000-8000-0000000000e1',
  at: '2026-06-24T08:30:00.000Z',
  by: 'Nolwenn Kerbrat',
  file: 'delegations-2026.xlsx',
  added: 2,
  updated: 1,
  removed: 0,
  forced: false,
};
const preview: AgenciesPreview = {
  refusal: null,
  current: 2,
  added: [{ email: 'quimper@agences-sacem.test', codes: ['29000', '29242'] }],
  updated: [],
  removed: [{ email: 'brest@agences-sacem.test', codes: ['29200'] }],
  lostCodes: 1,
  isSuspicious: false,
  conflicts: [{ code: '29242', emails: ['quimper@agences-sacem.test', 'rennes@agences-sacem.test'] }],
  unreadableRows: [
    { row: 12, reason: 'code' },
    { row: 40, reason: 'email' },
  ],
  repairedRows: [{ row: 3, read: '1400', codes: ['01400'] }],
  fingerprint: 'f',
};
const known = { 'agencies.list': page, 'agencies.history': [past] };

export const Normal: Story = { decorators: [withTrpc(known)] };
export const Empty: Story = { decorators: [withTrpc({ 'agencies.list': nobody, 'agencies.history': [] })] };
export const Loading: Story = { decorators: [withTrpc({ 'agencies.list': 'loading', 'agencies.history': [] })] };
export const Failed: Story = {
  decorators: [withTrpc({ 'agencies.list': new AppError('internal'), 'agencies.history': [] })],
};
export const Found: Story = {
  args: { postalCode: '29242' },
  decorators: [withTrpc({ ...known, 'agencies.list': { ...page, agencies: [agency(1)] } })],
};
export const NotFound: Story = {
  args: { postalCode: '98800' },
  decorators: [withTrpc({ ...known, 'agencies.list': { ...page, agencies: [] } })],
};
export const Long: Story = {
  args: { organism: 'SACD' },
  decorators: [
    withTrpc({
      'agencies.list': {
        total: 60,
        codes: 36_000,
        agencies: Array.from({ length: 60 }, (_, index) =>
          agency(index + 10, `Délégation de la très grande région des Deux-Rives et du Vieux-Pont ${index + 1}`),
        ),
      },
      'agencies.history': Array.from({ length: 50 }, (_, index) => ({
        ...past,
        id: `0198f000-0000-7000-8000-0000000001${String(index).padStart(2, '0')}`,
        file: `${'liste-des-delegations-'.repeat(6)}${index}.csv`,
        forced: index % 2 === 0,
      })),
    }),
  ],
};

async function choose(canvasElement: HTMLElement) {
  const canvas = within(canvasElement);
  const file = new File(['LOCAL,CP,Mail'], 'delegations.csv', { type: 'text/csv' });
  await userEvent.upload(await canvas.findByLabelText(/^Liste de l’organisme/), file);
  const title = await canvas.findByRole('heading', { name: 'Ce que changerait delegations.csv' });
  // The focus moves once the preview is painted.
  await waitFor(() => expect(title).toHaveFocus());
  return canvas;
}

export const Previewed: Story = {
  decorators: [
    withTrpc({ ...known, 'agencies.preview': preview, 'agencies.import': { added: 1, updated: 0, removed: 1 } }),
  ],
  play: async ({ canvasElement }) => {
    const canvas = await choose(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Importer cette liste' }));
    await expect(await canvas.findByText(/La liste est importée/)).toBeVisible();
  },
};

/** More than a fifth would go: said twice. */
export const Suspicious: Story = {
  decorators: [withTrpc({ ...known, 'agencies.preview': { ...preview, isSuspicious: true } })],
  play: async ({ canvasElement }) => {
    const canvas = await choose(canvasElement);
    await expect(canvas.getByRole('button', { name: 'Importer cette liste' })).toBeDisabled();
    await userEvent.click(canvas.getByLabelText(/^Oui, j’ai vérifié/));
    await expect(canvas.getByRole('button', { name: 'Importer cette liste' })).toBeEnabled();
  },
};

export const Refused: Story = {
  decorators: [
    withTrpc({
      ...known,
      'agencies.preview': { ...preview, refusal: 'ce fichier n’a pas les colonnes attendues (LOCAL,CP,Mail)' },
    }),
  ],
  play: async ({ canvasElement }) => {
    await choose(canvasElement);
  },
};

export const SameList: Story = {
  decorators: [withTrpc({ ...known, 'agencies.preview': { ...preview, added: [], removed: [] } })],
  play: async ({ canvasElement }) => {
    await choose(canvasElement);
  },
};

export const ChangedMeanwhile: Story = {
  decorators: [withTrpc({ ...known, 'agencies.preview': preview, 'agencies.import': new AppError('stale-version') })],
  play: async ({ canvasElement }) => {
    const canvas = await choose(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Importer cette liste' }));
    await expect(await canvas.findByText(/ont changé depuis cet aperçu/)).toBeVisible();
  },
};
