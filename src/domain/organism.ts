/** The bodies that receive declarations, in the order of the screens. */
export const organisms = ['SACEM', 'SACD', 'CNM', 'ASTP', 'SIBIL'] as const;
export type Organism = (typeof organisms)[number];

/** Organisms to which the service itself transmits: by mail (SACEM), by web service (SACD). */
export const transmittableOrganisms = ['SACEM', 'SACD'] as const satisfies readonly Organism[];
export type TransmittableOrganism = (typeof transmittableOrganisms)[number];

/**
 * Organisms without any channel for a program: the declaration is prepared here, a person enters or uploads it on the organism's
 * own site, then says so.
 */
export const selfSentOrganisms = ['CNM', 'ASTP', 'SIBIL'] as const satisfies readonly Organism[];
export type SelfSentOrganism = (typeof selfSentOrganisms)[number];

/** Taxes on shows (3.5 % of the ticketing excluding VAT): a performance owes one of them at most. */
export const taxOrganisms = ['CNM', 'ASTP'] as const satisfies readonly SelfSentOrganism[];
export type TaxOrganism = (typeof taxOrganisms)[number];

/** Declared show by show; the others (SIBIL) for a whole structure and a quarter. */
export const seriesOrganisms = ['SACEM', 'SACD', 'CNM', 'ASTP'] as const satisfies readonly Organism[];
export type SeriesOrganism = (typeof seriesOrganisms)[number];

/** Whether the service itself transmits to it. */
export function isTransmittable(organism: Organism): organism is TransmittableOrganism {
  return transmittableOrganisms.some((known) => known === organism);
}

/** Whether a person declares to it themselves, on its own site. */
export function isSelfSent(organism: Organism): organism is SelfSentOrganism {
  return selfSentOrganisms.some((known) => known === organism);
}

export function isTax(organism: Organism): organism is TaxOrganism {
  return taxOrganisms.some((known) => known === organism);
}

/** Whether a show is declared to it, show by show. */
export function isSeriesOrganism(organism: Organism): organism is SeriesOrganism {
  return seriesOrganisms.some((known) => known === organism);
}
