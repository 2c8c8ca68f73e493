import type { Draft, DraftPerformance } from '@/domain/declaration/draft';
import type { Venue } from '@/domain/declaration/neutral';
import type { DeclarationPage, DeclarationView } from '@/server/declarations/get-declaration.schema';
import type { DeclarationReview } from '@/server/declarations/review-declaration.schema';
import type { SubmissionView } from '@/server/submissions/get-submission.schema';
import type { SubmissionRow } from '@/server/submissions/list-submissions.schema';
import { givenPair } from './given-declaration';
import { givenDraft, givenDraftPerformance } from './given-draft';

export const college: Venue = {
  name: 'Collège des Îles',
  address: { street: '2 rue des Écoles', postalCode: '29217', city: 'Le Conquet', countryCode: 'FR' },
};

export const seriesId = '7d0f9e54-9a3d-4a53-8f0e-0a5d6c1b2e01';
export const submissionId = '7d0f9e54-9a3d-4a53-8f0e-0a5d6c1b2e11';
export const organizationId = '7d0f9e54-9a3d-4a53-8f0e-0a5d6c1b2e21';

/** A complete draft of two evenings, `rep-1` and `rep-2`. */
export function givenTwoEvenings(values: { series?: Partial<Draft['series']> } = {}): Draft {
  return givenDraft({
    ...values,
    performances: [
      givenDraftPerformance(),
      givenDraftPerformance({
        id: 'rep-2',
        startAt: '2026-06-27T18:30:00.000Z',
        endAt: '2026-06-27T20:00:00.000Z',
      }),
    ],
  });
}

/** As many evenings as wanted, one a day, some corrected, the figures all different. */
export function givenManyEvenings(count: number): DraftPerformance[] {
  const first = Date.parse('2026-01-05T19:30:00.000Z');
  return Array.from({ length: count }, (_, day) => {
    const paidTickets = 40 + ((day * 37) % 130);
    const includingTaxesCents = paidTickets * 1500;
    return givenDraftPerformance({
      id: `rep-${day + 1}`,
      startAt: new Date(first + day * 86_400_000).toISOString(),
      endAt: null,
      imported: {
        ...givenDraftPerformance().imported,
        paidTickets,
        freeTickets: day % 9,
        includingTaxesCents,
        excludingTaxesCents: Math.round(includingTaxesCents / 1.055),
      },
      corrected: {
        ...givenDraftPerformance().corrected,
        ...(day % 25 === 3 && { amounts: givenPair(94787, 100000) }),
      },
      ...(day % 25 === 3 && { correction: { by: 'Camille Riou', at: '2026-07-02T09:12:00.000Z' } }),
    });
  });
}

export function givenDeclarationView(values: Partial<DeclarationView> = {}): DeclarationView {
  return {
    organism: 'SACEM',
    state: 'draft',
    locked: false,
    dueAt: '2026-07-07T21:59:59.999Z',
    dueSource: 'Dix jours après la dernière représentation, selon le guide de la SACEM pour le spectacle vivant',
    correctedBy: null,
    canGiveUp: false,
    changed: false,
    submission: null,
    ...values,
  };
}

/** The page of a show that is ready for both organisms. */
export function givenDeclarationPage(values: Partial<DeclarationPage> = {}): DeclarationPage {
  return {
    version: 3,
    savedAt: '2026-07-02T12:32:00.000Z',
    system: 'billetweb',
    connectionLabel: 'Billetweb – Le Phare',
    importedAt: '2026-07-01T03:00:00.000Z',
    draft: givenTwoEvenings(),
    declarations: [
      givenDeclarationView(),
      givenDeclarationView({
        organism: 'SACD',
        dueAt: '2026-07-27T21:59:59.999Z',
        dueSource: 'Trente jours après la dernière représentation, selon le bordereau de la SACD',
      }),
    ],
    locked: false,
    suggestions: {
      venues: [
        { venue: college, capacity: 90 },
        {
          venue: {
            name: 'Salle du Stiff',
            address: { street: '1 place de l’Église', postalCode: '29242', city: 'Ouessant', countryCode: 'FR' },
          },
          capacity: 180,
        },
      ],
      producers: [{ name: 'Compagnie des Embruns', siren: '443061841' }],
    },
    ...values,
  };
}

/** What both organisms would receive. */
export function givenReview(values: Partial<DeclarationReview> = {}): DeclarationReview {
  return {
    version: 3,
    fingerprint: '6b1f0f3c',
    seriesName: 'La Nuit des gardiens',
    declarant: { name: 'Nolwenn Cadiou', email: 'nolwenn@phare-ouessant.test' },
    organisms: [
      {
        organism: 'SACEM',
        sendable: true,
        issues: [],
        recipient: { label: 'Délégation de Brest', address: 'brest@agences-sacem.test' },
        documentHref: 'about:blank',
        message: {
          sections: [
            {
              title: 'Structure',
              rows: [
                { label: 'Nom', value: 'Association Le Phare d’Ouessant' },
                { label: 'Numéro de client', value: '500123' },
              ],
            },
          ],
        },
      },
      {
        organism: 'SACD',
        sendable: true,
        issues: [],
        recipient: { label: 'Service en ligne de la SACD', address: 'sacd.example' },
        documentHref: null,
        message: givenSacdMessage(2),
      },
    ],
    ...values,
  };
}

/** The readable message of as many performances as wanted. */
export function givenSacdMessage(count: number): DeclarationReview['organisms'][number]['message'] {
  return {
    sections: [
      {
        title: 'Spectacle',
        rows: [
          { label: 'Titre', value: 'La Nuit des gardiens' },
          { label: 'Producteur', value: 'Compagnie des Embruns, SIREN 443061841' },
        ],
      },
      {
        title: 'Représentations',
        rows: [],
        table: {
          headers: ['Représentation', 'Payants', 'Gratuits', 'HT', 'TVA'],
          rows: Array.from({ length: count }, (_, day) => [
            `${day + 1} juin 2026 à 20 h 30`,
            '120',
            '8',
            '1 706,16 €',
            '93,84 €',
          ]),
          totals: ['Total', String(120 * count), String(8 * count), '–', '–'],
        },
      },
    ],
  };
}

/** A submission that SACD accepted. */
export function givenSubmissionView(values: Partial<SubmissionView> = {}): SubmissionView {
  return {
    id: submissionId,
    seriesId,
    seriesName: 'La Nuit des gardiens',
    organism: 'SACD',
    number: 1,
    state: 'accepted',
    recipient: 'Service en ligne de la SACD',
    agencyName: null,
    author: { name: 'Nolwenn Cadiou', email: 'nolwenn@phare-ouessant.test' },
    createdAt: '2026-07-02T12:40:00.000Z',
    finishedAt: '2026-07-02T12:40:09.000Z',
    payloadSha256: '6b1f0f3c9f7a4d2e8c5b1a09876543210fedcba9876543210fedcba987654321',
    message: null,
    errorCode: null,
    answers: [
      {
        performanceId: 'rep-1',
        startAt: '2026-06-26T18:30:00.000Z',
        status: 'ok',
        number: '778899',
        field: null,
        message: null,
      },
    ],
    steps: [
      {
        kind: 'sacd-declare',
        state: 'succeeded',
        attempts: 1,
        sendingAt: '2026-07-02T12:40:05.000Z',
        finishedAt: '2026-07-02T12:40:09.000Z',
        nextAttemptAt: null,
        errorCode: null,
      },
      {
        kind: 'receipt-mail',
        state: 'succeeded',
        attempts: 1,
        sendingAt: '2026-07-02T12:40:11.000Z',
        finishedAt: '2026-07-02T12:40:12.000Z',
        nextAttemptAt: null,
        errorCode: null,
      },
    ],
    documents: [
      {
        id: '7d0f9e54-9a3d-4a53-8f0e-0a5d6c1b2e31',
        kind: 'declaration',
        filename: 'Déclaration SACD - la-nuit-des-gardiens.xml',
        contentType: 'application/xml',
        sizeBytes: 4812,
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        href: '#document',
      },
    ],
    resolution: null,
    ...values,
  };
}

export function givenSubmissionRow(values: Partial<SubmissionRow> = {}): SubmissionRow {
  return {
    id: submissionId,
    seriesId,
    seriesName: 'La Nuit des gardiens',
    organism: 'SACEM',
    number: 1,
    state: 'sent',
    recipient: 'brest@agences-sacem.test',
    authorName: 'Nolwenn Cadiou',
    createdAt: '2026-07-02T12:40:00.000Z',
    ...values,
  };
}
