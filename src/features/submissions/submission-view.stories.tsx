import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { AppError } from '@/domain/errors';
import {
  givenSubmissionRow,
  givenSubmissionView,
  organizationId,
  submissionId,
} from '@/testing/given-declaration-page';
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
    differences: null,
    onKeepChange: () => Promise.resolve(null),
    onCorrect: () => Promise.resolve(null),
    onRetry: () => Promise.resolve('already-being-sent'),
    onResolve: () => Promise.resolve(null),
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

const changed = {
  title: 'Représentation du vendredi 26 juin 2026 à 20 h 30',
  kind: 'changed',
  lines: [
    { label: 'Billets payants', before: '120', after: '118' },
    { label: 'Recettes TTC', before: '1 800,00 €', after: '1 770,00 €' },
  ],
} as const;
const added = {
  title: 'Représentation du samedi 27 juin 2026 à 20 h 30',
  kind: 'added',
  lines: [{ label: 'Billets payants', before: '–', after: '90' }],
} as const;
const toGroups = (groups: readonly (typeof changed | typeof added)[]) =>
  groups.map((group) => ({ ...group, lines: [...group.lines] }));

export const Corrected: Story = {
  args: {
    submission: givenSubmissionView({ number: 2 }),
    differences: {
      previous: { id: submissionId, number: 1, groups: toGroups([changed, added]) },
      today: { groups: toGroups([changed]), fingerprint: '0'.repeat(64), kept: false },
      canCorrect: true,
    },
  },
};
export const ChangeKept: Story = {
  args: {
    differences: {
      previous: null,
      today: { groups: toGroups([added]), fingerprint: '0'.repeat(64), kept: true },
      canCorrect: true,
    },
    onCorrect: () => Promise.resolve('stale-version'),
  },
};
export const SeasonChanged: Story = {
  args: {
    differences: {
      previous: { id: submissionId, number: 1, groups: toGroups(Array.from({ length: 40 }, () => changed)) },
      today: null,
      canCorrect: false,
    },
  },
};

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
