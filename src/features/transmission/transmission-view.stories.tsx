import type { Meta, StoryObj } from '@storybook/nextjs-vite';
import { useState } from 'react';
import { expect } from 'storybook/test';
import { AppError } from '@/domain/errors';
import {
  givenReview,
  givenSacdMessage,
  givenTaxReview,
  organizationId,
  seriesId,
} from '@/testing/given-declaration-page';
import { withTrpc } from '@/testing/trpc-fake';
import type { DeclarationReview } from '@/server/declarations/review-declaration.schema';
import { TransmissionScreen } from './transmission-screen';
import { TransmissionView } from './transmission-view';

const meta: Meta<typeof TransmissionView> = {
  title: 'Pages/Vérifier et transmettre',
  component: TransmissionView,
  parameters: { layout: 'fullscreen' },
  args: {
    review: givenReview(),
    showHref: '#spectacle',
    onTransmit: () => Promise.resolve('already-being-sent'),
    onDeclared: () => Promise.resolve('stale-version'),
    onReload: () => undefined,
  },
};
export default meta;
type Story = StoryObj<typeof TransmissionView>;

const [sacem, sacd] = givenReview().organisms;
const both = (values: Partial<DeclarationReview['organisms'][number]>) =>
  [sacem, sacd].flatMap((review) => (review ? [{ ...review, ...values }] : []));

export const Normal: Story = {};

/** A synchronisation passes while the page is open: what was ticked was ticked for other figures. */
export const FiguresMoved: Story = {
  render: function Moving(args) {
    const [fingerprint, setFingerprint] = useState('6b1f0f3c');
    return (
      <>
        <TransmissionView {...args} review={givenReview({ fingerprint })} />
        <button type="button" onClick={() => setFingerprint('0a9e77d1')}>
          Une synchronisation passe
        </button>
      </>
    );
  },
  async play({ canvas, userEvent }) {
    const tick = () => canvas.getByRole('checkbox', { name: /^Je certifie/ });
    await userEvent.click(tick());
    await expect(tick()).toBeChecked();
    await userEvent.click(canvas.getByRole('button', { name: 'Une synchronisation passe' }));
    await canvas.findByText(/a changé pendant que cette page était ouverte/);
    await expect(tick()).not.toBeChecked();
  },
};

const shareOf = (values: Partial<DeclarationReview['organisms'][number]['shares'][number]>) => ({
  recipient: { label: 'SACEM, Délégation de Brest', address: 'brest@agences-sacem.test' },
  performances: [{ id: 'rep-1', startAt: '2026-06-26T18:30:00.000Z', place: 'Salle du Stiff, Ouessant' }],
  isDelivered: false,
  documentHref: 'about:blank',
  ...values,
});
const tour = (shares: DeclarationReview['organisms'][number]['shares']) =>
  givenReview({ organisms: sacem ? [{ ...sacem, documentHref: null, shares }] : [] });
const toRennes = { label: 'SACEM, Délégation de Rennes', address: 'rennes@agences-sacem.test' };

/** A tour: each agency with its performances and its document. */
export const SeveralAgencies: Story = { args: { review: tour([shareOf({}), shareOf({ recipient: toRennes })]) } };

/** Each of them receives the documents of the show. */
export const DocumentsToSeveralAgencies: Story = {
  args: {
    review: givenReview({
      organisms: tour([shareOf({}), shareOf({ recipient: toRennes })]).organisms.map((review) => ({
        ...review,
        documents: {
          recipient: null,
          mails: 2,
          files: [{ type: 'PERFORMED_WORK_PROGRAM' as const, name: 'Programme.pdf', size: 1_240_000 }],
        },
      })),
    }),
  },
};

/** One of them was reached by a submission that failed elsewhere. */
export const OneAgencyAlreadyServed: Story = {
  args: { review: tour([shareOf({ isDelivered: true }), shareOf({ recipient: toRennes })]) },
};

export const LongTour: Story = {
  args: {
    review: tour(
      Array.from({ length: 6 }, (_, index) =>
        shareOf({
          recipient: {
            label: `SACEM, Délégation de la très grande région numéro ${index + 1}`,
            address: `delegation-regionale-de-la-tres-grande-region-${index + 1}@agences-sacem.test`,
          },
          performances: Array.from({ length: 40 }, (_other, day) => ({
            id: `rep-${index}-${day}`,
            startAt: new Date(Date.parse('2026-01-05T19:30:00.000Z') + day * 86_400_000).toISOString(),
            place: 'Théâtre municipal des Deux-Rives-et-du-Vieux-Pont, Saint-Rémy-en-Bouzemont',
          })),
        }),
      ),
    ),
  },
};

export const WithWarnings: Story = {
  args: {
    review: givenReview({
      organisms: both({
        issues: [
          {
            organism: 'SACEM',
            severity: 'warning',
            code: 'more-tickets-than-capacity',
            field: 'performances.tickets',
            performanceId: 'rep-1',
          },
        ],
      }),
    }),
  },
};

export const WithDocuments: Story = {
  args: {
    review: givenReview({
      organisms: both({
        documents: {
          recipient: { label: 'SACD, Délégation de Bretagne', address: 'bretagne@delegation-sacd.test' },
          mails: 2,
          files: [
            { type: 'ARTISTIC_CONTRACT', name: 'Contrat de cession.pdf', size: 1_240_000 },
            { type: 'OTHER', name: `${'Un très long nom de document '.repeat(6)}.docx`, size: 4_812 },
          ],
        },
      }),
    }),
  },
};

export const OneIncomplete: Story = {
  args: {
    review: givenReview({
      organisms: both({}).map((review) =>
        review.organism === 'SACD'
          ? {
              ...review,
              issues: [{ organism: 'SACD', severity: 'missing', code: 'required', field: 'series.producer' }],
            }
          : review,
      ),
    }),
  },
};

export const NoAgency: Story = {
  args: {
    review: givenReview({
      organisms: both({
        recipient: null,
        issues: [{ organism: 'SACEM', severity: 'wrong', code: 'no-agency', field: 'series.venue' }],
      }),
    }),
  },
};

const correction =
  'Déclaration rectificative n°\u00a02\u00a0: annule et remplace la déclaration n°\u00a01 du jeudi 2 juillet 2026';
export const Correction: Story = { args: { review: givenReview({ organisms: both({ correction }) }) } };
export const CorrectionThatLeavesAnAgency: Story = {
  args: {
    review: givenReview({ organisms: both({ correction, leftAgencies: ['rennes@agences-sacem.test'] }).slice(0, 1) }),
  },
};
export const CorrectionByLetter: Story = {
  args: { review: givenReview({ organisms: sacd ? [{ ...sacd, correction, sendable: false, byLetter: true }] : [] }) },
};
export const TaxCorrection: Story = {
  args: { review: givenReview({ organisms: [givenTaxReview({ correction })] }) },
};

export const AlreadySent: Story = { args: { review: givenReview({ organisms: both({ sendable: false }) }) } };

/** A tax that the person declares on the site of the CNM. */
export const Tax: Story = { args: { review: givenReview({ organisms: [givenTaxReview()] }) } };

/** Two years, the second below the threshold; beside SACEM, which the service sends. */
export const TaxOverTwoYears: Story = {
  args: {
    review: givenReview({
      organisms: [
        ...(sacem ? [sacem] : []),
        givenTaxReview({
          yearlyTaxes: [
            { tax: 'CNM', year: 2026, taxCents: 11943, thresholdCents: 8000 },
            { tax: 'CNM', year: 2027, taxCents: 1200, thresholdCents: 8000 },
          ],
        }),
      ],
    }),
  },
};

export const TaxIncomplete: Story = {
  args: {
    review: givenReview({
      organisms: [
        givenTaxReview({
          organism: 'ASTP',
          documentHref: null,
          message: { sections: [] },
          issues: [
            { organism: 'ASTP', severity: 'missing', code: 'required', field: 'organization.isSubsidised' },
            { organism: 'ASTP', severity: 'warning', code: 'advised', field: 'series.artists' },
          ],
        }),
      ],
    }),
  },
};

export const TaxDeclared: Story = {
  args: { review: givenReview({ organisms: [givenTaxReview({ sendable: false })] }) },
};

/** What moved meanwhile is said, with its way out. */
export const TaxRefused: Story = {
  ...Tax,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Je l’ai déclarée au CNM' }));
    await canvas.findByText('Quelqu’un a modifié cette déclaration en même temps que vous');
  },
};

export const NoOrganism: Story = { args: { review: givenReview({ organisms: [] }) } };

export const Long: Story = {
  args: { review: givenReview({ organisms: both({ documentHref: null, message: givenSacdMessage(200) }) }) },
};

/** The button pressed, and the server's refusal said with its way out. */
export const Refused: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('checkbox'));
    await userEvent.click(canvas.getByRole('button', { name: /Transmettre à/ }));
    await canvas.findByRole('heading', { name: 'Cette déclaration est déjà en train de partir' });
  },
};

export const Unticked: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /Transmettre à/ }));
    await canvas.findByText('Cochez cette case pour transmettre.');
  },
};

export const Loading: Story = {
  decorators: [withTrpc({ 'declarations.review': 'loading' })],
  render: () => <TransmissionScreen organizationId={organizationId} seriesId={seriesId} />,
};

export const Failed: Story = {
  decorators: [withTrpc({ 'declarations.review': new AppError('internal') })],
  render: () => <TransmissionScreen organizationId={organizationId} seriesId={seriesId} />,
};
