import { Option } from 'commander';
import { AppError } from '@/domain/errors';
import { organisms, type TransmittableOrganism, transmittableOrganisms } from '@/domain/organism';
import { organismLabels } from '@/i18n/labels';

const names = organisms.map((organism) => organism.toLowerCase());

export const organismOption = new Option('--organism <organisme>', 'organisme destinataire')
  .choices(names)
  .makeOptionMandatory();

/** The organism named on the command line; throws for those that nothing is made for yet. */
export function toTransmittable(name: string): TransmittableOrganism {
  const organism = transmittableOrganisms.find((known) => known.toLowerCase() === name);
  if (organism) return organism;
  const label = organisms.find((known) => known.toLowerCase() === name);
  throw new AppError(
    'invalid-input',
    `${label ? organismLabels[label] : name} : cette déclaration n’existe pas encore ici`,
  );
}
