import { type AmountPair, type NeutralDeclaration, type NeutralPerformance } from '@/domain/declaration/neutral';

export function givenPair(excludingTaxesCents: number, includingTaxesCents: number): AmountPair {
  return { excludingTaxesCents, includingTaxesCents };
}

/** One evening of 120 paid tickets at 15.00 €, 5.5 %, and nothing beside; a test writes only what matters to it. */
export function givenPerformance(values: Partial<NeutralPerformance> = {}): NeutralPerformance {
  return {
    id: 'rep-1',
    startAt: '2026-06-26T18:30:00.000Z',
    endAt: '2026-06-26T20:00:00.000Z',
    ticketing: { excludingTaxesCents: 170616, includingTaxesCents: 180000, paidTickets: 120, freeTickets: 8 },
    otherRevenue: {
      bar: givenPair(0, 0),
      catering: givenPair(0, 0),
      programmes: givenPair(0, 0),
      other: givenPair(0, 0),
    },
    overrides: {},
    ...values,
  };
}

/** A complete declaration for every organism. */
export function givenDeclaration(
  values: Partial<Omit<NeutralDeclaration, 'series' | 'organization'>> & {
    series?: Partial<NeutralDeclaration['series']>;
    organization?: Partial<NeutralDeclaration['organization']>;
  } = {},
): NeutralDeclaration {
  return {
    declaredAt: '2026-07-06T08:00:00.000Z',
    declarant: { firstname: 'Nolwenn', lastname: 'Cadiou', email: 'nolwenn@phare-ouessant.test' },
    performances: [givenPerformance()],
    documents: [],
    ...values,
    organization: {
      name: 'Association Le Phare d’Ouessant',
      siren: '552100554',
      siret: '55210055400013',
      headquarters: { street: '4 rue du Créac’h', postalCode: '29242', city: 'Ouessant', countryCode: 'FR' },
      sacemId: '500123',
      sacdId: '40418',
      licenceNumbers: ['PLATESV-D-2024-001234'],
      isSubsidised: false,
      ...values.organization,
    },
    series: {
      id: 'serie-01',
      name: 'La Nuit des gardiens',
      producer: { name: 'Compagnie des Embruns', siren: '443061841' },
      genre: 'THEATRE_AND_STORYTELLING_AND_MIME',
      organisms: ['SACEM', 'SACD'],
      venue: {
        name: 'Salle du Stiff',
        address: { street: '1 place de l’Église', postalCode: '29242', city: 'Ouessant', countryCode: 'FR' },
        kind: 'THEATRE',
      },
      capacity: 180,
      audience: 'ALL',
      taxRateBp: 550,
      expenses: { total: givenPair(240000, 253200), approach: givenPair(40000, 42200), circus: givenPair(0, 0) },
      salePrice: givenPair(120000, 126600),
      hasPrivateContract: false,
      schoolSessionsExempt: true,
      artists: 'Maëlle Le Gall',
      author: 'Yann Kerbrat',
      director: 'Soizic Riou',
      ...values.series,
    },
  };
}
