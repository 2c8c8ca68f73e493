import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { givenChangeGroup } from '@/testing/given-changes';
import { givenSubmissionView } from '@/testing/given-submission';
import { longTitle } from '@/testing/given-lists';
import { PreviousChanges } from './previous-changes';
import { QuarterSubmission } from './quarter-submission';

const declared = givenSubmissionView({
  seriesId: null,
  period: '2026-T2',
  seriesName: 'SIBIL, 2e\u00a0trimestre 2026',
  organism: 'SIBIL',
  state: 'sent',
  recipient: 'Portail SIBIL du ministère de la Culture',
  answers: [],
  steps: [],
  documents: givenSubmissionView().documents.map((document) => ({
    ...document,
    filename: 'Déclaration SIBIL - 2026-t2.csv',
    contentType: 'text/csv',
  })),
});

const meta = {
  component: QuarterSubmission,
  args: { submission: declared, quarterHref: '#trimestre', listHref: '#envois' },
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof QuarterSubmission>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Sent: Story = {};
export const Accepted: Story = { args: { submission: { ...declared, state: 'accepted' } } };
export const DeclaredAgain: Story = {
  args: {
    submission: { ...declared, number: 2 },
    changes: (
      <PreviousChanges
        previous={{ id: declared.id, number: 1, groups: [givenChangeGroup()] }}
        submissionHref={(id) => `#${id}`}
      />
    ),
  },
};
export const Refused: Story = {
  args: { submission: { ...declared, state: 'refused', message: `Spectacle inconnu\u00a0: ${longTitle}` } },
};
