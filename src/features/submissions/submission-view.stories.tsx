import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { useState } from 'react';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { AppError } from '@/domain/errors';
import { organizationId, submissionId } from '@/testing/given-declaration-page';
import { givenSelfSentView, givenSubmissionRow, givenSubmissionView } from '@/testing/given-submission';
import { withTrpc } from '@/testing/trpc-fake';
import { SubmissionScreen } from './submission-screen';
import { SubmissionView } from './submission-view';

const meta: Meta<typeof SubmissionView> = {
  title: 'Pages/Envoi',
  component: SubmissionView,
  parameters: { layout: 'fullscreen' },
  args: {
    submission: givenSubmissionView(),
    others: [givenSubmissionRow()],
    showHref: '#spectacle',
    listHref: '#envois',
    submissionHref: (id) => `#${id}`,
    onRetry: () => Promise.resolve('already-being-sent'),
    onRetryDocuments: () => Promise.resolve('stale-version'),
    onResolve: () => Promise.resolve(null),
    onAnswer: () => Promise.resolve('stale-version'),
  },
};
export default meta;
type Story = StoryObj<typeof SubmissionView>;

const [declare, receipt] = givenSubmissionView().steps;
const waiting = { state: 'waiting', attempts: 0, sendingAt: null, finishedAt: null } as const;
const steps = (first: Partial<NonNullable<typeof declare>>, second: Partial<NonNullable<typeof receipt>> = waiting) => [
  ...(declare ? [{ ...declare, ...first }] : []),
  ...(receipt ? [{ ...receipt, ...second }] : []),
];

export const Accepted: Story = {};

export const SentToSacem: Story = {
  args: {
    submission: givenSubmissionView({
      organism: 'SACEM',
      state: 'sent',
      recipient: 'brest@agences-sacem.test',
      agencyName: 'Délégation de Brest',
      answers: [],
      steps: steps({ kind: 'sacem-mail' }, {}),
      documents: givenSubmissionView().documents.map((document) => ({
        ...document,
        filename: 'Déclaration SACEM - la-nuit-des-gardiens.pdf',
        contentType: 'application/pdf',
        sizeBytes: 48_120,
      })),
    }),
  },
};

/** Entered by the person on the site of the CNM; its answer is awaited. */
export const SelfSent: Story = { args: { submission: givenSelfSentView() } };

const answered = { by: 'Nolwenn Cadiou', at: '2026-08-02T08:00:00.000Z', note: '' };

export const SelfSentAccepted: Story = {
  args: {
    submission: givenSelfSentView({
      state: 'accepted',
      finishedAt: answered.at,
      resolution: { ...answered, outcome: 'accepted' },
      answers: [
        { performanceId: null, startAt: null, status: 'ok', number: 'AV-2026-118', field: null, message: null },
      ],
    }),
  },
};

export const SelfSentRefused: Story = {
  args: {
    submission: givenSelfSentView({
      organism: 'ASTP',
      recipient: 'Espace de déclaration de l’ASTP, par vous',
      state: 'refused',
      finishedAt: answered.at,
      message: 'La jauge n’est pas la bonne.',
      resolution: { ...answered, outcome: 'refused' },
    }),
  },
};

/** A refusal without its reason, then an answer that the server could not take. */
export const SelfSentAnswering: Story = {
  args: { submission: givenSelfSentView() },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Le CNM l’a refusée' }));
    await canvas.findByText('Indiquez ce qui a été refusé.');
    await userEvent.type(canvas.getByRole('textbox', { name: /numéro de l’avis/ }), 'AV-2026-118');
    await userEvent.click(canvas.getByRole('button', { name: 'Le CNM l’a acceptée' }));
    await canvas.findByText('Quelqu’un a modifié cette déclaration en même temps que vous');
  },
};

const toDocumentsStep = (values: Partial<NonNullable<typeof receipt>>) => [
  ...(declare ? [declare] : []),
  ...(receipt
    ? [{ ...receipt, kind: 'sacd-documents-mail' as const, mail: { number: 1, count: 2 }, ...values }, receipt]
    : []),
];
const withDocuments = { documentsRecipient: 'bretagne@delegation-sacd.test', agencyName: 'Délégation de Bretagne' };

export const WithDocuments: Story = {
  args: {
    submission: givenSubmissionView({
      ...withDocuments,
      steps: toDocumentsStep({}),
      documents: givenSubmissionView().documents.flatMap((document) => [
        document,
        {
          ...document,
          id: submissionId,
          kind: 'attachment',
          filename: 'Contrat.docx',
          contentType: 'application/msword',
        },
      ]),
    }),
  },
};

export const DocumentsFailed: Story = {
  args: {
    submission: givenSubmissionView({
      ...withDocuments,
      steps: toDocumentsStep({ state: 'failed', errorCode: 'mail-refused' }),
    }),
  },
};

export const DocumentsUnknown: Story = {
  args: {
    submission: givenSubmissionView({ ...withDocuments, steps: toDocumentsStep({ state: 'unknown' }) }),
  },
};

/** The delegation’s server took the mail, then gave it back: the panel is open. */
export const SentThenComeBack: Story = {
  args: { ...SentToSacem.args, onResolve: () => Promise.resolve('stale-version') },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByText('Le courriel est revenu'));
    await userEvent.type(canvas.getByLabelText(/Ce que dit l’avis/), 'Adresse inconnue');
    await userEvent.click(canvas.getByRole('button', { name: 'Rouvrir la déclaration' }));
  },
};

export const Sending: Story = {
  args: {
    others: [],
    submission: givenSubmissionView({
      state: 'sending',
      finishedAt: null,
      answers: [],
      documents: [],
      steps: steps({ state: 'running', finishedAt: null }),
    }),
  },
};

export const TriedAgainLater: Story = {
  args: {
    submission: givenSubmissionView({
      state: 'sending',
      finishedAt: null,
      answers: [],
      steps: steps({
        ...waiting,
        attempts: 2,
        errorCode: 'sacd-unavailable',
        nextAttemptAt: '2026-07-02T12:55:00.000Z',
      }),
    }),
  },
};

export const Refused: Story = {
  args: {
    submission: givenSubmissionView({
      state: 'refused',
      message: 'Une représentation est refusée.',
      errorCode: 'sacd-refused',
      answers: [
        {
          performanceId: 'rep-1',
          startAt: '2026-06-26T18:30:00.000Z',
          status: 'refused',
          number: null,
          field: 'Nombre de billets',
          message: 'Le nombre de billets dépasse la jauge de la salle.',
        },
        {
          performanceId: 'rep-2',
          startAt: '2026-06-27T18:30:00.000Z',
          status: 'warning',
          number: '778900',
          field: null,
          message: 'Prix moyen inhabituel.',
        },
      ],
      steps: steps({ state: 'refused' }),
    }),
  },
};

export const FailedToSend: Story = {
  args: {
    submission: givenSubmissionView({
      state: 'failed',
      errorCode: 'sacd-unknown-declarant',
      answers: [],
      steps: steps({ state: 'failed', errorCode: 'sacd-unknown-declarant' }),
    }),
  },
};

export const Unknown: Story = {
  args: {
    submission: givenSubmissionView({
      state: 'unknown',
      errorCode: 'outcome-unknown',
      finishedAt: null,
      answers: [],
      steps: steps({ state: 'unknown', finishedAt: null, errorCode: 'outcome-unknown' }),
    }),
  },
};

/** The person's word closes the form: the focus goes to the outcome. */
export const Resolving: Story = {
  args: { ...Unknown.args },
  render: function Resolving(args) {
    const [submission, setSubmission] = useState(args.submission);
    const resolve = () => {
      setSubmission(givenSubmissionView({ answers: [] }));
      return Promise.resolve(null);
    };
    return <SubmissionView {...args} submission={submission} onResolve={resolve} />;
  },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /l’a reçue$/ }));
    await waitFor(() => expect(canvasElement.querySelector('h2')).toHaveFocus());
    await expect(canvas.queryByRole('button', { name: /l’a reçue$/ })).toBeNull();
  },
};

const agencyStep = (id: number, recipient: string, values: Partial<NonNullable<typeof declare>> = {}) =>
  declare
    ? [
        {
          ...declare,
          id: `7d0f9e54-9a3d-4a53-8f0e-0a5d6c1b2e4${id}`,
          kind: 'sacem-mail' as const,
          recipient,
          agencyName: `Délégation n°\u00a0${id}`,
          ...values,
        },
      ]
    : [];
const secondMail = { kind: 'sacem-documents-mail' as const, mail: { number: 2, count: 2 } };
const tour = (first: Partial<NonNullable<typeof declare>>, second: Partial<NonNullable<typeof declare>>) => ({
  organism: 'SACEM' as const,
  recipient: 'brest@agences-sacem.test, rennes@agences-sacem.test',
  answers: [],
  steps: [...agencyStep(1, 'brest@agences-sacem.test', first), ...agencyStep(2, 'rennes@agences-sacem.test', second)],
});

export const SentToSeveralAgencies: Story = {
  args: { submission: givenSubmissionView({ ...tour({}, {}), state: 'sent' }) },
};

export const ReachedOneAgencyOnly: Story = {
  args: {
    submission: givenSubmissionView({
      ...tour({}, { state: 'failed', errorCode: 'mail-refused' }),
      state: 'failed',
      errorCode: 'mail-refused',
    }),
  },
};

/** Each agency has its documents in a mail after its statement. */
export const DocumentsToSeveralAgencies: Story = {
  args: {
    submission: givenSubmissionView({
      ...tour({}, {}),
      state: 'sent',
      documentsRecipient: 'brest@agences-sacem.test, rennes@agences-sacem.test',
      steps: [
        ...tour({}, {}).steps,
        ...agencyStep(3, 'brest@agences-sacem.test', secondMail),
        ...agencyStep(4, 'rennes@agences-sacem.test', { ...secondMail, state: 'failed', errorCode: 'mail-refused' }),
      ],
    }),
  },
};

export const SeveralUnknown: Story = {
  args: {
    submission: givenSubmissionView({
      ...tour({ state: 'unknown', finishedAt: null }, { state: 'unknown', finishedAt: null }),
      state: 'unknown',
      errorCode: 'outcome-unknown',
    }),
  },
};

export const Settled: Story = {
  args: {
    submission: givenSubmissionView({
      answers: [],
      resolution: {
        by: 'Camille Riou',
        at: '2026-07-03T09:00:00.000Z',
        outcome: 'received',
        note: 'Vu avec la SACD au téléphone.',
      },
    }),
  },
};

export const Long: Story = {
  args: {
    submission: givenSubmissionView({
      seriesName:
        'La très longue et très véridique histoire des gardiens de phare, de leurs lampes et de leurs tempêtes',
      answers: Array.from({ length: 200 }, (_, day) => ({
        performanceId: `rep-${day}`,
        startAt: new Date(Date.parse('2026-01-05T19:30:00.000Z') + day * 86_400_000).toISOString(),
        status: 'ok' as const,
        number: String(778899 + day),
        field: null,
        message: null,
      })),
    }),
  },
};

export const Loading: Story = {
  decorators: [withTrpc({ 'submissions.get': 'loading', 'submissions.onChange': 'loading' })],
  render: () => <SubmissionScreen organizationId={organizationId} submissionId={submissionId} />,
};

export const Failed: Story = {
  decorators: [withTrpc({ 'submissions.get': new AppError('internal'), 'submissions.onChange': 'loading' })],
  render: () => <SubmissionScreen organizationId={organizationId} submissionId={submissionId} />,
};
