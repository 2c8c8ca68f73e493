import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { expect } from 'storybook/test';
import { AppError } from '@/domain/errors';
import { givenConnection, givenRun, givenTodo, givenTodoItem, longTitle } from '@/testing/given-lists';
import { givenQuarterRow } from '@/testing/given-quarter';
import { withTrpc, type TrpcAnswers } from '@/testing/trpc-fake';
import { routes } from '@/features/routes';
import { Accessibility } from './accessibility';
import { Home } from './home';
import { Landing } from './landing';
import { LegalNotice } from './legal-notice';
import { Privacy } from './privacy';
import { TermsOfUse } from './terms-of-use';

const organizationId = '0198f000-0000-7000-8000-0000000000aa';
const meta = { component: Home, args: { organizationId }, parameters: { layout: 'fullscreen' } } satisfies Meta<
  typeof Home
>;
export default meta;

type Story = StoryObj<typeof meta>;

const submission = {
  id: '0198f000-0000-7000-8000-0000000000bb',
  seriesId: '0198f000-0000-7000-8000-000000000003',
  seriesName: 'Cyrano de Bergerac',
  organism: 'SACEM',
  number: 1,
  state: 'sent',
  recipient: 'Délégation de Brest',
  authorName: 'Nolwenn Cadiou',
  createdAt: '2026-06-20T09:12:00.000Z',
} as const;

const usual: TrpcAnswers = {
  'series.todo': givenTodo({
    late: { quarters: [], items: [givenTodoItem({ organism: 'SACEM', dueAt: '2026-06-30T21:59:59.999Z' })], more: 0 },
    thisWeek: {
      quarters: [givenQuarterRow()],
      items: [
        givenTodoItem({ missing: [] }),
        givenTodoItem({ seriesId: '0198f000-0000-7000-8000-0000000000c1', organism: null, state: null, missing: [] }),
      ],
      more: 0,
    },
    later: {
      quarters: [],
      items: [
        givenTodoItem({
          seriesId: '0198f000-0000-7000-8000-0000000000c2',
          state: 'refused',
          submissionId: submission.id,
          missing: [{ field: 'series.venue', code: 'no-agency' }],
        }),
        givenTodoItem({
          seriesId: '0198f000-0000-7000-8000-0000000000c3',
          state: 'unknown',
          submissionId: submission.id,
          missing: [],
        }),
      ],
      more: 12,
    },
  }),
  'ticketing.list': [givenConnection()],
  'ticketing.onProgress': 'loading',
  'submissions.list': { rows: [submission], total: 1, page: 1, pageCount: 1 },
};
const nothingSent: TrpcAnswers = { 'submissions.list': { rows: [], total: 0, page: 1, pageCount: 1 } };

export const Normal: Story = {
  decorators: [withTrpc(usual)],
  play: async ({ canvas }) => {
    const target = routes.submission(organizationId, submission.id);
    for (const name of [/^Voir le refus/, /^Vérifier l’envoi/]) {
      await expect(await canvas.findByRole('link', { name })).toHaveAttribute('href', target);
    }
  },
};
export const NothingDue: Story = {
  decorators: [
    withTrpc({
      ...usual,
      'series.todo': givenTodo({
        next: {
          seriesId: submission.seriesId,
          seriesName: 'Le Songe d’une nuit d’été',
          endsAt: '2026-09-12T18:30:00.000Z',
        },
      }),
    }),
  ],
};
export const FirstDay: Story = {
  decorators: [withTrpc({ ...usual, ...nothingSent, 'series.todo': givenTodo(), 'ticketing.list': [] })],
};
export const FirstSynchronization: Story = {
  decorators: [
    withTrpc({
      ...usual,
      ...nothingSent,
      'series.todo': givenTodo(),
      'ticketing.list': [givenConnection({ state: 'running', lastSuccessAt: null, run: givenRun() })],
    }),
  ],
};
export const Long: Story = {
  decorators: [
    withTrpc({
      ...usual,
      'series.todo': givenTodo({
        late: {
          quarters: [givenQuarterRow({ period: '2025-T4', state: 'refused' })],
          items: Array.from({ length: 50 }, (_, index) =>
            givenTodoItem({
              seriesId: `0198f000-0000-7000-8000-0000000001${String(index).padStart(2, '0')}`,
              seriesName: longTitle,
            }),
          ),
          more: 150,
        },
      }),
    }),
  ],
};
const reopened = {
  seriesId: '0198f000-0000-7000-8000-0000000000c4',
  seriesName: 'Cyrano de Bergerac',
  organism: 'SACEM',
  submissionId: submission.id,
  submittedAt: submission.createdAt,
  correctedBy: null,
} as const;
export const DeclaredAndChanged: Story = {
  decorators: [
    withTrpc({
      ...usual,
      'series.todo': givenTodo({
        received: {
          items: [
            reopened,
            { ...reopened, organism: 'SACD', correctedBy: 'Nolwenn Cadiou' },
            { ...reopened, seriesId: '0198f000-0000-7000-8000-0000000000c5', seriesName: longTitle },
          ],
          more: 3,
        },
      }),
    }),
  ],
};
export const Loading: Story = { decorators: [withTrpc({ ...usual, 'series.todo': 'loading' })] };
export const Failed: Story = { decorators: [withTrpc({ ...usual, 'series.todo': new AppError('internal') })] };

export const FirstPage: Story = { render: () => <Landing /> };
export const Terms: Story = { render: () => <TermsOfUse date="22 novembre 2026" /> };
export const Legal: Story = { render: () => <LegalNotice /> };
export const PersonalData: Story = { render: () => <Privacy /> };
export const AccessibilityStatement: Story = { render: () => <Accessibility /> };
