import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { AppError } from '@/domain/errors';
import { noAnswers } from '@/domain/ticketing/import/mapping';
import type { ImportView } from '@/server/imports/import-view.schema';
import { givenImport, givenPreviewedSeries, givenReading, givenStoredImport } from '@/testing/given-import';
import { givenRun, longTitle } from '@/testing/given-lists';
import { withTrpc, type TrpcAnswers } from '@/testing/trpc-fake';
import { ImportScreen } from './import-screen';

const organizationId = '0198f000-0000-7000-8000-0000000000aa';
const meta = {
  title: 'Pages/Fichier importé',
  component: ImportScreen,
  parameters: { layout: 'fullscreen' },
  args: { organizationId, importId: givenImport().id },
} satisfies Meta<typeof ImportScreen>;
export default meta;
type Story = StoryObj<typeof meta>;

const given = (file: ImportView, answers: TrpcAnswers = {}): Pick<Story, 'decorators'> => ({
  decorators: [withTrpc({ 'imports.get': file, 'imports.onChange': 'loading', ...answers })],
});

export const Read: Story = given(givenImport());
export const Loading: Story = { decorators: [withTrpc({ 'imports.get': 'loading', 'imports.onChange': 'loading' })] };
export const Erased: Story = {
  decorators: [withTrpc({ 'imports.get': new AppError('not-found'), 'imports.onChange': 'loading' })],
};
const unread = { mapping: null, reading: null };
export const Waiting: Story = given(givenImport({ ...unread, state: 'queued', rowsRead: 0 }));
export const BeingRead: Story = given(givenImport({ ...unread, state: 'reading', rowsRead: 12_400 }));
export const ReadAgain: Story = given(givenImport({ state: 'reading', revision: 2, rowsRead: 80 }));
export const Refused: Story = given(
  givenImport({
    ...unread,
    state: 'refused',
    refusal: 'Ce classeur contient des macros\u00a0: enregistrez-le au format XLSX, sans macro.',
  }),
);
export const Stopped: Story = given(givenImport({ state: 'failed', reading: null }));
export const BeingStored: Story = given(
  givenImport({ state: 'storing', run: givenRun({ trigger: 'file', seriesTotal: 40, seriesDone: 12 }) }),
);
export const Stored: Story = given(givenStoredImport({ newSeries: 1, newPerformances: 2 }));
export const NothingNew: Story = {
  ...given(givenStoredImport()),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(/Ce fichier n’a rien changé/)).toBeVisible();
  },
};
export const NothingUnderstood: Story = given(givenImport({ reading: givenReading({ series: [] }) }));
export const Remembered: Story = given(givenImport({ isRemembered: true, label: 'Billetterie du phare' }));

export const Asking: Story = {
  ...given(
    givenImport({
      reading: givenReading({
        totals: {
          performances: 2,
          paidTickets: 155,
          freeTickets: 8,
          includingTaxesCents: 232_500,
          excludingTaxesCents: null,
        },
        needs: [
          { code: 'tax-rate', detail: 'Le fichier ne dit pas le taux de TVA des billets.' },
          { code: 'series-name', detail: 'Le fichier ne dit pas le nom du spectacle.' },
          { code: 'performance-date', detail: 'Le fichier ne dit pas la date de la représentation.' },
          { code: 'start-time', detail: 'Le fichier ne dit pas l’heure des représentations.' },
          {
            code: 'sheet',
            detail: 'Plusieurs feuilles contiennent des ventes différentes\u00a0: indiquez lesquelles lire.',
          },
        ],
        sheets: [
          { name: 'Ventes', isHidden: false },
          { name: 'Ancien', isHidden: true },
        ],
      }),
    }),
    { 'imports.changeMapping': undefined },
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Enregistrer ces recettes' }));
    await expect(canvas.getByText('Répondez d’abord à ce qui est demandé plus haut.')).toBeVisible();
    await userEvent.selectOptions(canvas.getByLabelText(/^Taux de TVA des billets/), '550');
    await userEvent.type(canvas.getByLabelText(/^Nom du spectacle/), 'La Nuit du phare');
    await userEvent.click(canvas.getByLabelText('Ventes'));
  },
};

export const AnsweredBefore: Story = given(
  givenImport({
    isRemembered: true,
    mapping: {
      ...givenImport().mapping!,
      answers: { ...noAnswers, taxRateBp: 550, startAt: '2026-06-26T18:30:00.000Z' },
    },
  }),
);

export const ColumnChanged: Story = {
  ...given(givenImport()),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByText('Colonnes du fichier'));
    await userEvent.selectOptions(canvas.getByLabelText('Nom'), 'series-name');
    await expect(canvas.getByText(/La colonne «\sSpectacle\s» n’est plus lue/)).toBeVisible();
    await expect(canvas.getByLabelText('Spectacle')).toHaveValue('ignored');
    await userEvent.click(canvas.getByRole('button', { name: 'Enregistrer ces recettes' }));
    await expect(canvas.getByText(/relisez d’abord le fichier/)).toBeVisible();
  },
};

export const ConfirmedElsewhere: Story = {
  ...given(givenImport(), { 'imports.confirm': new AppError('import-under-way') }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Enregistrer ces recettes' }));
    await waitFor(() => expect(canvas.getByText(/en cours d’enregistrement/)).toBeVisible());
  },
};

export const Long: Story = given(
  givenImport({
    name: `${'export-'.repeat(20)}.xlsx`,
    reading: givenReading({
      series: Array.from({ length: 50 }, (_, index) =>
        givenPreviewedSeries({ id: String(index), name: `${longTitle} ${index}` }),
      ),
      seriesCount: 1200,
      unreadableCount: 4210,
      unreadable: Array.from({ length: 100 }, (_, index) => ({
        row: index * 7 + 2,
        reason: 'la date «\u00a031/06/2026\u00a0» n’existe pas',
      })),
      warnings: [`«\u00a0${longTitle}\u00a0» n’est pas repris\u00a0: il n’est pas vendu en euros.`],
    }),
  }),
);
