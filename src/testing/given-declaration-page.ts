import type { Draft, DraftPerformance } from '@/domain/declaration/draft';
import type { Venue } from '@/domain/declaration/neutral';
import type { DeclarationPage, DeclarationView } from '@/server/declarations/get-declaration.schema';
import type { DeclarationReview } from '@/server/declarations/review-declaration.schema';
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
      past: null,
    },
    repeatedFrom: null,
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
        correction: null,
        byLetter: false,
        leftAgencies: [],
        issues: [],
        recipient: { label: 'Délégation de Brest', address: 'brest@agences-sacem.test' },
        documentHref: 'about:blank',
        documents: null,
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
        shares: [],
        yearlyTaxes: [],
      },
      {
        organism: 'SACD',
        sendable: true,
        correction: null,
        byLetter: false,
        leftAgencies: [],
        issues: [],
        recipient: { label: 'Service en ligne de la SACD', address: 'sacd.example' },
        documentHref: null,
        documents: null,
        message: givenSacdMessage(2),
        shares: [],
        yearlyTaxes: [],
      },
    ],
    ...values,
  };
}

/** What a person copies to the site of the CNM, with the year's total so far. */
export function givenTaxReview(
  values: Partial<DeclarationReview['organisms'][number]> = {},
): DeclarationReview['organisms'][number] {
  return {
    organism: 'CNM',
    sendable: true,
    correction: null,
    byLetter: false,
    leftAgencies: [],
    issues: [],
    recipient: { label: 'CNM', address: 'Espace professionnel du CNM, par vous' },
    documentHref: 'about:blank',
    message: {
      sections: [
        {
          title: 'Chiffres à saisir',
          rows: [
            { label: 'Nombre de représentations', value: '2' },
            { label: 'Billets payants', value: '240' },
            { label: 'Billetterie HT', value: '3 412,32 €' },
            { label: 'Taxe, à titre indicatif', value: '119,43 €' },
          ],
        },
        {
          title: 'Calcul de la taxe',
          rows: [
            { label: 'Base × 3,5 %, avant arrondi', value: '119,4312 €' },
            { label: 'Taxe, arrondie au centime', value: '119,43 €' },
          ],
        },
      ],
    },
    documents: null,
    shares: [],
    yearlyTaxes: [{ tax: 'CNM', year: 2026, taxCents: 11943, thresholdCents: 8000 }],
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
