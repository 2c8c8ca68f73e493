import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { expect, userEvent, within } from 'storybook/test';
import type { NewImportViewProps } from './new-import-view';
import { NewImportView } from './new-import-view';

const endless: NewImportViewProps['upload'] = () => new Promise(() => {});

const meta = {
  title: 'Pages/Importer un fichier',
  component: NewImportView,
  parameters: { layout: 'fullscreen' },
  args: {
    upload: endless,
    onUploaded: () => {},
    newConnectionHref: '#nouvelle',
  },
} satisfies Meta<typeof NewImportView>;
export default meta;
type Story = StoryObj<typeof meta>;

const sales = () => new File(['Spectacle;Date'], 'ventes.csv', { type: 'text/csv' });

export const Empty: Story = {};

export const Sending: Story = {
  args: {
    upload: (_file, onProgress) => {
      onProgress(0.42);
      return new Promise(() => {});
    },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.upload(canvas.getByLabelText(/^Déposez le fichier ici/), sales());
    await expect(await canvas.findByText(/Envoi du fichier… 42\s%/)).toBeVisible();
  },
};

export const Refused: Story = {
  args: {
    upload: () =>
      Promise.resolve({ ok: false, refusal: 'Ce fichier dépasse 30 Mo\u00a0: exportez une période plus courte.' }),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.upload(canvas.getByLabelText(/^Déposez le fichier ici/), sales());
    await expect(await canvas.findByText(/dépasse 30 Mo/)).toBeVisible();
  },
};

export const Offline: Story = {
  args: { upload: () => Promise.resolve({ ok: false, code: 'offline' }) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.upload(canvas.getByLabelText(/^Déposez le fichier ici/), sales());
    await expect(await canvas.findByText('Le service ne répond pas')).toBeVisible();
  },
};

export const EmptyFile: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.upload(canvas.getByLabelText(/^Déposez le fichier ici/), new File([], 'ventes.csv'));
    await expect(canvas.getByText(/Ce fichier est vide/)).toBeVisible();
  },
};
