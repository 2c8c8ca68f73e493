/** The bodies that receive declarations. This issue transmits to SACEM and SACD; the others are known by name. */
export const organisms = ['SACEM', 'SACD', 'CNM', 'ASTP', 'SIBIL'] as const;
export type Organism = (typeof organisms)[number];

/** Organisms a declaration can be transmitted to today, in the order of the screens. */
export const transmittableOrganisms = ['SACEM', 'SACD'] as const satisfies readonly Organism[];
export type TransmittableOrganism = (typeof transmittableOrganisms)[number];
