import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { useState } from 'react';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { AppError } from '@/domain/errors';
import { maxDocumentBytes } from '@/domain/documents';
import { organizationId, seriesId } from '@/testing/given-declaration-page';
import { withTrpc } from '@/testing/trpc-fake';
import type { AttachmentList } from '@/server/attachments/attachments.schema';
import { DocumentsView } from './documents-view';
import { ShowDocuments } from './show-documents';
import type { PendingUpload, Uploads } from './use-uploads';

const pixel = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
type Document = AttachmentList['documents'][number];

const contract: Document = {
  id: '018f3a52-0000-7000-8000-0000000000a1',
  type: 'ARTISTIC_CONTRACT',
  name: 'Contrat de cession.pdf',
  contentType: 'application/pdf',
  size: 1_240_000,
  createdBy: 'Nolwenn Cadiou',
  createdAt: '2026-07-02T12:40:00.000Z',
  href: pixel,
  preview: 'image',
};
const programme: Document = {
  ...contract,
  id: '018f3a52-0000-7000-8000-0000000000a2',
  type: 'PERFORMED_WORK_PROGRAM',
  name: `${'Programme des œuvres jouées pendant la tournée '.repeat(4)}(définitif).docx`,
  size: 48_200,
  preview: null,
};
const toList = (values: Partial<AttachmentList> = {}): AttachmentList => ({
  locked: false,
  documents: [contract, programme],
  unfinished: [],
  ...values,
});

const none = () => undefined;
const toUploads = (list: readonly PendingUpload[] = []): Uploads => ({
  list,
  add: none,
  pause: none,
  resume: none,
  dismiss: none,
});
const upload: PendingUpload = {
  key: 1,
  name: 'Affiche.png',
  size: 4_000_000,
  sent: 1_600_000,
  state: 'sending',
  failure: null,
};

const meta: Meta<typeof DocumentsView> = {
  title: 'Parties/Documents du spectacle',
  component: DocumentsView,
  args: {
    list: toList(),
    uploads: toUploads(),
    organisms: ['SACEM', 'SACD'],
    removed: [],
    error: null,
    status: '',
    onChangeType: () => Promise.resolve(),
    onRemove: () => Promise.resolve(),
    onRestore: () => Promise.resolve(),
  },
};
export default meta;
type Story = StoryObj<typeof DocumentsView>;

export const Empty: Story = { args: { list: toList({ documents: [] }) } };

export const Normal: Story = {};

export const Uploading: Story = {
  args: {
    uploads: toUploads([
      upload,
      { ...upload, key: 2, name: 'Contrat.pdf', state: 'paused' },
      { ...upload, key: 3, name: 'Bordereau.xlsx', state: 'cut' },
      { ...upload, key: 4, name: 'Dossier.pdf', state: 'queued', sent: 0 },
    ]),
  },
};

/** One button that changes its label: it keeps the focus. */
export const PausedAndResumed: Story = {
  render: function PausedAndResumed(args) {
    const [state, setState] = useState<PendingUpload['state']>('sending');
    const uploads = {
      ...toUploads([{ ...upload, state }]),
      pause: () => setState('paused'),
      resume: () => setState('sending'),
    };
    return <DocumentsView {...args} uploads={uploads} />;
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /^Mettre en pause/ }));
    const resume = await canvas.findByRole('button', { name: /^Reprendre/ });
    await expect(resume).toHaveFocus();
    await userEvent.click(resume);
    await expect(await canvas.findByRole('button', { name: /^Mettre en pause/ })).toHaveFocus();
  },
};

export const Refused: Story = {
  args: {
    uploads: toUploads([
      { ...upload, name: 'macro.xlsm', state: 'refused', failure: { refusal: 'Ce fichier contient des macros.' } },
      { ...upload, key: 2, state: 'refused', failure: { code: 'declaration-locked' } },
    ]),
  },
};

export const LeftHalfWay: Story = {
  args: {
    list: toList({ unfinished: [{ id: contract.id, name: 'Affiche.png', size: 4_000_000, received: 1_600_000 }] }),
  },
};

export const Removed: Story = { args: { list: toList({ documents: [programme] }), removed: [contract] } };

export const TooHeavy: Story = {
  args: {
    list: toList({
      documents: Array.from({ length: 11 }, (_, index) => ({
        ...contract,
        id: `018f3a52-0000-7000-8000-0000000001${String(index).padStart(2, '0')}`,
        name: `Contrat ${index + 1}.pdf`,
        size: maxDocumentBytes,
      })),
    }),
  },
};

export const Locked: Story = { args: { list: toList({ locked: true }) } };

export const LockedAndEmpty: Story = { args: { list: toList({ locked: true, documents: [] }) } };

export const RefusedChange: Story = { args: { error: 'declaration-locked' } };

const screen = { organizationId, seriesId, organisms: ['SACEM'] as const };

export const Loading: Story = {
  decorators: [withTrpc({ 'attachments.list': 'loading' })],
  render: () => <ShowDocuments {...screen} />,
};

export const Failed: Story = {
  decorators: [withTrpc({ 'attachments.list': new AppError('internal') })],
  render: () => <ShowDocuments {...screen} />,
};

export const WithServer: Story = {
  decorators: [withTrpc({ 'attachments.list': toList() })],
  render: () => <ShowDocuments {...screen} />,
};

/** Two taken off in a row, the second before the first is answered: both can be put back. */
export const TwoRemoved: Story = {
  decorators: [
    withTrpc({
      'attachments.list': toList({ documents: [contract, { ...programme, name: 'Programme.docx' }] }),
      'attachments.remove': undefined,
    }),
  ],
  render: () => <ShowDocuments {...screen} />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const [first, second] = await canvas.findAllByRole('button', { name: /^Retirer/ });
    first?.click();
    second?.click();
    await expect(await canvas.findByRole('button', { name: /^Remettre ce document.*Contrat/ })).toBeVisible();
    await expect(await canvas.findByRole('button', { name: /^Remettre ce document.*Programme/ })).toBeVisible();
  },
};

let answer: () => void = none;

/** A type stays as chosen while the server answers, and is the server’s own again afterwards. */
export const TypeOnItsWay: Story = {
  args: { onChangeType: () => new Promise((resolve) => (answer = resolve)) },
  play: async ({ canvasElement }) => {
    const select = within(canvasElement).getByRole('combobox', { name: `Type de ${contract.name}` });
    await userEvent.selectOptions(select, 'OTHER');
    await expect(select).toHaveValue('OTHER');
    answer();
    await waitFor(() => expect(select).toHaveValue('ARTISTIC_CONTRACT'));
  },
};
